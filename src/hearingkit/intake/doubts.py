"""What is doubtful about a name that was taken over, so that somebody looks at it."""

from collections.abc import Iterator
from typing import Final

from hearingkit.intake.cells import group_in
from hearingkit.patterns import late_pattern

_MOST_COMMAS: Final = 2  # in the name of one body
_LONGEST: Final = 200  # signs of a name with an address
_WITH_ADDRESS: Final = late_pattern(r".*\D\d{1,4}\s?[A-Za-z]?,?\s+\d{4}\s+[^\W\d_]{2}.*")


def doubts_about(name: str) -> Iterator[str]:
    """Yield what is to be reported of a name.

    It may be a heading and several names, or have a postal address in it that nobody can part from
    it with certainty: ``Etaten Storgata 5 0101 OSLO``.
    """
    is_list = name.count(",") + name.count(";") > _MOST_COMMAS
    if is_list or (group_in(name)[0] and any(sign in name for sign in ",;")):
        yield "may be several; write each on a line of its own"
    if _WITH_ADDRESS.fullmatch(name[:_LONGEST]):
        yield "has an address in it; write that on lines of its own"
