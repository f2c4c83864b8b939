"""The one reader of Markdown: a text into blocks, and into what a reader reads, with places.

Small Markdown: paragraphs, headings with ``#``, lists, tables, links, emphasis, hard line breaks,
backslash escapes and entities. All else (HTML, pictures, code, quotes, rules) is printed as it was
written: a letter has no use for it, and text from data must not turn into it.
"""

import functools
import itertools
import re
from bisect import bisect_left
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from typing import Final

from markdown_it.token import Token

from hearingkit.documents.blocks import (
    Alignment,
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
from hearingkit.texts.inline_places import PlacedToken
from hearingkit.texts.inline_tokens import inlines_of, parser
from hearingkit.texts.line_starts import literal_marks
from hearingkit.texts.reading import (
    InlineLines,
    InlineText,
    Kind,
    LinkSpan,
    PlacedTable,
    Reading,
    Stretch,
)

_MARKERS: Final = {"bullet_list_open": Marker.BULLET, "ordered_list_open": Marker.NUMBER}
_NO_CELL: Final = -1
BETWEEN_BLOCKS: Final = "\n\n"
BETWEEN_ROWS: Final = "\n"
BETWEEN_CELLS: Final = " | "
LINE_BREAK: Final = "\u2028"
"""What parts blocks, items and rows, cells, and the lines of a paragraph, in the plain text."""


@functools.lru_cache(maxsize=64)  # the formulas of an issuer are read once for all its hearings
def read(markdown: str) -> Reading:
    """Return a Markdown text, read.

    Inline text is in its normal form. A link leads to an ``https``, ``http``, ``mailto`` or ``tel``
    address; any other is the plain text of its label. An e-mail address, and a web address that
    begins with its scheme, is a link as it stands; an address that is printed stays unbroken.
    Empty items, lists, headings and paragraphs are left out.
    """
    page = _Page(markdown)
    blocks = tuple(page.blocks(iter(parser().parse(page.prepared))))
    return page.reading(blocks)


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
    return page.reading(blocks)


def parse(markdown: str) -> tuple[Block, ...]:
    """Return the blocks of a Markdown text; none for an empty text."""
    return read(markdown).blocks


def parse_inline(markdown: str) -> tuple[Inline, ...]:
    """Return the inline text of a Markdown text in which nothing is a heading, list or table.

    Several paragraphs become one, with a line break between them.
    """
    blocks = read_inline(markdown).blocks
    return blocks[0].inlines if blocks and isinstance(blocks[0], Paragraph) else ()


@dataclass(slots=True, eq=False, repr=False)
class _Page:
    """A text while it is read.

    Attributes:
        markdown: As written.
        is_inline: Whether line starts have no meaning.
        plain: What has been read so far, in pieces.
        origin: The offset of each sign of it in the Markdown.
        links: The links so far.
        italics: What is stressed so far.
        passages: The passages so far.
        tables: The tables so far.
    """

    markdown: str
    is_inline: bool = False
    plain: list[str] = field(default_factory=list)
    origin: list[int] = field(default_factory=list)
    links: list[LinkSpan] = field(default_factory=list)
    italics: list[tuple[int, int]] = field(default_factory=list)
    passages: list[InlineText] = field(default_factory=list)
    tables: list[PlacedTable] = field(default_factory=list)
    prepared: str = ""
    _inserted: list[int] = field(default_factory=list)
    _starts: list[int] = field(default_factory=list)
    _lines: list[str] = field(default_factory=list)
    _opened: list[tuple[int, int]] = field(default_factory=list)
    _depth: int = 0
    _cell: int = _NO_CELL

    def __post_init__(self) -> None:
        # As long as before, so that no offset changes.
        self.markdown = self.markdown.replace("\r\n", " \n").replace("\r", "\n")
        marks = () if self.is_inline else literal_marks(self.markdown)
        self.prepared = _with_backslashes(self.markdown, marks)
        self._inserted = [mark + number for number, mark in enumerate(marks)]
        self._lines = self.prepared.split("\n")
        self._starts = [0, *itertools.accumulate(len(line) + 1 for line in self._lines)]

    def reading(self, blocks: tuple[Block, ...]) -> Reading:
        """Return all that was read."""
        return Reading(
            blocks,
            plain="".join(self.plain),
            origin=self.origin,
            links=tuple(self.links),
            italics=tuple(self.italics),
            markdown=self.markdown,
            passages=tuple(self.passages),
            tables=tuple(self.tables),
        )

    def blocks(self, tokens: Iterator[Token]) -> Iterator[Block]:
        """Yield the blocks up to the end of the text or of a list item, without the empty ones."""
        for token in tokens:
            match token.type:
                case "paragraph_open":
                    if inlines := self.block(next(tokens)):
                        yield Paragraph(inlines)
                case "heading_open":
                    level = int(token.tag[1:])
                    if inlines := self.block(next(tokens), level):
                        yield Heading(level, inlines)
                case "bullet_list_open" | "ordered_list_open":
                    for start, items in self._lists(tokens):
                        yield ItemList(items, _MARKERS[token.type], start)
                case "table_open":
                    self._between(BETWEEN_BLOCKS)
                    yield self._table(tokens)
                case "list_item_close":
                    return

    def _inlines(self, token: Token, kind: Kind, level: int = 0) -> tuple[Inline, ...]:
        """Return the inline text of a token, and note what a reader reads of it."""
        lines = InlineLines(tuple(self._places(token)), self._inserted)
        tokens, inlines = inlines_of(token.content)
        self.passages.append(InlineText(kind, level, self._depth, token.content, tokens, lines))
        for one in tokens:
            self._note(one, lines)
        return inlines

    def block(self, token: Token, level: int = 0) -> tuple[Inline, ...]:
        """Return the inline text of a paragraph, or of a heading of a level."""
        self._between(BETWEEN_BLOCKS)
        return self._inlines(token, Kind.HEADING if level else Kind.PARAGRAPH, level)

    def _lists(
        self, tokens: Iterator[Token]
    ) -> Iterator[tuple[int, tuple[tuple[Block, ...], ...]]]:
        """Yield the number and the items of each list: where numbers don't count on, one begins."""
        items: list[tuple[Block, ...]] = []
        start = before = 1
        for number, item in self._items(tokens):
            if items and number not in {0, before + 1}:
                yield start, tuple(items)
                items = []
            start, before = (start if items else number or 1), number
            if item:
                items.append(item)
        if items:
            yield start, tuple(items)

    def _items(self, tokens: Iterator[Token]) -> Iterator[tuple[int, tuple[Block, ...]]]:
        """Yield the number of each item of a list, 0 for a bullet, and its blocks."""
        is_first = True
        self._depth += 1
        for token in itertools.takewhile(lambda one: one.type == "list_item_open", tokens):
            self._between(BETWEEN_BLOCKS if is_first else BETWEEN_ROWS)
            is_first = False
            yield int(token.info or 0), tuple(self.blocks(tokens))
        self._depth -= 1

    def _table(self, tokens: Iterator[Token]) -> Table:
        """Return a table, and note where its rows are written."""
        written: list[Stretch] = []
        rows: list[list[Cell]] = []
        alignments: list[Alignment | None] = []
        for token in itertools.takewhile(lambda one: one.type != "table_close", tokens):
            match token.type:
                case "tr_open":
                    if rows:
                        self._between(BETWEEN_ROWS)
                    written.append(self._row(token))
                    rows.append([])
                    self._cell = 0
                case "th_open":
                    alignments.append(_alignment(token))
                case "inline":
                    if rows[-1]:
                        self._between(BETWEEN_CELLS)
                    rows[-1].append(self._inlines(token, Kind.CELL))
        self._cell = _NO_CELL
        are_told = set(alignments) != {None}
        head, *others = map(tuple, rows)
        table = Table(head, tuple(others), tuple(alignments) if are_told else ())
        self.tables.append(PlacedTable(table, tuple(written)))
        return table

    def _row(self, token: Token) -> Stretch:
        number = token.map[0] if token.map else 0
        line, start = self._lines[number], self._starts[number]
        first = start + len(line) - len(line.lstrip(" \t"))
        end = first + len(line.strip(" \t"))
        return Stretch(*(one - bisect_left(self._inserted, one) for one in (first, end)))

    def _between(self, sign: str) -> None:
        """Part what comes from what stands there; what was parted already is not parted more."""
        if self.plain and not self.plain[-1].endswith("\n"):
            self._add(sign, [self.origin[-1]] * len(sign))

    def _add(self, text: str, offsets: Iterable[int]) -> None:
        self.plain.append(text)
        self.origin.extend(offsets)

    def _note(self, one: PlacedToken, lines: InlineLines) -> None:
        """Note what a reader reads of a token, with the place of each sign."""
        match one.token.type:
            case "text" | "text_special":
                self._note_text(one.token.content, one.offsets, lines)
            case "softbreak":
                self._space(" ", lines.written(one.start))
            case "hardbreak":
                self._space(LINE_BREAK, lines.written(one.start))
            case "link_open" | "em_open":
                self._opened.append((len(self.origin), lines.written(one.start)))
            case "em_close":
                self.italics.append((self._opened.pop()[0], len(self.origin)))
            case "link_close":
                begin, start = self._opened.pop()
                if one.token.markup != "autolink":
                    target = lines.written(one.target[0]), lines.written(one.target[1])
                    whole = Stretch(start, lines.written(one.end))
                    self.links.append(self._link(begin, target, whole))
            case _:
                pass

    def _link(self, begin: int, target: tuple[int, int], written: Stretch) -> LinkSpan:
        before = self.markdown[max(written.start - 2, 0) : written.start]
        is_image = before.endswith("!") and before != "\\!"
        href = self.markdown[slice(*target)].strip("<>")
        return LinkSpan(begin, len(self.origin), href, target, written, is_image)

    def _note_text(self, text: str, offsets: Sequence[int], lines: InlineLines) -> None:
        if not text:
            return
        shift = lines.written(offsets[0]) - offsets[0]
        written: Sequence[int] = [offset + shift for offset in offsets]
        if clean(text) != text:
            text, written = _cleaned(text, written)
        if text.startswith(" ") and self._ends_in_space():
            text, written = text[1:], written[1:]
        if text:
            self._add(text, written)

    def _space(self, sign: str, offset: int) -> None:
        if not self._ends_in_space():
            self._add(sign, [offset])

    def _ends_in_space(self) -> bool:
        return not self.plain or self.plain[-1][-1] in f" \n{LINE_BREAK}"

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


def _alignment(token: Token) -> Alignment | None:
    """Return the alignment of the column that a cell of the head begins; None if none is told."""
    _, _, said = str(token.attrs.get("style", "")).partition(":")
    return Alignment(said) if said else None


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
