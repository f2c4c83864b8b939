"""``hearingkit rules``: print the table of all codes."""

import enum
from typing import Annotated

import typer

from hearingkit.cli import options
from hearingkit.cli.exits import handle_errors
from hearingkit.cli.tables import FORMAT, show_table


class RulesFormat(enum.StrEnum):
    """The formats of the table of codes."""

    TEXT = "text"
    TSV = "tsv"
    JSON = "json"
    MD = "md"


@handle_errors()
def command(
    format_: Annotated[RulesFormat | None, FORMAT] = None,
    color: options.ColourOption = options.Colour.AUTO,
) -> None:
    """List all codes: severity, basis, meaning, source."""
    from hearingkit.workflows.explain import COLUMNS, rows, rules_as_json, rules_as_markdown

    options.need_manuals()
    match format_:
        case RulesFormat.JSON:
            typer.echo(rules_as_json(), nl=False)
        case RulesFormat.MD:
            typer.echo(rules_as_markdown(), nl=False)
        case _:
            show_table(COLUMNS, rows(), format_, color)
