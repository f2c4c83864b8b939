"""Recipients from the rows of a list; what becomes of each row is counted or reported."""

import itertools
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace
from operator import attrgetter
from typing import Final

from hearingkit.intake import cells
from hearingkit.intake.columns import NAMES, columns_of_head, is_of_others, is_own_head
from hearingkit.intake.contents import below_head, columns_below, columns_by_content, heads_of
from hearingkit.intake.doubts import columns_told, doubts_about, hidden_rows_told
from hearingkit.intake.grid import Grid, GridRow
from hearingkit.intake.headings import Headings, heading_in, says_itself, unnumbered
from hearingkit.intake.intake import Intake
from hearingkit.intake.pages import outside_list
from hearingkit.intake.passed_over import PassedOver
from hearingkit.intake.records import by_record
from hearingkit.intake.row import ReportLine, RowReading
from hearingkit.intake.side_by_side import parted
from hearingkit.lists.columns import BETWEEN_HEADINGS
from hearingkit.lists.table import RecipientRole, RecipientRow
from hearingkit.patterns import late_pattern
from hearingkit.quoting import shortened

_LATEST_HEAD: Final = 10  # the row; above it stand titles
_LATEST_WIDE: Final = 4  # the row of a head, where titles above it fill several cells

_LAST: Final = 5  # rows of a list, where its footnotes stand
_FEWEST_OF_NOTE: Final = 4  # words, with its sign
_DASHES: Final = "-–—•"
_DASH: Final = late_pattern(r"[-–—•]\s+")


def understand(grids: Iterable[Grid]) -> Intake:
    """Return the recipients of a list, and what was not taken from it."""
    intake = Intake()
    above: _Sheet | None = None
    starts: list[tuple[str, int]] = []
    for whole in grids:
        starts.append((whole.name, len(intake.recipients)))
        above = _read(whole, above, intake)
    if above:
        above.report_unused()
    _put_under_sheets(intake, starts)
    return intake


def _read(whole: Grid, above: "_Sheet | None", intake: Intake) -> "_Sheet | None":
    """Read the lists of a grid; each stands under the heading above all of them."""
    last = above
    for grid in parted(by_record(whole)):
        sheet = _Sheet(grid, intake)
        if sheet.is_left_out():
            return above
        if last and last is not above:
            last.report_unused(unless=above)
        if above:
            sheet.follow(above)
        sheet.read()
        if above and above.unused != sheet.unused:
            above.unused = ""
        last = sheet
    return last


def _put_under_sheets(intake: Intake, starts: list[tuple[str, int]]) -> None:
    """Put recipients under the names of their sheets, where those of several are named."""
    ends = [start for _, start in starts[1:]]
    pieces = zip(starts, [*ends, len(intake.recipients)], strict=False)
    used = [(cells.cleaned(name), start, end) for (name, start), end in pieces if end > start]
    for heading, start, end in used if len(used) > 1 else ():
        if heading and not cells.is_usual_sheet(heading):
            intake.recipients[start:end] = [
                replace(one, headings=tuple(dict.fromkeys((heading, *one.headings))))
                for one in intake.recipients[start:end]
            ]


