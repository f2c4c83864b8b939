"""``hearingkit list``: list the hearings by deadline."""

from pathlib import Path
from typing import Annotated

import typer

from hearingkit.cli import options, streams
from hearingkit.cli.exits import handle_errors
from hearingkit.cli.tables import FORMAT, TableFormat, in_columns, show_table
from hearingkit.reporters.plain import visible


@handle_errors()
def command(
    format_: Annotated[TableFormat | None, FORMAT] = None,
    workspace: options.WorkspaceOption = Path(),
    today: options.TodayOption = None,
    color: options.ColourOption = options.Colour.AUTO,
) -> None:
    """List the hearings by deadline, with days left."""
    from hearingkit.workflows.listing import COLUMNS, State, hearings_as_json, list_hearings
    from hearingkit.workflows.workspace import display_path

    listed = list_hearings(workspace, options.day(today))
    if format_ is TableFormat.JSON:
        typer.echo(hearings_as_json(listed.hearings), nl=False)
    else:
        # The issuer needs a wide terminal.
        columns = COLUMNS[:-1] if in_columns(format_) else COLUMNS
        rows = [hearing.row()[: len(columns)] for hearing in listed.hearings]
        show_table(columns, rows, format_, color)
    if any(one.state is State.AT_FAULT for one in listed.hearings):
        streams.say("run hearingkit validate to see what is wrong with those at fault")
    for folder in listed.leftovers:
        shown = visible(display_path(folder))
        streams.say(f"{shown} is of no hearing any more; render --prune takes it away")
