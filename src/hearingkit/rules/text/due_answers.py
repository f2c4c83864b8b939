"""By which of the dates in a text answers are due: much else is sent, given and decided by a day.

What counts is how the sentence asks: «vi ber om innspill innen», «høringssvar skal være modtaget
senest», «send merknader innan». That answers are spoken of beside a date is not enough: «søkjarar
får svar innan 1. juli» asks nobody.
"""

import datetime as dt
import enum
import re
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Final

from hearingkit.language.language import Language
from hearingkit.model.hearing import Origin
from hearingkit.model.text import LineIn, Moment, in_language
from hearingkit.rules.parts import part
from hearingkit.rules.text.dates_in_text import DatedText

ANSWERS: Final = (
    r"(?:(?:hørings|høyrings)?(?:svar(?:et|ene|a|e)?\b|innspill|innspel|indspil|uttal|udtal|fråsegn)"
    r"|merknad|bemærkning|kommentar|synspunkt|tilba[gk]emelding)"
)
_SOME_ANSWERS: Final = re.compile(rf"\b{ANSWERS}", re.IGNORECASE)
_DUE_BY: Final = re.compile(r"\b(?:senest|seinest|seinast|innen|innan|inden)\s+$", re.IGNORECASE)
_IS: Final = (
    r":|\b(?:er|blir|bliver|vert)\b"
    r"(?:\s+(?:fast|ut|for)?(?:satt|sat|sett|lenget|lengd|længet)\s+til)?"
)
_DEADLINE_OF_ANSWERS: Final = re.compile(
    rf"\b(?:hørings|høyrings|svar)frist(?:en|a)?\s*(?:{_IS})?\s*$"
    rf"|\bfrist(?:en|a)?\s+for\s+[\w\s]{{0,40}}\b{ANSWERS}[\w\s]{{0,20}}\s*(?:{_IS})\s*$"
    r"|\b(?:på|i)\s+(?:høring|høyring)\b[^.;]{0,60}\bmed\s+frist\s*$",
    re.IGNORECASE,
)
_SOME_DEADLINE: Final = re.compile(rf"\bfrist(?:en|a)?\s*(?:{_IS})\s*$", re.IGNORECASE)
# Most dates are no deadline, which is seen at once from the word before.
_BEFORE_DEADLINE: Final = (
    *("senest", "seinest", "seinast", "innen", "innan", "inden", "frist", "fristen", "frista"),
    *(":", "er", "blir", "bliver", "vert", " til"),
)

_CLAUSE_END: Final = re.compile(r";|\s[–|-]\s|,\s+(?:og|men|samt|mens|medan|så)\s")
_YEARLY: Final = re.compile(
    r"\b(?:hvert?|kvart)\s+år\b|\bårl[ei]g\w*|\bførste\s+g[ao]ng\b", re.IGNORECASE
)
_PAST: Final = re.compile(
    r"\b(?:var|blev|ble|blei|vart|fik|fikk|fekk|ga|gav|hadde|havde|modtog|mottok|dengang"
    r"|tidligere|tidlegare|forrige|førre)\b",
    re.IGNORECASE,
)
# Another hearing, a commission, a form, and what the proposal itself is about.
_ANOTHER: Final = re.compile(
    r"\b(?:også\s+e[nit]\w*|parallel\w*|egen|eigen|særskil\w*|anden|annen|anna|andre)\s+"
    r"(?:\w+\s+)?(?:høring|høyring)"
    r"|(?-i:\b[A-ZÆØÅ])\w+s\s+(?:hørings|høyrings|svar)frist|\b(?:oppdrag|bestilling)\w*\b.*frist"
    r"|\bsvare?\s+på\s+(?!(?:den(?:ne)?\s+)?(?:høring|høyring|utkast|udkast|forslag|framlegg|brev))"
    r"|\bat\s+frist|\btilsvar[ea]nde\b",
    re.IGNORECASE,
)
_FROM_OTHERS: Final = r"\w*\s+(?:fra|frå)\s+(?-i:[A-ZÆØÅ])"
_OF_OTHERS: Final = re.compile(
    rf"\b{ANSWERS}{_FROM_OTHERS}"
    rf"|\b(?:får|få|fikk|fik|fekk|gis|gives|gjevast|mottar|modtager)\s+(?:\w+\s+){{0,2}}{ANSWERS}",
    re.IGNORECASE,
)

_ASK: Final = re.compile(
    r"\b(?:ber|bed|beder|be|bede|anmode[rs]?|oppmoda?r?|oppfordrer|opfordrer|ønsker|ønskjer"
    r"|imødeser|inviterer|(?:må|skal|vil|gjerne)\s+(?:ha|have))\b"
    rf"|\bhar\s+bedt\s+(?:\w+\s+){{0,3}}om\s+(?:\w+\s+){{0,3}}{ANSWERS}",
    re.IGNORECASE,
)
_ARE_ASKED: Final = re.compile(
    r"\b(?:bes|bedes|ønskes|ønskjast|imødeses|anmodes|oppfordres|opfordres)\b", re.IGNORECASE
)
_US: Final = (
    r"vi|\w*(?:departementet|ministeriet|direktoratet|styrelsen|kommunen|regionen|tilsynet|etaten"
    r"|forbundet|forbundsstyret|foreningen|foreininga|styret)"
)
_ARE_DUE: Final = re.compile(
    rf"^(?:(?!(?:ha|har|få|får|sender|samler|samlar)\b)\S+\s+){{0,6}}?{ANSWERS}[^;]{{0,150}}?"
    r"\b(?:skal|må|bør|kan|sendes|sendast|fremsendes|indsendes|leveres|leverast|rettes|rettast"
    r"|oversendes|meldes|meldast)\b",
    re.IGNORECASE,
)
_ORDER: Final = re.compile(
    r"^\W*(?:svar\b|(?:send|gi|gje|gjev|giv|lever|indsend|skriv|meld|kom)\b(?P<what>.*))",
    re.IGNORECASE | re.DOTALL,
)
_MAY_ANSWER: Final = re.compile(
    rf"\b(?:kan|må|skal|bør|vil)\b.*(?:\b{ANSWERS}|\b(?:svare?|uttale|udtale|uttala)\b)",
    re.IGNORECASE | re.DOTALL,
)
_WHO_ANSWERS: Final = re.compile(
    r"\b(?:alle|dere|de|de?kk|jer|du|parte(?:r|ne)|\w*instans\w*|høringspart\w*|\w*lag(?:ene|a)"
    r"|medlem\w*)\b|(?-i:\bI\b)",
    re.IGNORECASE,
)
_THEN: Final = re.compile(
    rf"^\W*(?:må|skal|bør|kan|bedes|bes)\s+(?:\w+\s+){{0,4}}{ANSWERS}(?!{_FROM_OTHERS})"
)
_WE_ANSWER: Final = re.compile(r"\b(?:skal|må)\s+svar[ea]\b", re.IGNORECASE)
_SHORT: Final = 3  # words of a clause that only begin with the day


