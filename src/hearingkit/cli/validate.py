"""``hearingkit validate``: report what is wrong in hearing files."""

from pathlib import Path
from typing import Annotated, Final, TypeAlias

import typer

from hearingkit.cli import options, streams
from hearingkit.cli.delivery import FailOnOption, FormatsOption, deliver, end
from hearingkit.cli.exits import handle_errors
from hearingkit.findings import Basis, Severity

_SELECT: Final = typer.Option(
    metavar="RULES",
    help="Only these rules: a code or its beginning, or what they are based on: "
    f"{', '.join(Basis)}. May be repeated.",
)
_IGNORE: Final = typer.Option(
    metavar="RULES", help="All but these rules, named as for --select. May be repeated."
)
_PREVIEW: Final = typer.Option(
    "--preview", help="Also rules in preview, which may blame what is right."
)
_Paths: TypeAlias = Annotated[
    list[Path] | None,
    typer.Argument(
        metavar="PATH",
        help="Files or folders; - is standard input. Default: the workspace's data.",
    ),
]


@handle_errors()
def command(
    paths: _Paths = None,
    formats: FormatsOption = None,
    fail_on: FailOnOption = Severity.ERROR,
    stdin_filename: Annotated[
        Path | None,
        typer.Option(metavar="FILE", help="Check standard input as this file of the workspace."),
    ] = None,
    tracked: Annotated[
        bool, typer.Option("--tracked", help="Only files that git tracks; for hooks.")
    ] = False,
    select: Annotated[list[str] | None, _SELECT] = None,
    ignore: Annotated[list[str] | None, _IGNORE] = None,
    preview: Annotated[bool, _PREVIEW] = False,
    workspace: options.WorkspaceOption = Path(),
    today: options.TodayOption = None,
    color: options.ColourOption = options.Colour.AUTO,
    quiet: options.QuietOption = False,
    verbose: options.VerboseOption = False,
) -> None:
    """Report what is wrong with hearings, and where."""
    from hearingkit.config import Choice
    from hearingkit.source.reader import MOST_BYTES
    from hearingkit.workflows.validate import StandardInput, validate
    from hearingkit.workflows.workspace import STDIN

    stdin = None
    if STDIN in (paths or ()):
        stdin = StandardInput(streams.read_stdin(MOST_BYTES), stdin_filename)
    choice = Choice(tuple(select or ()), tuple(ignore or ()), preview)
    validated = validate(
        workspace, paths or (), stdin, options.day(today), tracked=tracked, choice=choice
    )
    deliver(validated.report, formats, fail_on, color, quiet=quiet)
    if verbose:
        for reason in validated.reasons():
            streams.say(str(reason))
    end(validated.report, fail_on, quiet=quiet)
