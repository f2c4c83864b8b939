"""Report what is wrong in hearing files."""

import dataclasses
import datetime as dt
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from hearingkit import errors
from hearingkit.config import Choice
from hearingkit.findings import Report
from hearingkit.reporters.recognition import HEAD, is_report
from hearingkit.workflows.check import check
from hearingkit.workflows.output import is_file, naming_file, write_file
from hearingkit.workflows.policy import EVERY_RULE
from hearingkit.workflows.tracked import tracked_alone
from hearingkit.workflows.workspace import STDIN, display_path, find_workspace


@dataclass(frozen=True, slots=True)
class StandardInput:
    """What standard input gives.

    Attributes:
        content: All of it.
        stands_for: The file of the workspace that it replaces; None for no file.
    """

    content: bytes
    stands_for: Path | None = None


def validate(
    start: Path,
    paths: Sequence[Path] = (),
    stdin: StandardInput | None = None,
    today: dt.date | None = None,
    *,
    tracked: bool = False,
    choice: Choice = EVERY_RULE,
) -> Report:
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
    if stdin and stdin.stands_for:
        return _validate_as(stdin.stands_for, stdin.content, start, today, choice)
    texts = {STDIN: stdin.content} if stdin else {}
    workspace = find_workspace(start, paths)
    if tracked:
        workspace = tracked_alone(workspace)
    return check(workspace, texts, today, choice=choice).report


def _validate_as(
    file: Path, data: bytes, start: Path, today: dt.date | None, choice: Choice
) -> Report:
    """Return the findings in one file with unsaved text, checked together with its workspace."""
    workspace = find_workspace(start)
    others = tuple(path for path in workspace.files if path.absolute() != file.absolute())
    edited = dataclasses.replace(workspace, files=(*others, file), asked=(file,))
    report = check(edited, {file: data}, today, choice=choice).report
    own = tuple(finding for finding in report.findings if finding.place.file == display_path(file))
    return dataclasses.replace(report, findings=own)


def write_report(file: Path, text: str) -> None:
    """Write a report into a file; an older report is replaced, and nothing else ever.

    Raises:
        HearingkitError: If the file can't be written, or exists and is no report.
    """
    with naming_file(file):
        if is_file(file):
            with file.open("rb") as there:
                if not is_report(there.read(HEAD)):
                    raise errors.no_report(display_path(file))
    write_file(file, text.encode(), force=True)
