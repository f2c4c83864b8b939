"""A rule on addresses in which a word or a domain that everybody knows is misspelt."""

from collections import Counter
from collections.abc import Iterator

from hearingkit.findings import Severity
from hearingkit.model.text import in_language
from hearingkit.names.mailbox_words import meant_domain, meant_local_part
from hearingkit.rules.contact.contacts import mailboxes, own_mailboxes
from hearingkit.rules.recipients.addressees import addressees, shared_domain
from hearingkit.rules.registry import Breach, rule
from hearingkit.validation.book import Case
from hearingkit.validation.faults import visible


@rule(
    "HK314",
    Severity.WARNING,
    says='"{email}" is nearly "{meant}"; mend it if it is a slip',
    source="practice: a letter or an answer to a mistyped address reaches nobody, or somebody else",
)
def well_known_word_misspelt(case: Case) -> Iterator[Breach]:
    """The words and domains that many addresses are made of are spelt right.

    Most bodies are written to at post@, postmottak@, kontakt@ or the like, and many in a domain
    that others have as well, as kommune.no or gmail.com. One slip in such a word is seen though
    there is no other address to compare with, in the mailboxes for answers and questions too. What
    the body's own name or domain holds is no slip; and where the right address of a recipient is on
    the list as well, HK304 tells of the two.

    Bad:  {name: Norsk Vann, email: postmotak@norskvann.example}
    Good: {name: Norsk Vann, email: postmottak@norskvann.example}
    """
    listed = [
        (one, email, one.site.at("email", number))
        for one in addressees(case)
        for number, email in enumerate(one.recipient.email)
    ]
    known = frozenset(email.casefold() for _, email, _ in listed)
    number_of = Counter(map(shared_domain, known))
    for one, email, site in listed:
        meant = _meant(email, one.name, meant_domain(_domain(email)))
        is_told = number_of[shared_domain(email)] == 1 < number_of[shared_domain(meant)]
        if meant and meant.casefold() not in known and not is_told:
            yield Breach(site, {"email": visible(email), "meant": visible(meant)})
    names = " ".join(in_language(case.issuer.name, each) for each in case.hearing.language)
    for site, email in (*mailboxes(case), *own_mailboxes(case)):
        meant = _meant(email, names)  # HK506 tells of a domain
        if meant:
            yield Breach(site, {"email": visible(email), "meant": visible(meant)})


def _meant(email: str, body: str, domain: str = "") -> str:
    """Return an address without its slip; empty where it shows none."""
    local_part, _, given = email.rpartition("@")
    mended = meant_local_part(local_part, f"{body} {given}")
    return f"{mended or local_part}@{domain or given}" if mended or domain else ""


def _domain(email: str) -> str:
    return email.rpartition("@")[2]
