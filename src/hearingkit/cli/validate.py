"""``hearingkit validate``: what is wrong, and where."""

from pathlib import Path
from typing import Annotated, TypeAlias

import typer

from hearingkit.cli import streams
from hearingkit.cli.exits import exit_code, stopping
from hearingkit.cli.findings import as_grave_as, show_findings
from hearingkit.cli.options import Colour, ColourOption, Here, Quiet, Today, day
from hearingkit.cli.reports import check_targets, report_targets
from hearingkit.findings import Severity
from hearingkit.reporters import ReportFormat, reporter_for, text

Paths: TypeAlias = Annotated[
    list[Path] | None,
    typer.Argument(
        metavar="PATH",
        help="Files or folders; - is standard input. The workspace's data if none.",
    ),
]
Formats: TypeAlias = Annotated[
    list[str] | None,
    typer.Option(
        "--format",
        metavar="FORMAT[=FILE]",
        callback=check_targets,
        help="How findings are shown, and where; may be repeated: "
        f"{', '.join(ReportFormat)}. text if none.",
    ),
]
StdinFilename: TypeAlias = Annotated[
    Path | None,
    typer.Option(metavar="FILE", help="The file of the workspace whose unsaved text - stands for."),
]


@stopping()
def command(
    paths: Paths = None,
    formats: Formats = None,
    fail_on: Annotated[
        Severity, typer.Option("--fail-on", help="The least severity that fails (exit code 1).")
    ] = Severity.ERROR,
    stdin_filename: StdinFilename = None,
    workspace: Here = Path(),
    today: Today = None,
    color: ColourOption = Colour.AUTO,
    quiet: Quiet = False,
) -> None:
    """Say what is wrong with hearings, and where."""
    from hearingkit.workflows.validate import MOST_BYTES, STDIN, Given, validate, write_report

    given = None
    if STDIN in (paths or ()):
        given = Given(streams.given_on_stdin(MOST_BYTES), stdin_filename)
    report = validate(workspace, paths or (), given, day(today))
    shown = as_grave_as(report, fail_on) if quiet else report
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
