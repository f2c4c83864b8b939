"""A rule on recipient lists and parties whose ids stand as if they were names."""

from collections.abc import Iterator

from hearingkit.findings import Severity, practice
from hearingkit.model.recipient import Recipient
from hearingkit.rules.registry import Breach, rule
from hearingkit.source.site import Site
from hearingkit.validation.book import HearingBook
from hearingkit.validation.entries import all_entries


@rule(
    "HK320",
    Severity.WARNING,
    says={
        "list": '"{name}" is the id of a recipient list, and stands here as a party; '
        "write {{list: {name}}} to send to those on it",
        "party": '"{name}" is the id of a party, and stands here as a name; '
        "write {{party: {name}}} to send to it",
    },
    source=practice("a list is heard by the names on it, a party of the register by its own"),
)
def bare_list_id(book: HearingBook) -> Iterator[Breach]:
    """The id of a recipient list stands behind "list", that of a party behind "party".

    An id alone is a name: the letter goes to somebody of that name, and to nobody on the list. A
    recipient with an address, or with a capital letter in its name, is let alone.

    Bad:  recipient_lists: {faste: [KL]}, recipients: [faste]
    Good: recipient_lists: {faste: [KL]}, recipients: [{list: faste}]
    """
    for name, site in bare_ids(book):
        variant = "list" if name in book.recipient_lists else "party"
        yield Breach(site, {"name": name}, variant=variant)


def bare_ids(book: HearingBook) -> Iterator[tuple[str, Site]]:
    """Yield the ids of lists and parties that stand as names, and where."""
    for entry, site in all_entries(book):
        match entry:
            case Recipient(name=name, email=(), address=(), members=(), org_number=None) if (
                name in book.recipient_lists or name in book.parties
            ):
                yield name, site
            case _:
                pass
