"""Holiday seasons, in which few people can answer."""

import datetime as dt
from collections.abc import Iterator
from functools import cache
from typing import assert_never

from hearingkit.calendars.country import Country
from hearingkit.calendars.holidays import holiday_name
from hearingkit.frozen import frozen

_SATURDAY, _SUNDAY = 5, 6
_DANISH_SUMMER = dt.timedelta(weeks=6, days=1)  # until a Sunday in August


@frozen
class Season:
    """A holiday season: consecutive days on which many people are away.

    Attributes:
        first: The first day.
        last: The last day, included.
    """

    first: dt.date
    last: dt.date

    def __contains__(self, day: dt.date) -> bool:
        return self.first <= day <= self.last

    def days_after(self, begin: dt.date, end: dt.date) -> int:
        """Return how many days of the season are in a period, whose first day does not count."""
        since = max(self.first, begin + dt.timedelta(days=1))
        return max(0, (min(self.last, end) - since).days + 1)


def seasons(begin: dt.date, end: dt.date, country: Country) -> Iterator[Season]:
    """Yield the seasons that overlap a period, in order."""
    for year in range(begin.year - 1, end.year + 1):  # Christmas goes on into the next year
        for season in _seasons_of(year, country):
            if season.first <= end and begin <= season.last:
                yield season


def summer(year: int, country: Country) -> Season:
    """Return the summer holidays of a year.

    Source:
        Folkeskoleloven (DK) § 14 a, stk. 2: from the last Saturday of June; practice: some six
        weeks. Practice: Norway is on holiday in July.
    """
    match country:
        case Country.DK:
            first = _last_saturday_of_june(year)
            return Season(first, first + _DANISH_SUMMER)
        case Country.NO:
            return Season(dt.date(year, 7, 1), dt.date(year, 7, 31))
    assert_never(country)


def _last_saturday_of_june(year: int) -> dt.date:
    end = dt.date(year, 6, 30)
    return end - dt.timedelta(days=(end.weekday() - _SATURDAY) % 7)


@cache
def _seasons_of(year: int, country: Country) -> tuple[Season, ...]:
    christmas = Season(dt.date(year, 12, 24), dt.date(year + 1, 1, 1))
    return (*_easter(year, country), summer(year, country), christmas)


def _easter(year: int, country: Country) -> Iterator[Season]:
    """Yield the days from Palm Sunday to Easter Monday; none where the holidays are unknown.

    Easter Sunday is between 22 March and 25 April; no other Sunday then is a public holiday.
    """
    early = dt.date(year, 3, 22)
    for day in (early + dt.timedelta(days=number) for number in range(35)):
        if day.weekday() == _SUNDAY and holiday_name(day, country):
            yield Season(day - dt.timedelta(days=7), day + dt.timedelta(days=1))
