"""Where the data is: the workspace, and the files of a book of hearings."""

import functools
import os
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from hearingkit.assets import templates_dir
from hearingkit.errors import CannotRead, NoData, NoFolder, NoMatch, NoWorkspace

_ENDINGS = {".yaml", ".yml"}


@dataclass(frozen=True, slots=True)
class Workspace:
    """A folder with hearing data.

    Attributes:
        root: Nothing that data names may lie outside it.
        files: The files of one book, in order.
        asked: Those of them that a user asks about; empty for all.
    """

    root: Path
    files: tuple[Path, ...]
    asked: tuple[Path, ...] = ()

    @property
    def own_templates(self) -> Path | None:
        """Return where the workspace keeps letter templates of its own; None where it has none.

        A checkout of hearingkit is a workspace too: its templates are the built-in ones.
        """
        own = self.root / "templates" / "letters"
        built_in = templates_dir() / "letters"
        return own if own.is_dir() and not own.samefile(built_in) else None

    def is_left_by(self, path: Path) -> bool:
        """Tell whether a file of the workspace is, or lies behind, a link that leads out of it."""
        root = os.path.realpath(self.root)
        lies_inside = Path(os.path.abspath(path)).is_relative_to(root)  # noqa: PTH100 (no link is followed)
        return lies_inside and not Path(os.path.realpath(path)).is_relative_to(root)


def find_workspace(start: Path, paths: Sequence[Path] = ()) -> Workspace:
    """Return the workspace above a folder.

    Args:
        start: Where to begin looking upwards.
        paths: Files or folders that are asked about, instead of all the workspace's data. The
            rest of that data is read with one of its own files, which may refer to it.

    Raises:
        NoFolder: If ``start`` is no folder.
        NoWorkspace: If no folder upwards has ``hearingkit.toml`` or ``data``.
        NoData: If there is no YAML file in it.
        CannotRead: If a folder can't be looked into.
    """
    if not os.path.isdir(start):  # noqa: PTH112 (Path.is_dir fails where permission is missing)
        raise NoFolder(os.fspath(start))
    try:
        here = Path(os.path.realpath(start))
    except OSError:  # it has been deleted while one is in it
        raise NoFolder(os.fspath(start)) from None
    root = _root(here)
    if root is None and not paths:
        raise NoWorkspace(os.fspath(start))
    folders = paths or (_data(root or here),)
    asked = {os.path.realpath(file): file for path in folders for file in _files(path)}
    book = {os.path.realpath(file): file for file in _files_in((root or here) / "data")}
    files = book | asked if asked.keys() & book.keys() else asked
    return Workspace(root or here, tuple(files.values()), tuple(asked.values()))


def shown(path: Path) -> str:
    """Return how a path is named in messages: relative to here where that is shorter."""
    try:
        relative = os.path.relpath(path)
    except (ValueError, OSError):  # another drive, on Windows; a folder that has been deleted
        relative = os.fspath(path)
    name = relative if len(relative) <= len(os.fspath(path)) else os.fspath(path)
    return name.replace(os.sep, "/")


def folder_of(workspace: Workspace, name: str) -> Path:
    """Return the folder of a file of the book, which paths in its data are relative to.

    What comes from standard input stands as if in the workspace's own folder.
    """
    return _folders(workspace, os.path.realpath("")).get(name, workspace.root)


@functools.lru_cache(maxsize=1)
def _folders(workspace: Workspace, _here: str) -> Mapping[str, Path]:
    """Return the folder of each file by its name, which depends on where one is."""
    return {shown(path): path.parent for path in workspace.files}


def _root(start: Path) -> Path | None:
    return next((folder for folder in (start, *start.parents) if _is_root(folder)), None)


def _is_root(folder: Path) -> bool:
    # Unlike Path's own, these say no where permission is missing.
    return os.path.isfile(folder / "hearingkit.toml") or os.path.isdir(folder / "data")  # noqa: PTH112, PTH113


def _data(root: Path) -> Path:
    """Return the folder of a workspace's data.

    Raises:
        NoData: If there is none.
    """
    folder = root / "data"
    if not folder.is_dir():
        raise NoData(shown(folder))
    return folder


def _files(path: Path) -> Iterator[Path]:
    """Yield the files that a path means: itself, those in the folder, or those of a pattern.

    A pattern reaches us where no shell has understood it: on Windows, from a configuration.
    """
    if not os.path.lexists(path) and any(sign in path.name for sign in "*?["):
        matching = sorted(path.parent.glob(path.name))
        if not matching:
            raise NoMatch(shown(path))
        yield from matching
        return
    if not os.path.isdir(path):  # noqa: PTH112 (as above)
        yield path
        return
    inside = _files_in(path)
    if not inside:
        raise NoData(shown(path))
    yield from inside


def _files_in(folder: Path) -> list[Path]:
    """Return the data files of a folder; none where there is no folder.

    Raises:
        CannotRead: If it can't be looked into.
    """
    try:
        return sorted(file for file in folder.iterdir() if file.suffix.lower() in _ENDINGS)
    except (FileNotFoundError, NotADirectoryError):
        return []
    except OSError as error:
        raise CannotRead(shown(folder), (error.strerror or str(error)).lower()) from None
