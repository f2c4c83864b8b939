"""One row of a list on its way to a recipient: its cells, by their meaning."""

import re
from collections.abc import Callable, Mapping, Sequence
from dataclasses import replace
from operator import itemgetter
from typing import Final, TypeVar

from pydantic import ValidationError

from hearingkit.frozen import frozen
from hearingkit.intake import cells
from hearingkit.intake.cell_parts import SHORTEST_NUMBER, by_details
from hearingkit.intake.columns import ColumnWords
from hearingkit.intake.details import without_label
from hearingkit.intake.grid import Continued, Grid, GridRow
from hearingkit.lists.table import RecipientRole, RecipientRow
from hearingkit.model.base import AS_WRITTEN
from hearingkit.model.party import RegisteredParty
from hearingkit.model.recipient import Recipient
from hearingkit.model.text import LONGEST_LINE
from hearingkit.patterns import late_pattern
from hearingkit.quoting import shortened

T = TypeVar("T")

_IS_PHONE: Final = late_pattern(r"\(?\+?[\d\s().-]+")
_NUMBERS: Final = late_pattern(r"\(?\+?\d[\d\s().-]{2,}\d")
_LABEL: Final = r"(?i)\A[\W_]*(?:(?:%phone|tel|mob)\b[.:\s]*)?"
_AROUND: Final = " .,;:/|()–-"
_EMPTY: Final[Mapping[str, object]] = {
    "attention": "",
    "phone": "",
    "address": (),
    "org_number": "",
    "their_reference": "",
    "ean": "",
}
_PERSONAL: Final = late_pattern(r"[0-7]\d[01]\d\d\d[\s-]?\d{4,5}")  # CPR, fødselsnummer
_OF_A_PERSON: Final = "…"  # which no report shows
_POSTAL: Final = frozenset({"address", "place"})
_NO_NUMBER: Final[Mapping[str, str]] = {
    "phone": "is no telephone number",
    "org_number": "is no number of a body",
    "ean": "is no number of a body",
}
_FEWEST_FIGURES: Final = 2  # of a telephone that stands alone
_FEWEST_AMONG_WORDS: Final = 5
_TAKEN: Final = "\0"  # where a number stood


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
        is_nameless: Whether the cell for its name is empty.
        is_continued: Whether its name is that of the row above, by a merged cell.

    Args:
        grid: The sheet.
        row: The row.
        by_meaning: Its cells, by what their columns hold.
        is_own: Whether hearingkit wrote the list, so that each cell is as it was given.
    """

    def __init__(
        self,
        grid: Grid,
        row: GridRow,
        by_meaning: Mapping[str, list[tuple[int, str]]],
        *,
        is_own: bool = False,
    ) -> None:
        self._grid, self._row, self._is_own = grid, row, is_own
        self.left_out: list[ReportLine] = []
        shown = self._without_struck(by_meaning)
        self._by_meaning = shown if is_own else by_details(shown)
        self.left_out += [ReportLine(grid.place(row), reason) for reason in row.reports]
        for column, text in self._all("note"):
            self._leave_out(column, text, "is left out beside the address")
        for column, text in row.comments:
            self._leave_out(column, cells.cleaned(text), "is remarked on it, and is left out")
        self.is_continued = any(
            isinstance(text, Continued) for key in ("name", "body") for _, text in self._all(key)
        )
        self.is_nameless = not self._all("name") and not self._all("body")
        self.heading = self._line("heading")
        self.recipient = self._recipient()
        self.fault = self._fault()

    def _without_struck(
        self, by_meaning: Mapping[str, list[tuple[int, str]]]
    ) -> Mapping[str, list[tuple[int, str]]]:
        """Return the cells by their meaning, but those that are struck through."""
        if not self._row.struck:
            return by_meaning
        for column in sorted(self._row.struck):
            self._leave_out(column, cells.cleaned(self._row.cells[column]), "is struck through")
        return {
            meaning: [(column, text) for column, text in found if column not in self._row.struck]
            for meaning, found in by_meaning.items()
        }

    def _all(self, meaning: str) -> list[tuple[int, str]]:
        return self._by_meaning.get(meaning, [])

    def is_of(self, above: RecipientRow) -> bool:
        """Return whether all its mailboxes have the domain of one of the recipient above."""
        domains = {one.partition("@")[2].casefold() for one in above.emails}
        own = {one.partition("@")[2].casefold() for one in self.recipient.emails}
        return bool(own) and own <= domains and not self.heading

    def added_to(self, above: RecipientRow) -> RecipientRow:
        """Return the recipient above, with what this row says of it."""
        own = self.recipient
        if above.attention and own.attention not in {"", above.attention}:
            reason = f'"{shortened(own.attention)}" is left out beside "{above.attention}"'
            self.left_out.append(ReportLine(self._grid.place(self._row), reason))
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
        self._follow_links(emails)
        language = self._chosen("language", cells.language_of)
        read_phone = _as_given if self._is_own else _phones
        read_number = _own_number if self._is_own else _org_numbers
        return RecipientRow(
            name=name or next(iter(emails), ""),
            language=language,
            attention=attention,
            emails=tuple(dict.fromkeys(emails)),
            phone=self._number("phone", read_phone),
            address=self._address(),
            org_number=self._number("org_number", read_number),
            role=self._chosen("role", cells.role_of) or RecipientRole.TO,
            member_of=self._line("member_of"),
            their_reference=self._line("their_reference"),
            ean=self._number("ean", read_number),
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
        """Return the first name; another one is reported."""
        first = ""
        for column, text in self._all(meaning):
            if cells.is_error(text):
                self._leave_out(column, text, "is what a formula shows that failed")
                continue
            found, rest = cells.mailboxes(text) if "@" in text else ((), cells.cleaned(text))
            emails.extend(found)
            name = _bare(cells.without_page(rest))
            if missing := cells.missing_behind(name):
                name = _bare(name.removesuffix(missing))
                self._leave_out(column, missing.strip(" –-,()"), f'is left out beside "{name}"')
            if first and name and name.casefold() not in first.casefold():
                self._leave_out(column, name, f'is left out beside "{shortened(first)}"')
            first = first or name
        return first

    def _texts(self, meaning: str) -> list[str]:
        texts = [cells.cleaned(text) for _, text in self._all(meaning)]
        if meaning == "attention":
            texts = [without_label(text) for text in texts]
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
        is_linked = not found and any(column == one for one, _ in self._row.links)
        if not cells.is_empty(rest) and not is_linked:
            what = "is left out beside the address" if found else "is no e-mail address"
            self._leave_out(column, rest, what)
        return found

    def _follow_links(self, emails: list[str]) -> None:
        """Add the mailboxes that cells lead to, where it gives no other; else report them."""
        if not self._row.links:
            return
        has_own = bool(emails)
        shown = {one.casefold() for one in emails}
        for column, mailbox in self._row.links:
            if column in self._row.struck or mailbox.casefold() in shown:
                continue
            if not has_own and cells.is_mailbox(mailbox):
                emails.append(mailbox)
            else:
                self._leave_out(column, mailbox, "is where the cell leads, and is left out")

    def _number(self, meaning: str, read: Callable[[str], tuple[Sequence[str], str]]) -> str:
        numbers: list[str] = []
        for column, text in self._all(meaning):
            if cells.has_lost_digits(text):
                self._leave_out(column, text, "has lost its last digits in a spreadsheet")
                continue
            found, rest = read(text)
            for one in found[0 if numbers else 1 :]:
                self._leave_out(column, one, "is a second number")
            if rest:
                what = "is left out beside the number" if found else _NO_NUMBER[meaning]
                what = "is the number of a person" if rest == _OF_A_PERSON else what
                self._leave_out(column, rest, what)
            numbers += found
        return numbers[0] if numbers else ""

    def _address(self) -> tuple[str, ...]:
        if self._by_meaning.keys().isdisjoint(_POSTAL):
            return ()
        found = sorted(self._all("address"), key=itemgetter(0))
        lines = [line for _, text in found for line in cells.postal_lines(text)]
        house = " ".join(cells.cleaned(text) for _, text in self._all("house"))
        if house and lines:
            lines = [f"{lines[0]} {house}", *lines[1:]]
        places = [cells.postcode(text) for _, text in self._all("place")]
        place = " ".join(sorted(places, key=lambda text: not text[:1].isdecimal()))
        lines = [f"Postboks {line}" if line.isdecimal() else line for line in lines]
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
        if not row.name or not (row.emails or any(map(str.isalpha, row.name))):
            return "neither a name nor an e-mail address"
        fields = {"email": row.emails, **{key: getattr(row, key) for key in _EMPTY}}
        data = {key: value for key, value in fields.items() if value}
        try:
            model = RegisteredParty if row.ean else Recipient
            model.model_validate({"name": row.name, **data}, context=dict(AS_WRITTEN))
        except ValidationError as error:
            faults = {str(one["loc"][0]) for one in error.errors() if one["loc"]}
            if not faults <= _EMPTY.keys():
                return f'"{shortened(row.name)}" is no name'
            changes = {key: _EMPTY[key] for key in faults}
            self.recipient = replace(row, **changes)  # type: ignore[arg-type]
            place = self._grid.place(self._row)
            self.left_out += [ReportLine(place, f"its {key} can't be taken over") for key in faults]
        return ""


def _as_given(text: str) -> tuple[Sequence[str], str]:
    """Return the telephone of a list that hearingkit wrote, and those on lines below it."""
    return [*map(cells.telephone, text.splitlines())], ""


def _phones(text: str) -> tuple[Sequence[str], str]:
    """Return the telephone numbers in a cell, and what else stands there."""
    whole = cells.telephone(text if text.isprintable() else " / ".join(text.splitlines()))
    if _IS_PHONE.fullmatch(whole):
        return ((whole,), "") if sum(map(str.isdigit, whole)) >= _FEWEST_FIGURES else ((), whole)
    found: list[str] = []

    def without(match: re.Match[str]) -> str:
        if sum(map(str.isdigit, match[0])) < _FEWEST_AMONG_WORDS:
            return match[0]  # «8-15», when somebody answers
        found.append(match[0].strip(" .-"))
        return _TAKEN

    label = ColumnWords.pattern(_LABEL)
    rest = _NUMBERS.sub(without, whole).split(_TAKEN)
    pieces = (label.sub("", one).strip(_AROUND) for one in rest)
    return found, " ".join(one for one in pieces if not cells.is_empty(one))


def _own_number(text: str) -> tuple[Sequence[str], str]:
    """Return the number of a body in a list that hearingkit wrote; a person's is none."""
    whole = cells.cleaned(text)
    if _PERSONAL.fullmatch(whole):
        return (), _OF_A_PERSON
    return () if cells.is_empty(whole) else (whole,), ""


def _org_numbers(text: str) -> tuple[Sequence[str], str]:
    """Return the number of a body in a cell; one with few figures, or a person's, is none."""
    whole = cells.cleaned(text)
    if _PERSONAL.fullmatch(whole):
        return (), _OF_A_PERSON
    if sum(map(str.isdigit, whole)) >= SHORTEST_NUMBER:
        return (whole,), ""
    return (), "" if cells.is_empty(whole) else whole


def _bare(name: str) -> str:
    """Return a name without the mark of a footnote, or quotes and separators around it."""
    bare = name.rstrip("¹²³⁴⁵† ,;")
    if "*" in bare and "*" not in (core := bare.strip("* ")):
        bare = core
    is_quoted = len(bare) > 2 and bare[0] == bare[-1] and bare[0] in "'\""
    return bare[1:-1].strip() if is_quoted else bare