class Asked(enum.Enum):
    """How a sentence asks for answers by a day.

    Attributes:
        PLAINLY: The reader is asked.
        PERHAPS: Somebody is asked, for something that may be the answers.
    """

    PLAINLY = enum.auto()
    PERHAPS = enum.auto()


@dataclass(frozen=True, slots=True)
class Asker:
    """Who asks for answers.

    Attributes:
        names: What the letter calls it, one pattern for all.
        sent: The day of the letter, where it is known.
        passes_on: Whether it passes the hearing of another on.
    """

    names: re.Pattern[str]
    sent: dt.date | None
    passes_on: bool


@part
def asker(
    language: tuple[Language, ...],
    sent: dt.date | None = None,
    origin: Origin | None = None,
    issuer_name: str | LineIn | None = None,
    issuer_short_name: str | LineIn | None = None,
) -> Asker:
    """Return who asks for answers, as far as it is known."""
    given = [words for words in (issuer_name, issuer_short_name) if words]
    names = [re.escape(in_language(words, each)) for words in given for each in language]
    pattern = re.compile(rf"\b(?:{'|'.join([_US, *names])})\b", re.IGNORECASE)
    return Asker(pattern, sent, passes_on=origin is not None)


@part
def asked_dates(
    dates_below_title: tuple[DatedText, ...], asker: Asker
) -> Mapping[DatedText, Asked]:
    """Return the dates by which a sentence asks for answers, in order, and how it asks."""
    asked = ((dated, _asked_by(dated, asker)) for dated in dates_below_title)
    return {dated: how for dated, how in asked if how}


@part
def dates_for_answers(
    asked_dates: Mapping[DatedText, Asked],
    dates_below_title: tuple[DatedText, ...],
    deadline: Moment,
) -> tuple[DatedText, ...]:
    """Return the dates by which the texts ask for answers.

    Where a text has the day of the deadline too, only what asks plainly counts.
    """
    right = {one.text for one in dates_below_title if one.is_same_day(deadline.day)}
    return tuple(
        one
        for one, how in asked_dates.items()
        if how is Asked.PLAINLY or one.is_same_day(deadline.day) or one.text not in right
    )


def _asked_by(dated: DatedText, asker: Asker) -> Asked | None:
    """Return how the sentence around a date asks for answers; None where it doesn't."""
    asked = _asked_before(dated, asker) if dated.follows(_BEFORE_DEADLINE) else None
    return None if asked and _is_of_something_else(dated, asker) else asked


def _asked_before(dated: DatedText, asker: Asker) -> Asked | None:
    before = dated.before
    if _DEADLINE_OF_ANSWERS.search(before):
        return Asked.PLAINLY
    if _SOME_DEADLINE.search(before):
        return Asked.PERHAPS
    clause = _CLAUSE_END.split(before)[-1].strip()
    if not _DUE_BY.search(before) or _OF_OTHERS.search(clause):
        return None
    then = len(clause.split()) <= _SHORT and _THEN.match(dated.behind)
    return Asked.PLAINLY if then or _asks_for_answers(clause, asker) else None


def _is_of_something_else(dated: DatedText, asker: Asker) -> bool:
    """Tell whether a date comes again each year, is quoted, or is that of an earlier hearing."""
    sentence = f"{dated.before}{dated.date.text}{dated.behind}"
    return bool(
        _YEARLY.search(sentence)
        or _ANOTHER.search(sentence)
        or (dated.is_before(asker.sent) and _PAST.search(sentence))
        or dated.is_quoted
    )


def _asks_for_answers(clause: str, asker: Asker) -> bool:
    order = _ORDER.match(clause)
    if order and (order["what"] is None or _SOME_ANSWERS.search(order["what"])):
        return True
    if _SOME_ANSWERS.search(clause) and _asks(clause, asker):
        return True
    # Who passes a hearing on tells by when it answers itself: the principal's deadline.
    passed_on = asker.passes_on and _WE_ANSWER.search(clause) and asker.names.search(clause)
    may_answer = _MAY_ANSWER.search(clause) and _WHO_ANSWERS.search(clause)
    return bool(_ARE_DUE.search(clause) or passed_on or may_answer)


def _asks(clause: str, asker: Asker) -> bool:
    """Tell whether we ask, or one is asked without a word of who asks."""
    return bool(_ARE_ASKED.search(clause) or (_ASK.search(clause) and asker.names.search(clause)))
