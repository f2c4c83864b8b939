"""``hearingkit validate``: report what is wrong in hearing files."""

from pathlib import Path
from typing import Annotated, TypeAlias

import typer

from hearingkit.cli import streams
from hearingkit.cli.exits import exit_code, handle_errors
from hearingkit.cli.findings import at_or_above, show_findings
from hearingkit.cli.options import (
    Colour,
    ColourOption,
    QuietOption,
    TodayOption,
    WorkspaceOption,
    day,
)
from hearingkit.cli.reports import check_targets, report_targets
from hearingkit.findings import Severity
from hearingkit.reporters import ReportFormat, reporter_for, text

PathsArgument: TypeAlias = Annotated[
    list[Path] | None,
    typer.Argument(
        metavar="PATH",
        help="Files or folders; - is standard input. Default: the workspace's data.",
    ),
]
FormatOption: TypeAlias = Annotated[
    list[str] | None,
    typer.Option(
        "--format",
        metavar="FORMAT[=FILE]",
        callback=check_targets,
        help="Format of the report, and its file; may be repeated: "
        f"{', '.join(ReportFormat)}. Default: text.",
    ),
]
StdinFilenameOption: TypeAlias = Annotated[
    Path | None,
    typer.Option(metavar="FILE", help="Check standard input as this file of the workspace."),
]


@handle_errors()
def command(
    paths: PathsArgument = None,
    formats: FormatOption = None,
    fail_on: Annotated[
        Severity, typer.Option("--fail-on", help="Lowest severity that gives exit code 1.")
    ] = Severity.ERROR,
    stdin_filename: StdinFilenameOption = None,
    workspace: WorkspaceOption = Path(),
    today: TodayOption = None,
    color: ColourOption = Colour.AUTO,
    quiet: QuietOption = False,
) -> None:
    """Report what is wrong with hearings, and where."""
    from hearingkit.source.reader import MOST_BYTES
    from hearingkit.workflows.check import STDIN
    from hearingkit.workflows.validate import StdinText, validate, write_report

    given = None
    if STDIN in (paths or ()):
        given = StdinText(streams.read_stdin(MOST_BYTES), stdin_filename)
    report = validate(workspace, paths or (), given, day(today))
    shown = at_or_above(report, fail_on) if quiet else report
    for target in report_targets(formats):
        if target.file:
            made = reporter_for(target.format)(shown)
            write_report(workspace, paths or (), target.file, made)
        elif target.format is ReportFormat.TEXT:
            show_findings(shown, color, err=False)
        else:
            typer.echo(reporter_for(target.format)(shown), nl=False)
    if not quiet:
        streams.say(text.summary(report))
    raise typer.Exit(exit_code(report, fail_on))
