"""A day as people type it where nothing else can stand: ``26/2-27``, ``Feb 26, 2027 at 12:00``.

What stands nowhere in running text is first written as there; then it is read as that is.
"""

import datetime as dt
import re
import unicodedata
from typing import Final

from hearingkit.frozen import frozen
from hearingkit.language.dates import clock
from hearingkit.language.language import Language
from hearingkit.patterns import late_pattern
from hearingkit.texts.clocks import ClockWords
from hearingkit.texts.dates import date_mentions
from hearingkit.texts.month_names import month_meant

_WORD: Final = r"(?P<month>[^\W\d_]{3,})"
_DAY: Final = r"(?<![\d.:])(?P<day>[0-9]{1,2})"
_NUMBER: Final = r"(?P<month>[0-9]{1,2})"
_YEAR: Final = r"'?(?P<year>(?:19|20|21)[0-9]{2}|[0-9]{2})(?![\d:])"
_YEAR_FIRST: Final = r"(?<!\d)(?P<year>(?:19|20|21)[0-9]{2})"
_PARTED: Final = r"\s?[-./]\s?"
_FORMS: Final = tuple(
    map(
        late_pattern,
        (
            rf"{_YEAR_FIRST}(?:{_PARTED}|\s){_NUMBER}(?:{_PARTED}|\s)(?P<day>[0-9]{{1,2}})(?!\d)",
            rf"{_YEAR_FIRST}(?P<month>[0-9]{{2}})(?P<day>[0-9]{{2}})(?!\d)",
            rf"{_YEAR_FIRST}[-./\s]+{_WORD}[-./\s]+(?P<day>[0-9]{{1,2}})(?!\d)",
            rf"\b{_WORD}\.?\s+(?P<day>[0-9]{{1,2}})(?:st|nd|rd|th)?(?:,\s*|\s+)"
            r"(?P<year>(?:19|20|21)[0-9]{2})(?!\d)",
            rf"{_DAY}(?:{_PARTED}|\s){_NUMBER}(?:{_PARTED}|\s){_YEAR}",
            rf"{_DAY}(?:\.|st|nd|rd|th)?[-/\s]?\s*(?:of\s)?{_WORD}[-./,]*\s*{_YEAR}",
        ),
    )
)
_CLOCK: Final = (
    r"(?i)[,;(\s]*(?:(?:at|@|T|-|–)\s*)?(?:(?:[^\W\d_]+\s)?%before\s*)?"
    r"(?P<hour>[01]?[0-9]|2[0-4])(?:[:.](?P<minute>[0-5][0-9])(?:[:.][0-5][0-9])?)?(?:\s?h)?[).\s]*"
)
# As word processors write them.
_HYPHENS: Final = late_pattern(r"(?<=\d)[\u2010-\u2015\u2212](?=\d)")
_PERHAPS_A_TIME: Final = late_pattern("[0-9]")
_SERIAL: Final = late_pattern(r"(?P<days>[3-7][0-9]{4})(?:[.,](?P<part>[0-9]{1,15}))?")
_DAY_ZERO: Final = dt.datetime.combine(
    dt.date(1899, 12, 30), dt.time.min
)  # of Excel and LibreOffice
_SERIALS: Final = range(36526, 73416)  # of the years 2000 to 2100
_LONGEST: Final = 100
_MONTHS: Final = 12
_CENTURY: Final = 2000
_END_OF_DAY: Final = dt.time(23, 59)


@frozen
class TypedDate:
    """The date that a text is.

    Attributes:
        day: As written, even 31 in a month of 30 days.
        month: 1 to 12.
        year: None where none is named.
        time: None where none is named, or none that is understood; 24:00 is 23:59.
        is_whole: Whether nothing is left in the text that may be a time.
        weekday: 0 for Monday; None where none is named.
    """

    day: int
    month: int
    year: int | None
    time: dt.time | None
    is_whole: bool
    weekday: int | None = None

    @property
    def date(self) -> dt.date | None:
        """Return the day; None without a year, or for such as 31 April."""
        try:
            return dt.date(self.year or 0, self.month, self.day)
        except ValueError:
            return None


def typed_date(text: str) -> TypedDate | None:
    """Return the date that a text is, in any usual form; None where it is none, or several.

    A number of five figures is the day that a spreadsheet keeps so, with the time as its fraction.
    """
    if len(text) > _LONGEST:
        return None
    plain = _HYPHENS.sub("-", " ".join(unicodedata.normalize("NFKC", text).split()))
    if serial := _SERIAL.fullmatch(plain):
        return _of_spreadsheet(int(serial["days"]), serial["part"] or "")
    line = _as_in_texts(plain)
    found = next(filter(None, (date_mentions(line, language) for language in Language)), ())
    if len(found) != 1:
        return None
    (one,) = found
    left = line[: one.start] + line[one.end :]
    whole = not _PERHAPS_A_TIME.search(left)
    return TypedDate(one.day, one.month, one.year, one.time, whole, one.weekday)


def _of_spreadsheet(days: int, part: str) -> TypedDate | None:
    """Return the date that a cell holds, as days since a day zero and a part of a day."""
    if days not in _SERIALS:
        return None
    minutes = round(float(f"0.{part or 0}") * 24 * 60)
    at = _DAY_ZERO + dt.timedelta(days=days, minutes=minutes)
    return TypedDate(at.day, at.month, at.year, at.time() if part else None, is_whole=True)


def _as_in_texts(line: str) -> str:
    """Return a date, and the time behind it, in numbers as running text has them."""
    matches = (match for form in _FORMS for match in form.finditer(line))
    for match in matches:
        if date := _in_numbers(match):
            before, behind = line[: match.start()], line[match.end() :]
            return f"{before}{date} {_time_in_texts(behind)}"
    return line


def _in_numbers(match: re.Match[str]) -> str:
    """Return the date of a match, day first; empty where its month is none."""
    day, year = int(match["day"]), int(match["year"])
    month = _month(match["month"])
    if month > _MONTHS >= day:  # as in America
        day, month = month, day
    whole_year = year if year > 99 else _CENTURY + year
    return f"{day:02}.{month:02}.{whole_year}" if 0 < month <= _MONTHS else ""


def _month(written: str) -> int:
    """Return the number of a month; 0 where a word is none."""
    if written.isdecimal():
        return int(written)
    meant = (month_meant(written, language) for language in Language)
    return next((month.number for month in meant if month), 0)


def _time_in_texts(behind: str) -> str:
    """Return what stands behind a date; a time alone gets its «kl.»."""
    found = ClockWords.pattern(_CLOCK).fullmatch(behind)
    if found is None:
        return behind
    hour, minute = int(found["hour"]), int(found["minute"] or 0)
    time = _END_OF_DAY if hour > _END_OF_DAY.hour else dt.time(hour, minute)
    return clock(time, next(iter(Language)))  # a date is read with the clock of any
