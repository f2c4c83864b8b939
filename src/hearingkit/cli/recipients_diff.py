"""``hearingkit recipients diff``: what has become of the recipients of a hearing."""

from pathlib import Path
from typing import Annotated

import typer

from hearingkit.cli import options, streams
from hearingkit.cli.exits import handle_errors
from hearingkit.reporters.review import ReviewFormat

ReviewFormatOption = Annotated[
    ReviewFormat, typer.Option("--format", "-f", help="md: for a pull request.")
]


@handle_errors()
def command(
    before: Annotated[
        str,
        typer.Argument(
            metavar="BEFORE", help="Id of a hearing; as id@REVISION, as git had it at that time."
        ),
    ],
    after: Annotated[
        str | None,
        typer.Argument(metavar="AFTER", help="The same. Default: the hearing as it is now."),
    ] = None,
    format_: ReviewFormatOption = ReviewFormat.TEXT,
    workspace: options.WorkspaceOption = Path(),
) -> None:
    """Report what has changed among a hearing's recipients.

    Who is new, gone or renamed, or has a new address, beside an earlier list or another hearing.
    """
    from hearingkit.reporters.review import show
    from hearingkit.workflows.review_recipients import compared

    typer.echo(streams.for_people(show(compared(workspace, before, after), format_)), nl=False)
