"""Every entry that names recipients, wherever it stands in the data."""

from collections.abc import Iterator

from hearingkit.model.recipient import Entry, placed_entries
from hearingkit.source.site import Site
from hearingkit.validation.book import HearingBook


def all_entries(book: HearingBook) -> Iterator[tuple[Entry, Site]]:
    """Yield the entries of all lists with ids, then those of hearings, and where each stands."""
    for entries, site in _lists(book):
        for placed in placed_entries(entries):
            yield placed.entry, site.at(*placed.path)


def _lists(book: HearingBook) -> Iterator[tuple[tuple[Entry, ...], Site]]:
    for named in book.recipient_lists.values():
        yield named.value, named.site
    for hearing in book.hearings.values():
        yield hearing.value.entries, hearing.site.at("recipients", "entries")
        yield hearing.value.copy_to, hearing.site.at("copy_to")
