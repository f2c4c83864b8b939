"""An open folder, in which files are written: a path may become a link at any time, this can't.

Where the system has no folders that stay open (Windows), paths are used.
"""

import contextlib
import os
import stat
import time
from collections.abc import Iterable, Iterator
from pathlib import Path, PurePath
from typing import Final, Self

from hearingkit import errors
from hearingkit.errors import InTheWay
from hearingkit.workflows.workspace import display_path

try:
    import fcntl
except ImportError:  # on Windows; then two runs at once are not kept apart
    fcntl = None  # type: ignore[assignment]

_STAYS_OPEN: Final = os.open in os.supports_dir_fd and hasattr(os, "O_DIRECTORY")
_FOLDER: Final = os.O_RDONLY | getattr(os, "O_DIRECTORY", 0) | getattr(os, "O_CLOEXEC", 0)
# Opening a pipe must not wait.
_FILE: Final = os.O_RDONLY | getattr(os, "O_NONBLOCK", 0) | getattr(os, "O_BINARY", 0)
_NEW: Final = os.O_WRONLY | os.O_CREAT | os.O_EXCL | getattr(os, "O_BINARY", 0)
_CHANGED: Final = os.O_RDWR | getattr(os, "O_BINARY", 0)
_NO_LINK: Final = getattr(os, "O_NOFOLLOW", 0)

_PATIENCE: Final = 60.0  # seconds
_PAUSE: Final = 0.05  # seconds


class Folder:
    """A folder that is open; use it in a ``with``.

    Attributes:
        path: Where it was when it was opened.
        number: Its descriptor; None where folders don't stay open.
    """

    def __init__(self, path: Path, inside: "Folder | None" = None) -> None:
        """Open a folder.

        Args:
            path: Its path; a link is followed, but not where ``inside`` is given.
            inside: The folder that it is in; None to follow the path.

        Raises:
            HearingkitError: If it is a link.
            InTheWay: If it is a file.
            OSError: If the file system refuses.
        """
        self.path = path
        self.number: int | None = None
        if inside and path.is_symlink():
            raise errors.leaves_output(display_path(path))
        if inside and not path.is_dir():
            raise InTheWay(display_path(path), "folder")
        if _STAYS_OPEN:
            if inside:
                self.number = os.open(path.name, _FOLDER | _NO_LINK, dir_fd=inside.number)
            else:
                self.number = os.open(path, _FOLDER)

    def __enter__(self) -> Self:
        """Return the folder."""
        return self

    def __exit__(self, *_: object) -> None:
        """Close it."""
        if self.number is not None:
            os.close(self.number)

    def at(self, name: str) -> str | Path:
        """Return what the system knows a file in it by, beside ``number``."""
        return self.path / name if self.number is None else name

    @contextlib.contextmanager
    def below(self, name: str) -> "Iterator[Folder]":
        """Open a folder in this one, or below; it is created if missing. Links are refused.

        Raises:
            HearingkitError: If it, or a folder above it, is a link.
            InTheWay: If one of them is a file.
            OSError: If the file system refuses.
        """
        with contextlib.ExitStack() as opened:
            folder = self
            for part in PurePath(name).parts:
                with contextlib.suppress(FileExistsError):
                    os.mkdir(folder.at(part), dir_fd=folder.number)
                folder = opened.enter_context(Folder(folder.path / part, folder))
            yield folder

    def names(self) -> list[str]:
        """Return the names of what is in it."""
        return os.listdir(self.path if self.number is None else self.number)  # noqa: PTH208

    def read(self, name: str, most: int | None = None) -> bytes | None:
        """Return a file's bytes; None if it is missing, is no file or a link, or is too large.

        Raises:
            OSError: If the file system refuses.
        """
        try:
            number = os.open(self.at(name), _FILE | _NO_LINK, dir_fd=self.number)
        except OSError:
            if self.holds(name):
                raise
            return None
        with os.fdopen(number, "rb") as file:
            if not stat.S_ISREG(os.fstat(number).st_mode):
                return None
            data = file.read() if most is None else file.read(most + 1)
        return None if most is not None and len(data) > most else data

    def holds(self, name: str) -> bool:
        """Return whether there is a file of that name; a link is none."""
        try:
            found = os.stat(self.at(name), dir_fd=self.number, follow_symlinks=False)
        except FileNotFoundError:
            return False
        return stat.S_ISREG(found.st_mode)

    def write_new(self, name: str, pieces: Iterable[bytes]) -> None:
        """Write a file that does not exist yet.

        Raises:
            OSError: If the file system refuses.
        """
        number = os.open(self.at(name), _NEW | _NO_LINK, 0o666, dir_fd=self.number)
        with os.fdopen(number, "wb") as file:
            file.writelines(pieces)

    def secure(self, name: str) -> None:
        """Write a file down to the disk, so that it is whole after a failure of power.

        Raises:
            OSError: If the file system refuses.
        """
        number = os.open(self.at(name), _CHANGED | _NO_LINK, dir_fd=self.number)
        try:
            os.fsync(number)
        finally:
            os.close(number)

    def take(self, name: str, source: "Folder", staged: str) -> None:
        """Move a file of another folder here, in one step; a file of that name is replaced.

        Who may read and write that one, may do so with the new one, and nobody else.

        Raises:
            OSError: If the file system refuses.
        """
        with contextlib.suppress(OSError):  # there is none, or the file system knows no such thing
            found = os.stat(self.at(name), dir_fd=self.number, follow_symlinks=False)
            if stat.S_ISREG(found.st_mode):
                mode = stat.S_IMODE(found.st_mode)
                os.chmod(source.at(staged), mode, dir_fd=source.number)
        os.replace(
            source.at(staged),
            self.at(name),
            src_dir_fd=source.number,
            dst_dir_fd=self.number,
        )

    def remove(self, name: str) -> None:
        """Remove a file.

        Raises:
            OSError: If the file system refuses.
        """
        os.unlink(self.at(name), dir_fd=self.number)

    def remove_folder(self, name: str) -> bool:
        """Remove a folder if it is empty; return whether it is gone."""
        try:
            os.rmdir(self.at(name), dir_fd=self.number)
        except OSError:
            return False
        return True

    def lock(self) -> None:
        """Keep other runs from the folder while it is open; wait for one that is at work.

        A file system that knows no locks is used without.

        Raises:
            HearingkitError: If another run keeps it for a minute.
        """
        if fcntl is None or self.number is None:
            return
        begun = time.monotonic()
        while True:
            try:
                fcntl.flock(self.number, fcntl.LOCK_EX | fcntl.LOCK_NB)
            except BlockingIOError:
                if time.monotonic() - begun > _PATIENCE:
                    raise errors.at_work(display_path(self.path)) from None
                time.sleep(_PAUSE)
            except OSError:
                return
            else:
                return
