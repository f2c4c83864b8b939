"""A folder into which files go some at a time, so that a run that was stopped can go on."""

from collections.abc import Iterable
from pathlib import Path
from typing import Final

from hearingkit.workflows.manifest import MANIFEST, Hash, hash_of
from hearingkit.workflows.output import FilesIn, Output, Written
from hearingkit.workflows.rendered_folder import Ready, RenderedFolder
from hearingkit.workflows.staging_folder import StagingFolder

_AT_ONCE: Final = 20
"""How many files wait at least before they are put in their places."""
_SHARE: Final = 8
"""Of what is there, one file in this many may wait: the manifest names all each time."""


class GrowingFolder:
    """A folder that grows.

    Args:
        folder: The folder.
        stage: Where files wait.
        force: Also replace, and take away, files that were changed after they were made.
    """

    def __init__(self, folder: RenderedFolder, stage: StagingFolder, *, force: bool) -> None:
        self._folder, self._stage, self._force = folder, stage, force
        self._waiting: dict[str, Ready] = {}
        self._names: dict[str, None] = {}
        self._kept: list[Path] = []
        self._has_renewed = False

    def holds(self, name: str, made_of: Hash) -> bool:
        """Return whether a file is there, as it was made of the same; then it is passed over."""
        is_there = self._folder.holds(name, made_of)
        if is_there:
            self._names[name] = None
        return is_there

    def fill(self, files: Iterable[Output]) -> Written:
        """Put files in their places, and take away what was made before and is not any more.

        Where the run is stopped, what is made by then is put in its place; a file that somebody has
        changed is kept.
        """
        try:
            for one in files:
                self._put(one)
        finally:
            self._settle()
        gone = self._folder.others(self._names)
        edited = [] if self._force else [name for name in gone if self._folder.is_edited(name)]
        self._kept += map(self._folder.path, edited)
        removed = self._folder.put({}, [name for name in gone if name not in edited])
        kept = {path.name for path in self._kept}
        names = tuple(name for name in self._names if name not in kept)
        folder = self._folder.path(MANIFEST).parent
        is_renewed = self._has_renewed or bool(removed)
        renewed = (folder,) if is_renewed else ()
        return Written((FilesIn(folder, names),), removed, tuple(self._kept), renewed)

    def _put(self, output: Output) -> None:
        name, hash_ = output.name, hash_of(output.data)
        self._names[name] = None
        if not self._force and self._folder.is_edited(name, hash_):
            self._kept.append(self._folder.path(name))
            return
        self._has_renewed = self._has_renewed or self._folder.held_another(name, hash_)
        self._waiting[name] = Ready(hash_, self._stage.hold([output.data]), output.made_of)
        if len(self._waiting) >= max(_AT_ONCE, len(self._folder) // _SHARE):
            self._settle()

    def _settle(self) -> None:
        waiting, self._waiting = self._waiting, {}  # what can't be put is not tried again
        self._folder.put(waiting)
