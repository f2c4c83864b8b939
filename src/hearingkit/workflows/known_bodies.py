"""Write the bodies that are known of a country as a register, ready to be filled in."""

from collections.abc import Iterator
from typing import Final

from hearingkit.calendars.country import Country
from hearingkit.names.known_bodies import known_bodies

_TO_DO: Final = "No mailbox is known here: add email, and verified with the day you looked it up."


def known_register(country: Country) -> str:
    """Return the municipalities and counties of a country as a section of hearing data."""
    return "".join(f"{line}\n" for line in _lines(country))


def _lines(country: Country) -> Iterator[str]:
    known = known_bodies(country)
    yield from (f"# {line}" for line in (*known.about, _TO_DO))
    yield "parties:"
    for body in known.bodies:
        number = f'org_number: "{body.number}", ' if body.number else ""
        form = f"language: {body.language.value}, " if body.language else ""
        about = f'{number}country: "{country}", {form}groups: [{body.group}]'
        yield f"  {body.id}: {{name: {body.name}, {about}}}"
