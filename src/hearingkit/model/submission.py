"""Where answers and questions go."""

import enum
from collections.abc import Mapping
from typing import Annotated

from pydantic import Discriminator, Field, Tag

from hearingkit.model.addresses import Email, Emails, PostalLines, WebAddress
from hearingkit.model.base import Value
from hearingkit.model.issuer import Unit
from hearingkit.model.text import Line, Reference, Words


def _kind_of_unit(given: object) -> str:
    return "<unit>" if isinstance(given, Mapping | Unit) else "<key>"


UnitReference = Annotated[
    Annotated[Reference, Tag("<key>")] | Annotated[Unit, Tag("<unit>")],
    Discriminator(_kind_of_unit),
]
"""The key of one of the issuer's units, or a unit written out."""


class WebChannel(enum.StrEnum):
    """How a web address takes an answer."""

    FORM = "form"
    UPLOAD = "upload"
    PORTAL = "portal"


class EmailAddress(Value):
    """A mailbox."""

    email: Email
    unit: UnitReference | None = Field(None, description="whose mailbox it is")
    name: Words | None = Field(None, description="whose mailbox it is, where that is no unit")


class WebPage(Value):
    """A page on the web that takes answers."""

    web: WebAddress
    name: Words | None = Field(None, description="what the page is called in the letter")
    how: WebChannel = WebChannel.FORM


class PostalAddress(Value):
    """A postal address."""

    post: Annotated[PostalLines, Field(min_length=1)]


class Phone(Value):
    """A telephone number, for questions."""

    phone: Line
    unit: UnitReference | None = None
    name: Words | None = None


def _kind_of_address(given: object) -> str:
    kinds = {"web": WebPage, "post": PostalAddress, "phone": Phone}
    for key, kind in kinds.items():
        if isinstance(given, kind) or (
            isinstance(given, Mapping) and key in given and "email" not in given
        ):
            return f"<{key}>"
    return "<email>"


Address = Annotated[
    Annotated[EmailAddress, Tag("<email>")]
    | Annotated[WebPage, Tag("<web>")]
    | Annotated[PostalAddress, Tag("<post>")]
    | Annotated[Phone, Tag("<phone>")],
    Discriminator(_kind_of_address),
]
"""One way to reach the issuer."""


class Combination(enum.StrEnum):
    """Whether all addresses must be used, or any one of them."""

    ALL = "all"
    ANY = "any"


class Contact(Value):
    """Addresses for answers or questions."""

    to: Combination | None = Field(
        None, description="all of the addresses, or any one; needed where there are several"
    )
    addresses: Annotated[tuple[Address, ...], Field(min_length=1)]
    cc: Emails = Field((), description="mailboxes that get a copy of the answer")
