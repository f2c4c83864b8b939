"""Recipients from the rows of a list; what becomes of each row is counted or reported."""

import itertools
from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field, replace

from hearingkit.intake import cells
from hearingkit.intake.columns import columns_by_content, columns_of_head, is_own_head
from hearingkit.intake.grid import Grid, GridRow, letters
from hearingkit.intake.row import ReportLine, RowReading
from hearingkit.lists.columns import BETWEEN_HEADINGS
from hearingkit.lists.table import RecipientRow
from hearingkit.model.text import LONGEST_LINE
from hearingkit.quoting import shortened


@dataclass(slots=True)
class Intake:
    """What a list came to. Each row with text in it counts once.

    Attributes:
        recipients: The recipients, in the order of the rows.
        not_read: The rows that became nothing.
        left_out: Cells and columns left out of rows that were read.
        heads: How many rows are heads of columns.
        headings: How many are headings with recipients under them.
        unused: How many are headings with nobody under them.
        totals: How many count other rows, or number a page.
        joined: How many belong to the recipient above.
        rows: How many rows there are.
    """

    recipients: list[RecipientRow] = field(default_factory=list)
    not_read: list[ReportLine] = field(default_factory=list)
    left_out: list[ReportLine] = field(default_factory=list)
    heads: int = 0
    headings: int = 0
    unused: int = 0
    totals: int = 0
    joined: int = 0
    rows: int = 0


def understand(grids: Iterable[Grid]) -> Intake:
    """Return the recipients of a list, and what was not taken from it."""
    intake = Intake()
    above: _Sheet | None = None
    for grid in grids:
        sheet = _Sheet(grid, intake)
        if grid.is_hidden:
            sheet.report_hidden()
            continue
        if above:
            sheet.follow(above)
        sheet.read()
        above = sheet
    if above:
        above.report_unused()
    return intake


