"""``hearingkit recipients``: the mailing list, or the list as it is printed."""

from pathlib import Path
from typing import Annotated

import typer

from hearingkit.cli import streams
from hearingkit.cli.exits import stopping
from hearingkit.cli.findings import show_concerns
from hearingkit.cli.options import (
    Colour,
    ColourOption,
    Delimiter,
    Force,
    Here,
    Languages,
    Quiet,
    Today,
    day,
    epoch,
)
from hearingkit.exporters import ExportFormat, ExportOptions
from hearingkit.writers import DocumentFormat


@stopping()
def command(
    hearing: Annotated[
        str | None,
        typer.Argument(metavar="HEARING", help="The hearing's id; may be left out if only one."),
    ] = None,
    format_: Annotated[
        ExportFormat, typer.Option("--format", "-f", help="csv, json, or txt for Bcc lines.")
    ] = ExportFormat.CSV,
    printed: Annotated[
        DocumentFormat | None,
        typer.Option("--printed", help="The list as it is published, as a document instead."),
    ] = None,
    output: Annotated[
        str, typer.Option("--output", "-o", metavar="FILE", help="A file; - is standard output.")
    ] = "-",
    delimiter: Annotated[
        Delimiter, typer.Option("--delimiter", help="Between the cells of a csv.")
    ] = Delimiter.SEMICOLON,
    batch: Annotated[
        int, typer.Option("--batch", min=1, help="The most addresses in one Bcc line.")
    ] = 50,
    languages: Languages = None,
    force: Force = False,
    workspace: Here = Path(),
    today: Today = None,
    color: ColourOption = Colour.AUTO,
    quiet: Quiet = False,
) -> None:
    """Write the mailing list, or the list to publish."""
    from hearingkit.workflows.output import write_file
    from hearingkit.workflows.recipients import mailing_list, printed_list
    from hearingkit.workflows.selection import select_one

    selection = select_one(workspace, hearing, languages or (), day(today))
    show_concerns(selection.report, color, quiet=quiet)
    if printed:
        data = printed_list(selection, printed, languages or (), epoch())
    else:
        options = ExportOptions(delimiter.sign, batch)
        data = mailing_list(selection, format_, options, languages or ())
    if output == "-":
        streams.hand_over(data, binary=printed is DocumentFormat.DOCX)
    else:
        files = selection.workspace.files
        typer.echo(write_file(Path(output), data, force=force, never=files))
