"""``hearingkit explain``: print the manual of codes."""

from typing import Annotated

import typer

from hearingkit.cli import options
from hearingkit.cli.exits import handle_errors


@handle_errors()
def command(
    codes: Annotated[
        list[str],
        typer.Argument(metavar="CODE", help="Codes such as HK205; or names: what texts may name."),
    ],
) -> None:
    """Explain what codes mean, and how to mend each."""
    from hearingkit.workflows.explain import explain

    options.need_manuals()
    typer.echo(explain(codes))
