"""``hearingkit init``: a new workspace."""

from pathlib import Path
from typing import Annotated

import typer

from hearingkit.calendars.country import Country
from hearingkit.cli import streams
from hearingkit.cli.exits import stopping
from hearingkit.cli.options import Today, day
from hearingkit.language.language import Language


@stopping()
def command(
    folder: Annotated[
        Path, typer.Argument(metavar="DIR", help="Where; made if it isn't there.")
    ] = Path(),
    country: Annotated[
        Country | None,
        typer.Option("--country", help="The issuer's; by the language if none, or DK."),
    ] = None,
    language: Annotated[
        Language | None,
        typer.Option("--language", "-l", help="Of the example; the country's if none."),
    ] = None,
    today: Today = None,
) -> None:
    """Begin a workspace: a folder with an example to change."""
    from hearingkit.workflows.new_files import GITIGNORE, begin_workspace, usual_language
    from hearingkit.workflows.workspace import shown

    if country is None:
        country = Country.DK if language in {None, Language.DA} else Country.NO
    written = begin_workspace(folder, country, language or usual_language(country), day(today))
    for path in written:
        typer.echo(shown(path))
    if folder / GITIGNORE not in written:
        streams.say(f"{shown(folder / GITIGNORE)} is left as it is; add a line /out/ to it")
    streams.say("next: hearingkit validate, then hearingkit render")
