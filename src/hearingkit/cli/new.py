"""``hearingkit new``: create a hearing in a workspace."""

from pathlib import Path
from typing import Annotated

import typer

from hearingkit import errors
from hearingkit.cli import options, streams
from hearingkit.cli.exits import handle_errors
from hearingkit.language.language import Language


@handle_errors()
def command(
    id_: Annotated[
        str, typer.Argument(metavar="ID", help="Id of the hearing: a-z, digits, hyphens.")
    ],
    issuer: Annotated[
        str | None,
        typer.Option("--issuer", metavar="ID", help="Id of the issuer. Default: the only one."),
    ] = None,
    kind: Annotated[  # its own type would load pydantic for --help
        str, typer.Option("--kind", metavar="KIND", help="Kind of hearing: bill, plan, …")
    ] = "other",
    languages: Annotated[
        list[Language] | None,
        typer.Option("--language", "-l", help="Language of the letter; may be repeated."),
    ] = None,
    workspace: options.WorkspaceOption = Path(),
    today: options.TodayOption = None,
) -> None:
    """Create a hearing: a file in data/, ready to fill in."""
    from hearingkit.language.terms import meant_by
    from hearingkit.model.hearing import HearingKind
    from hearingkit.workflows.new_files import NewHearing, create_hearing
    from hearingkit.workflows.workspace import display_path

    if kind not in list(HearingKind):
        raise errors.unknown_kind(kind, HearingKind, meant_by(kind, HearingKind))
    new = NewHearing(issuer, HearingKind(kind), languages or ())
    streams.print_path(display_path(create_hearing(workspace, id_, new, options.day(today))))