class _Sheet:
    """A sheet, on its way to recipients.

    Attributes:
        heading: That its next row stands under; empty for none.
        unused: The place of the heading, as long as nobody stands under it; else empty.
    """

    def __init__(self, grid: Grid, intake: Intake) -> None:
        rows = [row for row in grid.rows if row.filled]
        self._grid, self._rows, self._intake = grid, rows, intake
        self._heads = {row.number: columns_of_head(row) for row in rows} if not grid.columns else {}
        self._columns = grid.columns or columns_by_content(
            [row for row in rows if not self._heads.get(row.number)]
        )
        self._first_head = next((number for number, head in self._heads.items() if head), 0)
        marked = sum(row.looks_like_heading for row in rows)
        self._trusts_looks = marked * 2 <= len(rows)
        self.heading, self._fills_down = "", False
        self.unused = ""
        self._last_name: str | None = None
        self._passed_over: Counter[int] = Counter()
        self._titles: Mapping[int, str] = {}

    def report_hidden(self) -> None:
        """Report that the sheet is hidden, and not read."""
        if self._rows:
            self._leave_out(self._grid.name, f"the sheet is hidden; rows: {len(self._rows)}")

    def follow(self, above: "_Sheet") -> None:
        """Let the heading above a table hold for its rows too; a sheet stands alone."""
        if self._grid.name:
            above.report_unused()
        else:
            self.heading, self.unused = above.heading, above.unused

    def read(self) -> None:
        """Make recipients of the rows, or report why not."""
        self._intake.rows += len(self._rows)
        for row, next_ in itertools.zip_longest(self._rows, self._rows[1:]):
            head = self._heads.get(row.number, ())
            if head:
                self._take_head(row, head)
            elif not self._grid.columns and cells.is_total([row.cells[one] for one in row.filled]):
                self._leave_out_total(row)
            elif self._is_heading(row, next_):
                self._take_heading(row)
            elif row.number < self._first_head and _has_number_alone(row):
                self._report_remark(row)
            else:
                self._take(row)
        for column, count in sorted(self._passed_over.items()):
            self._leave_out_column(column, count)

    def _leave_out(self, place: str, reason: str) -> None:
        self._intake.left_out.append(ReportLine(place, reason))

    def _leave_out_column(self, column: int, count: int) -> None:
        """Report a column whose meaning isn't known."""
        name, title = self._grid.name, self._titles.get(column, "")
        place = f"{name}!{letters(column)}" if name else f"column {column + 1}"
        what = f'the column "{shortened(title)}"' if title else "the column"
        has = f"it has {count} {'cell' if count == 1 else 'cells'}"
        self._leave_out(place, f"{what} is not understood; {has}")

    def _take_head(self, row: GridRow, head: tuple[str, ...]) -> None:
        self._intake.heads += 1
        self._columns, self._last_name = head, None
        self._fills_down = "heading" in head and not is_own_head(row)
        self._titles = dict(enumerate(row.cells))

    def _leave_out_total(self, row: GridRow) -> None:
        self._intake.totals += 1
        text = shortened(cells.cleaned(row.cells[row.filled[0]]))
        reason = f'"{text}" counts what stands there, and is no recipient'
        self._leave_out(self._grid.place(row), reason)

    def _report_remark(self, row: GridRow) -> None:
        text = shortened(cells.cleaned(row.cells[row.filled[0]]))
        reason = f'"{text}" stands above the head of the columns, and is no recipient'
        self._intake.not_read.append(ReportLine(self._grid.place(row), reason))

    def _is_heading(self, row: GridRow, next_: GridRow | None) -> bool:
        if len(row.filled) != 1 or self._grid.columns or row.heading:
            return False
        (column,) = row.filled
        text = cells.cleaned(row.cells[column])
        if "@" in text or not any(map(str.isalpha, text)) or len(text) > LONGEST_LINE:
            return False
        return (
            (row.looks_like_heading and self._trusts_looks)
            or text.endswith(":")
            or text.casefold() in cells.CellWords.of_any().groups
            or self._meaning(column) == "heading"
            or bool(next_ and self._heads.get(next_.number))
        )

    def _take_heading(self, row: GridRow) -> None:
        self.report_unused()
        (column,) = row.filled
        self.heading = cells.cleaned(row.cells[column]).rstrip(": ") or "–"
        self.unused, self._last_name = self._grid.place(row), None

    def report_unused(self) -> None:
        """Report a heading that nobody stands under."""
        if self.unused:
            reason = f'nobody stands under "{shortened(self.heading)}"'
            self._leave_out(self.unused, reason)
            self._intake.unused += 1
        self.unused = ""

    def _meaning(self, column: int) -> str:
        return self._columns[column] if column < len(self._columns) else ""

    def _take(self, row: GridRow) -> None:
        by_meaning: dict[str, list[tuple[int, str]]] = {}
        for column in row.filled:
            by_meaning.setdefault(self._meaning(column), []).append((column, row.cells[column]))
        made = RowReading(self._grid, row, by_meaning)
        if self._joins(made):
            self._intake.joined += 1
            self._intake.recipients[-1] = made.added_to(self._intake.recipients[-1])
        elif made.fault:
            self._intake.not_read.append(ReportLine(self._grid.place(row), made.fault))
            return
        else:
            headings = (row.heading,) if row.heading else self._headings(made)
            self._intake.recipients.append(replace(made.recipient, headings=headings))
            self._report_several(row, made.recipient.name)
            self._last_name = made.recipient.name
        self._intake.left_out += made.left_out
        self._passed_over.update(column for column, _ in by_meaning.get("", ()))

    def _report_several(self, row: GridRow, name: str) -> None:
        """Report a name that may be a heading and several names."""
        if cells.group_in(name)[0] and any(sign in name for sign in ",;"):
            reason = f'"{shortened(name)}" may be several; write each on a line of its own'
            self._leave_out(self._grid.place(row), reason)

    def _joins(self, made: RowReading) -> bool:
        return made.is_continued and made.recipient.name == self._last_name

    def _headings(self, made: RowReading) -> tuple[str, ...]:
        text = made.heading
        if text:
            if self._fills_down:
                self.report_unused()
                self.heading = text
            return tuple(filter(None, map(cells.cleaned, text.split(BETWEEN_HEADINGS))))
        self._intake.headings += bool(self.unused)
        self.unused = ""
        return (self.heading,) if self.heading else ()


def _has_number_alone(row: GridRow) -> bool:
    """Return whether a cell has a day or a number and no word, and none has an address."""
    texts = [row.cells[column] for column in row.filled]
    return not any("@" in text for text in texts) and not all(
        any(map(str.isalpha, one)) for one in texts
    )
