"""Read the data of a workspace as git has it at an earlier revision."""

import functools
from collections.abc import Iterator
from typing import Final

from hearingkit import errors
from hearingkit.source.file import SourceFile
from hearingkit.source.reader import read_text
from hearingkit.workflows.git import answer_of_git
from hearingkit.workflows.reading import read_all
from hearingkit.workflows.workspace import ENDINGS, Workspace

_FILES: Final = (b"100644 ", b"100755 ")  # no links


def sources_of(workspace: Workspace, revision: str | None) -> list[SourceFile]:
    """Return the data of a workspace that can be read.

    Args:
        workspace: The workspace.
        revision: A revision as git knows it; None for the files as they are.

    Raises:
        HearingkitError: If git is missing, or knows no such revision.
    """
    if revision is None:
        return read_all(workspace, workspace.files)[0]
    blobs = _blobs(workspace, revision)
    read_ones = (read_text(data, f"{revision}:{name}")[0] for name, data in blobs)
    return [source for source in read_ones if source]


def _blobs(workspace: Workspace, revision: str) -> Iterator[tuple[str, bytes]]:
    """Yield the data files of a revision, by name from the root of the workspace."""
    listed = _git(workspace, revision, "ls-tree", "-r", "-z", revision, "--", "data/")
    for entry in filter(None, listed.split(b"\0")):
        about, _, name = entry.partition(b"\t")
        file = name.decode(errors="replace")
        if about.startswith(_FILES) and file.lower().endswith(tuple(ENDINGS)):
            blob = about.split()[2].decode()
            yield file, _git(workspace, revision, "cat-file", "blob", blob)


def _git(workspace: Workspace, revision: str, *arguments: str) -> bytes:
    fault = functools.partial(errors.cannot_read, f'the data at "{revision}"')
    if revision.startswith("-"):
        raise fault("no name of a revision begins so")
    return answer_of_git(workspace.root, fault, *arguments)
