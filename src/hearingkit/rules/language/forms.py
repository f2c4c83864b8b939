"""Rules on the language of free text: one language in a letter, with its own marks."""

import dataclasses
import itertools
import re
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from typing import Final

from hearingkit.findings import Severity
from hearingkit.language.language import Language
from hearingkit.model.base import Value
from hearingkit.rules.registry import Breach, rule
from hearingkit.texts.foreign_words import ForeignWord, foreign_words
from hearingkit.texts.law_names import without_law_names, without_other_laws
from hearingkit.texts.quotations import USUAL_MARKS, quotations, without_quotations
from hearingkit.texts.unclosed_quotations import half_quotations
from hearingkit.validation.book import Case
from hearingkit.validation.faults import visible
from hearingkit.validation.free_text import FreeText, free_text, hide, without_what_is_no_prose
from hearingkit.validation.printed_lines import PrintedLine, lines

_NAMES: Final = {Language.DA: "Danish", Language.NB: "bokmål", Language.NN: "nynorsk"}
# Italics are another way of quoting a title.
_ITALICS: Final = re.compile(r"(?<![\w*])\*(?![\s*])[^*\n]{1,200}(?<!\s)\*(?![\w*])")
_OF_A_LANGUAGE: Final = r"[ \t]*(?:bokmål|nynorsk|norsk|dansk|svensk)[ \t]*\|"
# The table below a line that has two languages side by side: «| Bokmål | Nynorsk |».
_COMPARISON: Final = re.compile(
    rf"^[ \t]*\|(?:[^|\n]{{0,60}}\|)?{_OF_A_LANGUAGE}{_OF_A_LANGUAGE}[^\n]*(?:\n[ \t]*\|[^\n]*)*+",
    re.IGNORECASE | re.MULTILINE,
)


@rule(
    "HK601",
    Severity.WARNING,
    says='"{word}" is not {language}{times}; write "{instead}"',
    source="practice: one language in a letter; no spelling list of the language has the word",
)
def word_of_another_language(case: Case) -> Iterator[Breach]:
    """A letter keeps to its language.

    Text is often copied from a letter in the other form of Norwegian, or from a neighbour country.
    Only words that the language does not have under any meaning are looked for, and in the title of
    a person those that are no such title in it: a nynorsk letter is signed by a rådgjevar, not by a
    rådgiver. Quotations, titles in italics, addresses, names that stand in the data, names of laws
    («lov om …»), and words with a capital letter inside a sentence may be in any language; so may
    the title of an enclosure that is one for all languages, as the document has it, and a table
    that has languages side by side.

    Bad:  language: nn, body: "Vi ber om innspill innen fristen."
    Good: language: nn, body: "Vi ber om innspel innan fristen."
    """
    for free in free_text(case):
        if free.key != "title" and not free.is_shared:
            yield from _breaches(free, _foreign_words(free, case))
    for line in lines(case):
        if not line.free.is_shared:
            yield from _breaches(line.free, _foreign_to(line, line.free.language))


@rule(
    "HK603",
    Severity.NOTE,
    says='"{word}" is not {language}, and the letter in {language} says it too; write {forms}',
    source="practice: one language in a letter",
)
def one_text_for_several_languages(case: Case) -> Iterator[Breach]:
    """A text that is printed in letters of several languages is right in each.

    Such a text may be the same in all of them, as most names are. Where it has a word that one of
    the languages lacks, give a text for each.

    Bad:  language: [nb, nn], title: Nye regler for brukere av skogsveier
    Good: language: [nb, nn], title: {nb: Nye regler for brukere …, nn: Nye reglar for brukarar …}
    """
    forms = "{" + ", ".join(f"{language.value}: …" for language in case.hearing.language) + "}"
    texts = [free for free in free_text(case) if free.key != "title" and free.is_shared]
    shared = [line for line in lines(case) if line.free.is_shared]
    for language in case.hearing.language:
        facts = {"language": _NAMES[language], "forms": forms}
        for free in texts:
            meant = dataclasses.replace(free, language=language)
            yield from _first_breach(free, _foreign_words(meant, case), facts)
        for line in shared:
            yield from _first_breach(line.free, _foreign_to(line, language), facts)


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


@rule(
    "HK604",
    Severity.NOTE,
    says='a quotation is {what} in "{text}"; add the other mark, or take this one away',
    source="practice: a reader must see where the words of somebody else begin and end",
)
def half_a_quotation(case: Case) -> Iterator[Breach]:
    """A quotation that is opened is closed.

    Told of is only a mark that is the one left over of its kind in a text. Quotations over several
    paragraphs, inches and the mark ’, which is an apostrophe too, are left alone.

    Bad:  body: "Direktoratet kaller det «en hjelp."
    Good: body: "Direktoratet kaller det «en hjelp»."
    """
    for free in free_text(case):
        if "{%" not in free.text:
            for half in half_quotations(free.text):
                what = "opened and never closed" if half.opens else "closed and never opened"
                facts = {"what": what, "text": visible(half.text)}
                yield Breach(free.site, facts, half.text, free.nth(half.text, half.start))


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


def _breaches(free: FreeText, found: list[ForeignWord]) -> Iterator[Breach]:
    """Yield the first of each foreign word of a text."""
    times = Counter(word.text.lower() for word in found)
    for word in {word.text.lower(): word for word in reversed(found)}.values():
        facts = {
            "word": visible(word.text),
            "language": _NAMES[free.language],
            "times": _times(times[word.text.lower()]),
            "instead": word.instead,
        }
        yield Breach(free.site, facts, word.text, free.nth(word.text, word.start))


def _first_breach(
    free: FreeText, found: Iterable[ForeignWord], facts: Mapping[str, object]
) -> Iterator[Breach]:
    for word in itertools.islice(found, 1):
        nth = free.nth(word.text, word.start)
        yield Breach(free.site, {"word": visible(word.text), **facts}, word.text, nth)


def _foreign_words(free: FreeText, case: Case) -> list[ForeignWord]:
    """Return the words of a text that are foreign to its language, and no part of a name."""
    prose = hide(_ITALICS, without_quotations(without_what_is_no_prose(free.text)))
    prose = without_law_names(hide(_COMPARISON, prose))
    found = list(foreign_words(prose, free.language))
    if not found:
        return []
    for name in dict.fromkeys(_names(case)):
        if any(foreign_words(name.lower(), free.language)):
            prose = prose.replace(name, "\0" * len(name))
    return list(foreign_words(prose, free.language))


def _foreign_to(line: PrintedLine, language: Language) -> list[ForeignWord]:
    """Return the words of a line that are foreign to a language.

    The name of a law is kept as it is; but where there is a title for each language, the name of
    the law that is heard is taken to be translated too.
    """
    text = without_quotations(line.free.text)
    text = without_other_laws(text) if line.is_own else without_law_names(text)
    return list(foreign_words(text, language, is_job=line.is_job))


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
