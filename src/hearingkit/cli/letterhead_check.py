"""``hearingkit letterhead check``: report what is wrong with a Word letterhead."""

from pathlib import Path
from typing import Annotated

import typer

from hearingkit.cli import options
from hearingkit.cli.delivery import FailOnOption, FormatsOption, deliver, end
from hearingkit.cli.exits import handle_errors
from hearingkit.findings import Severity


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
    deliver(report, formats, fail_on, color, quiet=quiet)
    end(report, fail_on, quiet=quiet)
