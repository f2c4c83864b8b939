"""The mailing list as a value: one row a recipient, in order. What exporters show."""

import enum
from dataclasses import dataclass

from hearingkit.language.language import Language


class Role(enum.StrEnum):
    """How a recipient receives the hearing; the terms of Noark 5's correspondence parts."""

    TO = "to"
    COPY = "copy"


@dataclass(frozen=True, slots=True)
class RecipientRow:
    """One recipient of a mailing list.

    Attributes:
        headings: The headings that it stands under, outermost first.
        name: As given; never translated.
        attention: A person or unit inside the body; empty where none is named.
        emails: All its e-mail addresses, in the order given.
        phone: As given.
        address: The postal address, a line each.
        org_number: CVR or organisasjonsnummer, as given.
        language: Of the letter that it gets.
        role: Recipient or copy.
        member_of: The collective that it is a member of; empty where none.
    """

    name: str
    language: Language
    headings: tuple[str, ...] = ()
    attention: str = ""
    emails: tuple[str, ...] = ()
    phone: str = ""
    address: tuple[str, ...] = ()
    org_number: str = ""
    role: Role = Role.TO
    member_of: str = ""


@dataclass(frozen=True, slots=True)
class RecipientTable:
    """Who gets a hearing.

    Attributes:
        hearing: The hearing's id.
        rows: In the order given, groups together.
    """

    hearing: str
    rows: tuple[RecipientRow, ...]
