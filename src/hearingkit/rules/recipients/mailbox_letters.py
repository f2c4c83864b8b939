"""A rule on letters before the @ of an address that few mail systems deliver."""

from collections.abc import Iterator, Mapping
from typing import Final

from hearingkit.findings import Severity
from hearingkit.rules.contact.contacts import Located, mailboxes, own_mailboxes
from hearingkit.rules.recipients.addressees import addressees
from hearingkit.rules.registry import Breach, rule
from hearingkit.validation.book import Case
from hearingkit.validation.faults import visible

_SPELT: Final[Mapping[int, tuple[str, str]]] = {
    ord(sign): spellings
    for sign, spellings in {
        "æ": ("ae", "e"),
        "ø": ("oe", "o"),
        "å": ("aa", "a"),
        "Æ": ("Ae", "E"),
        "Ø": ("Oe", "O"),
        "Å": ("Aa", "A"),
    }.items()
}


@rule(
    "HK316",
    Severity.NOTE,
    says='"{email}" has "{sign}" before the @, which few mail systems deliver; {advice}',
    source="RFC 6531: every mail system on the way must know SMTPUTF8; practice: few do",
)
def letter_few_deliver(case: Case) -> Iterator[Breach]:
    """What stands before the @ of an address is made of the letters a to z.

    With æ, ø or å there, many mail systems refuse to send the letter, or the answer; and few bodies
    have such a mailbox. Mostly hoering@ or horing@ is meant. Behind the @ such letters are allowed:
    a domain is translated on its way.

    Bad:  submission: {addresses: [{email: høring@sst.example}]}
    Good: submission: {addresses: [{email: hoering@sst.example}]}
    """
    for site, email in (*mailboxes(case), *own_mailboxes(case), *_listed(case)):
        local_part = email.partition("@")[0]
        sign = next((one for one in local_part if not one.isascii()), "")
        if sign:
            facts = {"email": visible(email), "sign": sign, "advice": _advice(local_part)}
            yield Breach(site, facts)


def _listed(case: Case) -> Iterator[Located]:
    for one in addressees(case):
        for number, email in enumerate(one.recipient.email):
            yield one.site.at("email", number), email


def _advice(local_part: str) -> str:
    """Propose the spellings that are usual; none for a letter of another language."""
    usual = dict.fromkeys(
        local_part.translate({sign: spelt[way] for sign, spelt in _SPELT.items()}) for way in (0, 1)
    )
    meant = " or ".join(f'"{visible(one)}@"' for one in usual if one.isascii())
    return f"mostly {meant} is meant" if meant else "look it up again"
