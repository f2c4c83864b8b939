"""What is written to be filled in later: XX, [dato], dd.mm.åååå, a line to write on.

The same signs are also numerals, chromosomes, links and remarks: where one may be such, it is left
alone. Each pattern ends at a sign it can't hold, so that a text is read in linear time.
"""

import functools
import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Final

from hearingkit.language.words import Words, either
from hearingkit.texts.quotations import without_quotations

_SHORTEST_CAPITALS: Final = 9  # letters: a shorter word may be an abbreviation
_MOST_WORDS: Final = 5


_CROSSES: Final = re.compile(
    r"(?<![\w@#])(?:[Xx]{2,}(?:[-/.,:](?:20)?[Xx]+)*|[Xx](?:\.[Xx]+)+"
    r"|(?<![mM][./ -])20(?:XX|xx)|20[2-4]X)"
    r"(?![\w@]|\.[^\W\d]|-[^\W\d]{2})"
)
_NUMERAL: Final = re.compile(r"X{2,3}")
_OTHER_NUMERALS: Final = re.compile(r"\bX(?:I[VX]|VI{0,3}|X(?:I{1,3}|I?V|VI{1,3}|IX))\b")
_ENUMERATED: Final = re.compile(r"(?:\(|^[ \t]*)\Z", re.MULTILINE)

_DATE: Final = re.compile(
    r"(?<![\w.])(?:[dD]{1,2}[./ -]{1,2}[mM]{2,4}[./ -]{1,2}(?:[åÅ]{2,4}|[yY]{2,4}|20[xX]{2})"
    r"|(?:[åÅ]{4}|[yY]{4})[./-][mM]{2}[./-][dD]{2})(?!\w)"
)
_LINE: Final = re.compile(r"(?<![^\s(,./-])_{3,}(?![^\s),.;/-])")
_OF_A_FORM: Final = re.compile(r"(?:[:|\u2028]|^)[ \t]*\Z", re.MULTILINE)
_NOTHING: Final = re.compile(r"\A\s*(?:…|\.{3,})\s*\Z")

_MAYBE: Final = re.compile(r"[Xx]{2}|[Xx]\.[Xx]|20\dX|[\[<(]|_{3}|[mM]{2}[./ -]|…|\.{3}")
_LOOK_BACK: Final = 30


class BlankWords(Words):
    """What is to be filled in, and what only looks so; the last six are patterns.

    Attributes:
        filled_in: Words that stand in brackets until somebody writes what is meant.
        numbers: Such words before any others.
        inserts: What asks for a text here, in any brackets.
        other_orders: What asks for it where it can't be said to the reader.
        left_out: Beginnings of words for what was there and is not.
        of_what: Between such a word and what it is of.
        joined: Between several such words.
        counted: What Roman numerals are of.
        between: Between several Roman numerals.
        centuries: Behind one.
        chromosomes: Part of a word of texts in which XX is a pair.
        forms: Before the form of a date, which is none to be filled in.
        dates: The same, before a bracket.
    """

    section = "texts.blanks"

    filled_in: frozenset[str]
    numbers: tuple[str, ...]
    inserts: tuple[str, ...]
    other_orders: tuple[str, ...]
    left_out: tuple[str, ...]
    of_what: tuple[str, ...]
    joined: tuple[str, ...]
    counted: tuple[str, ...]
    between: tuple[str, ...]
    centuries: str
    chromosomes: str
    forms: tuple[str, ...]
    dates: str


@dataclass(frozen=True, slots=True)
class _Patterns:
    """The words of all languages, made into patterns; ``BlankWords`` says what they are."""

    filled_in: frozenset[str]
    numbers: frozenset[str]
    orders: re.Pattern[str]
    left_out: re.Pattern[str]
    of_what: frozenset[str]
    joined: re.Pattern[str]
    bracketed: re.Pattern[str]
    counted: re.Pattern[str]
    century: re.Pattern[str]
    chromosomes: re.Pattern[str]
    format: re.Pattern[str]


def blanks(text: str) -> Iterator[re.Match[str]]:
    """Yield what is to be filled in.

    Args:
        text: Prose; addresses may be hidden in it by NUL.
    """
    if not _MAYBE.search(text):
        return
    yield from _NOTHING.finditer(text)
    yield from _crosses(text)
    yield from (
        found for found in _DATE.finditer(text) if not _stands_behind(_patterns().format, found)
    )
    yield from (found for found in _LINE.finditer(text) if not _stands_behind(_OF_A_FORM, found))
    for found in _patterns().bracketed.finditer(without_quotations(text)):
        if is_filled_in(found["square"] or found["angle"] or found["round"]):
            yield found


