"""``hearingkit recipients``: the mailing list, or the list as it is printed."""

import sys
from pathlib import Path
from typing import Annotated

import typer

from hearingkit.cli.exits import Exit, exit_code, stopping
from hearingkit.cli.options import Colour, ColourOption, Force, Here, Languages, Quiet, epoch
from hearingkit.cli.show import only_errors, show_findings
from hearingkit.errors import BadOption
from hearingkit.exporters import ExportFormat, ExportOptions
from hearingkit.findings import Severity
from hearingkit.writers import DocumentFormat


def command(
    hearing: Annotated[
        str | None,
        typer.Argument(metavar="[HEARING]", help="The hearing's id; may be left out if only one."),
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
        str, typer.Option("--delimiter", help='Between csv cells: ";", "," or "tab".')
    ] = ";",
    batch: Annotated[
        int, typer.Option("--batch", min=1, help="The most addresses in one Bcc line.")
    ] = 50,
    languages: Languages = None,
    force: Force = False,
    workspace: Here = Path(),
    color: ColourOption = Colour.AUTO,
    quiet: Quiet = False,
) -> None:
    """Write a hearing's mailing list, or its printed list of recipients."""
    from hearingkit.workflows.check import check
    from hearingkit.workflows.recipients import listed, only_hearing, printed_list
    from hearingkit.workflows.render import chosen, relevant
    from hearingkit.workflows.workspace import find_workspace

    with stopping():
        options = _options(delimiter, batch)
        place = find_workspace(workspace)
        checked = check(place)
        id_ = hearing or only_hearing(checked)
        report = relevant(checked, [id_])
        show_findings(only_errors(report) if quiet else report, color, err=True)
        if exit_code(report, Severity.ERROR):
            typer.echo("error: nothing was written; mend the errors above first", err=True)
            raise typer.Exit(Exit.FINDINGS)
        (case,) = chosen(checked, [id_])
        if printed:
            data = printed_list(place, case, printed, languages or (), epoch())
        else:
            data = listed(case, format_, options)
        _hand_over(data, output, binary=printed is DocumentFormat.DOCX, force=force)


def _options(delimiter: str, batch: int) -> ExportOptions:
    signs = {"tab": "\t", "\\t": "\t"}
    try:
        return ExportOptions(delimiter=signs.get(delimiter, delimiter), batch=batch)
    except ValueError as error:
        raise BadOption(str(error)) from None


def _hand_over(data: bytes, output: str, *, binary: bool, force: bool) -> None:
    from hearingkit.workflows.output import write_file

    if output != "-":
        typer.echo(write_file(Path(output), data, force=force))
        return
    if binary and sys.stdout.isatty():
        raise BadOption("a Word file is not for the terminal; name a file with -o")
    sys.stdout.buffer.write(data)
