"""Report what is wrong in hearing files."""

import dataclasses
import datetime as dt
from collections.abc import Sequence
from pathlib import Path

from hearingkit.findings import Report
from hearingkit.workflows.check import STDIN, check
from hearingkit.workflows.output import write_file
from hearingkit.workflows.workspace import display_path, find_workspace


def validate(
    start: Path,
    paths: Sequence[Path] = (),
    stdin: bytes | None = None,
    today: dt.date | None = None,
    stands_for: Path | None = None,
) -> Report:
    """Return the findings in hearing files.

    Args:
        start: A folder in the workspace.
        paths: Files and folders to check; empty for all data of the workspace.
        stdin: The content of the path ``-``; None if it is not among the paths.
        today: The day on which hearings are checked; None skips rules that need it.
        stands_for: The file of the workspace that standard input replaces; None for no file.

    Raises:
        HearingkitError: If there is nothing to check.
    """
    if stdin is not None and stands_for:
        return _validate_as(stands_for, stdin, start, today)
    texts = {} if stdin is None else {STDIN: stdin}
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
