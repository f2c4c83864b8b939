"""Make a mailing list from a case: collectives are replaced by their members."""

from pathlib import PurePath
from typing import TypeVar

from hearingkit.dispatch.delivery import Delivery
from hearingkit.dispatch.plan import deliveries
from hearingkit.lists.table import RecipientRole, RecipientRow, RecipientTable
from hearingkit.model.recipient import Recipient
from hearingkit.validation.book import Case

_T = TypeVar("_T")


def build(case: Case) -> RecipientTable:
    """Return a row for each recipient, in the order that the hearing sets.

    A collective is mailed to its members; the letter and the printed list name only the
    collective.
    """
    rows = map(_row, deliveries(case))
    file = PurePath(case.site.source.name).name
    return RecipientTable(case.id, tuple(rows), file, case.hearing.dated)


def _row(delivery: Delivery) -> RecipientRow:
    recipient = delivery.recipient
    return RecipientRow(
        name=delivery.name,
        language=delivery.language,
        headings=delivery.party.headings,
        attention=recipient.attention or "",
        emails=recipient.email,
        phone=recipient.phone or "",
        address=recipient.address,
        org_number=recipient.org_number or "",
        role=RecipientRole.COPY if delivery.is_copy else RecipientRole.TO,
        member_of=delivery.collective,
        eformidling=_of_register(recipient, "eformidling", ""),
        digital_post=_of_register(recipient, "digital_post", ""),
        their_reference=recipient.their_reference or "",
        ean=_of_register(recipient, "ean", ""),
        groups=_of_register(recipient, "groups", ()),
        former_names=_of_register(recipient, "former_names", ()),
        party=(delivery.party.id or "") if not delivery.member.within else "",
    )


def _of_register(recipient: Recipient, key: str, nothing: _T) -> _T:
    """Return what only parties of the register have; nothing where it isn't known."""
    return getattr(recipient, key, None) or nothing
