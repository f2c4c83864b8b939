"""Dates in numbers that stand in running text: ``05.04.2024``, ``5/4-24``."""

import datetime as dt
import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Final

_SEPARATORS: Final = frozenset({"..", "--", "//", "/-"})
_NUMERIC: Final = re.compile(
    r"(?<![\w./,:-])(?<!§ )(?<!§)"
    r"(?P<day>[0-9]{1,2})(?P<first>[./-])(?P<month>[0-9]{1,2})(?P<second>[./-])"
    r"(?P<year>[0-9]{4}|[0-9]{2})"
    r"(?![\w/-]|[.,:][0-9])"
)
_CENTURY: Final = 2000


@dataclass(frozen=True, slots=True)
class NumericDate:
    """A date that exists, written day first.

    Attributes:
        text: As it stands in the text.
        start: Its offset in the text.
        day: What it means; two digits of a year are of this century.
        separators: The sign behind the day and the one behind the month.
    """

    text: str
    start: int
    day: dt.date
    separators: str


def numeric_dates(text: str) -> Iterator[NumericDate]:
    """Yield the dates in numbers of a text, in order.

    Numbers that only look like one are left out: sections (``§ 5-1-12``), days that don't exist,
    and hyphens between single digits where the year has two.
    """
    for found in _NUMERIC.finditer(text):
        separators = found["first"] + found["second"]
        day = _day(found)
        short = separators == "--" and len(found[0]) < len("05-04-24")
        if day and separators in _SEPARATORS and not short:
            yield NumericDate(found[0], found.start(), day, separators)


def _day(found: re.Match[str]) -> dt.date | None:
    year = int(found["year"])
    try:
        return dt.date(
            year if year > 99 else _CENTURY + year, int(found["month"]), int(found["day"])
        )
    except ValueError:
        return None
