"""A rule on the numbers of persons, which nobody may print."""

from collections.abc import Iterator
from typing import Final

from hearingkit.findings import Severity, law, limited
from hearingkit.patterns import late_pattern
from hearingkit.rules.registry import Breach, rule
from hearingkit.texts.text import Text

_DANISH: Final = r"(?P<danish>[0-3][0-9][01][0-9]{3}-[0-9]{4})"
_NORWEGIAN: Final = r"(?P<norwegian>[0-7][0-9][0-9]{4}[ \u00a0]?[0-9]{5})"
_MAYBE: Final = late_pattern(r"[0-9][0-9]{5}")
_NUMBER: Final = late_pattern(rf"(?<![\w.,/-])(?:{_DANISH}|{_NORWEGIAN})(?![\w/-]|[.,][0-9])")


@rule(
    "HK510",
    Severity.ERROR,
    says={
        "danish": "a CPR number is printed here; take it out",
        "norwegian": "a national identity number is printed here; take it out",
    },
    source=law("databeskyttelsesloven (DK) § 11; personopplysningsloven (NO) § 12"),
)
def number_of_a_person(texts: tuple[Text, ...], lines: tuple[Text, ...]) -> Iterator[Breach]:
    """No text has the CPR number or the fødselsnummer of a person.

    A hearing is sent to many, and published. Told of is a number whose date is in the calendar and
    whose check digits are right; a Danish one with its hyphen.

    Bad:  body: "Spørsmål rettes til saksbehandler, 01010750160."
    Good: body: "Spørsmål rettes til saksbehandler, 22 00 00 00."
    """
    for text in (*texts, *lines):
        yield from limited(_numbers(text))


def _numbers(text: Text) -> Iterator[Breach]:
    for found in _NUMBER.finditer(text.plain) if _MAYBE.search(text.plain) else ():
        variant = found.lastgroup or ""
        if _is_valid(found[0], variant):
            yield Breach(text.place(*found.span()), variant=variant)


def _is_valid(number: str, variant: str) -> bool:
    """Return whether a date and the check digits are right."""
    # Only here: most hearings have no such number.
    from stdnum.dk import cpr
    from stdnum.no import fodselsnummer

    return bool((cpr if variant == "danish" else fodselsnummer).is_valid(number))
