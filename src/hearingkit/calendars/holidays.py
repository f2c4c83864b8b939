"""Public holidays and their names.

The library holidays says the same, but imports 250 countries; a test holds the days against it.
"""

import datetime as dt
from collections.abc import Iterator, Mapping
from functools import cache
from typing import Final

from hearingkit.calendars.country import Country
from hearingkit.calendars.languages import usual_language
from hearingkit.language.dates import and_list
from hearingkit.language.words import Words

_YEARS: Final = range(1947, 2101)
_DAYS_FROM_EASTER: Final = {
    -3: "maundy_thursday",
    -2: "good_friday",
    0: "easter_day",
    1: "easter_monday",
    39: "ascension_day",
    49: "whit_sunday",
    50: "whit_monday",
}
_GREAT_PRAYER_DAY: Final = 26  # days from Easter
_LAST_GREAT_PRAYER_DAY: Final = 2023
_FIXED: Final[Mapping[Country, Mapping[tuple[int, int], str]]] = {
    Country.DK: {
        (1, 1): "new_years_day",
        (12, 25): "christmas_day",
        (12, 26): "second_christmas_day",
    },
    Country.NO: {
        (1, 1): "new_years_day",
        (5, 1): "labour_day",
        (5, 17): "constitution_day",
        (12, 25): "christmas_day",
        (12, 26): "second_christmas_day",
    },
}


class DayWords(Words):
    """Names of days.

    Attributes:
        holidays: Public holidays, as they are written inside a sentence.
        customary: The days that the law of a country treats as holidays.
    """

    section = "calendars.days"

    holidays: Mapping[str, str]
    customary: Mapping[str, str]


def holiday_name(day: dt.date, country: Country) -> str | None:
    """Return the holiday's name in Danish or bokmål, for use inside a sentence.

    Ordinary Sundays are no holidays. Two holidays on one day are both named.

    Returns:
        None on other days, and before the year 1947 or after 2100.

    Source:
        Denmark: helligdagsreformen (1770), less store bededag from 2024 (lov nr. 214 af
        06/03/2023). Norway: lov om helligdager og helligdagsfred § 2; lov 26. april 1947 nr. 1
        (1 and 17 May).
    """
    holidays = tuple(_holidays(day, country)) if day.year in _YEARS else ()
    if not holidays:
        return None
    language = usual_language(country)
    names = DayWords.of(language).holidays
    return and_list(sorted((names[key] for key in holidays), key=str.lower), language)


def _holidays(day: dt.date, country: Country) -> Iterator[str]:
    """Yield the keys of the holidays on a day."""
    from_easter = (day - _easter(day.year)).days
    if name := _DAYS_FROM_EASTER.get(from_easter):
        yield name
    is_kept = country is Country.DK and day.year <= _LAST_GREAT_PRAYER_DAY
    if is_kept and from_easter == _GREAT_PRAYER_DAY:
        yield "great_prayer_day"
    if name := _FIXED[country].get((day.month, day.day)):
        yield name


@cache
def _easter(year: int) -> dt.date:
    """Return Easter Sunday of a year from 1900 to 2199.

    Source:
        Gauss's rule: ``moon`` is the days from 21 March to the full moon, less its two exceptions.
    """
    moon = (19 * (year % 19) + 24) % 30
    moon -= moon == 29 or (moon == 28 and year % 19 > 10)
    full_moon = dt.date(year, 3, 21) + dt.timedelta(days=moon)
    return full_moon + dt.timedelta(days=6 - full_moon.weekday() or 7)
