"""Rules on lists of recipients: empty, unused, out of order."""

import itertools
from collections.abc import Iterable, Iterator

from hearingkit.findings import Severity, practice
from hearingkit.language.alphabet import alphabetical_key
from hearingkit.model.recipient import (
    Entry,
    GroupReference,
    ListReference,
    Order,
    Placement,
    Recipient,
    RecipientGroup,
    Recipients,
    placed_entries,
    referred_lists,
)
from hearingkit.rules.parts import part
from hearingkit.rules.recipients.bare_list_ids import bare_ids
from hearingkit.rules.registry import Breach, also, rule
from hearingkit.source.file import TreePath
from hearingkit.source.site import Site
from hearingkit.validation.book import Case, HearingBook, Unknown
from hearingkit.validation.faults import visible
from hearingkit.validation.parties import Party
from hearingkit.validation.recipient_lists import is_known

Spot = tuple[str, TreePath]


@rule(
    "HK309",
    Severity.WARNING,
    says={
        "hearing": "the hearing holds no recipient; add those that are heard, or remove it",
        "list": 'the recipient list "{name}" holds no recipient; add those that are heard, '
        "or remove it",
        "group": 'the group "{name}" holds nobody to write to; leave it out',
        "heading": 'the heading "{name}" holds no recipient; add those that are heard, '
        "or remove it",
        "entry": "the entry holds no recipient; add those that are heard, or remove it",
    },
    source=practice(
        "a list says who is heard; utredningsinstruksen (NO) 3-3: those affected are heard"
    ),
)
def no_recipient(
    recipients: Recipients, filled_spots: frozenset[Spot], is_open: bool, recipients_site: Site
) -> Iterator[Breach]:
    """A hearing is sent to somebody, and no heading and no list in it is empty.

    Who gets only a copy is not heard. A hearing that is open to all, or that stands on a portal,
    and whose list is not printed (``placement: none``) needs no recipients.

    Bad:  recipients: {placement: enclosed, entries: []}
    Good: recipients: {placement: enclosed, entries: [KL, Danske Regioner]}
    """
    needs_none = is_open and recipients.placement is Placement.NONE and not recipients.entries
    if _spot(recipients_site) not in filled_spots and not needs_none:
        yield Breach(recipients_site, variant="hearing")


@also("HK309")
def nobody_in_an_entry(
    partial_recipients: Recipients, filled_spots: frozenset[Spot], recipients_site: Site
) -> Iterator[Breach]:
    """No heading and no list among the recipients is empty."""
    if _spot(recipients_site) in filled_spots:
        yield from _empty(partial_recipients.entries, recipients_site.at("entries"), filled_spots)


@rule(
    "HK310",
    Severity.NOTE,
    says='no hearing uses the recipient list "{list}"; remove it, or refer to it',
    source=practice("a list that nobody uses is not kept up to date"),
)
def unused_list(book: HearingBook) -> Iterator[Breach]:
    """A recipient list is used by a hearing, or by a list that one uses.

    A list that is used no more still looks like one to choose, with names and addresses that nobody
    keeps up to date. Where there is no hearing at all, nothing is said: such files are a register.

    Bad:  recipient_lists: {regioner: […], amter: […]}, recipients: [{list: regioner}]
    Good: recipient_lists: {regioner: […]}, recipients: [{list: regioner}]
    """
    hearings = (located.value for located in book.hearings.values())
    left = [id_ for one in hearings for id_ in referred_lists(one.entries)]
    left += [id_ for id_, _ in bare_ids(book)]
    used: set[str] = set()
    while left:
        id_ = left.pop()
        if id_ not in used and id_ in book.recipient_lists:
            left += referred_lists(book.recipient_lists[id_].value)
        used.add(id_)
    for id_, located in book.recipient_lists.items():
        if book.hearings and id_ not in used:
            yield Breach(located.site, {"list": id_})


