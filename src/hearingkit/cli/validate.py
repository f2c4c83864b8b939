"""``hearingkit validate``: report what is wrong in hearing files."""

from pathlib import Path
from typing import Annotated, Final, TypeAlias

import typer

from hearingkit.cli import options, servers, streams
from hearingkit.cli.exits import exit_code, handle_errors
from hearingkit.cli.findings import at_or_above, show_findings
from hearingkit.cli.reports import ReportTarget, checked, report_target
from hearingkit.findings import Basis, Report, Severity
from hearingkit.reporters import ReportFormat, reporter_for, text

_FORMATS: Final = typer.Option(
    "--format",
    metavar="FORMAT[=FILE]",
    parser=report_target,
    callback=checked,
    help="Format of the report, and its file; may be repeated: "
    f"{', '.join(ReportFormat)}. Default: text.",
)
_SELECT: Final = typer.Option(
    metavar="RULES",
    help="Only these rules: a code or its beginning, or what they are based on: "
    f"{', '.join(Basis)}. May be repeated.",
)
_IGNORE: Final = typer.Option(
    metavar="RULES", help="All but these rules, named as for --select. May be repeated."
)
_PREVIEW: Final = typer.Option(
    "--preview", help="Also rules in preview, which may blame what is right."
)
_Paths: TypeAlias = Annotated[
    list[Path] | None,
    typer.Argument(
        metavar="PATH",
        help="Files or folders; - is standard input. Default: the workspace's data.",
    ),
]


@handle_errors()
def command(
    paths: _Paths = None,
    formats: Annotated[list[ReportTarget] | None, _FORMATS] = None,
    fail_on: Annotated[
        Severity, typer.Option("--fail-on", help="Lowest severity that gives exit code 1.")
    ] = Severity.ERROR,
    stdin_filename: Annotated[
        Path | None,
        typer.Option(metavar="FILE", help="Check standard input as this file of the workspace."),
    ] = None,
    tracked: Annotated[
        bool, typer.Option("--tracked", help="Only files that git tracks; for hooks.")
    ] = False,
    select: Annotated[list[str] | None, _SELECT] = None,
    ignore: Annotated[list[str] | None, _IGNORE] = None,
    preview: Annotated[bool, _PREVIEW] = False,
    workspace: options.WorkspaceOption = Path(),
    today: options.TodayOption = None,
    color: options.ColourOption = options.Colour.AUTO,
    quiet: options.QuietOption = False,
    verbose: options.VerboseOption = False,
) -> None:
    """Report what is wrong with hearings, and where."""
    from hearingkit.config import Choice
    from hearingkit.source.reader import MOST_BYTES
    from hearingkit.workflows.validate import StandardInput, validate
    from hearingkit.workflows.workspace import STDIN

    stdin = None
    if STDIN in (paths or ()):
        stdin = StandardInput(streams.read_stdin(MOST_BYTES), stdin_filename)
    choice = Choice(tuple(select or ()), tuple(ignore or ()), preview)
    validated = validate(
        workspace, paths or (), stdin, options.day(today), tracked=tracked, choice=choice
    )
    report = validated.report
    shown = at_or_above(report, fail_on) if quiet else report
    for target in formats or ():
        _deliver(shown, target, color)
    if verbose:
        for reason in validated.reasons():
            streams.say(str(reason))
    if not quiet:
        streams.say(text.summary(report))
    raise typer.Exit(exit_code(report, fail_on))


def _deliver(report: Report, target: ReportTarget, colour: options.Colour) -> None:
    """Write a report as those who read its format know the files, and add it to their page."""
    named = servers.as_known(report, target.format)
    _show(named, target, colour)
    servers.add_to_page(named, target.format)


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
