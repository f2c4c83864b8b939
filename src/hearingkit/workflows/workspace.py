"""Where the data is: the workspace, and the files of a book of hearings."""

import os
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from hearingkit.errors import NoData, NoWorkspace

_ENDINGS = {".yaml", ".yml"}


@dataclass(frozen=True, slots=True)
class Workspace:
    """A folder with hearing data.

    Attributes:
        root: Nothing that data names may lie outside it.
        files: The files of one book, in order.
    """

    root: Path
    files: tuple[Path, ...]

    @property
    def own_templates(self) -> Path:
        """Return where the workspace keeps letter templates of its own, if it has any."""
        return self.root / "templates" / "letters"


def find_workspace(start: Path, paths: Sequence[Path] = ()) -> Workspace:
    """Return the workspace above a folder.

    Args:
        start: Where to begin looking upwards.
        paths: Files or folders to read instead of the workspace's own data.

    Raises:
        NoWorkspace: If no folder upwards has ``hearingkit.toml`` or ``data``.
        NoData: If there is no YAML file in it.
    """
    root = _root(start.resolve())
    if paths:
        files = tuple(file for path in paths for file in _files(path))
        return Workspace(root or start.resolve(), tuple(dict.fromkeys(files)))
    if root is None:
        raise NoWorkspace(os.fspath(start))
    return Workspace(root, _files(root / "data"))


def shown(path: Path) -> str:
    """Return how a path is named in messages: relative to here where that is shorter."""
    try:
        relative = os.path.relpath(path)
    except ValueError:  # another drive, on Windows
        relative = os.fspath(path)
    name = relative if len(relative) <= len(os.fspath(path)) else os.fspath(path)
    return name.replace(os.sep, "/")


def folder_of(workspace: Workspace, name: str) -> Path:
    """Return the folder of a file of the book, which paths in its data are relative to."""
    folders = (path.parent for path in workspace.files if shown(path) == name)
    return next(folders, workspace.root)


def _root(start: Path) -> Path | None:
    for folder in (start, *start.parents):
        if (folder / "hearingkit.toml").is_file() or (folder / "data").is_dir():
            return folder
    return None


def _files(path: Path) -> tuple[Path, ...]:
    if not path.is_dir():
        return (path,)
    files = tuple(sorted(file for file in path.iterdir() if file.suffix.lower() in _ENDINGS))
    if not files:
        raise NoData(shown(path))
    return files
