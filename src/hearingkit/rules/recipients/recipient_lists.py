"""Rules on lists of recipients: empty, unused, out of order."""

import itertools
from collections.abc import Iterable, Iterator
from typing import Final

from hearingkit.findings import Severity
from hearingkit.model.recipient import (
    Entry,
    ListReference,
    Order,
    Placement,
    Recipient,
    RecipientGroup,
)
from hearingkit.rules.registry import Breach, book_rule, rule
from hearingkit.source.file import TreePath
from hearingkit.validation.book import Case, HearingBook, Party, Site, alphabetical_key
from hearingkit.validation.faults import visible

_ENTRIES: Final = ("recipients", "entries")
Spot = tuple[str, TreePath]


@rule(
    "HK309",
    Severity.WARNING,
    says="{what} holds no recipient; add those that are heard, or remove it",
    source="utredningsinstruksen (NO) 3-3: those affected are heard; practice: a list says who",
)
def no_recipient(case: Case) -> Iterator[Breach]:
    """A hearing is sent to somebody, and no heading and no list in it is empty.

    Who gets only a copy is not heard. A hearing that is open to all, or that stands on a portal,
    and whose list is not printed (``placement: none``) needs no recipients.

    Bad:  recipients: {placement: enclosed, entries: []}
    Good: recipients: {placement: enclosed, entries: [KL, Danske Regioner]}
    """
    hearing = case.hearing
    filled = set(_spots(case.parties))
    entries = hearing.recipients.entries
    is_open = bool(hearing.open_to_all or hearing.portal)
    if (case.site.source.name, _path(case.site.at("recipients"))) in filled:
        yield from _empty(entries, _entries_site(case), filled)
    elif entries or not (is_open and hearing.recipients.placement is Placement.NONE):
        yield Breach(case.site.at("recipients"), {"what": "the hearing"})


@book_rule(
    "HK310",
    Severity.NOTE,
    says='no hearing uses the recipient list "{list}"; remove it, or refer to it',
    source="practice: a list that nobody uses is not kept up to date",
)
def unused_list(book: HearingBook) -> Iterator[Breach]:
    """A recipient list is used by a hearing, or by a list that one uses.

    A list that is used no more still looks like one to choose, with names and addresses that nobody
    keeps up to date. Where there is no hearing at all, nothing is said: such files are a register.

    Bad:  recipient_lists: {regioner: […], amter: […]}, recipients: [{list: regioner}]
    Good: recipient_lists: {regioner: […]}, recipients: [{list: regioner}]
    """
    hearings = (located.value.recipients.entries for located in book.hearings.values())
    used = dict.fromkeys(itertools.chain.from_iterable(map(_references, hearings)))
    left = list(used)
    while left:
        located = book.recipient_lists.get(left.pop())
        new = [one for one in _references(located.value if located else ()) if one not in used]
        used.update(dict.fromkeys(new))
        left += new
    for id_, located in book.recipient_lists.items():
        if book.hearings and id_ not in used:
            yield Breach(located.site, {"list": id_})


@rule(
    "HK311",
    Severity.NOTE,
    says='{who} comes after {other} here, and before it in the letter ("order: alphabetical")',
    source="practice: a list that is kept in order shows who is missing; Retskrivningsordbogen § 3",
)
def not_alphabetical(case: Case) -> Iterator[Breach]:
    """A list that is asked for in alphabetical order is kept in it.

    The letter sorts the names under each heading, æ, ø and å behind z; so what is printed is right.
    But who looks for a name in the file looks in the wrong place, and adds it a second time. The
    first name that is out of order is told of, under each heading.

    Bad:  recipients: {order: alphabetical, entries: [KL, Danske Regioner]}
    Good: recipients: {order: alphabetical, entries: [Danske Regioner, KL]}
    """
    if case.hearing.recipients.order is not Order.ALPHABETICAL:
        return
    for parties in _as_written(case):
        for before, party in itertools.pairwise(parties):
            names = before.recipient.name, party.recipient.name
            if alphabetical_key(names[0]) > alphabetical_key(names[1]):
                other, who = (f'"{visible(name)}"' for name in names)
                yield Breach(party.site, {"who": who, "other": other})
                break


def _as_written(case: Case) -> Iterator[list[Party]]:
    """Yield the recipients that stand together in the source, in the order of the source."""
    together: dict[Spot, dict[int, Party]] = {}
    for party in case.parties:
        *above, number = _path(party.site)
        if not party.recipient.is_copy and isinstance(number, int):
            spot = party.site.source.name, tuple(above)
            together.setdefault(spot, {}).setdefault(number, party)
    for parties in together.values():
        yield [parties[number] for number in sorted(parties)]


def _spots(parties: Iterable[Party]) -> Iterator[Spot]:
    """Yield every place in a hearing that a recipient stands in, from the outermost inwards."""
    for party in parties:
        site = party.via or party.site
        path = _path(site)
        if "copy_to" not in path[:3]:
            yield from ((site.source.name, path[:end]) for end in range(len(path) + 1))


def _empty(entries: tuple[Entry, ...], site: Site, filled: set[Spot]) -> Iterator[Breach]:
    """Yield the outermost headings and references that hold nobody."""
    for number, entry in enumerate(entries):
        here = site.at(number)
        if (here.source.name, _path(here)) not in filled:
            yield Breach(here, {"what": _called(entry)})
        elif isinstance(entry, RecipientGroup):
            yield from _empty(entry.entries, here.at("entries"), filled)


def _called(entry: Entry) -> str:
    match entry:
        case ListReference():
            return f'the recipient list "{visible(entry.list_id)}"'
        case RecipientGroup():
            return f'the heading "{visible(entry.heading)}"'
        case Recipient():
            return "the entry"


def _entries_site(case: Case) -> Site:
    return case.site.at(*_ENTRIES)


def _path(site: Site) -> TreePath:
    """Return the path as it is in the file: recipients may be a bare list of entries."""
    return site.source.known(site.path)


def _references(entries: tuple[Entry, ...]) -> Iterator[str]:
    for entry in entries:
        if isinstance(entry, ListReference):
            yield entry.list_id
        elif isinstance(entry, RecipientGroup):
            yield from _references(entry.entries)
