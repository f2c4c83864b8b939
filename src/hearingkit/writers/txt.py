"""Documents as plain text, for the body of a mail and for those who read no other format.

Emphasis is not marked; a link's address follows its text, unless the text shows it.
"""

from collections.abc import Iterable, Sequence
from typing import assert_never

from hearingkit.documents.addresses import with_addresses
from hearingkit.documents.blocks import (
    Alignment,
    Block,
    Columns,
    Document,
    Emphasis,
    Fields,
    Heading,
    Image,
    Inline,
    ItemList,
    LineBlock,
    LineBreak,
    Link,
    Marker,
    Paragraph,
    Plain,
    Strong,
    Table,
)
from hearingkit.documents.columns import columns
from hearingkit.patterns import late_pattern
from hearingkit.writers._text import apart, hung, page, with_pictures
from hearingkit.writers.dress import PLAIN, Dress

_WIDTH = 78
_NARROWEST = 20
_HANGING = "  "
# The share of the room beside a cell's text that goes before it.
_BEFORE = {Alignment.LEFT: 0, Alignment.CENTER: 0.5, Alignment.RIGHT: 1}
_GAP = "  "
# Stands for a space where a line must not end; no text holds a control character.
_KEPT_SPACE = "\0"
# A line that began with a dash would look like an item of a list.
_BREAK = late_pattern(" (?![-–—] )|(?<= [-–—]) ")


def write(document: Document, _dress: Dress = PLAIN) -> bytes:
    """Return the document as UTF-8 text in lines of at most 78 columns.

    Only a word, an address or a number that is longer by itself makes a longer line. Where a link
    leads stands behind it, once, as nothing else could tell.
    """
    title = _underlined(_wrapped(document.title, _WIDTH), "=")
    return page(with_addresses(document), title, _blocks).replace(_KEPT_SPACE.encode(), b" ")


def _blocks(blocks: Sequence[Block], width: int = _WIDTH) -> str:
    said = [_block(block, width) for block in blocks if not isinstance(block, Image)]
    return with_pictures(said, blocks, lambda alt: _wrapped(alt, width))


def _block(block: Block, width: int) -> str:  # noqa: PLR0911  # one for each kind
    match block:
        case Paragraph():
            return _wrapped(_flat(block.inlines), width)
        case Heading():
            heading = _wrapped(_flat(block.inlines), width)
            return _underlined(heading, "-") if block.level == 1 else heading
        case ItemList():
            return _item_list(block, width)
        case Table():
            return _table(block, width)
        case LineBlock():
            return _lines(map(_flat, block.lines), width)
        case Fields():
            return _lines((_flat(field.line) for field in block.fields), width)
        case Columns():
            return apart(_blocks(column, width) for column in block.columns)
        case Image():
            return _wrapped(block.alt, width)
        case _:
            assert_never(block)


def _underlined(heading: str, stroke: str) -> str:
    longest = max(columns(line) for line in heading.split("\n"))
    return f"{heading}\n{stroke * min(longest, _WIDTH)}".rstrip("\n")


def _lines(lines: Iterable[str], width: int) -> str:
    return "\n".join(_wrapped(line, width, _HANGING) for line in lines)


def _item_list(block: ItemList, width: int) -> str:
    """Return the items, one a line; with empty lines between them where one has several parts."""
    if block.marker is Marker.NONE:
        items = [text for item in block.items if (text := _plain_item(item, width))]
    else:
        marks = _marks(block)
        inner = max(width - len(marks[0]), _NARROWEST)
        texts = (_item(item, inner) for item in block.items)
        items = [hung(mark, text) for mark, text in zip(marks, texts, strict=True)]
    return ("\n\n" if any("\n\n" in item for item in items) else "\n").join(items)


def _marks(block: ItemList) -> list[str]:
    """Return what stands before each item, equally wide."""
    if block.marker is Marker.BULLET:
        return ["- "] * len(block.items)
    numbers = [str(number) for number in range(block.start, block.start + len(block.items))]
    longest = max(map(len, numbers))
    return [f"{number:>{longest}}. " for number in numbers]


def _plain_item(item: tuple[Block, ...], width: int) -> str:
    match item:
        case (Paragraph(inlines=inlines),):
            return _wrapped(_flat(inlines), width, _HANGING)
        case _:
            return _blocks(item, width)


def _item(item: tuple[Block, ...], width: int) -> str:
    """Return an item's blocks; a list in it follows its first paragraph closely."""
    match item:
        case (Paragraph() as first, ItemList() as inner):
            return f"{_block(first, width)}\n{_block(inner, width)}"
        case _:
            return _blocks(item, width)


def _table(table: Table, width: int) -> str:
    """Return aligned columns; where they are too wide, each row as lines of head and value."""
    head, *rows = ([_on_one_line(cell) for cell in row] for row in (table.head, *table.rows))
    widths = [max(map(columns, column)) for column in zip(head, *rows, strict=True)]
    if sum(widths) + len(_GAP) * (len(widths) - 1) <= width:
        rule = ["-" * wide for wide in widths]
        aligned = table.aligned()
        shown = (_row(row, widths, aligned) for row in (head, rule, *rows))
        return "\n".join(filter(None, shown))
    return apart(
        _lines((f"{label}: {cell}".strip() for label, cell in zip(head, row, strict=True)), width)
        for row in rows or [[""] * len(head)]
    )


def _row(cells: Sequence[str], widths: Sequence[int], aligned: Sequence[Alignment]) -> str:
    padded = (
        _padded(cell, width - columns(cell), alignment)
        for cell, width, alignment in zip(cells, widths, aligned, strict=True)
    )
    return _GAP.join(padded).rstrip(" ")


def _padded(cell: str, spare: int, alignment: Alignment) -> str:
    before = int(spare * _BEFORE[alignment])
    return " " * before + cell + " " * (spare - before)


def _on_one_line(inlines: Iterable[Inline]) -> str:
    return _flat(inlines).replace("\n", " ")


def _flat(inlines: Iterable[Inline]) -> str:
    """Return the text, with a line end for a line break and kept spaces where text is unbroken."""
    return "".join(_flat_one(inline) for inline in inlines)


def _flat_one(inline: Inline) -> str:
    match inline:
        case Plain(unbroken=True):
            return inline.text.replace(" ", _KEPT_SPACE)
        case Plain():
            return inline.text
        case LineBreak():
            return "\n"
        case Strong() | Emphasis():
            return _flat(inline.children)
        case Link():
            return _flat((*inline.children, *inline.printed))
        case _:
            assert_never(inline)


def _wrapped(text: str, width: int, hanging: str = "") -> str:
    """Return text in lines of at most a width; words stay whole, at hyphens too."""
    lines: list[str] = []
    for line in text.split("\n"):
        first, *words = _BREAK.split(line.strip(" "))
        lines.append(first)
        for word in words:
            if columns(lines[-1]) + 1 + columns(word) <= width:
                lines[-1] += f" {word}"
            else:
                lines.append(f"{hanging}{word}")
    return "\n".join(lines)
