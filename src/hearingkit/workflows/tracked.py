"""Leave out of a workspace what git does not track: drafts that are no part of a commit."""

import dataclasses
import os
import subprocess
from pathlib import Path
from typing import Final

from hearingkit import errors
from hearingkit.workflows.workspace import STDIN, Workspace, display_path

# Whatever a configuration names as fsmonitor is a program; it is of no use here.
_LIST: Final = ("git", "-c", "core.fsmonitor=false", "ls-files", "-z", "--recurse-submodules")

_SEEN_FROM_HERE: Final = ("GIT_DIR", "GIT_INDEX_FILE", "GIT_WORK_TREE")


def tracked_alone(workspace: Workspace) -> Workspace:
    """Return the workspace with only the data files that are in git's index.

    A file that the data names is missing (HK114) where it is not there too.

    Raises:
        HearingkitError: If git is missing, or the workspace is in no repository.
    """
    known = _tracked(workspace.root)
    files, asked = (
        tuple(path for path in paths if path == STDIN or os.path.realpath(path) in known)
        for paths in (workspace.files, workspace.asked)
    )
    return dataclasses.replace(workspace, files=files, asked=asked, tracked=known)


def _tracked(root: Path) -> frozenset[str]:
    """Return the real paths of all files below a folder that git tracks."""
    try:
        done = subprocess.run(  # noqa: S603 (it is fixed)
            _LIST, cwd=root, env=git_environment(), capture_output=True, check=False
        )
    except OSError:
        raise errors.not_tracked(display_path(root), "git is not installed") from None
    if done.returncode:
        raise errors.not_tracked(display_path(root), reason_of_git(done.stderr))
    names = (os.fsdecode(name) for name in done.stdout.split(b"\0") if name)
    return frozenset(os.path.realpath(root / name) for name in names)


def reason_of_git(told: bytes) -> str:
    """Return what git tells of a failure, in one line."""
    return " ".join(told.decode(errors="replace").split()).removeprefix("fatal: ")


def git_environment() -> dict[str, str]:
    """Return the environment; what git tells its hooks as seen from here, with whole paths."""
    seen = {name: os.environ[name] for name in _SEEN_FROM_HERE if name in os.environ}
    return {**os.environ, **{name: os.path.abspath(path) for name, path in seen.items()}}  # noqa: PTH100
