"""Periods in running text, in figures and in words: ``8 uker``, ``tre måneder``."""

import functools
import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Final

from hearingkit.language.words import Words

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
    every = PeriodWords.of_all()
    units = "|".join(
        f"(?P<{unit}>{_either(name for words in every for name in getattr(words, unit))})"
        for unit in ("days", "weeks", "months")
    )
    return rf"(?P<number>[1-9][0-9]?|(?-i:{_either(_numbers())}))\s+(?:{units})(?!\w)"


def period_of(found: re.Match[str]) -> Period:
    """Return what a match of ``period_pattern`` says."""
    told = found["number"]
    number = int(told) if told.isdigit() else _numbers()[told]
    if found["months"]:
        return Period(months=number)
    return Period(days=number * (_WEEK if found["weeks"] else 1))


@functools.cache
def _numbers() -> Mapping[str, int]:
    """Return the numbers in words of all languages; no word has two meanings."""
    every = PeriodWords.of_all()
    return {word: number for words in every for word, number in words.numbers.items()}


def _either(words: Iterable[str]) -> str:
    return "|".join(dict.fromkeys(words))
