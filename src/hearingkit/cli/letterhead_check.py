"""``hearingkit letterhead check``: report what is wrong with a Word letterhead."""

from pathlib import Path
from typing import Annotated

import typer

from hearingkit.cli import options, streams
from hearingkit.cli.delivery import FailOnOption, FormatsOption, deliver
from hearingkit.cli.exits import exit_code, handle_errors
from hearingkit.cli.findings import at_or_above
from hearingkit.findings import Severity
from hearingkit.reporters import text


@handle_errors()
def command(
    files: Annotated[list[Path], typer.Argument(metavar="FILE", help="Word letterheads: .docx.")],
    formats: FormatsOption = None,
    fail_on: FailOnOption = Severity.ERROR,
    color: options.ColourOption = options.Colour.AUTO,
    quiet: options.QuietOption = False,
) -> None:
    """Report what is wrong with a Word letterhead, and where.

    A line of a finding is a paragraph, counted from the first one of the text.
    """
    from hearingkit.workflows.letterheads import check_letterheads

    report = check_letterheads(files)
    shown = at_or_above(report, fail_on) if quiet else report
    for target in formats or ():
        deliver(shown, target, color)
    if not quiet:
        streams.say(text.summary(report))
    raise typer.Exit(exit_code(report, fail_on))
