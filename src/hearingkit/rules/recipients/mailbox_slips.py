"""A rule on addresses in which a word or a domain that everybody knows is misspelt."""

from collections import Counter
from collections.abc import Iterator

from hearingkit.findings import Severity, practice
from hearingkit.names.mailbox_words import (
    meant_domain,
    meant_local_part,
    shared_domain,
    without_case,
)
from hearingkit.rules.contact.contacts import Contacts
from hearingkit.rules.recipients.addressees import Addressee
from hearingkit.rules.registry import Breach, also, rule
from hearingkit.validation.faults import visible


@rule(
    "HK314",
    Severity.WARNING,
    says='"{email}" is nearly "{meant}"; mend it if it is a slip',
    source=practice("a letter or an answer to a mistyped address reaches nobody, or somebody else"),
)
def well_known_word_misspelt(addressees: tuple[Addressee, ...]) -> Iterator[Breach]:
    """The words and domains that many addresses are made of are spelt right.

    Most bodies are written to at post@, postmottak@, kontakt@ or the like, and many in a domain
    that others have as well, as kommune.no or gmail.com. One slip in such a word is seen though
    there is no other address to compare with, in the mailboxes for answers and questions too. What
    the body's own name or domain holds is no slip; and where the right address of a recipient is on
    the list as well, HK304 reports the two.

    Bad:  recipients: [{name: Norsk Vann, email: postmotak@norskvann.example}]
    Good: recipients: [{name: Norsk Vann, email: postmottak@norskvann.example}]
    """
    known = {without_case(email) for one in addressees for email in one.recipient.email}
    number_of = Counter(map(shared_domain, known))
    for one in addressees:
        for site, email in one.mailboxes():
            meant = _meant(email, one.name, meant_domain(_domain(email)))
            if not meant or meant.casefold() in known:
                continue
            is_reported = number_of[shared_domain(email)] == 1 < number_of[shared_domain(meant)]
            if not is_reported:
                yield Breach(site, {"email": visible(email), "meant": visible(meant)})


@also("HK314")
def own_well_known_word_misspelt(
    contacts: Contacts, issuer_names: tuple[str, ...]
) -> Iterator[Breach]:
    """The words that the issuer's own addresses are made of are spelt right."""
    for site, email in contacts.mailboxes():
        meant = _meant(email, " ".join(issuer_names))  # HK506 reports a domain
        if meant:
            yield Breach(site, {"email": visible(email), "meant": visible(meant)})


def _meant(email: str, body: str, domain: str = "") -> str:
    """Return an address without its slip; empty where it shows none."""
    local_part, _, given = email.rpartition("@")
    mended = meant_local_part(local_part, f"{body} {given}")
    return f"{mended or local_part}@{domain or given}" if mended or domain else ""


def _domain(email: str) -> str:
    return email.rpartition("@")[2]
