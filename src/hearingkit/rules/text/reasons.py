"""Why a date or a period in a text is taken for what it is: shown to those who ask."""

from collections.abc import Iterator

from hearingkit.findings import Place, limited
from hearingkit.frozen import frozen
from hearingkit.rules.parts import NotGiven, Parts
from hearingkit.rules.text.date_roles import DateRoles
from hearingkit.rules.text.dates_in_text import DatedText
from hearingkit.rules.text.periods import periods_in
from hearingkit.rules.text.phrases import ISSUER, OTHER, THIS
from hearingkit.texts.text import Text
from hearingkit.validation.book import Case
from hearingkit.validation.faults import visible


@frozen
class Reason:
    """What a date or a period in a text is taken for.

    Attributes:
        place: Where it stands.
        text: The date or the period.
        role: What it is of; empty where it is of nothing that is known.
        phrase: The words that say so, with ``…`` for other dates and the issuer.
    """

    place: Place
    text: str
    role: str
    phrase: str

    def __str__(self) -> str:
        """Return it as one line."""
        where = f"{self.place.file}:{self.place.line}:{self.place.column}"
        why = f'{self.role}, by "{self.phrase}"' if self.role else "nothing that is compared"
        return f'{where}: "{self.text}" is {why}'


def reasons_in(case: Case) -> tuple[Reason, ...]:
    """Return what the dates and periods of a hearing's texts are taken for, in order."""
    parts, found = Parts(case), list[Reason]()
    for ask in (_of_dates, _of_periods):
        try:
            found += ask(**parts.asked_by(ask))
        except NotGiven:
            continue
    return tuple(sorted(found, key=lambda one: (*one.place.order, one.place.end_column or 0)))


def _of_dates(date_roles: DateRoles, dates_below_title: tuple[DatedText, ...]) -> Iterator[Reason]:
    for one in limited(dates_below_title):
        given = date_roles.get(one)
        place = one.text.place(one.date.start, one.date.end)
        role, phrase = (given.role.replace("_", " "), given.phrase) if given else ("", "")
        yield Reason(place, visible(one.date.text), role, _shown(phrase, one.date.text))


def _of_periods(texts: tuple[Text, ...]) -> Iterator[Reason]:
    every = ((text, *found) for text in texts for found in periods_in(text))
    for text, found, phrase in limited(every):
        role = "the length of the hearing" if phrase else ""
        place = text.place(*found.span())
        yield Reason(place, visible(found[0]), role, _shown(phrase, found[0]))


def _shown(phrase: str, this: str) -> str:
    return visible(phrase.replace(THIS, this).replace(OTHER, "…").replace(ISSUER, "…"))
