"""``hearingkit template check``: report what is wrong with templates and wording."""

from pathlib import Path

from hearingkit.cli import options
from hearingkit.cli.delivery import FailOnOption, FormatsOption, deliver, end
from hearingkit.cli.exits import handle_errors
from hearingkit.findings import Severity


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
    deliver(report, formats, fail_on, color, quiet=quiet)
    end(report, fail_on, quiet=quiet)
