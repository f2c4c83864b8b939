"""Write a mailing list for Digital Post, which finds Danish bodies by CVR number."""

from typing import Final

from hearingkit.exporters import ExportOptions, numbers
from hearingkit.lists.digital import digital_post_of
from hearingkit.lists.table import RecipientTable

NEEDED: Final = "CVR number"


def export(table: RecipientTable, options: ExportOptions) -> bytes:
    """Return a csv of CVR numbers."""
    return numbers.write(table, options, digital_post_of)


def left_out(table: RecipientTable) -> tuple[str, ...]:
    """Return the names of those who have no such number, in the order of the table."""
    return numbers.without(table, digital_post_of)
