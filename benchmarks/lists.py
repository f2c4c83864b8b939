"""Measure exports of 100,000 recipients beside the libraries that write the same formats.

The libraries get rows of texts that are made before: `csv.writer` writes them as ours do, and
XlsxWriter writes each cell that is not empty as text in one format, and what a sheet has with us
too: a head row that stays in sight, filters, and columns as wide as their texts, by its own
`autofit`; but no lines between groups. What counts is processor time, in turn and round after
round: medians, and their ratio to the library's.

Usage: python benchmarks/lists.py [rounds] [recipients]
"""

import csv
import gc
import io
import statistics
import sys
import time
from collections.abc import Callable

from xlsxwriter import Workbook

from hearingkit.exporters import ExportFormat, ExportOptions, exporter_for
from hearingkit.lists.columns import COLUMNS, cell_of
from hearingkit.lists.table import RecipientRow, RecipientTable

Rows = list[list[str]]


def table(recipients: int) -> RecipientTable:
    """Return a list such as a ministry keeps: names, mailboxes, some numbers and addresses."""
    return RecipientTable("hoyring", tuple(map(_row, range(recipients))))


def _row(number: int) -> RecipientRow:
    return RecipientRow(
        name=f"Prøve kommune avdeling {number}",
        headings=("Kommunar",),
        attention="" if number % 3 else "Postmottaket",
        emails=(f"post{number}@kommune{number % 356}.example",),
        phone="+47 55 00 00 00" if number % 2 else "",
        address=("Postboks 1", f"{5000 + number % 1000} Bergen"),
        org_number=f"{910_000_000 + number}",
    )


def with_csv(rows: Rows) -> bytes:
    """Write the rows with the standard library alone."""
    text = io.StringIO(newline="")
    csv.writer(text, delimiter=";", lineterminator="\r\n").writerows(rows)
    return text.getvalue().encode("utf-8-sig")


def with_xlsxwriter(rows: Rows) -> bytes:
    """Write the rows with XlsxWriter alone."""
    data = io.BytesIO()
    with Workbook(data, {"in_memory": True}) as book:
        sheet, as_text = book.add_worksheet(), book.add_format({"num_format": "@"})
        for number, row in enumerate(rows):
            for column, cell in enumerate(row):
                if cell:
                    sheet.write_string(number, column, cell, as_text)
        sheet.freeze_panes(1, 0)
        sheet.autofilter(0, 0, len(rows) - 1, len(rows[0]) - 1)
        sheet.autofit()
    return data.getvalue()


LIBRARIES: dict[ExportFormat, Callable[[Rows], bytes]] = {
    ExportFormat.CSV: with_csv,
    ExportFormat.XLSX: with_xlsxwriter,
}


def seconds(write: Callable[[], bytes]) -> float:
    """Return the processor time that it takes to write."""
    begun = time.process_time()
    write()
    return time.process_time() - begun


def main(rounds: int = 5, recipients: int = 100_000) -> None:
    """Measure every format in every round, and print a table."""
    whole, options = table(recipients), ExportOptions()
    rows = [[cell_of(name, row) for name in COLUMNS] for row in whole.rows]
    gc.freeze()  # as the command line does with what stays to the end
    for format_, library in LIBRARIES.items():
        export = exporter_for(format_)
        pairs = [
            (seconds(lambda: library(rows)), seconds(lambda: export(whole, options)))  # noqa: B023
            for _ in range(rounds)
        ]
        theirs, ours = map(statistics.median, zip(*pairs, strict=True))
        print(f"{format_:5} {theirs * 1000:7.0f} ms {ours * 1000:7.0f} ms {ours / theirs:5.2f} x")


if __name__ == "__main__":
    main(*map(int, sys.argv[1:]))
