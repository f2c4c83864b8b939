import datetime as dt

import pytest
from hypothesis import given
from hypothesis import strategies as st

from hearingkit.calendars.country import Country
from hearingkit.calendars.working_days import DayOff, DayOffKind, day_off, next_working_day

DAYS = st.dates(dt.date(2000, 1, 1), dt.date(2100, 12, 1))
COUNTRIES = st.sampled_from(Country)


@pytest.mark.parametrize(
    ("day", "country", "kind", "name"),
    [
        ("2024-06-01", "DK", DayOffKind.WEEKEND, ""),
        ("2024-06-02", "NO", DayOffKind.WEEKEND, ""),
        ("2024-03-31", "DK", DayOffKind.HOLIDAY, "påskedag"),
        ("2023-05-05", "DK", DayOffKind.HOLIDAY, "store bededag"),
        ("2024-05-17", "NO", DayOffKind.HOLIDAY, "grunnlovsdag"),
        ("2024-06-05", "DK", DayOffKind.CUSTOMARY, "grundlovsdag"),
        ("2022-06-05", "DK", DayOffKind.HOLIDAY, "pinsedag"),
        ("2024-12-24", "DK", DayOffKind.CUSTOMARY, "juleaftensdag"),
        ("2024-12-31", "DK", DayOffKind.CUSTOMARY, "nytårsaftensdag"),
    ],
)
def test_a_day_off_says_why(day: str, country: str, kind: DayOffKind, name: str) -> None:
    assert day_off(dt.date.fromisoformat(day), Country(country)) == DayOff(kind, name)


@pytest.mark.parametrize(
    ("day", "country"),
    [
        ("2024-04-26", "DK"),  # store bededag until 2023
        ("2024-05-17", "DK"),
        ("2024-06-05", "NO"),
        ("2024-12-24", "NO"),
        ("2024-12-31", "NO"),
        ("2023-10-06", "DK"),
    ],
)
def test_other_days_are_working_days(day: str, country: str) -> None:
    assert day_off(dt.date.fromisoformat(day), Country(country)) is None


@pytest.mark.parametrize(
    ("day", "country", "then"),
    [
        ("2023-10-06", "DK", "2023-10-06"),
        ("2023-10-07", "DK", "2023-10-09"),
        ("2024-12-24", "DK", "2024-12-27"),
        ("2024-12-24", "NO", "2024-12-24"),
        ("2024-12-31", "DK", "2025-01-02"),
        ("2024-03-28", "NO", "2024-04-02"),
    ],
)
def test_a_deadline_runs_on_to_the_next_working_day(day: str, country: str, then: str) -> None:
    found = next_working_day(dt.date.fromisoformat(day), Country(country))

    assert found == dt.date.fromisoformat(then)


@given(DAYS, COUNTRIES)
def test_only_days_off_lie_before_the_next_working_day(day: dt.date, country: Country) -> None:
    then = next_working_day(day, country)

    between = [day + dt.timedelta(days=number) for number in range((then - day).days)]
    assert day_off(then, country) is None
    assert all(day_off(one, country) for one in between)
    assert len(between) < 8


@given(DAYS, COUNTRIES)
def test_every_saturday_and_sunday_is_a_day_off(day: dt.date, country: Country) -> None:
    assert day_off(day, country) or day.weekday() < 5
