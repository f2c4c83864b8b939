"""Headings, tables and footnotes that were typed, and that small Markdown takes for mere text.

Looked through are paragraphs only: what is a heading or a table is none.
"""

import itertools
import re
from collections.abc import Iterator
from typing import Final

from hearingkit.texts.outline import inline_texts
from hearingkit.texts.unclosed_marks import Remnant

# One # alone may begin a word to search for, but hardly where it is all of a paragraph.
_GLUED: Final = re.compile(r"#{2,6}[^\W_].*")
_GLUED_ALONE: Final = re.compile(r"#(?=[^\W\d_])(?P<first>.)[^#\n]{0,80}[^\W_]")
_ROW: Final = re.compile(r"\|[^|]*\|.*\||\|[ :-]{3,}\|")
_NOTE: Final = re.compile(r"(?<!\\)\[\^[^\s\[\]]{1,20}\]")
_LONGEST: Final = 60


def footnotes(markdown: str) -> Iterator[Remnant]:
    """Yield the first mark of a footnote, which other kinds of Markdown have: ``[^1]``."""
    found = _NOTE.search(markdown)
    if found:
        yield Remnant("footnote", 1 + markdown.count("\n", 0, found.start()), found[0])


def unformed(markdown: str) -> Iterator[Remnant]:
    """Yield headings without a space behind their #, and tables without their line of hyphens."""
    if "#" not in markdown and "|" not in markdown:
        return
    source = markdown.split("\n")
    for text in inline_texts(markdown):
        if "#" in text.content or "|" in text.content:
            first = text.map[0] + 1 if text.map else 1
            lines = [line.strip() for line in text.content.split("\n")]
            if source[first - 1].lstrip().startswith(lines[0]):  # no cell, and no entry of a list
                yield from _headings(lines, first)
            yield from _tables(lines, first)


def _headings(lines: list[str], first: int) -> Iterator[Remnant]:
    alone = _GLUED_ALONE.fullmatch(lines[0]) if len(lines) == 1 else None
    if alone and alone["first"].isupper():
        yield Remnant("heading", first, lines[0][:_LONGEST].rstrip())
    for number, line in enumerate(lines, first):
        if _GLUED.match(line):
            yield Remnant("heading", number, line[:_LONGEST].rstrip())


def _tables(lines: list[str], first: int) -> Iterator[Remnant]:
    """Yield the first of each run of lines that have a | at both ends, and one between."""
    numbered = enumerate(lines, first)
    for is_row, run in itertools.groupby(numbered, lambda one: bool(_ROW.fullmatch(one[1]))):
        rows = list(run)
        if is_row and len(rows) > 1:
            number, line = rows[0]
            yield Remnant("table", number, line[:_LONGEST].rstrip())
