"""A rule on letters before the @ of an address that few mail systems deliver."""

from collections.abc import Iterable, Iterator

from hearingkit.findings import Severity, standard
from hearingkit.language.slips import LetterWords
from hearingkit.rules.contact.contacts import Contacts
from hearingkit.rules.recipients.addressees import Addressee
from hearingkit.rules.registry import Breach, also, rule
from hearingkit.source.site import Site
from hearingkit.validation.faults import visible


@rule(
    "HK316",
    Severity.NOTE,
    says={
        "usual": '"{email}" has "{sign}" before the @, which few mail systems deliver; '
        'mostly "{meant}@" or "{other}@" is meant',
        "unknown": '"{email}" has "{sign}" before the @, which few mail systems deliver; '
        "look it up again",
    },
    source=standard("RFC 6531: every mail system on the way must know SMTPUTF8, and few do"),
)
def letter_few_deliver(contacts: Contacts) -> Iterator[Breach]:
    """What stands before the @ of an address is made of the letters a to z.

    With æ, ø or å there, many mail systems refuse to send the letter, or the answer; and few bodies
    have such a mailbox. Mostly hoering@ or horing@ is meant. Behind the @ such letters are allowed:
    a domain is translated on its way.

    Bad:  submission: {addresses: [{email: høring@sst.example}]}
    Good: submission: {addresses: [{email: hoering@sst.example}]}
    """
    yield from _undeliverable(contacts.mailboxes())


@also("HK316")
def recipient_letter_few_deliver(addressees: tuple[Addressee, ...]) -> Iterator[Breach]:
    """What stands before the @ of a recipient's address is made of the letters a to z."""
    for one in addressees:
        yield from _undeliverable(one.mailboxes())


def _undeliverable(mailboxes: Iterable[tuple[Site, str]]) -> Iterator[Breach]:
    for site, email in mailboxes:
        local_part = email.partition("@")[0]
        if not local_part.isascii():
            sign = next(one for one in local_part if not one.isascii())
            facts = {"email": visible(email), "sign": sign}
            meant, other = _usual_spellings(local_part)
            if meant.isascii():
                spelt = {"meant": visible(meant), "other": visible(other)}
                yield Breach(site, {**facts, **spelt}, variant="usual")
            else:
                yield Breach(site, facts, variant="unknown")


def _usual_spellings(local_part: str) -> tuple[str, str]:
    """Return both spellings that are usual; a letter of another language stays in them."""
    first = second = local_part
    for sign, spelt in LetterWords.of_any().in_addresses.items():
        first = _replaced(first, sign, spelt[0])
        second = _replaced(second, sign, spelt[1])
    return first, second


def _replaced(text: str, sign: str, spelt: str) -> str:
    return text.replace(sign, spelt).replace(sign.upper(), spelt.capitalize())
