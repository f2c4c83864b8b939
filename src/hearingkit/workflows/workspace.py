"""Find the workspace and its data files."""

import functools
import os
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path

from hearingkit import errors
from hearingkit.assets import templates_dir
from hearingkit.config import FILE
from hearingkit.frozen import frozen
from hearingkit.source.hidden_names import HIDDEN_BEGINNINGS

STDIN = Path("-")
ENDINGS = {".yaml", ".yml"}
"""Of data files, in small letters."""
_MOST_NAMED = 3  # files that a message names


@frozen(slots=False)
class Workspace:
    """A folder with hearing data.

    Attributes:
        root: The folder; files that the data names must be inside it.
        files: The data files, in order.
        asked: The data files that the user asked about; empty for all.
        tracked: The real paths of the files that git tracks; None where all files count.
    """

    root: Path
    files: tuple[Path, ...]
    asked: tuple[Path, ...] = ()
    tracked: frozenset[str] | None = None

    @property
    def templates(self) -> Path | None:
        """Return the folder of what the workspace puts in place of built-in texts; None if none.

        A checkout of hearingkit is a workspace too, but its templates are the built-in ones.
        """
        own = self.root / "templates"
        return own if own.is_dir() and not own.samefile(templates_dir()) else None

    @property
    def own_templates(self) -> Path | None:
        """Return the folder of the workspace's own letter templates; None if it has none."""
        own = self.templates / "letters" if self.templates else None
        return own if own and own.is_dir() else None

    @functools.cached_property
    def real_root(self) -> str:
        """Return the folder, whatever links lead to it."""
        return os.path.realpath(self.root)

    @functools.cached_property
    def _folders(self) -> Mapping[str, Path]:
        return {display_path(path): path.parent for path in self.files}

    def folder_of(self, name: str) -> Path:
        """Return the folder of a data file, by the file's name in findings.

        Paths in its data are relative to it; for standard input it is the root.
        """
        return self._folders.get(name, self.root)

    def is_left_out(self, path: Path) -> bool:
        """Return whether a file, by its real path, is one that git does not track."""
        return self.tracked is not None and os.fspath(path) not in self.tracked

    def is_link_outside(self, path: Path) -> bool:
        """Return whether a file of the workspace leads out of it through a link.

        It is one of the workspace if a folder above it is, also where a link leads to that folder.
        """
        if self._holds(path):
            return False
        return any(map(self._holds, Path(os.path.abspath(path)).parents))  # noqa: PTH100

    def _holds(self, path: Path) -> bool:
        return Path(os.path.realpath(path)).is_relative_to(self.real_root)


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
    above = _root(here)
    if above is None and not paths:
        raise errors.no_workspace(os.fspath(start))
    root = above or here
    folders = paths or (_data(root),)
    asked = {
        os.path.realpath(file): file
        for path in folders
        for file in _files(path, root if _lies_in(path, root) else path)
    }
    book = {os.path.realpath(file): file for file in _files_in(root / "data", root)}
    files = book | asked if asked.keys() & book.keys() else asked
    return Workspace(root, tuple(files.values()), tuple(asked.values()))


def usual_folder(workspace: Workspace) -> Path:
    """Return the folder that hearings are rendered into where no other is named."""
    return workspace.root / "out"


def display_path(path: Path) -> str:
    """Return a path for messages: relative to the current folder if that is shorter."""
    try:
        relative = os.path.relpath(path)
    except (ValueError, OSError):  # another drive, on Windows; a folder that has been deleted
        relative = os.fspath(path)
    name = relative if len(relative) <= len(os.fspath(path)) else os.fspath(path)
    return name.replace(os.sep, "/")


def _lies_in(path: Path, folder: Path) -> bool:
    """Return whether a path leads into a folder by its own names, whatever links stand there."""
    return Path(os.path.abspath(path)).is_relative_to(os.path.realpath(folder))  # noqa: PTH100


def _root(start: Path) -> Path | None:
    return next((folder for folder in (start, *start.parents) if _is_root(folder)), None)


def _is_root(folder: Path) -> bool:
    # Unlike the methods of Path, these return False without permission.
    return os.path.isfile(folder / FILE) or os.path.isdir(folder / "data")  # noqa: PTH112, PTH113


def _data(root: Path) -> Path:
    folder = root / "data"
    if not folder.is_dir():
        raise _no_data(folder)
    return folder


def _no_data(folder: Path) -> errors.HearingkitError:
    """Return the error for a folder without data: what else is there, and where data may begin."""
    names = sorted(path.name for path in children(folder) if path.is_file())
    target = folder.parent if folder.name == "data" else folder
    above = _root(Path(os.path.realpath(target)))
    is_free = above is None or (above.samefile(target) and not (target / FILE).exists())
    begin = display_path(target) if is_free else None
    return errors.no_data(display_path(folder), names[:_MOST_NAMED], begin)


def _files(path: Path, within: Path) -> Iterator[Path]:
    """Yield the files of a path: the file itself, the files in a folder, or matches of a pattern.

    A pattern comes here where no shell has expanded it: on Windows, or from a configuration.
    """
    if not os.path.lexists(path) and any(sign in path.name for sign in "*?["):
        matching = sorted(path.parent.glob(path.name))
        if not path.name.startswith("."):
            matching = [one for one in matching if not one.name.startswith(HIDDEN_BEGINNINGS)]
        if not matching:
            raise errors.no_match(display_path(path))
        yield from matching
        return
    if not os.path.isdir(path):  # noqa: PTH112 (as above)
        yield path
        return
    inside = _files_in(path, within)
    if not inside:
        raise _no_data(path)
    yield from inside


def _files_in(folder: Path, within: Path) -> list[Path]:
    """Return the data files of a folder and its subfolders; empty if there is no folder.

    Hidden files and folders are left alone. A link to a folder outside of ``within`` is not
    followed: it stands in the list itself, so that it can be reported.
    """
    files: list[Path] = []
    real = os.path.realpath(folder)
    waiting, seen = [folder], {real, *map(str, Path(real).parents)}
    while waiting:
        for path in children(waiting.pop()):
            if not os.path.isdir(path):  # noqa: PTH112 (as above)
                files += [path] if path.suffix.lower() in ENDINGS else []
                continue
            real = os.path.realpath(path)
            if path.is_symlink() and not Path(real).is_relative_to(os.path.realpath(within)):
                files.append(path)
            elif real not in seen:
                seen.add(real)
                waiting.append(path)
    return sorted(files)


def children(folder: Path) -> list[Path]:
    """Return what is in a folder, without hidden files and those of editors; nothing without it.

    Raises:
        HearingkitError: If the file system refuses.
    """
    try:
        return [path for path in folder.iterdir() if not path.name.startswith(HIDDEN_BEGINNINGS)]
    except (FileNotFoundError, NotADirectoryError):
        return []
    except OSError as error:
        raise errors.cannot_read(display_path(folder), errors.reason_of(error)) from None
