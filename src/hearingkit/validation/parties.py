"""Who the recipients of a hearing are: lists, groups and parties of the register, resolved."""

import functools
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import field, replace
from typing import Any, Final, TypeAlias

from hearingkit.frozen import frozen
from hearingkit.language.alphabet import alphabetical_key
from hearingkit.language.language import Language
from hearingkit.model.hearing import Hearing
from hearingkit.model.party import RegisteredParty
from hearingkit.model.recipient import (
    Entry,
    GroupReference,
    ListReference,
    Member,
    Order,
    PartyReference,
    Recipient,
    RecipientGroup,
    TranslatedRecipient,
    placed_entries,
)
from hearingkit.model.text import LineIn, texts_of
from hearingkit.source.file import TreePath
from hearingkit.source.site import Site
from hearingkit.validation.located import Located

_NOWHERE: Final[Mapping[TreePath, Site]] = {}  # the same for all of a long list


@frozen
class Party:
    """A recipient of one hearing.

    Attributes:
        recipient: As described, or as the register has it.
        headings: The headings it stands under, outermost first.
        site: Where it is described: in the hearing, in a recipient list or in the register.
        via: Where the hearing refers to what it is taken from; None where it is written in place.
        is_whole: Whether nothing of it is at fault.
        id: Its id in the register; None where it isn't of it.
        elsewhere: Members of a collective that are described elsewhere, by the way to each.
    """

    recipient: Recipient
    headings: tuple[str, ...]
    site: Site
    via: Site | None = None
    is_whole: bool = True
    id: str | None = None
    elsewhere: Mapping[TreePath, Site] = field(default_factory=lambda: _NOWHERE)

    def site_of(self, path: TreePath) -> Site:
        """Return where it is described, or a member that a way leads to."""
        if not path:
            return self.site
        starts = (path[:end] for end in range(len(path), 0, -1))
        found = next((one for one in starts if one in self.elsewhere), ())
        return (self.elsewhere[found] if found else self.site).at(*path[len(found) :])

    def printed_in(self, language: Language, line: Callable[[str], str]) -> "Party":
        """Return it with its name in a language, and with its headings filled by a function."""
        headings = tuple(map(line, self.headings))
        recipient = self.recipient
        if recipient.name is not None and (name := recipient.name_in(language)) != recipient.name:
            recipient = recipient.model_copy(update={"name": name})
        return replace(self, headings=headings, recipient=recipient)


AskParties: TypeAlias = Callable[[], tuple[Party, ...]]
"""Finds the recipients of a hearing, in the order asked for; each time the same."""


class Register:
    """The parties that can be named by id or group.

    Attributes:
        parties: By id.
    """

    def __init__(self, parties: Mapping[str, Located[RegisteredParty]]) -> None:
        self.parties = parties

    @functools.cached_property
    def groups(self) -> Mapping[str, tuple[str, ...]]:
        """Return the ids of the parties in each group, but for those that others have replaced."""
        found: dict[str, list[str]] = {}
        for id_, located in self.parties.items():
            for group in located.value.groups:
                ids = found.setdefault(group, [])
                ids += [] if located.value.replaced_by else [id_]
        return {group: tuple(ids) for group, ids in found.items()}

    @functools.cached_property
    def sizes(self) -> Mapping[str, int]:
        """Return how many recipients each group holds, those in collectives too."""
        return {group: sum(map(self.size, ids)) for group, ids in self.groups.items()}

    @functools.cached_property
    def are_whole(self) -> Mapping[str, bool]:
        """Return for each group whether nothing is at fault in its parties."""
        return {
            group: all(self.parties[id_].whole for id_ in ids) for group, ids in self.groups.items()
        }

    def size(self, id_: str) -> int:
        """Return how many recipients a party is, with its members; 0 where it is not there."""
        located = self.parties.get(id_)
        return sum(1 for _ in Member(located.value).with_members()) if located else 0


