"""The rule on the period that a text gives: it must be as long as the hearing is open."""

import datetime as dt
import functools
import re
from collections.abc import Iterable, Iterator
from typing import Final

from hearingkit.calendars.months import months_later
from hearingkit.findings import Severity, limited
from hearingkit.model.hearing import Origin
from hearingkit.model.text import Moment
from hearingkit.rules.registry import Breach, rule
from hearingkit.texts.periods import Period, period_of, period_pattern
from hearingkit.texts.text import Text
from hearingkit.validation.faults import visible

_HEARING: Final = r"(?:høring|høyring)"
_LENGTH_OF_HEARING: Final = (
    r"\b(?:"
    rf"(?:{_HEARING}s|svar)(?:frist(?:en|a)?|perioden?|perioda|tid(?:en|a)?)\s+"
    r"(?:på|varer|varar|(?:er|blir|bliver|vert)(?:\s+på|\s+(?:fast)?(?:satt|sat|sett)\s+til)?)"
    rf"|{_HEARING}(?:en|a)\s+(?:varer|varar|løber|løper)(?:\s+i)?"
    r"|(?:fremlagt|fremlægges|offentlig\s+fremlæggelse|utlagt|lagt\s+ut|legges\s+ut"
    rf"|(?:ut\s+)?på\s+(?:offentlig\s+|offentleg\s+)?{_HEARING}"
    rf"|i\s+(?:offentlig\s+)?høring|offentlig\s+ettersyn|offentleg\s+ettersyn)\s+i"
    r")\s+"
)
_AWAY_FROM: Final = r"(?!\s+(?:før|efter|etter|fra|frå)\b)"
# Then the sentence tells of the law, of another hearing, or of one that is over or to come.
_OF_SOMETHING_ELSE: Final = re.compile(
    r"\b(?:normal\w*|ordinær\w*|(?:en|ein)\s+…\s+er|i\s+(?:lokal|regulerings|kommune)planen"
    r"|(?:får|gis)\s+\w+\s+(?:en|ein)|som\s+regel|hoved(?:sak|regel)\w*|hovudregel\w*|vanlig\w*|vanleg\w*|typisk"
    r"|sædvanlig\w*|veiledende|vejledende|rettleiande|mindst|minst|minimum|\w*instruks\w*|\w*direktiv\w*"
    r"|(?:etter|efter|ifølge|ifølgje|følger\s+av|følgjer\s+av|følger\s+af)\s+[\w\s-]{0,40}lov(?:en|a|givningen)?"
    r"|krav\w*|kræve\w*|kreve\w*|krev|forkort\w*|afkort\w*|forlæng\w*|forleng\w*|tidligere|tidlegare"
    r"|forrige|førre|sidste|siste|seneste|var|været|vært|vore|ble|blev|blei|vart|fikk|fik|fekk|hadde"
    r"|havde|deretter|derefter|herefter|senere|seinare|ny|nytt|nye|neste|næste|andre|anden|andet"
    r"|egen|eigen|eget|særskilt\w*|dersom|hvis|viss|når|kan|EU|EØS)\b|§",
    re.IGNORECASE,
)
_SLACK_IN_DAYS: Final = 4
_SLACK_OF_MONTHS: Final = 7  # twelve weeks are called three months


@rule(
    "HK414",
    Severity.WARNING,
    says='the text says "{text}", but from {sent} until {deadline} it is {days} days',
    source="practice: one deadline in letter, list, page and mail",
)
def other_period_in_text(
    texts: tuple[Text, ...],
    deadline: Moment,
    sent: dt.date | None,
    origin: Origin | None,
    published: dt.date | None = None,
) -> Iterator[Breach]:
    """A period that the text gives for the hearing fits the day of the letter and the deadline.

    The deadline is moved, and «seks uger» stays behind. Some days more or less are let pass, and
    so is what tells of the law («mindst otte uger», «normalt tre måneder»), of what others get, of
    an earlier hearing, of one that is passed on, or of a later step in a text that has the right
    period too.

    Bad:  sent: 2026-09-10, deadline: 2026-10-22, body: "Forslaget er fremlagt i otte uger."
    Good: sent: 2026-09-10, deadline: 2026-10-22, body: "Forslaget er fremlagt i seks uger."
    """
    if sent is None or origin:
        return
    open_for = {"sent": sent, "deadline": deadline.day, "days": (deadline.day - sent).days}
    begins = [sent, *([published] if published else [])]
    for text, found in limited(_misfits(texts, begins, deadline.day)):
        place = text.place(found.start(), found.end())
        yield Breach(place, {"text": visible(found[0]), **open_for})


def _misfits(
    texts: Iterable[Text], begins: Iterable[dt.date], deadline: dt.date
) -> Iterator[tuple[Text, re.Match[str]]]:
    """Yield the periods of texts that have the right one nowhere."""
    for text in texts:
        periods = [*_periods(text)] if text.role.is_markdown else []
        if not any(_fits(period_of(found), begins, deadline) for found in periods):
            yield from ((text, found) for found in periods)


def _periods(text: Text) -> Iterator[re.Match[str]]:
    """Yield what a text says of the length of the hearing itself."""
    for found in _pattern().finditer(text.own_words):
        first, last = text.sentence_around(*found.span())
        before, behind = text.own_words[first : found.start()], text.own_words[found.end() : last]
        if not _OF_SOMETHING_ELSE.search(f"{before} … {behind}"):
            yield found


@functools.cache
def _pattern() -> re.Pattern[str]:
    return re.compile(f"{_LENGTH_OF_HEARING}{period_pattern()}{_AWAY_FROM}", re.IGNORECASE)


def _fits(period: Period, begins: Iterable[dt.date], deadline: dt.date) -> bool:
    """Tell whether it leads to the deadline, near enough, from a day on which it may begin."""
    slack = _SLACK_OF_MONTHS if period.months else _SLACK_IN_DAYS
    ends = (months_later(day, period.months) + dt.timedelta(period.days) for day in begins)
    return any(abs((deadline - end).days) <= slack for end in ends)
