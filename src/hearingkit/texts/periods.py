"""Periods in running text, in figures and in words: ``8 uker``, ``tre måneder``."""

import datetime as dt
import functools
import re
from collections.abc import Mapping
from typing import Final

from hearingkit.calendars.months import months_later
from hearingkit.frozen import frozen
from hearingkit.language.language import Language
from hearingkit.language.word_groups import either
from hearingkit.language.words import Words

_WEEK: Final = 7
_FORTNIGHT: Final = 14  # is counted in days


class PeriodWords(Words):
    """How a language counts time.

    Attributes:
        numbers: In words.
        one: A single day, week or month.
        days: What days are called, one and several.
        weeks: What weeks are called.
        months: What months are called.
    """

    section = "texts.periods"

    numbers: Mapping[str, int]
    one: Mapping[str, str]
    days: tuple[str, ...]
    weeks: tuple[str, ...]
    months: tuple[str, ...]


@frozen
class Period:
    """Months, or days: weeks are days."""

    months: int = 0
    days: int = 0


@functools.cache
def period_pattern(genitive: str = "") -> str:
    """Return what a period looks like, in any language.

    A number in words stands inside a sentence, in small letters.

    Args:
        genitive: What may end the unit besides: «seks ugers frist».
    """
    words = PeriodWords.of_any()
    units = "|".join(
        f"(?P<{unit}>{either(getattr(words, unit))})" for unit in ("days", "weeks", "months")
    )
    return rf"(?P<number>[1-9][0-9]?|(?-i:{either(words.numbers)}))\s+(?:{units}){genitive}(?!\w)"


def period_of(found: re.Match[str]) -> Period:
    """Return what a match of ``period_pattern`` says."""
    told = found["number"]
    number = int(told) if told.isdigit() else PeriodWords.of_any().numbers[told]
    if found["months"]:
        return Period(months=number)
    return Period(days=number * (_WEEK if found["weeks"] else 1))


def period_between(first: dt.date, last: dt.date) -> Period:
    """Return the time from one day to another, in whole months where it has such a length."""
    months = (last.year - first.year) * 12 + last.month - first.month
    if months > 0 and months_later(first, months) == last:
        return Period(months=months)
    return Period(days=(last - first).days)


def in_words(period: Period, language: Language) -> str:
    """Return a period as a letter says it: «én måned», «14 dage», «tre uger»."""
    words = PeriodWords.of(language)
    is_weeks = period.days % _WEEK == 0 and period.days != _FORTNIGHT
    number = period.months or (period.days // _WEEK if is_weeks else period.days)
    unit = "months" if period.months else "weeks" if is_weeks else "days"
    if number == 1:
        return words.one[unit]
    spelt = {value: word for word, value in reversed([*words.numbers.items()])}
    return f"{spelt.get(number, number)} {getattr(words, unit)[1]}"
