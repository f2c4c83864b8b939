"""What the reader of Markdown gives: blocks, what a reader reads, and where each part is written.

A stretch is a part of the Markdown as it is written, without the blanks around it. Whoever looks
for something in a text works on these values: nobody but the reader parses Markdown.
"""

import enum
from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Sequence

from hearingkit.documents.blocks import Block, Table
from hearingkit.frozen import frozen
from hearingkit.texts.inline_places import PlacedToken


@frozen
class Stretch:
    """A part of the Markdown: the offset of its first sign, and the offset behind its last."""

    start: int
    end: int


@frozen
class LinkSpan:
    """A link that was written as one: ``[text](address)``.

    Attributes:
        start: The offset of its printed text in the plain text.
        end: The offset behind that.
        href: Where it leads, as written.
        target: The offsets of the address in the Markdown, with the angle brackets around it.
        written: The whole link in the Markdown.
        is_image: Whether an exclamation mark before it makes it a picture elsewhere.
    """

    start: int
    end: int
    href: str
    target: tuple[int, int]
    written: Stretch
    is_image: bool


@frozen
class InlineLines:
    """The lines of an inline text.

    Attributes:
        places: Where each begins in the inline text, and in the Markdown as it was parsed.
        inserted: The offsets in the latter of the signs that nobody has written.
    """

    places: tuple[tuple[int, int], ...]
    inserted: Sequence[int]

    def written(self, offset: int) -> int:
        """Return where a sign of the inline text stands in the Markdown."""
        number = bisect_right(self.places, offset, key=lambda line: line[0]) - 1
        start, place = self.places[max(number, 0)]
        parsed = place + offset - start
        return parsed - bisect_left(self.inserted, parsed)


class Kind(enum.Enum):
    """What a passage is."""

    PARAGRAPH = enum.auto()
    HEADING = enum.auto()
    CELL = enum.auto()


@frozen
class InlineText:
    """The text of a paragraph, of a heading or of a cell.

    Attributes:
        kind: Which of them.
        level: Of a heading; 0 of others.
        depth: How many lists it stands in.
        content: Its inline text, with its marks.
        tokens: Its inline tokens, with their places in that.
        lines: Where its lines stand.
    """

    kind: Kind
    level: int
    depth: int
    content: str
    tokens: tuple[PlacedToken, ...]
    lines: InlineLines

    @property
    def start(self) -> int:
        """Return the offset of its first sign in the Markdown."""
        return self.lines.written(0)


@frozen
class WrittenLine:
    """A line of a passage.

    Attributes:
        start: The offset of its first sign in the Markdown.
        text: As written, without the blanks around it.
        column: How many signs stand before it; a tab counts as far as it reaches.
        is_broken: Whether it ends in a hard line break.
    """

    start: int
    text: str
    column: int
    is_broken: bool

    @property
    def stretch(self) -> Stretch:
        """Return where it stands."""
        return Stretch(self.start, self.start + len(self.text))


@frozen
class PlacedTable:
    """A table, and where its rows are written.

    Attributes:
        table: As a letter prints it.
        rows: The line of each row, its head first.
    """

    table: Table
    rows: tuple[Stretch, ...]


@frozen
class Reading:
    r"""A Markdown text, read.

    Attributes:
        blocks: As a letter prints them.
        plain: What a reader reads: no marks, no addresses of links. Blocks are parted by an empty
            line, items and rows by a line end, cells by `` | ``; a hard line break is a line end.
        origin: For each sign of the plain text, its offset in the Markdown.
        links: The links that were written as such.
        italics: The offsets in the plain text of what is stressed.
        markdown: As written; its line ends are ``\n``.
        passages: The paragraphs, headings and cells, in order.
        tables: The tables, in order.
    """

    blocks: tuple[Block, ...]
    plain: str
    origin: Sequence[int]
    links: tuple[LinkSpan, ...] = ()
    italics: tuple[tuple[int, int], ...] = ()
    markdown: str = ""
    passages: tuple[InlineText, ...] = ()
    tables: tuple[PlacedTable, ...] = ()

    @property
    def paragraphs(self) -> Iterator[InlineText]:
        """Return the paragraphs, those in lists too."""
        return (one for one in self.passages if one.kind is Kind.PARAGRAPH)

    def lines(self, passage: InlineText) -> tuple[WrittenLine, ...]:
        """Return the lines of a passage."""
        starts = (passage.lines.written(offset) for offset, _ in passage.lines.places)
        return tuple(map(self._line, starts))

    def line_at(self, offset: int) -> Stretch:
        """Return the line around an offset."""
        begin = self.markdown.rfind("\n", 0, offset) + 1
        end = self.markdown.find("\n", offset)
        whole = self.markdown[begin : end if end >= 0 else None]
        start = begin + len(whole) - len(whole.lstrip())
        return Stretch(start, start + len(whole.strip()))

    def says(self, stretch: Stretch) -> str:
        """Return what is written in a stretch."""
        return self.markdown[stretch.start : stretch.end]

    def _line(self, start: int) -> WrittenLine:
        begin = self.markdown.rfind("\n", 0, start) + 1
        end = self.markdown.find("\n", start)
        text = self.markdown[start : end if end >= 0 else None]
        column = len(self.markdown[begin:start].expandtabs(4))
        return WrittenLine(start, text.rstrip(), column, text.endswith(("  ", "\\")))
