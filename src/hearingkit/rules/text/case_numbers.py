"""A rule on the case number that answers are to be marked with."""

import itertools
import re
from collections.abc import Iterator
from typing import Final

from hearingkit.findings import Severity, limited
from hearingkit.model.hearing import References
from hearingkit.rules.parts import part
from hearingkit.rules.registry import Breach, rule
from hearingkit.source.site import Site
from hearingkit.texts.case_numbers import CaseNumber, case_numbers, is_slip_of
from hearingkit.texts.text import Text
from hearingkit.validation.faults import visible

_LOOKED_BACK: Final = 60  # characters before a number that tell whether it is another one
_MOST_OWN: Final = 3  # numbers that the hearing itself goes by
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
_PERHAPS_OURS: Final = re.compile(rf"\b{_NUMBER_WORD}[\s.:«\"”]{{0,6}}$", re.IGNORECASE)
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
def case_number_nearly_own(
    texts: tuple[Text, ...], reply_marks: tuple[Text, ...], references: References
) -> Iterator[Breach]:
    """The case number that answers are to be marked with is the hearing's own.

    In the text and in mark_replies, a number is held against references.ours where the text says
    that answers are marked with it, or calls it our reference. It is told of where digits are
    turned round, left out, put in or changed. A neighbouring case may be cited.

    Bad:  references: {ours: 24/4312}, body: "Merk svaret med 24/4321."
    Good: references: {ours: 24/4312}, body: "Merk svaret med 24/4312."
    """
    ours = _numbers_in(references.ours or "")
    own = ours or [number for mark in reply_marks for number in _numbers_in(mark.plain)]
    others = {one for key, one in references if key != "ours" and one}
    for mark in reply_marks if ours else ():
        yield from limited(_breach(*slip) for slip in _slips(mark, ours, others))
    for text in texts if own else ():
        slips = _slips(text, own, others)
        yield from limited(_breach(*slip) for slip in slips if _is_called_ours(*slip))


@part
def reply_marks(lines: tuple[Text, ...], site: Site) -> tuple[Text, ...]:
    """Return what answers are to be marked with, in each language of the hearing."""
    marks = site.at("mark_replies")
    return tuple(line for line in lines if line.site.is_within(marks))


def _slips(text: Text, own: list[str], others: set[str]) -> Iterator[tuple[Text, CaseNumber, str]]:
    """Yield the case numbers of a text that slip from an own one, each with that."""
    for number in case_numbers(text.prose):
        if number.text not in own and number.text not in others:
            near = (one for one in own if is_slip_of(one, number.text, may_be_changed=True))
            yield from ((text, number, meant) for meant in itertools.islice(near, 1))


def _is_called_ours(text: Text, number: CaseNumber, meant: str) -> bool:
    """Tell whether the sentence says that answers are marked with a number, or it is ours."""
    first, last = text.sentence_around(number.start, number.end)
    before = text.prose[first : number.start]
    if _OURS.search(before):
        return not _OF_ANOTHER.search(before[-_LOOKED_BACK:])
    if _OF_ANOTHER.search(before):
        return False
    if _OURS_BEHIND.match(text.prose[number.end : last]):
        return True
    is_digit_moved = is_slip_of(meant, number.text, may_be_changed=False)
    return is_digit_moved and bool(_PERHAPS_OURS.search(before))


def _numbers_in(text: str) -> list[str]:
    return [one.text for one in itertools.islice(case_numbers(text), _MOST_OWN)]


def _breach(text: Text, number: CaseNumber, own: str) -> Breach:
    facts = {"text": visible(number.text), "own": visible(own)}
    return Breach(text.place(number.start, number.end), facts)
