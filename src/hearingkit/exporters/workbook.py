"""What a workbook of a mailing list holds, of whichever format: cells, widths, provenance."""

from collections.abc import Iterator, Mapping, Sequence
from typing import Final

from hearingkit import __version__
from hearingkit.documents.columns import columns, widest
from hearingkit.documents.inlines import is_writable
from hearingkit.lists.columns import cells_of
from hearingkit.lists.table import RecipientTable

SHEET: Final = "Recipients"
"""The name of the sheet with the recipients."""
WIDEST: Final = 60
"""The characters of a column before a reader has to scroll."""
ROOM: Final = 2
"""The characters that the arrow of a filter takes."""
_LONGEST_CELL: Final = 32_767  # characters that Excel reads


def cells_by_column(names: Sequence[str], table: RecipientTable) -> list[list[str]]:
    """Return the cells of columns, without their heads, each on one line."""
    return [_carried_all(cells_of(name, table.rows)) for name in names]


def width(name: str, cells: Sequence[str]) -> int:
    """Return how wide a column is, in characters."""
    return min(max(widest(cells), columns(name) + ROOM), WIDEST)


def begin_groups(table: RecipientTable) -> Iterator[bool]:
    """Yield of each recipient whether it begins a group below another one."""
    above = table.rows[0].headings if table.rows else ()
    for row in table.rows:
        yield row.headings != above
        above = row.headings


def provenance(table: RecipientTable) -> Mapping[str, str]:
    """Return where recipients come from, by the name of each fact."""
    return {
        "hearing": carried(table.hearing),
        "file": carried(table.source),
        "date": f"{table.dated:%Y-%m-%d}" if table.dated else "",
        "recipients": str(len(table.rows)),
        "made by": f"hearingkit {__version__}",
    }


def _carried_all(texts: list[str]) -> list[str]:
    is_plain = "".join(texts).isprintable() and max(map(len, texts), default=0) <= _LONGEST_CELL
    return texts if is_plain else [*map(carried, texts)]


def carried(text: str) -> str:
    """Return what a cell can hold of a text, on one line."""
    line = " ".join(text.splitlines())
    return (line if line.isprintable() else "".join(filter(is_writable, line)))[:_LONGEST_CELL]
