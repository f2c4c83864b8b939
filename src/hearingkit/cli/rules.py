"""``hearingkit rules``: the table of all codes."""

import enum
from typing import Annotated

import typer

from hearingkit.cli.exits import stopping
from hearingkit.cli.options import Colour, ColourOption
from hearingkit.cli.tables import Look, show_table


class RulesFormat(enum.StrEnum):
    """How the table of codes is shown."""

    TEXT = "text"
    TSV = "tsv"
    JSON = "json"
    MD = "md"


@stopping()
def command(
    format_: Annotated[
        RulesFormat | None,
        typer.Option(
            "--format", help="text on a terminal, tsv in a pipe, if none.", show_default=False
        ),
    ] = None,
    color: ColourOption = Colour.AUTO,
) -> None:
    """List all codes: severity, what they ask for, source."""
    from hearingkit.workflows.explain import COLUMNS, rows, rules_as_json, rules_as_markdown

    match format_:
        case RulesFormat.JSON:
            typer.echo(rules_as_json(), nl=False)
        case RulesFormat.MD:
            typer.echo(rules_as_markdown(), nl=False)
        case _:
            look = Look(format_) if format_ else Look.usual()
            show_table(COLUMNS, rows(), look, color)
