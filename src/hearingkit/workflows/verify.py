"""Compare what stands in an output folder with what was rendered into it."""

import enum
from collections.abc import Iterator
from pathlib import Path

from hearingkit import errors
from hearingkit.frozen import frozen
from hearingkit.reporters.json_text import json_text
from hearingkit.source.hidden_names import is_hidden
from hearingkit.workflows.folder import Folder
from hearingkit.workflows.manifest import MANIFEST, Hash, Hashes, is_edited, read_manifest
from hearingkit.workflows.user_files import naming_file
from hearingkit.workflows.workspace import display_path, find_workspace, usual_folder


class Change(enum.StrEnum):
    """What happened to a file after it was rendered."""

    CHANGED = "changed"
    MISSING = "missing"
    ADDED = "added"
    """It was not rendered."""
    UNFINISHED = "unfinished"
    """A run that should replace it was stopped; it may be the old or the new one."""


@frozen
class Difference:
    """A file that is not as it was rendered.

    Attributes:
        path: Where it is, or was.
        change: What happened to it.
    """

    path: Path
    change: Change


@frozen
class Verified:
    """What stands in an output folder.

    Attributes:
        differences: The files that are not as they were rendered, in order.
        files: How many files were rendered.
    """

    differences: tuple[Difference, ...]
    files: int


def verified_as_json(verified: Verified) -> str:
    """Return what was compared as JSON."""
    differences = [
        {"file": display_path(one.path), "change": one.change.value} for one in verified.differences
    ]
    return json_text({"version": 1, "files": verified.files, "differences": differences})


def verify(start: Path, folder: Path | None = None) -> Verified:
    """Compare the files of an output folder with the manifests beside them.

    What doesn't count stands at ``is_edited``; nor do files that editors and systems keep in a
    folder. Nothing is rendered for it.

    Args:
        start: A folder in the workspace, whose ``out`` is compared.
        folder: Another output folder; None for that of the workspace.

    Raises:
        HearingkitError: If nothing was rendered into the folder, or it can't be read.
    """
    root = folder or usual_folder(find_workspace(start))
    rendered = tuple(_rendered_folders(root))
    if not rendered:
        raise errors.nothing_rendered(display_path(root))
    differences = tuple(one for path, names in rendered for one in _differences(path, names))
    return Verified(differences, sum(len(names) for _, names in rendered))


def _rendered_folders(root: Path) -> Iterator[tuple[Path, Hashes]]:
    """Yield each folder with a manifest, and what the manifest holds."""
    try:
        paths = sorted(path for path in _folders_of(root) if (path / MANIFEST).is_file())
    except FileNotFoundError:
        return
    except OSError as error:
        raise errors.cannot_read(display_path(root), errors.reason_of(error)) from None
    for path in paths:
        with naming_file(path), Folder(path) as folder:
            yield path, read_manifest(folder).hashes


def _folders_of(root: Path) -> Iterator[Path]:
    """Yield a folder, those of hearings in it, and in these the ones of letters to recipients."""
    yield root
    for path in root.iterdir():
        yield path
        yield from path.iterdir() if path.is_dir() else ()


def _differences(path: Path, hashes: Hashes) -> Iterator[Difference]:
    if not hashes:
        yield Difference(path / MANIFEST, Change.CHANGED)
    with naming_file(path), Folder(path) as folder:
        for name in sorted({*hashes, *folder.names()} - {MANIFEST}):
            if name not in hashes and (is_hidden(name) or not folder.holds(name)):
                continue  # of a program, or a folder
            if change := _change(folder, name, hashes.get(name)):
                yield Difference(path / name, change)


def _change(folder: Folder, name: str, known: tuple[Hash, ...] | None) -> Change | None:
    if known is None:
        return Change.ADDED
    try:
        data = folder.read(name)
    except OSError as error:
        raise errors.cannot_read(
            display_path(folder.path / name), errors.reason_of(error)
        ) from None
    if data is None:
        return Change.MISSING
    if is_edited(data, known):
        return Change.CHANGED
    return Change.UNFINISHED if len(known) > 1 else None
