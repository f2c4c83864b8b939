"""``hearingkit recipients known``: begin a register with the municipalities of a country."""

from typing import Annotated

import typer

from hearingkit.calendars.country import Country
from hearingkit.cli import options, streams
from hearingkit.cli.exits import handle_errors


@handle_errors()
def command(
    country: Annotated[
        Country, typer.Argument(metavar="COUNTRY", help="DK or NO.", case_sensitive=False)
    ],
    output: options.NewFileOption = "-",
) -> None:
    """Begin a register with the municipalities of a country.

    With counties or regions, names and numbers; source and date stand on top. Mailboxes are yours.
    """
    from hearingkit.workflows.known_bodies import known_register

    streams.write_new(output, known_register(country).encode())
