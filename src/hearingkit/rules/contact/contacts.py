"""Every address that a hearing gives or its issuer has: mailboxes and web pages."""

from collections.abc import Iterator, Mapping

from hearingkit.model.issuer import Unit
from hearingkit.model.submission import (
    Address,
    Contact,
    EmailAddress,
    Phone,
    PostalAddress,
    WebPage,
)
from hearingkit.validation.book import Case, Site

Located = tuple[Site, str]


def contacts(case: Case) -> Iterator[tuple[Contact, Site]]:
    """Yield where answers go and where questions go."""
    yield case.hearing.submission, case.site.at("submission")
    if case.hearing.questions:
        yield case.hearing.questions, case.site.at("questions")


def mailboxes(case: Case) -> Iterator[Located]:
    """Yield the mailboxes for answers, questions and sign-up."""
    for contact, site in contacts(case):
        for number, address in enumerate(contact.addresses):
            if isinstance(address, EmailAddress):
                yield site.at("addresses", number, "email"), address.email
        yield from ((site.at("cc", number), email) for number, email in enumerate(contact.cc))
    meeting = case.hearing.meeting
    if meeting and isinstance(meeting.sign_up_to, EmailAddress):
        yield case.site.at("meeting", "sign_up_to", "email"), meeting.sign_up_to.email


def phones(case: Case) -> Iterator[Located]:
    """Yield the telephone numbers of the issuer, of its units, and those of the letter."""
    issuer, caseworker = case.issuer, case.hearing.caseworker
    if issuer.phone:
        yield case.issuer_site.at("phone"), issuer.phone
    for key, unit in issuer.units.items():
        if unit.phone:
            yield case.issuer_site.at("units", key, "phone"), unit.phone
    if caseworker and caseworker.phone:
        yield case.site.at("caseworker", "phone"), caseworker.phone
    for address, site in _places(case):
        if isinstance(address, Phone):
            yield site.at("phone"), address.phone


def postal_addresses(case: Case) -> Iterator[tuple[Site, tuple[str, ...]]]:
    """Yield the postal addresses of the issuer, and those of the letter."""
    for key in ("address", "visiting_address"):
        yield case.issuer_site.at(key), getattr(case.issuer, key)
    for address, site in _places(case):
        if isinstance(address, PostalAddress):
            yield site.at("post"), address.post


def own_mailboxes(case: Case) -> Iterator[Located]:
    """Yield the mailboxes of the issuer, of its units, and of the caseworker."""
    issuer, caseworker = case.issuer, case.hearing.caseworker
    if issuer.email:
        yield case.issuer_site.at("email"), issuer.email
    for key, unit in _units(issuer.units):
        yield case.issuer_site.at("units", key, "email"), unit
    if caseworker and caseworker.email:
        yield case.site.at("caseworker", "email"), caseworker.email


def web_pages(case: Case) -> Iterator[Located]:
    """Yield the web addresses for answers, questions and sign-up."""
    for contact, site in contacts(case):
        for number, address in enumerate(contact.addresses):
            if isinstance(address, WebPage):
                yield site.at("addresses", number, "web"), address.web
    meeting = case.hearing.meeting
    if meeting and isinstance(meeting.sign_up_to, WebPage):
        yield case.site.at("meeting", "sign_up_to", "web"), meeting.sign_up_to.web


def other_pages(case: Case) -> Iterator[Located]:
    """Yield the web addresses that the letter shows besides those for answers and questions."""
    hearing = case.hearing
    for key in ("portal", "origin", "meeting", "reply_template"):
        url = getattr(getattr(hearing, key), "url", None)
        if url:
            yield case.site.at(key, "url"), url
    section = hearing.portal.section if hearing.portal else None
    if section and section.url:
        yield case.site.at("portal", "section", "url"), section.url
    for number, enclosure in enumerate(hearing.enclosures):
        if enclosure.url:
            yield case.site.at("enclosures", number, "url"), enclosure.url
    if case.issuer.website:
        yield case.issuer_site.at("website"), case.issuer.website


def _places(case: Case) -> Iterator[tuple[Address, Site]]:
    """Yield the addresses for answers, questions and sign-up, of all kinds."""
    for contact, site in contacts(case):
        for number, address in enumerate(contact.addresses):
            yield address, site.at("addresses", number)
    meeting = case.hearing.meeting
    if meeting and meeting.sign_up_to:
        yield meeting.sign_up_to, case.site.at("meeting", "sign_up_to")


def _units(units: Mapping[str, Unit]) -> Iterator[tuple[str, str]]:
    yield from ((key, unit.email) for key, unit in units.items() if unit.email)
