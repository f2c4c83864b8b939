"""``hearingkit new``: a new hearing in a workspace."""

from pathlib import Path
from typing import Annotated

import typer

from hearingkit.cli.exits import stopping
from hearingkit.cli.options import Here, Today, day
from hearingkit.language.language import Language


@stopping()
def command(
    id_: Annotated[
        str, typer.Argument(metavar="ID", help="A name for files: a-z, digits, hyphens.")
    ],
    issuer: Annotated[
        str | None,
        typer.Option("--issuer", metavar="ID", help="The issuer; the only one if none."),
    ] = None,
    kind: Annotated[  # its own type would load pydantic for --help
        str, typer.Option("--kind", metavar="KIND", help="What is heard: bill, plan, …")
    ] = "other",
    languages: Annotated[
        list[Language] | None,
        typer.Option("--language", "-l", help="Of the letter; may be repeated."),
    ] = None,
    workspace: Here = Path(),
    today: Today = None,
) -> None:
    """Begin a hearing: a file in data/, ready to be filled in."""
    from hearingkit.errors import BadOption
    from hearingkit.model.hearing import HearingKind
    from hearingkit.workflows.new_files import Wishes, begin_hearing
    from hearingkit.workflows.workspace import shown

    if kind not in list(HearingKind):
        raise BadOption(f'"{kind}" is no kind of hearing; choose {", ".join(HearingKind)}')
    wishes = Wishes(issuer, HearingKind(kind), languages or ())
    typer.echo(shown(begin_hearing(workspace, id_, wishes, day(today))))
