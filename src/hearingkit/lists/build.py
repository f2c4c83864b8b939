"""Make a mailing list from a case: collectives are replaced by their members."""

from collections.abc import Iterator

from hearingkit.lists.table import RecipientRole, RecipientRow, RecipientTable
from hearingkit.model.recipient import Recipient
from hearingkit.validation.book import Case, Party


def build(case: Case) -> RecipientTable:
    """Return a row for each recipient, in the order that the hearing sets.

    A collective is mailed to its members; the letter and the printed list name only the
    collective.
    """
    rows = (
        _row(case, party, recipient, member_of)
        for party in case.parties
        for recipient, member_of in _reached(party.recipient)
    )
    return RecipientTable(case.id, tuple(rows))


def _reached(recipient: Recipient, member_of: str = "") -> Iterator[tuple[Recipient, str]]:
    """Yield the recipient itself, or its members and their members."""
    if not recipient.members:
        yield recipient, member_of
    for member in recipient.members:
        yield from _reached(member, recipient.name)


def _row(case: Case, party: Party, recipient: Recipient, member_of: str) -> RecipientRow:
    language = recipient.language or party.recipient.language
    languages = case.hearing.language
    copied = recipient.is_copy or party.recipient.is_copy
    return RecipientRow(
        name=recipient.name,
        # A hearing has no letter in a language that it isn't written in.
        language=language if language in languages else languages[0],
        headings=party.headings,
        attention=recipient.attention or "",
        emails=recipient.email,
        phone=recipient.phone or "",
        address=recipient.address,
        org_number=recipient.org_number or "",
        role=RecipientRole.COPY if copied else RecipientRole.TO,
        member_of=member_of,
    )
