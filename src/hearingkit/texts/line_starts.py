"""Numbers and hyphens at the start of a line: which of them are a list, and which are text.

Markdown makes a list of «15. april» and of a line that was wrapped before «1. januar» or «- og».
Here a numbered list has two items at least and counts on by one; it begins at 1 or, below an empty
line, at another number that is no date. A hyphen below a line of text makes a list if there are
several, or if the line ends in a colon. All else is text.
"""

import itertools
import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Final

from hearingkit.frozen import frozen
from hearingkit.language.language import Language
from hearingkit.patterns import late_pattern
from hearingkit.texts.month_names import month_meant

_NUMBER: Final = late_pattern(
    r"(?P<before>[ \t]*(?:[-+*][ \t]+)*)(?P<number>[0-9]{1,9})(?P<sign>[.)])(?=(?P<space>[ \t]+)|$)"
)
_BULLET: Final = late_pattern(r"[ \t]*(?P<sign>[-+*])(?=[ \t])")
_MAYBE: Final = late_pattern(r"^[ \t]*(?:[-+*][ \t]|[0-9]{1,9}[.)])", re.MULTILINE)
_TAB: Final = 4
_HIGHEST: Final = 99  # at which a list begins; years and paragraphs of laws are higher
_WORD: Final = late_pattern(r"\s*([^\W\d_]{3,10})(?![^\W\d_])")


def literal_marks(markdown: str) -> tuple[int, ...]:
    """Return the offsets of the signs that would begin a list item, and belong to the text.

    Of a number it is the full stop or bracket behind it; a backslash before it keeps it text.
    """
    if not _MAYBE.search(markdown):
        return ()
    lines = tuple(_lines(markdown))
    return tuple(sorted({*_numbers(lines), *_hyphens(lines)}))


def may_begin_list(number: int, behind: str) -> bool:
    """Return whether a list may begin with a number, going by the text behind it: no date does."""
    word = _WORD.match(behind)
    is_date = word and any(month_meant(word[1], language) for language in Language)
    return number == 1 or (1 < number <= _HIGHEST and not is_date)


@frozen
class _Line:
    """A line: its offset, its text, and the column of its first sign; -1 where it is blank."""

    start: int
    text: str
    column: int


@dataclass(slots=True, eq=False, repr=False)
class _Run:
    """Numbers that may be a list: column, sign, offsets of the signs, where its text begins."""

    column: int
    sign: str
    inside: int
    last: int
    marks: list[int] = field(default_factory=list)


def _lines(markdown: str) -> Iterator[_Line]:
    start = 0
    for text in markdown.split("\n"):
        indent = text[: len(text) - len(text.lstrip(" \t"))]
        yield _Line(start, text, len(indent.expandtabs(_TAB)) if text.strip() else -1)
        start += len(text) + 1


def _numbers(lines: tuple[_Line, ...]) -> Iterator[int]:
    """Yield the marks of numbers that make no list."""
    runs: list[_Run] = []
    is_below_blank = True
    for line in lines:
        if line.column < 0:
            is_below_blank = True
            continue
        found = _NUMBER.match(line.text)
        yield from _within(found, line)
        if found and not line.text[found.end() :].strip():
            # A number alone: an item without text is not printed, nor is its number.
            yield line.start + found.start("sign")
            found = None
        if found and (run := _run_of(found, line, runs)):
            yield from _ended(runs, run.inside)
            run.marks.append(line.start + found.start("sign"))
            run.last = int(found["number"])
            run.inside = _width(found[0] + (found["space"] or " "))
        else:
            yield from _ended(runs, _reach(line, found, is_below_blank=is_below_blank))
            if found:
                yield from _begun(runs, found, line, is_below_blank=is_below_blank)
        is_below_blank = False
    yield from _ended(runs, 0)


def _within(found: re.Match[str] | None, line: _Line) -> Iterator[int]:
    """Yield the marks of numbers right behind the number of an item: «1. 15. april»."""
    while found and (found := _NUMBER.match(line.text, found.end())):
        yield line.start + found.start("sign")


def _run_of(found: re.Match[str], line: _Line, runs: list[_Run]) -> _Run | None:
    """Return the run that a number goes on with."""
    for run in runs:
        if (
            (run.column, run.sign) == (line.column, found["sign"])
            and not found["before"].strip()
            and int(found["number"]) == run.last + 1
        ):
            return run
    return None


def _reach(line: _Line, found: re.Match[str] | None, *, is_below_blank: bool) -> int:
    """Return the column from which on the runs end at a line that is no item of theirs.

    A line right below an item belongs to it, wherever it begins; one below a blank line, and a new
    item of another list, only if it is indented.
    """
    begins_item = found or _BULLET.match(line.text)
    return line.column if is_below_blank or begins_item else 10**6


def _begun(
    runs: list[_Run], found: re.Match[str], line: _Line, *, is_below_blank: bool
) -> Iterator[int]:
    """Begin a run with a number; yield its mark if no list begins with it."""
    mark = line.start + found.start("sign")
    number = int(found["number"])
    if not (number == 1 or is_below_blank) or not may_begin_list(number, line.text[found.end() :]):
        yield mark
        return
    column = _width(found["before"])
    inside = _width(found[0] + (found["space"] or " "))
    runs.append(_Run(column, found["sign"], inside, number, [mark]))


def _ended(runs: list[_Run], reach: int) -> Iterator[int]:
    """Take away the runs whose text a line at a column is no part of; yield what is no list."""
    while runs and runs[-1].inside > reach:
        run = runs.pop()
        if len(run.marks) == 1:
            yield run.marks[0]


def _width(text: str) -> int:
    return len(text.expandtabs(_TAB))


def _hyphens(lines: tuple[_Line, ...]) -> Iterator[int]:
    """Yield the single hyphens at the start of a line that goes on with the text above."""
    for has_text, run in itertools.groupby(lines, lambda line: line.column >= 0):
        paragraph = tuple(run) if has_text else ()
        bullets = [line for line in paragraph if _BULLET.match(line.text)]
        if len(bullets) == 1 and (mark := _mark_within(paragraph, bullets[0])) is not None:
            yield mark


def _mark_within(paragraph: tuple[_Line, ...], line: _Line) -> int | None:
    """Return the offset of a line's hyphen, if the line goes on with the one above it."""
    found, number = _BULLET.match(line.text), paragraph.index(line)
    above = paragraph[number - 1] if number else None
    if found is None or above is None or _NUMBER.match(paragraph[0].text):
        return None
    goes_on = above.column == line.column and not above.text.rstrip().endswith(":")
    return line.start + found.start("sign") if goes_on else None