class Resolver:
    """Tells who the recipients are that entries name; all that these refer to must be there."""

    def __init__(self, lists: Mapping[str, Located[tuple[Entry, ...]]], register: Register) -> None:
        self._lists = lists
        self.register = register

    def of_hearing(self, located: Located[Hearing]) -> tuple[Party, ...]:
        """Return the recipients of a hearing in the order asked for, then those of copies."""
        recipients = located.value.recipients
        entries = located.site.at("recipients", "entries")
        given = tuple(self._resolved(located.value.entries, _Origin(entries, located)))
        copies = _Origin(located.site.at("copy_to"), located)
        copied = (
            replace(one, recipient=one.recipient.model_copy(update={"is_copy": True}))
            for one in self._resolved(located.value.copy_to, copies)
        )
        is_sorted = recipients and recipients.order is Order.ALPHABETICAL
        return (*(_alphabetical(given) if is_sorted else given), *copied)

    def _resolved(
        self, entries: tuple[Entry, ...], origin: "_Origin", headings: tuple[str, ...] = ()
    ) -> Iterator[Party]:
        groups: dict[TreePath, _Origin] = {}  # what stands in one shares its site
        for placed in placed_entries(entries, headings=headings):
            group, number = placed.path[:-1], placed.path[-1]
            here = (groups.get(group) or groups.setdefault(group, origin.at(*group))).at(number)
            above = placed.headings
            via = origin.via or here.site
            match placed.entry:
                case Recipient() as recipient:
                    yield Party(recipient, above, here.site, origin.via, here.is_whole)
                case PartyReference() as one if one.party_id is not None:
                    yield self._registered(one.party_id, above, via, _said_of(one))
                case ListReference() | GroupReference() as several:
                    found = tuple(self._several(several, above, via))
                    name = several.collective
                    if name and found and texts_of(name):
                        found = (_collective(name, found, here, via),)
                    yield from found
                case PartyReference() | RecipientGroup():
                    pass

    def _several(
        self, entry: ListReference | GroupReference, headings: tuple[str, ...], via: Site
    ) -> Iterator[Party]:
        excluded = frozenset(entry.excluded)
        for party in self._referred(entry, headings, via):
            if party.recipient.name not in excluded and party.id not in excluded:
                yield party

    def _referred(
        self, entry: ListReference | GroupReference, headings: tuple[str, ...], via: Site
    ) -> Iterator[Party]:
        if isinstance(entry, GroupReference):
            ids = self.register.groups.get(entry.group, ())
            yield from (self._registered(id_, headings, via, {}) for id_ in ids)
        elif entry.list_id is not None:
            listed = self._lists[entry.list_id]
            yield from self._resolved(listed.value, _Origin(listed.site, listed, via), headings)

    def _registered(
        self, id_: str, headings: tuple[str, ...], via: Site, said: Mapping[str, object]
    ) -> Party:
        located = self.register.parties[id_]
        recipient = located.value.model_copy(update=said) if said else located.value
        return Party(recipient, headings, located.site, via, not located.faults, id_)


def _said_of(reference: PartyReference) -> Mapping[str, object]:
    """Return what an entry says of a party, in place of the register."""
    names = ("attention", "their_reference", "language", "is_copy")
    return {name: said for name in names if (said := getattr(reference, name))}


def _collective(
    words: str | LineIn, parties: tuple[Party, ...], here: "_Origin", via: Site
) -> Party:
    """Return the one recipient that is printed for several."""
    elsewhere: dict[TreePath, Site] = {}
    for number, party in enumerate(parties):
        way: TreePath = ("members", number)
        elsewhere[way] = party.site
        elsewhere |= {(*way, *path): site for path, site in party.elsewhere.items()}
    members = tuple(party.recipient for party in parties)
    is_whole = here.is_whole and all(party.is_whole for party in parties)
    (name, *others) = texts_of(words)
    recipient = TranslatedRecipient(name=name, name_in=words if others else None, members=members)
    return Party(
        recipient,
        parties[0].headings,
        here.site,
        via,
        is_whole,
        elsewhere=elsewhere,
    )


@frozen
class _Origin:
    """Where entries stand: the value that holds them, and where a hearing refers to that."""

    site: Site
    holder: Located[Any]
    via: Site | None = None

    def at(self, *steps: str | int) -> "_Origin":
        return _Origin(self.site.at(*steps), self.holder, self.via)

    @property
    def is_whole(self) -> bool:
        if not (self.holder.faults or self.holder.lacks):
            return True
        path = self.site.path[len(self.holder.site.path) :]
        # Recipients may be a bare list of entries.
        bare = tuple(step for step in path if step != "entries")
        return not (self.holder.is_at_fault(*path) or self.holder.is_at_fault(*bare))


def from_first_to_last(parties: Iterable[Party]) -> tuple[Party, ...]:
    """Return recipients by name from A to Å, under no headings."""
    return _alphabetical(tuple(replace(one, headings=()) for one in parties))


def _alphabetical(parties: tuple[Party, ...]) -> tuple[Party, ...]:
    """Sort by name under each heading; the headings stay in the order given."""
    headings = {party.headings: None for party in parties}
    ranks = {heading: rank for rank, heading in enumerate(headings)}
    return tuple(
        sorted(
            parties,
            key=lambda party: (ranks[party.headings], alphabetical_key(party.recipient.name or "")),
        )
    )
