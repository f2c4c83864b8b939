"""Periods in running text, in figures and in words: ``8 uker``, ``tre måneder``."""

import re
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Final

_NUMBERS: Final[Mapping[str, int]] = {
    word: number
    for number, words in enumerate(
        (
            *("en et én ét ei ein eit éi éin éit", "to", "tre", "fire", "fem", "seks"),
            *("syv sju", "otte åtte", "ni", "ti", "elleve", "tolv"),
        ),
        start=1,
    )
    for word in words.split()
}
"""In Danish and both forms of Norwegian; no word has two meanings."""
_WEEK: Final = 7

PERIOD: Final = (
    rf"(?P<number>[1-9][0-9]?|(?-i:{'|'.join(_NUMBERS)}))\s+"
    r"(?:(?P<days>dag(?:e|er|ar)?)|(?P<weeks>(?:ug|uk)(?:e|er)|vek(?:e|er|or))"
    r"|(?P<months>måned(?:er)?|månad(?:er|ar)?))(?!\w)"
)
"""What a period looks like; a number in words stands inside a sentence, in small letters."""


@dataclass(frozen=True, slots=True)
class Period:
    """Months, or days: weeks are days."""

    months: int = 0
    days: int = 0


def period_of(found: re.Match[str]) -> Period:
    """Return what a match of ``PERIOD`` says."""
    told = found["number"]
    number = int(told) if told.isdigit() else _NUMBERS[told]
    if found["months"]:
        return Period(months=number)
    return Period(days=number * (_WEEK if found["weeks"] else 1))
