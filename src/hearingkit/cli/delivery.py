"""Options of commands that report findings, and where the reports go."""

from collections.abc import Iterable
from typing import Annotated, Final, TypeAlias

import typer

from hearingkit.cli import options, servers, streams
from hearingkit.cli.exits import exit_code
from hearingkit.cli.findings import at_or_above, show_findings
from hearingkit.cli.reports import ReportTarget, checked, report_target
from hearingkit.findings import Report, Severity
from hearingkit.reporters import ReportFormat, reporter_for, text

_FORMATS: Final = typer.Option(
    "--format",
    metavar="FORMAT[=FILE]",
    parser=report_target,
    callback=checked,
    help="Format of the report, and its file; may be repeated: "
    f"{', '.join(ReportFormat)}. Default: text.",
)
FormatsOption: TypeAlias = Annotated[list[ReportTarget] | None, _FORMATS]
FailOnOption: TypeAlias = Annotated[
    Severity, typer.Option("--fail-on", help="Lowest severity that gives exit code 1.")
]


def deliver(
    report: Report,
    targets: Iterable[ReportTarget] | None,
    fail_on: Severity,
    colour: options.Colour,
    *,
    quiet: bool,
) -> None:
    """Write a report in each format that is asked for; if quiet, only what makes the command fail.

    It names files as those who read the format know them, and is added to their page.
    """
    shown = at_or_above(report, fail_on) if quiet else report
    for target in targets or ():
        named = servers.as_known(shown, target.format)
        _show(named, target, colour)
        servers.add_to_page(named, target.format)


def end(report: Report, fail_on: Severity, *, quiet: bool) -> None:
    """Print how much was found, and end the command with its exit code."""
    if not quiet:
        streams.say(text.summary(report))
    raise typer.Exit(exit_code(report, fail_on))


def _show(report: Report, target: ReportTarget, colour: options.Colour) -> None:
    """Write a report where it is asked for; text on standard output fits the terminal."""
    from hearingkit.workflows.validate import write_report

    if target.format is ReportFormat.TEXT and target.file is None and target.stream == 1:
        show_findings(report, colour, err=False)
        return
    made = reporter_for(target.format)(report)
    if target.file:
        write_report(target.file, made)
    elif target.stream == 1:
        typer.echo(made, nl=False)
    else:
        streams.write_to_stream(target.stream, made.encode())
