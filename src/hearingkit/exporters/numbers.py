"""Write a mailing list as one of numbers, by which a service finds who is written to."""

import csv
import io
from collections.abc import Callable

from hearingkit.exporters import ExportOptions
from hearingkit.exporters.csv import as_text
from hearingkit.lists.columns import cell_of
from hearingkit.lists.table import RecipientRow, RecipientTable

Find = Callable[[RecipientRow], str]
"""Returns where a recipient is reached; empty where it isn't."""


def write(table: RecipientTable, options: ExportOptions, find: Find) -> bytes:
    """Return a csv with a row for each number: the number, the name and the role of who has it.

    A number that several have stands once: they are one body.
    """
    text = io.StringIO(newline="")
    writer = csv.writer(text, delimiter=options.delimiter, lineterminator="\r\n")
    writer.writerow(("org_number", "name", "role"))
    found: dict[str, RecipientRow] = {}
    for row in table.rows:
        found.setdefault(find(row), row)
    for number, row in found.items():
        if number:
            writer.writerow((number, as_text(row.name), cell_of("role", row)))
    return text.getvalue().encode("utf-8-sig")


def without(table: RecipientTable, find: Find) -> tuple[str, ...]:
    """Return the names of those who are not reached, in the order of the table."""
    return tuple(row.name for row in table.rows if not find(row))
