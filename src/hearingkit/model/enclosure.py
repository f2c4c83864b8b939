"""Documents that go with a letter."""

from typing import Annotated, ClassVar

from pydantic import Field

from hearingkit.model.addresses import WebAddress
from hearingkit.model.base import Value
from hearingkit.model.text import OneLine, Unprinted
from hearingkit.texts.roles import Printed, Role


class Enclosure(Value):
    """A document that goes with the letter."""

    shorthand: ClassVar[str] = "title"

    title: Annotated[OneLine, Printed(Role.DOCUMENT)] = Field(description="as it is printed")
    file: Unprinted | None = Field(None, description="a file, relative to this one")
    url: WebAddress | None = Field(None, description="where it is on the web")
