"""Read the sheets of a workbook (.xlsx), row by row."""

import datetime as dt
import io
import re
from collections.abc import Iterable, Iterator, Mapping
from typing import Any, Final

from hearingkit.intake.grid import MOST_ROWS, Continued, Grid, GridRow, Number, bounded
from hearingkit.lists.columns import PROVENANCE
from hearingkit.patterns import late_pattern

_MERGED: Final = re.compile(rb'<(?:\w+:)?mergeCell\b[^>]*\bref="([A-Z]+\d+:[A-Z]+\d+)"')
_ZEROS: Final = late_pattern(r"0+")
_MOST_MERGED: Final = 100_000  # cells

_Cell = tuple[int, int]


def read(data: bytes) -> tuple[Grid, ...]:
    """Return the rows of each sheet; of a formula, the result that was saved.

    openpyxl reads row by row, so that a cell far away costs nothing; python-calamine is ten times
    as fast, but ends the whole program there, and doesn't tell the number format ``00000000``.
    """
    import openpyxl

    book = openpyxl.load_workbook(
        io.BytesIO(data), read_only=True, data_only=True, keep_links=False
    )
    return tuple(_grid(sheet) for sheet in book.worksheets if sheet.title != PROVENANCE)


def _grid(sheet: Any) -> Grid:  # noqa: ANN401 (openpyxl has no types)
    continued, wide = _merged(sheet)
    sheet.reset_dimensions()  # what a file says of its own size may be wrong
    rows = (
        row for row in bounded(_rows(sheet.iter_rows(), continued, wide), MOST_ROWS) if row.filled
    )
    return Grid(tuple(rows), sheet.title, is_hidden=sheet.sheet_state != "visible")


def _rows(
    rows: Iterable[Iterable[Any]], continued: Mapping[_Cell, _Cell], wide: frozenset[int]
) -> Iterator[GridRow]:
    above: dict[_Cell, str] = {}
    starts = frozenset(continued.values())
    for number, row in enumerate(rows, start=1):
        cells = list(row)
        if not cells and number <= MOST_ROWS:  # between rows far apart
            continue
        texts = [_text(cell) for cell in cells]
        for column in range(len(texts)):
            start = continued.get((number, column + 1))
            if start:
                texts[column] = Continued(above.get(start, ""))
            elif (number, column + 1) in starts:
                above[number, column + 1] = texts[column]
        yield GridRow(number, tuple(texts), number in wide or _is_bold(cells, texts))


def _text(cell: Any) -> str:  # noqa: ANN401 (openpyxl has no types)
    match cell.value:
        case None:
            return ""
        case bool() as value:
            return str(value).lower()
        case int() | float() as value:
            return _number(value, cell.number_format)
        case dt.datetime() as value if value.time() == dt.time():
            return value.date().isoformat()
        case value:
            return str(value)


def _number(value: float, number_format: str) -> str:
    """Return a number as it is shown where the format adds zeros, and without an exponent."""
    whole = value == int(value) if abs(value) < 1e300 else False
    text = str(int(value)) if whole else str(value)
    if whole and _ZEROS.fullmatch(number_format):
        return text.zfill(len(number_format))
    return Number(text)


def _is_bold(cells: list[Any], texts: list[str]) -> bool:
    filled = [cell for cell, text in zip(cells, texts, strict=True) if text]
    return len(filled) == 1 and bool(filled[0].font and filled[0].font.b)


def _merged(sheet: Any) -> tuple[dict[_Cell, _Cell], frozenset[int]]:  # noqa: ANN401 (openpyxl has no types)
    """Return cells that are merged with one above, by place, and rows of one merged cell."""
    from openpyxl.utils import range_boundaries

    continued: dict[_Cell, _Cell] = {}
    wide: set[int] = set()
    with sheet._get_source() as source:  # noqa: SLF001 (read by rows, a sheet doesn't tell them)
        refs = _MERGED.findall(source.read())
    for ref in refs:
        left, top, right, bottom = range_boundaries(ref.decode())
        if bottom == top and right > left:
            wide.add(top)
        if left == right and len(continued) < _MOST_MERGED:
            rows = range(top + 1, min(bottom, top + _MOST_MERGED) + 1)
            continued.update(((row, left), (top, left)) for row in rows)
    return continued, frozenset(wide)
