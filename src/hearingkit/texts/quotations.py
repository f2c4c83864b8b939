"""Quotations in running text, and the marks that each language puts around them."""

import functools
import itertools
from collections.abc import Iterator
from typing import Final

from hearingkit.frozen import frozen
from hearingkit.language.language import Language
from hearingkit.language.words import Words
from hearingkit.patterns import late_pattern
from hearingkit.texts.found import Found
from hearingkit.texts.hiding import hide

# Each part ends at a sign it can't hold, or after 500: a text is read in linear time.
_QUOTATION: Final = late_pattern(
    r"[«»”“„\"‘’'](?:"  # then what follows on each of them
    r"(?<=«)(?:[^«»\n]|\n(?!\n)){1,500}»"
    r"|(?<=»)(?:[^«»\n]|\n(?!\n)){1,500}«"
    r"|(?<=”)(?:[^“”„\n]|\n(?!\n)){1,500}”"
    r"|(?<=[“„])(?:[^“”„\n]|\n(?!\n)){1,500}[“”]"
    r'|(?<=")(?:[^"\n]|\n(?!\n)){1,500}"'
    # A word may end in an apostrophe, and a year may begin with one.
    r"|(?<![\w’'].)(?<=[‘’'])(?![\s\d])(?:[^‘’'\n]|\n(?!\n)){1,300}(?<!\s)[’'](?!\w))"
)
_MARK: Final = late_pattern("[«»”“„\"‘’']")
_NESTED: Final = late_pattern(
    r"«[^«»\n]{0,500}(?P<norwegian>«[^«»\n]{1,500}»)|»[^«»\n]{0,500}(?P<danish>»[^«»\n]{1,500}«)"
)


class QuotationMarks(Words):
    """The marks that a language puts around a quotation.

    Attributes:
        usual: Those to write, such as ``«…»``.
        own: All that are let pass, the first and the last sign of each.
        alone: Others that are let pass where a text has none of its own: one type in a text.
        inner: Those to write inside a quotation.
        around_titles: Those that the letter puts around a title, as two signs.
        inside_titles: Those that take their place inside that title.

    Source:
        Retskrivningsordbogen § 58; Språkrådet.
    """

    section = "texts.quotations"

    usual: tuple[str, ...]
    own: frozenset[str]
    alone: frozenset[str]
    inner: str
    around_titles: str
    inside_titles: str


@frozen
class Quotation(Found):
    """A quotation found in a text."""

    @property
    def marks(self) -> str:
        """Return the first and the last sign."""
        return self.text[0] + self.text[-1]


def quotations(text: str) -> Iterator[Quotation]:
    """Yield the quotations of a text in order, without those inside another."""
    for found in _QUOTATION.finditer(text) if _MARK.search(text) else ():
        yield Quotation(found[0], found.start())


def foreign_quotations(text: str, language: Language) -> Iterator[Quotation]:
    """Yield the quotations that have other marks than those of a language, in order."""
    marks, found = QuotationMarks.of(language), [*quotations(text)]
    has_own = any(one.marks in marks.own for one in found)
    passed = marks.own if has_own else marks.own | marks.alone
    yield from (one for one in found if one.marks not in passed)


def inner_quotations(text: str) -> Iterator[Quotation]:
    """Yield the quotations that stand inside one with the same marks."""
    for found in _NESTED.finditer(text):
        inner = found["norwegian"] or found["danish"]
        yield Quotation(inner, found.end() - len(inner))


def quoted(text: str, language: Language) -> str:
    """Return a title or a name in the marks of a language's letters.

    What stands in marks as a whole has them already; a quotation in it gets the inner ones.
    """
    marks = QuotationMarks.of(language)
    text = _without_outer(text, marks.around_titles)
    inside = [*quotations(text)]
    if [one.text for one in inside] == [text]:
        return text
    for one in reversed(inside):
        if one.marks == marks.around_titles:
            inner = f"{marks.inside_titles[0]}{one.text[1:-1]}{marks.inside_titles[1]}"
            text = f"{text[: one.start]}{inner}{text[one.end :]}"
    return f"{marks.around_titles[0]}{text}{marks.around_titles[1]}"


def _without_outer(text: str, marks: str) -> str:
    """Return a text without its first and last sign, where those are marks around all of it."""
    opening, closing = marks[0], marks[1]
    depths = [*itertools.accumulate((one == opening) - (one == closing) for one in text)]
    is_whole = opening != closing and depths[:1] == [1] and 0 not in depths[:-1] and depths[-1] == 0
    return text[1:-1] if is_whole else text


@functools.lru_cache(maxsize=64)  # several rules look through the same text
def without_quotations(text: str) -> str:
    """Return a text, as long as before, in which NUL stands for every sign of a quotation."""
    return hide(_QUOTATION, text) if _MARK.search(text) else text
