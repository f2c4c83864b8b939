"""A folder into which files go a few at a time, so that a run that was stopped can go on.

The manifest tells of each file its hash and what it was made of; it is written before the files are
put in their places and again after them.
"""

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Self

from hearingkit.errors import InTheWay
from hearingkit.workflows.folder import Folder
from hearingkit.workflows.manifest import (
    MANIFEST,
    hash_of,
    is_edited,
    manifest_bytes,
    read_made_of,
    read_manifest,
)
from hearingkit.workflows.output import Output, Written, naming_file
from hearingkit.workflows.workspace import display_path

_STAGED = ".hearingkit-unfinished"
_AT_ONCE = 20  # files, which are in memory together


@dataclass(frozen=True, slots=True)
class _Waiting:
    """A file that is made, and not yet in its place."""

    name: str
    data: bytes
    made_of: str


class GrowingFolder:
    """A folder that grows; use it in a ``with``, and finish it where nothing went wrong.

    Args:
        folder: The folder.
        force: Also replace, and take away, files that were changed after they were made.
        finished: Finishes some files before they are put in their places; it may change their data.
    """

    def __init__(
        self,
        folder: Folder,
        *,
        force: bool,
        finished: Callable[[Sequence[Output]], Iterable[Output]] = iter,
    ) -> None:
        self._folder, self._force, self._finished = folder, force, finished
        self._hashes = dict(read_manifest(folder))
        self._made_of = dict(read_made_of(folder))
        self._waiting: list[_Waiting] = []
        self._names: list[str] = []
        self._kept: list[Path] = []

    def __enter__(self) -> Self:
        """Return the folder."""
        return self

    def __exit__(self, *_: object) -> None:
        """Put what is made in its place, also where the run is stopped."""
        self._settle()

    def holds(self, name: str, made_of: str) -> bool:
        """Tell whether a file is there, as it was made of the same; then it is passed over."""
        if self._made_of.get(name) != made_of or self._is_edited(name):
            return False
        if not self._folder.holds(name):
            return False
        self._names.append(name)
        return True

    def put(self, name: str, data: bytes, made_of: str) -> None:
        """Add a file, or replace one that nobody has changed."""
        self._names.append(name)
        if not self._force and self._is_edited(name, hash_of(data)):
            self._kept.append(self._folder.path / name)
            return
        self._waiting.append(_Waiting(name, data, made_of))
        if len(self._waiting) == _AT_ONCE:
            self._settle()

    def _settle(self) -> None:
        """Put what waits in its place."""
        waiting, self._waiting = self._waiting, []  # what can't be finished is not tried again
        made_of = {one.name: one.made_of for one in waiting}
        made = [*self._finished([Output("", one.name, one.data) for one in waiting])]
        for one in made:
            known = self._hashes.get(one.name, frozenset())
            self._hashes[one.name] = known | {hash_of(one.data)}
        self._write_manifest()
        for one in made:
            self._place(one.name, one.data)
            self._hashes[one.name] = frozenset([hash_of(one.data)])
            self._made_of[one.name] = made_of[one.name]
        self._write_manifest()

    def finish(self) -> Written:
        """Take away what was made before and is not any more; return what became of the folder."""
        gone = [name for name in self._hashes if name not in {*self._names}]
        edited = [] if self._force else [name for name in gone if self._is_edited(name)]
        self._kept += (self._folder.path / name for name in edited)
        removed = self._removed([name for name in gone if name not in edited])
        self._write_manifest()
        kept = {*self._kept}
        paths = tuple(self._folder.path / name for name in self._names)
        return Written(
            tuple(path for path in paths if path not in kept), removed, tuple(self._kept)
        )

    def _removed(self, names: Sequence[str]) -> tuple[Path, ...]:
        there = [name for name in names if self._folder.holds(name)]
        for name in there:
            with naming_file(self._folder.path / name):
                self._folder.remove(name)
        for name in names:
            del self._hashes[name]
            self._made_of.pop(name, None)
        return tuple(self._folder.path / name for name in there)

    def _is_edited(self, name: str, *also: str) -> bool:
        """Tell whether a file is there that is neither as it was made nor as it would be."""
        path = self._folder.path / name
        with naming_file(path):
            data = self._folder.read(name)
        if data is None and path.is_dir():
            raise InTheWay(display_path(path), "file")
        return data is not None and is_edited(data, {*self._hashes.get(name, ()), *also})

    def _write_manifest(self) -> None:
        data = manifest_bytes(self._hashes, self._made_of)
        with naming_file(self._folder.path / MANIFEST):
            if self._hashes and self._folder.read(MANIFEST) != data:
                self._place(MANIFEST, data)

    def _place(self, name: str, data: bytes) -> None:
        with naming_file(self._folder.path / name):
            if self._folder.holds(_STAGED):  # of a run that was killed
                self._folder.remove(_STAGED)
            self._folder.write_new(_STAGED, data)
            self._folder.take(name, self._folder, _STAGED)
