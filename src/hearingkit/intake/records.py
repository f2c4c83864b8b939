"""Recipients whose fields stand below each other, each with its label: ``Navn: Rådet``."""

from collections.abc import Iterator, Sequence
from dataclasses import replace
from typing import Final

from hearingkit.intake.columns import NAMES, exact_meaning
from hearingkit.intake.grid import Grid, GridRow

_FEWEST: Final = 3  # lines with a label


def by_record(grid: Grid) -> Grid:
    """Return a grid with a row for each recipient, where all lines of one have labels."""
    rows = [row for row in grid.rows if row.filled]
    if grid.columns or not rows or not _label_of(rows[0]):
        return grid
    lines = [line for row in rows for line in _lines(row)]
    if len(lines) < _FEWEST or not all(meaning for _, meaning, _ in lines):
        return grid
    first = lines[0][1]
    if first not in NAMES or len({meaning for _, meaning, _ in lines}) < 2:
        return grid
    columns = tuple(dict.fromkeys(meaning for _, meaning, _ in lines))
    return replace(grid, rows=tuple(_records(lines, columns, first)), columns=columns)


def _label_of(row: GridRow) -> str:
    return next(_lines(row))[1]


def _lines(row: GridRow) -> Iterator[tuple[int, str, str]]:
    """Yield number, meaning and text of each line of a row; no meaning where it has no label."""
    texts = [row.cells[column] for column in row.filled]
    if len(texts) == 2:
        texts = [f"{texts[0].rstrip(' :')}: {texts[1]}"]
    for line in texts[0].splitlines() if len(texts) == 1 else texts:
        label, colon, text = map(str.strip, line.partition(":"))
        yield row.number, exact_meaning(label) if colon and text else "", text


def _records(
    lines: Sequence[tuple[int, str, str]], columns: tuple[str, ...], first: str
) -> Iterator[GridRow]:
    start, record = 0, dict[str, str]()
    for number, meaning, text in lines:
        if meaning == first and record:
            yield GridRow(start, tuple(record.get(one, "") for one in columns))
            record = {}
        start = start if record else number
        record[meaning] = "; ".join(filter(None, (record.get(meaning), text)))
    yield GridRow(start, tuple(record.get(one, "") for one in columns))
