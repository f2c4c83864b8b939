"""``hearingkit init``: create a workspace."""

from pathlib import Path
from typing import Annotated

import typer

from hearingkit.calendars.country import Country
from hearingkit.cli import options, streams
from hearingkit.cli.exits import handle_errors
from hearingkit.language.language import Language


@handle_errors()
def command(
    folder: Annotated[
        Path, typer.Argument(metavar="DIR", help="The folder; created if missing.")
    ] = Path(),
    country: Annotated[
        Country | None,
        typer.Option("--country", help="The issuer's country. Default: the language's, or DK."),
    ] = None,
    language: Annotated[
        Language | None,
        typer.Option("--language", "-l", help="The example's language. Default: the country's."),
    ] = None,
    today: options.TodayOption = None,
) -> None:
    """Create a workspace: a folder with an example to change."""
    from hearingkit.calendars.languages import country_of, usual_language
    from hearingkit.workflows.new_files import GITIGNORE, create_workspace
    from hearingkit.workflows.workspace import display_path

    options.need_manuals()
    if country is None:
        country = country_of(language) if language else Country.DK
    written = create_workspace(
        folder, country, language or usual_language(country), options.day(today)
    )
    for path in written:
        streams.print_path(display_path(path))
    if folder / GITIGNORE not in written:
        streams.say(f"{display_path(folder / GITIGNORE)} is left as it is; add a line /out/ to it")
    streams.say("next: hearingkit validate, then hearingkit render")
