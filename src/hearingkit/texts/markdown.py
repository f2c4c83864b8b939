"""The one reader of Markdown: a text into blocks, and into what a reader reads, with places.

Small Markdown: paragraphs, headings with ``#``, lists, tables, links, emphasis, hard line breaks,
backslash escapes and entities. All else (HTML, pictures, code, quotes, rules) is printed as it was
written: a letter has no use for it, and text from data must not turn into it.
"""

import itertools
import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from typing import Final

from markdown_it.token import Token

from hearingkit.documents.blocks import (
    Block,
    Cell,
    Heading,
    Inline,
    ItemList,
    LineBreak,
    Marker,
    Paragraph,
    Table,
)
from hearingkit.documents.inlines import clean, normal
from hearingkit.texts.inline_places import PlacedToken, placed
from hearingkit.texts.inline_tokens import inlines_of, parser
from hearingkit.texts.line_starts import literal_marks

_MARKERS: Final = {"bullet_list_open": Marker.BULLET, "ordered_list_open": Marker.NUMBER}
_NO_CELL: Final = -1
BETWEEN_BLOCKS: Final = "\n\n"
BETWEEN_ROWS: Final = "\n"
BETWEEN_CELLS: Final = " | "
"""What parts blocks, items and rows, and cells, in the plain text."""


@dataclass(frozen=True, slots=True)
class LinkSpan:
    """A link that was written as one: ``[text](address)``.

    Attributes:
        start: The offset of its printed text in the plain text.
        end: The offset behind that.
        href: Where it leads, as written.
        target: The offsets of the address in the Markdown.
    """

    start: int
    end: int
    href: str
    target: tuple[int, int]


@dataclass(frozen=True, slots=True)
class Reading:
    """A Markdown text, read.

    Attributes:
        blocks: As a letter prints them.
        plain: What a reader reads: no marks, no addresses of links. Blocks are parted by an empty
            line, items and rows by a line end, cells by `` | ``; a hard line break is a line end.
        origin: For each sign of the plain text, its offset in the Markdown.
        links: The links that were written as such.
    """

    blocks: tuple[Block, ...]
    plain: str
    origin: Sequence[int]
    links: tuple[LinkSpan, ...] = ()


def read(markdown: str) -> Reading:
    """Return a Markdown text, read.

    Inline text is in its normal form. A link leads to an ``https``, ``http``, ``mailto`` or ``tel``
    address; any other is the plain text of its label. An e-mail address, and a web address that
    begins with its scheme, is a link as it stands; an address that is printed stays unbroken.
    Empty items, lists, headings and paragraphs are left out.
    """
    page = _Page(markdown)
    blocks = tuple(page.blocks(iter(parser().parse(page.prepared))))
    return Reading(blocks, "".join(page.plain), page.origin, tuple(page.links))


def read_inline(markdown: str) -> Reading:
    """Return a Markdown text, read as one paragraph: nothing in it is a heading, list or table."""
    page = _Page(markdown, is_inline=True)
    inlines: list[Inline] = []
    line = 0
    for paragraph in re.split(r"(\n\s*\n)", page.prepared):
        for token in parser().parseInline(paragraph) if paragraph.strip() else ():
            token.map = [line, line + 1]
            inlines += [LineBreak(), *page.block(token)]
        line += paragraph.count("\n")
    blocks = (Paragraph(found),) if (found := normal(inlines)) else ()
    return Reading(blocks, "".join(page.plain), page.origin, tuple(page.links))


def parse(markdown: str) -> tuple[Block, ...]:
    """Return the blocks of a Markdown text; none for an empty text."""
    return read(markdown).blocks


def parse_inline(markdown: str) -> tuple[Inline, ...]:
    """Return the inline text of a Markdown text in which nothing is a heading, list or table.

    Several paragraphs become one, with a line break between them.
    """
    blocks = read_inline(markdown).blocks
    return blocks[0].inlines if blocks and isinstance(blocks[0], Paragraph) else ()


