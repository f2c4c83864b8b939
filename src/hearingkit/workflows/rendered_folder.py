"""A folder of rendered files, and the manifest beside them, by which edited files are known.

The manifest is written before files are put in their places, with the old and the new hash of each,
and again after that. So no file looks edited after a run that was killed; and none is taken for
what it was made of before, which the manifest doesn't say in between.
"""

import os
from collections.abc import Collection, Mapping
from pathlib import Path

from hearingkit.errors import InTheWay
from hearingkit.frozen import frozen
from hearingkit.workflows.folder import Folder
from hearingkit.workflows.manifest import (
    MANIFEST,
    Hash,
    is_edited,
    manifest_pieces,
    read_manifest,
)
from hearingkit.workflows.staging_folder import StagingFolder
from hearingkit.workflows.user_files import naming_file
from hearingkit.workflows.workspace import display_path


@frozen
class Ready:
    """A file that is ready to be moved to its place.

    Attributes:
        hash: The hash of its content.
        staged: Its name in the stage; None if there is a file with this content already.
        made_of: A hash of what it was made of; empty where nobody will ask.
    """

    hash: Hash
    staged: str | None
    made_of: Hash = b""


class RenderedFolder:
    """An open folder of rendered files.

    Args:
        folder: The folder.
        stage: Where files are finished before they are moved into it.
    """

    def __init__(self, folder: Folder, stage: StagingFolder) -> None:
        self._folder, self._stage = folder, stage
        manifest = read_manifest(folder)
        self._hashes, self._made_of = dict(manifest.hashes), dict(manifest.made_of)
        self._is_written = True  # whether the manifest is as it should be

    def __len__(self) -> int:
        """Return how many files were rendered into it."""
        return len(self._hashes)

    def path(self, name: str) -> Path:
        """Return the path of a file."""
        return self._folder.path / name

    def held_another(self, name: str, hash_: Hash) -> bool:
        """Return whether a file of this name, but not of this content, was rendered into it."""
        return hash_ not in self._hashes.get(name, (hash_,))

    def others(self, names: Collection[str]) -> tuple[str, ...]:
        """Return the names of what was rendered into it before, but for some."""
        return tuple(name for name in self._hashes if name not in names)

    def holds(self, name: str, made_of: Hash) -> bool:
        """Return whether a file is there as it was made, and it was made of the same."""
        same = self._made_of.get(name) == made_of
        return same and self._folder.holds(name) and not self.is_edited(name)

    def is_edited(self, name: str, *also: Hash) -> bool:
        """Return whether a file is there that is neither as it was made nor as it would be.

        Args:
            name: The file.
            also: Hashes of what it would be.

        Raises:
            InTheWay: If it is a folder.
        """
        with naming_file(self._folder.path, name):
            data = self._folder.read(name)
        if data is None and os.path.isdir(os.path.join(self._folder.path, name)):  # noqa: PTH112, PTH118
            raise InTheWay(display_path(self.path(name)), "file")
        return data is not None and is_edited(data, {*self._hashes.get(name, ()), *also})

    def put(self, files: Mapping[str, Ready], gone: Collection[str] = ()) -> tuple[Path, ...]:
        """Move files to their places, and take others away.

        Args:
            files: The files by name.
            gone: The names of those that are not rendered any more.

        Returns:
            What was there and was taken away.
        """
        for name, file in files.items():
            known = self._hashes.get(name, ())
            self._note(name, known if file.hash in known else (*known, file.hash))
        self._write_manifest()
        for name, file in files.items():
            self._move(name, file.staged)
            self._note(name, (file.hash,), file.made_of)
        removed = tuple(self.path(name) for name in gone if self._removed(name))
        self._write_manifest()
        return removed

    def _removed(self, name: str) -> bool:
        self._note(name, ())
        there = self._folder.holds(name)
        if there:
            with naming_file(self._folder.path, name):
                self._folder.remove(name)
        return there

    def _note(self, name: str, hashes: tuple[Hash, ...], made_of: Hash = b"") -> None:
        """Note what the manifest is to hold of a file; nothing where there are no hashes."""
        before = self._hashes.pop(name, ()), self._made_of.pop(name, b"")
        self._is_written = self._is_written and before == (hashes, made_of)
        if hashes:
            self._hashes[name] = hashes
        if made_of:
            self._made_of[name] = made_of

    def _write_manifest(self) -> None:
        if self._hashes and not self._is_written:
            with naming_file(self._folder.path, MANIFEST):
                pieces = manifest_pieces(self._hashes, self._made_of)
                self._move(MANIFEST, self._stage.hold(pieces))
            self._is_written = True

    def _move(self, name: str, staged: str | None) -> None:
        if staged is not None:
            with naming_file(self._folder.path, name):
                self._stage.move(staged, self._folder, name)
