"""The columns of a mailing list where it is a sheet, and the text in the cells of each."""

from collections.abc import Callable, Mapping, Sequence
from operator import attrgetter
from typing import Final

from hearingkit.lists.table import RecipientRow

BETWEEN_HEADINGS: Final = " / "
"""What parts headings, one below the other, in a cell."""

_JOINED: Final[Mapping[str, tuple[str, str]]] = {
    "heading": ("headings", BETWEEN_HEADINGS),
    "email": ("emails", "; "),  # mail programs part addresses so, as txt does
    "address": ("address", ", "),
}
"""Columns of several texts: the field of a recipient, and what parts its texts."""

_CHOSEN: Final = frozenset({"language", "role"})
"""Columns whose values are members of an enum, or missing."""


def _joined(column: str) -> Callable[[RecipientRow], str]:
    field, sign = _JOINED[column]
    return lambda row: sign.join(getattr(row, field))


CELLS: Final[Mapping[str, Callable[[RecipientRow], str]]] = {
    "heading": _joined("heading"),
    "name": attrgetter("name"),
    "attention": attrgetter("attention"),
    "email": _joined("email"),
    "phone": attrgetter("phone"),
    "address": _joined("address"),
    "org_number": attrgetter("org_number"),
    "language": lambda row: row.language.value if row.language else "",
    "role": attrgetter("role.value"),
    "member_of": attrgetter("member_of"),
    "their_reference": attrgetter("their_reference"),
}
"""By the name of a column, the text of its cell for a recipient."""

COLUMNS: Final = tuple(CELLS)


def cells_of(column: str, rows: Sequence[RecipientRow]) -> list[str]:
    """Return the cells of a column, as ``CELLS`` has them, at the speed of C."""
    if column in _JOINED:
        field, sign = _JOINED[column]
        return [*map(sign.join, map(attrgetter(field), rows))]
    values = map(attrgetter(column), rows)
    return [str.__str__(one) if one else "" for one in values] if column in _CHOSEN else [*values]


PROVENANCE: Final = "Provenance"
"""The sheet of a workbook that tells where its recipients come from."""
