"""Days as people type them, where nothing else can stand."""

import datetime as dt

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from hearingkit.language import dates
from hearingkit.language.language import Language
from hearingkit.texts.typed_dates import typed_date

DAYS = st.dates(dt.date(2000, 1, 1), dt.date(2099, 12, 31))
FORMS = (
    *("{d}.{m}.{y}", "{d:02}.{m:02}.{y}", "{d}/{m}-{s:02}", "{d:02}-{m:02}-{y}", "{d}/{m}/{y}"),
    *("{y}-{m}-{d}", "{y}.{m:02}.{d:02}", "{y}/{m}/{d}", "{y}{m:02}{d:02}", "{d}. {m}. {y}"),
    *(
        "{d}. {name} {y}",
        "{d} {name} {y}",
        "den {d}. {name} {y}",
        "{d}.{name} {y}",
        "{name} {d}, {y}",
    ),
    *("{d}-{name}-{y}", "{d}. {name} {s:02}", "senest {d}. {name} {y}", "{y} {name} {d}"),
)
CLOCKS = (
    " kl. {h:02}.{n:02}",
    " {h:02}:{n:02}",
    ", {h}.{n:02}",
    "T{h:02}:{n:02}:00",
    " klokken {h}.{n:02}",
    " (kl. {h}.{n:02})",
)


@pytest.mark.parametrize("language", Language)
@pytest.mark.parametrize("form", FORMS)
@settings(max_examples=25)
@given(day=DAYS, time=st.none() | st.times(), clock=st.sampled_from(CLOCKS))
def test_reads_every_day_in_every_form(
    form: str, language: Language, day: dt.date, time: dt.time | None, clock: str
) -> None:
    name = dates.month_names(language)[day.month - 1]
    date = form.format(d=day.day, m=day.month, y=day.year, s=day.year % 100, name=name)
    hour = clock.format(h=time.hour, n=time.minute) if time else ""

    typed = typed_date(f"{date}{hour}")

    assert typed is not None
    assert (typed.date, typed.is_whole) == (day, True)
    assert typed.time == (time and dt.time(time.hour, time.minute))


@pytest.mark.parametrize("month", ["February", "feb", "Feb."])
def test_reads_months_as_the_english_have_them(month: str) -> None:
    for form in (f"{month} 26, 2027", f"26th {month} 2027", f"26 of {month} 2027"):
        typed = typed_date(form)

        assert typed is not None
        assert typed.date == dt.date(2027, 2, 26)


@pytest.mark.parametrize(
    "text", ["2027‑02‑26", "2027–02–26", "26‐02‐2027", "2027−02−26", "２０２７-02-26"]
)
def test_reads_hyphens_and_figures_of_word_processors(text: str) -> None:
    typed = typed_date(text)

    assert typed is not None
    assert typed.date == dt.date(2027, 2, 26)


@pytest.mark.parametrize(
    ("cell", "shown"),
    [
        ("36526", "2000-01-01 None"),
        ("45747", "2025-03-31 None"),
        ("45747.5", "2025-03-31 12:00:00"),
        ("45747,999306", "2025-03-31 23:59:00"),
        ("73415", "2100-12-31 None"),
    ],
)
def test_reads_the_number_that_a_spreadsheet_keeps_for_a_day(cell: str, shown: str) -> None:
    typed = typed_date(cell)

    assert typed is not None
    assert typed.is_whole
    assert f"{typed.date} {typed.time}" == shown


@pytest.mark.parametrize("number", ["36525", "73416", "0045747", "45747.5.1", "45747 5"])
def test_takes_no_other_number_for_a_day(number: str) -> None:
    assert typed_date(number) is None


@pytest.mark.parametrize(
    "text",
    ["", "snart", "tre uker", "uke 8 2027", "1. mai 2027 – 3. mai 2027", "12:00", "x" * 9999],
)
def test_reads_nothing_in_what_is_no_date(text: str) -> None:
    assert typed_date(text) is None


@pytest.mark.parametrize("text", ["2027-02-26 12:00+01:00", "2027-02-26 kl. 25", "26.2.2027 9 pm"])
def test_says_what_it_does_not_understand_of_a_time(text: str) -> None:
    typed = typed_date(text)

    assert typed is not None
    assert (typed.date, typed.time, typed.is_whole) == (dt.date(2027, 2, 26), None, False)
