"""``hearingkit list``: list the hearings by deadline."""

import enum
from pathlib import Path
from typing import Annotated

import typer

from hearingkit.cli import streams
from hearingkit.cli.exits import handle_errors
from hearingkit.cli.options import Colour, ColourOption, TodayOption, WorkspaceOption, day
from hearingkit.cli.tables import TableFormat, show_table


class ListFormat(enum.StrEnum):
    """The formats of the list of hearings."""

    TEXT = "text"
    TSV = "tsv"
    JSON = "json"


@handle_errors()
def command(
    format_: Annotated[
        ListFormat | None,
        typer.Option(
            "--format", help="Default: text on a terminal, tsv in a pipe.", show_default=False
        ),
    ] = None,
    workspace: WorkspaceOption = Path(),
    today: TodayOption = None,
    color: ColourOption = Colour.AUTO,
) -> None:
    """List the hearings by deadline, with days left and state."""
    from hearingkit.workflows.listing import COLUMNS, State, hearings_as_json, list_hearings

    listed = list_hearings(workspace, day(today))
    if format_ is ListFormat.JSON:
        typer.echo(hearings_as_json(listed), nl=False)
    else:
        table_format = TableFormat(format_) if format_ else TableFormat.default()
        # The issuer needs a wide terminal.
        columns = COLUMNS[:-1] if table_format is TableFormat.TEXT else COLUMNS
        rows = [hearing.row()[: len(columns)] for hearing in listed]
        show_table(columns, rows, table_format, color)
    if any(one.state is State.AT_FAULT for one in listed):
        streams.say("run hearingkit validate to see what is wrong with those at fault")
