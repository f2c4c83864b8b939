"""By which of the dates in a text answers are due: much else is sent, given and decided by a day.

What counts is how the sentence asks: «vi ber om innspill innen», «høringssvar skal være modtaget
senest», «send merknader innan». That answers are spoken of beside a date is not enough: «søkjarar
får svar innan 1. juli» asks nobody.
"""

import enum
import re
from collections.abc import Iterator
from typing import Final

from hearingkit.model.text import in_language
from hearingkit.rules.text.dates_in_text import DatedText, dated_texts
from hearingkit.texts.quotations import without_quotations
from hearingkit.validation.book import Case

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

_CLAUSE_END: Final = re.compile(r";|\s[–-]\s|,\s+(?:og|men|samt|mens|medan|så)\s")
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


def dates_for_answers(case: Case) -> Iterator[DatedText]:
    """Yield the dates by which the text asks for answers.

    Where a text has the day of the deadline too, only what asks plainly counts.
    """
    dates = list(dated_texts(case))
    deadline = case.hearing.deadline.day
    right = {one.free.site.path for one in dates if one.is_same_day(deadline)}
    for one in dates:
        is_right = one.is_same_day(deadline) or one.free.site.path not in right
        asked = asked_by(one, case)
        if asked is Asked.PLAINLY or (asked is Asked.PERHAPS and is_right):
            yield one


def asked_by(dated: DatedText, case: Case) -> Asked | None:
    """Return how the sentence around a date asks for answers; None where it doesn't."""
    if not dated.follows(_BEFORE_DEADLINE) or _is_of_something_else(dated, case):
        return None
    before = dated.sentence_before
    if _DEADLINE_OF_ANSWERS.search(before):
        return Asked.PLAINLY
    if _SOME_DEADLINE.search(before):
        return Asked.PERHAPS
    clause = _CLAUSE_END.split(before)[-1].strip()
    if not _DUE_BY.search(before) or _OF_OTHERS.search(clause):
        return None
    then = len(clause.split()) <= _SHORT and _THEN.match(dated.sentence_behind)
    return Asked.PLAINLY if then else _asked_in(clause, case)


def _is_of_something_else(dated: DatedText, case: Case) -> bool:
    """Tell whether a date comes again each year, is quoted, or is that of an earlier hearing."""
    sentence = f"{dated.sentence_before}{dated.date.text}{dated.sentence_behind}"
    sent, day = case.hearing.sent, dated.day
    is_over = bool(sent and day and dated.has_year and day < sent)
    return bool(
        _YEARLY.search(sentence)
        or _ANOTHER.search(sentence)
        or (is_over and _PAST.search(sentence))
        or _is_quoted(dated)
    )


def _is_quoted(dated: DatedText) -> bool:
    prose = without_quotations(dated.free.text)
    return not prose.startswith(dated.date.text, dated.date.start)


def _asked_in(clause: str, case: Case) -> Asked | None:
    order = _ORDER.match(clause)
    if order and (order["what"] is None or _SOME_ANSWERS.search(order["what"])):
        return Asked.PLAINLY
    if _SOME_ANSWERS.search(clause) and _asks(clause, case):
        return Asked.PLAINLY
    if _ARE_DUE.search(clause):
        return Asked.PLAINLY
    # Who passes a hearing on tells by when it answers itself: the principal's deadline.
    passed_on = case.hearing.origin and _WE_ANSWER.search(clause) and _is_ours(clause, case)
    if passed_on or (_MAY_ANSWER.search(clause) and _WHO_ANSWERS.search(clause)):
        return Asked.PLAINLY
    return None


def _asks(clause: str, case: Case) -> bool:
    """Tell whether we ask, or one is asked without a word of who asks."""
    return bool(_ARE_ASKED.search(clause) or (_ASK.search(clause) and _is_ours(clause, case)))


def _is_ours(clause: str, case: Case) -> bool:
    names = "|".join(map(re.escape, _own_names(case)))
    return bool(re.search(rf"\b(?:{_US}|{names})\b", clause, re.IGNORECASE))


def _own_names(case: Case) -> Iterator[str]:
    for words in (case.issuer.name, case.issuer.short_name or ""):
        yield from (in_language(words, each) for each in case.hearing.language if words)
