"""``hearingkit verify``: report what was changed after it was rendered."""

import enum
from pathlib import Path
from typing import Annotated

import typer

from hearingkit.cli import options, streams
from hearingkit.cli.exits import Exit, handle_errors
from hearingkit.reporters.plain import visible


class VerifyFormat(enum.StrEnum):
    """The formats of what was compared."""

    TEXT = "text"
    JSON = "json"


_SENTENCES = {
    "changed": "was changed after it was rendered",
    "missing": "was rendered, and is gone",
    "added": "was not rendered",
    "unfinished": "may be an old one: a run was stopped; run hearingkit render again",
}


@handle_errors()
def command(
    folder: Annotated[
        Path | None, typer.Argument(metavar="DIR", help="Output folder. Default: out/.")
    ] = None,
    format_: Annotated[VerifyFormat, typer.Option("--format", help="Format.")] = VerifyFormat.TEXT,
    workspace: options.WorkspaceOption = Path(),
    quiet: options.QuietOption = False,
) -> None:
    """Report what in out/ is not as it was rendered."""
    from hearingkit.workflows.verify import verified_as_json, verify
    from hearingkit.workflows.workspace import display_path

    verified = verify(workspace, folder)
    if format_ is VerifyFormat.JSON:
        typer.echo(verified_as_json(verified), nl=False)
    else:
        for one in verified.differences:
            path = visible(display_path(one.path))
            typer.echo(streams.for_people(f"{path}: {_SENTENCES[one.change]}"))
    if verified.differences:
        raise typer.Exit(Exit.FINDINGS)
    if not quiet:
        streams.say(f"all {verified.files} files are as they were rendered")
