"""What is written to be filled in later: XX, ??, [dato], dd.mm.åååå, a line to write on.

The same signs are also numerals, chromosomes, links and remarks: where one may be such, it is left
alone. Each pattern ends at a sign it can't hold, so that a text is read in linear time.
"""

import itertools
import re
from collections.abc import Iterator
from typing import Final

from hearingkit.language.words import Words
from hearingkit.patterns import late_pattern
from hearingkit.texts.line_search import holding
from hearingkit.texts.quotations import without_quotations

_SHORTEST_CAPITALS: Final = 9  # letters: a shorter word may be an abbreviation
_MOST_WORDS: Final = 5

_CROSSES: Final = late_pattern(
    r"(?<![\w@#])(?:[Xx]{2,}(?:[-/.,:](?:20)?[Xx]+)*|[Xx](?:\.[Xx]+)+"
    r"|(?<![mM][./ -])20(?:XX|xx)|20[2-4]X)"
    r"(?![\w@]|\.[^\W\d]|-[^\W\d]{2})"
)
_NUMERAL: Final = late_pattern(r"X{2,3}")
_OTHER_NUMERALS: Final = late_pattern(r"\bX(?:I[VX]|VI{0,3}|X(?:I{1,3}|I?V|VI{1,3}|IX))\b")
_ENUMERATED: Final = late_pattern(r"(?:\(|^[ \t]*)\Z", re.MULTILINE)

_DATE: Final = (
    r"(?i)(?<![\w.])(?:d{1,2}[./ -]{1,2}m{2,4}[./ -]{1,2}(?:%year{2,4}|y{2,4}|20xx)"
    r"|(?:%year{4}|y{4})[./-]mm[./-]dd)(?!\w)"
)
_LINE: Final = late_pattern(r"(?<![^\s(,./-])(?:_{3,}(?![^\s),.;/-])|__(?=\.\s[^\W\d_]))")
_OF_A_FORM: Final = late_pattern(r"(?:[:|\u2028]|^)[ \t]*\Z", re.MULTILINE)
_LEFT_OPEN: Final = late_pattern(r"(?<=\s)(?:\?{2,4}|\.{4,60}|…{2,30})(?=\s+[^\W\d_A-ZÆØÅ]|[,;)])")
_NOTHING: Final = late_pattern(r"\A\s*(?:…|\.{3,})\s*\Z")

# Each alternative begins with one sign: Python passes over all other signs at once.
_MAYBE: Final = late_pattern(
    r"X\.?[Xx]|x\.?[Xx]|20\dX|N\.?N\b|Forn|Navn\s|Namn\s|\[|<|\(|__"
    r"|M[Mm][./ -]|m[Mm][./ -]|…|\.\.\.|\?\?"
)
may_hold_blanks: Final = holding(
    *(
        "X",
        "[",
        "<",
        "(",
        "_",
        "…",
        "xx",
        "x.x",
        "??",
        "...",
        "NN",
        "N.N",
        "Fornavn",
        "Fornamn",
        "Navnesen",
        "Nordmann",
    ),
    *(f"{month}{end}" for month in ("mm", "mM", "Mm", "MM") for end in "./ -"),
)
_LOOK_BACK: Final = 30


class BlankWords(Words):
    """What is to be filled in, and what only looks so; those from ``counted`` on are patterns.

    Attributes:
        filled_in: Words that stand in brackets until somebody writes what is meant.
        numbers: Such words before any others.
        inserts: What asks for a text here, in any brackets.
        inserted: That a text is to be put here, behind what it is.
        other_orders: What asks for it where it can't be said to the reader.
        left_out: Beginnings of words for what was there and is not.
        of_what: Between such a word and what it is of.
        joined: Between several such words.
        counted: What Roman numerals are of.
        number: Before one.
        between: Between several Roman numerals.
        centuries: Behind one.
        chromosomes: Part of a word of texts in which XX is a pair.
        forms: Before the form of a date, which is none to be filled in.
        dates: The same, before a bracket.
        persons: What is said of one whom readers can ask, before the name.
        before_names: What may stand between: «er», «venligst».
        nobodies: Names in place of that one's.
        year: The letter that stands for the figures of a year.
    """

    section = "texts.blanks"

    filled_in: tuple[str, ...]
    numbers: tuple[str, ...]
    inserts: tuple[str, ...]
    inserted: tuple[str, ...]
    other_orders: tuple[str, ...]
    left_out: tuple[str, ...]
    of_what: tuple[str, ...]
    joined: tuple[str, ...]
    counted: tuple[str, ...]
    number: str
    between: tuple[str, ...]
    centuries: str
    chromosomes: str
    forms: tuple[str, ...]
    dates: str
    persons: tuple[str, ...]
    before_names: tuple[str, ...]
    nobodies: tuple[str, ...]
    year: str


