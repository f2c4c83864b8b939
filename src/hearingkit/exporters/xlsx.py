"""Write a mailing list as a workbook, in which every cell is text.

So a spreadsheet runs none of them as a formula, and takes none for a number: leading zeros and
``+45`` stay.
"""

import datetime as dt
import io
from typing import TYPE_CHECKING, Any, Final

from hearingkit.exporters import ExportOptions
from hearingkit.exporters.workbook import (
    ROOM,
    SHEET,
    WIDEST,
    begin_groups,
    carried,
    cells_by_column,
    provenance,
    width,
)
from hearingkit.lists.columns import PROVENANCE
from hearingkit.lists.table import RecipientTable

if TYPE_CHECKING:
    from xlsxwriter import Workbook
    from xlsxwriter.worksheet import Worksheet

_EARLIEST: Final = dt.date(1980, 1, 1)  # of a zip
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
        book.set_properties({"title": carried(table.hearing), "created": dated})
        _write_recipients(book, table, options)
        _write_provenance(book, table)
    return data.getvalue()


def _write_recipients(book: "Workbook", table: RecipientTable, options: ExportOptions) -> None:
    sheet = book.add_worksheet(SHEET)
    _print_on_whole_pages(sheet)
    plain, first = book.add_format(_LOOKS), book.add_format({**_LOOKS, "top": 1})
    cells = cells_by_column(options.columns, table)
    rows = zip(begin_groups(table), *cells, strict=True)
    for number, (begins_group, *texts) in enumerate(rows, start=1):
        looks = first if begins_group else plain
        for column, text in enumerate(texts):
            if text or looks is first:  # an empty cell looks as its column does
                sheet.write_string(number, column, text, looks)
    for column, (name, texts) in enumerate(zip(options.columns, cells, strict=True)):
        sheet.set_column(column, column, width(name, texts), plain)
    _write_head(book, sheet, options.columns, len(table.rows))


def _write_head(book: "Workbook", sheet: "Worksheet", names: tuple[str, ...], rows: int) -> None:
    _write_row(sheet, 0, list(names), book.add_format({**_LOOKS, "bold": True, "bottom": 1}))
    sheet.freeze_panes(1, 0)
    sheet.repeat_rows(0)
    sheet.autofilter(0, 0, rows, len(names) - 1)
    # Without this, Excel marks each number that is text as a mistake.
    sheet.ignore_errors({"number_stored_as_text": "A1:XFD1048576"})


def _print_on_whole_pages(sheet: "Worksheet") -> None:
    sheet.set_landscape()
    sheet.set_paper(9)  # A4
    sheet.fit_to_pages(1, 0)


def _write_provenance(book: "Workbook", table: RecipientTable) -> None:
    sheet = book.add_worksheet(PROVENANCE)
    _print_on_whole_pages(sheet)
    facts = provenance(table)
    looks = book.add_format(_LOOKS)
    for number, (name, fact) in enumerate(facts.items()):
        _write_row(sheet, number, [name, fact], looks)
    sheet.set_column(0, 0, max(map(len, facts)) + ROOM, looks)
    sheet.set_column(1, 1, WIDEST, looks)


def _write_row(sheet: "Worksheet", number: int, texts: list[str], looks: Any) -> None:  # noqa: ANN401 (untyped in XlsxWriter)
    for column, text in enumerate(texts):
        sheet.write_string(number, column, text, looks)
