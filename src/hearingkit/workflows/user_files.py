"""The user's files: what they are, and errors that name them."""

import contextlib
import stat
from collections.abc import Iterator
from pathlib import Path

from hearingkit import errors
from hearingkit.errors import InTheWay
from hearingkit.workflows.near_files import look_alike, near_of
from hearingkit.workflows.workspace import display_path


def is_file(path: Path) -> bool:
    """Return whether a file exists.

    Raises:
        InTheWay: If it is a folder, a device or a pipe; reading those might never end.
        OSError: If the file system refuses.
    """
    try:
        mode = path.stat().st_mode
    except FileNotFoundError:
        return False
    if not stat.S_ISREG(mode):
        raise InTheWay(display_path(path), "file")
    return True


@contextlib.contextmanager
def reading_named(path: Path) -> Iterator[None]:
    """Name a file that the user has named, where it isn't there or the file system refuses.

    Raises:
        HearingkitError: If it can't be read, or is a folder, a device or a pipe.
    """
    try:
        if not is_file(path):
            raise errors.cannot_read(display_path(path), _missing(path))
        yield
    except InTheWay:
        raise errors.cannot_read(display_path(path), "it is no file; name one") from None
    except OSError as error:
        raise errors.cannot_read(display_path(path), errors.reason_of(error)) from None


def _missing(path: Path) -> str:
    """Say that a file isn't there, and which may be meant."""
    near = near_of(path)
    if near is None or not near.is_file():
        return "there is no such file"
    meant = display_path(near)
    if look_alike(path.as_posix(), near.as_posix()):
        return f'the signs in the name of "{meant}" only look the same; let the shell complete it'
    return f'there is no such file; did you mean "{meant}"?'


@contextlib.contextmanager
def naming_file(path: Path, name: str = "") -> Iterator[None]:
    """Turn an OSError into an error that names the user's file.

    Args:
        path: The file, or the folder that it is in.
        name: Of the file in the folder. Paths of thousands of files fill the table of texts that
            Python holds once, so none is made before it is shown.
    """
    try:
        yield
    except OSError as error:
        raise errors.cannot_write(display_path(path / name), _reason(error)) from None


def _reason(error: OSError) -> str:
    match error:
        case FileExistsError() | NotADirectoryError():
            return "a part of its path is a file, not a folder"
        case FileNotFoundError():
            return "its folder does not exist"
        case _:
            return errors.reason_of(error)
