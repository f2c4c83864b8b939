"""``hearingkit validate``: what is wrong, and where."""

import sys
from pathlib import Path
from typing import Annotated

import typer

from hearingkit.cli.exits import exit_code, stopping
from hearingkit.cli.options import Colour, ColourOption, Here, Quiet
from hearingkit.cli.show import only_errors, show_findings, show_summary
from hearingkit.findings import Severity
from hearingkit.reporters import ReportFormat, reporter_for


def command(
    paths: Annotated[
        list[Path] | None,
        typer.Argument(
            metavar="[PATH]...",
            help="Files or folders; - is standard input. The workspace's data if none.",
        ),
    ] = None,
    format_: Annotated[
        ReportFormat, typer.Option("--format", help="How findings are shown.")
    ] = ReportFormat.TEXT,
    fail_on: Annotated[
        Severity, typer.Option("--fail-on", help="The least severity that fails (exit code 1).")
    ] = Severity.ERROR,
    workspace: Here = Path(),
    color: ColourOption = Colour.AUTO,
    quiet: Quiet = False,
) -> None:
    """Validate hearings: say what is wrong, where, and by which rule."""
    from hearingkit.workflows.check import check
    from hearingkit.workflows.workspace import find_workspace

    with stopping():
        stdin = sys.stdin.buffer.read() if Path("-") in (paths or ()) else None
        report = check(find_workspace(workspace, paths or ()), stdin).report
        shown = only_errors(report) if quiet else report
        if format_ is ReportFormat.TEXT:
            show_findings(shown, color, err=False)
        else:
            typer.echo(reporter_for(format_)(shown), nl=False)
        if not quiet:
            show_summary(report)
    raise typer.Exit(exit_code(report, fail_on))
