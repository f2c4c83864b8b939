"""Periods at the ends of months, over leap days and over the change of the clocks."""

import datetime as dt
from typing import Final

import pytest
from hypothesis import given
from hypothesis import strategies as st
from tests.rules.test_notice import LOCAL_DK, LOCAL_NO, PLAN_DK, STATE_DK, STATE_NO, Who, a_case
from tests.rules.test_notice import noticed as found_in

LEAST_DAYS: Final = {STATE_NO: 42, LOCAL_NO: 42, STATE_DK: 28, LOCAL_DK: 28, PLAN_DK: 56}
# planloven § 24 is as it is since 15 June 2017.
DAYS: Final = st.dates(dt.date(2017, 6, 15), dt.date(2099, 12, 31))
TIMES: Final = st.sampled_from(["", " 00:00", " 08:00", " 12:00", " 23:59"])


@given(st.sampled_from(sorted(LEAST_DAYS)), DAYS, TIMES)
def test_weeks_are_kept_to_the_day_and_by_law_to_its_end(
    who: Who, sent: dt.date, time: str
) -> None:
    is_statute = who == LOCAL_NO  # the others are asked for by usage, or may be minor
    is_early = is_statute and time not in {"", " 23:59"}
    last = sent + dt.timedelta(days=LEAST_DAYS[who] + is_early)
    early = last - dt.timedelta(days=1)

    kept = [one.code for one in found_in(a_case(who, sent, f"{last}{time}"))]
    missed = [one.code for one in found_in(a_case(who, sent, f"{early}{time}"))]

    assert set(kept) <= {"HK206"}  # three months are another thing
    assert missed
    assert missed != kept


@pytest.mark.parametrize(
    ("sent", "deadline", "is_kept"),
    [
        ("2025-11-30", "2026-02-27", False),
        ("2025-11-30", "2026-02-28", True),
        ("2027-11-30", "2028-02-28", False),
        ("2027-11-30", "2028-02-29", True),
        ("2026-08-31", "2026-11-29", False),
        ("2026-08-31", "2026-11-30", True),
        ("2026-03-31", "2026-06-30", True),
        ("2026-12-31", "2027-03-30", False),
        ("2026-12-31", "2027-03-31", True),
        ("2099-10-01", "2100-01-01", True),
    ],
)
def test_three_months_are_kept_at_the_ends_of_months(
    sent: str, deadline: str, *, is_kept: bool
) -> None:
    case = a_case(STATE_NO, dt.date.fromisoformat(sent), deadline)

    assert [one.code for one in found_in(case)] == ([] if is_kept else ["HK206"])


@pytest.mark.parametrize("sent", ["2026-03-02", "2026-10-05"])  # the clocks change within
@pytest.mark.parametrize("time", ["", " 23:59"])
def test_the_change_of_the_clocks_takes_no_hour_of_a_period(sent: str, time: str) -> None:
    last = dt.date.fromisoformat(sent) + dt.timedelta(days=42)

    assert found_in(a_case(LOCAL_NO, dt.date.fromisoformat(sent), f"{last}{time}")) == []
