import datetime as dt

import pytest
from dateutil.easter import easter  # type: ignore[import-untyped]
from hypothesis import given
from hypothesis import strategies as st

from hearingkit.calendars.country import Country
from hearingkit.calendars.seasons import Season, seasons, summer

DAYS = st.dates(dt.date(2000, 1, 1), dt.date(2100, 12, 31))
COUNTRIES = st.sampled_from(Country)
ONE_DAY = dt.timedelta(days=1)


def seasons_on(day: dt.date, country: str) -> list[tuple[dt.date, dt.date]]:
    return [(season.first, season.last) for season in seasons(day, day, Country(country))]


@pytest.mark.parametrize(
    ("first", "last", "country"),
    [
        ("2025-04-13", "2025-04-21", "NO"),
        ("2024-03-24", "2024-04-01", "DK"),
        ("2025-07-01", "2025-07-31", "NO"),
        ("2025-06-28", "2025-08-10", "DK"),
        ("2026-06-27", "2026-08-09", "DK"),
        ("2025-12-24", "2026-01-01", "DK"),
        ("2099-12-24", "2100-01-01", "NO"),
    ],
)
def test_a_season_lasts_from_its_first_to_its_last_day(first: str, last: str, country: str) -> None:
    begin, end = dt.date.fromisoformat(first), dt.date.fromisoformat(last)

    assert seasons_on(begin, country) == seasons_on(end, country) == [(begin, end)]
    assert seasons_on(begin - ONE_DAY, country) == seasons_on(end + ONE_DAY, country) == []


@pytest.mark.parametrize("country", Country)
def test_easter_is_where_another_library_has_it(country: Country) -> None:
    for year in range(2000, 2101):
        [found] = seasons(dt.date(year, 3, 1), dt.date(year, 5, 31), country)

        sunday = easter(year)
        assert (found.first, found.last) == (sunday - 7 * ONE_DAY, sunday + ONE_DAY), year


def test_the_danish_summer_is_six_weeks_from_the_last_saturday_of_june_in_every_year() -> None:
    for year in range(2000, 2101):
        season = summer(year, Country.DK)

        assert (season.first.isoweekday(), season.first.month) == (6, 6)
        assert (season.first + dt.timedelta(weeks=1)).month == 7
        assert season.last - season.first == dt.timedelta(weeks=6, days=1)


@given(DAYS, DAYS, COUNTRIES)
def test_days_in_a_season_are_counted_as_one_by_one(
    one: dt.date, other: dt.date, country: Country
) -> None:
    begin, end = sorted([one, other])
    end = min(end, begin + dt.timedelta(days=800))
    days = [begin + dt.timedelta(days=number) for number in range(1, (end - begin).days + 1)]

    for season in seasons(begin, end, country):
        assert season.days_after(begin, end) == sum(day in season for day in days)


def test_a_season_outside_a_period_has_no_day_of_it() -> None:
    season = Season(dt.date(2025, 7, 1), dt.date(2025, 7, 31))

    assert season.days_after(dt.date(2025, 8, 1), dt.date(2025, 9, 1)) == 0
    assert season.days_after(dt.date(2025, 5, 1), dt.date(2025, 6, 1)) == 0
