import datetime as dt
import subprocess
import sys

import pytest
from babel.dates import format_date, get_day_names, get_month_names
from babel.lists import format_list
from hypothesis import given
from hypothesis import strategies as st

from hearingkit.language.dates import (
    and_list,
    check_pattern,
    clock,
    date_in_pattern,
    long_date,
    month_names,
    numeric_date,
    or_list,
    weekday_date,
    weekday_names,
)
from hearingkit.language.language import Language

SIXTH_OF_OCTOBER = dt.date(2023, 10, 6)
LANGUAGES = st.sampled_from(Language)
DAYS = st.dates(dt.date(1900, 1, 1), dt.date(2199, 12, 31))


@pytest.mark.parametrize("language", Language)
def test_a_long_date_binds_the_day_to_its_month(language: Language) -> None:
    assert long_date(SIXTH_OF_OCTOBER, language) == "6.\u00a0oktober 2023"


@pytest.mark.parametrize(
    ("language", "written"),
    [
        (Language.DA, "fredag den 6.\u00a0oktober 2023"),
        (Language.NB, "fredag 6.\u00a0oktober 2023"),
        (Language.NN, "fredag 6.\u00a0oktober 2023"),
    ],
)
def test_a_weekday_is_named_as_the_language_does(language: Language, written: str) -> None:
    assert weekday_date(SIXTH_OF_OCTOBER, language) == written


@given(DAYS, LANGUAGES)
def test_dates_are_those_of_cldr(day: dt.date, language: Language) -> None:
    for form, write in (("long", long_date), ("full", weekday_date)):
        written = write(day, language).replace("\u00a0", " ")
        assert written == format_date(day, form, locale=language.value)


@pytest.mark.parametrize(
    ("language", "written"),
    [(Language.DA, "05-04-2024"), (Language.NB, "05.04.2024"), (Language.NN, "05.04.2024")],
)
def test_a_date_in_numbers_follows_the_country(language: Language, written: str) -> None:
    assert numeric_date(dt.date(2024, 4, 5), language) == written


@pytest.mark.parametrize("language", Language)
def test_a_time_has_a_full_stop_and_a_hard_space(language: Language) -> None:
    assert clock(dt.time(12), language) == "kl.\u00a012.00"
    assert clock(dt.time(9, 5, 59), language) == "kl.\u00a009.05"


@pytest.mark.parametrize(
    ("pattern", "written"),
    [
        ("dd-MM-yyyy", "06-10-2023"),
        ("d. MMMM y", "6.\u00a0oktober 2023"),
        ("d. MMM y", "6.\u00a0okt. 2023"),
        ("d/M yy", "6/10 23"),
        ("EEEE 'd.' d. LLLL y", "fredag d. 6.\u00a0oktober 2023"),
        ("d.\u00a0MMMM y ''", "6.\u00a0oktober 2023 '"),
    ],
)
def test_an_issuers_own_pattern_is_followed(pattern: str, written: str) -> None:
    assert date_in_pattern(SIXTH_OF_OCTOBER, pattern, Language.DA) == written


@pytest.mark.parametrize(
    ("pattern", "fault"),
    [
        ("", "no day"),
        ("MMMM y", "no day"),
        ("d. y", "no month"),
        ("d. MMMM", "no year"),
        ("d. MMMM YYYY", '"Y" is no part of a date'),
        ("DD. MMMM y", '"D" is no part of a date'),
        ("d. MMMM y HH:mm", '"H" is no part of a date'),
        ("den d. MMMM y", '"e" is no part of a date'),
        ("'d. MMMM' y", "no day"),
        ("'den d. MMMM y", "not closed"),
        ("dddd MMMM y", "Invalid length"),
        ("d. MMMM\ny", "one line"),
        ("d. MMMM " + "y" * 1000, "at most 60"),
    ],
)
def test_a_pattern_that_gives_no_whole_date_is_refused(pattern: str, fault: str) -> None:
    with pytest.raises(ValueError, match=fault) as refused:
        date_in_pattern(SIXTH_OF_OCTOBER, pattern, Language.DA)

    assert "\n" not in str(refused.value)


@given(st.text(alphabet="dMLyEcYHmG'%{}(). -xæ", max_size=20), DAYS, LANGUAGES)
def test_a_pattern_that_is_let_through_never_fails(
    pattern: str, day: dt.date, language: Language
) -> None:
    try:
        check_pattern(pattern)
    except ValueError:
        return
    assert date_in_pattern(day, pattern, language)


@pytest.mark.parametrize(
    ("items", "written"),
    [
        ([], ""),
        (["a"], "a"),
        (["a", "b"], "a og b"),
        (["a", "b", "c"], "a, b og c"),
        (["{0}", "{1}", "%s", "}{"], "{0}, {1}, %s og }{"),
        (["a, b", "c"], "a, b og c"),
    ],
)
@pytest.mark.parametrize("language", Language)
def test_a_list_in_words_leaves_its_items_alone(
    items: list[str], written: str, language: Language
) -> None:
    assert and_list(items, language) == written
    assert or_list(iter(items), language) == written.replace(" og ", " eller ")


@given(st.lists(st.text()), LANGUAGES)
def test_a_list_in_words_is_joined_as_cldr_does(items: list[str], language: Language) -> None:
    assert and_list(items, language) == format_list(items, "standard", language.value)
    assert or_list(items, language) == format_list(items, "or", language.value)


@pytest.mark.parametrize("language", Language)
def test_names_are_those_of_cldr(language: Language) -> None:
    for names, known in ((weekday_names, get_day_names), (month_names, get_month_names)):
        of_cldr = known("wide", "format", locale=language.value)
        assert names(language) == tuple(of_cldr[number] for number in sorted(of_cldr))


def test_babel_is_imported_when_first_used() -> None:
    asks = """
import datetime as dt, sys
from hearingkit.language.dates import Language, weekday_date
weekday_date(dt.date(2023, 10, 6), Language.NB)
sys.exit("babel" in sys.modules)
"""

    assert subprocess.run([sys.executable, "-c", asks], check=False).returncode == 0
