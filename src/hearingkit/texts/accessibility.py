"""What a reader with a screen reader stumbles over in small Markdown, found line by line.

Markdown itself would be read exactly; but lines are enough for what is looked for here, tell where
it stands, and are read in linear time.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Final

from hearingkit.documents.markup import TARGET

_HEADING: Final = re.compile(r" {0,3}(?P<marks>#{1,6})(?=[ \t])")
_BOLD_LINE: Final = re.compile(r"(?P<stars>\*\*|__)(?![\s*_])(?P<text>[^*_]{1,80})(?P=stars)[ \t]*")
_LINK: Final = re.compile(r"(?<![\\!])\[(?P<text>[^\[\]]{0,80})\]\(")
# What a formula fills in may be an address.
_WHOLE_LINK: Final = re.compile(
    r"(?<![\\!])\[[^\[\]]{1,200}\]\([ \t]*<?(?P<target>[^\s()<>{}]{0,200})>?[ \t]*\)"
)
_DELIMITERS: Final = re.compile(r"[ \t|:-]{3,}")
_CELL: Final = re.compile(r"(?<!\\)\|")
_SENTENCE_ENDS: Final = (".", "!", ",", ";", "…")


@dataclass(frozen=True, slots=True)
class Piece:
    """A piece of a text.

    Attributes:
        text: As written.
        start: Its offset.
        says: What it says, without marks.
    """

    text: str
    start: int
    says: str


def skipped_levels(markdown: str) -> Iterator[tuple[Piece, int, int]]:
    """Yield the headings more than one level below the one before, their level and that one's."""
    before = 0
    for line in lines_of(markdown):
        if found := _HEADING.match(line.text):
            level = len(found["marks"])
            if 0 < before < level - 1:
                yield line, level, before
            before = level


def bold_headings(markdown: str) -> Iterator[Piece]:
    """Yield the paragraphs that are nothing but a few bold words, with another paragraph below.

    A bold sentence, which ends in a full stop, is text that is stressed.
    """
    lines = [*lines_of(markdown)]
    for number, line in enumerate(lines):
        found = _BOLD_LINE.fullmatch(line.text)
        alone = not number or not lines[number - 1].text
        followed = number + 2 < len(lines) and not lines[number + 1].text
        if found and alone and followed and not found["text"].endswith(_SENTENCE_ENDS):
            yield Piece(line.text, line.start, found["text"])


def links(markdown: str) -> Iterator[Piece]:
    """Yield what is printed of each link, as far as it is short."""
    for found in _LINK.finditer(markdown):
        says = " ".join(found["text"].translate(str.maketrans("*_", "  ")).split())
        yield Piece(found[0], found.start(), says)


def links_to_nowhere(markdown: str) -> Iterator[Piece]:
    """Yield the links without an address that a letter links to, and what stands in its place.

    The letter prints their text alone.
    """
    for found in _WHOLE_LINK.finditer(markdown):
        if not TARGET.match(found["target"]):
            yield Piece(found[0], found.start(), found["target"])


def headless_tables(markdown: str) -> Iterator[Piece]:
    """Yield the first line of each table in which a column has no name.

    The corner may be empty where the cells below it name the rows.
    """
    above = Piece("", 0, "")
    for line in lines_of(markdown):
        if "-" in line.text and "|" in line.text and _DELIMITERS.fullmatch(line.text):
            cells = [cell.strip() for cell in _CELL.split(above.says.strip("|"))]
            if "|" in above.text and not (all(cells[1:]) and any(cells)):
                yield above
        above = line


def uneven_rows(markdown: str) -> Iterator[tuple[Piece, int, int]]:
    """Yield the rows of tables with more or fewer cells than columns; how many cells and columns.

    A row of one cell may head those below it.
    """
    columns, above = 0, Piece("", 0, "")
    for line in lines_of(markdown):
        cells = _cells(line.says)
        if not line.says:
            columns = 0
        elif columns:
            if 1 < cells != columns:
                yield line, cells, columns
        elif "-" in line.says and "|" in above.says and _DELIMITERS.fullmatch(line.text):
            columns = cells if cells == _cells(above.says) else 0
        above = line


def _cells(row: str) -> int:
    inner = row.removeprefix("|")
    whole = inner[:-1] if inner.endswith("|") and not inner.endswith("\\|") else inner
    return len(_CELL.findall(whole)) + 1


def lines_of(markdown: str) -> Iterator[Piece]:
    """Yield the lines of a text without the space at their ends."""
    start = 0
    for line in markdown.split("\n"):
        yield Piece(line.rstrip(), start, line.strip())
        start += len(line) + 1
