"""Blocks as Word's paragraphs and tables, in the styles of the letterhead."""

import io
from collections.abc import Iterable, Iterator
from dataclasses import field, replace
from itertools import count, pairwise
from typing import assert_never

from docx.enum.text import WD_ALIGN_PARAGRAPH
from docx.oxml.shape import CT_Inline
from docx.oxml.table import CT_Tbl
from docx.oxml.text.paragraph import CT_P
from docx.oxml.xmlchemy import BaseOxmlElement
from docx.shared import Length, Mm, Pt, Twips
from docx.text.parfmt import ParagraphFormat

from hearingkit.documents.blocks import (
    Alignment,
    Block,
    Columns,
    Fields,
    Heading,
    Image,
    Inline,
    ItemList,
    LineBlock,
    LineBreak,
    Marker,
    Paragraph,
    Table,
    plain,
)
from hearingkit.frozen import frozen
from hearingkit.letterheads.styles import LOOKS_AS_TEXT
from hearingkit.writers import _docx_tables, _ooxml
from hearingkit.writers._arrangement import NamesInColumns, arranged
from hearingkit.writers._docx_inlines import Addresses, InlineWriter
from hearingkit.writers._docx_lists import ListInWord, Numbering
from hearingkit.writers._docx_look import PLAIN_LOOK, Look
from hearingkit.writers._docx_sections import NamesInWord
from hearingkit.writers._docx_styles import LIST_STYLES, Styles
from hearingkit.writers._widths import column_widths

_NAMES = "Names"
"""The style of names in columns; a letterhead without it has them as its text."""
# Between a list or a table and what follows: no style can say "after the last one".
_GAP = Pt(8)
AS_SLOT = ""
"""In place of a style's name: as the paragraph of the slot looks."""
LINES_AS_SLOT = "lines"
"""The same, without space between paragraphs."""
_TIGHT = {LINES_AS_SLOT, "Recipient", "Reference", "Attachment", *LOOKS_AS_TEXT}
_DEEPEST_HEADING = 4
_DEEPEST_LEVEL = 8
_COLUMNS_IN_A_ROW = 3
_PICTURE_MAX = (Mm(70), Mm(16))
_ALIGNMENTS = {
    Alignment.LEFT: None,
    Alignment.CENTER: WD_ALIGN_PARAGRAPH.CENTER,
    Alignment.RIGHT: WD_ALIGN_PARAGRAPH.RIGHT,
}
_FIRST_ROW = "0020"


@frozen
class WordPlace:
    """Where blocks are written.

    Attributes:
        width: Of a line, in twips.
        text: The name of the style of paragraphs.
        lines: Of lines that stay together, and of all that stands in columns.
        items: Of items with nothing before them, and of labelled values.
        indent: From the left margin, in twips.
        depth: How many lists it stands in.
        counted: The list that counts around it.
        has_labels: Whether each paragraph is a label of what follows.
    """

    width: int
    text: str = "Normal"
    lines: str = "Normal"
    items: str = "List"
    indent: int = 0
    depth: int = 0
    counted: ListInWord | None = None
    has_labels: bool = False

    def inside(self, style: str) -> "WordPlace":
        """Return the same place with one style for everything."""
        return replace(self, text=style, lines=style, items=style)

    def indented(self, indent: int, counted: ListInWord) -> "WordPlace":
        """Return the place of what an item of a list holds besides its first paragraph."""
        narrowed = self.width - indent + self.indent
        text = "List Continue"
        return replace(
            self,
            width=narrowed,
            text=text,
            lines=text,
            indent=indent,
            depth=self.depth + 1,
            counted=counted,
        )


