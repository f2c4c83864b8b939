"""The columns of a mailing list where it is a sheet, and the text in the cells of each."""

import enum
from collections.abc import Callable, Mapping, Sequence
from operator import attrgetter
from typing import Any, Final, TypeAlias

from hearingkit.lists.table import RecipientRow

BETWEEN_HEADINGS: Final = " / "
"""What parts headings, one below the other, in a cell."""

_Text: TypeAlias = Callable[[Any], str]


def _chosen(one: enum.StrEnum | None) -> str:
    return one or ""


_FIELDS: Final[Mapping[str, tuple[str, _Text | None]]] = {
    "heading": ("headings", BETWEEN_HEADINGS.join),
    "name": ("name", None),
    "attention": ("attention", None),
    "email": ("emails", "; ".join),  # mail programs part addresses so, as txt does
    "phone": ("phone", None),
    "address": ("address", ", ".join),
    "org_number": ("org_number", None),
    "language": ("language", _chosen),
    "role": ("role", None),
    "member_of": ("member_of", None),
    "their_reference": ("their_reference", None),
    "ean": ("ean", None),
}
"""By the name of a column, the field of a recipient, and what makes a text of it; None if it is."""

COLUMNS: Final = tuple(_FIELDS)


def cell_of(column: str, row: RecipientRow) -> str:
    """Return the text of the cell that a recipient has in a column."""
    return cells_of(column, (row,))[0]


def cells_of(column: str, rows: Sequence[RecipientRow]) -> list[str]:
    """Return the cells of a column; all at once, as a list may have 100,000 of them."""
    field, text = _FIELDS[column]
    values = map(attrgetter(field), rows)
    return [*map(text, values)] if text else [*values]


PROVENANCE: Final = "Provenance"
"""The sheet of a workbook that tells where its recipients come from."""

MAKER_OF_CARD: Final = "PRODID:-//hearingkit//recipients//EN"
"""The line of a vCard by which a list of ours is known (RFC 2426, 3.6.3)."""
