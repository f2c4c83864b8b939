"""``hearingkit schema``: print the JSON Schema of hearing files, for editors."""

import typer

from hearingkit.cli import options
from hearingkit.cli.exits import handle_errors


@handle_errors()
def command() -> None:
    """Print the JSON Schema of hearing files, for editors."""
    from hearingkit.validation.schema import schema_text

    options.need_manuals()
    typer.echo(schema_text(), nl=False)
