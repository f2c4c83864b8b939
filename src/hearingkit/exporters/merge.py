"""Write a mailing list for mail merge in Word: a csv with a row for each address."""

from dataclasses import replace

from hearingkit.exporters import ExportOptions, csv
from hearingkit.lists.table import RecipientTable


def export(table: RecipientTable, options: ExportOptions) -> bytes:
    """Return a csv with a row for each e-mail address, and one for who has none.

    Word sends a mail for a row, and takes a cell with two addresses for one that is wrong.
    """
    rows = (replace(row, emails=(one,)) for row in table.rows for one in row.emails or ("",))
    return csv.export(replace(table, rows=tuple(rows)), options)
