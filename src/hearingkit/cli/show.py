"""``hearingkit show``: one hearing at a glance."""

from pathlib import Path
from typing import Annotated

import typer

from hearingkit.cli.exits import stopping
from hearingkit.cli.findings import show_findings
from hearingkit.cli.options import Colour, ColourOption, Here, Today, day
from hearingkit.reporters.plain import one_line


@stopping()
def command(
    hearing: Annotated[str, typer.Argument(metavar="HEARING", help="The hearing's id.")],
    workspace: Here = Path(),
    today: Today = None,
    color: ColourOption = Colour.AUTO,
) -> None:
    """Show one hearing at a glance, and what is missing in it."""
    from hearingkit.workflows.hearing_summary import dossier

    shown = dossier(workspace, hearing, day(today))
    typer.echo(f"{shown.id}: {one_line(shown.title)}" if shown.title else shown.id)
    named = ""
    for name, text in shown.facts:
        typer.echo(f"  {'' if name == named else name:<11} {one_line(text)}")
        named = name
    if shown.report.findings:
        typer.echo()
        show_findings(shown.report, color, err=False)
