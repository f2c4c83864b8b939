"""A rule on the case number that answers are to be marked with."""

import functools
import itertools
from collections.abc import Iterator, Mapping
from typing import Final

from hearingkit.findings import Severity, limited, practice
from hearingkit.language.language import Language
from hearingkit.language.words import Words
from hearingkit.model.hearing import References
from hearingkit.rules.parts import part
from hearingkit.rules.registry import Breach, rule
from hearingkit.rules.text.phrases import (
    THIS,
    Introduction,
    NamedParts,
    Wordings,
    sentence_with_signs,
)
from hearingkit.source.site import Site
from hearingkit.texts.case_numbers import case_numbers, is_slip_of
from hearingkit.texts.found import Found
from hearingkit.texts.text import Text
from hearingkit.validation.faults import visible

_MOST_OWN: Final = 3  # numbers that the hearing itself goes by


class CaseNumberWords(Words):
    """The phrases by which a language says whose a case number is.

    In them, ``<number>`` is the number.

    Attributes:
        parts: Patterns by name.
        ours: For a number that answers are marked with, or that is called the issuer's own.
        perhaps: For a number that is called a case number.
    """

    section = "text.case_numbers"

    parts: Mapping[str, str]
    ours: Wordings
    perhaps: Wordings


@rule(
    "HK415",
    Severity.WARNING,
    says='"{text}" is nearly the hearing\'s own case number "{own}"; mend the one that is wrong',
    source=practice("an answer marked with another number is filed in another case"),
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
    others = {one for one in references.of_others if one}
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


def _slips(text: Text, own: list[str], others: set[str]) -> Iterator[tuple[Text, Found, str]]:
    """Yield the case numbers of a text that slip from an own one, each with that."""
    for number in case_numbers(text.prose):
        if number.text not in own and number.text not in others:
            near = (one for one in own if is_slip_of(one, number.text, may_be_changed=True))
            yield from ((text, number, meant) for meant in itertools.islice(near, 1))


def _is_called_ours(text: Text, number: Found, meant: str) -> bool:
    """Return whether the sentence says that answers are marked with a number, or it is ours."""
    sentence = sentence_with_signs(text, number.start, number.end)
    every = tuple(map(_introductions, Language))
    if any(ours.is_of_another(sentence) for ours, _ in every):
        return False
    is_digit_moved = is_slip_of(meant, number.text, may_be_changed=False)
    asked = (one for both in every for one in (both if is_digit_moved else both[:1]))
    return any(one.stands_in((sentence,), sentence) for one in asked)


@functools.cache
def _introductions(language: Language) -> tuple[Introduction, Introduction]:
    """Compile the phrases for a number that is ours, and for one that may be."""
    words = CaseNumberWords.of(language)
    parts = NamedParts({**words.parts, "number": THIS})
    return Introduction(words.ours, parts), Introduction(words.perhaps, parts)


def _numbers_in(text: str) -> list[str]:
    return [one.text for one in itertools.islice(case_numbers(text), _MOST_OWN)]


def _breach(text: Text, number: Found, own: str) -> Breach:
    facts = {"text": visible(number.text), "own": visible(own)}
    return Breach(text.place(number.start, number.end), facts)
