"""``hearingkit list``: the hearings by deadline."""

import enum
from pathlib import Path
from typing import Annotated

import typer

from hearingkit.cli import streams
from hearingkit.cli.exits import stopping
from hearingkit.cli.options import Colour, ColourOption, Here, Today, day
from hearingkit.cli.tables import Look, show_table


class ListFormat(enum.StrEnum):
    """How the list of hearings is shown."""

    TEXT = "text"
    TSV = "tsv"
    JSON = "json"


@stopping()
def command(
    format_: Annotated[
        ListFormat | None,
        typer.Option(
            "--format", help="text on a terminal, tsv in a pipe, if none.", show_default=False
        ),
    ] = None,
    workspace: Here = Path(),
    today: Today = None,
    color: ColourOption = Colour.AUTO,
) -> None:
    """List the hearings by deadline, with days left and state."""
    from hearingkit.workflows.listing import COLUMNS, State, listing, listing_as_json

    listed = listing(workspace, day(today))
    if format_ is ListFormat.JSON:
        typer.echo(listing_as_json(listed), nl=False)
    else:
        look = Look(format_) if format_ else Look.usual()
        shown = COLUMNS[:-1] if look is Look.TEXT else COLUMNS  # the issuer needs a wide terminal
        show_table(shown, [one.row()[: len(shown)] for one in listed], look, color)
    if any(one.state is State.AT_FAULT for one in listed):
        streams.say("hearingkit validate tells what is wrong with those at fault")
