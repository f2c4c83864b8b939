"""The register looked over: what in it is old, of no use, or stands twice."""

import datetime as dt
import re
from collections.abc import Iterable, Iterator
from dataclasses import replace
from typing import Final

from hearingkit.lists.marks import marks_of
from hearingkit.lists.review import Remark, Review, ReviewRow
from hearingkit.lists.table import RecipientRow
from hearingkit.model.party import RegisteredParty
from hearingkit.model.recipient import GroupReference, PartyReference, Recipient
from hearingkit.source.site import Site
from hearingkit.validation.book import HearingBook
from hearingkit.validation.entries import all_entries
from hearingkit.validation.located import Located
from hearingkit.validation.sections import LISTS
from hearingkit.validation.successors import successor_of

_LONGEST_UNSEEN: Final = dt.timedelta(days=365)


def look_over(book: HearingBook, today: dt.date) -> Review:
    """Return what there is to do about the register and the lists of a workspace.

    Args:
        book: All of the workspace.
        today: The day on which it is looked over.
    """
    used = frozenset(_used(book))
    rows = [
        *_not_verified(book, today),
        *_unreachable(book),
        *(row for id_, row in _rows(book, Remark.UNUSED) if id_ not in used),
        *_doubles(book),
        *_twice(book),
        *_replaced(book),
    ]
    named = sum(1 for entry, _ in all_entries(book) if isinstance(entry, Recipient))
    return Review("the register and the lists", tuple(rows), len(book.parties) + named)


def _rows(book: HearingBook, remark: Remark, more: str = "") -> Iterator[tuple[str, ReviewRow]]:
    """Yield a remark on each party, by its id; parties that are replaced have one of their own."""
    for id_, located in book.parties.items():
        if not located.value.replaced_by:
            yield id_, _row(located, id_, remark, more)


def _row(located: Located[RegisteredParty], id_: str, remark: Remark, more: str) -> ReviewRow:
    return ReviewRow(remark, located.value.name or id_, more, located.site.key_place.line_in_file)


def _not_verified(book: HearingBook, today: dt.date) -> Iterator[ReviewRow]:
    for id_, row in _rows(book, Remark.NOT_VERIFIED):
        verified = book.parties[id_].value.verified
        if verified is None:
            yield row
        elif today - verified > _LONGEST_UNSEEN:
            located = book.parties[id_]
            yield _row(located, id_, Remark.NOT_VERIFIED, f"since {verified}")


def _unreachable(book: HearingBook) -> Iterator[ReviewRow]:
    lacks = "no e-mail, no postal address, no number"
    for id_, row in _rows(book, Remark.UNREACHABLE, lacks):
        party = book.parties[id_].value
        ways = (party.email, party.address, party.org_number, party.digital_post)
        if not any((*ways, party.eformidling, party.members)):
            yield row


def _used(book: HearingBook) -> Iterator[str]:
    """Yield the ids of parties that a list or a hearing names, alone or by a group."""
    for entry, _ in all_entries(book):
        match entry:
            case PartyReference(party_id=str(id_)):
                yield id_
            case GroupReference(group=str(group)):
                yield from book.resolver.register.groups.get(group, ())
            case _:
                pass


def _doubles(book: HearingBook) -> Iterator[ReviewRow]:
    """Yield parties that another one is the same body as, by number, mailbox or name."""
    first: dict[str, tuple[str, RecipientRow]] = {}
    for id_, row in _rows(book, Remark.TWICE):
        if book.parties[id_].value.name is None:
            continue
        party = _as_row(book.parties[id_].value)
        marks = marks_of(party)
        others = (first[mark] for mark in marks if mark in first)
        known = next((one for one in others if _may_be_one(party, one[1])), None)
        if known:
            other = "" if known[1].name == party.name else f' as "{known[1].name}"'
            yield replace(row, told=f'party "{id_}", and party "{known[0]}"{other}')
        for mark in marks:
            first.setdefault(mark, (id_, party))


def _may_be_one(row: RecipientRow, other: RecipientRow) -> bool:
    """Return whether two recipients can be one body: each has one number only."""
    numbers = {re.sub(r"\D", "", one.org_number) for one in (row, other)}
    return len(numbers - {""}) <= 1


def _twice(book: HearingBook) -> Iterator[ReviewRow]:
    """Yield who stands on several lists, or on one as a party and by hand."""
    first: dict[str, tuple[str, str]] = {}
    for recipient, site in _on_lists(book):
        marks = marks_of(_as_row(recipient))
        known = next((first[mark] for mark in marks if mark in first), None)
        here = str(site.path[1])
        if known and known[0] != here:
            other = "" if known[1] == recipient.name else f' as "{known[1]}"'
            more = f'on "{here}", and on "{known[0]}"{other}'
            yield ReviewRow(Remark.TWICE, recipient.name, more, site.key_place.line_in_file)
        for mark in marks:
            first.setdefault(mark, (here, recipient.name))


def _on_lists(book: HearingBook) -> Iterator[tuple[Recipient, Site]]:
    """Yield who stands on lists, each where its list names it; not those of lists on lists."""
    for entry, site in all_entries(book):
        if site.path[0] != LISTS:
            continue
        for one in _named(book, entry):
            if one.name is not None:
                yield one, site


def _named(book: HearingBook, entry: object) -> Iterable[Recipient]:
    match entry:
        case Recipient():
            return (entry,)
        case PartyReference(party_id=str(id_)) if id_ in book.parties:
            return (book.parties[id_].value,)
        case GroupReference(group=str(group)):
            ids = book.resolver.register.groups.get(group, ())
            return (book.parties[id_].value for id_ in ids)
        case _:
            return ()


def _as_row(recipient: Recipient) -> RecipientRow:
    number = recipient.org_number or ""
    return RecipientRow(recipient.name, emails=recipient.email, org_number=number)


def _replaced(book: HearingBook) -> Iterator[ReviewRow]:
    """Yield each party that another has replaced, and who that is."""
    for id_, located in book.parties.items():
        if given := located.value.replaced_by:
            successor = successor_of(id_, book.parties) or given
            now = book.parties.get(successor)
            more = f"by {(now and now.value.name) or successor}"
            yield _row(located, id_, Remark.REPLACED, more)
