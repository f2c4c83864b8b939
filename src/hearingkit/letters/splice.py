"""Texts of the data into a letter: blocks that were read before take the place of signs.

Characters that nobody sees are left out here: a soft hyphen that comes along with text of a web
page, a space without width. Rules still find them in addresses.
"""

import dataclasses
from collections.abc import Callable, Iterable, Iterator, Mapping
from typing import Final

from hearingkit.documents.blocks import (
    Block,
    Emphasis,
    Heading,
    Inline,
    ItemList,
    LineBreak,
    Link,
    Paragraph,
    Plain,
    Strong,
    Table,
)
from hearingkit.documents.inlines import normal
from hearingkit.language.hard_spaces import YEARS, bound
from hearingkit.patterns import late_pattern
from hearingkit.values.signs import BODY_SIGN, FORMULA_SIGNS

Pieces = Mapping[str, tuple[Block, ...]]
"""What takes the place of each sign."""

_TURNING: Final = "\u061c\u200e\u200f\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069"
_SEEN_ONLY: Final = str.maketrans("", "", f"\u00ad\u200b\u2060\ufeff{_TURNING}")
_SIGN: Final = late_pattern(f"([{''.join((BODY_SIGN, *FORMULA_SIGNS.values()))}])")


def spliced(blocks: Iterable[Block], pieces: Pieces) -> tuple[Block, ...]:
    """Return blocks with pieces in place of their signs.

    The first paragraph of a piece goes on with the line that its sign stands in, and the line goes
    on with the last one, as they would in Markdown. A sign without a piece leaves nothing.
    """
    return tuple(done for block in blocks for done in _spliced(block, pieces))


def inlines_of(blocks: Iterable[Block]) -> tuple[Inline, ...]:
    """Return the text of paragraphs, headings, lists and tables on one line."""
    line: list[Inline] = []
    for block in blocks:
        line += [LineBreak(), *_inlines_of(block)]
    return normal(line)


def _inlines_of(block: Block) -> tuple[Inline, ...]:
    match block:
        case Paragraph() | Heading():
            return block.inlines
        case ItemList():
            return inlines_of(one for item in block.items for one in item)
        case Table():
            rows = (cell for row in (block.head, *block.rows) for cell in row)
            return inlines_of(Paragraph(cell) for cell in rows)
        case _:
            return ()  # nothing else is made of Markdown


def _spliced(block: Block, pieces: Pieces) -> Iterator[Block]:
    match block:
        case Paragraph():
            yield from _opened(block.inlines, Paragraph, pieces)
        case Heading():
            level = block.level
            yield from _opened(block.inlines, lambda inlines: Heading(level, inlines), pieces)
        case ItemList():
            items = tuple(filter(None, (spliced(item, pieces) for item in block.items)))
            if items:
                yield dataclasses.replace(block, items=items)
        case Table():
            head, *rows = (
                tuple(normal(_filled(cell, pieces)) for cell in row)
                for row in (block.head, *block.rows)
            )
            yield dataclasses.replace(block, head=head, rows=tuple(rows))
        case _:
            yield block


def _opened(
    inlines: Iterable[Inline], make: Callable[[tuple[Inline, ...]], Block], pieces: Pieces
) -> Iterator[Block]:
    """Yield the blocks that a line becomes; what follows its first block is a paragraph."""
    line: list[Inline] = []

    def ended() -> Iterator[Block]:
        nonlocal make
        if whole := normal(line):
            yield make(whole)
            make = Paragraph
        line.clear()

    for one in _parted(inlines):
        if not isinstance(one, str):
            line += _filled((one,), pieces)
            continue
        for number, block in enumerate(pieces.get(one, ())):
            if number or not isinstance(block, Paragraph):
                yield from ended()
            if isinstance(block, Paragraph):
                line += block.inlines
            else:
                yield block
    yield from ended()


def _parted(inlines: Iterable[Inline]) -> Iterator[Inline | str]:
    """Yield inline text and, between it, the signs that don't stand in bold text or a link."""
    for inline in inlines:
        if not isinstance(inline, Plain):
            yield inline
            continue
        for part in filter(None, _SIGN.split(inline.text.translate(_SEEN_ONLY))):
            if _SIGN.fullmatch(part):
                yield part
            else:
                yield from _bound(dataclasses.replace(inline, text=part))


def _bound(inline: Plain) -> Iterator[Plain]:
    """Yield text whose numbers stay on one line with what they belong to."""
    if inline.unbroken:
        yield inline
        return
    for number, part in enumerate(YEARS.split(bound(inline.text))):
        if part:
            yield Plain(part, unbroken=number % 2 == 1)


def _filled(inlines: Iterable[Inline], pieces: Pieces) -> Iterator[Inline]:
    """Yield inline text with the text of pieces in place of their signs."""
    for one in _parted(inlines):
        match one:
            case str():
                yield from inlines_of(pieces.get(one, ()))
            case Strong() | Emphasis() | Link():
                yield dataclasses.replace(one, children=tuple(_filled(one.children, pieces)))
            case _:
                yield one
