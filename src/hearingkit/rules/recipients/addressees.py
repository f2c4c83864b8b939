"""Everybody whom a hearing names as a recipient, the members of a collective too."""

import itertools
from collections.abc import Iterator
from typing import Final

from hearingkit.frozen import frozen
from hearingkit.model.party import RegisteredParty
from hearingkit.model.recipient import Member, Recipient
from hearingkit.names.mailbox_words import shared_domain
from hearingkit.names.plain_names import plain_name
from hearingkit.patterns import late_pattern
from hearingkit.rules.parts import part
from hearingkit.source.site import Site
from hearingkit.validation.faults import visible
from hearingkit.validation.parties import Party

_ABROAD: Final = late_pattern(r"\.(?!dk$|no$|nu$|eu$|io$|co$|tv$|me$)[a-z]{2}$")


@frozen
class Addressee:
    """A recipient, or a member of a collective one.

    Attributes:
        recipient: As described.
        site: Where it is described.
        via: Where the hearing refers to the list that it stands on; None where it stands on none.
        is_copy: Whether it gets the letter only for information, alone or with its collective.
        is_whole: Whether nothing of it is at fault; else it may have what can't be read.
    """

    recipient: Recipient
    site: Site
    via: Site | None = None
    is_copy: bool = False
    is_whole: bool = True

    def mailboxes(self) -> Iterator[tuple[Site, str]]:
        """Yield its mailboxes, and where each stands; not those of its members."""
        for number, email in enumerate(self.recipient.email):
            yield self.site.at("email", number), email

    @property
    def has_no_members(self) -> bool:
        """Return whether it surely is written to itself: a fault may hide its members."""
        return self.is_whole and not self.recipient.members

    @property
    def is_registered(self) -> bool:
        """Return whether it is a party of the register."""
        return isinstance(self.recipient, RegisteredParty)

    @property
    def named_at(self) -> Site:
        """Return where it is chosen: of a party of the register, where the hearing names it."""
        return self.via if self.via and self.is_registered else self.site

    @property  # there may be 100,000 of them
    def name(self) -> str:
        """Return the name without what makes no difference: case and white space."""
        return plain_name(self.recipient.name)

    @property
    def first_place(self) -> str:
        """Return where it stands, as a message says it."""
        return self.site.place.line_in_file

    @property
    def shown(self) -> str:
        """Return the name as a message shows it."""
        return visible(self.recipient.name)

    @property
    def is_abroad(self) -> bool:
        """Return whether a mailbox is in a domain of another country than Denmark and Norway."""
        return any(_ABROAD.search(email.casefold()) for email in self.recipient.email)

    def lies_elsewhere_than(self, other: "Addressee") -> bool:
        """Return whether both have mailboxes, and those of the two share no domain."""
        domains, others = (set(map(shared_domain, one.recipient.email)) for one in (self, other))
        return bool(domains and others and domains.isdisjoint(others))


@part
def addressees(parties: tuple[Party, ...]) -> tuple[Addressee, ...]:
    """Return the recipients of a case in the order asked for, each before its members."""
    return tuple(itertools.chain.from_iterable(map(_with_members, parties)))


def _with_members(party: Party) -> Iterator[Addressee]:
    for one in Member(party.recipient).with_members():
        if all(each.name is not None for each in (*one.within, one.recipient)):
            here = party.site_of(one.path)
            yield Addressee(one.recipient, here, party.via, one.is_copy, party.is_whole)
