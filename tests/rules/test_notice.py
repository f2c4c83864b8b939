"""Periods to the day: who must give how long, and how long that is."""

import datetime as dt
import itertools
from collections.abc import Iterator
from typing import Final

import pytest
from dateutil.relativedelta import relativedelta  # type: ignore[import-untyped]
from hypothesis import given
from hypothesis import strategies as st
from tests.judging import sound_cases

from hearingkit.findings import Finding
from hearingkit.rules.dates.notice_periods import PROFILES, Profile
from hearingkit.rules.run import judge
from hearingkit.source.reader import read_text
from hearingkit.validation.book import Case
from hearingkit.validation.validate import validate

CODES: Final = {"HK201", "HK206", "HK207", "HK212"}
# A Monday after the holidays, so that no season and no day off is among what is found.
SENT: Final = dt.date(2025, 8, 18)
DAYS: Final = st.dates(dt.date(2000, 1, 1), dt.date(2099, 12, 31))

STATE_NO: Final = ("NO", "state", "regulation")
STATE_DK: Final = ("DK", "state", "bill")
LOCAL_NO: Final = ("NO", "municipality", "local-plan")
LOCAL_DK: Final = ("DK", "municipality", "local-plan")
PLAN_DK: Final = ("DK", "municipality", "plan")
Who = tuple[str, str, str]


def a_case(
    who: Who, sent: dt.date | None, deadline: object, *more: str, title: str = "Prøver"
) -> Case:
    country, issuer, kind = who
    lines = [f"sent: {sent}"] if sent else []
    hearing = "".join(f"    {line}\n" for line in [*lines, *more])
    text = (
        f"issuers:\n  etaten: {{name: Etaten, country: {country}, kind: {issuer}}}\n"
        f"hearings:\n  proever:\n    language: da\n    issuer: etaten\n    kind: {kind}\n"
        f"    title: {title}\n    deadline: {deadline}\n    recipients: [KL]\n"
        f"    submission: {{addresses: [{{email: svar@etaten.example}}]}}\n{hearing}"
    )
    source, _ = read_text(text.encode(), "data/hearings.yaml")
    assert source is not None
    book, found = validate([source])
    assert found == ()
    return next(sound_cases(book))


def noticed(case: Case) -> list[Finding]:
    return [one for one in judge(case).findings if one.code in CODES]


def code_after(who: Who, days: int, *more: str) -> str:
    found = noticed(a_case(who, SENT, SENT + dt.timedelta(days=days), *more))
    return " ".join(one.code for one in found)


@pytest.mark.parametrize(
    ("who", "days", "code"),
    [
        (STATE_NO, 1, "HK201"),
        (STATE_NO, 41, "HK201"),
        (STATE_NO, 42, "HK206"),
        (STATE_NO, 91, "HK206"),
        (STATE_NO, 92, ""),
        (("NO", "state", "other"), 41, "HK201"),
        (("NO", "state", "plan"), 41, "HK201"),
        (("NO", "state", "guidance"), 41, "HK206"),
        (("NO", "state", "guidance"), 42, ""),
        (("NO", "state", "guideline"), 41, "HK206"),
        (("NO", "state", "inquiry"), 41, "HK201"),
        (("NO", "region", "plan"), 41, "HK207"),
        (("NO", "municipality", "planning-programme"), 41, "HK207"),
        (("NO", "municipality", "planning-programme"), 42, ""),
        (("NO", "region", "plan"), 42, ""),
        (("NO", "municipality", "plan"), 41, "HK207"),
        (("NO", "municipality", "plan"), 42, ""),
        (LOCAL_NO, 41, "HK207"),
        (LOCAL_NO, 42, ""),
        (("NO", "state", "local-plan"), 41, "HK207"),
        (STATE_DK, 27, "HK201"),
        (STATE_DK, 28, ""),
        (("DK", "state", "act"), 27, "HK201"),
        (PLAN_DK, 27, "HK207"),
        (PLAN_DK, 28, "HK212"),
        (PLAN_DK, 55, "HK212"),
        (PLAN_DK, 56, ""),
        (LOCAL_DK, 13, "HK207"),
        (LOCAL_DK, 14, "HK212"),
        (LOCAL_DK, 27, "HK212"),
        (LOCAL_DK, 28, ""),
    ],
)
def test_a_period_is_kept_or_missed_by_a_day(who: Who, days: int, code: str) -> None:
    assert code_after(who, days) == code


