"""Folders in the output that are of no hearing any more: found, and taken away when asked to."""

import contextlib
from collections.abc import Collection
from pathlib import Path

from hearingkit.workflows.folder import Folder
from hearingkit.workflows.manifest import MANIFEST, Hash, is_edited, read_manifest
from hearingkit.workflows.output import Written
from hearingkit.workflows.user_files import naming_file


def leftovers(root: Path, declared: Collection[str]) -> tuple[Path, ...]:
    """Return the folders that a hearing was rendered into which the data no longer holds.

    Args:
        root: The output folder; it may be missing.
        declared: The ids of all hearings of the data.
    """
    try:
        return tuple(
            path
            for path in sorted(root.iterdir())
            if path.name not in declared and _is_rendered(path)
        )
    except OSError:  # there is none, or nobody may look into it
        return ()


def left_beside(written: Written, *, to_each: bool) -> tuple[Path, ...]:
    """Return the folders that a run left as they were, beside those in which it changed a file.

    Whether they are of an earlier state is not looked into.

    Args:
        written: What the run did.
        to_each: Whether it made letters to each recipient; then those to all are left, else these.
    """
    if to_each:
        folders = dict.fromkeys(one.parent for one in written.renewed)
        return tuple(filter(_has_manifest, folders))
    return tuple(inside for one in written.renewed for inside in _inside(one))


def prune(folders: Collection[Path], *, force: bool = False) -> Written:
    """Take folders away, with all that was rendered into them; what else is in them stays.

    A folder in which a file was edited is kept as it is.

    Args:
        folders: Folders as ``leftovers`` returns them; all in the same folder.
        force: Also take away files that were changed after they were rendered.

    Raises:
        HearingkitError: If a folder has become a link, another run keeps the output folder, or the
            file system refuses.
    """
    return Written.joined(
        _pruned(path, force=force) for folder in folders for path in (*_inside(folder), folder)
    )


def _inside(folder: Path) -> tuple[Path, ...]:
    """Return the folders of letters to each recipient."""
    if folder.is_symlink() or not folder.is_dir():
        return ()
    with contextlib.suppress(OSError):
        return tuple(path for path in sorted(folder.iterdir()) if _has_manifest(path))
    return ()


def _is_rendered(path: Path) -> bool:
    return _has_manifest(path) or bool(_inside(path))


def _has_manifest(path: Path) -> bool:
    if path.is_symlink() or not path.is_dir():
        return False
    with contextlib.suppress(OSError), Folder(path) as folder:
        return bool(read_manifest(folder).hashes)
    return False


def _is_edited(folder: Folder, name: str, known: Collection[Hash]) -> bool:
    data = folder.read(name)
    return data is not None and is_edited(data, known)


def _pruned(path: Path, *, force: bool) -> Written:
    with naming_file(path), Folder(path.parent) as parent:
        parent.lock()
        with parent.below(path.name) as folder:
            hashes = read_manifest(folder).hashes
            there = [name for name in hashes if folder.holds(name)]
            edited = [name for name in there if _is_edited(folder, name, hashes[name])]
            if edited and not force:
                return Written(kept=tuple(path / name for name in edited))
            for name in (*there, *([MANIFEST] if folder.holds(MANIFEST) else [])):
                folder.remove(name)
        if parent.remove_folder(path.name):
            return Written(removed=(path,))
        return Written(removed=tuple(path / name for name in there))
