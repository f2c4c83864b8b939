"""``hearingkit template show``: show the text of a formula, a phrase or a template."""

from pathlib import Path
from typing import Annotated

import typer

from hearingkit.cli import options, streams
from hearingkit.cli.exits import handle_errors
from hearingkit.cli.findings import show_findings_on_stderr


@handle_errors()
def command(
    name: Annotated[
        str,
        typer.Argument(metavar="NAME", help="A formula (submission), phrase (page) or template."),
    ],
    hearing: Annotated[
        str | None,
        typer.Argument(metavar="HEARING", help="Id of a hearing: show too what it prints there."),
    ] = None,
    languages: options.LanguageOption = None,
    workspace: options.WorkspaceOption = Path(),
    today: options.TodayOption = None,
    color: options.ColourOption = options.Colour.AUTO,
) -> None:
    """Show a formula in each language, and what it prints.

    The names that it may use stand below it. A template is named by its file: nb/invitation.md.j2.
    """
    from hearingkit.workflows.formulas import shown
    from hearingkit.workflows.selection import select

    selection = None
    if hearing:
        selection = select(workspace, [hearing], languages or (), options.day(today))
        show_findings_on_stderr(selection.report, color, quiet=True)
    typer.echo(streams.for_people(shown(workspace, name, languages or (), selection)), nl=False)
