"""Read the sheets of a workbook (.xlsx), row by row."""

import datetime as dt
import io
from collections.abc import Iterable, Iterator, Mapping
from typing import Any, Final

from hearingkit.intake.grid import MOST_ROWS, Continued, Grid, GridRow, Number, bounded
from hearingkit.intake.sheet_marks import CellPlace, SheetMarks, marks_of
from hearingkit.lists.columns import PROVENANCE
from hearingkit.patterns import late_pattern

_ZEROS: Final = late_pattern(r"0+")


def read(data: bytes) -> tuple[Grid, ...]:
    """Return the rows of each sheet; of a formula, the result that was saved.

    openpyxl reads row by row, so that a cell far away costs nothing; python-calamine is ten times
    as fast, but ends the whole program there, and doesn't tell the number format ``00000000``.
    """
    import openpyxl

    book = openpyxl.load_workbook(
        io.BytesIO(data), read_only=True, data_only=True, keep_links=False
    )
    strikes = any(font.strike for font in book._fonts)  # noqa: SLF001 (to ask no cell in vain)
    sheets = (sheet for sheet in book.worksheets if sheet.title != PROVENANCE)
    return tuple(_grid(sheet, strikes=strikes) for sheet in sheets)


def _grid(sheet: Any, *, strikes: bool) -> Grid:  # noqa: ANN401 (openpyxl has no types)
    marks = marks_of(sheet)
    sheet.reset_dimensions()  # what a file says of its own size may be wrong
    rows = _rows(sheet.iter_rows(), marks, strikes=strikes)
    filled = (row for row in bounded(rows, MOST_ROWS) if row.filled)
    return Grid(tuple(filled), sheet.title, is_hidden=sheet.sheet_state != "visible")


def _rows(rows: Iterable[Iterable[Any]], marks: SheetMarks, *, strikes: bool) -> Iterator[GridRow]:
    above: dict[CellPlace, str] = {}
    starts = frozenset(marks.continued.values())
    beside = {row for row, _ in (*marks.links, *marks.comments)}
    for number, row in enumerate(rows, start=1):
        cells = list(row)
        if not cells and number <= MOST_ROWS:  # between rows far apart
            continue
        texts = [_text(cell) for cell in cells]
        for column in range(len(texts)):
            start = marks.continued.get((number, column + 1))
            if start:
                texts[column] = Continued(above.get(start, ""))
            elif (number, column + 1) in starts:
                above[number, column + 1] = texts[column]
        links = _beside(marks.links, number, texts) if number in beside else ()
        for column, mailbox in links:
            texts[column] = texts[column] or mailbox
        yield GridRow(
            number,
            tuple(texts),
            number in marks.wide or _is_bold(cells, texts),
            struck=_struck(cells, texts) if strikes else frozenset(),
            links=links,
            comments=_beside(marks.comments, number, texts) if number in beside else (),
            is_hidden=number in marks.hidden,
        )


def _beside(
    found: Mapping[CellPlace, str], number: int, texts: list[str]
) -> tuple[tuple[int, str], ...]:
    """Return the columns of a row, counted from 0, of which its marks say something."""
    columns = ((column, found.get((number, column + 1))) for column in range(len(texts)))
    return tuple((column, text) for column, text in columns if text)


def _struck(cells: list[Any], texts: list[str]) -> frozenset[int]:
    """Return the columns of cells whose text is struck through."""
    return frozenset(
        column
        for column, (cell, text) in enumerate(zip(cells, texts, strict=True))
        if text and cell.font and cell.font.strike
    )


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
