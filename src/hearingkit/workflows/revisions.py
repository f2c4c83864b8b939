"""Read the data of a workspace as git has it at an earlier revision."""

import functools
from collections.abc import Callable, Iterator, Mapping
from pathlib import PurePosixPath
from typing import Final

from hearingkit import errors
from hearingkit.errors import HearingkitError
from hearingkit.findings import Finding
from hearingkit.source.file import SourceFile
from hearingkit.source.hidden_names import HIDDEN_BEGINNINGS
from hearingkit.source.reader import read_text
from hearingkit.workflows.git import answer_of_git
from hearingkit.workflows.reading import read_all
from hearingkit.workflows.workspace import ENDINGS, Workspace, display_path

_FILES: Final = (b"100644 ", b"100755 ")  # no links
_Ask = Callable[..., bytes]
_Fault = Callable[[str], HearingkitError]


def sources_of(
    workspace: Workspace, revision: str | None
) -> tuple[list[SourceFile], list[Finding]]:
    """Return the data of a workspace that can be read, and why the rest of it can't.

    Args:
        workspace: The workspace.
        revision: A revision as git knows it; None for the files as they are.

    Raises:
        HearingkitError: If git is missing, or knows no such revision, or no data at it.
    """
    if revision is None:
        return read_all(workspace, workspace.files)
    fault = functools.partial(errors.cannot_read, f'the data at "{revision}"')
    if not revision or revision.startswith("-"):
        raise fault("no name of a revision begins so" if revision else "no revision is named")
    ask = functools.partial(answer_of_git, workspace.root, fault)
    files = dict(_files(ask("ls-tree", "-r", "-z", revision, "--", "data/")))
    if not files:
        raise errors.no_data_at(revision, display_path(workspace.root / "data"))
    sources: list[SourceFile] = []
    found: list[Finding] = []
    for name, data in _contents(ask, fault, files):
        source, faults = read_text(data, f"{revision}:{name}")
        found += faults
        sources += [source] if source else []
    return sources, found


def _files(listed: bytes) -> Iterator[tuple[str, bytes]]:
    """Yield the data files of a revision, by name from the root of the workspace, and their ids."""
    for entry in filter(None, listed.split(b"\0")):
        about, _, name = entry.partition(b"\t")
        file = name.decode(errors="replace")
        is_data = file.lower().endswith(tuple(ENDINGS)) and not _is_hidden(file)
        if about.startswith(_FILES) and is_data:
            yield file, about.split()[2]


def _is_hidden(file: str) -> bool:
    """Return whether a file, or a folder that it is in, is left alone in a workspace too."""
    return any(part.startswith(HIDDEN_BEGINNINGS) for part in PurePosixPath(file).parts)


def _contents(ask: _Ask, fault: _Fault, files: Mapping[str, bytes]) -> Iterator[tuple[str, bytes]]:
    """Yield what files hold, by name; git is asked once for all.

    Raises:
        HearingkitError: If it lacks one.
    """
    answer = ask("cat-file", "--batch", asked=b"".join(b"%s\n" % id_ for id_ in files.values()))
    at = 0
    for name in files:
        end = answer.index(b"\n", at)
        _, kind, *sizes = answer[at:end].split()
        if not sizes:  # a part of the repository is gone, or was not copied
            raise fault(f"{name} is {kind.decode()} in git")
        start, size = end + 1, int(sizes[0])
        yield name, answer[start : start + size]
        at = start + size + 1
