"""``hearingkit recipients``: write the mailing list or the printed list of recipients."""

from collections.abc import Sequence
from pathlib import Path
from typing import Annotated

import typer

from hearingkit.cli import options, streams
from hearingkit.cli.exits import handle_errors
from hearingkit.cli.findings import show_findings_on_stderr
from hearingkit.exporters import ExportFormat, ExportOptions
from hearingkit.reporters.plain import one_line
from hearingkit.writers import DocumentFormat


@handle_errors()
def command(
    hearing: Annotated[
        str | None,
        typer.Argument(metavar="HEARING", help="Id of the hearing. Default: the only one."),
    ] = None,
    format_: Annotated[
        ExportFormat, typer.Option("--format", "-f", help="csv, json, or txt for Bcc lines.")
    ] = ExportFormat.CSV,
    printed: Annotated[
        DocumentFormat | None,
        typer.Option("--printed", help="Write the list to publish, as a document."),
    ] = None,
    output: Annotated[
        str,
        typer.Option("--output", "-o", metavar="FILE", help="Output file; - for standard output."),
    ] = "-",
    delimiter: Annotated[
        options.Delimiter, typer.Option("--delimiter", help="Separator of cells in a csv.")
    ] = options.Delimiter.SEMICOLON,
    batch: Annotated[
        int, typer.Option("--batch", min=1, help="Highest number of addresses in a Bcc line.")
    ] = 50,
    languages: options.LanguageOption = None,
    force: options.ForceOption = False,
    workspace: options.WorkspaceOption = Path(),
    today: options.TodayOption = None,
    color: options.ColourOption = options.Colour.AUTO,
    quiet: options.QuietOption = False,
) -> None:
    """Write the mailing list, or the list to publish."""
    from hearingkit.workflows.output import write_file
    from hearingkit.workflows.recipients import mailing_list, printed_list
    from hearingkit.workflows.selection import select

    ids = [] if hearing is None else [hearing]
    selection = select(workspace, ids, languages or (), options.day(today), only_one=True)
    show_findings_on_stderr(selection.report, color, quiet=quiet)
    if printed:
        data = printed_list(selection, printed, languages or (), options.epoch())
    else:
        wanted = ExportOptions(delimiter.sign, batch)
        listed = mailing_list(selection, format_, wanted, languages or ())
        data = listed.data
        _tell_left_out(() if quiet else listed.left_out)
    stream = streams.stream_of(output)
    if stream is None:
        files = selection.workspace.files
        streams.print_path(write_file(Path(output), data, force=force, never=files))
    else:
        streams.write_to_stream(stream, data, binary=printed is DocumentFormat.DOCX)


def _tell_left_out(names: Sequence[str]) -> None:
    """Say who is not on the list, so that a letter is sent instead."""
    if names:
        have = "recipient has" if len(names) == 1 else "recipients have"
        shown = ", ".join(map(one_line, names))
        streams.say(f"{len(names)} {have} no e-mail address: {shown}")
