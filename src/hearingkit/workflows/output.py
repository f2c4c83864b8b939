"""Write output files without losing edits: check all files first, then replace each in one step.

All files are rendered into a temporary folder inside the output folder before the first file is
replaced. So a full disk or a faulty template changes nothing, and thousands of hearings need no
more memory than one. Just before the files are replaced, every existing file is compared with the
manifest beside it. An edit made after that, while files are being renamed, is not noticed.
"""

import contextlib
import itertools
import os
import stat
import tempfile
from collections.abc import Collection, Iterable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Self

from hearingkit import assets, errors
from hearingkit.errors import InTheWay
from hearingkit.workflows.manifest import (
    MANIFEST,
    hash_of,
    hash_of_file,
    manifest_bytes,
    read_manifest,
)
from hearingkit.workflows.workspace import display_path

_STAGE = ".hearingkit-unfinished-"
_ABANDONED = 3600  # seconds after which a temporary folder is no longer in use


@dataclass(frozen=True, slots=True)
class Output:
    """One file to write.

    Attributes:
        folder: The folder below the output folder; empty for the output folder itself.
        name: The name of the file.
        data: The content.
    """

    folder: str
    name: str
    data: bytes


@dataclass(frozen=True, slots=True)
class _Piece:
    """A file that is ready to be moved to its place.

    Attributes:
        target: The path where it belongs.
        hash: The hash of its content.
        staged: The path where it is now; None if the target has the same content already.
    """

    target: Path
    hash: str
    staged: Path | None


class _Stage:
    """A temporary folder for finished files; created with the first file, removed at the end.

    After ``kill -9`` it stays; a run at least an hour later removes it.
    """

    def __init__(self, parent: Path) -> None:
        self._parent = parent
        self._folder: Path | None = None
        self._numbers = itertools.count()

    def hold(self, data: bytes) -> Path:
        """Write data into the temporary folder, and return the path."""
        if self._folder is None:
            self._folder = Path(tempfile.mkdtemp(prefix=_STAGE, dir=self._parent))
            _remove_abandoned(self._folder)
        path = self._folder / str(next(self._numbers))
        with path.open("xb") as file:
            file.write(data)
            file.flush()
            os.fsync(file.fileno())
        return path

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        if self._folder:
            _remove(self._folder)


def write_all(root: Path, outputs: Iterable[Output], *, force: bool = False) -> tuple[Path, ...]:
    """Write files below a folder; returns their paths, in order.

    Args:
        root: The output folder; created if missing. It may be a link.
        outputs: The files to write; they are taken one by one, and not kept in memory.
        force: Also replace files that were changed after they were rendered.

    Raises:
        InTheWay: If there is a folder in place of a file, or a file in place of a folder.
        HearingkitError: If a file was changed or is not from hearingkit, a folder or a file is a
            link, or the folder belongs to the program. In all these cases nothing is written. Also
            if the file system refuses; then some of the files may be written.
    """
    _refuse_program(root)
    with _Stage(root) as stage:
        pieces = [_piece(root, output, stage) for output in outputs]
        _refuse_obstacles(root, pieces)
        if not force:
            _refuse_changed(pieces)
        for folder, inside in itertools.groupby(pieces, lambda piece: piece.target.parent):
            _publish(folder, list(inside), stage)
    return tuple(piece.target for piece in pieces)


def write_file(
    path: Path, data: bytes, *, force: bool = False, never: Collection[Path] = ()
) -> str:
    """Write one file that the user has named; a link is followed.

    Args:
        path: The file to write.
        data: The content.
        force: Replace an existing file with other content.
        never: Files that are not replaced, even with ``force``.

    Returns:
        The path, as messages show it.

    Raises:
        InTheWay: If it is a folder, a device or a pipe.
        HearingkitError: If it is in ``never``, another file of that name exists, or the file system
            refuses.
    """
    target = Path(os.path.realpath(path))
    with naming_file(path), _Stage(target.parent) as stage:
        if any(is_file(one) and one.samefile(target) for one in never if is_file(target)):
            raise errors.is_data(display_path(path))
        if not _holds(target, data):
            if is_file(target) and not force:
                raise errors.file_exists(display_path(path))
            stage.hold(data).replace(target)
    return display_path(path)


