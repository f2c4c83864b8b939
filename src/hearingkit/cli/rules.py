"""``hearingkit rules``: print the table of all codes."""

import enum
from typing import Annotated

import typer

from hearingkit.cli.exits import handle_errors
from hearingkit.cli.options import Colour, ColourOption
from hearingkit.cli.tables import TableFormat, show_table


class RulesFormat(enum.StrEnum):
    """The formats of the table of codes."""

    TEXT = "text"
    TSV = "tsv"
    JSON = "json"
    MD = "md"


@handle_errors()
def command(
    format_: Annotated[
        RulesFormat | None,
        typer.Option(
            "--format", help="Default: text on a terminal, tsv in a pipe.", show_default=False
        ),
    ] = None,
    color: ColourOption = Colour.AUTO,
) -> None:
    """List all codes with severity, meaning and source."""
    from hearingkit.workflows.explain import COLUMNS, rows, rules_as_json, rules_as_markdown

    match format_:
        case RulesFormat.JSON:
            typer.echo(rules_as_json(), nl=False)
        case RulesFormat.MD:
            typer.echo(rules_as_markdown(), nl=False)
        case _:
            table_format = TableFormat(format_) if format_ else TableFormat.default()
            show_table(COLUMNS, rows(), table_format, color)
