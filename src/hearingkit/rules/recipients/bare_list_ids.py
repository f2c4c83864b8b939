"""A rule on recipient lists that are named as if they were parties."""

from collections.abc import Iterator
from typing import Final

from hearingkit.findings import Severity, practice
from hearingkit.model.recipient import Entry, Recipient, placed_entries
from hearingkit.rules.registry import Breach, rule
from hearingkit.source.site import Site
from hearingkit.validation.book import HearingBook

_ENTRIES: Final = ("recipients", "entries")


@rule(
    "HK320",
    Severity.WARNING,
    says='"{name}" is the id of a recipient list, and stands here as a party; '
    "write {{list: {name}}} to send to those on it",
    source=practice("a list is heard by the names on it"),
)
def bare_list_id(book: HearingBook) -> Iterator[Breach]:
    """The id of a recipient list stands behind "list", and not alone.

    An id alone is the name of a party: the letter goes to a party of that name, and to nobody on
    the list. A party with an address, or with a capital letter in its name, is let alone.

    Bad:  recipient_lists: {faste: [KL]}, recipients: [faste]
    Good: recipient_lists: {faste: [KL]}, recipients: [{list: faste}]
    """
    for name, site in bare_ids(book):
        yield Breach(site, {"name": name})


def bare_ids(book: HearingBook) -> Iterator[tuple[str, Site]]:
    """Yield the ids of lists that stand as parties, and where."""
    for entries, site in _lists(book):
        for placed in placed_entries(entries):
            match placed.entry:
                case Recipient(name=name, email=(), address=(), members=(), org_number=None) if (
                    name in book.recipient_lists
                ):
                    yield name, site.at(*placed.path)
                case _:
                    pass


def _lists(book: HearingBook) -> Iterator[tuple[tuple[Entry, ...], Site]]:
    """Yield all lists of recipients, and where each stands: those with ids first."""
    for named in book.recipient_lists.values():
        yield named.value, named.site
    for hearing in book.hearings.values():
        yield hearing.value.entries, hearing.site.at(*_ENTRIES)
