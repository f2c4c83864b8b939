"""Every address that a hearing gives or its issuer has: mailboxes, pages, numbers, lines."""

from collections.abc import Iterator
from dataclasses import dataclass

from hearingkit.model.hearing import Hearing
from hearingkit.model.submission import (
    Address,
    Contact,
    EmailAddress,
    Phone,
    PostalAddress,
    WebPage,
)
from hearingkit.rules.parts import part
from hearingkit.source.site import Site
from hearingkit.validation.book import Case

Given = tuple[Site, str]
"""An address and where it stands."""


@dataclass(frozen=True, slots=True)
class Contacts:
    """The addresses of a hearing and its issuer, without what is at fault in them.

    Attributes:
        case: Whose addresses.
    """

    case: Case

    def contacts(self) -> Iterator[tuple[Contact, Site]]:
        """Yield where answers go and where questions go."""
        for key in ("submission", "questions"):
            contact = getattr(self.case.hearing, key)
            if contact and contact.addresses:
                yield contact, self.case.site.at(key)

    def mailboxes(self) -> Iterator[Given]:
        """Yield the mailboxes for answers, questions and sign-up, and those that get a copy."""
        for address, site in self._places():
            if isinstance(address, EmailAddress) and address.email:
                yield site.at("email"), address.email
        for contact, site in self.contacts():
            yield from ((site.at("cc", number), email) for number, email in enumerate(contact.cc))

    def own_mailboxes(self) -> Iterator[Given]:
        """Yield the mailboxes of the issuer, of its units, and of the caseworker."""
        yield from self._of_body("email")

    def phones(self) -> Iterator[Given]:
        """Yield the telephone numbers of the issuer, of its units, and those of the letter."""
        yield from self._of_body("phone")
        for address, site in self._places():
            if isinstance(address, Phone) and address.phone:
                yield site.at("phone"), address.phone

    def postal_addresses(self) -> Iterator[tuple[Site, tuple[str, ...]]]:
        """Yield the postal addresses of the issuer, and those of the letter."""
        if sender := self.case.sender:
            for key in ("address", "visiting_address"):
                yield sender.site.at(key), getattr(sender.value, key)
        for address, site in self._places():
            if isinstance(address, PostalAddress) and address.post:
                yield site.at("post"), address.post

    def web_pages(self) -> Iterator[Given]:
        """Yield the web addresses for answers, questions and sign-up."""
        for address, site in self._places():
            if isinstance(address, WebPage) and address.web:
                yield site.at("web"), address.web

    def other_pages(self) -> Iterator[Given]:
        """Yield the web addresses that the letter shows besides those for answers."""
        hearing, site = self.case.hearing, self.case.site
        for key in ("portal", "origin", "meeting", "reply_template"):
            url = getattr(getattr(hearing, key), "url", None)
            if url:
                yield site.at(key, "url"), url
        yield from _of_section(hearing, site)
        for number, enclosure in enumerate(hearing.enclosures):
            if enclosure.url:
                yield site.at("enclosures", number, "url"), enclosure.url
        if self.case.sender and self.case.sender.value.website:
            yield self.case.sender.site.at("website"), self.case.sender.value.website

    def _of_body(self, key: str) -> Iterator[Given]:
        """Yield what the issuer, its units and the caseworker have under a key."""
        if sender := self.case.sender:
            if own := getattr(sender.value, key):
                yield sender.site.at(key), own
            for id_, unit in sender.value.units.items():
                if own := getattr(unit, key):
                    yield sender.site.at("units", id_, key), own
        caseworker = self.case.hearing.caseworker
        if caseworker and (own := getattr(caseworker, key)):
            yield self.case.site.at("caseworker", key), own

    def _places(self) -> Iterator[tuple[Address, Site]]:
        """Yield the addresses for answers, questions and sign-up, of all kinds."""
        for contact, site in self.contacts():
            for number, address in enumerate(contact.addresses):
                yield address, site.at("addresses", number)
        meeting = self.case.hearing.meeting
        if meeting and meeting.sign_up_to:
            yield meeting.sign_up_to, self.case.site.at("meeting", "sign_up_to")


@part
def contacts(partial: Case) -> Contacts:
    """Return the addresses that the hearing and its issuer give."""
    return Contacts(partial)


def _of_section(hearing: Hearing, site: Site) -> Iterator[Given]:
    section = hearing.portal.section if hearing.portal else None
    if section and section.url:
        yield site.at("portal", "section", "url"), section.url
