"""Report what is wrong in hearing files."""

import dataclasses
import datetime as dt
from collections.abc import Sequence
from pathlib import Path

from hearingkit import errors
from hearingkit.findings import Report
from hearingkit.reporters.recognition import HEAD, is_report
from hearingkit.workflows.check import check
from hearingkit.workflows.output import is_file, naming_file, write_file
from hearingkit.workflows.tracked import tracked_alone
from hearingkit.workflows.workspace import STDIN, display_path, find_workspace


def validate(
    start: Path,
    paths: Sequence[Path] = (),
    stdin: bytes | None = None,
    today: dt.date | None = None,
    stands_for: Path | None = None,
    *,
    tracked: bool = False,
) -> Report:
    """Return the findings in hearing files.

    Args:
        start: A folder in the workspace.
        paths: Files and folders to check; empty for all data of the workspace.
        stdin: The content of the path ``-``; None if it is not among the paths.
        today: The day on which hearings are checked; None skips rules that need it.
        stands_for: The file of the workspace that standard input replaces; None for no file.
        tracked: Leave out files that git does not track, as if they were not there.

    Raises:
        HearingkitError: If there is nothing to check, or git can't tell what it tracks.
    """
    if stdin is not None and stands_for:
        return _validate_as(stands_for, stdin, start, today)
    texts = {} if stdin is None else {STDIN: stdin}
    workspace = find_workspace(start, paths)
    if tracked:
        workspace = tracked_alone(workspace)
    return check(workspace, texts, today).report


def _validate_as(file: Path, data: bytes, start: Path, today: dt.date | None) -> Report:
    """Return the findings in one file with unsaved text, checked together with its workspace."""
    workspace = find_workspace(start)
    others = tuple(path for path in workspace.files if path.absolute() != file.absolute())
    edited = dataclasses.replace(workspace, files=(*others, file), asked=(file,))
    report = check(edited, {file: data}, today).report
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