@pytest.mark.parametrize(
    "who",
    [
        ("DK", "state", "guidance"),
        ("DK", "region", "plan"),
        ("DK", "municipality", "regulation"),
        ("NO", "municipality", "regulation"),
        ("NO", "region", "other"),
        ("NO", "state", "permit"),
        ("NO", "state", "licence"),
        ("NO", "organisation", "local-plan"),
        ("DK", "organisation", "bill"),
    ],
)
def test_who_is_bound_by_no_period_may_give_a_day(who: Who) -> None:
    assert code_after(who, 1) == ""


@pytest.mark.parametrize(
    ("who", "days"), [(STATE_NO, 5), (STATE_NO, 60), (STATE_DK, 5), (LOCAL_DK, 20), (PLAN_DK, 40)]
)
def test_a_reason_turns_warnings_and_notes_off(who: Who, days: int) -> None:
    assert code_after(who, days)
    assert code_after(who, days, "short_notice_reason: Det haster.") == ""


@pytest.mark.parametrize("who", [LOCAL_NO, LOCAL_DK, PLAN_DK])
def test_no_reason_turns_the_law_off(who: Who) -> None:
    assert code_after(who, 13, "short_notice_reason: Det haster.") == "HK207"


@pytest.mark.parametrize("who", [STATE_NO, LOCAL_NO, PLAN_DK])
def test_a_hearing_that_is_passed_on_has_its_principals_period(who: Who) -> None:
    assert code_after(who, 5, "origin: {name: Departementet}") == ""


@pytest.mark.parametrize("who", [LOCAL_NO, LOCAL_DK, PLAN_DK])
def test_the_period_of_a_plan_begins_with_publication(who: Who) -> None:
    deadline = SENT + dt.timedelta(days=13)
    long_before, late = SENT - dt.timedelta(days=60), SENT + dt.timedelta(days=5)

    assert noticed(a_case(who, SENT, deadline, f"published: {long_before}")) == []
    [found] = noticed(a_case(who, SENT, SENT + dt.timedelta(days=18), f"published: {late}"))
    assert (found.code, found.message[:16]) == ("HK207", "open for 13 days")


@pytest.mark.parametrize("who", [STATE_NO, STATE_DK])
def test_the_period_of_others_begins_on_the_day_of_the_letter(who: Who) -> None:
    early, deadline = SENT - dt.timedelta(days=60), SENT + dt.timedelta(days=27)

    [found] = noticed(a_case(who, SENT, deadline, f"published: {early}"))

    assert found.code == "HK201"


@pytest.mark.parametrize(
    ("who", "title", "days", "code"),
    [
        (("DK", "region", "plan"), "Råstofplan 2028", 55, "HK207"),
        (("DK", "region", "plan"), "Råstofplan 2028", 56, ""),
        (("DK", "municipality", "other"), "Naboorientering om Søvej 3", 13, "HK201"),
        (("DK", "municipality", "permit"), "Naboorientering om Søvej 3", 13, "HK201"),
        (("DK", "municipality", "closure"), "Nedlæggelse af privat fællesvej", 55, "HK201"),
        (("DK", "municipality", "other"), "Nedlæggelse af privat fællesvej", 55, "HK201"),
        (("DK", "municipality", "other"), "Kystbeskyttelse ved Strandvej", 27, "HK201"),
        (LOCAL_DK, "Lokalplan 7 og kommuneplantillæg 3", 27, "HK207"),
        (LOCAL_DK, "Lokalplan 7 med tillæg nr. 3 til Kommuneplan 2025", 55, "HK212"),
        (LOCAL_NO, "Mindre endring av reguleringsplan for Myra", 14, ""),
        (LOCAL_NO, "Endring av reguleringsplan for Myra", 14, "HK212"),
        (LOCAL_NO, "Reguleringsplan for Myra", 14, "HK207"),
    ],
)
def test_a_title_may_ask_for_a_period_of_its_own(
    who: Who, title: str, days: int, code: str
) -> None:
    case = a_case(who, SENT, SENT + dt.timedelta(days=days), title=title)

    assert " ".join(one.code for one in noticed(case)) == code


def test_the_period_begins_with_publication_where_the_letter_has_no_day() -> None:
    deadline = SENT + dt.timedelta(days=41)

    [found] = noticed(a_case(LOCAL_NO, None, deadline, f"published: {SENT}"))

    assert found.message == "open for 41 days; the law asks for at least 42"
    assert noticed(a_case(LOCAL_NO, None, deadline)) == []


