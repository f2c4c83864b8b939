"""Headings, tables and footnotes that were typed, and that small Markdown takes for mere text.

Looked through are paragraphs only: what is a heading or a table is none.
"""

import itertools
from collections.abc import Iterator, Sequence
from typing import Final

from hearingkit.patterns import late_pattern
from hearingkit.texts.reading import Reading, Stretch, WrittenLine
from hearingkit.texts.unclosed_marks import Remnant

# One # alone may begin a word to search for, but hardly where it is all of a paragraph.
_GLUED: Final = late_pattern(r"#{2,6}(?:[^\W_]|\u00a0).*")
_GLUED_ALONE: Final = late_pattern(r"#(?=[^\W\d_])(?P<first>.)[^#\n]{0,80}[^\W_]")
_ROW: Final = late_pattern(r"\|[^|]*\|.*\||\|[ :-]{3,}\|")
_NOTE: Final = late_pattern(r"(?<!\\)\[\^[^\s\[\]]{1,20}\]")
_LONGEST: Final = 60


def footnotes(reading: Reading) -> Iterator[Remnant]:
    """Yield the first mark of a footnote, which other kinds of Markdown have: ``[^1]``."""
    if "[^" in reading.markdown and (found := _NOTE.search(reading.markdown)):
        yield Remnant("footnote", Stretch(*found.span()))


def unformed(reading: Reading) -> Iterator[Remnant]:
    """Yield headings without a space behind their #, and tables without their line of hyphens."""
    for passage in reading.paragraphs:
        if "#" in passage.content or "|" in passage.content:
            lines = reading.lines(passage)
            if not passage.depth:
                yield from _headings(lines)
            yield from _tables(lines)


def _headings(lines: Sequence[WrittenLine]) -> Iterator[Remnant]:
    alone = _GLUED_ALONE.fullmatch(lines[0].text) if len(lines) == 1 else None
    if alone and alone["first"].isupper():
        yield _remnant("heading", lines[0])
    for line in lines:
        if _GLUED.match(line.text):
            yield _remnant("heading", line)


def _tables(lines: Sequence[WrittenLine]) -> Iterator[Remnant]:
    """Yield the first of each run of lines that have a | at both ends, and one between."""
    for is_row, run in itertools.groupby(lines, lambda line: bool(_ROW.fullmatch(line.text))):
        first, *rest = run
        if is_row and rest:
            yield _remnant("table", first)


def _remnant(kind: str, line: WrittenLine) -> Remnant:
    length = len(line.text[:_LONGEST].rstrip())
    return Remnant(kind, Stretch(line.start, line.start + length))
