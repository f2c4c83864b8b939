"""Read the data files of a workspace."""

from collections.abc import Collection, Iterable, Mapping
from pathlib import Path

from hearingkit.findings import Finding
from hearingkit.source.file import SourceFile
from hearingkit.source.reader import (
    link_outside,
    missing,
    read,
    read_text,
    too_large_together,
)
from hearingkit.validation.sections import HEARINGS
from hearingkit.workflows.bodies import with_texts
from hearingkit.workflows.near_files import near_of
from hearingkit.workflows.workspace import STDIN, Workspace, display_path

STDIN_NAME = "<stdin>"
"""What findings call standard input."""


def name_of(path: Path) -> str:
    """Return what findings call a data file."""
    return STDIN_NAME if path == STDIN else display_path(path)


def read_all(
    workspace: Workspace,
    paths: Iterable[Path],
    given: Mapping[Path, bytes] | None = None,
    ids: Collection[str] = (),
) -> tuple[list[SourceFile], list[Finding]]:
    """Read data files, with the texts that stand in files of their own.

    Args:
        workspace: Theirs.
        paths: The files, in order.
        given: Content to use in place of some of them; ``-`` is standard input.
        ids: Read only these hearings; of the others, only the syntax. Empty for all.

    Returns:
        What could be read, up to the file with which it is too much; and the findings.
    """
    given = given or {}
    sources: list[SourceFile] = []
    found: list[Finding] = []
    wanted = (lambda section, id_: section != HEARINGS or id_ in ids) if ids else None
    size = values = 0
    for path in paths:
        name = name_of(path)
        size += len(given[path]) if path in given else size_of(path)
        if refused := too_large_together(name, size, values):
            found.append(refused)
            break
        if path in given:
            source, faults = read_text(given[path], name, wanted)
        elif workspace.is_link_outside(path):
            source, faults = None, (link_outside(name),)
        else:
            source, faults = read(path, name, wanted)
            if source is None and _is_missing(path):
                faults = (_not_there(path, workspace),)
        found.extend(faults)
        if source:
            values += len(source.values)
            sources.append(with_texts(source, workspace))
    return sources, found


def _is_missing(path: Path) -> bool:
    """Return whether nothing is at a path, not even a link; what is barred may be there."""
    try:
        path.lstat()
    except FileNotFoundError:
        return True
    except (OSError, ValueError):
        return False
    return False


def _not_there(path: Path, workspace: Workspace) -> Finding:
    """Return the finding for a path that leads to nothing: what is near to it, or in the data."""
    data = workspace.root / "data"
    near = near_of(path) or near_of(data / path.name)
    there = f"{display_path(data)}/" if data.is_dir() else ""
    return missing(display_path(path), display_path(near) if near else "", there)


def size_of(path: Path) -> int:
    """Return the size of a file in bytes; 0 where it isn't known, and reading will fail."""
    try:
        return path.stat().st_size
    except (OSError, ValueError):
        return 0
