"""Where answers and questions go."""

import enum
from collections.abc import Mapping
from typing import Annotated

from pydantic import Discriminator, Field, Tag

from hearingkit.model.addresses import Email, Emails, PostalLines, WebAddress
from hearingkit.model.base import Value
from hearingkit.model.issuer import Unit
from hearingkit.model.text import Line, OneLine, Reference


def _kind_of_unit(given: object) -> str:
    return "<unit>" if isinstance(given, Mapping | Unit) else "<key>"


UnitReference = Annotated[
    Annotated[Reference, Tag("<key>")] | Annotated[Unit, Tag("<unit>")],
    Discriminator(_kind_of_unit),
]
"""The key of one of the issuer's units, or a unit written out."""


class WebChannel(enum.StrEnum):
    """How a web address takes an answer.

    Attributes:
        FORM: In a form to fill in.
        UPLOAD: As a file that is uploaded.
        PORTAL: Through a portal for hearings.
    """

    FORM = "form"
    UPLOAD = "upload"
    PORTAL = "portal"


class EmailAddress(Value):
    """A mailbox."""

    email: Email = Field(description="the mailbox")
    unit: UnitReference | None = Field(None, description="whose mailbox it is")
    name: OneLine | None = Field(None, description="whose mailbox it is, where that is no unit")
    phone: Line | None = Field(None, description="the telephone number of the same")


class WebPage(Value):
    """A page on the web that takes answers."""

    web: WebAddress = Field(description="the address of the page")
    name: OneLine | None = Field(None, description="what the page is called in the letter")
    how: WebChannel = Field(WebChannel.FORM, description="how the page takes an answer")


class PostalAddress(Value):
    """A postal address."""

    post: Annotated[PostalLines, Field(min_length=1)] = Field(
        description="its lines", json_schema_extra={"minItems": 1}
    )


class Phone(Value):
    """A telephone number, for questions."""

    phone: Line = Field(description="the number")
    unit: UnitReference | None = Field(None, description="whose number it is")
    name: OneLine | None = Field(None, description="whose number it is, where that is no unit")


_KINDS = {"email": EmailAddress, "web": WebPage, "post": PostalAddress, "phone": Phone}


def _kind_of_address(given: object) -> str | None:
    for key, kind in _KINDS.items():
        if isinstance(given, kind) or (isinstance(given, Mapping) and key in given):
            return f"<{key}>"
    return None if isinstance(given, Mapping) else "<email>"


Address = Annotated[
    Annotated[EmailAddress, Tag("<email>")]
    | Annotated[WebPage, Tag("<web>")]
    | Annotated[PostalAddress, Tag("<post>")]
    | Annotated[Phone, Tag("<phone>")],
    Discriminator(_kind_of_address),
]
"""One way to reach the issuer."""


class Combination(enum.StrEnum):
    """Whether all addresses must be used, or any one of them.

    Attributes:
        ALL: An answer goes to every address.
        ANY: An answer goes to one of the addresses.
    """

    ALL = "all"
    ANY = "any"


class Contact(Value):
    """Addresses for answers or questions."""

    to: Combination | None = Field(
        None, description="all of the addresses, or any one; needed where there are several"
    )
    addresses: Annotated[tuple[Address, ...], Field(min_length=1)] = Field(
        description="mailboxes, web pages, postal addresses, telephone numbers"
    )
    cc: Emails = Field((), description="mailboxes that get a copy of the answer")
