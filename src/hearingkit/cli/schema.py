"""``hearingkit schema``: print the JSON Schema of hearing files, for editors."""

import typer

from hearingkit.cli.exits import handle_errors


@handle_errors()
def command() -> None:
    """Print the JSON Schema of hearing files, for editors."""
    from hearingkit.validation.schema import schema_text

    typer.echo(schema_text(), nl=False)
