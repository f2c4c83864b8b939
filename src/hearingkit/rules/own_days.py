"""Rules on the hearing's own days in free text: they are those of the data."""

import datetime as dt
import functools
import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Final

from hearingkit.findings import Severity
from hearingkit.model.book import Case
from hearingkit.model.free_text import told
from hearingkit.model.hearing import HearingKind
from hearingkit.rules.dates_in_text import DatedText, dated_texts
from hearingkit.rules.registry import Breach, rule

_LAW: Final = r"lov(?:en|a|forslaget|framlegget|endring(?:en|a|ene|ane)|ændring(?:en|erne))"
_PLAN: Final = r"(?:kommune|lokal|regional|region|regulerings)?plan(?:en|forslaget|framlegget)"
_OWN: Final[Mapping[HearingKind, str]] = {
    HearingKind.BILL: _LAW,
    HearingKind.ACT: _LAW,
    HearingKind.REGULATION: r"bekendtgørelsen|(?:endrings)?forskrift(?:en|a|ene|ane)",
    HearingKind.GUIDANCE: r"vejledningen|veilederen|veiledningen|rettleiaren|rettleiinga",
    HearingKind.RECOMMENDATION: r"anbefaling(?:en|erne|ene)|tilråding(?:a|ane)",
    HearingKind.PLAN: _PLAN,
    HearingKind.LOCAL_PLAN: _PLAN,
}
"""What a text calls that which is heard; «loven» in a letter on a regulation is another one."""
_ALWAYS_OWN: Final = r"forslag(?:et|ene|a)|framlegg(?:et|a)|udkastet|utkastet"
_PLANNED: Final = (
    r"(?:skal|vil|bør|kan|er|blir|bliver|vert|foreslås|foreslå(?:tt|et)|føreslått|forventes|ventes"
    r"|ventet|venta|forventet|forventa|planlagt|planlegges|planlægges|tenkt|tænkt|etter|efter|planen"
    r"|derfor|difor|dermed|at|å|til)"
)
_IN_FORCE: Final = (
    r"(?:(?:træder?|trer?|trår?)\s+i\s+kraft|(?:tek|ta|tar)\s+til\s+å\s+gjelde)"
    r"(?:\s+(?:med\s+(?:virkning|verknad)\s+)?(?:fra|frå)(?:\s+og\s+med)?|\s+pr\.?|\s+per)?"
)
# A letter tells of one meeting; «et folkemøte» and «det andre folkemøtet» may be another.
_MEETING: Final = re.compile(
    r"(?<![ea]\s)\b(?:borger|folke|hørings|høyrings|informasjons|informations|orienterings)"
    r"m[øo][dt]et"
    r"(?:\s+(?:er|bliver|blir|vert|holdes|afholdes|avholdes|finder\s+sted|finner\s+sted))?\s*:?\s*$",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True)
class _OwnDay:
    """A day of the data, and how a text introduces it.

    Attributes:
        what: What takes place then.
        day: As the data has it.
        introduced: What stands right before it.
    """

    what: str
    day: dt.date
    introduced: re.Pattern[str]


@rule(
    "HK413",
    Severity.WARNING,
    says='{what} on "{text}" in the text, but on {day} in the data',
    source="practice: one set of days in letter, list, page and mail",
)
def own_day_misquoted(case: Case) -> Iterator[Breach]:
    """The day of entry into force, and that of the meeting, are in the text as in the data.

    The text must speak of what is heard: of «loven» in a letter on a bill, «forskriften» in one on
    a regulation, of «forslaget» in any; and of what is to come. Parts may enter into force on days
    of their own: where a text names the day of the data too, its other days are let alone.

    Bad:  in_force: 2027-07-01, body: "Loven foreslås at træde i kraft den 1. januar 2027."
    Good: in_force: 2027-07-01, body: "Loven foreslås at træde i kraft den 1. juli 2027."
    """
    dates = list(dated_texts(case))
    for own in _own_days(case):
        right = {one.free.site.path for one in dates if one.is_same_day(own.day)}
        others = (one for one in dates if one.free.site.path not in right)
        for dated in told(one for one in others if _is_misquoted(one, own, case)):
            yield dated.breach(what=own.what, day=own.day)


def _is_misquoted(dated: DatedText, own: _OwnDay, case: Case) -> bool:
    sent, day = case.hearing.sent, dated.day
    is_over = sent and day and dated.has_year and day < sent
    if is_over or not dated.date.is_in_calendar:
        return False
    return own.introduced.search(dated.sentence_before) is not None


def _own_days(case: Case) -> Iterator[_OwnDay]:
    hearing = case.hearing
    if hearing.in_force:
        yield _OwnDay("entry into force", hearing.in_force, _entry_into_force(hearing.kind))
    if hearing.meeting and hearing.sent:  # else what has been can't be told from what is to come
        yield _OwnDay("the meeting", hearing.meeting.starts.day, _MEETING)


@functools.cache
def _entry_into_force(kind: HearingKind) -> re.Pattern[str]:
    """Return what introduces the day on which a hearing's own subject enters into force."""
    subject = "|".join(filter(None, (_OWN.get(kind), _ALWAYS_OWN)))
    return re.compile(rf"\b(?:{subject})(?:\s+{_PLANNED}){{0,6}}\s+{_IN_FORCE}\s*$", re.IGNORECASE)
