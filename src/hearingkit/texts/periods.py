"""Periods in running text, in figures and in words: ``8 uker``, ``tre måneder``."""

import functools
import re
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Final

from hearingkit.language.words import Words, either

_WEEK: Final = 7


class PeriodWords(Words):
    """How a language counts time.

    Attributes:
        numbers: In words.
        days: What days are called, one and several.
        weeks: What weeks are called.
        months: What months are called.
    """

    section = "texts.periods"

    numbers: Mapping[str, int]
    days: tuple[str, ...]
    weeks: tuple[str, ...]
    months: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Period:
    """Months, or days: weeks are days."""

    months: int = 0
    days: int = 0


@functools.cache
def period_pattern() -> str:
    """Return what a period looks like, in any language.

    A number in words stands inside a sentence, in small letters.
    """
    words = PeriodWords.of_any()
    units = "|".join(
        f"(?P<{unit}>{either(getattr(words, unit))})" for unit in ("days", "weeks", "months")
    )
    return rf"(?P<number>[1-9][0-9]?|(?-i:{either(words.numbers)}))\s+(?:{units})(?!\w)"


def period_of(found: re.Match[str]) -> Period:
    """Return what a match of ``period_pattern`` says."""
    told = found["number"]
    number = int(told) if told.isdigit() else PeriodWords.of_any().numbers[told]
    if found["months"]:
        return Period(months=number)
    return Period(days=number * (_WEEK if found["weeks"] else 1))
