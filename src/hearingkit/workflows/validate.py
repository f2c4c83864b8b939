"""Files of hearings into what is wrong with them."""

import dataclasses
import datetime as dt
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from hearingkit.findings import Report
from hearingkit.source.reader import MOST_BYTES
from hearingkit.workflows.check import STDIN, check
from hearingkit.workflows.output import write_file
from hearingkit.workflows.workspace import find_workspace, shown

__all__ = ["MOST_BYTES", "STDIN", "Given", "validate", "write_report"]


@dataclass(frozen=True, slots=True)
class Given:
    """What came from standard input.

    Attributes:
        data: The bytes.
        stands_for: The file of the workspace whose unsaved text it is; None for a file of its own.
    """

    data: bytes
    stands_for: Path | None = None


def validate(
    start: Path,
    paths: Sequence[Path] = (),
    given: Given | None = None,
    today: dt.date | None = None,
) -> Report:
    """Return what is wrong with hearings.

    Args:
        start: A folder in the workspace.
        paths: Files and folders to look at; empty for all the data of the workspace.
        given: What stands for the path ``-``; None where it isn't asked for.
        today: The day on which they are judged; None leaves out what needs to know it.

    Raises:
        HearingkitError: If there is nothing to look at.
    """
    if given and given.stands_for:
        return _validate_as(given.stands_for, given.data, start, today)
    texts = {STDIN: given.data} if given else {}
    return check(find_workspace(start, paths), texts, today).report


def _validate_as(file: Path, data: bytes, start: Path, today: dt.date | None) -> Report:
    """Return what is wrong in one file with an unsaved text, as part of its workspace's book."""
    workspace = find_workspace(start)
    others = tuple(path for path in workspace.files if path.absolute() != file.absolute())
    edited = dataclasses.replace(workspace, files=(*others, file), asked=(file,))
    report = check(edited, {file: data}, today).report
    own = tuple(finding for finding in report.findings if finding.place.file == shown(file))
    return dataclasses.replace(report, findings=own)


def write_report(start: Path, paths: Sequence[Path], file: Path, text: str) -> None:
    """Write a report into a file, over an older one, but never over hearing data.

    Raises:
        HearingkitError: If it can't be written, or the file is one of the data.
    """
    data = find_workspace(start, paths).files
    write_file(file, text.encode(), force=True, never=data)
