"""The office's own font for PDFs, in a folder of the workspace that ``hearingkit.toml`` names."""

import hashlib
import os
from collections.abc import Iterator
from pathlib import Path
from typing import Final

from hearingkit import errors
from hearingkit.config import OwnFont
from hearingkit.workflows.policy import configured_in, policy_of
from hearingkit.workflows.workspace import Workspace
from hearingkit.writers.dress import Font

MOST_MEGABYTES: Final = 50
"""The largest size of a folder of fonts, with all that is in it."""
MOST_FILES: Final = 200
"""The most files and folders that may be in it."""


def own_font(workspace: Workspace) -> Font | None:
    """Return the font that a workspace names for its PDFs; None if it names none.

    Raises:
        HearingkitError: If its folder isn't there, can't be read, leads out of the workspace or is
            too large.
    """
    asked = policy_of(workspace).font
    if asked is None:
        return None
    try:
        return Font(asked.family, str(workspace.root / asked.folder), _content(workspace, asked))
    except _Unusable as why:
        problem = f'[pdf] fonts: "{asked.folder}" {why}'
    except (OSError, ValueError):
        problem = f'[pdf] fonts: "{asked.folder}" is no folder that can be read'
    raise errors.bad_config(configured_in(workspace, "pdf", "fonts"), problem)


class _Unusable(Exception):
    """A folder of fonts can't be used; says why."""


def _content(workspace: Workspace, asked: OwnFont) -> str:
    """Return a hash of all that is in a folder."""
    files = [*_files(workspace, workspace.root / asked.folder)]
    if sum(file.stat().st_size for file in files) > MOST_MEGABYTES * 1_000_000:
        raise _Unusable(f"is larger than {MOST_MEGABYTES} MB; leave the fonts that letters need")
    found = hashlib.sha256()
    for file in files:
        found.update(hashlib.sha256(file.read_bytes()).digest())
    return found.hexdigest()


def _files(workspace: Workspace, folder: Path) -> Iterator[Path]:
    root = Path(os.path.realpath(workspace.root))
    waiting, seen = [folder], 0
    while waiting:
        here = waiting.pop()
        if not Path(os.path.realpath(here)).is_relative_to(root):
            raise _Unusable("leads out of the workspace; copy the fonts into it")
        if here.is_file():
            yield here
            continue
        inside = sorted(here.iterdir()) if here.is_dir() or here == folder else []
        seen += len(inside)
        if seen > MOST_FILES:
            raise _Unusable(
                f"holds more than {MOST_FILES} files; leave the fonts that letters need"
            )
        waiting += inside
