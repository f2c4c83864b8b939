"""Weeks by their number in running text, perhaps a day of one: «uke 42», «fredag i uge 42»."""

import datetime as dt
from collections.abc import Iterator
from typing import Final

from hearingkit.frozen import frozen
from hearingkit.language.asked_words import matches_in
from hearingkit.language.language import Language
from hearingkit.language.words import Words
from hearingkit.texts.found import Found
from hearingkit.texts.weekday_names import LONGEST, weekdays

# No row of several weeks: «uke 42–44».
_WEEK: Final = (
    rf"(?i)(?<!\w)(?:(?P<day>[^\W\d_]{{5,{LONGEST}}})[ \u00a0])?(?P<week>(?:i[ \u00a0])?%weeks"
    r"[ \u00a0](?:nr\.?[ \u00a0])?(?P<number>[1-9]|[1-4][0-9]|5[0-3]))"
    r"(?!\w|[.:/,][0-9]|[ \u00a0]?[–-][ \u00a0]?[0-9])"
    r"(?:,?[ \u00a0](?:i[ \u00a0])?(?P<year>20[0-9]{2})(?!\w))?"
)
_FROM_ANOTHER_DAY: Final = r"(?i)\b%from_another_day"


class WeekWords(Words):
    """How a language counts weeks.

    Attributes:
        weeks: What stands before the number of one.
        from_another_day: How words begin by which weeks are no weeks of a year: «graviditet».
    """

    section = "texts.weeks"

    weeks: tuple[str, ...]
    from_another_day: tuple[str, ...]


@frozen
class WeekMention(Found):
    """A week, or a day of one.

    Attributes:
        number: Of the week, by ISO 8601; some years have no week 53.
        year: None where none is named.
        weekday: 0 for Monday; None where all of the week is meant.
    """

    number: int
    year: int | None
    weekday: int | None

    def days_near(self, day: dt.date) -> tuple[dt.date, dt.date] | None:
        """Return the first and the last day; of weeks without a year, those next to a day."""
        years = [self.year] if self.year else [day.year - 1, day.year, day.year + 1]
        firsts = [self._first_in(year) for year in years if _has_week(year, self.number)]
        if not firsts:
            return None
        first = min(firsts, key=lambda one: abs(one - day))
        return first, first + dt.timedelta(6 if self.weekday is None else 0)

    def _first_in(self, year: int) -> dt.date:
        return dt.date.fromisocalendar(year, self.number, (self.weekday or 0) + 1)


def _has_week(year: int, number: int) -> bool:
    return number <= dt.date(year, 12, 28).isocalendar().week


def week_mentions(text: str, language: Language) -> Iterator[WeekMention]:
    """Yield the weeks that a text names by number, in order.

    A text on pregnancies has none: «fri abort til uge 18» is no week of a year.
    """
    for found in matches_in(WeekWords.pattern(_WEEK), text):
        if WeekWords.pattern(_FROM_ANOTHER_DAY).search(text):
            return
        weekday = weekdays(language).get((found["day"] or "").casefold())
        start = found.start("week") if weekday is None else found.start()
        yield WeekMention(
            text=text[start : found.end()],
            start=start,
            number=int(found["number"]),
            year=int(found["year"]) if found["year"] else None,
            weekday=weekday,
        )
