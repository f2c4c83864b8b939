"""Rules on where answers go."""

from collections.abc import Iterator, Mapping

from hearingkit.findings import Severity, law, practice
from hearingkit.model.hearing import Caseworker
from hearingkit.model.issuer import IssuerKind, Unit
from hearingkit.model.submission import Contact, EmailAddress, Phone, WebPage
from hearingkit.rules.contact.contacts import Contacts
from hearingkit.rules.parts import part
from hearingkit.rules.registry import Breach, rule
from hearingkit.source.site import Site
from hearingkit.validation.book import Unknown
from hearingkit.validation.faults import visible


@rule(
    "HK501",
    Severity.ERROR,
    says='{number} addresses, but not whether to use all or any; write "to: all" or "to: any"',
    source=practice("a party must know where its answer counts as given"),
)
def several_addresses_without_to(submission: Contact, site: Site) -> Iterator[Breach]:
    """Several addresses for answers say whether all are needed, or any one will do.

    The letter words the two quite differently, and who answers at one of two places must know
    whether that is enough.

    Bad:  submission: {addresses: [{email: a@sst.example}, {email: b@sst.example}]}
    Good: submission: {to: all, addresses: [{email: a@sst.example}, {email: b@sst.example}]}
    """
    if len(submission.addresses) > 1 and submission.to is None:
        yield Breach(site.at("submission"), {"number": len(submission.addresses)})


@rule(
    "HK502",
    Severity.WARNING,
    says='"{address}" stands twice; leave one of them out, or write the address that was meant',
    source=practice("mostly the second is a copy that was not changed"),
)
def same_address_twice(contacts: Contacts) -> Iterator[Breach]:
    """An address stands once among those for answers, and once among those for questions.

    Two addresses that are the same make "both" and "either" senseless, and the one that was meant
    is missing. The mailboxes that get a copy (cc) count too.

    Bad:  submission: {to: all, addresses: [{email: a@sst.example}, {email: a@sst.example}]}
    Good: submission: {to: all, addresses: [{email: a@sst.example}, {email: b@sst.example}]}
    """
    for part_ in ("submission", "questions"):
        seen: set[str] = set()
        for site, text in contacts.of(part_):
            same = text.casefold().rstrip("/")
            if same in seen:
                yield Breach(site, {"address": visible(text)})
            seen.add(same)


@rule(
    "HK511",
    Severity.ERROR,
    says='"{phone}" is a telephone number, and answers are written; name it under questions',
    source=practice("an answer is kept on file, and what was said on the telephone is not"),
)
def answers_by_telephone(submission: Contact, site: Site) -> Iterator[Breach]:
    """Answers go to a mailbox, a page or a postal address, and not to a telephone.

    Bad:  submission: {addresses: [{phone: +47 55 00 00 10}]}
    Good: submission: {addresses: [{email: post@vestland.example}]}
    """
    for number, one in enumerate(submission.addresses):
        phone = one.phone if isinstance(one, EmailAddress | Phone) else None
        if phone:
            here = site.at("submission", "addresses", number, "phone")
            yield Breach(here, {"phone": visible(phone)})


@part
def says_whom_to_ask(
    questions: Contact | None,
    caseworker: Caseworker | None,
    own_unit: Unit | None,
    issuer_phone: str | None,
    issuer_email: str | None,
) -> bool:
    """Return whether a letter names somebody who can be asked, besides where answers go."""
    persons = [one for one in (caseworker, own_unit) if one]
    reached = any(one.phone or one.email for one in persons)
    return bool(questions or issuer_phone or issuer_email or reached)


@part
def own_unit(unit: str | Unit | None, issuer_units: Mapping[str, Unit]) -> Unit | None:
    """Return the unit that sends the hearing.

    Raises:
        Unknown: If the issuer has no such unit.
    """
    if isinstance(unit, str) and unit not in issuer_units:
        raise Unknown
    return issuer_units[unit] if isinstance(unit, str) else unit


@rule(
    "HK505",
    Severity.NOTE,
    says="nobody is named who can be asked; add questions, or a caseworker with phone or e-mail",
    source=law(
        "an authority guides those who turn to it: forvaltningsloven (DK) § 7; forvaltningsloven "
        "1967 (NO) § 11, and lov 20. juni 2025 nr. 81 once it is in force"
    ),
)
def nobody_to_ask(
    submission: Contact, issuer_kind: IssuerKind, site: Site, *, says_whom_to_ask: bool
) -> Iterator[Breach]:
    """The letter of an authority says whom to ask.

    It does by questions, by a caseworker, by the issuer's or the unit's phone or e-mail, or where
    answers go to a mailbox or an office. An association may leave it out.

    Bad:  submission: {addresses: [{web: "https://vestland.example/svar"}]}
    Good: submission: {addresses: [{web: "https://vestland.example/svar"}]},
          questions: {addresses: [{phone: +47 55 00 00 10}]}
    """
    on_the_web_alone = all(isinstance(one, WebPage) for one in submission.addresses)
    is_authority = issuer_kind is not IssuerKind.ORGANISATION
    if is_authority and on_the_web_alone and not says_whom_to_ask:
        yield Breach(site.at("submission"))
