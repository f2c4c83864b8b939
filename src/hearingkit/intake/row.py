"""One row of a list on its way to a recipient: its cells, by their meaning."""

from collections.abc import Callable, Mapping
from dataclasses import replace
from typing import Final, TypeVar

from pydantic import ValidationError

from hearingkit.frozen import frozen
from hearingkit.intake import cells
from hearingkit.intake.grid import Continued, Grid, GridRow
from hearingkit.lists.table import RecipientRole, RecipientRow
from hearingkit.model.base import AS_WRITTEN
from hearingkit.model.recipient import Recipient
from hearingkit.model.text import LONGEST_LINE
from hearingkit.quoting import shortened

T = TypeVar("T")

_EMPTY: Final[Mapping[str, object]] = {
    "attention": "",
    "phone": "",
    "address": (),
    "org_number": "",
    "their_reference": "",
}


@frozen
class ReportLine:
    """One thing that is reported of a list.

    Attributes:
        place: The row or the cell: ``Ark1!B7``, ``line 7``.
        reason: What is to be said of it: mostly why it was not taken.
    """

    place: str
    reason: str


class RowReading:
    """A row on its way to a recipient.

    Attributes:
        recipient: What it comes to.
        fault: Why it can't be read; empty if it can.
        left_out: Its cells that are left out.
        heading: What its own cell for a heading holds.
        is_continued: Whether its name is that of the row above, by a merged cell.
    """

    def __init__(
        self, grid: Grid, row: GridRow, by_meaning: Mapping[str, list[tuple[int, str]]]
    ) -> None:
        self._grid, self._row, self._by_meaning = grid, row, by_meaning
        self.left_out: list[ReportLine] = []
        self.is_continued = any(
            isinstance(text, Continued) for key in ("name", "body") for _, text in self._all(key)
        )
        self.heading = self._line("heading")
        self.recipient = self._recipient()
        self.fault = self._fault()

    def _all(self, meaning: str) -> list[tuple[int, str]]:
        return self._by_meaning.get(meaning, [])

    def added_to(self, above: RecipientRow) -> RecipientRow:
        """Return the recipient above, with what this row says of it."""
        own = self.recipient
        return replace(
            above,
            emails=tuple(dict.fromkeys((*above.emails, *own.emails))),
            phone=above.phone or own.phone,
            attention=above.attention or own.attention,
            address=above.address or own.address,
        )

    def _recipient(self) -> RecipientRow:
        emails: list[str] = []
        name, attention = self._names(emails)
        for column, text in self._all("email"):
            emails += self._mailboxes(column, text)
        language = self._chosen("language", cells.language_of)
        return RecipientRow(
            name=name or next(iter(emails), ""),
            language=language,
            attention=attention,
            emails=tuple(dict.fromkeys(emails)),
            phone=self._number("phone", cells.telephone),
            address=self._address(),
            org_number=self._number("org_number", cells.cleaned),
            role=self._chosen("role", cells.role_of) or RecipientRole.TO,
            member_of=self._line("member_of"),
            their_reference=self._line("their_reference"),
        )

    def _names(self, emails: list[str]) -> tuple[str, str]:
        """Return name and attention; mailboxes beside a name are added to the list."""
        body, name = self._name("body", emails), self._name("name", emails)
        person = " ".join(self._texts("given") + self._texts("family"))
        if body:
            inside = name if name != body else ""
        else:
            inside, body = "", name or person
        attention = (*self._texts("attention"), inside or (person if person != body else ""))
        return body, ", ".join(dict.fromkeys(filter(None, attention)))

    def _name(self, meaning: str, emails: list[str]) -> str:
        for _, text in self._all(meaning):
            found, rest = cells.mailboxes(text) if "@" in text else ((), cells.cleaned(text))
            emails.extend(found)
            if rest:
                return rest
        return ""

    def _texts(self, meaning: str) -> list[str]:
        texts = (cells.cleaned(text) for _, text in self._all(meaning))
        return [text for text in texts if not cells.is_empty(text)]

    def _line(self, meaning: str) -> str:
        for column, text in self._all(meaning):
            line = cells.cleaned(text)
            if len(line) <= LONGEST_LINE:
                return line
            self._leave_out(column, text, "is too long")
        return ""

    def _mailboxes(self, column: int, text: str) -> tuple[str, ...]:
        found, rest = cells.mailboxes(text)
        if not cells.is_empty(rest):
            what = "is left out beside the address" if found else "is no e-mail address"
            self._leave_out(column, rest, what)
        return found

    def _number(self, meaning: str, read: Callable[[str], str]) -> str:
        numbers = []
        for column, text in self._all(meaning):
            if cells.has_lost_digits(text):
                self._leave_out(column, text, "has lost its last digits in a spreadsheet")
            elif not cells.is_empty(text):
                numbers.append((column, text))
        for column, text in numbers[1:]:
            self._leave_out(column, text, "is a second number")
        return read(numbers[0][1]) if numbers else ""

    def _address(self) -> tuple[str, ...]:
        lines = [line for _, text in self._all("address") for line in cells.postal_lines(text)]
        places = [cells.postcode(text) for _, text in self._all("place")]
        place = " ".join(sorted(places, key=lambda text: not text[:1].isdecimal()))
        return tuple(filter(None, (*lines, place.strip())))

    def _chosen(self, meaning: str, read: Callable[[str], T | None]) -> T | None:
        for column, text in self._all(meaning):
            value = read(text)
            if value is not None:
                return value
            self._leave_out(column, text, f"is no {meaning}")
        return None

    def _leave_out(self, column: int, text: str, what: str) -> None:
        place = self._grid.place(self._row, column)
        self.left_out.append(ReportLine(place, f'"{shortened(text)}" {what}'))

    def _fault(self) -> str:
        """Return why there is no recipient; fields that the data can't hold are left out."""
        row = self.recipient
        if not row.name:
            return "neither a name nor an e-mail address"
        fields = {"email": row.emails, **{key: getattr(row, key) for key in _EMPTY}}
        data = {key: value for key, value in fields.items() if value}
        try:
            Recipient.model_validate({"name": row.name, **data}, context=dict(AS_WRITTEN))
        except ValidationError as error:
            faults = {str(one["loc"][0]) for one in error.errors() if one["loc"]}
            if not faults <= _EMPTY.keys():
                return f'"{shortened(row.name)}" is no name'
            changes = {key: _EMPTY[key] for key in faults}
            self.recipient = replace(row, **changes)  # type: ignore[arg-type]
            place = self._grid.place(self._row)
            self.left_out += [ReportLine(place, f"its {key} can't be taken over") for key in faults]
        return ""
