"""Report what is wrong in hearing files."""

import dataclasses
import datetime as dt
from collections.abc import Mapping, Sequence
from pathlib import Path

from hearingkit import errors
from hearingkit.config import Choice
from hearingkit.findings import Report
from hearingkit.frozen import frozen
from hearingkit.reporters.recognition import HEAD, is_report
from hearingkit.rules.text.reasons import Reason, reasons_in
from hearingkit.workflows.check import read_book, report_on
from hearingkit.workflows.policy import EVERY_RULE
from hearingkit.workflows.tracked import tracked_alone
from hearingkit.workflows.user_files import is_file, naming_file
from hearingkit.workflows.workspace import STDIN, Workspace, display_path, find_workspace


@frozen
class StandardInput:
    """What standard input gives.

    Attributes:
        content: All of it.
        stands_for: The file of the workspace that it replaces; None for no file.
    """

    content: bytes
    stands_for: Path | None = None


@frozen
class Validated:
    """What came of hearing files.

    Attributes:
        report: The findings.
    """

    report: Report
    _workspace: Workspace
    _given: Mapping[Path, bytes]
    _asked: frozenset[str]
    _today: dt.date | None

    def reasons(self) -> tuple[Reason, ...]:
        """Return what dates and periods in the texts of hearings are taken for, and why."""
        book = read_book(self._workspace, self._given)
        found = (one for id_ in book.hearings for one in reasons_in(book.case(id_, self._today)))
        return tuple(one for one in found if one.place.file in self._asked)


def validate(
    start: Path,
    paths: Sequence[Path] = (),
    stdin: StandardInput | None = None,
    today: dt.date | None = None,
    *,
    tracked: bool = False,
    choice: Choice = EVERY_RULE,
) -> Validated:
    """Return the findings in hearing files.

    Args:
        start: A folder in the workspace.
        paths: Files and folders to check; empty for all data of the workspace.
        stdin: The content of the path ``-``; None if it is not among the paths.
        today: The day on which hearings are checked; None skips rules that need it.
        tracked: Leave out files that git does not track, as if they were not there.
        choice: Which rules are reported, besides what the configuration says.

    Raises:
        HearingkitError: If there is nothing to check, git can't tell what it tracks, or there is no
            rule as it is chosen.
    """
    workspace, texts = _asked_for(start, paths, stdin, tracked=tracked)
    report = report_on(workspace, texts, today, choice)
    asked = {display_path(path) for path in (*(workspace.asked or workspace.files), *texts)}
    if stdin and stdin.stands_for:
        own = tuple(one for one in report.findings if one.place.file in asked)
        report = dataclasses.replace(report, findings=own)
    return Validated(report, workspace, texts, frozenset(asked), today)


def _asked_for(
    start: Path, paths: Sequence[Path], stdin: StandardInput | None, *, tracked: bool
) -> tuple[Workspace, Mapping[Path, bytes]]:
    """Return the workspace that is asked for, and what stands in for the content of its files."""
    if stdin and stdin.stands_for:
        workspace, file = find_workspace(start), stdin.stands_for
        others = tuple(path for path in workspace.files if path.absolute() != file.absolute())
        edited = dataclasses.replace(workspace, files=(*others, file), asked=(file,))
        return edited, {file: stdin.content}
    workspace = find_workspace(start, paths)
    texts = {STDIN: stdin.content} if stdin else {}
    return (tracked_alone(workspace) if tracked else workspace), texts


def write_report(file: Path, text: str) -> None:
    """Write a report into a file; an older report is replaced, and nothing else ever.

    Raises:
        HearingkitError: If the file can't be written, or exists and is no report.
    """
    from hearingkit.workflows.output import write_file

    with naming_file(file):
        if is_file(file):
            with file.open("rb") as there:
                if not is_report(there.read(HEAD)):
                    raise errors.no_report(display_path(file))
    write_file(file, text.encode(), force=True)
