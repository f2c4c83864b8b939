"""Case numbers in running text: 2024/4312, 24/04312-7, 2023-12345, HSAK202400446."""

import functools
from collections.abc import Iterator
from typing import Final

from hearingkit.language.slips import slip_between
from hearingkit.patterns import late_pattern
from hearingkit.texts.found import Found
from hearingkit.texts.line_search import found_in_lines
from hearingkit.texts.sentences import CAPITALS

# Each begins where no letter or sign stands before it, and is bounded: linear time.
_NUMBER: Final = late_pattern(
    rf"(?<![\w@/#-])(?P<number>[{CAPITALS}]{{0,8}}-?[0-9][0-9A-Z]{{0,14}}(?:[/.#-][0-9A-Z]{{1,12}}){{0,6}})"
    r"(?![\w@%]|[/-]\w)"
)
_FIGURE: Final = late_pattern(r"[0-9]")
_LEAST_DIGITS: Final = 4
_MOST_PARTS: Final = 3  # year, number and document; 01.02.05-P16-4-26 begins with a subject
_PARTS: Final = late_pattern(r"[0-9]+|[^\W\d_]+")
_CENTURY: Final = late_pattern(r"(?:19|20)(?=[0-9]{2}$)")


def case_numbers(text: str) -> Iterator[Found]:
    """Yield what looks like a case number: at least four digits, perhaps with signs between."""
    for found in found_in_lines(_NUMBER, text, _FIGURE.search):
        if sum(map(str.isdigit, found["number"])) >= _LEAST_DIGITS:
            yield Found(found["number"], found.start("number"))


def is_slip_of(own: str, number: str, *, may_be_changed: bool) -> bool:
    """Return whether a case number is one's own with a digit left out, put in, or turned round.

    The century may be left out, and zeros in front, and so may the number of the document.

    Args:
        own: The case number that is meant.
        number: As it stands in a text.
        may_be_changed: Whether one digit that stands for another is a slip: else it makes a
            neighbouring case.
    """
    meant, given = _parts(own), _parts(number)
    shared = min(len(given), len(meant))
    if given[:shared] == meant[:shared] and (shared > 1 or len(given) == len(meant)):
        return False
    one, other = ("/".join(_of_case(parts)) for parts in (given, meant))
    if sorted(one) == sorted(other):
        return one != other
    slip = slip_between(one, other)
    return slip is not None and (may_be_changed or not slip.is_change)


@functools.lru_cache(maxsize=256)  # the own one is held against many
def _parts(number: str) -> tuple[str, ...]:
    """Return the groups of digits and of letters, each in its shortest form."""
    first, *rest = _PARTS.findall(number.casefold()) or [""]
    return (_CENTURY.sub("", first), *(part.lstrip("0") or "0" for part in rest))


def _of_case(parts: tuple[str, ...]) -> tuple[str, ...]:
    """Return year and number alone, where a number begins with them."""
    is_short = 1 < len(parts) <= _MOST_PARTS and len(parts[0]) == 2
    return parts[:2] if is_short and all(map(str.isdigit, parts[:2])) else parts