@frozen
class BlockWriter:
    """Writes blocks into a part of the package.

    Attributes:
        addresses: Where the links of the part lead to.
        styles: What the letterhead offers.
        pictures: The numbers of the document's pictures, in every part.
        look: How the paragraph of the slot looks.
        link_style: The name of the style of links; none in a letterhead, where few are blue.
        names: Takes the names that stand in columns; None where the place can't be divided.
    """

    addresses: Addresses
    styles: Styles
    pictures: "count[int]" = field(default_factory=lambda: count(1))
    look: Look = PLAIN_LOOK
    link_style: str = "Hyperlink"
    names: list[NamesInWord] | None = None

    def arranged(self, blocks: tuple[Block, ...]) -> tuple[Block | NamesInColumns, ...]:
        """Return the blocks of a part of the text, long lists of names in columns."""
        return blocks if self.names is None else arranged(blocks)

    def write(
        self, blocks: Iterable[Block | NamesInColumns], place: WordPlace
    ) -> list[BaseOxmlElement]:
        """Return paragraphs and tables; no paragraph is empty."""
        written = [(block, list(self._write(block, place))) for block in blocks]
        shown = [(block, elements) for block, elements in written if elements]
        for (block, elements), (following, next_elements) in pairwise(shown):
            _join(block, elements[-1], following, next_elements[0])
            if place.has_labels and isinstance(block, Paragraph):
                ParagraphFormat(elements[-1]).keep_with_next = True
        return [element for _, elements in shown for element in elements]

    def _write(self, block: Block | NamesInColumns, place: WordPlace) -> Iterator[BaseOxmlElement]:
        match block:
            case NamesInColumns():
                yield from self._names(block, place)
            case Paragraph():
                yield from self._paragraph(block.inlines, place.text, place)
            case Heading():
                level = min(max(block.level, 1), _DEEPEST_HEADING)
                yield from self._paragraph(block.inlines, f"Heading {level}", place)
            case LineBlock():
                yield from self._lines(block, place)
            case Fields():
                yield from self._fields(block, place)
            case ItemList():
                yield from self._list(block, place)
            case Table():
                yield self._table(block, place)
            case Columns():
                yield from self._columns(block, place)
            case Image():
                yield self._picture(block, place)
            case _:
                assert_never(block)

    def _names(self, block: NamesInColumns, place: WordPlace) -> list[BaseOxmlElement]:
        inside = place if self.styles.id_of(_NAMES) is None else place.inside(_NAMES)
        made = self.write(block.blocks, inside)
        if made and self.names is not None:
            self.names.append(NamesInWord(block.columns, made[0], made[-1]))
        return made

    def _paragraph(
        self, inlines: tuple[Inline, ...], style: str, place: WordPlace
    ) -> Iterator[CT_P]:
        if _ooxml.carried(plain(inlines)).strip():
            id_ = self.styles.id_of(style)
            made = _ooxml.paragraph(id_, self._inlines(inlines))
            if id_ is None:
                self.look.dress(made, tight=style in _TIGHT)
            if place.indent:
                ParagraphFormat(made).left_indent = Twips(place.indent)
            yield made

    def _inlines(self, inlines: tuple[Inline, ...]) -> Iterator[BaseOxmlElement]:
        return InlineWriter(self.addresses, self.styles.id_of(self.link_style)).write(inlines)

    def _lines(self, block: LineBlock, place: WordPlace) -> Iterator[CT_P]:
        lines = [line for line in block.lines if plain(line)]
        inlines = tuple(inline for line in lines for inline in (LineBreak(), *line))[1:]
        for made in self._paragraph(inlines, place.lines, place):
            ParagraphFormat(made).keep_together = True
            _ooxml.keep_own_spacing(made)
            yield made

    def _fields(self, block: Fields, place: WordPlace) -> Iterator[CT_P]:
        made = [
            paragraph
            for shown in block.fields
            for paragraph in self._paragraph(shown.line, place.items, place)
        ]
        for paragraph in made[-1:]:
            _ooxml.keep_own_spacing(paragraph)
        yield from made

    def _list(self, block: ItemList, place: WordPlace) -> Iterator[BaseOxmlElement]:
        if block.marker is Marker.NONE:
            inside = replace(place, text=place.items)
            made = [element for item in block.items for element in self.write(item, inside)]
        else:
            made = self._marked(block, place)
        match made[-1:], place.depth:
            case [CT_P() as last], 0:
                _ooxml.keep_own_spacing(last)
                if block.marker is not Marker.NONE:
                    ParagraphFormat(last).space_after = _GAP
        yield from made

    def _marked(self, block: ItemList, place: WordPlace) -> list[BaseOxmlElement]:
        level = min(place.depth, _DEEPEST_LEVEL)
        kind = Numbering(block.marker, block.start)
        counted = self.styles.lists.inside(place.counted, level, kind)
        inside = place.indented(self.styles.lists.indent_of(block.marker, level), counted)
        made: list[BaseOxmlElement] = []
        for item in block.items:
            numbering = counted.count(level)
            elements = self.write(item, inside)
            first = elements[0] if elements and not isinstance(item[0], ItemList) else None
            if not isinstance(first, CT_P):
                first = _ooxml.paragraph(self.styles.id_of(LIST_STYLES[block.marker]))
                made.append(first)  # its mark stands alone above a list or a table
            elif isinstance(item[0], Paragraph | LineBlock):
                self._restyle(first, LIST_STYLES[block.marker])
            self._mark(first, numbering, level)
            made += elements
        return made

    def _restyle(self, made: CT_P, style: str) -> None:
        id_ = self.styles.id_of(style)
        if id_ is not None:
            made.style = id_

    def _mark(self, made: CT_P, numbering: int, level: int) -> None:
        """Make a paragraph the first of an item; the list says how far in it stands."""
        properties = made.get_or_add_pPr()
        if properties.ind is not None:
            properties.remove(properties.ind)
        _ooxml.number(made, numbering, level)

    def _table(self, block: Table, place: WordPlace) -> BaseOxmlElement:
        widths, aligned = column_widths(block, place.width), block.aligned()
        made = _docx_tables.table(self.styles.id_of("Table Grid"), widths, place.indent, _FIRST_ROW)
        for row in (block.head, *block.with_whole_figures().rows):
            style = "Table Heading" if row is block.head else "Table Contents"
            texts = [_ooxml.paragraph(self.styles.id_of(style), self._inlines(one)) for one in row]
            for text, alignment in zip(texts, aligned, strict=True):
                ParagraphFormat(text).alignment = _ALIGNMENTS[alignment]
            cells = map(_docx_tables.cell, widths, ([text] for text in texts))
            made.append(_docx_tables.row(cells, head=row is block.head))
        return made

    def _columns(self, block: Columns, place: WordPlace) -> Iterator[BaseOxmlElement]:
        """A single column needs no table; a line of the page holds three side by side."""
        place = place.inside(place.lines)
        columns = [column for column in block.columns if column]
        if len(columns) == 1:
            yield from self.write(columns[0], place)
        elif columns:
            yield self._side_by_side(columns, place)

    def _side_by_side(self, columns: list[tuple[Block, ...]], place: WordPlace) -> BaseOxmlElement:
        in_a_row = min(len(columns), _COLUMNS_IN_A_ROW)
        width = place.width // in_a_row
        inside = replace(place, width=width, indent=0)
        cells = [self._cell(one, inside) for one in columns]
        return _docx_tables.side_by_side(cells, [width] * in_a_row, place.indent, self.styles)

    def _cell(self, blocks: tuple[Block, ...], place: WordPlace) -> list[BaseOxmlElement]:
        return _docx_tables.separated(self.write(blocks, place), self.styles)

    def _picture(self, block: Image, place: WordPlace) -> CT_P:
        to, image = self.addresses.part.get_or_add_image(io.BytesIO(block.data))
        most = min(Twips(place.width), _PICTURE_MAX[0])
        scale = min(1, most / image.width, _PICTURE_MAX[1] / image.height)
        size = (Length(max(1, round(side * scale))) for side in (image.width, image.height))
        at = next(self.pictures)
        inline = CT_Inline.new_pic_inline(at, to, f"picture{at}", *size)
        inline.docPr.set("descr", _ooxml.carried(block.alt))
        for side in ("distT", "distB", "distL", "distR"):
            inline.set(side, "0")
        run = _ooxml.element("w:r", None, _ooxml.element("w:drawing", None, inline))
        return _ooxml.paragraph(self.styles.id_of(place.lines), [run])


def keep_together(elements: list[BaseOxmlElement]) -> None:
    """Keep paragraphs and tables on one page."""
    for at, element in enumerate(elements, start=1):
        rows = element.xpath("w:tr") if isinstance(element, CT_Tbl) else [element]
        for row_at, row in enumerate(rows, start=1):
            last = at == len(elements) and row_at == len(rows)
            for made in row.xpath("descendant-or-self::w:p"):
                ParagraphFormat(made).keep_together = True
                ParagraphFormat(made).keep_with_next = True if not last else None


def _join(
    block: Block | NamesInColumns,
    last: BaseOxmlElement,
    following: Block | NamesInColumns,
    first: BaseOxmlElement,
) -> None:
    """Keep "as follows:" with what follows, and a distance below a table."""
    if isinstance(block, Paragraph) and isinstance(following, ItemList | NamesInColumns | Table):
        ParagraphFormat(last).keep_with_next = True
    if isinstance(block, Paragraph) and isinstance(following, NamesInColumns):
        ParagraphFormat(last).space_after = Pt(0)  # in a section, no style has that of the next
    if isinstance(block, Table) and not isinstance(following, Heading) and isinstance(first, CT_P):
        ParagraphFormat(first).space_before = _GAP
