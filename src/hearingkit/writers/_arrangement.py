"""What stands beside what on paper, alike in every format that has paper."""

from collections.abc import Iterable, Iterator, Sequence
from itertools import groupby, zip_longest

from hearingkit.documents.blocks import (
    Block,
    Cell,
    Columns,
    Document,
    Field,
    Fields,
    Heading,
    ItemList,
    LineBlock,
    LineBreak,
    Marker,
    Paragraph,
    Plain,
    plain,
)
from hearingkit.documents.many_names import columns_for
from hearingkit.frozen import frozen
from hearingkit.language.phrasebook import Phrases
from hearingkit.writers._widths import shared

RECIPIENT_SHARE = 0.55
"""What the recipient takes of a line beside the references: an address of 85 mm on A4."""
_MOST_IN_A_ROW = 4
_MOST_CONTACT_LINES = 5
_LONGEST_LABEL = 80  # about a line; what is longer introduces all that follows
_SMALL_LETTER_WIDTH = 84  # twips
_BETWEEN_LINES = (Plain(" · "), Plain(", "))


@frozen
class NamesInColumns:
    """Names and the labels above them, in columns that are read one after the other.

    Attributes:
        columns: How many; at least two.
        blocks: What stands in them.
        longest: How many letters the longest name or label has.
    """

    columns: int
    blocks: tuple[Block, ...]
    longest: int


def arranged(blocks: Sequence[Block]) -> tuple[Block | NamesInColumns, ...]:
    """Return blocks, with many names in columns: one below the other they would fill pages."""
    found: list[Block | NamesInColumns] = []
    for belongs, group in groupby(zip(blocks, _are_names(blocks), strict=True), lambda one: one[1]):
        some = [block for block, _ in group]
        found += _in_columns(some) if belongs else some
    return tuple(found)


def references_beside(document: Document) -> bool:
    """Return whether case numbers and dates stand beside a short recipient, as in Denmark."""
    parts = document.recipient and document.references
    is_short = not any(isinstance(one, NamesInColumns) for one in arranged(document.recipient))
    is_column = Phrases.of(document.language).references_as == "column"
    return bool(parts) and is_column and is_short


def letterhead(document: Document) -> tuple[tuple[Block, ...], tuple[Cell, ...]]:
    """Return what stands at the head of the first page, and the contact lines for its foot.

    Contact lines are the last lines of a sender that has others above. Where each has a column of
    its own, the sign between two numbers, or two lines of an address, becomes the end of a line.
    """
    *head, last = document.sender or (Paragraph(()),)
    is_contact = isinstance(last, LineBlock) and any(isinstance(one, LineBlock) for one in head)
    if not isinstance(last, LineBlock) or not is_contact or len(last.lines) > _MOST_CONTACT_LINES:
        return document.sender, ()
    return tuple(head), tuple(_below_one_another(line) for line in last.lines)


def _below_one_another(line: Cell) -> Cell:
    return tuple(LineBreak() if one in _BETWEEN_LINES else one for one in line)


def contact_widths(contact: Sequence[Cell], width: int) -> list[int]:
    """Share out a width among contact lines, so that as few as may be are broken."""
    pieces = [[*_lines(one)] for one in contact]
    return shared([*zip_longest(*pieces, fillvalue=())], width, _SMALL_LETTER_WIDTH)


def _lines(cell: Cell) -> Iterator[Cell]:
    for is_break, line in groupby(cell, lambda one: isinstance(one, LineBreak)):
        if not is_break:
            yield (Plain(plain(tuple(line)), unbroken=True),)


def signs_for(block: Block, following: Block | None) -> bool:
    """Return whether it names the body for whom others sign below: no pen goes above it."""
    return isinstance(block, LineBlock) and isinstance(following, LineBlock | Columns)


def rows(fields: Fields) -> tuple[tuple[Cell, ...], ...]:
    """Return labelled values as they stand side by side, each below its label, a few in a row."""
    cells = [_below_label(one) for one in fields.fields]
    starts = range(0, len(cells), _MOST_IN_A_ROW)
    return tuple(tuple(cells[at : at + _MOST_IN_A_ROW]) for at in starts)


def _below_label(field: Field) -> Cell:
    value = (LineBreak(), *field.value) if plain(field.value) else ()
    return (Plain(field.label, unbroken=True), *value)


def _are_names(blocks: Sequence[Block]) -> list[bool]:
    """Return of each block whether it is a list of names, or a label above one."""
    found: list[bool] = []
    for block in reversed(blocks):
        is_label = isinstance(block, Paragraph | Heading) and bool(found) and found[-1]
        found.append(is_label or _is_list_of_names(block))
    return found[::-1]


def _is_list_of_names(block: Block) -> bool:
    """A name is one line of text."""
    return (
        isinstance(block, ItemList)
        and block.marker is Marker.NONE
        and all(len(item) == 1 and isinstance(item[0], Paragraph) for item in block.items)
    )


def _in_columns(blocks: list[Block]) -> Iterator[Block | NamesInColumns]:
    """A label of all names stands above the columns, that of some of them in a column."""
    lists = [at for at, one in enumerate(blocks) if isinstance(one, ItemList)]
    above = [len(text) for text in _texts(blocks[: lists[0]])]
    is_labelled = len(lists) > 1 and bool(above) and above[-1] <= _LONGEST_LABEL
    start = lists[0] - is_labelled
    lengths = [len(text) for text in _texts(blocks[start:])]
    columns = columns_for(lengths)
    if columns == 1:
        yield from blocks
    else:
        yield from blocks[:start]
        yield NamesInColumns(columns, tuple(blocks[start:]), max(lengths))


def _texts(blocks: Iterable[Block]) -> Iterator[str]:
    for block in blocks:
        match block:
            case Paragraph() | Heading():
                yield plain(block.inlines)
            case ItemList():
                yield from (text for item in block.items for text in _texts(item))
