"""The rule on the period that free text gives: it must be as long as the hearing is open."""

import datetime as dt
import re
from collections.abc import Iterator
from typing import Final

from hearingkit.calendars.months import months_later
from hearingkit.findings import Severity
from hearingkit.rules.registry import Breach, rule
from hearingkit.texts.periods import PERIOD, Period, period_of
from hearingkit.texts.quotations import without_quotations
from hearingkit.validation.book import Case
from hearingkit.validation.faults import visible
from hearingkit.validation.free_text import FreeText, free_text, told, without_what_is_no_prose

_HEARING: Final = r"(?:høring|høyring)"
_PERIOD_OF_HEARING: Final = re.compile(
    r"\b(?:"
    rf"(?:{_HEARING}s|svar)(?:frist(?:en|a)?|perioden?|perioda|tid(?:en|a)?)\s+"
    r"(?:på|varer|varar|(?:er|blir|bliver|vert)(?:\s+på|\s+(?:fast)?(?:satt|sat|sett)\s+til)?)"
    rf"|{_HEARING}(?:en|a)\s+(?:varer|varar|løber|løper)(?:\s+i)?"
    r"|(?:fremlagt|fremlægges|offentlig\s+fremlæggelse|utlagt|lagt\s+ut|legges\s+ut"
    rf"|(?:ut\s+)?på\s+(?:offentlig\s+|offentleg\s+)?{_HEARING}"
    rf"|i\s+(?:offentlig\s+)?høring|offentlig\s+ettersyn|offentleg\s+ettersyn)\s+i"
    rf")\s+{PERIOD}(?!\s+(?:før|efter|etter|fra|frå)\b)",
    re.IGNORECASE,
)
_LOOKED_AROUND: Final = 200
_SENTENCE_END: Final = re.compile(r"[.!?:]\s+(?=[A-ZÆØÅ*])|\n\s*\n")
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
def other_period_in_text(case: Case) -> Iterator[Breach]:
    """A period that the text gives for the hearing fits the day of the letter and the deadline.

    The deadline is moved, and «seks uger» stays behind. Some days more or less are let pass, and
    so is what tells of the law («mindst otte uger», «normalt tre måneder»), of what others get, of
    an earlier hearing, of one that is passed on, or of a later step in a text that has the right
    period too.

    Bad:  sent: 2026-09-10, deadline: 2026-10-22, body: "Forslaget er fremlagt i otte uger."
    Good: sent: 2026-09-10, deadline: 2026-10-22, body: "Forslaget er fremlagt i seks uger."
    """
    sent, deadline = case.hearing.sent, case.hearing.deadline.day
    if sent is None or case.hearing.origin:
        return
    period = {"sent": sent, "deadline": deadline, "days": (deadline - sent).days}
    for free, found in told(_misfits(case)):
        facts = {"text": visible(found[0]), **period}
        yield Breach(free.site, facts, found[0], free.nth(found[0], found.start()))


def _misfits(case: Case) -> Iterator[tuple[FreeText, re.Match[str]]]:
    """Yield the periods of texts that have the right one nowhere."""
    for free in free_text(case):
        if free.key in {"body", "wording"}:
            periods = [*_periods(free.text)]
            if not any(_fits(period_of(found), case) for found in periods):
                yield from ((free, found) for found in periods)


def _periods(text: str) -> Iterator[re.Match[str]]:
    """Yield what a text says of the length of the hearing itself."""
    prose = without_quotations(without_what_is_no_prose(text))
    for found in _PERIOD_OF_HEARING.finditer(prose):
        if not _OF_SOMETHING_ELSE.search(_sentence_around(found)):
            yield found


def _sentence_around(found: re.Match[str]) -> str:
    before = found.string[max(0, found.start() - _LOOKED_AROUND) : found.start()]
    behind = found.string[found.end() : found.end() + _LOOKED_AROUND]
    return f"{_SENTENCE_END.split(before)[-1]} … {_SENTENCE_END.split(behind)[0]}"


def _fits(period: Period, case: Case) -> bool:
    """Tell whether it leads to the deadline, near enough, from a day on which it may begin."""
    slack = _SLACK_OF_MONTHS if period.months else _SLACK_IN_DAYS
    hearing = case.hearing
    begins = filter(None, (hearing.sent, hearing.published))
    ends = (months_later(day, period.months) + dt.timedelta(period.days) for day in begins)
    return any(abs((hearing.deadline.day - end).days) <= slack for end in ends)
