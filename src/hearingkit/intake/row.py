"""One row of a list on its way to a recipient: its cells, by their meaning."""

from collections.abc import Callable, Iterator, Mapping
from dataclasses import replace
from typing import Final, TypeVar

from pydantic import ValidationError

from hearingkit.frozen import frozen
from hearingkit.intake import cells
from hearingkit.intake.details import details_of, kind_of_line, without_label
from hearingkit.intake.grid import Continued, Grid, GridRow
from hearingkit.lists.table import RecipientRole, RecipientRow
from hearingkit.model.base import AS_WRITTEN
from hearingkit.model.party import RegisteredParty
from hearingkit.model.recipient import Recipient
from hearingkit.model.text import LONGEST_LINE
from hearingkit.patterns import late_pattern
from hearingkit.quoting import shortened

T = TypeVar("T")

_NUMBERED: Final = late_pattern(  # «Østre kommune (910 168 312)», «…, org.nr. 910168312»
    r"[\s,;–(-]+(?:(?i:org|cvr)[\w. -]{0,12}?:?\s*)?((?:\d[\s.]?){7,8}\d)\)?\s*\Z"
)
_SHORTEST_NUMBER: Final = 8
_LONGEST_NUMBER: Final = 45  # with what stands before it
_PIECES: Final = late_pattern(r"[\n;,]\s*|\s/\s")
_BETWEEN_DETAILS: Final = frozenset("\n;,/")
_SEPARATORS: Final = frozenset(",;")
_IN_DETAILS: Final = frozenset("@.:/")
_LIKE_PHONE: Final = late_pattern(r"[\d\s().-]{5,}[\d().-]")
_EMPTY: Final[Mapping[str, object]] = {
    "attention": "",
    "phone": "",
    "address": (),
    "org_number": "",
    "their_reference": "",
    "ean": "",
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
        is_nameless: Whether the cell for its name is empty.
        is_continued: Whether its name is that of the row above, by a merged cell.
    """

    def __init__(
        self, grid: Grid, row: GridRow, by_meaning: Mapping[str, list[tuple[int, str]]]
    ) -> None:
        self._grid, self._row = grid, row
        self.left_out: list[ReportLine] = []
        self._by_meaning = _by_details(self._without_struck(by_meaning))
        self.left_out += [ReportLine(grid.place(row), reason) for reason in row.reports]
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
            ean=self._number("ean", cells.cleaned),
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
        for column, text in self._all(meaning):
            if cells.is_error(text):
                self._leave_out(column, text, "is what a formula shows that failed")
                continue
            found, rest = cells.mailboxes(text) if "@" in text else ((), cells.cleaned(text))
            emails.extend(found)
            if name := _bare(cells.without_page(rest)):
                return name
        return ""

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


def _bare(name: str) -> str:
    """Return a name without the mark of a footnote, or quotes and separators around it."""
    bare = name.rstrip("¹²³⁴⁵ ,;")
    is_quoted = len(bare) > 2 and bare[0] == bare[-1] and bare[0] in "'\""
    return bare[1:-1].strip() if is_quoted else bare


def _parts_of_contact(text: str) -> Iterator[tuple[str, str]]:
    """Yield what a cell of a contact tells: ``Arkivet, post@x.example, tlf. 22 33 44 55``."""
    names = []
    for piece in _PIECES.split(text):
        kind, value = kind_of_line(piece)
        if kind in {"email", "phone"}:
            yield kind, value
        else:
            found, rest = cells.mailboxes(piece)
            yield "email", "; ".join(found)
            names.append(rest)
    yield "attention", ", ".join(filter(None, names))


def _parted_from_number(name: str) -> tuple[str, str]:
    """Return a name, and the number of the body that stands behind it."""
    from stdnum.dk import cvr
    from stdnum.no import orgnr

    start = max(0, len(name) - _LONGEST_NUMBER)
    found = _NUMBERED.search(name, start)
    if isinstance(name, Continued) or not found or not name[: found.start()].strip():
        return name, ""
    is_number = cvr.is_valid(found[1]) or orgnr.is_valid(found[1])
    return (name[: found.start()], found[1]) if is_number else (name, "")


def _lines_of_name(text: str) -> list[str]:
    """Return the lines of a name, or its parts: ``Rådet, Storgata 1, 0150 Oslo``."""
    lines = [line for line in text.splitlines() if line.strip()]
    sign = ";" if ";" in text else ","
    if len(lines) != 1 or sign not in text:
        return lines
    parts = [part for part in map(str.strip, text.split(sign)) if part]
    kinds = [kind_of_line(part)[0] for part in parts]
    return parts if "town" in kinds[1:] and not kinds[0] and "" not in kinds[-1:] else lines


def _by_details(
    by_meaning: Mapping[str, list[tuple[int, str]]],
) -> Mapping[str, list[tuple[int, str]]]:
    """Return cells by meaning, where several lines of a cell tell different things."""
    having = [meaning for meaning, found in by_meaning.items() if _has_details(meaning, found)]
    if not having:
        return by_meaning
    by_detail: dict[str, list[tuple[int, str]]] = {}
    for meaning, found in by_meaning.items():
        if meaning not in having:
            by_detail.setdefault(meaning, []).extend(found)
            continue
        for column, text in found:
            for kind, part in _parts(meaning, text):
                by_detail.setdefault(kind, []).append((column, part))
    return by_detail


def _is_name_alone(text: str) -> bool:
    """Return whether a name has no sign of an address or a number behind it."""
    ends_with_number = not any(map(str.isalpha, text[-_SHORTEST_NUMBER:]))
    return not ends_with_number and not _SEPARATORS & set(text) and text.isprintable()


def _is_postal_alone(text: str) -> bool:
    """Return whether an address has no sign of a mailbox, a person or a telephone in it."""
    return text.isprintable() and _IN_DETAILS.isdisjoint(text) and not _LIKE_PHONE.search(text)


_IS_ALONE: Final[Mapping[str, Callable[[str], bool]]] = {  # by cheap signs, asked of every cell
    "name": _is_name_alone,
    "body": _is_name_alone,
    "email": _BETWEEN_DETAILS.isdisjoint,
    "phone": lambda text: "@" not in text,
    "attention": lambda text: "@" not in text,
    "address": _is_postal_alone,
}


def _has_details(meaning: str, found: list[tuple[int, str]]) -> bool:
    """Return whether a cell shows a sign of details beside what its column holds."""
    is_alone = _IS_ALONE.get(meaning)
    return is_alone is not None and not all(is_alone(text) for _, text in found)


def _parts(meaning: str, text: str) -> Iterator[tuple[str, str]]:
    """Yield what a cell tells: beside a name, an address or a telephone there may be others."""
    if meaning in {"name", "body"}:
        text, number = _parted_from_number(text)
        yield from ((("org_number", number),) if number else ())
    if meaning == "email" and "@" in text:
        pieces = _PIECES.split(text)
        phones = [one for one in pieces if "@" not in one and kind_of_line(one)[0] == "phone"]
        yield from (("phone", kind_of_line(one)[1]) for one in phones)
        yield meaning, "; ".join(one for one in pieces if one not in phones) if phones else text
        return
    if meaning == "attention" and "@" in text:
        yield from _parts_of_contact(text)
        return
    if meaning == "phone" and "@" in text:
        found, rest = cells.mailboxes(text)
        yield "email", "; ".join(found)
        yield meaning, rest
        return
    is_name = meaning in {"name", "body"}
    lines = _lines_of_name(text) if is_name else []
    is_name = len(lines) > 1
    if isinstance(text, Continued) or not (is_name or meaning == "address"):
        yield meaning, text
        return
    details = details_of(lines if is_name else cells.postal_lines(text), is_address=not is_name)
    whole = {
        meaning: details.name,
        "email": "; ".join(details.emails),
        "phone": details.phone,
        "attention": details.attention,
        "address": "\n".join(details.address),
    }
    yield from ((kind, part) for kind, part in whole.items() if part)
