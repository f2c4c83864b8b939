"""Rows that follow each other without empty ones between them, and the headings of such blocks."""

from collections.abc import Iterator, Sequence
from itertools import groupby, pairwise
from typing import Final

from hearingkit.intake import cells
from hearingkit.intake.grid import GridRow

_FEWEST: Final = 2  # blocks with a heading, of which one alone may be chance
_LONGEST: Final = 6  # words of a heading

_Block = Sequence[GridRow]


def headings_of_blocks(rows: _Block) -> frozenset[int]:
    """Return the numbers of rows that are headings, as the empty rows around them show.

    Where some are set off by their looks, the others are none.

    Args:
        rows: The rows that hold text.
    """
    blocks = [*_blocks(rows)]
    is_set_off = any(row.looks_like_heading for row in rows)
    if is_set_off or len(blocks) < _FEWEST or any(map(_is_of_all, blocks)):
        return frozenset()
    return frozenset(_over_blocks(blocks)) or _first_in_blocks(blocks)


def _blocks(rows: _Block) -> Iterator[_Block]:
    block: list[GridRow] = []
    for row in rows:
        if block and row.number > block[-1].number + 1:
            yield block
            block = []
        block.append(row)
    if block:
        yield block


def _over_blocks(blocks: Sequence[_Block]) -> Iterator[int]:
    """Yield the numbers of rows that stand alone, each over a block of several.

    All blocks but the first must have such a row above them. Where three such rows follow each
    other, the second is a name.
    """
    are_alone = [len(block) == 1 and _is_one_line(block[0]) for block in blocks]
    below = [above for above, alone in pairwise(are_alone) if not alone]
    if sum(below) < _FEWEST or not all(below):
        return
    for is_alone, run in groupby(zip(are_alone, blocks, strict=True), lambda one: one[0]):
        numbers = [block[0].number for _, block in run] if is_alone else []
        ends_list = numbers[-1:] == [blocks[-1][0].number]
        if len(numbers) % 2 != ends_list:
            yield from numbers[::2]
        elif not ends_list:
            yield from numbers[-1:]


def _first_in_blocks(blocks: Sequence[_Block]) -> frozenset[int]:
    """Return the numbers of rows that begin blocks of several, where all but one of these have one.

    Such a row is of one cell and those below of more, or it is called as groups are.
    """
    several = [block for block in blocks if len(block) > 1]
    headed = [block for block in several if _may_begin(block[0])]
    alone = [block for block in headed if all(len(row.filled) > 1 for row in block[1:])]
    usual = [block for block in headed if cells.ends_as_group(_text(block[0]))]
    for begin in (alone, usual):
        if len(begin) >= max(_FEWEST, len(several) - 1):  # the first one may be a title
            return frozenset(block[0].number for block in begin)
    return frozenset()


def _may_begin(row: GridRow) -> bool:
    text = _text(row)
    return len(row.filled) == 1 and "@" not in text and len(text.split()) <= _LONGEST


def _is_of_all(block: _Block) -> bool:
    """Return whether a block is one recipient for a whole group, so that no heading is sure."""
    return len(block) == 1 and cells.is_collective(_text(block[0]))


def _is_one_line(row: GridRow) -> bool:
    return len(row.filled) == 1 and "\n" not in row.cells[row.filled[0]]


def _text(row: GridRow) -> str:
    return cells.cleaned(row.cells[row.filled[0]])
