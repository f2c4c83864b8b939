"""Rules on what the text says has happened: it lies before the letter."""

import datetime as dt
import re
from collections.abc import Iterator
from typing import Final

from hearingkit.findings import Severity, limited
from hearingkit.rules.registry import Breach, rule
from hearingkit.rules.text.dates_in_text import DatedText

# Between the verb and the date only what was decided, in one known word, and where: a date further
# off is mostly part of what was decided («vedtok ikrafttredelse 1. januar»).
_WHAT: Final = (
    r"(?:\s+(?:det|dette|den|denne|saken|saka|sagen|sagerne|planen|planforslaget|forslaget"
    r"|framlegget|utkastet|udkastet|loven|lova|lovforslaget|lokalplanen|kommuneplanen|forskriften"
    r"|forskrifta|bekendtgørelsen|avtalen|avtala|aftalen))?"
)
_WHERE: Final = (
    r"(?:\s+(?:i|på|ved)\s+(?:(?:sitt?|et|eit|ordinært|ekstraordinært|felles)\s+){0,2}"
    r"(?:\w{0,20}(?:møtet?|mødet?)|byrådet|kommunestyret|kommunalbestyrelsen|regionsrådet"
    r"|fylkestinget|fylkesutvalet|styret|bestyrelsen|sak\s+[\w/.-]{1,12}))?"
)
_DONE: Final = (
    r"(?:vedtok|vedtog|besluttede|godkjente|godkjende|godkendte|behandla|behandlede|handsama"
    r"|fastsette|fastsatte|avgjorde|afgjorde)"
)
_WAS: Final = (
    r"(?:(?:ble|blev|blei|vart)\s+"
    r"(?:vedtatt|vedtaget|vedteke|vedteken|vedtekne|besluttet|beslutta|bestemt|godkjent|godkjend"
    r"|godkendt|behandlet|behandla|handsama|fastsatt|fastsat|fastsett|avgjort|afgjort|offentliggjort"
    r"|offentleggjord|kunngjort|underskrevet|undertegnet|underskriven))"
)
_HAPPENED_ON: Final = re.compile(
    rf"\b(?:{_DONE}{_WHAT}|{_WAS}){_WHERE}\s*$",
    re.IGNORECASE,
)
# What is decided about a day, is not decided on it.
_DAY_IS_DECIDED: Final = re.compile(r"\s+(?:som|til|for)\b", re.IGNORECASE)
_MAY_BE: Final = re.compile(
    r"\b(?:dersom|hvis|viss|når|skal|vil|kan|må|bør|skulle|ville|kunne|burde|måtte|være|vere|bli|blive"
    r"|blir|bliver|vert|verte|forvente[st]|vente[st]|venta|planlagt|ferdig|færdig)\b",
    re.IGNORECASE,
)


@rule(
    "HK412",
    Severity.WARNING,
    says='the text tells what happened on "{text}", which is after the day of the letter, {sent}',
    source="the calendar",
)
def past_in_the_future(
    dates_below_title: tuple[DatedText, ...], sent: dt.date | None
) -> Iterator[Breach]:
    """What the text says was decided, was decided before the letter was sent.

    Mostly the year or the month is mistyped. A date with its year counts right behind a verb in
    the past tense: «besluttede», «vedtok», «ble vedtatt», «vart vedteke» …

    Bad:  sent: 2026-09-10, body: "Byrådet besluttede den 15. september 2026 at …"
    Good: sent: 2026-09-10, body: "Byrådet besluttede den 8. september 2026 at …"
    """
    if sent:
        late = (one for one in dates_below_title if one.is_after(sent))
        for dated in limited(one for one in late if _is_told_as_past(one)):
            yield dated.breach(sent=sent)


def _is_told_as_past(dated: DatedText) -> bool:
    before = dated.before
    happened = _HAPPENED_ON.search(before)
    if happened is None or _DAY_IS_DECIDED.match(dated.behind):
        return False
    return _MAY_BE.search(before, 0, happened.start()) is None
