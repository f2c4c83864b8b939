"""``hearingkit body``: print a text from Word as Markdown for the data."""

from pathlib import Path
from typing import Annotated

import typer

from hearingkit.cli import options, streams
from hearingkit.cli.exits import handle_errors
from hearingkit.cli.findings import show_findings_on_stderr


@handle_errors()
def command(
    file: Annotated[Path, typer.Argument(metavar="FILE", help="A Word file (.docx), or a .md.")],
    color: options.ColourOption = options.Colour.AUTO,
    quiet: options.QuietOption = False,
) -> None:
    """Print a text from Word as Markdown, for the key body."""
    from hearingkit.workflows.bodies import body_of

    text, report = body_of(file)
    show_findings_on_stderr(report, color, quiet=quiet)
    streams.write_to_stream(1, text.encode())
