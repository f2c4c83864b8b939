"""The cells of a list that nobody understands: what the user is told of each column."""

from collections.abc import Iterator, Mapping, Sequence
from typing import Final

from hearingkit.intake import cells
from hearingkit.intake.grid import Grid, letters
from hearingkit.intake.row import ReportLine
from hearingkit.quoting import shortened

_MOST_SHOWN: Final = 4  # values of a column


class PassedOver:
    """The columns of a sheet that are not understood, with some of their values.

    Args:
        grid: The sheet.
    """

    def __init__(self, grid: Grid) -> None:
        self._grid = grid
        self._titles: Mapping[int, str] = {}
        self._counts: dict[int, int] = {}
        self._values: dict[int, dict[str, None]] = {}
        self._above: list[ReportLine] = []

    def begin(self, titles: Sequence[str]) -> None:
        """Begin anew below a head; what stood above has other titles."""
        self._above += self._columns()
        self._titles, self._counts, self._values = dict(enumerate(titles)), {}, {}

    def add(self, column: int, text: str) -> None:
        """Pass over a cell."""
        self._counts[column] = self._counts.get(column, 0) + 1
        values = self._values.setdefault(column, {})
        if len(values) < _MOST_SHOWN:
            values[cells.cleaned(text)] = None

    def reports(self) -> list[ReportLine]:
        """Return what is reported: a line for each column below each head."""
        return [*self._above, *self._columns()]

    def _columns(self) -> Iterator[ReportLine]:
        name = self._grid.name
        for column, count in sorted(self._counts.items()):
            title = self._titles.get(column, "")
            place = f"{name}!{letters(column)}" if name else f"column {column + 1}"
            what = f'the column "{shortened(title)}"' if title else "the column"
            values = self._values[column]
            shown = ", ".join(f'"{shortened(one)}"' for one in values)
            has = f"{count} {'cell' if count == 1 else 'cells'}"
            more = ", …" if len(values) == _MOST_SHOWN else ""
            reason = f"{what} is not understood; it has {has}: {shown}{more}"
            yield ReportLine(place, reason)
