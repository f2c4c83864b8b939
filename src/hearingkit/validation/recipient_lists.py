"""Lists of recipients that hold lists: are they there, do they end, are they not too much?"""

import contextlib
import graphlib
import itertools
from collections.abc import Iterable, Iterator, Mapping

from hearingkit.findings import Finding, limited
from hearingkit.model.recipient import (
    Entry,
    ListReference,
    Member,
    Recipient,
    RecipientGroup,
    placed_entries,
    referred_lists,
)
from hearingkit.source.quoting import nearest
from hearingkit.source.site import Site
from hearingkit.validation.book import Located
from hearingkit.validation.faults import finding
from hearingkit.validation.unknown_ids import Names, unknown_id

_MOST_RECIPIENTS = 100_000  # lists of lists can double at every step
_DEEPEST = 20  # steps from list to list
_MOST_STEPS_TOLD = 6

Lists = Mapping[str, Located[tuple[Entry, ...]]]
Held = Mapping[str, list[str]]
"""The ids of the lists that each list holds."""


class SoundLists:
    """The recipient lists that can be resolved: no list is missing in them, and they end.

    Attributes:
        findings: What is wrong with the others.
    """

    def __init__(self, lists: Lists, declared: Names) -> None:
        self._lists = {id_: one for id_, one in lists.items() if _can_be_counted(one.value)}
        self._declared = declared
        self._sizes: dict[str, int] = {}
        self._depths: dict[str, int] = {}
        self._whole: set[str] = set()
        self._names: dict[str, frozenset[str]] = {}
        self._places = {id_: number for number, id_ in enumerate(self._lists)}
        self.findings: list[Finding] = []
        for id_ in self._innermost_first():
            self._take(id_, self._lists[id_])

    def hold(self, entries: tuple[Entry, ...]) -> bool:
        """Tell whether all lists that the entries refer to are sound."""
        return all(id_ in self._sizes for id_ in referred_lists(entries))

    def can_be_told(self, entries: tuple[Entry, ...]) -> bool:
        """Tell whether it is known who stands on the lists that the entries refer to."""
        return _can_be_counted(entries) and self.hold(entries)

    def are_whole(self, entries: tuple[Entry, ...]) -> bool:
        """Tell whether nothing is at fault on the lists that the entries refer to."""
        return all(id_ in self._whole for id_ in referred_lists(entries))

    def entry_findings(self, entries: tuple[Entry, ...], site: Site) -> Iterator[Finding]:
        """Yield what is wrong with the references to lists among some entries."""
        yield from limited(self._unknown_lists(entries, site))
        for reference, here in _located_references(entries, site):
            if reference.list_id in self._sizes and reference.excluded:
                yield from self._excluded_findings(reference, here)
        if self._size(entries) > _MOST_RECIPIENTS:
            yield finding("HK122", site.key_place, "many", most=_MOST_RECIPIENTS)

    def _unknown_lists(self, entries: tuple[Entry, ...], site: Site) -> Iterator[Finding]:
        for reference, here in _located_references(entries, site):
            given = reference.list_id
            if given not in self._declared:
                yield unknown_id("HK112", here.at("list").place, given, self._declared)

    def _excluded_findings(self, reference: ListReference, here: Site) -> Iterator[Finding]:
        names = self._names_on(reference.list_id)
        unknown = (one for one in enumerate(reference.excluded) if one[1] not in names)
        for number, name in limited(unknown):
            facts = {"list": reference.list_id, "meant": nearest(name, names)}
            place = here.at("except", number).place
            yield finding("HK120", place, given=name, **facts)

    def _innermost_first(self) -> list[str]:
        """Return the ids such that a list comes after those that it holds; loops are left out."""
        left: Held = {id_: self._held(one.value) for id_, one in self._lists.items()}
        ordered: list[str] = []
        for _ in range(_DEEPEST):  # behind a loop there may be another
            sound = list(_in_order(left))
            left = _without(left, sound)
            loops = list(_loops(left))
            left = _without(left, itertools.chain.from_iterable(loops))
            ordered += sound
            self.findings += map(self._loop, loops)
        return ordered

    def _held(self, entries: tuple[Entry, ...]) -> list[str]:
        """Return the ids of the lists that are held and there, each once, in a stable order."""
        ids = dict.fromkeys(referred_lists(entries))
        return [id_ for id_ in ids if id_ in self._lists]

    def _loop(self, chain: list[str]) -> Finding:
        """Tell of a loop at the list that comes first in the data."""
        start = min(range(len(chain)), key=lambda number: self._places[chain[number]])
        steps = [*chain[start:], *chain[:start], chain[start]]
        if len(steps) > _MOST_STEPS_TOLD:
            steps[_MOST_STEPS_TOLD // 2 : 1 - _MOST_STEPS_TOLD // 2] = ["…"]
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
        return held + sum(1 for one in _recipients(entries) for _ in Member(one).with_members())

    def _names_on(self, id_: str) -> frozenset[str]:
        """Return all names on a sound list and on those that it holds."""
        if id_ not in self._names:
            reached, names = [id_], set[str]()
            for one in reached:  # grows as lists are met
                entries = self._lists[one].value
                names.update(recipient.name for recipient in _recipients(entries))
                reached += [held for held in self._held(entries) if held not in reached]
            self._names[id_] = frozenset(names)
        return self._names[id_]


def _in_order(held: Held) -> Iterator[str]:
    """Yield each list behind those that it holds, but for those that lead to a loop."""
    sorter = graphlib.TopologicalSorter(held)
    with contextlib.suppress(graphlib.CycleError):
        sorter.prepare()
    while ready := sorter.get_ready():
        yield from ready
        sorter.done(*ready)


def _loops(held: Held) -> Iterator[list[str]]:
    """Yield loops that share no list, where each list holds one; each list before one it holds."""
    seen: set[str] = set()
    for id_ in held:
        way: dict[str, int] = {}
        while id_ not in seen:
            seen.add(id_)
            way[id_] = len(way)
            id_ = held[id_][0]  # noqa: PLW2901 (a step on the way)
        if id_ in way:
            yield list(way)[way[id_] :]


def _without(held: Held, ids: Iterable[str]) -> Held:
    """Return the lists without some of them."""
    gone = frozenset(ids)
    return {
        id_: [one for one in ones if one not in gone]
        for id_, ones in held.items()
        if id_ not in gone
    }


def _can_be_counted(entries: tuple[Entry, ...] | None) -> bool:
    """Tell whether nothing is at fault that leads to groups and lists."""
    return entries is not None and all(is_known(one.entry) for one in placed_entries(entries))


def is_known(entry: Entry) -> bool:
    """Tell whether an entry names the list, or holds the entries, that it is made of."""
    match entry:
        case ListReference():
            return entry.list_id is not None
        case RecipientGroup():
            return entry.entries is not None
        case Recipient():
            return True


def _located_references(
    entries: tuple[Entry, ...], site: Site
) -> Iterator[tuple[ListReference, Site]]:
    for one in placed_entries(entries):
        if isinstance(one.entry, ListReference) and one.entry.list_id is not None:
            yield one.entry, site.at(*one.path)


def _recipients(entries: tuple[Entry, ...]) -> Iterator[Recipient]:
    placed = (one.entry for one in placed_entries(entries))
    return (entry for entry in placed if isinstance(entry, Recipient))
