"""Write a mailing list for eFormidling, by which Norwegian public bodies write to each other."""

from typing import Final

from hearingkit.exporters import ExportOptions, numbers
from hearingkit.lists.digital import eformidling_of
from hearingkit.lists.table import RecipientTable

NEEDED: Final = "address in eFormidling"


def export(table: RecipientTable, options: ExportOptions) -> bytes:
    """Return a csv of addresses: ``0192:`` and the organisasjonsnummer."""
    return numbers.write(table, options, eformidling_of)


def left_out(table: RecipientTable) -> tuple[str, ...]:
    """Return the names of those who have no such address, in the order of the table."""
    return numbers.without(table, eformidling_of)
