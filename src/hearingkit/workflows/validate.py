"""Report what is wrong in hearing files."""

import dataclasses
import datetime as dt
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from hearingkit.findings import Report
from hearingkit.workflows.check import STDIN, check
from hearingkit.workflows.output import write_file
from hearingkit.workflows.workspace import display_path, find_workspace


@dataclass(frozen=True, slots=True)
class StdinText:
    """The content of standard input.

    Attributes:
        data: The bytes.
        stands_for: The file of the workspace that it replaces in this check; None for no file.
    """

    data: bytes
    stands_for: Path | None = None


def validate(
    start: Path,
    paths: Sequence[Path] = (),
    given: StdinText | None = None,
    today: dt.date | None = None,
) -> Report:
    """Return the findings in hearing files.

    Args:
        start: A folder in the workspace.
        paths: Files and folders to check; empty for all data of the workspace.
        given: The content of the path ``-``; None if it is not among the paths.
        today: The day on which hearings are checked; None skips rules that need it.

    Raises:
        HearingkitError: If there is nothing to check.
    """
    if given and given.stands_for:
        return _validate_as(given.stands_for, given.data, start, today)
    texts = {STDIN: given.data} if given else {}
    return check(find_workspace(start, paths), texts, today).report


def _validate_as(file: Path, data: bytes, start: Path, today: dt.date | None) -> Report:
    """Return the findings in one file with unsaved text, checked together with its workspace."""
    workspace = find_workspace(start)
    others = tuple(path for path in workspace.files if path.absolute() != file.absolute())
    edited = dataclasses.replace(workspace, files=(*others, file), asked=(file,))
    report = check(edited, {file: data}, today).report
    own = tuple(finding for finding in report.findings if finding.place.file == display_path(file))
    return dataclasses.replace(report, findings=own)


def write_report(start: Path, paths: Sequence[Path], file: Path, text: str) -> None:
    """Write a report into a file; an older report is replaced, but never hearing data.

    Raises:
        HearingkitError: If the file can't be written, or is a data file.
    """
    data = find_workspace(start, paths).files
    write_file(file, text.encode(), force=True, never=data)
