"""What comes with text from a word processor: quotation marks around a value, no-break spaces.

One no-break space between a number and its unit is right. Several in a row make a gap, and at the
end of a line one stays there unseen, in an address list too.
"""

import enum
from collections.abc import Iterator
from typing import Final

from hearingkit.frozen import frozen
from hearingkit.patterns import late_pattern

_MAYBE: Final = late_pattern("\u00a0|\\A[“”„]")
_BLANKS: Final = late_pattern("(?=[ \u00a0]{2})[ ]*\u00a0[ \u00a0]*|\\A\u00a0|\u00a0\\Z")
_QUOTED: Final = late_pattern("[“”„](?=.*[^\\W\\d_])[^“”„\n\u2028]+[“”]")


class Trace(enum.StrEnum):
    """What is left of a word processor.

    Attributes:
        QUOTED: All of the text stands in marks that are straight quotes in YAML.
        BEGINS: It begins with no-break spaces.
        ENDS: It ends with them.
        GAP: Several blanks stand in a row.
    """

    QUOTED = "quoted"
    BEGINS = "begins"
    ENDS = "ends"
    GAP = "gap"


@frozen
class PastedPart:
    """A part of a text, and what of a word processor is left in it."""

    kind: Trace
    start: int
    end: int


def pasted_parts(plain: str) -> Iterator[PastedPart]:
    """Yield what a text, as it is printed, has left of a word processor.

    A quotation inside a text, and «guillemets» around a whole one, are not among it.
    """
    if not _MAYBE.search(plain):
        return
    if is_quoted(plain):
        yield PastedPart(Trace.QUOTED, 0, len(plain))
    for found in _BLANKS.finditer(plain):
        start, end = found.span()
        ends = Trace.ENDS if end == len(plain) else Trace.GAP
        yield PastedPart(ends if start else Trace.BEGINS, start, end)


def is_quoted(plain: str) -> bool:
    """Return whether all of a text stands in double quotation marks, “so” or „so“.

    A number is told of by its own rule.
    """
    return _QUOTED.fullmatch(plain) is not None
