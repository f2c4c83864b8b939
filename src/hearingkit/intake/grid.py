"""Rows as they stand in a file, before anybody knows what they mean."""

import functools
from collections.abc import Iterable, Iterator
from dataclasses import field
from typing import Final

from hearingkit.frozen import frozen

MOST_ROWS: Final = 1_048_576
"""The rows that a sheet can have."""
_MOST_FILLED: Final = 300_000
_MOST_COLUMNS: Final = 16_384
"""The columns that a sheet can have."""
_MOST_CELLS: Final = 10_000_000
LONGEST_ROW: Final = 5_000_000
"""The signs that a row can have; 100,000 mailboxes with names, typed on one line, have less."""


class NoList(ValueError):
    """A file can't be read as a list; the text says why, and what to do."""


class Number(str):
    """The text of a cell that the file holds as a number, without zeros before it."""

    __slots__ = ()


class Continued(str):
    """The text of a cell that is merged with the one above."""

    __slots__ = ()


@frozen
class GridRow:
    """A row of a sheet, a line of a text, a card.

    Attributes:
        number: Of the row, the line or the paragraph, counted from 1.
        cells: The texts of the cells; empty cells at the end may be missing.
        looks_like_heading: Whether it is set off from other rows, as by bold letters.
        heading: That its own line gives it; empty for none.
        struck: The numbers of the cells that are struck through, counted from 0.
        links: Mailboxes that cells lead to, whatever they show; by the number of the cell.
        comments: What is remarked on cells; by the number of the cell.
        reports: What its reader has left out of it, for the user.
        is_hidden: Whether the program that made it doesn't show it.
        is_said: Whether its reader has found that it tells of the list, and names nobody.
        filled: The numbers of the cells that hold text, counted from 0.
    """

    number: int
    cells: tuple[str, ...]
    looks_like_heading: bool = False
    heading: str = ""
    struck: frozenset[int] = frozenset()
    links: tuple[tuple[int, str], ...] = ()
    comments: tuple[tuple[int, str], ...] = ()
    reports: tuple[str, ...] = ()
    is_hidden: bool = False
    is_said: bool = False
    filled: tuple[int, ...] = field(init=False, repr=False, compare=False)

    def __post_init__(self) -> None:
        filled = [number for number, cell in enumerate(self.cells) if cell and not cell.isspace()]
        object.__setattr__(self, "filled", _held_once(tuple(filled)))


@functools.lru_cache(maxsize=1000)
def _held_once(filled: tuple[int, ...]) -> tuple[int, ...]:
    """Return the first of equal values: most rows of a list fill the same columns."""
    return filled


@frozen
class Grid:
    """The rows of a sheet, a table or a text.

    Attributes:
        rows: All of them, in order.
        name: Of the sheet; empty where there are none.
        unit: What a row is called where there is no sheet.
        columns: The meaning of each column, where the format tells it.
        is_hidden: Whether the program that made it doesn't show it.
        is_above: Whether a table stands right below it.
        is_own: Whether hearingkit wrote it, as its format shows.
    """

    rows: tuple[GridRow, ...]
    name: str = ""
    unit: str = "line"
    columns: tuple[str, ...] = ()
    is_hidden: bool = False
    is_above: bool = False
    is_own: bool = False

    def place(self, row: GridRow, column: int | None = None) -> str:
        """Return where a row, or a cell of it, stands: ``Ark1!B7``, ``line 7``."""
        if not self.name:
            return f"{self.unit} {row.number}"
        return f"{self.name}!{letters(column) if column is not None else ''}{row.number}"


def bounded(rows: Iterable[GridRow], last: int | None = None) -> Iterator[GridRow]:
    """Yield rows, as long as there are not more than a list can have.

    A small file may hold a cell that is repeated without end.

    Args:
        rows: The rows.
        last: The highest number that one can have; None for a text, where empty lines cost nothing.

    Raises:
        NoList: If there are.
    """
    cells = 0
    for count, row in enumerate(rows, start=1):
        cells += len(row.cells)
        if sum(map(len, row.cells)) > LONGEST_ROW:
            raise NoList(f"its row {row.number} has more than {LONGEST_ROW:,} characters")
        if len(row.cells) > _MOST_COLUMNS:
            raise NoList(f"its row {row.number} has more cells than a sheet can have")
        is_below = last is not None and row.number > last
        if count > _MOST_FILLED or is_below or cells > _MOST_CELLS:
            raise NoList(f"it has more rows than a list can have: {_MOST_FILLED:,}; split it")
        yield row


def fitting(line: str) -> str:
    """Return a line that becomes a row, or several.

    Raises:
        NoList: If it is so long that to look for recipients in it would fill the memory.
    """
    if len(line) > LONGEST_ROW:
        raise NoList(f"it has a line of more than {LONGEST_ROW:,} characters; split it")
    return line


def letters(column: int) -> str:
    """Return the letters of a column, counted from 0: A, B, … Z, AA."""
    above, last = divmod(column, 26)
    return (letters(above - 1) if above else "") + chr(ord("A") + last)
