import datetime as dt

import pytest
from dateutil.easter import easter  # type: ignore[import-untyped]
from holidays import country_holidays

from hearingkit.calendars.country import Country
from hearingkit.calendars.holidays import holiday_name
from hearingkit.calendars.languages import usual_language
from hearingkit.language.dates import and_list

DAYS_AFTER_EASTER = {
    Country.DK: {-3, -2, 0, 1, 39, 49, 50},
    Country.NO: {-3, -2, 0, 1, 39, 49, 50},
}
FIXED_DAYS = {
    Country.DK: {(1, 1), (12, 25), (12, 26)},
    Country.NO: {(1, 1), (5, 1), (5, 17), (12, 25), (12, 26)},
}
GREAT_PRAYER_DAY = 26


def holidays_of(year: int, country: Country) -> set[dt.date]:
    first = dt.date(year, 1, 1)
    days = (first + dt.timedelta(days=number) for number in range(366))
    return {day for day in days if day.year == year and holiday_name(day, country)}


def holidays_by_law(year: int, country: Country) -> set[dt.date]:
    after_easter = set(DAYS_AFTER_EASTER[country])
    if country is Country.DK and year <= 2023:
        after_easter.add(GREAT_PRAYER_DAY)
    movable = {easter(year) + dt.timedelta(days=days) for days in after_easter}
    return movable | {dt.date(year, month, day) for month, day in FIXED_DAYS[country]}


@pytest.mark.parametrize("country", Country)
def test_every_holiday_is_that_of_the_law(country: Country) -> None:
    for year in range(2000, 2101):
        assert holidays_of(year, country) == holidays_by_law(year, country), year


@pytest.mark.parametrize(
    ("day", "country", "name"),
    [
        ("2023-05-05", "DK", "store bededag"),
        ("2024-04-26", "DK", None),
        ("2024-03-28", "DK", "skærtorsdag"),
        ("2024-05-09", "DK", "Kristi himmelfartsdag"),
        ("2024-05-20", "DK", "anden pinsedag"),
        ("2024-06-05", "DK", None),
        ("2024-05-01", "DK", None),
        ("2024-05-01", "NO", "arbeidernes dag"),
        ("2024-05-17", "NO", "grunnlovsdag"),
        ("2024-03-28", "NO", "skjærtorsdag"),
        ("2024-12-24", "NO", None),
        ("2024-12-26", "NO", "andre juledag"),
        ("2027-05-17", "NO", "andre pinsedag og grunnlovsdag"),
        # Prop. 81 L (2010-2011): the year in which the old law would have put Easter wrongly.
        ("2076-04-19", "NO", "første påskedag"),
        ("2076-03-22", "NO", None),
    ],
)
def test_a_holiday_has_its_name(day: str, country: str, name: str | None) -> None:
    assert holiday_name(dt.date.fromisoformat(day), Country(country)) == name


@pytest.mark.parametrize("day", [dt.date.min, dt.date.max])
@pytest.mark.parametrize("country", Country)
def test_a_year_that_is_mistyped_has_no_holidays(day: dt.date, country: Country) -> None:
    assert holiday_name(day, country) is None


@pytest.mark.parametrize("country", Country)
def test_days_and_names_are_those_of_the_library(country: Country) -> None:
    language = {Country.DK: "da", Country.NO: "no"}[country]
    years = range(1947, 2101)
    library = country_holidays(country.value, years=years, language=language, observed=False)

    for day in (dt.date(1947, 1, 1) + dt.timedelta(days=number) for number in range(154 * 365)):
        theirs = and_list(sorted(map(str.lower, library.get_list(day))), usual_language(country))
        assert (holiday_name(day, country) or "").lower() == theirs, day
