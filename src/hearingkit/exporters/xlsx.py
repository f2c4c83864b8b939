"""Write a mailing list as a workbook, in which every cell is text.

So a spreadsheet runs none of them as a formula, and takes none for a number: leading zeros and
``+45`` stay.
"""

import datetime as dt
import io
from typing import TYPE_CHECKING, Any, Final

from hearingkit import __version__
from hearingkit.documents.columns import columns, widest
from hearingkit.documents.inlines import is_writable
from hearingkit.exporters import ExportOptions
from hearingkit.lists.columns import PROVENANCE, cells_of
from hearingkit.lists.table import RecipientTable

if TYPE_CHECKING:
    from xlsxwriter import Workbook
    from xlsxwriter.worksheet import Worksheet

_SHEET: Final = "Recipients"
_EARLIEST: Final = dt.date(1980, 1, 1)  # of a zip
_LONGEST_CELL: Final = 32_767  # characters that Excel reads
_WIDEST: Final = 60  # characters of a column before a reader has to scroll
_ROOM: Final = 2  # characters for the arrow of the filter
_LOOKS: Final = {"num_format": "@", "valign": "top"}  # what is typed there later is text too


def export(table: RecipientTable, options: ExportOptions) -> bytes:
    """Return a workbook of the recipients, and of where they come from.

    The head row stays in sight and has filters; a line parts the groups.

    Source:
        ECMA-376-1 18.8.30: the number format ``@`` is text.
    """
    from xlsxwriter import Workbook

    data = io.BytesIO()
    with Workbook(data, {"in_memory": True}) as book:
        dated = dt.datetime.combine(table.dated or _EARLIEST, dt.time())
        book.set_properties({"title": _carried(table.hearing), "created": dated})
        _write_recipients(book, table, options)
        _write_provenance(book, table)
    return data.getvalue()


def _write_recipients(book: "Workbook", table: RecipientTable, options: ExportOptions) -> None:
    sheet = book.add_worksheet(_SHEET)
    plain, first = book.add_format(_LOOKS), book.add_format({**_LOOKS, "top": 1})
    cells = [_carried_all(cells_of(name, table.rows)) for name in options.columns]
    above = table.rows[0].headings if table.rows else ()
    for number, (row, *texts) in enumerate(zip(table.rows, *cells, strict=True), start=1):
        looks = plain if row.headings == above else first
        above = row.headings
        for column, text in enumerate(texts):
            if text or looks is first:  # an empty cell looks as its column does
                sheet.write_string(number, column, text, looks)
    for column, (name, texts) in enumerate(zip(options.columns, cells, strict=True)):
        width = max(widest(texts), columns(name) + _ROOM)
        sheet.set_column(column, column, min(width, _WIDEST), plain)
    _write_head(book, sheet, options.columns, len(table.rows))


def _write_head(book: "Workbook", sheet: "Worksheet", names: tuple[str, ...], rows: int) -> None:
    _write_row(sheet, 0, list(names), book.add_format({**_LOOKS, "bold": True, "bottom": 1}))
    sheet.freeze_panes(1, 0)
    sheet.repeat_rows(0)
    sheet.set_landscape()
    sheet.set_paper(9)  # A4
    sheet.fit_to_pages(1, 0)
    sheet.autofilter(0, 0, rows, len(names) - 1)
    # Without this, Excel marks each number that is text as a mistake.
    sheet.ignore_errors({"number_stored_as_text": "A1:XFD1048576"})


def _write_provenance(book: "Workbook", table: RecipientTable) -> None:
    sheet = book.add_worksheet(PROVENANCE)
    facts = {
        "hearing": _carried(table.hearing),
        "file": _carried(table.source),
        "date": f"{table.dated:%Y-%m-%d}" if table.dated else "",
        "recipients": str(len(table.rows)),
        "made by": f"hearingkit {__version__}",
    }
    looks = book.add_format(_LOOKS)
    for number, (name, fact) in enumerate(facts.items()):
        _write_row(sheet, number, [name, fact], looks)
    sheet.set_column(0, 0, max(map(len, facts)) + _ROOM, looks)
    sheet.set_column(1, 1, _WIDEST, looks)


def _write_row(sheet: "Worksheet", number: int, texts: list[str], looks: Any) -> None:  # noqa: ANN401 (untyped in XlsxWriter)
    for column, text in enumerate(texts):
        sheet.write_string(number, column, text, looks)


def _carried_all(texts: list[str]) -> list[str]:
    is_plain = "".join(texts).isprintable() and max(map(len, texts), default=0) <= _LONGEST_CELL
    return texts if is_plain else [*map(_carried, texts)]


def _carried(text: str) -> str:
    """Return what a cell can hold of a text, on one line."""
    line = " ".join(text.splitlines())
    return (line if line.isprintable() else "".join(filter(is_writable, line)))[:_LONGEST_CELL]
