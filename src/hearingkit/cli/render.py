"""``hearingkit render``: letters, lists of recipients and mailing lists as files."""

from pathlib import Path
from typing import Annotated

import typer

from hearingkit.cli.exits import Exit, exit_code, stopping
from hearingkit.cli.options import (
    Colour,
    ColourOption,
    Force,
    Hearings,
    Here,
    Languages,
    Quiet,
    epoch,
)
from hearingkit.cli.show import only_errors, show_findings
from hearingkit.findings import Severity
from hearingkit.writers import DocumentFormat


def command(
    hearings: Hearings = None,
    formats: Annotated[
        list[DocumentFormat] | None,
        typer.Option("--format", "-f", help="Format of letters; may be repeated. All if none."),
    ] = None,
    output: Annotated[
        Path | None,
        typer.Option("--output", "-o", metavar="DIR", help="Output folder: out/ if none."),
    ] = None,
    languages: Languages = None,
    force: Force = False,
    workspace: Here = Path(),
    color: ColourOption = Colour.AUTO,
    quiet: Quiet = False,
) -> None:
    """Render letters and lists of hearings into files, and print their paths."""
    from hearingkit.workflows.check import check
    from hearingkit.workflows.output import write_all
    from hearingkit.workflows.render import Order, chosen, relevant, rendered
    from hearingkit.workflows.workspace import find_workspace, shown

    with stopping():
        place = find_workspace(workspace)
        checked = check(place)
        report = relevant(checked, hearings or [])
        show_findings(only_errors(report) if quiet else report, color, err=True)
        if exit_code(report, Severity.ERROR):
            typer.echo("error: nothing was written; mend the errors above first", err=True)
            raise typer.Exit(Exit.FINDINGS)
        order = Order(formats or tuple(DocumentFormat), languages or (), epoch())
        cases = chosen(checked, hearings or [])
        outputs = [output for case in cases for output in rendered(place, case, order)]
        for path in write_all(output or place.root / "out", outputs, force=force):
            typer.echo(shown(path))
