"""How a text introduces the hearing's own days: its entry into force, its meeting, the sign-up."""

import functools
import re
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Final

from hearingkit.model.hearing import HearingKind
from hearingkit.rules.text.dates_in_text import DatedText

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
# «Den svenske loven» is another one, and «dersom loven» tells of no day that is set.
_NOT_OWN: Final = "".join(
    rf"(?<!\b{word}\s)"
    for word in ("svenske", "danske", "norske", "finske", "dersom", "hvis", "viss")
)
_PLANNED: Final = (
    r"(?:skal|vil|bør|kan|er|blir|bliver|vert|foreslås|foreslå(?:tt|et)|føreslått|forventes|ventes"
    r"|ventet|venta|forventet|forventa|planlagt|planlegges|planlægges|tenkt|tænkt|etter|efter|planen"
    r"|derfor|difor|dermed|at|å|til)"
)
_FROM: Final = r"(?:fra|frå)(?:\s+og\s+med)?|pr\.?|per"
_IN_FORCE: Final = (
    r"(?:(?:træder?|trer?|trår?)\s+i\s+kraft|(?:tek|ta|tar)\s+til\s+å\s+gjelde)"
    rf"(?:\s+(?:med\s+(?:virkning|verknad)\s+)?(?:{_FROM}))?"
)
_IN_FORCE_LABEL: Final = (
    r"(?:(?:planlagt|planlagd|forventet|forventa|foreslått|føreslått|foreslået|dato\s+for)\s+)?"
    r"(?:ikrafttre(?:den|delse)|ikrafttræd(?:en|else)|ikraft(?:setting|setjing|sættelse)"
    r"|iverkset(?:jing|ting|telse))"
)
_MEETING_WORD: Final = (
    r"(?:(?:borger|folke|hørings|høyrings|informasjons|informations|orienterings)"
    r"|(?:åpent|åbent|ope|offentlig|offentleg)\s+)m[øo][dt]e"
)
_THE_MEETING: Final = (
    r"(?:(?:borger|folke|hørings|høyrings|informasjons|informations|orienterings)m[øo][dt]et"
    r"|det\s+(?:åpne|åbne|opne|offentlige|offentlege)\s+m[øo][dt]et?)"
)
_HELD: Final = r"(?:holdt|halde|afholdt|avholdt|arrangert|lagt|planlagt|sat|satt)"
_MEETING_IS: Final = (
    rf"(?:\s+(?:(?:er|bliver|blir|vert)(?:\s+{_HELD})?(?:\s+til)?|holdes|afholdes|avholdes"
    r"|finder\s+sted|finner\s+sted|finn\s+stad)(?:\s+(?:på|i|ved)\s+[\w ]{1,40}?)?)?"
)
_ARE_ASKED: Final = (
    r"(?:(?:der|det)\s+(?:holdes|afholdes|avholdes|arrangeres|(?:blir|bliver|vert)\s+"
    r"(?:holdt|halde|afholdt|avholdt|arrangert))"
    r"|(?:vi|kommunen|fylkeskommunen)\s+"
    r"(?:holder|held|afholder|avholder|arrangerer|inviterer\s+til|indbyder\s+til)"
    r"|(?:velkommen|velkomen|velkomne)\s+til)"
)
# A letter tells of one meeting; «et folkemøte» and «det andre folkemøtet» may be another, unless
# it says that it is held.
_MEETING: Final = (
    rf"(?<![ea]\s)\b{_THE_MEETING}{_MEETING_IS}\s*:?"
    rf"|\b{_ARE_ASKED}\s+(?:(?:et|eit)\s+)?{_MEETING_WORD}"
)
_SIGN_UP_WORD: Final = r"(?:påmelding|tilmelding)"
_SIGN_UP_LABEL: Final = (
    rf"(?:(?:siste\s+)?frist(?:en)?\s+for\s+{_SIGN_UP_WORD}|{_SIGN_UP_WORD}(?:sfrist(?:en)?)?)"
    r"(?:\s+til\s+\w{0,20}m[øo][dt]et?)?"
)
# Between the word and the last day only how and to what: a newsletter has days of its own.
_SIGNED_UP_FOR: Final = (
    r"(?:\s+(?:til|på|via|hos|ved|skjer|sker|sendes|må|skal|bes|bedes|helst|kommunen|nettsiden"
    r"|nettsida|hjemmesiden|\w{0,20}m[øo][dt]et?|[^\s|;]{1,60}[@/][^\s|;]{1,60})){0,6}"
)
_SIGN_UP: Final = (
    rf"\b(?:{_SIGN_UP_WORD}|tilmeld\s+(?:dig|jer)|meld(?:e|er)?\s+(?:deg|dere|dykk|seg)\s+på)"
    rf"{_SIGNED_UP_FOR}\s+(?:senest|seinest|seinast|innen|innan|inden)"
    rf"|\b(?:{_SIGN_UP_WORD}sfristen|frist(?:en)?\s+for\s+{_SIGN_UP_WORD})"
    r"(?:\s+til\s+\w{0,20}m[øo][dt]et?)?\s+(?:er|blir|bliver|vert)(?:\s+satt?\s+til)?"
)
_OTHER_TIME: Final = re.compile(
    r"\b(?:på|til)meld|\b(?:senest|seinest|seinast|innen|innan|inden)\b", re.IGNORECASE
)
_MEETING_NAMED: Final = re.compile(rf"\b(?:{_MEETING_WORD}|{_THE_MEETING})", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Introduction:
    """How a text introduces a day: in a sentence, on a line of its own, or in a row of a table.

    Attributes:
        before: What stands right before the date then.
        behind: What stands right behind it, where the date comes first.
    """

    before: re.Pattern[str]
    behind: re.Pattern[str]

    def introduces(self, dated: DatedText) -> bool:
        """Tell whether it introduces a date."""
        is_before = self.before.search(dated.before)
        return bool(is_before or self.behind.match(dated.behind))


def _introduction(sentence: str, label: str) -> Introduction:
    """Return what introduces a day by words, or by a label behind which nothing else stands."""
    row = rf"(?:^|[\u2028|]) *{label} *[:|–-] *(?:(?:{_FROM}|senest|innen|innan) +)?"
    return Introduction(
        re.compile(rf"(?:{sentence}|{row})\s*\Z", re.IGNORECASE),
        re.compile(rf" *[:|–-] *{label} *(?:[|.\u2028]|\Z)", re.IGNORECASE),
    )


MEETING: Final = _introduction(_MEETING, f"{_MEETING_WORD}t?")
SIGN_UP: Final = _introduction(_SIGN_UP, _SIGN_UP_LABEL)


@functools.cache
def entry_into_force(kind: HearingKind) -> Introduction:
    """Return what introduces the day on which a hearing's own subject enters into force."""
    subject = "|".join(filter(None, (_OWN.get(kind), _ALWAYS_OWN)))
    return _introduction(
        rf"{_NOT_OWN}\b(?:{subject})(?:\s+{_PLANNED}){{0,6}}\s+{_IN_FORCE}", _IN_FORCE_LABEL
    )


def tells_of_a_meeting(dated: DatedText) -> bool:
    """Tell whether a date stands in a sentence on a public meeting, and is no last day."""
    before = dated.before
    near = f"{before} … {dated.behind}"
    return bool(_MEETING_NAMED.search(near)) and _OTHER_TIME.search(before) is None
