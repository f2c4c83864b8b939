"""A rule on the case number that answers are to be marked with."""

import itertools
import re
from collections.abc import Iterator
from typing import Final

from hearingkit.findings import Severity
from hearingkit.model.text import in_language
from hearingkit.rules.registry import Breach, rule
from hearingkit.texts.case_numbers import CaseNumber, case_numbers, is_slip_of
from hearingkit.validation.book import Case, Site
from hearingkit.validation.faults import visible
from hearingkit.validation.free_text import FreeText, free_text, told, without_what_is_no_prose

_LOOKED_BACK: Final = 120  # characters before a number in which a sentence says what it is
_LOOKED_AHEAD: Final = 60
_MOST_OWN: Final = 3  # numbers that the hearing itself goes by
_SENTENCE_END: Final = re.compile(r"(?<!nr)(?<!ref)[.!?]\s+(?=[A-ZÆØÅ*])|\n\s*\n")
_NUMBER_WORD: Final = (
    r"(?:sa[gk]s?\s?-?\s?n(?:umme)?r|sa[gk]s-?id|j(?:ournal|\.)?\s?-?n(?:umme)?r"
    r"|referanse|reference|ref\b)"
)
_OURS: Final = re.compile(
    r"\b(?:merk|mærk)(?:es|ast|et|te|t|a|e)?\b(?!\s+(?:at|også|deg|dykk|dere|jer)\b)"
    rf"[^.!?]{{0,80}}?(?:\bmed\b|{_NUMBER_WORD}|\bemne)"
    r"|\b(?:merk|mærk)(?:es|ast|et|te|t|a|e)?[\s:«\"”„]{1,6}$"
    r"|\b(?:oppgi|oppgje|opplys|oplys|angi|anfør|påfør|bruk|benyt|skriv)\w{0,4}\b"
    rf"[^.!?]{{0,60}}?\b{_NUMBER_WORD}"
    rf"|\b(?:vår|vårt|vores)\s+{_NUMBER_WORD}",
    re.IGNORECASE,
)
_OURS_BEHIND: Final = re.compile(
    r"^\W*(?:som (?:referanse|reference)|i\s+(?:\w+\s+)?emne|bes |bedes |må opp|skal opp|skal på)",
    re.IGNORECASE,
)
_PERHAPS_OURS: Final = re.compile(rf"\b{_NUMBER_WORD}[\s.:*_«\"”]{{0,6}}$", re.IGNORECASE)
_OF_ANOTHER: Final = re.compile(
    r"\b(?:deres|dykkar|jeres|tidligere|tidlegare|forrige|førre|viser til|henviser til|jf|se|sjå"
    r"|annen|anden|anna|den andre|beslektet|beslægtet|relatert|tilhørende)\b",
    re.IGNORECASE,
)


@rule(
    "HK415",
    Severity.WARNING,
    says='"{text}" is nearly the hearing\'s own case number "{own}"; mend the one that is wrong',
    source="practice: an answer marked with another number is filed in another case",
)
def case_number_nearly_own(case: Case) -> Iterator[Breach]:
    """The case number that answers are to be marked with is the hearing's own.

    In the text and in mark_replies, a number is held against references.ours where the text says
    that answers are marked with it, or calls it our reference. It is told of where digits are
    turned round, left out, put in or changed. A neighbouring case may be cited.

    Bad:  references: {ours: 24/4312}, body: "Merk svaret med 24/4321."
    Good: references: {ours: 24/4312}, body: "Merk svaret med 24/4312."
    """
    ours = _numbers_in(case.hearing.references.ours or "")
    own = ours or [number for _, text in _marks(case) for number in _numbers_in(text)]
    others = {one for key, one in case.hearing.references if key != "ours" and one}
    for site, text in _marks(case) if ours else ():
        yield from told(_mismarked(site, text, ours, others))
    for free in free_text(case) if own else ():
        yield from told(_misquoted(free, own, others))


def _marks(case: Case) -> Iterator[tuple[Site, str]]:
    """Yield what answers are to be marked with, in each language of the hearing."""
    words, site = case.hearing.mark_replies, case.site.at("mark_replies")
    if isinstance(words, str):
        yield site, words
    elif words is not None:
        for language in case.hearing.language:
            yield site.at(language.value), in_language(words, language)


def _mismarked(site: Site, text: str, own: list[str], others: set[str]) -> Iterator[Breach]:
    for number in case_numbers(text):
        meant = _meant(number, own, others)
        if meant:
            yield _breach(site, text, number, meant)


def _misquoted(free: FreeText, own: list[str], others: set[str]) -> Iterator[Breach]:
    text = without_what_is_no_prose(free.text)
    for number in case_numbers(text):
        meant = _meant(number, own, others)
        if meant and _is_called_ours(number, text, meant):
            yield _breach(free.site, text, number, meant)


def _meant(number: CaseNumber, own: list[str], others: set[str]) -> str:
    """Return the case number that another one slips from; nothing where it slips from none."""
    if number.text in own or number.text in others:
        return ""
    near = (one for one in own if is_slip_of(one, number.text, may_be_changed=True))
    return next(near, "")


def _is_called_ours(number: CaseNumber, text: str, meant: str) -> bool:
    """Tell whether the sentence says that answers are marked with a number, or it is ours."""
    looked_back = text[max(0, number.start - _LOOKED_BACK) : number.start]
    before = _SENTENCE_END.split(looked_back)[-1].replace("*", "")
    if _OURS.search(before):
        return not _OF_ANOTHER.search(before[-_LOOKED_AHEAD:])
    if _OF_ANOTHER.search(before):
        return False
    if _OURS_BEHIND.match(text[number.end : number.end + _LOOKED_AHEAD]):
        return True
    is_digit_moved = is_slip_of(meant, number.text, may_be_changed=False)
    return is_digit_moved and bool(_PERHAPS_OURS.search(before))


def _numbers_in(text: str) -> list[str]:
    return [one.text for one in itertools.islice(case_numbers(text), _MOST_OWN)]


def _breach(site: Site, text: str, number: CaseNumber, own: str) -> Breach:
    facts = {"text": visible(number.text), "own": visible(own)}
    return Breach(site, facts, number.text, text.count(number.text, 0, number.start))
