"""``hearingkit render``: letters, lists of recipients and mailing lists as files."""

from pathlib import Path
from typing import Annotated

import typer

from hearingkit.cli.exits import stopping
from hearingkit.cli.findings import show_concerns
from hearingkit.cli.options import (
    Colour,
    ColourOption,
    Force,
    Hearings,
    Here,
    Languages,
    Quiet,
    Today,
    day,
    epoch,
)
from hearingkit.cli.progress import with_bar
from hearingkit.writers import DocumentFormat


@stopping()
def command(
    hearings: Hearings = None,
    formats: Annotated[
        list[DocumentFormat] | None,
        typer.Option("--format", "-f", help="Format of letters; may be repeated. All if none."),
    ] = None,
    output: Annotated[
        Path | None,
        typer.Option("--output", "-o", metavar="DIR", help="Output folder: out/ if none."),
    ] = None,
    languages: Languages = None,
    force: Force = False,
    workspace: Here = Path(),
    today: Today = None,
    color: ColourOption = Colour.AUTO,
    quiet: Quiet = False,
) -> None:
    """Write letters and lists into files, and print their paths."""
    from hearingkit.workflows.render import Order, render
    from hearingkit.workflows.selection import select
    from hearingkit.workflows.workspace import shown

    order = Order(formats or tuple(DocumentFormat), languages or (), epoch())
    selection = select(workspace, hearings or (), languages or (), day(today))
    show_concerns(selection.report, color, quiet=quiet)
    for path in render(selection, order, output, force=force, following=with_bar):
        typer.echo(shown(path))
