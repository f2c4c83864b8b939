"""Rules on what is personal: addresses where they would be published, mailboxes of persons."""

import re
from collections.abc import Iterator
from typing import Final

from hearingkit.findings import Severity, law, practice
from hearingkit.names.person_names import is_persons_mailbox
from hearingkit.patterns import late_pattern
from hearingkit.rules.recipients.addressees import Addressee
from hearingkit.rules.registry import Breach, rule
from hearingkit.validation.faults import visible

_EMAIL: Final = late_pattern(r"(?<![\w.+'-])[\w.+'-]+@[\w-]+(?:\.[\w-]+)+")
_PRIVATE_DOMAIN: Final = late_pattern(
    r"(?:gmail|googlemail|msn|icloud|me|mac|protonmail)\.com|(?:hotmail|outlook|live|yahoo)\.\w+"
    r"|(?:online|frisurf|getmail|broadpark|lyse|altibox|c2i)\.n(?:o|et)|proton\.me|gmx\.\w+"
    r"|(?:mail|mail\.tele|stofanet|ofir|jubii|youmail|webspeed|privat|dlgmail|post\.tele)\.dk"
)


@rule(
    "HK305",
    Severity.WARNING,
    says='the {key} "{text}" holds an e-mail address, which is printed; move it to "email"',
    source=law("GDPR art. 5 (1) (c): no more personal data than needed"),
)
def address_in_a_name(addressees: tuple[Addressee, ...]) -> Iterator[Breach]:
    """No e-mail address stands in a recipient's name.

    Name and attention are printed: in the letter, and in the list of recipients that goes out to
    everybody and on to the portal. An address there is published, often that of a person; and the
    mailing list doesn't know that it is one.

    Bad:  recipients: ["Norsk Vann <ola@norskvann.example>"]
    Good: recipients: [{name: Norsk Vann, email: post@norskvann.example}]
    """
    for one in addressees:
        for key in ("name", "attention"):
            text = getattr(one.recipient, key) or ""
            found = _EMAIL.search(text)
            if found:
                here = one.site.at(key).quote(found[0])
                yield Breach(here, {"key": key, "text": visible(text)})


@rule(
    "HK312",
    Severity.NOTE,
    says='"{email}" looks like the mailbox of a person; give that of "{who}" if there is one',
    source=practice("a body is written to at its own mailbox; GDPR art. 5 (1) (c)"),
    preview=True,
)
def mailbox_of_a_person(addressees: tuple[Addressee, ...]) -> Iterator[Breach]:
    """A body is written to at its own mailbox.

    The letter to a person waits while that person is away, and is lost when the person has left.
    And the address is personal data: the list that is printed shows names alone, but the mailing
    list is a document too, which is exported, passed on, and given out to who asks for access.

    Addresses count that are with a provider of private mail, and those that are made of a person's
    name: one that stands under attention, or a common given name, a full stop and another name.
    Initials as abc@ can't be distinguished from short names of bodies. Where there is no other
    address, accept it: ``accept: {HK312: …}``.

    Bad:  recipients: [{name: Vik grendelag, email: vik.grendelag@gmail.com}]
    Good: recipients: [{name: Vik grendelag, email: post@vik-grendelag.example}]
    """
    for one in addressees:
        for site, email in one.mailboxes():
            if _is_personal(one, email.casefold()):
                yield Breach(site, {"email": visible(email), "who": one.shown})


def _is_personal(one: Addressee, email: str) -> bool:
    local_part, _, domain = email.partition("@")
    if _PRIVATE_DOMAIN.fullmatch(domain) or is_persons_mailbox(local_part, f"{one.name} {domain}"):
        return True
    attention = one.recipient.attention
    return attention is not None and _is_made_of(local_part, attention)


def _is_made_of(local_part: str, attention: str) -> bool:
    """Return whether a mailbox is named after two words, first and last name, of the attention."""
    parts = re.findall(r"[^\W\d_]+", local_part)
    words = re.findall(r"[^\W\d_]+", attention)
    names = {word.casefold() for word in words if word[0].isupper()}
    return len(parts) > 1 and all(part in names for part in parts)
