"""Read ``--format``: ``github`` goes to standard output, ``sarif=report.sarif`` to a file."""

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

import typer

from hearingkit.reporters import ReportFormat


@dataclass(frozen=True, slots=True)
class ReportTarget:
    """One report to write.

    Attributes:
        format: The format of the report.
        file: Where to write it; None for standard output.
    """

    format: ReportFormat
    file: Path | None


def report_target(given: str) -> ReportTarget:
    """Return what a value of ``--format`` asks for.

    Raises:
        BadParameter: If there is no such format.
    """
    name, separator, file = given.partition("=")
    if name not in list(ReportFormat) or (separator and not file):
        known = ", ".join(ReportFormat)
        raise typer.BadParameter(f"'{given}' is not one of {known}, nor one of them with =FILE.")
    return ReportTarget(ReportFormat(name), Path(file) if file not in ("", "-") else None)


def checked(targets: Sequence[ReportTarget] | None) -> Sequence[ReportTarget]:
    """Return the reports to write; by default text on standard output.

    Raises:
        BadParameter: If two would go to standard output.
    """
    if sum(target.file is None for target in targets or ()) > 1:
        raise typer.BadParameter(
            "only one can go to standard output; write the others as json=FILE."
        )
    return targets or (ReportTarget(ReportFormat.TEXT, None),)
