"""``hearingkit template list``: show where each formula of a letter is worded."""

import itertools
from pathlib import Path
from typing import Annotated

import typer

from hearingkit.cli import options, streams
from hearingkit.cli.exits import handle_errors
from hearingkit.cli.findings import show_findings_on_stderr
from hearingkit.cli.tables import FORMAT, TableFormat, in_columns, show_table


@handle_errors()
def command(
    hearings: options.HearingIds = None,
    format_: Annotated[TableFormat | None, FORMAT] = None,
    languages: options.LanguageOption = None,
    workspace: options.WorkspaceOption = Path(),
    today: options.TodayOption = None,
    color: options.ColourOption = options.Colour.AUTO,
) -> None:
    """List the formulas of letters, and where each is worded.

    A formula is worded by the hearing, or else its issuer, the workspace's templates, hearingkit.
    """
    from hearingkit.workflows.formulas import COLUMNS, formulas, formulas_as_json
    from hearingkit.workflows.selection import select

    selection = select(workspace, hearings or (), languages or (), options.day(today))
    if selection.has_errors:
        show_findings_on_stderr(selection.report, color, quiet=True)
    every = formulas(selection, languages or ())
    if format_ is TableFormat.JSON:
        typer.echo(formulas_as_json(every), nl=False)
        return
    if not in_columns(format_):
        show_table(COLUMNS, (one.row() for one in every), format_, color)
        return
    for of_letter, rows in itertools.groupby(every, lambda one: one.row()[:3]):
        typer.echo(streams.for_people("{}, {} ({})".format(*of_letter)))
        for *_, name, layer, place in (one.row() for one in rows):
            typer.echo(streams.for_people(f"  {name:<16}  {layer:<9}  {place}"))
