"""``hearingkit show``: print a summary of one hearing."""

from pathlib import Path
from typing import Annotated

import typer

from hearingkit.cli import options, streams
from hearingkit.cli.exits import handle_errors
from hearingkit.cli.findings import show_findings
from hearingkit.reporters.plain import one_line


@handle_errors()
def command(
    hearing: Annotated[str, typer.Argument(metavar="HEARING", help="Id of the hearing.")],
    workspace: options.WorkspaceOption = Path(),
    today: options.TodayOption = None,
    color: options.ColourOption = options.Colour.AUTO,
) -> None:
    """Show a summary of one hearing, and what it lacks."""
    from hearingkit.workflows.hearing_summary import summarise

    summary = summarise(workspace, hearing, options.day(today))
    head = f"{summary.id}: {one_line(summary.title)}" if summary.title else summary.id
    typer.echo(streams.for_people(head))
    named = ""
    for name, text in summary.facts:
        line = f"  {'' if name == named else name:<11} {one_line(text)}"
        typer.echo(streams.for_people(line))
        named = name
    if summary.report.findings:
        typer.echo()
        show_findings(summary.report, color, err=False)
