"""A temporary folder in an output folder: files are finished there before any is replaced."""

import contextlib
import functools
import itertools
import tempfile
from collections.abc import Iterable
from pathlib import Path
from typing import Self

from hearingkit.errors import HearingkitError
from hearingkit.workflows.folder import Folder

_STAGE = ".hearingkit-unfinished-"
_ABANDONED = 3600  # seconds after which a temporary folder is no longer in use
_FEW, _DISK_THREADS, _AT_ONCE = 10, 8, 100


class StagingFolder:
    """A temporary folder for finished files; created with the first file, removed at the end.

    After ``kill -9`` it stays; a run at least an hour later removes it.
    """

    def __init__(self, parent: Path, *, make: bool = False) -> None:
        self._parent, self._make = parent, make
        self._opened = contextlib.ExitStack()
        self._numbers = itertools.count()
        self._unsafe: list[str] = []

    @functools.cached_property
    def parent(self) -> Folder:
        """Return the folder that it is in, which stays open."""
        if self._make:
            self._parent.mkdir(parents=True, exist_ok=True)
        return self._opened.enter_context(Folder(self._parent))

    @functools.cached_property
    def folder(self) -> Folder:
        """Return the temporary folder."""
        parent = self.parent
        path = Path(tempfile.mkdtemp(prefix=_STAGE, dir=self._parent))
        self._opened.callback(_remove, parent, path.name)
        _remove_abandoned(parent, path)
        return self._opened.enter_context(Folder(path, parent))

    def hold(self, pieces: Iterable[bytes]) -> str:
        """Write pieces of data into a file of the temporary folder, and return its name."""
        name = str(next(self._numbers))
        self.folder.write_new(name, pieces)
        self._unsafe.append(name)
        return name

    def move(self, name: str, folder: Folder, to: str) -> None:
        """Move a file to its place, once all that is held is on the disk.

        Raises:
            OSError: If the file system refuses.
        """
        self._secure()
        folder.take(to, self.folder, name)

    def _secure(self) -> None:
        """Write what is held down to the disk; that of many files at once takes a third."""
        names, self._unsafe = self._unsafe, []
        if len(names) <= _FEW:
            for name in names:
                self.folder.secure(name)
            return
        from concurrent.futures import ThreadPoolExecutor

        with ThreadPoolExecutor(_DISK_THREADS) as pool:
            for start in range(0, len(names), _AT_ONCE):
                list(pool.map(self.folder.secure, names[start : start + _AT_ONCE]))

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        self._opened.close()


def _remove_abandoned(parent: Folder, own: Path) -> None:
    """Remove temporary folders of runs that were killed.

    Their age is measured by the clock of the file system, which may differ from ours.
    """
    now = own.stat().st_mtime
    for other in parent.path.glob(f"{_STAGE}*"):
        with contextlib.suppress(OSError):
            if now - other.lstat().st_mtime > _ABANDONED:
                _remove(parent, other.name)


def _remove(parent: Folder, stage: str) -> None:
    with contextlib.suppress(OSError, HearingkitError):
        with Folder(parent.path / stage, parent) as folder:
            for name in folder.names():
                folder.remove(name)
        parent.remove_folder(stage)
