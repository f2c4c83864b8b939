"""``hearingkit recipients check``: look the register and the lists over."""

from pathlib import Path

import typer

from hearingkit import errors
from hearingkit.cli import options, streams
from hearingkit.cli.exits import handle_errors
from hearingkit.cli.recipients_diff import ReviewFormatOption
from hearingkit.reporters.review import ReviewFormat


@handle_errors()
def command(
    format_: ReviewFormatOption = ReviewFormat.TEXT,
    workspace: options.WorkspaceOption = Path(),
    today: options.TodayOption = None,
) -> None:
    """Report what is old, unused or double in the register.

    That is: not verified for a year, without any address, named nowhere, two parties or on several
    lists, replaced by another body.
    """
    from hearingkit.reporters.review import show
    from hearingkit.workflows.review_recipients import looked_over

    review, unread = looked_over(workspace, options.day(today))
    typer.echo(streams.for_people(show(review, format_)), nl=False)
    if unread:
        raise errors.files_not_read(unread)
