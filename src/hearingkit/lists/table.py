"""The mailing list as a value, with a row for each recipient; exporters write it."""

import datetime as dt
import enum
from dataclasses import field

from hearingkit.frozen import frozen
from hearingkit.language.language import Language


class RecipientRole(enum.StrEnum):
    """How a recipient receives the hearing; the terms are those of Noark 5."""

    TO = "to"
    COPY = "copy"


@frozen
class RecipientRow:
    """One recipient of a mailing list.

    Attributes:
        headings: The headings above it, outermost first.
        name: The name as given; never translated.
        attention: A person or unit inside the body; empty if none is named.
        emails: All its e-mail addresses, in the order given.
        phone: The number as given.
        address: The lines of the postal address.
        org_number: CVR or organisasjonsnummer, as given.
        language: The language of its letter; None in a list that names none.
        role: Recipient or copy.
        member_of: The collective that it is a member of; empty if none.
        eformidling: Its address in eFormidling, where that is known.
        digital_post: Its CVR number in Digital Post, where that is known.
        their_reference: Its own number of the case; empty if none is known.
        ean: Its EAN/GLN, where that is known.
        groups: The groups of the register that it is one of; no list says so.
        former_names: What the register says that it was called before; no list says so.
        party: Its id in the register; empty if it is none of it, or a member of a collective.
    """

    name: str
    language: Language | None = None
    headings: tuple[str, ...] = ()
    attention: str = ""
    emails: tuple[str, ...] = ()
    phone: str = ""
    address: tuple[str, ...] = ()
    org_number: str = ""
    role: RecipientRole = RecipientRole.TO
    member_of: str = ""
    eformidling: str = ""
    digital_post: str = ""
    their_reference: str = ""
    ean: str = ""
    groups: tuple[str, ...] = field(default=(), compare=False)
    former_names: tuple[str, ...] = field(default=(), compare=False)
    party: str = field(default="", compare=False)


@frozen
class RecipientTable:
    """The recipients of a hearing.

    Attributes:
        hearing: The id of the hearing.
        rows: The recipients in the order given; groups stay together.
        source: The name of the file that describes the hearing; empty if it isn't known.
        dated: The day of the letter, or the deadline where none is set; None if neither is known.
    """

    hearing: str
    rows: tuple[RecipientRow, ...]
    source: str = ""
    dated: dt.date | None = None
