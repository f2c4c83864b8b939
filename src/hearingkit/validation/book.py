"""All that a workspace holds, and one hearing with what it refers to."""

import datetime as dt
import unicodedata
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from typing import Generic, TypeVar

from hearingkit.findings import Place
from hearingkit.model.gaps import LeftOut, unless_left_out
from hearingkit.model.hearing import Hearing
from hearingkit.model.issuer import Issuer, Unit
from hearingkit.model.recipient import (
    Entry,
    ListReference,
    Order,
    Recipient,
    RecipientGroup,
)
from hearingkit.source.file import SourceFile, TreePath

T = TypeVar("T")


@dataclass(frozen=True, slots=True)
class Site:
    """Where a value stands in the sources.

    Attributes:
        source: The file.
        path: The keys and indexes that lead to it.
    """

    source: SourceFile = field(repr=False)
    path: TreePath

    def at(self, *steps: str | int) -> "Site":
        """Return the site of a part of the value."""
        return Site(self.source, (*self.path, *steps))

    @property
    def place(self) -> Place:
        """Return the place of the value."""
        return self.source.place(self.path)

    @property
    def key_place(self) -> Place:
        """Return the place of the key that names the value."""
        return self.source.place(self.path, key=True)

    def quote(self, text: str, nth: int = 0) -> Place:
        """Return the place of a piece of the value's text."""
        return self.source.place_of(self.path, text, nth)

    def quote_line(self, text: str, number: int) -> Place:
        """Return the place of a line of the value's text; the value's own where it begins there.

        Args:
            text: The value, or the value without the line ends around it.
            number: Which line of it, from 1.
        """
        lines = text.split("\n")
        line = lines[number - 1].strip() if number <= len(lines) else ""
        found = self.quote(line, "\n".join(lines[: number - 1]).count(line))
        return self.place if found.line == self.place.line else found


@dataclass(frozen=True, slots=True)
class Located(Generic[T]):
    """A value and where it stands.

    Attributes:
        value: As described; what is at fault in it can't be read.
        site: Where it stands.
        whole: Whether nothing of it is at fault.
    """

    value: T
    site: Site
    whole: bool = True


@dataclass(frozen=True, slots=True)
class Party:
    """A recipient of one hearing.

    Attributes:
        recipient: As described.
        headings: The headings it stands under, outermost first.
        site: Where it is described: in the hearing or in a recipient list.
        via: Where the hearing refers to the list that it stands on; None where it stands on none.
    """

    recipient: Recipient
    headings: tuple[str, ...]
    site: Site
    via: Site | None = None


@dataclass(frozen=True, slots=True, eq=False)
class Case:
    """One hearing with all that it refers to; equal to none but itself.

    Of an unsound hearing, reading what is at fault raises ``LeftOut``.

    Attributes:
        id: The hearing's id.
        hearing: As described.
        site: Where the hearing stands.
        sender: The issuer and where it stands; None where no file describes it.
        resolved: The recipients; None where they can't be told.
        today: The day on which it is judged; None where that was not told.
    """

    id: str
    hearing: Hearing
    site: Site
    sender: Located[Issuer] | None
    resolved: tuple[Party, ...] | None
    today: dt.date | None = None

    @property
    def issuer(self) -> Issuer:
        """Return who sends the hearing."""
        return _there(self.sender, "issuer").value

    @property
    def issuer_site(self) -> Site:
        """Return where the issuer stands."""
        return _there(self.sender, "issuer").site

    @property
    def parties(self) -> tuple[Party, ...]:
        """Return the recipients in the order asked for, lists resolved."""
        return _there(self.resolved, "recipients")

    def unit(self, reference: str | Unit) -> Unit:
        """Return a unit of the issuer, or the one written out."""
        if isinstance(reference, Unit):
            return reference
        return _there(self.issuer.units.get(reference), "unit")


def _there(value: T | None, what: str) -> T:
    if value is None:
        raise LeftOut(what)
    return value


