"""Days on which no deadline should end, by analogy with the laws on limitation and on courts."""

import datetime as dt
import enum
from dataclasses import dataclass
from typing import assert_never

from hearingkit.calendars.country import Country
from hearingkit.calendars.holidays import holiday_name

_SATURDAY = 5
_DANISH_CUSTOM = {
    (6, 5): "grundlovsdag",
    (12, 24): "juleaftensdag",
    (12, 31): "nytårsaftensdag",
}


class DayOffKind(enum.StrEnum):
    """Why nobody works: the week, a public holiday, or a custom that the law respects."""

    WEEKEND = "weekend"
    HOLIDAY = "holiday"
    CUSTOMARY = "customary"


@dataclass(frozen=True, slots=True)
class DayOff:
    """A day that is no working day.

    Attributes:
        kind: A holiday in a weekend is a holiday.
        name: In the country's language; empty for a weekend, whose day the language names.
    """

    kind: DayOffKind
    name: str = ""


def day_off(day: dt.date, country: Country) -> DayOff | None:
    """Return why the day is no working day; None if it is one.

    Source:
        Denmark: forældelsesloven § 27, stk. 2 (weekend, holiday, 5 June, 24 and 31 December).
        Norway: domstolloven § 149 (Saturday, holiday, and days that the law puts on a par).
    """
    if name := holiday_name(day, country):
        return DayOff(DayOffKind.HOLIDAY, name)
    if name := _custom(day, country):
        return DayOff(DayOffKind.CUSTOMARY, name)
    return DayOff(DayOffKind.WEEKEND) if day.weekday() >= _SATURDAY else None


def next_working_day(day: dt.date, country: Country) -> dt.date:
    """Return the day itself if it is a working day, else the first one after it.

    Raises:
        OverflowError: If the calendar ends before that, on the last days of the year 9999.

    Source:
        As for ``day_off``: a time limit that ends on a day off runs to the next working day.
    """
    while day_off(day, country):
        day += dt.timedelta(days=1)
    return day


def _custom(day: dt.date, country: Country) -> str | None:
    """Return the name of a day that is no holiday, but that the law treats as one."""
    match country:
        case Country.DK:
            return _DANISH_CUSTOM.get((day.month, day.day))
        case Country.NO:
            return None
    assert_never(country)
