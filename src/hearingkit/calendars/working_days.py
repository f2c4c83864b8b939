"""Days off, on which no deadline should end; by analogy with laws on limitation and courts."""

import datetime as dt
import enum
from collections.abc import Mapping

from hearingkit.calendars.country import Country
from hearingkit.calendars.holidays import DayWords, holiday_name
from hearingkit.calendars.languages import usual_language
from hearingkit.frozen import frozen

_SATURDAY = 5
_CUSTOMARY: Mapping[Country, Mapping[tuple[int, int], str]] = {
    Country.DK: {(6, 5): "constitution", (12, 24): "christmas", (12, 31): "new_year"},
    Country.NO: {},
}


class DayOffKind(enum.StrEnum):
    """The reason for a day off: weekend, public holiday, or a custom that the law respects."""

    WEEKEND = "weekend"
    HOLIDAY = "holiday"
    CUSTOMARY = "customary"


@frozen
class DayOff:
    """A day off.

    Attributes:
        kind: The reason; a holiday on a weekend counts as a holiday.
        name: Name in the country's language; empty for a weekend.
    """

    kind: DayOffKind
    name: str = ""


def day_off(day: dt.date, country: Country) -> DayOff | None:
    """Return the reason for a day off; None if it is a working day.

    Source:
        Denmark: forældelsesloven § 27, stk. 2 (weekend, holiday, 5 June, 24 and 31 December).
        Norway: domstolloven § 149 (Saturday, holiday, and days that the law treats alike).
    """
    if name := holiday_name(day, country):
        return DayOff(DayOffKind.HOLIDAY, name)
    if custom := _CUSTOMARY[country].get((day.month, day.day)):
        name = DayWords.of(usual_language(country)).customary[custom]
        return DayOff(DayOffKind.CUSTOMARY, name)
    return DayOff(DayOffKind.WEEKEND) if day.weekday() >= _SATURDAY else None


def next_working_day(day: dt.date, country: Country) -> dt.date:
    """Return the day itself if it is a working day, else the next working day.

    Raises:
        OverflowError: If that is after the year 9999.

    Source:
        As for ``day_off``: a time limit that ends on a day off runs to the next working day.
    """
    while day_off(day, country):
        day += dt.timedelta(days=1)
    return day
