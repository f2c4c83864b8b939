"""Who sends a hearing."""

import enum
from typing import Annotated, ClassVar

from pydantic import Field

from hearingkit.calendars.country import Country
from hearingkit.model.addresses import Email, PostalLines, WebAddress
from hearingkit.model.base import Value
from hearingkit.model.labels import LABELLED, AddressAs, IssuerLine, Labels, SenderSide
from hearingkit.model.text import DatePattern, Flag, Id, Line, OneLine, Unprinted
from hearingkit.model.wording import REPLACED, Wording
from hearingkit.texts.roles import Printed, Role


class IssuerKind(enum.StrEnum):
    """What sort of body the issuer is: other rules bind a ministry than an association.

    Attributes:
        STATE: A ministry, an agency, a county governor.
        REGION: A Danish region, a Norwegian county.
        MUNICIPALITY: A municipality.
        ORGANISATION: An association, or another body that no law on hearings binds.
    """

    STATE = "state"
    REGION = "region"
    MUNICIPALITY = "municipality"
    ORGANISATION = "organisation"


class Unit(Value):
    """A part of the issuer: an office, a department."""

    shorthand: ClassVar[str] = "name"

    name: Annotated[OneLine, Printed(Role.UNIT)] = Field(description="as it is printed")
    phone: Line | None = Field(None, description="its telephone number")
    email: Email | None = Field(None, description="its mailbox")


class Logo(Value):
    """A picture for the letterhead."""

    file: Unprinted = Field(description="a PNG or JPEG file, relative to this file")
    alt: OneLine = Field(description="what the picture says to those who don't see it")


class Issuer(Value):
    """A public body or an organisation that sends hearings."""

    name: Annotated[OneLine, Printed(Role.NAME)] = Field(
        description="the full name, in letterhead and signature"
    )
    short_name: Annotated[OneLine | None, Printed(Role.NAME)] = Field(
        None, description="the name in running text"
    )
    country: Country = Field(description="whose holidays and rules apply")
    kind: IssuerKind = Field(description="what sort of body it is; periods follow from it")
    units: dict[Id, Unit] = Field(
        default_factory=dict, description="its offices and departments, by ids of their own"
    )
    org_number: Line | None = Field(None, description="CVR or organisasjonsnummer")
    ean: Line | None = Field(None, description="EAN/GLN, 13 digits")
    address: PostalLines = Field((), description="the postal address")
    visiting_address: PostalLines = Field((), description="where visitors go")
    phone: Line | None = Field(None, description="the telephone number in the letterhead")
    email: Email | None = Field(None, description="the mailbox in the letterhead")
    website: WebAddress | None = Field(None, description="the web address in the letterhead")
    logo: Logo | None = Field(None, description="the picture in the letterhead")
    letterhead: Unprinted | None = Field(
        None, description="a Word file (.docx) that letters are written in, relative to this file"
    )
    sender_side: SenderSide | None = Field(
        None, description="logo and name at the left or right of the first page; left as a rule"
    )
    link_addresses: Flag = Field(
        default=True,
        description="whether paper shows where a link leads, behind a text that doesn't",
    )
    date_format: DatePattern | None = Field(
        None, description="a CLDR pattern for the date in the references: dd.MM.yyyy"
    )
    labels: Labels = Field(default_factory=dict, description=f"for every hearing: {LABELLED}")
    address_as: AddressAs | None = Field(
        None, description="how the reader is addressed, in every hearing: du, I, dere or De"
    )
    issuer_line: IssuerLine | None = Field(
        None, description="its name above the signatures, below each of them, or none"
    )
    wording: Wording = Field(default_factory=dict, description=f"for every hearing: {REPLACED}")
