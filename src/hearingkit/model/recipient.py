"""Who a hearing is sent to: recipients, groups under a heading, lists by name."""

import enum
from collections.abc import Mapping
from typing import Annotated, ClassVar

from pydantic import Discriminator, Field, Tag

from hearingkit.language.language import Language
from hearingkit.model.addresses import Emails, PostalLines
from hearingkit.model.base import Value
from hearingkit.model.text import Flag, Line, Reference


class Recipient(Value):
    """A consultation party; its name is data, never translated."""

    shorthand: ClassVar[str] = "name"

    name: Line = Field(description="as it is printed")
    email: Emails = ()
    attention: Line | None = Field(None, description="a unit or a person inside the body")
    phone: Line | None = None
    address: PostalLines = ()
    org_number: Line | None = Field(None, description="CVR or organisasjonsnummer")
    language: Language | None = Field(None, description="of the letter that it gets")
    is_copy: Flag = Field(default=False, alias="copy", description="gets it for information")
    members: "tuple[Recipient, ...]" = Field((), description="who a collective stands for")


class RecipientGroup(Value):
    """Recipients under a heading."""

    heading: Line
    entries: "tuple[Entry, ...]"


class ListReference(Value):
    """All of a recipient list, but for the names excepted."""

    list_id: Reference = Field(alias="list", description="the id of a recipient list")
    excluded: tuple[Line, ...] = Field((), alias="except", description="names to leave out")


def _kind_of_entry(given: object) -> str:
    match given:
        case RecipientGroup():
            return "<group>"
        case ListReference():
            return "<list>"
        case Mapping() if "heading" in given or "entries" in given:
            return "<group>"
        case Mapping() if "list" in given:
            return "<list>"
        case _:
            return "<recipient>"


Entry = Annotated[
    Annotated[Recipient, Tag("<recipient>")]
    | Annotated[RecipientGroup, Tag("<group>")]
    | Annotated[ListReference, Tag("<list>")],
    Discriminator(_kind_of_entry),
]
"""What may stand in a list of recipients."""


class Placement(enum.StrEnum):
    """Where the recipients are printed."""

    ENCLOSED = "enclosed"
    INLINE = "inline"
    NONE = "none"


class Order(enum.StrEnum):
    """In which order the recipients are printed."""

    AS_GIVEN = "as-given"
    ALPHABETICAL = "alphabetical"


class Recipients(Value):
    """A hearing's recipients, and how the letter shows them."""

    placement: Placement = Field(
        Placement.ENCLOSED, description="enclosed list, inline in the letter, or not printed"
    )
    order: Order = Order.AS_GIVEN
    entries: tuple[Entry, ...]


RecipientGroup.model_rebuild()