@rule(
    "HK311",
    Severity.NOTE,
    says='"{who}" comes after "{other}" here, and before it in the letter ("order: alphabetical")',
    source=practice(
        "a list that is kept in order shows who is missing; the order of letters: "
        "Retskrivningsordbogen (DK) § 4"
    ),
)
def not_alphabetical(
    partial_recipients: Recipients, parties: tuple[Party, ...]
) -> Iterator[Breach]:
    """A list that is asked for in alphabetical order is kept in it.

    The letter sorts the names under each heading, æ, ø and å behind z; so what is printed is right.
    But who looks for a name in the file looks in the wrong place, and adds it a second time. The
    first name that is out of order is reported, under each heading.

    Bad:  recipients: {order: alphabetical, entries: [KL, Danske Regioner]}
    Good: recipients: {order: alphabetical, entries: [Danske Regioner, KL]}
    """
    if partial_recipients.order is not Order.ALPHABETICAL:
        return
    for together in _as_written(parties):
        for before, party in itertools.pairwise(together):
            names = before.recipient.name, party.recipient.name
            if alphabetical_key(names[0]) > alphabetical_key(names[1]):
                other, who = map(visible, names)
                yield Breach(party.site, {"who": who, "other": other})
                break


@part
def is_open(open_to_all: bool, portal: object) -> bool:
    """Return whether everybody may find the hearing, and answer."""
    return bool(open_to_all or portal)


@part
def partial_recipients(partial: Case) -> Recipients:
    """Return the recipients as described, without what is at fault.

    Raises:
        Unknown: If it isn't known who they are.
    """
    if partial.resolve is None or not partial.hearing.recipients:
        raise Unknown
    return partial.hearing.recipients


@part
def filled_spots(resolved: tuple[Party, ...]) -> frozenset[Spot]:
    """Return every place that holds recipients, also those whose names are at fault."""
    return frozenset(_spots(resolved))


def _as_written(parties: Iterable[Party]) -> Iterator[list[Party]]:
    """Yield the recipients that stand together in the source, in the order of the source."""
    together: dict[Spot, dict[int, Party]] = {}
    for party in parties:
        file, (*above, number) = _spot(party.site)
        if not party.recipient.is_copy and isinstance(number, int):
            together.setdefault((file, tuple(above)), {}).setdefault(number, party)
    for by_number in together.values():
        yield [by_number[number] for number in sorted(by_number)]


def _spots(parties: Iterable[Party]) -> Iterator[Spot]:
    """Yield every place in a hearing that holds recipients, from the outermost inwards."""
    holding = (party.via or party.site.above for party in parties)
    for site in {id(one): one for one in holding if one}.values():  # the same for all of a list
        file, path = _spot(site)
        if "copy_to" not in path[:3]:
            yield from ((file, path[:end]) for end in range(len(path) + 1))


def _empty(entries: tuple[Entry, ...], site: Site, filled: frozenset[Spot]) -> Iterator[Breach]:
    """Yield the outermost headings and references that hold nobody, but for gaps of a draft."""
    for placed in placed_entries(entries, without=Recipient):
        *above, _ = placed.path
        if not is_known(placed.entry):  # a draft lacks what would hold them
            continue
        if _spot(site.at(*above)) in filled and _spot(site.at(*placed.path)) not in filled:
            yield _empty_entry(site.at(*placed.path), placed.entry)


def _empty_entry(site: Site, entry: Entry) -> Breach:
    match entry:
        case ListReference():
            return Breach(site, {"name": visible(entry.list_id)}, variant="list")
        case GroupReference():
            return Breach(site, {"name": visible(entry.group)}, variant="group")
        case RecipientGroup() if entry.heading:
            return Breach(site, {"name": visible(entry.heading)}, variant="heading")
        case _:
            return Breach(site, variant="entry")


def _spot(site: Site) -> Spot:
    """Return where a value is in the file, in which recipients may be a bare list of entries."""
    return site.source.name, site.source.known_path(site.path)