def is_filled_in(said: str) -> bool:
    """Tell whether words in brackets stand for what is meant: «dato», «kommunens navn»."""
    stripped = said.strip(" .:…\\")
    lowered = stripped.casefold()
    words = [word.rstrip(".") for word in _patterns().joined.split(lowered) if word]
    if not words or _patterns().left_out.search(lowered):
        return False
    if _patterns().orders.match(lowered):
        return True
    return len(words) <= _MOST_WORDS and (_names_a_blank(words) or _is_in_capitals(stripped))


def _names_a_blank(words: list[str]) -> bool:
    first, *rest = words
    known = _patterns().filled_in
    if all(word in known for word in words):
        return True
    if first in known and rest[0] in _patterns().of_what:
        return True
    owned = len(words) > 1 and words[-2].endswith("s") and words[-1] in known
    return owned or first in _patterns().numbers


def _is_in_capitals(said: str) -> bool:
    letters = said.replace(" ", "").replace("-", "")
    return letters.isalpha() and letters.isupper() and len(letters) >= _SHORTEST_CAPITALS


def _crosses(text: str) -> Iterator[re.Match[str]]:
    """Yield crosses that are no Roman numeral, no chromosomes and no sign of an enumeration."""
    found = list(_CROSSES.finditer(text))
    if any(_NUMERAL.fullmatch(one[0]) for one in found) and _has_numerals_or_genes(text):
        found = [one for one in found if not _NUMERAL.fullmatch(one[0])]
    yield from (one for one in found if not (_is_counted(one) or _is_enumerated(one)))


def _has_numerals_or_genes(text: str) -> bool:
    if "XY" in text or _OTHER_NUMERALS.search(text):
        return True
    return _patterns().chromosomes.search(text) is not None


def _is_counted(found: re.Match[str]) -> bool:
    is_century = bool(_patterns().century.match(found.string, found.end()))
    is_numeral = bool(_NUMERAL.fullmatch(found[0]))
    return is_numeral and (is_century or _stands_behind(_patterns().counted, found))


def _is_enumerated(found: re.Match[str]) -> bool:
    is_closed = found.string[found.end() : found.end() + 1] == ")"
    return is_closed and found[0] in {"xx", "xxx"} and _stands_behind(_ENUMERATED, found)


def _stands_behind(pattern: re.Pattern[str], found: re.Match[str]) -> bool:
    """Tell whether the words before a find match a pattern to their end."""
    start = found.start()
    return bool(pattern.search(found.string[max(start - _LOOK_BACK, 0) : start]))


@functools.cache
def _patterns() -> _Patterns:
    every = BlankWords.of_all()
    inserts = either(order for words in every for order in words.inserts)
    orders = either(order for words in every for order in words.other_orders)
    left_out = either(word for words in every for word in words.left_out)
    joined = either(word for words in every for word in words.joined)
    centuries = either(words.centuries for words in every)
    return _Patterns(
        filled_in=frozenset().union(*(words.filled_in for words in every)),
        numbers=frozenset().union(*(words.numbers for words in every)),
        orders=re.compile(rf"(?:{inserts}|{orders})\b"),
        left_out=re.compile(rf"\b(?:{left_out})"),
        of_what=frozenset().union(*(words.of_what for words in every)),
        joined=re.compile(rf"[\s/,]+(?:(?:{joined})\s+)?"),
        bracketed=_bracketed(inserts),
        counted=_counted(every),
        century=re.compile(rf"\.?\s+(?:{centuries})", re.IGNORECASE),
        chromosomes=re.compile(either(words.chromosomes for words in every)),
        format=_format(every),
    )


def _bracketed(inserts: str) -> re.Pattern[str]:
    return re.compile(
        r"\[(?P<square>[^\[\]\n\0]{2,60})\](?![(\[\0]|\s?\(\s?(?:https?:|www\.)|:\s)"
        r"|(?<!<)<(?P<angle>[^<>\n\0]{2,60})>"
        rf"|\((?P<round>(?i:{inserts})\b[^()\n\0]{{0,80}})\)"
    )


def _counted(every: Sequence[BlankWords]) -> re.Pattern[str]:
    """Return what stands before a Roman numeral, with others of the same row."""
    counted = either(word for words in every for word in words.counted)
    between = either(word for words in every for word in words.between)
    return re.compile(
        rf"\b(?:{counted})\s+(?:nr\.?\s+)?(?:[IVX]+(?:,\s|\s(?:{between})\s|[-–]))*\Z",
        re.IGNORECASE,
    )


def _format(every: Sequence[BlankWords]) -> re.Pattern[str]:
    """Return what stands before the form of a date: «skrives som », «dato (»."""
    forms = either(word for words in every for word in words.forms)
    dates = either(words.dates for words in every)
    return re.compile(rf"\b(?:{forms})[\s:«»\"“”’(]*\Z|\b(?:{dates})\s\(\Z", re.IGNORECASE)
