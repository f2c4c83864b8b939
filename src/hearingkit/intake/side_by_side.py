"""Part a sheet where lists stand side by side: blocks with a head each, or columns of names."""

from collections.abc import Collection, Iterator, Sequence
from dataclasses import replace
from itertools import pairwise
from typing import Final

from hearingkit.intake.cells import CellWords, cleaned
from hearingkit.intake.columns import NAMES, columns_of_head, heads_alike, may_be_head
from hearingkit.intake.contents import has_groups_alone, has_names_alone
from hearingkit.intake.grid import Grid, GridRow

_FEWEST_NAMES: Final = 4
_MOST_BLOCKS: Final = 8  # beside each other
_LATEST_HEAD: Final = 20  # the row of a sheet


def parted(grid: Grid) -> tuple[Grid, ...]:
    """Return a grid for each list of one; all its cells stay where they are."""
    rows = [row for row in grid.rows if row.filled]
    if grid.columns or not any(len(row.filled) > 1 for row in rows):
        return (grid,)
    blocks = next(filter(None, map(_blocks, rows)), ()) or _blocks_apart(rows)
    if not blocks and _is_headed_at_left(grid, rows):
        return (replace(grid, rows=tuple(_names_apart(grid.rows))),)
    if blocks:
        return tuple(replace(grid, rows=tuple(_only(grid.rows, block))) for block in blocks)
    if _may_be_columns_of_names(grid, rows):
        blocks = _columns_of_names([row for row in rows if not _is_wide(row)])
    return tuple(_below_headings(grid, rows, blocks)) if len(blocks) > 1 else (grid,)


def _is_wide(row: GridRow) -> bool:
    return row.looks_like_heading and len(row.filled) == 1


def _below_headings(grid: Grid, rows: Sequence[GridRow], blocks: Sequence[range]) -> Iterator[Grid]:
    """Yield the columns of names below each heading that goes across them, one after the other."""
    starts = [place for place, row in enumerate(rows) if place and _is_wide(row)]
    for start, end in pairwise([0, *starts, len(rows)]):
        first = rows[start]
        heading = cleaned(first.cells[first.filled[0]]) if _is_wide(first) else ""
        for number, block in enumerate(blocks):
            below = rows[start:end] if number == 0 or not heading else rows[start + 1 : end]
            own = _only(below, block)
            yield replace(
                grid,
                rows=tuple(replace(row, heading=heading) for row in own) if number else tuple(own),
            )


def _blocks(row: GridRow) -> Sequence[range]:
    """Return the columns of each block where a head stands twice or more in a row."""
    starts = heads_alike(row)
    if not starts or not columns_of_head(row):
        return ()
    ends = (*starts[1:], 1_000_000)
    return [range(start, end) for start, end in zip((0, *starts[1:]), ends, strict=True)]


def _blocks_apart(rows: Sequence[GridRow]) -> Sequence[range]:
    """Return the columns of each block where empty columns part heads that each name somebody."""
    head = next(
        (row for row in rows[:_LATEST_HEAD] if len(row.filled) > 1 and may_be_head(row)), None
    )
    used = {column for row in rows for column in row.filled}
    gaps = [one for one in range(min(used), max(used)) if one not in used]
    if not head or not gaps:
        return ()
    starts = [0, *(gap + 1 for gap in gaps if gap + 1 in used)]
    if len(starts) > _MOST_BLOCKS:
        return ()
    blocks = [range(start, end) for start, end in pairwise([*starts, max(used) + 1])]
    heads = [columns_of_head(next(_only([head], block))) for block in blocks]
    are_naming = all(not NAMES.isdisjoint(one) and len(set(one) - {""}) > 1 for one in heads)
    return [*blocks[:-1], range(starts[-1], 1_000_000)] if are_naming else ()


def _may_be_columns_of_names(grid: Grid, rows: Sequence[GridRow]) -> bool:
    """Return whether a grid is a table of Word or a line, or has headings in its first row.

    In a sheet, a column beside the names mostly tells of them: their towns, their persons.
    """
    first = [cleaned(rows[0].cells[column]).rstrip(":").casefold() for column in rows[0].filled]
    is_headed = len(first) > 1 and CellWords.of_any().groups.issuperset(first)
    is_loose = grid.unit.startswith("table") or len(rows) == 1
    return (is_headed or is_loose) and not any(map(columns_of_head, rows))


def _is_headed_at_left(grid: Grid, rows: Sequence[GridRow]) -> bool:
    """Return whether a table of Word has a usual heading at the left of each row, names beside."""
    is_pair = all(row.filled == (0, 1) for row in rows)
    return (
        grid.unit.startswith("table") and is_pair and has_groups_alone([r.cells[0] for r in rows])
    )


def _names_apart(rows: Sequence[GridRow]) -> Iterator[GridRow]:
    """Yield a row for each line of the cell beside a heading."""
    for row in rows:
        for line in row.cells[1].splitlines() if row.filled else ():
            if line.strip():
                yield replace(row, cells=(row.cells[0], line, *row.cells[2:]))


def _columns_of_names(rows: Sequence[GridRow]) -> Sequence[range]:
    """Return each column where all hold names and none holds a name twice."""
    texts = [row.cells[column].strip().casefold() for row in rows for column in row.filled]
    if len(texts) < _FEWEST_NAMES or len(texts) != len(set(texts)):
        return ()
    columns = sorted({column for row in rows for column in row.filled})
    cells = [[row.cells[one] for row in rows if one in row.filled] for one in columns]
    return [range(one, one + 1) for one in columns] if has_names_alone(cells) else ()


def _only(rows: Sequence[GridRow], block: Collection[int]) -> Iterator[GridRow]:
    """Yield rows with the cells of a block alone."""
    for row in rows:
        cells = tuple(text if one in block else "" for one, text in enumerate(row.cells))
        yield replace(
            row,
            cells=cells,
            struck=row.struck & frozenset(block) if row.struck else row.struck,
            links=tuple(one for one in row.links if one[0] in block),
            comments=tuple(one for one in row.comments if one[0] in block),
        )
