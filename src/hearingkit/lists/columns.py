"""The columns of a mailing list where it is a sheet, and the text in the cells of each."""

from collections.abc import Callable, Mapping
from operator import attrgetter
from typing import Final

from hearingkit.lists.table import RecipientRow

BETWEEN_HEADINGS: Final = " / "
"""What parts headings, one below the other, in a cell."""

CELLS: Final[Mapping[str, Callable[[RecipientRow], str]]] = {
    "heading": lambda row: BETWEEN_HEADINGS.join(row.headings),
    "name": attrgetter("name"),
    "attention": attrgetter("attention"),
    "email": lambda row: "; ".join(row.emails),  # mail programs part addresses so, as txt does
    "phone": attrgetter("phone"),
    "address": lambda row: ", ".join(row.address),
    "org_number": attrgetter("org_number"),
    "language": lambda row: row.language.value if row.language else "",
    "role": attrgetter("role.value"),
    "member_of": attrgetter("member_of"),
    "their_reference": attrgetter("their_reference"),
}
"""By the name of a column, the text of its cell for a recipient."""

COLUMNS: Final = tuple(CELLS)

PROVENANCE: Final = "Provenance"
"""The sheet of a workbook that tells where its recipients come from."""