def _piece(root: Path, output: Output, stage: _Stage) -> _Piece:
    target = root / output.folder / output.name
    hash_ = hash_of(output.data)
    with contextlib.suppress(OSError, InTheWay):  # reported when all is rendered
        if _holds(target, output.data):
            return _Piece(target, hash_, None)
    with naming_file(root):
        root.mkdir(parents=True, exist_ok=True)
        return _Piece(target, hash_, stage.hold(output.data))


def _refuse_program(root: Path) -> None:
    real = Path(os.path.realpath(root))
    own = (Path(assets.__file__).parent, assets.templates_dir())
    if any(real.is_relative_to(os.path.realpath(folder)) for folder in own):
        raise errors.into_program(display_path(root))


def _refuse_obstacles(root: Path, pieces: Sequence[_Piece]) -> None:
    """Refuse files in place of folders and folders in place of files, and links.

    A link could lead anywhere.
    """
    folders = dict.fromkeys(piece.target.parent for piece in pieces)
    for folder in folders:
        _refuse_link(root, folder)
        if os.path.lexists(folder) and not os.path.isdir(folder):  # noqa: PTH112
            raise InTheWay(display_path(folder), "folder")
    for path in (*(folder / MANIFEST for folder in folders), *(one.target for one in pieces)):
        _refuse_link(root, path)
        with naming_file(path):
            is_file(path)


def _refuse_link(root: Path, path: Path) -> None:
    inside = Path(os.path.realpath(path)).is_relative_to(os.path.realpath(root))
    if not inside or (path != root and os.path.islink(path)):  # noqa: PTH114
        raise errors.leaves_output(display_path(path))


def _refuse_changed(pieces: Sequence[_Piece]) -> None:
    changed = [
        display_path(piece.target) for piece in pieces if piece.staged and _is_changed(piece)
    ]
    if changed:
        raise errors.changed_since_rendered(changed)


def _is_changed(piece: _Piece) -> bool:
    """Return whether a file differs from what was rendered before and from the new content."""
    with naming_file(piece.target):
        if not is_file(piece.target):
            return False
        there = hash_of_file(piece.target)
    known = read_manifest(piece.target.parent)
    return there not in {piece.hash, *known.get(piece.target.name, ())}


def _publish(folder: Path, pieces: Sequence[_Piece], stage: _Stage) -> None:
    """Move the files of one folder to their places; write the manifest before and after."""
    before = read_manifest(folder)
    new = {piece.target.name: frozenset([piece.hash]) for piece in pieces}
    both = {name: before.get(name, frozenset()) | new[name] for name in new}
    waiting = [(piece.staged, piece.target) for piece in pieces if piece.staged]
    with naming_file(folder):
        folder.mkdir(parents=True, exist_ok=True)
    if waiting:
        _write_manifest(folder, manifest_bytes({**before, **both}), stage)
    for staged, target in waiting:
        with naming_file(target):
            staged.replace(target)
    _write_manifest(folder, manifest_bytes({**before, **new}), stage)


def _write_manifest(folder: Path, data: bytes, stage: _Stage) -> None:
    with naming_file(folder / MANIFEST):
        if not _holds(folder / MANIFEST, data):
            stage.hold(data).replace(folder / MANIFEST)


def _holds(path: Path, data: bytes) -> bool:
    """Return whether a file exists with this content; a file of another size is not read."""
    return is_file(path) and path.stat().st_size == len(data) and path.read_bytes() == data


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
def naming_file(path: Path) -> Iterator[None]:
    """Turn an OSError into an error that names the user's file."""
    try:
        yield
    except OSError as error:
        raise errors.cannot_write(display_path(path), _reason(error)) from None


def _reason(error: OSError) -> str:
    match error:
        case FileExistsError() | NotADirectoryError():
            return "a part of its path is a file, not a folder"
        case FileNotFoundError():
            return "its folder does not exist"
        case _:
            return (error.strerror or str(error)).lower()


def _remove_abandoned(own: Path) -> None:
    """Remove temporary folders of runs that were killed.

    Their age is measured by the clock of the file system, which may differ from ours.
    """
    now = own.stat().st_mtime
    for other in own.parent.glob(f"{_STAGE}*"):
        with contextlib.suppress(OSError):
            if now - other.lstat().st_mtime > _ABANDONED and not other.is_symlink():
                _remove(other)


def _remove(stage: Path) -> None:
    with contextlib.suppress(OSError):
        for path in stage.iterdir():
            path.unlink()
        stage.rmdir()
