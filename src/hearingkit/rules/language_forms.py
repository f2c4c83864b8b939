"""Rules on the language of free text: one language in a letter, with its own marks."""

import re
from collections import Counter
from collections.abc import Iterator
from typing import Final

from hearingkit.findings import Severity
from hearingkit.language.foreign_words import FOREIGN_WORDS, foreign_words
from hearingkit.language.language import Language
from hearingkit.language.quotations import USUAL_MARKS, quotations, without_quotations
from hearingkit.model.base import Value
from hearingkit.model.book import Case
from hearingkit.model.faults import visible
from hearingkit.model.free_text import FreeText, free_text, hide, without_what_is_no_prose
from hearingkit.rules.registry import Breach, rule

_NAMES: Final = {Language.DA: "Danish", Language.NB: "bokmål", Language.NN: "nynorsk"}
# Italics are another way of quoting a title.
_ITALICS: Final = re.compile(r"(?<![\w*])\*(?![\s*])[^*\n]{1,200}(?<!\s)\*(?![\w*])")


@rule(
    "HK601",
    Severity.WARNING,
    says='"{word}" is not {language}{times}; write "{instead}"',
    source="practice: one language in a letter; no spelling list of the language has the word",
)
def word_of_another_language(case: Case) -> Iterator[Breach]:
    """A letter keeps to its language.

    Text is often copied from a letter in the other form of Norwegian, or from a neighbour country.
    Only words that the language does not have under any meaning are looked for. Quotations, titles
    in italics, addresses, names that stand in the data, and words with a capital letter inside a
    sentence may be in any language; so may a text that is printed in several.

    Bad:  language: nn, body: "Vi ber om innspill innen fristen."
    Good: language: nn, body: "Vi ber om innspel innan fristen."
    """
    for free in free_text(case):
        if free.key != "title" and not free.is_shared:
            yield from _foreign_words(free, case)


@rule(
    "HK602",
    Severity.NOTE,
    says="the marks {marks} around a quotation{times} are not {language}; write {usual}",
    source="Retskrivningsordbogen (DK); Språkrådet (NO)",
)
def foreign_quotation_marks(case: Case) -> Iterator[Breach]:
    """A quotation stands between the marks of the letter's language.

    Norwegian has «…»; Danish has ’…’, ”…” or »…«, which is the Norwegian pair turned round. Each
    pair of marks is told of once in a text.

    Bad:  language: nb, body: "Direktoratet kaller det ”en hjelp”."
    Good: language: nb, body: "Direktoratet kaller det «en hjelp»."
    """
    for free in free_text(case):
        if not free.is_shared:
            yield from _foreign_marks(free)


def _foreign_marks(free: FreeText) -> Iterator[Breach]:
    """Yield the first quotation of each foreign pair of marks."""
    prose = without_what_is_no_prose(free.text)
    found = [one for one in quotations(prose) if one.is_foreign_to(free.language)]
    times = Counter(one.marks for one in found)
    for one in {one.marks: one for one in reversed(found)}.values():
        facts = {
            "marks": f"{one.marks[0]}…{one.marks[1]}",
            "times": _times(times[one.marks]),
            "language": _NAMES[free.language],
            "usual": USUAL_MARKS[free.language],
        }
        quote = free.text[one.start : one.start + len(one.text)]
        yield Breach(free.site, facts, quote, free.nth(quote, one.start))


def _foreign_words(free: FreeText, case: Case) -> Iterator[Breach]:
    """Yield the first of each foreign word of a text."""
    prose = hide(_ITALICS, without_quotations(without_what_is_no_prose(free.text)))
    if not any(foreign_words(prose, free.language)):
        return
    for name in dict.fromkeys(_names(case)):
        if any(foreign_words(name.lower(), free.language)):
            prose = prose.replace(name, "\0" * len(name))
    found = list(foreign_words(prose, free.language))
    times = Counter(word.lower() for word, _ in found)
    for word, start in {word.lower(): (word, start) for word, start in reversed(found)}.values():
        facts = {
            "word": visible(word),
            "language": _NAMES[free.language],
            "times": _times(times[word.lower()]),
            "instead": FOREIGN_WORDS[free.language][word.lower()],
        }
        yield Breach(free.site, facts, word, free.nth(word, start))


def _names(case: Case) -> Iterator[str]:
    """Yield what the data calls by a name: it is printed as it is, in any language."""
    hearing = case.hearing
    spared = {"body", "wording", "short_notice_reason", "accept", "recipients"}
    for value in (case.issuer, hearing):
        for name in type(value).model_fields.keys() - spared:
            yield from _texts(getattr(value, name))
    for party in case.parties:
        yield from _texts(party.recipient)
        yield from party.headings


def _texts(value: object) -> Iterator[str]:
    match value:
        case str():
            yield value
        case Value():
            yield from _texts([getattr(value, name) for name in type(value).model_fields])
        case dict():
            yield from _texts([*value.values()])
        case list() | tuple():
            for one in value:
                yield from _texts(one)


def _times(number: int) -> str:
    return f" ({number} times)" if number > 1 else ""
