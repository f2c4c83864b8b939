"""Everybody whom a hearing names as a recipient, the members of a collective too."""

import functools
import itertools
from collections.abc import Iterator
from dataclasses import dataclass

from hearingkit.model.book import Case, Site
from hearingkit.model.faults import visible
from hearingkit.model.recipient import Recipient


@dataclass(frozen=True, slots=True)
class Addressee:
    """A recipient, or a member of a collective one.

    Attributes:
        recipient: As described.
        site: Where it is described.
        via: Where the hearing refers to the list that it stands on; None where it stands on none.
    """

    recipient: Recipient
    site: Site
    via: Site | None = None

    @property
    def name(self) -> str:
        """Return the name without what makes no difference: case and white space."""
        return " ".join(self.recipient.name.casefold().split())

    @property
    def first_place(self) -> str:
        """Return where it stands, as a message tells it."""
        place = self.site.place
        return f"{place.file}:{place.line}"

    @property
    def quoted(self) -> str:
        """Return the name as a message quotes it."""
        return f'"{visible(self.recipient.name)}"'


@functools.lru_cache(maxsize=1)  # one rule after the other asks for them
def addressees(case: Case) -> tuple[Addressee, ...]:
    """Return the recipients of a case in the order asked for, each before its members."""
    parties = (Addressee(party.recipient, party.site, party.via) for party in case.parties)
    return tuple(itertools.chain.from_iterable(map(_with_members, parties)))


def _with_members(one: Addressee) -> Iterator[Addressee]:
    yield one
    for number, member in enumerate(one.recipient.members):
        yield from _with_members(Addressee(member, one.site.at("members", number), one.via))
