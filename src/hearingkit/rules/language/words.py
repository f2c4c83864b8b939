"""Rules on the words of a letter: they are words of its language."""

import functools
import re
from collections.abc import Iterator

from hearingkit.findings import Severity, practice, spelling
from hearingkit.language.language import Language
from hearingkit.language.properties import LanguageProperties
from hearingkit.language.word_groups import either
from hearingkit.language.words import Words
from hearingkit.model.printed import printed_texts
from hearingkit.rules.language.counting import each_once
from hearingkit.rules.registry import Breach, also, rule
from hearingkit.texts.foreign_words import ForeignWord, foreign_words
from hearingkit.texts.hiding import HIDDEN
from hearingkit.texts.law_names import without_law_names, without_other_laws
from hearingkit.texts.roles import Role
from hearingkit.texts.text import Text
from hearingkit.validation.faults import visible
from hearingkit.validation.parties import AskParties


class LanguageNames(Words):
    """What languages are called that may stand side by side in a table."""

    section = "language.comparisons"

    names: tuple[str, ...]


@rule(
    "HK601",
    Severity.WARNING,
    says={
        "once": '"{word}" is not {language}; write "{instead}"',
        "several": '"{word}" is not {language} ({times} times); write "{instead}"',
    },
    source=spelling("one language in a letter; no spelling list of the language has the word"),
)
def word_of_another_language(
    texts: tuple[Text, ...],
    lines: tuple[Text, ...],
    ask_parties: AskParties,
) -> Iterator[Breach]:
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
    for text in texts:
        if text.role is not Role.TITLE and not text.is_shared:
            names = _names((*texts, *lines), ask_parties)
            yield from _breaches(text, _foreign_in_prose(text, text.language, names))


@also("HK601")
def word_of_another_language_in_a_title(
    texts: tuple[Text, ...], lines: tuple[Text, ...]
) -> Iterator[Breach]:
    """Yield the foreign words of titles, and of the names of units."""
    for text in _titles((*texts, *lines)):
        if not text.is_shared:
            yield from _breaches(text, _foreign_in_title(text, text.language))


@rule(
    "HK603",
    Severity.NOTE,
    says='"{word}" is not {language}, and the letter in {language} says it too; write {forms}',
    source=practice("one language in a letter"),
)
def one_text_for_several_languages(
    texts: tuple[Text, ...],
    lines: tuple[Text, ...],
    ask_parties: AskParties,
    language: tuple[Language, ...],
) -> Iterator[Breach]:
    """A text that is printed in letters of several languages is right in each.

    Such a text may be the same in all of them, as most names are. Where it has a word that one of
    the languages lacks, give a text for each.

    Bad:  language: [nb, nn], title: Nye regler for brukere av skogsveier
    Good: language: [nb, nn], title: {nb: Nye regler for brukere …, nn: Nye reglar for brukarar …}
    """
    for text in texts:
        if text.role is not Role.TITLE and text.is_shared:
            for each in language:
                names = _names((*texts, *lines), ask_parties)
                yield from _first(text, _foreign_in_prose(text, each, names), each, language)


@also("HK603")
def one_title_for_several_languages(
    texts: tuple[Text, ...], lines: tuple[Text, ...], language: tuple[Language, ...]
) -> Iterator[Breach]:
    """Yield the titles that are not right in each language."""
    for text in _titles((*texts, *lines)):
        if text.is_shared:
            for each in language:
                yield from _first(text, _foreign_in_title(text, each), each, language)


def _titles(texts: tuple[Text, ...]) -> Iterator[Text]:
    """Yield the title of the hearing, those of persons, of documents and the names of units.

    Where there is but one for all languages, the title of a document and the name of a unit are
    names, and left out.
    """
    for text in texts:
        is_title = text.role in {Role.TITLE, Role.JOB}
        if is_title or (text.role in {Role.DOCUMENT, Role.UNIT} and text.is_translation):
            yield text


def _breaches(text: Text, found: list[ForeignWord]) -> Iterator[Breach]:
    """Yield the first of each foreign word of a text."""
    yield from each_once(
        found,
        lambda word: word.text.lower(),
        lambda word: _breach(text, word, text.language, instead=word.instead),
    )


def _first(
    text: Text, found: list[ForeignWord], foreign_to: Language, languages: tuple[Language, ...]
) -> Iterator[Breach]:
    """Yield the first word of a text that is foreign to one of its languages."""
    forms = "{" + ", ".join(f"{each.value}: …" for each in languages) + "}"
    yield from (_breach(text, word, foreign_to, forms=forms) for word in found[:1])


def _breach(text: Text, word: ForeignWord, foreign_to: Language, **facts: object) -> Breach:
    language = LanguageProperties.of(foreign_to).name
    place = text.place(word.start, word.end)
    return Breach(place, {"word": visible(word.text), "language": language, **facts})


def _foreign_in_prose(text: Text, language: Language, names: Iterator[str]) -> list[ForeignWord]:
    """Return the words of a text that are foreign to a language, and no part of a name."""
    prose = without_law_names(_without_titles_and_tables(text))
    found = list(foreign_words(prose, language))
    there = (name for name in dict.fromkeys(names) if name in prose) if found else ()
    foreign = [name for name in there if any(foreign_words(name.lower(), language))]
    for name in foreign:
        prose = prose.replace(name, HIDDEN * len(name))
    return list(foreign_words(prose, language)) if foreign else found


def _without_titles_and_tables(text: Text) -> str:
    """Return the text's own words without titles in italics and tables of two languages."""
    prose = text.own_words
    titles = (span for span in text.italics if _holds_whole_words(prose, *span))
    tables = (found.span() for found in _comparison().finditer(prose))
    signs = list(prose)
    for start, end in (*titles, *tables):
        signs[start:end] = HIDDEN * (end - start)
    return "".join(signs)


@functools.cache
def _comparison() -> re.Pattern[str]:
    """Return a table of two languages side by side: «Bokmål | Nynorsk», and the rows below."""
    name = f"(?:{either(LanguageNames.of_any().names)})"
    return re.compile(
        rf"^(?:[^|\n]{{0,60}} \| )?{name} \| {name}\b[^\n]*(?:\n[^\n]+)*+",
        re.IGNORECASE | re.MULTILINE,
    )


def _holds_whole_words(prose: str, start: int, end: int) -> bool:
    beside = prose[max(start - 1, 0) : start] + prose[end : end + 1]
    return not any(map(str.isalnum, beside))


def _foreign_in_title(text: Text, language: Language) -> list[ForeignWord]:
    """Return the words of a title that are foreign to a language.

    The name of a law is kept as it is; but where there is a title for each language, the name of
    the law that is heard is taken to be translated too.
    """
    keep_laws = without_other_laws if text.is_translation else without_law_names
    words = keep_laws(text.own_words)
    return list(foreign_words(words, language, is_job=text.role is Role.JOB))


def _names(texts: tuple[Text, ...], ask_parties: AskParties) -> Iterator[str]:
    """Yield what the data calls by a name: it is printed as it is, in any language."""
    prose = {Role.BODY, Role.FORMULA, Role.REASON, Role.CHANGE}
    yield from (text.plain for text in texts if text.role not in prose)
    for party in ask_parties():
        yield from (str(one.words) for one in printed_texts(party.recipient))
        yield from party.headings