@pytest.mark.parametrize("days", [0, -1, -400])
def test_a_deadline_that_is_not_after_the_letter_is_another_fault(days: int) -> None:
    assert code_after(LOCAL_NO, days) == ""


def test_the_law_asks_for_a_whole_last_day() -> None:
    last = SENT + dt.timedelta(days=42)

    assert noticed(a_case(LOCAL_NO, SENT, f"{last} 23:59")) == []
    [found] = noticed(a_case(LOCAL_NO, SENT, f"{last} 12:00"))
    assert found.message == "open for 41 days; the law asks for at least 42"
    assert noticed(a_case(LOCAL_NO, SENT, f"{last + dt.timedelta(days=1)} 08:00")) == []


def test_guidance_asks_for_days_whatever_the_time() -> None:
    last = SENT + dt.timedelta(days=28)

    assert noticed(a_case(STATE_DK, SENT, f"{last} 08:00")) == []


@pytest.mark.parametrize(
    ("who", "days", "message", "source"),
    [
        (
            STATE_NO,
            28,
            "open for 28 days; at least 42 are asked for",
            "utredningsinstruksen (NO) 3-3",
        ),
        (
            STATE_DK,
            25,
            "open for 25 days; at least 28 are asked for",
            "vejledning om lovkvalitet (DK) 9.1.2 and 4.2.13",
        ),
        (
            STATE_NO,
            60,
            "open for 60 days; 3 months are normal, to 2025-11-18",
            "utredningsinstruksen (NO) 3-3",
        ),
        (
            LOCAL_DK,
            20,
            "open for 20 days; only a minor lokalplan may be open for less than 28",
            "planloven (DK) § 24, stk. 5-6",
        ),
        (
            PLAN_DK,
            20,
            "open for 20 days; the law asks for at least 28",
            "planloven (DK) § 24, stk. 4",
        ),
    ],
)
def test_the_finding_has_the_days_and_who_asks_for_them(
    who: Who, days: int, message: str, source: str
) -> None:
    [found] = noticed(a_case(who, SENT, SENT + dt.timedelta(days=days)))

    assert (found.message, found.source and found.source.text) == (message, source)
    assert (found.place.line, found.place.column) == (9, 15)


@pytest.mark.parametrize(
    ("sent", "deadline", "missed"),
    [
        ("2025-01-31", "2025-04-29", True),
        ("2025-01-31", "2025-04-30", False),
        ("2023-11-30", "2024-02-28", True),
        ("2023-11-30", "2024-02-29", False),
        ("2024-11-30", "2025-02-28", False),
        ("2024-02-29", "2024-05-28", True),
        ("2024-02-29", "2024-05-29", False),
    ],
)
def test_three_months_end_on_the_day_that_exists(sent: str, deadline: str, missed: bool) -> None:
    case = a_case(STATE_NO, dt.date.fromisoformat(sent), deadline)

    assert [one.code for one in noticed(case)] == (["HK206"] if missed else [])


@given(DAYS, st.integers(1, 120))
def test_a_norwegian_state_body_gives_three_months_by_the_calendar(
    sent: dt.date, days: int
) -> None:
    deadline = sent + dt.timedelta(days=days)
    expected = (
        "HK201" if days < 42 else "HK206" if deadline < sent + relativedelta(months=3) else ""
    )

    assert " ".join(one.code for one in noticed(a_case(STATE_NO, sent, deadline))) == expected


def _bound(profile: Profile) -> Iterator[tuple[object, ...]]:
    yield from itertools.product([profile.country], profile.issuers, profile.kinds, [profile.about])


@pytest.mark.parametrize("day", sorted({SENT, *(profile.valid_from for profile in PROFILES)}))
def test_no_hearing_has_two_profiles_on_a_day(day: dt.date) -> None:
    valid = [profile for profile in PROFILES if profile.is_valid_on(day)]
    bound = [who for profile in valid for who in _bound(profile)]

    assert len(bound) == len(set(bound))


@pytest.mark.parametrize("profile", PROFILES)
def test_the_graver_period_is_the_shorter_one(profile: Profile) -> None:
    ends = [period.end(SENT) for period in profile.periods]
    ranks = [period.severity.rank for period in profile.periods]

    assert ends == sorted(set(ends))
    assert ranks == sorted(set(ranks), reverse=True)
    assert all(bool(period.weeks) != bool(period.months) for period in profile.periods)
