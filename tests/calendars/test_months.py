import datetime as dt

import pytest
from dateutil.relativedelta import relativedelta  # type: ignore[import-untyped]
from hypothesis import given
from hypothesis import strategies as st

from hearingkit.calendars.months import months_later

DAYS = st.dates(dt.date(2000, 1, 1), dt.date(2100, 12, 31))
MONTHS = st.integers(0, 36)


@pytest.mark.parametrize(
    ("day", "months", "then"),
    [
        ("2025-03-03", 3, "2025-06-03"),
        ("2025-01-31", 3, "2025-04-30"),
        ("2024-01-31", 1, "2024-02-29"),
        ("2025-01-31", 1, "2025-02-28"),
        ("2024-11-30", 3, "2025-02-28"),
        ("2023-11-29", 3, "2024-02-29"),
        ("2024-02-29", 12, "2025-02-28"),
        ("2024-02-29", 3, "2024-05-29"),
        ("2025-12-01", 3, "2026-03-01"),
        ("2025-09-30", 3, "2025-12-30"),
        ("2025-05-05", 0, "2025-05-05"),
    ],
)
def test_a_month_ends_on_the_day_of_the_same_number_or_on_its_last(
    day: str, months: int, then: str
) -> None:
    assert months_later(dt.date.fromisoformat(day), months) == dt.date.fromisoformat(then)


@given(DAYS, MONTHS)
def test_months_are_counted_as_another_library_counts_them(day: dt.date, months: int) -> None:
    assert months_later(day, months) == day + relativedelta(months=months)


@given(DAYS, DAYS, MONTHS)
def test_what_begins_later_never_ends_earlier(one: dt.date, other: dt.date, months: int) -> None:
    first, second = sorted([one, other])

    assert months_later(first, months) <= months_later(second, months)
