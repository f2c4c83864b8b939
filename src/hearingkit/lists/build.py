"""Make a mailing list from a case: collectives are replaced by their members."""

from collections.abc import Iterator
from pathlib import PurePath

from hearingkit.lists.table import RecipientRole, RecipientRow, RecipientTable
from hearingkit.model.recipient import Member
from hearingkit.validation.book import Case, Party


def build(case: Case) -> RecipientTable:
    """Return a row for each recipient, in the order that the hearing sets.

    A collective is mailed to its members; the letter and the printed list name only the
    collective.
    """
    rows = (row for party in case.parties for row in _rows(case, party))
    file = PurePath(case.site.source.name).name
    return RecipientTable(case.id, tuple(rows), file, case.hearing.dated)


def _rows(case: Case, party: Party) -> Iterator[RecipientRow]:
    for member in Member(party.recipient).with_members():
        if not member.recipient.members:
            yield _row(case, party, member)


def _row(case: Case, party: Party, member: Member) -> RecipientRow:
    recipient, languages = member.recipient, case.hearing.language
    return RecipientRow(
        name=recipient.name,
        # A hearing has no letter in a language that it isn't written in.
        language=member.language if member.language in languages else languages[0],
        headings=party.headings,
        attention=recipient.attention or "",
        emails=recipient.email,
        phone=recipient.phone or "",
        address=recipient.address,
        org_number=recipient.org_number or "",
        role=RecipientRole.COPY if member.is_copy else RecipientRole.TO,
        member_of=member.within[-1].name if member.within else "",
    )
