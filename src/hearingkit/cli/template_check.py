"""``hearingkit template check``: report what is wrong with templates and wording."""

from pathlib import Path

import typer

from hearingkit.cli import options, streams
from hearingkit.cli.delivery import FailOnOption, FormatsOption, deliver
from hearingkit.cli.exits import exit_code, handle_errors
from hearingkit.cli.findings import at_or_above
from hearingkit.findings import Severity
from hearingkit.reporters import text


@handle_errors()
def command(
    formats: FormatsOption = None,
    fail_on: FailOnOption = Severity.ERROR,
    workspace: options.WorkspaceOption = Path(),
    today: options.TodayOption = None,
    color: options.ColourOption = options.Colour.AUTO,
    quiet: options.QuietOption = False,
) -> None:
    """Report what is wrong with templates and wording.

    Every letter is filled, and nothing is written. Errors elsewhere, by which a letter can't be
    filled, are reported too.
    """
    from hearingkit.workflows.wording import check_wording

    report = check_wording(workspace, options.day(today))
    for target in formats or ():
        deliver(at_or_above(report, fail_on) if quiet else report, target, color)
    if not quiet:
        streams.say(text.summary(report))
    raise typer.Exit(exit_code(report, fail_on))