_ORDERS: Final = r"(?:%inserts|%other_orders)\b"
_JOINED: Final = r"[\s/,]+(?:%joined\s+)?"
_BRACKETED: Final = (
    r"\[(?P<square>[^\[\]\n\0]{2,60})\](?![(\[\0]|\s?\(\s?(?:https?:|www\.)|:\s)"
    r"|(?<!<)<(?P<angle>[^<>\n\0]{2,60})>"
    r"|\((?P<round>(?i:%inserts)\b[^()\n\0]{0,80}|[^()\n\0]{2,60}\s%inserted)\)"
)
# Before a Roman numeral, with others of the same row.
_COUNTED: Final = r"(?i)\b%counted\s+(?:%number\s+)?(?:[IVX]+(?:,\s|\s%between\s|[-–]))*\Z"
_CENTURY: Final = r"(?i)\.?\s+%centuries"
# Before the form of a date: «skrives som », «dato (».
_FORM: Final = r"(?i)\b%forms[\s:«»\"“”’(]*\Z|\b%dates\s\(\Z"


_NOBODY: Final = r"(?<![\w.])(?:N\.?N\.?|%nobodies)(?!\w)"
# Before a name: «kontakt », «saksbehandler: », «fuldmægtig ».
_PERSON: Final = r"(?i)\b%persons(?:\s%before_names)?[\s:,]+\Z"


_words: Final = BlankWords.pattern


def blanks(text: str) -> Iterator[re.Match[str]]:
    """Yield what is to be filled in.

    Args:
        text: Prose; addresses may be hidden in it by NUL.
    """
    if not may_hold_blanks(text) or not _MAYBE.search(text):
        return
    yield from _NOTHING.finditer(text)
    yield from _LEFT_OPEN.finditer(text)
    yield from _crosses(text)
    yield from (
        found for found in _words(_NOBODY).finditer(text) if _stands_behind(_words(_PERSON), found)
    )
    yield from (
        found for found in _words(_DATE).finditer(text) if not _stands_behind(_words(_FORM), found)
    )
    yield from (found for found in _LINE.finditer(text) if not _stands_behind(_OF_A_FORM, found))
    for found in _words(_BRACKETED).finditer(without_quotations(text)):
        if is_filled_in(found["square"] or found["angle"] or found["round"]):
            yield found


def is_filled_in(said: str) -> bool:
    """Return whether words in brackets stand for what is meant: «dato», «kommunens navn»."""
    stripped = said.strip(" .:…\\")
    lowered = stripped.casefold()
    words = [word.rstrip(".") for word in _words(_JOINED).split(lowered) if word]
    if not words or _words(r"\b%left_out").search(lowered):
        return False
    if _words(_ORDERS).match(lowered) or _words(r"\s%inserted\Z").search(lowered):
        return True
    return len(words) <= _MOST_WORDS and (_names_a_blank(words) or _is_in_capitals(stripped))


def _names_a_blank(words: list[str]) -> bool:
    first, *rest = words
    known = _words("%filled_in").fullmatch
    if all(map(known, words)) or (known(first) and _words("%of_what").fullmatch(rest[0])):
        return True
    before = [*itertools.dropwhile(known, reversed(words))]  # «fuldmægtigens» navn og tlf.
    owned = len(before) < len(words) and before[0].endswith("s")
    return bool(owned or _words("%numbers").fullmatch(first))


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
    return _words("%chromosomes").search(text) is not None


def _is_counted(found: re.Match[str]) -> bool:
    is_century = bool(_words(_CENTURY).match(found.string, found.end()))
    is_numeral = bool(_NUMERAL.fullmatch(found[0]))
    return is_numeral and (is_century or _stands_behind(_words(_COUNTED), found))


def _is_enumerated(found: re.Match[str]) -> bool:
    is_closed = found.string[found.end() : found.end() + 1] == ")"
    return is_closed and found[0] in {"xx", "xxx"} and _stands_behind(_ENUMERATED, found)


def _stands_behind(pattern: re.Pattern[str], found: re.Match[str]) -> bool:
    """Return whether the words before a find match a pattern to their end."""
    start = found.start()
    return bool(pattern.search(found.string[max(start - _LOOK_BACK, 0) : start]))
