"""Leave out of a workspace what git does not track: drafts that are no part of a commit."""

import dataclasses
import functools
import os
from pathlib import Path

from hearingkit import errors
from hearingkit.workflows.git import answer_of_git
from hearingkit.workflows.workspace import STDIN, Workspace, display_path


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
    fault = functools.partial(errors.not_tracked, display_path(root))
    listed = answer_of_git(root, fault, "ls-files", "-z", "--recurse-submodules")
    names = (os.fsdecode(name) for name in listed.split(b"\0") if name)
    return frozenset(os.path.realpath(root / name) for name in names)
