"""What a text of the data is in a letter or a list: the model says so at each field."""

import enum
from collections.abc import Callable
from typing import Any

from hearingkit.frozen import frozen


class Role(enum.StrEnum):
    """What a printed text is.

    Attributes:
        TITLE: The name of what is heard.
        BODY: The text of the letter, in Markdown.
        FORMULA: A formula in words of the data's own, in Markdown.
        REASON: Why the period is short.
        CHANGE: What a change of the hearing says: why, what was wrong, what was decided.
        DOCUMENT: The title of an enclosure or of a reply template.
        JOB: The title of a person.
        UNIT: The name of a part of the issuer.
        NAME: The name of a body or a person.
        LINE: Any other line.
    """

    TITLE = "title"
    BODY = "body"
    FORMULA = "formula"
    REASON = "reason"
    CHANGE = "change"
    DOCUMENT = "document"
    JOB = "job"
    UNIT = "unit"
    NAME = "name"
    LINE = "line"

    @property
    def is_markdown(self) -> bool:
        """Return whether the text is Markdown."""
        return self in {Role.BODY, Role.FORMULA}

    @property
    def is_prose(self) -> bool:
        """Return whether the text is made of sentences, or is the title that they are about."""
        return self in {Role.TITLE, Role.REASON, Role.CHANGE, Role.BODY, Role.FORMULA}


@frozen
class Printed:
    """Marks a field of the model whose text is printed.

    Attributes:
        role: What the text is.
    """

    role: Role

    def __get_pydantic_core_schema__(self, source: object, handler: Callable[[object], Any]) -> Any:  # noqa: ANN401
        """Say that pydantic has nothing to do, which it would look for in each field."""
        return handler(source)