@dataclass(frozen=True, slots=True)
class HearingBook:
    """What a workspace holds, by id; what is at fault can't be read, or isn't there at all.

    Attributes:
        issuers: By id.
        recipient_lists: By id.
        hearings: By id.
        unsound: The ids of hearings of which a part, or something that they refer to, is at fault.
        unaddressed: The ids of those whose recipients can't be told.
    """

    issuers: Mapping[str, Located[Issuer]]
    recipient_lists: Mapping[str, Located[tuple[Entry, ...]]]
    hearings: Mapping[str, Located[Hearing]]
    unsound: frozenset[str] = frozenset()
    unaddressed: frozenset[str] = frozenset()

    def cases(self, today: dt.date | None = None) -> Iterator[Case]:
        """Yield every sound hearing, in the order of the sources."""
        yield from (self.case(id_, today) for id_ in self.hearings if id_ not in self.unsound)

    def case(self, id_: str, today: dt.date | None = None) -> Case:
        """Return a hearing with what it refers to.

        Args:
            id_: Which hearing.
            today: The day on which it is judged; None leaves out what needs to know it.

        Raises:
            KeyError: If there is no hearing of that id.
        """
        located = self.hearings[id_]
        hearing, is_addressed = located.value, id_ not in self.unaddressed
        return Case(
            id=id_,
            hearing=hearing,
            site=located.site,
            sender=unless_left_out(lambda: self.issuers.get(hearing.issuer), None),
            resolved=unless_left_out(lambda: self._parties(located), None)
            if is_addressed
            else None,
            today=today,
        )

    def _parties(self, located: Located[Hearing]) -> tuple[Party, ...]:
        recipients = located.value.recipients
        given = tuple(self._resolved(recipients.entries, located.site.at("recipients", "entries")))
        copies = tuple(
            Party(copy.model_copy(update={"is_copy": True}), (), located.site.at("copy_to", number))
            for number, copy in enumerate(located.value.copy_to)
        )
        return (_alphabetical(given) if recipients.order is Order.ALPHABETICAL else given) + copies

    def _resolved(
        self,
        entries: tuple[Entry, ...],
        site: Site,
        headings: tuple[str, ...] = (),
        via: Site | None = None,
    ) -> Iterator[Party]:
        for number, entry in enumerate(entries):
            here = site.at(number)
            match entry:
                case Recipient():
                    yield Party(entry, headings, here, via)
                case RecipientGroup():
                    below = (*headings, entry.heading)
                    yield from self._resolved(entry.entries, here.at("entries"), below, via)
                case ListReference():
                    yield from self._listed(entry, headings, via or here)

    def _listed(
        self, entry: ListReference, headings: tuple[str, ...], via: Site
    ) -> Iterator[Party]:
        listed = self.recipient_lists[entry.list_id]
        excluded = frozenset(entry.excluded)
        for party in self._resolved(listed.value, listed.site, headings, via):
            if party.recipient.name not in excluded:
                yield party


_BEHIND_Z = str.maketrans({"æ": "{", "ä": "{", "ø": "|", "ö": "|", "å": "}", "ü": "y"})


def alphabetical_key(name: str) -> str:
    """Return what a name is sorted by in Danish and Norwegian: æ, ø, å (and aa) come after z.

    A letter with an accent counts as the bare one.

    Source:
        Retskrivningsordbogen § 3 (DK); Norwegian practice for names is the same.
    """
    whole = unicodedata.normalize("NFC", name.casefold()).replace("aa", "å")
    return _without_accents(whole.translate(_BEHIND_Z))


def _without_accents(text: str) -> str:
    if text.isascii():
        return text
    parts = unicodedata.normalize("NFD", text)
    return "".join(sign for sign in parts if not unicodedata.combining(sign))


def _alphabetical(parties: tuple[Party, ...]) -> tuple[Party, ...]:
    """Sort by name under each heading; the headings stay in the order given."""
    headings = {party.headings: None for party in parties}
    ranks = {heading: rank for rank, heading in enumerate(headings)}
    return tuple(
        sorted(
            parties,
            key=lambda party: (ranks[party.headings], alphabetical_key(party.recipient.name)),
        )
    )