@dataclass(slots=True)
class _Page:
    """A text while it is read.

    Attributes:
        markdown: As written.
        is_inline: Whether line starts have no meaning.
        plain: What has been read so far, in pieces.
        origin: The offset of each sign of it in the Markdown.
        links: The links so far.
    """

    markdown: str
    is_inline: bool = False
    plain: list[str] = field(default_factory=list)
    origin: list[int] = field(default_factory=list)
    links: list[LinkSpan] = field(default_factory=list)
    prepared: str = ""
    _inserted: list[int] = field(default_factory=list)
    _starts: list[int] = field(default_factory=list)
    _lines: list[str] = field(default_factory=list)
    _opened: list[int] = field(default_factory=list)
    _cell: int = _NO_CELL

    def __post_init__(self) -> None:
        # As long as before, so that no offset changes.
        text = self.markdown.replace("\r\n", " \n").replace("\r", "\n")
        marks = () if self.is_inline else literal_marks(text)
        self.prepared = _with_backslashes(text, marks)
        self._inserted = [mark + number for number, mark in enumerate(marks)]
        self._lines = self.prepared.split("\n")
        self._starts = [0, *itertools.accumulate(len(line) + 1 for line in self._lines)]

    def blocks(self, tokens: Iterator[Token]) -> Iterator[Block]:
        """Yield the blocks up to the end of the text or of a list item, without the empty ones."""
        for token in tokens:
            match token.type:
                case "paragraph_open":
                    if inlines := self.block(next(tokens)):
                        yield Paragraph(inlines)
                case "heading_open":
                    if inlines := self.block(next(tokens)):
                        yield Heading(int(token.tag[1:]), inlines)
                case "bullet_list_open" | "ordered_list_open":
                    if items := tuple(item for item in self._items(tokens) if item):
                        yield ItemList(items, _MARKERS[token.type])
                case "table_open":
                    self._between(BETWEEN_BLOCKS)
                    head, *rows = self._rows(tokens)
                    yield Table(head, tuple(rows))
                case "list_item_close":
                    return

    def _inlines(self, token: Token) -> tuple[Inline, ...]:
        """Return the inline text of a token, and note what a reader reads of it."""
        lines = _InlineLines(tuple(self._places(token)))
        for one in placed(token.children or (), token.content):
            self._note(one, lines)
        return inlines_of(token)

    def block(self, token: Token) -> tuple[Inline, ...]:
        """Return the inline text of a paragraph or a heading."""
        self._between(BETWEEN_BLOCKS)
        return self._inlines(token)

    def _items(self, tokens: Iterator[Token]) -> Iterator[tuple[Block, ...]]:
        is_first = True
        for token in tokens:
            if token.type != "list_item_open":
                return
            self._between(BETWEEN_BLOCKS if is_first else BETWEEN_ROWS)
            is_first = False
            yield tuple(self.blocks(tokens))

    def _rows(self, tokens: Iterator[Token]) -> tuple[tuple[Cell, ...], ...]:
        rows: list[tuple[Cell, ...]] = []
        for token in itertools.takewhile(lambda one: one.type != "table_close", tokens):
            if token.type == "tr_open":
                if rows:
                    self._between(BETWEEN_ROWS)
                rows.append(())
                self._cell = 0
            elif token.type == "inline":
                if rows[-1]:
                    self._between(BETWEEN_CELLS)
                rows[-1] += (self._inlines(token),)
        self._cell = _NO_CELL
        return tuple(rows)

    def _between(self, sign: str) -> None:
        """Part what comes from what stands there; what was parted already is not parted more."""
        if self.plain and not self.plain[-1].endswith("\n"):
            self._add(sign, [self.origin[-1]] * len(sign))

    def _add(self, text: str, offsets: Iterable[int]) -> None:
        self.plain.append(text)
        self.origin.extend(offsets)

    def _note(self, one: PlacedToken, lines: "_InlineLines") -> None:
        """Note what a reader reads of a token, with the place of each sign."""
        match one.token.type:
            case "text" | "text_special":
                self._note_text(one.token.content, one.offsets, lines)
            case "softbreak":
                self._space(" ", lines.at(one.start))
            case "hardbreak":
                self._space("\n", lines.at(one.start))
            case "link_open":
                self._opened.append(len(self.origin))
            case "link_close":
                begin = self._opened.pop()
                if one.token.markup != "autolink":
                    first, last = (self._written(lines.at(each)) for each in one.target)
                    href = self.markdown[first:last]
                    self.links.append(LinkSpan(begin, len(self.origin), href, (first, last)))
            case _:
                pass

    def _note_text(self, text: str, offsets: Sequence[int], lines: "_InlineLines") -> None:
        if not text:
            return
        shift = self._written(lines.at(offsets[0])) - offsets[0]
        written: Sequence[int] = [offset + shift for offset in offsets]
        if clean(text) != text:
            text, written = _cleaned(text, written)
        if text.startswith(" ") and self._ends_in_space():
            text, written = text[1:], written[1:]
        if text:
            self._add(text, written)

    def _space(self, sign: str, offset: int) -> None:
        if not self._ends_in_space():
            self._add(sign, [self._written(offset)])

    def _ends_in_space(self) -> bool:
        return not self.plain or self.plain[-1][-1] in " \n"

    def _written(self, offset: int) -> int:
        """Return where a sign of the prepared text stands in the text as written."""
        return offset - bisect_left(self._inserted, offset)

    def _places(self, token: Token) -> Iterator[tuple[int, int]]:
        """Yield for each line of an inline text its offset there, and in the prepared text."""
        start = 0
        first = token.map[0] if token.map else 0
        for number, line in enumerate(token.content.split("\n"), first):
            said = line.strip(" \t")
            column = self._column(said, number)
            yield start + line.find(said), column
            start += len(line) + 1

    def _column(self, said: str, number: int) -> int:
        """Return where a line of inline text begins in the prepared text.

        Cells are found one after the other; any other line ends as its source line does, but for
        the signs that may close a heading.
        """
        if number >= len(self._lines):
            return len(self.prepared)
        source, begin = self._lines[number], self._starts[number]
        if self._cell == _NO_CELL and source.rstrip(" \t").endswith(said):
            return begin + len(source.rstrip(" \t")) - len(said)
        at = source.find(said.replace("|", "\\|"), max(self._cell, 0))
        if self._cell != _NO_CELL:
            self._cell = max(at, 0) + len(said)
        return begin + max(at, 0)


@dataclass(frozen=True, slots=True)
class _InlineLines:
    """The lines of an inline text: where each begins there, and in the prepared text."""

    places: tuple[tuple[int, int], ...]

    def at(self, offset: int) -> int:
        """Return where a sign of the inline text stands in the prepared text."""
        number = bisect_right(self.places, offset, key=lambda line: line[0]) - 1
        start, place = self.places[max(number, 0)]
        return place + offset - start


def _cleaned(text: str, offsets: Sequence[int]) -> tuple[str, Sequence[int]]:
    """Return a text as ``clean`` has it, and the offsets of its signs."""
    signs: list[str] = []
    kept: list[int] = []
    for sign, offset in zip(text, offsets, strict=True):
        cleaned = clean(sign)
        if cleaned and not (cleaned == " " and signs and signs[-1] == " "):
            signs.append(cleaned)
            kept.append(offset)
    return "".join(signs), kept


def _with_backslashes(markdown: str, marks: Sequence[int]) -> str:
    """Return the text with a backslash before each sign that would begin a list."""
    ends = [*marks, len(markdown)]
    pieces = (markdown[a:b] for a, b in itertools.pairwise((0, *ends)))
    return "\\".join(pieces)
