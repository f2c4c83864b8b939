"""Lists of recipients that hold lists: are they there, do they end, are they not too much?"""

import functools
import itertools
from collections.abc import Iterable, Iterator, Mapping

from hearingkit.findings import Finding, limited
from hearingkit.model.recipient import (
    Entry,
    GroupReference,
    ListReference,
    PartyReference,
    Recipient,
    RecipientGroup,
    placed_entries,
    referred_lists,
)
from hearingkit.model.text import texts_of
from hearingkit.quoting import nearest
from hearingkit.source.site import Site
from hearingkit.validation.chains import Held, in_order, loops, without
from hearingkit.validation.faults import finding
from hearingkit.validation.located import Located
from hearingkit.validation.parties import Register
from hearingkit.validation.sections import LISTS, PARTIES
from hearingkit.validation.unknown_ids import Names, unknown_id

_MOST_RECIPIENTS = 100_000  # lists of lists can double at every step
_DEEPEST = 20  # steps from list to list
_MOST_STEPS = 6

Lists = Mapping[str, Located[tuple[Entry, ...]]]


class SoundLists:
    """The recipient lists that can be resolved: no list is missing in them, and they end.

    Attributes:
        findings: What is wrong with the others.
    """

    def __init__(self, lists: Lists, register: Register, known: Mapping[str, Names]) -> None:
        self._lists = {id_: one for id_, one in lists.items() if _can_be_counted(one.value)}
        self._register = register
        self._known = known
        self._sizes: dict[str, int] = {}
        self._depths: dict[str, int] = {}
        self._whole: set[str] = set()
        self._names: dict[str, frozenset[str]] = {}
        self._places = {id_: number for number, id_ in enumerate(self._lists)}
        self.findings: list[Finding] = []
        for id_ in self._innermost_first():
            self._take(id_, self._lists[id_])

    def hold(self, entries: tuple[Entry, ...]) -> bool:
        """Return whether all lists and parties that the entries refer to are sound."""
        is_listed = all(id_ in self._sizes for id_ in referred_lists(entries))
        return is_listed and all(id_ in self._register.parties for id_ in _parties(entries))

    def are_known(self, entries: tuple[Entry, ...]) -> bool:
        """Return whether it is known who stands on the lists that the entries refer to."""
        return _can_be_counted(entries) and self.hold(entries)

    def are_whole(self, entries: tuple[Entry, ...]) -> bool:
        """Return whether nothing is at fault in what the entries refer to."""
        is_listed = all(id_ in self._whole for id_ in referred_lists(entries))
        known = self._register
        return (
            is_listed
            and all(known.parties[id_].whole for id_ in _parties(entries))
            and all(known.are_whole[group] for group in self._groups(entries))
        )

    def entry_findings(self, entries: tuple[Entry, ...], site: Site) -> Iterator[Finding]:
        """Yield what is wrong with the references among some entries."""
        yield from limited(self._unknown(entries, site))
        for reference, here in _located_references(entries, site):
            if not isinstance(reference, PartyReference) and reference.excluded:
                yield from self._excluded_findings(reference, here)
        if self._size(entries) > _MOST_RECIPIENTS:
            yield finding("HK122", site.key_place, "many", most=_MOST_RECIPIENTS)

    def _unknown(self, entries: tuple[Entry, ...], site: Site) -> Iterator[Finding]:
        for reference, here in _located_references(entries, site):
            match reference:
                case ListReference(list_id=given):
                    key, code = "list", "HK112"
                case PartyReference(party_id=given):
                    key, code = "party", "HK129"
                case GroupReference(group=given):
                    key, code = "group", "HK130"
            known, place = self._known_by_key[key], here.at(key).place
            others = (other for other, ids in self._known_by_key.items() if given in ids)
            if given in known:
                continue
            if other := next(others, ""):
                yield finding(code, place, "elsewhere", given=given, key=other)
            else:
                yield unknown_id(code, place, given, known)

    @functools.cached_property
    def _known_by_key(self) -> Mapping[str, Names]:
        """Return what an entry may name, by the key under which it does."""
        groups: Names = dict.fromkeys(self._register.groups, ())
        return {"list": self._known[LISTS], "group": groups, "party": self._known[PARTIES]}

    def _excluded_findings(
        self, reference: ListReference | GroupReference, here: Site
    ) -> Iterator[Finding]:
        if isinstance(reference, ListReference):
            variant, held = "", reference.list_id
            names = self._names_on(held) if held in self._sizes else None
        else:
            variant, held = "group", reference.group
            ids = self._register.groups.get(held)
            names = None if ids is None else self._names_of(ids)
        if names is None:
            return
        unknown = (one for one in enumerate(reference.excluded) if one[1] not in names)
        for number, name in limited(unknown):
            facts = {"list": held, "meant": nearest(name, names)}
            place = here.at("except", number).place
            yield finding("HK120", place, variant, given=name, **facts)

    def _innermost_first(self) -> list[str]:
        """Return the ids such that a list comes after those that it holds; loops are left out."""
        left: Held = {id_: self._held(one.value) for id_, one in self._lists.items()}
        ordered: list[str] = []
        for _ in range(_DEEPEST):  # behind a loop there may be another
            sound = list(in_order(left))
            left = without(left, sound)
            found = list(loops(left))
            left = without(left, itertools.chain.from_iterable(found))
            ordered += sound
            self.findings += map(self._loop, found)
        return ordered

    def _held(self, entries: tuple[Entry, ...]) -> list[str]:
        """Return the ids of the lists that are held and there, each once, in a stable order."""
        ids = dict.fromkeys(referred_lists(entries))
        return [id_ for id_ in ids if id_ in self._lists]

    def _loop(self, chain: list[str]) -> Finding:
        """Report a loop at the list that comes first in the data."""
        start = min(range(len(chain)), key=lambda number: self._places[chain[number]])
        steps = [*chain[start:], *chain[:start], chain[start]]
        if len(steps) > _MOST_STEPS:
            steps[_MOST_STEPS // 2 : 1 - _MOST_STEPS // 2] = ["…"]
        place = self._lists[steps[0]].site.key_place
        return finding("HK115", place, given=steps[0], chain=" > ".join(steps))

    def _take(self, id_: str, located: Located[tuple[Entry, ...]]) -> None:
        """Keep what is sound of a list; those that it holds have been taken before."""
        entries = located.value
        found = list(self.entry_findings(entries, located.site))
        depth = 1 + max((self._depths.get(held, 0) for held in self._held(entries)), default=0)
        if depth > _DEEPEST:
            found.append(finding("HK122", located.site.key_place, "deep", most=_DEEPEST))
        self.findings += found
        if not found and self.hold(entries):
            self._sizes[id_] = self._size(entries)
            self._depths[id_] = depth
            if located.whole and self.are_whole(entries):
                self._whole.add(id_)

    def _size(self, entries: tuple[Entry, ...]) -> int:
        held = sum(self._sizes.get(id_, 0) for id_ in referred_lists(entries))
        held += sum(self._register.size(id_) for id_ in _parties(entries))
        held += sum(self._register.sizes[group] for group in self._groups(entries))
        return held + sum(map(_number, _recipients(entries)))

    def _names_on(self, id_: str) -> frozenset[str]:
        """Return all names on a sound list and on those that it holds."""
        if id_ not in self._names:
            reached, names = [id_], set[str]()
            for one in reached:  # grows as lists are met
                entries = self._lists[one].value
                names.update(one.name for one in _recipients(entries) if one.name is not None)
                names.update(self._names_of(_parties(entries)))
                for group in set(self._groups(entries)):
                    names.update(self._names_of(self._register.groups[group]))
                names.update(_collectives(entries))
                reached += [held for held in self._held(entries) if held not in reached]
            self._names[id_] = frozenset(names)
        return self._names[id_]

    def _groups(self, entries: tuple[Entry, ...]) -> Iterator[str]:
        """Yield the groups that entries name and that there are."""
        for one in placed_entries(entries, without=Recipient):
            if isinstance(one.entry, GroupReference) and one.entry.group in self._register.groups:
                yield one.entry.group

    def _names_of(self, ids: Iterable[str]) -> frozenset[str]:
        """Return what parties can be left out by: their ids and their names."""
        known = {id_: self._register.parties.get(id_) for id_ in ids}
        return frozenset(
            {*known, *(one.value.name for one in known.values() if one and one.value.name)}
        )


def _can_be_counted(entries: tuple[Entry, ...] | None) -> bool:
    """Return whether nothing is at fault that leads to groups and lists."""
    return entries is not None and all(
        is_known(one.entry) for one in placed_entries(entries, without=Recipient)
    )


def is_known(entry: Entry) -> bool:
    """Return whether an entry names the list, or holds the entries, that it is made of."""
    match entry:
        case ListReference():
            return entry.list_id is not None
        case GroupReference():
            return entry.group is not None
        case PartyReference():
            return entry.party_id is not None
        case RecipientGroup():
            return entry.entries is not None
        case Recipient():
            return True


def _number(recipient: Recipient) -> int:
    """Return how many recipients one is, with its members."""
    return 1 + sum(map(_number, recipient.members))


def _located_references(
    entries: tuple[Entry, ...], site: Site
) -> Iterator[tuple[ListReference | GroupReference | PartyReference, Site]]:
    for one in placed_entries(entries, without=Recipient):
        if isinstance(one.entry, ListReference | GroupReference | PartyReference) and is_known(
            one.entry
        ):
            yield one.entry, site.at(*one.path)


def _parties(entries: tuple[Entry, ...]) -> Iterator[str]:
    """Yield the ids of the parties that entries name one by one."""
    for one in placed_entries(entries, without=Recipient):
        if isinstance(one.entry, PartyReference) and one.entry.party_id is not None:
            yield one.entry.party_id


def _collectives(entries: tuple[Entry, ...]) -> Iterator[str]:
    """Yield the names that entries have printed for several, in the first language of each."""
    for one in placed_entries(entries, without=Recipient):
        if isinstance(one.entry, ListReference | GroupReference) and one.entry.collective:
            yield from texts_of(one.entry.collective)[:1]


def _recipients(entries: tuple[Entry, ...]) -> Iterator[Recipient]:
    placed = (one.entry for one in placed_entries(entries))
    return (entry for entry in placed if isinstance(entry, Recipient))
