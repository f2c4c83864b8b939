"""Find the workspace and its data files."""

import functools
import os
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from hearingkit import errors
from hearingkit.assets import templates_dir

_ENDINGS = {".yaml", ".yml"}


@dataclass(frozen=True)
class Workspace:
    """A folder with hearing data.

    Attributes:
        root: The folder; files that the data names must be inside it.
        files: The data files, in order.
        asked: The data files that the user asked about; empty for all.
    """

    root: Path
    files: tuple[Path, ...]
    asked: tuple[Path, ...] = ()

    @property
    def own_templates(self) -> Path | None:
        """Return the folder of the workspace's own letter templates; None if it has none.

        A checkout of hearingkit is a workspace too, but its templates are the built-in ones.
        """
        own = self.root / "templates" / "letters"
        built_in = templates_dir() / "letters"
        return own if own.is_dir() and not own.samefile(built_in) else None

    @functools.cached_property
    def _folders(self) -> Mapping[str, Path]:
        return {display_path(path): path.parent for path in self.files}

    def folder_of(self, name: str) -> Path:
        """Return the folder of a data file, by the file's name in findings.

        Paths in its data are relative to it; for standard input it is the root.
        """
        return self._folders.get(name, self.root)

    def is_link_outside(self, path: Path) -> bool:
        """Return whether a file of the workspace leads out of it through a link."""
        root = os.path.realpath(self.root)
        lies_inside = Path(os.path.abspath(path)).is_relative_to(root)  # noqa: PTH100 (no link is followed)
        return lies_inside and not Path(os.path.realpath(path)).is_relative_to(root)


def find_workspace(start: Path, paths: Sequence[Path] = ()) -> Workspace:
    """Return the workspace at or above a folder.

    Args:
        start: The folder where the search starts.
        paths: Files or folders that the user asked about; empty for all data. If one of them is
            data of the workspace, the rest of the data is read too, as it may refer to it.

    Raises:
        HearingkitError: If ``start`` is no folder, no folder upwards has ``hearingkit.toml`` or
            ``data``, there is no YAML file in it, or a folder can't be read.
    """
    if not os.path.isdir(start):  # noqa: PTH112 (Path.is_dir fails where permission is missing)
        raise errors.no_folder(os.fspath(start))
    try:
        here = Path(os.path.realpath(start))
    except OSError:  # the current folder was deleted
        raise errors.no_folder(os.fspath(start)) from None
    root = _root(here)
    if root is None and not paths:
        raise errors.no_workspace(os.fspath(start))
    folders = paths or (_data(root or here),)
    asked = {os.path.realpath(file): file for path in folders for file in _files(path)}
    book = {os.path.realpath(file): file for file in _files_in((root or here) / "data")}
    files = book | asked if asked.keys() & book.keys() else asked
    return Workspace(root or here, tuple(files.values()), tuple(asked.values()))


def display_path(path: Path) -> str:
    """Return a path for messages: relative to the current folder if that is shorter."""
    try:
        relative = os.path.relpath(path)
    except (ValueError, OSError):  # another drive, on Windows; a folder that has been deleted
        relative = os.fspath(path)
    name = relative if len(relative) <= len(os.fspath(path)) else os.fspath(path)
    return name.replace(os.sep, "/")


def _root(start: Path) -> Path | None:
    return next((folder for folder in (start, *start.parents) if _is_root(folder)), None)


def _is_root(folder: Path) -> bool:
    # Unlike the methods of Path, these return False without permission.
    return os.path.isfile(folder / "hearingkit.toml") or os.path.isdir(folder / "data")  # noqa: PTH112, PTH113


def _data(root: Path) -> Path:
    folder = root / "data"
    if not folder.is_dir():
        raise errors.no_data(display_path(folder))
    return folder


def _files(path: Path) -> Iterator[Path]:
    """Yield the files of a path: the file itself, the files in a folder, or matches of a pattern.

    A pattern comes here where no shell has expanded it: on Windows, or from a configuration.
    """
    if not os.path.lexists(path) and any(sign in path.name for sign in "*?["):
        matching = sorted(path.parent.glob(path.name))
        if not matching:
            raise errors.no_match(display_path(path))
        yield from matching
        return
    if not os.path.isdir(path):  # noqa: PTH112 (as above)
        yield path
        return
    inside = _files_in(path)
    if not inside:
        raise errors.no_data(display_path(path))
    yield from inside


def _files_in(folder: Path) -> list[Path]:
    """Return the data files of a folder; empty if there is no folder."""
    try:
        return sorted(file for file in folder.iterdir() if file.suffix.lower() in _ENDINGS)
    except (FileNotFoundError, NotADirectoryError):
        return []
    except OSError as error:
        raise errors.cannot_read(
            display_path(folder), (error.strerror or str(error)).lower()
        ) from None
