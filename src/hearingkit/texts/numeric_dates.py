"""Dates in numbers that stand in running text: ``05.04.2024``, ``5/4-24``, ``5/4 2024``."""

import datetime as dt
import re
from collections.abc import Iterator
from typing import Final

from hearingkit.frozen import frozen
from hearingkit.patterns import late_pattern
from hearingkit.texts.found import Found
from hearingkit.texts.line_search import found_in_lines

_SEPARATORS: Final = frozenset({"..", "--", "//", "/-", "/ "})
_MAYBE: Final = late_pattern(r"[0-9][./-][0-9]")  # most texts have no date in numbers
_NUMERIC: Final = late_pattern(
    r"(?:(?<![\w./,:-])|(?<=[0-9]-)|(?<=\b[dD]\.))(?<!§ )(?<!§)"
    r"(?P<day>[0-9]{1,2})(?P<first>[./-])(?P<month>[0-9]{1,2})(?P<second>[./-]|[ \u00a0](?=20))"
    r"(?P<year>[0-9]{4}|[0-9]{2})"
    r"(?![\w/]|-(?![0-9]{1,2}\.[0-9]{1,2}\.)|[.,:][0-9])"
)
_WHOLE: Final = late_pattern(
    r"(?:29|3[01])(?:\.(?:0?[1-9]|1[0-2])\.|/(?:0?[1-9]|1[0-2])[- \u00a0])20[0-9]{2}"
    r"|(?:[12][0-9]|3[01])(?:\.(?:0[1-9]|1[0-2])\.|([/-])(?:0[1-9]|1[0-2])\1)(?:19|20|21)[0-9]{2}"
)
_ODD_YEAR: Final = late_pattern(
    r"(?<![\w./,:-])(?:0?[1-9]|[12][0-9]|3[01])([./])(?:0[1-9]|1[0-2])\1"
    r"(?:20[1-9]|02[0-9]|20(?![0-9]00)[0-9]{3}|220[0-9]{2})(?![\w/-]|[.,:][0-9])"
)
_ODD_MONTH: Final = late_pattern(
    r"(?<![\w./,:-])(?:0?[1-9]|[12][0-9]|3[01])([./])(?:1[3-9]|[2-9][0-9])\1"
    r"(?:20[2-4][0-9])(?![\w/-]|[.,:][0-9])"
)
_CENTURY: Final = 2000


@frozen
class NumericDate(Found):
    """A date written day first.

    Attributes:
        day: As written, even 31 in a month of 30 days.
        month: 1 to 12.
        year: What it means; two digits are of this century.
        separators: The sign behind the day and the one behind the month.
    """

    day: int
    month: int
    year: int
    separators: str

    @property
    def date(self) -> dt.date | None:
        """Return what it means; None for such as 31.11.2026."""
        try:
            return dt.date(self.year, self.month, self.day)
        except ValueError:
            return None


def numeric_dates(text: str) -> Iterator[NumericDate]:
    """Yield the dates in numbers of a text, in order.

    Numbers that only look like one are left out: sections (``§ 5-1-12``), hyphens between single
    digits where the year has two, and days that don't exist, unless all digits of a date are there.
    """
    for found in found_in_lines(_NUMERIC, text, _MAYBE.search):
        one = _date(found)
        short = one.separators == "--" and len(one.text) < len("05-04-24")
        is_date = one.date is not None or _WHOLE.fullmatch(one.text)
        if is_date and one.separators in _SEPARATORS and not short:
            yield one


def with_odd_year(text: str) -> Iterator[Found]:
    """Yield what would be a date if its year had not three figures, or five."""
    every = found_in_lines(_ODD_YEAR, text, _MAYBE.search)
    yield from (Found(found[0], found.start()) for found in every)


def with_odd_month(text: str) -> Iterator[Found]:
    """Yield what would be a date if its month were none above 12."""
    every = found_in_lines(_ODD_MONTH, text, _MAYBE.search)
    yield from (Found(found[0], found.start()) for found in every)


def _date(found: re.Match[str]) -> NumericDate:
    year = int(found["year"])
    return NumericDate(
        text=found[0],
        start=found.start(),
        day=int(found["day"]),
        month=int(found["month"]),
        year=year if year > 99 else _CENTURY + year,
        separators=found["first"] + found["second"],
    )
