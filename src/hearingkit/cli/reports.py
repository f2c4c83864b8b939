"""Read ``--format``: ``github`` goes to standard output, ``sarif=report.sarif`` to a file."""

from collections.abc import Sequence
from pathlib import Path

import typer

from hearingkit.cli.streams import stream_of
from hearingkit.frozen import frozen
from hearingkit.reporters import ReportFormat


@frozen
class ReportTarget:
    """One report to write.

    Attributes:
        format: The format of the report.
        file: Where to write it; None for a stream.
        stream: The number of the stream; 1 is standard output.
    """

    format: ReportFormat
    file: Path | None = None
    stream: int = 1


def report_target(given: str) -> ReportTarget:
    """Return what a value of ``--format`` asks for.

    Raises:
        BadParameter: If there is no such format.
    """
    name, separator, file = given.partition("=")
    if name not in list(ReportFormat) or (separator and not file):
        known = ", ".join(ReportFormat)
        raise typer.BadParameter(f"'{given}' is not one of {known}, nor one of them with =FILE.")
    stream = stream_of(file or "-")
    if stream is None:
        return ReportTarget(ReportFormat(name), Path(file))
    return ReportTarget(ReportFormat(name), stream=stream)


def checked(targets: Sequence[ReportTarget] | None) -> Sequence[ReportTarget]:
    """Return the reports to write; by default text on standard output.

    Raises:
        BadParameter: If two would go to standard output.
    """
    if sum(target.file is None and target.stream == 1 for target in targets or ()) > 1:
        raise typer.BadParameter(
            "only one can go to standard output; write the others as json=FILE."
        )
    return targets or (ReportTarget(ReportFormat.TEXT),)
