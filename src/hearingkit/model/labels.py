"""An office's own manners: its labels, where its name stands, and how it addresses the reader."""

import enum
from typing import Final

from hearingkit.model.text import OneLine


class Label(enum.StrEnum):
    """What stands before a reference, or above a list.

    Attributes:
        OURS: Before the issuer's case number.
        YOURS: Before the recipient's.
        DOCUMENT: Before the document's number.
        ARCHIVE_CODE: Before the code that it is filed under.
        DATE: Before the day of the letter.
        DECIDED: Before the day of the decision to hear.
        PUBLISHED: Before the day on which it is made public.
        CASEWORKER: Before who handles the case.
        ENCLOSURES: Above the list of enclosures.
        COPY_TO: Above the list of copies.
    """

    OURS = "ours"
    YOURS = "yours"
    DOCUMENT = "document"
    ARCHIVE_CODE = "archive_code"
    DATE = "date"
    DECIDED = "decided"
    PUBLISHED = "published"
    CASEWORKER = "caseworker"
    ENCLOSURES = "enclosures"
    COPY_TO = "copy_to"


Labels = dict[Label, OneLine | None]
"""What stands in place of a label, or null where it and what follows are not printed."""
LABELLED: Final = "own labels, as ours: J.nr.; null leaves the line out"
"""What an editor shows of the key of labels."""


class AddressAs(enum.StrEnum):
    """How the reader is addressed.

    Attributes:
        DU: One person, as a neighbour.
        I: Several, or a body, in Danish.
        DERE: The same in Norwegian.
        DE: Politely, one or several.
    """

    DU = "du"
    I = "I"  # noqa: E741 (the Danish word)
    DERE = "dere"
    DE = "De"


class IssuerLine(enum.StrEnum):
    """The place of the issuer's name among the signatures.

    Attributes:
        ABOVE: Once, above them all.
        BELOW: Under every one.
        NONE: Nowhere.
    """

    ABOVE = "above"
    BELOW = "below"
    NONE = "none"


class SenderSide(enum.StrEnum):
    """The side of the first page that logo and name of the issuer stand on.

    Attributes:
        LEFT: Above the recipient.
        RIGHT: On the other side.
    """

    LEFT = "left"
    RIGHT = "right"
