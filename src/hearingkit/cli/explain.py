"""``hearingkit explain``: what a code means, why, and how to mend it."""

from typing import Annotated

import typer

from hearingkit.cli.exits import stopping


@stopping()
def command(
    codes: Annotated[list[str], typer.Argument(metavar="CODE", help="As HK205; or several.")],
) -> None:
    """Tell what codes mean, why, and how to mend what they find."""
    from hearingkit.workflows.explain import explain

    typer.echo(explain(codes))
