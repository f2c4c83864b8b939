"""Name files as a CI server knows them: by their path from the root of the checkout."""

import dataclasses
import os
from collections.abc import Iterator
from pathlib import Path

from hearingkit.findings import Finding, Report
from hearingkit.workflows.reading import STDIN_NAME


def named_from(root: Path, report: Report) -> Report:
    """Return the report with the path of each file from the root of the checkout.

    A file outside of it keeps its name, and so does standard input.

    Args:
        root: The folder that the server has checked the repository out into.
        report: Findings in files whose paths are relative to the current folder, or absolute.
    """
    names = {one.place.file: _from(root, one.place.file) for one in report.findings}
    renamed = tuple(_renamed(one, names[one.place.file]) for one in report.findings)
    return dataclasses.replace(report, findings=renamed)


def _renamed(finding: Finding, file: str) -> Finding:
    return dataclasses.replace(finding, place=dataclasses.replace(finding.place, file=file))


def _from(root: Path, file: str) -> str:
    """Return the path from the root, of what a link leads to if that lies below it too."""
    if file == STDIN_NAME:
        return file
    real_root = os.path.realpath(root)
    inside = (path for path in _paths(file) if path.is_relative_to(real_root))
    return next((path.relative_to(real_root).as_posix() for path in inside), file)


def _paths(file: str) -> Iterator[Path]:
    """Yield the absolute path of a file, with links resolved and as it is."""
    yield Path(os.path.realpath(file))
    yield Path(os.path.abspath(file))  # noqa: PTH100 (no link is followed)


def append_summary(file: Path, text: str) -> None:
    """Write a text behind those that the server's page about the run has already.

    Raises:
        OSError: If the file can't be written.
    """
    with file.open("a", encoding="utf-8", errors="backslashreplace") as page:
        page.write(text)
