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


def report_targets(given: Sequence[str] | None) -> tuple[ReportTarget, ...]:
    """Return the reports to write; by default text on standard output."""
    return tuple(map(_target, given or ())) or (ReportTarget(ReportFormat.TEXT, None),)


def check_targets(given: list[str] | None) -> list[str] | None:
    """Check the values of ``--format`` and return them; the callback of that option.

    Raises:
        BadParameter: If there is no such format, or two would go to standard output.
    """
    for one in given or ():
        name, separator, file = one.partition("=")
        if name not in list(ReportFormat) or (separator and not file):
            known = ", ".join(ReportFormat)
            raise typer.BadParameter(f"'{one}' is not one of {known}, nor one of them with =FILE.")
    if sum(target.file is None for target in report_targets(given)) > 1:
        raise typer.BadParameter(
            "only one can go to standard output; write the others as json=FILE."
        )
    return given


def _target(given: str) -> ReportTarget:
    name, _, file = given.partition("=")
    return ReportTarget(ReportFormat(name), Path(file) if file not in ("", "-") else None)
