"""Which file is meant by a path that leads to none."""

import os
import unicodedata
from pathlib import Path, PurePath, PureWindowsPath
from typing import Final

from hearingkit.quoting import nearest
from hearingkit.source.characters import UNSEEN
from hearingkit.source.hidden_names import LOCK

_HERE: Final = frozenset({"", ".", ".."})


def near_of(path: Path) -> Path | None:
    """Return the path that may be meant by one that leads to nothing; None if none is near.

    Args:
        path: From its root on.
    """
    begin = Path(path.anchor)
    near = near_path(begin, path.relative_to(begin).as_posix())
    return begin / near if near else None


def near_or_elsewhere(folder: Path, name: str, root: Path) -> str:
    """Return the path, from a folder, of a file that may be meant by another; empty if none is.

    One may have written it as seen from the workspace, or with folders of another computer.

    Args:
        folder: Where the path begins.
        name: The path as written.
        root: The folder of the workspace.
    """
    bare = PureWindowsPath(name).name
    tries = ((folder, name), (root, name), (folder, bare), (root, bare))
    near = (begin / found for begin, path in tries if (found := near_file(begin, path)))
    return next((PurePath(os.path.relpath(one, folder)).as_posix() for one in near), "")


def near_file(folder: Path, name: str) -> str:
    """Return the path of a file that may be meant by another, as ``near_path`` does."""
    near = near_path(folder, name)
    return near if folder.joinpath(near).is_file() else ""


def near_path(folder: Path, name: str) -> str:
    """Return the path of a file or a folder that may be meant by another; empty if none is near.

    Capital and small letters, slash and backslash are the same here, and so are signs that look
    alike: an å of two characters, as a Mac writes it in a name, and an å of one.

    Args:
        folder: Where the path begins.
        name: The path as written.
    """
    found: list[str] = []
    for step in name.replace("\\", "/").split("/"):
        near = step if step in _HERE else _near(folder.joinpath(*found), step)
        if near is None:
            return ""
        found.append(near)
    return "/".join(found)


def look_alike(name: str, other: str) -> bool:
    """Return whether two names look the same to a reader."""
    return _look(name) == _look(other)


def _near(folder: Path, step: str) -> str | None:
    """Return the name in a folder that is the nearest to another; None where none is near."""
    try:
        names = sorted(os.listdir(folder))  # noqa: PTH208 (the names alone)
        names = [name for name in names if not name.startswith(LOCK)]
    except (OSError, ValueError):
        return None
    if step in names:
        return step
    alike = (one for one in names if _look(one).casefold() == _look(step).casefold())
    return next(alike, None) or nearest(step, names) or None


def _look(name: str) -> str:
    return " ".join(UNSEEN.sub("", unicodedata.normalize("NFKC", name)).split())