class _Sheet:
    """A sheet, on its way to recipients.

    Attributes:
        heading: That its next row stands under; empty for none.
        unused: The place of the heading, as long as nobody stands under it; else empty.
    """

    def __init__(self, grid: Grid, intake: Intake) -> None:
        rows = [row for row in grid.rows if row.filled]
        rows = rows if grid.columns else unnumbered(rows)
        self._grid, self._rows, self._intake = grid, rows, intake
        self._heads = heads_of(rows) if not grid.columns else {}
        self._columns = grid.columns or columns_by_content(
            [row for row in rows if not self._heads.get(row.number)]
        )
        self._first_head = next((number for number, head in self._heads.items() if head), 0)
        self._around = frozenset[int]() if grid.columns else outside_list(rows)
        names = [row for row in rows if row.number not in self._around]
        self._headings_of = Headings(names, self._heads, is_above=grid.is_above)
        self._footnotes = frozenset(map(attrgetter("number"), filter(_is_starred, rows[-_LAST:])))
        self._before = len(intake.recipients)
        self.heading, self._fills_down = "", False
        self._is_own, self._parts_groups = grid.is_own, False
        self.unused = ""
        self._last_name: str | None = None
        self._undashed: RecipientRow | None = None
        self._passed_over = PassedOver(grid)
        self._titles: Mapping[int, str] = {}
        self._told: tuple[str, ...] = ()
        self._under_head = rows

    def is_left_out(self) -> bool:
        """Report that it is not read, where it is hidden or called «Udgået»; return whether."""
        name, count = self._grid.name, f"rows: {len(self._rows)}"
        if not self._rows:
            return False
        if self._grid.is_hidden:
            self._leave_out(name, f"the sheet is hidden; {count}")
            return True
        is_guide = cells.is_guide(name) and not any(self._heads.values())
        if name and (is_guide or cells.says_dropped(name)):
            self._leave_out(name, f"the sheet is not read, as it is called so; {count}")
            return True
        return False

    def follow(self, above: "_Sheet") -> None:
        """Let the heading above a table hold for its rows too; a sheet stands alone."""
        if self._grid.name:
            above.report_unused()
        else:
            self.heading, self.unused = above.heading, above.unused

    def read(self) -> None:
        """Make recipients of the rows, or report why not."""
        self._intake.rows += len(self._rows)
        for place, row in enumerate(self._rows):
            head = self._heads.get(row.number, ())
            if head:
                self._take_head(row, head, self._below(place))
            elif self._grid.columns or not self._takes_no_recipient(row):
                self._tell_columns()
                self._take(row)
        self._intake.left_out += self._passed_over.reports()
        for told in hidden_rows_told(self._rows):
            self._leave_out(self._grid.name or self._grid.unit, told)

    def _tell_columns(self) -> None:
        """Tell what columns are taken for, once for each head."""
        if self._told is not self._columns and not self._grid.columns:
            self._told = self._columns
            told = columns_told(self._grid.name, self._under_head, self._columns, self._titles)
            self._intake.columns |= dict.fromkeys(told)

    def _takes_no_recipient(self, row: GridRow) -> bool:
        """Take a row that counts others, is struck, stands above others, or tells of the list."""
        texts = [row.cells[one] for one in row.filled]
        if row.number in self._around or row.number in self._footnotes:
            self._leave_out_remark(row)
        elif cells.is_total(texts):
            self._leave_out_total(row)
        elif self._is_struck(row):
            self._drop(row, "is struck through")
        elif row.is_said or self._is_title(row, texts):
            self._leave_out_remark(row)
        elif self._headings_of.is_one(row, self._meaning(row.filled[0])):
            self._take_heading(row)
        elif _is_said(texts[0]) if len(texts) == 1 else self._is_label(row, texts):
            self._leave_out_remark(row)
        elif row.number < self._first_head and _has_number_alone(row):
            self._report_remark(row)
        else:
            return False
        return True

    def _is_title(self, row: GridRow, texts: list[str]) -> bool:
        """Return whether a row is one of the few above the first head, but not right above it."""
        last = self._first_head - (0 if cells.has_date(texts[0]) else 1)
        is_above = row.number < last and self._first_head <= _LATEST_HEAD
        if len(texts) > 1:
            is_above = row.number < self._first_head <= _LATEST_WIDE
            return is_above and not _has_number_alone(row) and "@" not in "".join(texts)
        return is_above and "@" not in texts[0] and not row.heading

    def _is_label(self, row: GridRow, texts: list[str]) -> bool:
        """Return whether a row above all recipients tells of the list: ``Liste:``, ``Faste``."""
        is_first = len(self._intake.recipients) == self._before and not row.struck
        is_pair = len(texts) == 2 and texts[0].rstrip().endswith(":")
        return is_first and is_pair and not any("@" in text for text in texts)

    def _is_struck(self, row: GridRow) -> bool:
        """Return whether a row is struck through: all of it, or what names the recipient."""
        if not row.struck:
            return False
        return row.struck.issuperset(self._naming(row))

    def _naming(self, row: GridRow) -> Sequence[int]:
        """Return the columns of a row that name its recipient; all that hold text if none does."""
        return [one for one in row.filled if self._meaning(one) in NAMES] or row.filled

    def _drop(self, row: GridRow, why: str) -> None:
        name = shortened(cells.cleaned(row.cells[self._naming(row)[0]]))
        self._intake.dropped += 1
        self._leave_out(self._grid.place(row), f'"{name}" {why}')

    def _leave_out_remark(self, row: GridRow) -> None:
        text = shortened(cells.cleaned(" ".join(row.cells[one] for one in row.filled)))
        self._intake.remarks += 1
        self._leave_out(self._grid.place(row), f'"{text}" names no recipient')

    def _leave_out(self, place: str, reason: str) -> None:
        self._intake.left_out.append(ReportLine(place, reason))

    def _below(self, place: int) -> list[GridRow]:
        """Return the rows from a head to the next one."""
        others = itertools.islice(self._rows, place + 1, None)
        return [*itertools.takewhile(lambda row: not self._heads.get(row.number), others)]

    def _take_head(self, row: GridRow, head: tuple[str, ...], below: list[GridRow]) -> None:
        self._intake.heads += 1
        upper = self._heads.get(row.number - 1, ())
        if upper and len(upper) == len(head):
            head = below_head(upper, head)
        self._columns, self._last_name = columns_below(head, below, row.cells), None
        is_others = "given" in head or is_own_head(row)  # each row has its own, or none
        self._fills_down = "heading" in head and not (
            is_others or says_itself(below, head.index("heading"))
        )
        self._is_own = is_own_head(row)
        self._parts_groups = not self._is_own
        self._titles = dict(enumerate(row.cells))
        self._under_head = below
        self._passed_over.begin(row.cells)
        if not (columns_of_head(row) or len(row.filled) == 1):
            self._leave_out_head(row)

    def _leave_out_head(self, row: GridRow) -> None:
        """Report a head that only what stands below it tells from a recipient."""
        text = shortened("; ".join(cells.cleaned(row.cells[one]) for one in row.filled))
        self._leave_out(self._grid.place(row), f'"{text}" is taken for the head of the columns')

    def _leave_out_total(self, row: GridRow) -> None:
        self._intake.totals += 1
        text = shortened(cells.cleaned(row.cells[row.filled[0]]))
        self._leave_out(self._grid.place(row), f'"{text}" counts others, and is no recipient')

    def _report_remark(self, row: GridRow) -> None:
        text = shortened(cells.cleaned(row.cells[row.filled[0]]))
        reason = f'"{text}" stands above the head of the columns, and is no recipient'
        self._intake.not_read.append(ReportLine(self._grid.place(row), reason))

    def _take_heading(self, row: GridRow) -> None:
        self.report_unused()
        (column,) = row.filled
        text = heading_in(cells.cleaned(row.cells[column]))
        self.heading = text.rstrip(": ") or "–"
        self.unused, self._last_name = self._grid.place(row), None

    def report_unused(self, unless: "_Sheet | None" = None) -> None:
        """Report a heading that nobody stands under, but not one that another has still."""
        if self.unused and not (unless and unless.unused == self.unused):
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
        if said := self._says_dropped(by_meaning):
            self._drop(row, f'has "{shortened(said)}" beside it')
            return
        made = RowReading(self._grid, row, by_meaning, is_own=self._is_own)
        if self._joins(made):
            self._intake.joined += 1
            self._intake.recipients[-1] = made.added_to(self._intake.recipients[-1])
        elif made.fault:
            self._intake.not_read.append(ReportLine(self._grid.place(row), made.fault))
            return
        elif not self._add(row, made):
            return
        self._intake.left_out += made.left_out
        for column, text in by_meaning.get("", ()):
            self._passed_over.add(column, text)

    def _says_dropped(self, by_meaning: Mapping[str, list[tuple[int, str]]]) -> str:
        """Return what a row says where it says that its recipient is no longer written to."""
        if self._is_own:
            return ""
        beside = [text for key in ("", "role") for _, text in by_meaning.get(key, ())]
        has_more = len(by_meaning) > 1
        found = next((text for text in beside if has_more and cells.says_dropped(text)), "")
        names = [text for key in ("name", "body") for _, text in by_meaning.get(key, ())]
        return found or next(filter(None, map(cells.dropped_behind, names)), "")

    def _add(self, row: GridRow, made: RowReading) -> bool:
        """Add a recipient, if it stands under no heading of those that were dropped."""
        headings = (row.heading,) if row.heading else self._headings(row, made)
        dropped = next(filter(cells.says_dropped, headings), "")
        if dropped and not self._is_own:
            self._drop(row, f'stands under "{shortened(dropped)}"')
            return False
        recipient = replace(self._in_body_above(made), headings=headings)
        if any(map(cells.says_copy, headings)) and not self._is_own:
            recipient = replace(recipient, role=RecipientRole.COPY)
        self._intake.recipients.append(recipient)
        for doubt in doubts_about(made.recipient.name):
            self._leave_out(self._grid.place(row), f'"{shortened(made.recipient.name)}" {doubt}')
        self._last_name = made.recipient.name
        return True

    def _in_body_above(self, made: RowReading) -> RecipientRow:
        """Return a recipient without the dash before its name, which makes it one of the above."""
        own = made.recipient
        dashed = _DASH.match(own.name) if own.name[:1] in _DASHES else None
        if not dashed or self._is_own:
            self._undashed = own
            return own
        name = own.name[dashed.end() :]
        if self._undashed and made.is_of(self._undashed):
            inside = ", ".join(filter(None, (name, own.attention)))
            return replace(own, name=self._undashed.name, attention=inside)
        return replace(own, name=name)

    def _joins(self, made: RowReading) -> bool:
        if made.is_continued:
            return made.recipient.name == self._last_name
        above = self._intake.recipients[-1] if self._last_name and not self._is_own else None
        return bool(above and made.is_nameless and made.is_of(above))

    def _headings(self, row: GridRow, made: RowReading) -> tuple[str, ...]:
        text = made.heading
        if self._parts_groups and any(sign in text for sign in cells.BETWEEN_GROUPS):
            text, others = cells.first_group(text)
            if others:
                reason = f'"{shortened(others)}" is left out beside the first group'
                made.left_out.append(ReportLine(self._grid.place(row), reason))
        if text:
            if self._fills_down:
                self.report_unused()
                self.heading = text
            return tuple(filter(None, map(cells.cleaned, text.split(BETWEEN_HEADINGS))))
        self._intake.headings += bool(self.unused)
        self.unused = ""
        return (self.heading,) if self.heading else ()


def _is_said(text: str) -> bool:
    label, colon, _ = text.partition(":")
    if cells.is_remark(text):
        return True
    is_said = cells.is_sentence(text) or cells.is_introduction(text) or cells.is_title(text)
    is_noted = bool(colon) and is_of_others(label)  # «Status: på høring»
    return (is_said or is_noted) and "@" not in text


def _is_starred(row: GridRow) -> bool:
    """Return whether a row is a footnote: the sign of one, and several words behind it."""
    text = row.cells[row.filled[0]].lstrip() if len(row.filled) == 1 else ""
    return text[:1] == "*" and len(text.split()) >= _FEWEST_OF_NOTE


def _has_number_alone(row: GridRow) -> bool:
    """Return whether a cell has a day or a number and no word, and none has an address."""
    texts = [row.cells[column] for column in row.filled]
    return not any("@" in text for text in texts) and not all(
        any(map(str.isalpha, one)) for one in texts
    )
