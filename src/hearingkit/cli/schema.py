"""``hearingkit schema``: the JSON Schema of a hearing file, for editors."""

import typer

from hearingkit.cli.exits import stopping


@stopping()
def command() -> None:
    """Print the JSON Schema of hearing files, for editors."""
    from hearingkit.validation.schema import schema_text

    typer.echo(schema_text(), nl=False)
