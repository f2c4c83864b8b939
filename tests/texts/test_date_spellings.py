"""Dates in running text that are abbreviated, misspelt, foreign, in numbers, or impossible."""

import datetime as dt

import pytest
from hypothesis import given
from hypothesis import strategies as st
from tests.growth import assert_in_proportion

from hearingkit.language.dates import month_names, numeric_date, weekday_names
from hearingkit.language.language import Language
from hearingkit.texts.clocks import impossible_times
from hearingkit.texts.dates import date_mentions
from hearingkit.texts.month_names import Spelling, month_meant
from hearingkit.texts.numeric_dates import numeric_dates

DAYS = st.dates(dt.date(1900, 1, 1), dt.date(2199, 12, 31))
LANGUAGES = st.sampled_from(Language)


@pytest.mark.parametrize(
    ("language", "text", "meant"),
    [
        (Language.NB, "tirsdag 24. novmber 2026", "tirsdag 24. november 2026"),
        (Language.NB, "6. oktobr 2023", "6. oktober 2023"),
        (Language.NB, "den 3. febuar", "den 3. februar"),
        (Language.NB, "den 6. marts", "den 6. mars"),
        (Language.NB, "6. October 2023 kl. 12", "6. oktober 2023 kl. 12"),
        (Language.NB, "2. jnui 2025", "2. juni 2025"),
        (Language.NB, "6. May 2023", "6. mai 2023"),
        (Language.DA, "d. 6. mai", "d. 6. maj"),
        (Language.DA, "6. mars 2027", "6. marts 2027"),
        (Language.DA, "26. desember 2026", "26. december 2026"),
        (Language.NN, "måndag 3. apirl", "måndag 3. april"),
        (Language.NN, "den 6 oktober 2023", "den 6. oktober 2023"),
        (Language.DA, "den 6 okt. 2023", "den 6. oktober 2023"),
        (Language.DA, "den 6.okt. 2023", "den 6. oktober 2023"),
    ],
)
def test_a_slip_has_what_is_meant(language: Language, text: str, meant: str) -> None:
    (found,) = date_mentions(f"Svar: {text}!", language)

    assert (found.text, found.meant, found.is_sure) == (text, meant, True)


@pytest.mark.parametrize("before", ["senest ", "innen\u00a0", "fra ", "Frist: ", "er\u2028fra "])
def test_a_word_before_it_shows_that_a_slip_is_a_date(before: str) -> None:
    (found,) = date_mentions(f"{before}6. oktobr", Language.NB)

    assert found.meant == "6. oktober"


@pytest.mark.parametrize(
    ("language", "text"),
    [
        (Language.NB, "3. maiden"),
        (Language.NB, "den 1. maler, den 2. majestet og den 3. marked 2026"),
        (Language.NB, "den 3. parts rettigheter"),
        (Language.NB, "1. mars-utgaven og 2. august-møtet"),
        (Language.NB, "den 5. marsj"),
        (Language.NB, "1. mail 2026"),
        (Language.NB, "innen 1. oktobers utgang"),
        (Language.NB, "den 3. augustdagen"),
        (Language.NB, "1. jumi 2026"),
        (Language.NB, "tabell 6 mai 2026"),
        (Language.NB, "innen 6 måneder og til 5 medlemmer"),
        (Language.NB, "2. Jan. var syk"),
        (Language.DA, "den 2. jul."),
        (Language.DA, "fra 1. jul"),
        (Language.DA, "den 2. juledag 2026"),
        (Language.DA, "senest 3. mandag i juni"),
        (Language.DA, "den 1. januarmøde, den 2. del 2026"),
    ],
)
def test_other_words_behind_a_number_are_no_dates(language: Language, text: str) -> None:
    assert date_mentions(text, language) == ()


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("6. okt. 2023", dt.date(2023, 10, 6)),
        ("6. okt 2023", dt.date(2023, 10, 6)),
        ("6. okt.", dt.date(2024, 10, 6)),
        ("innen 6. sept", dt.date(2024, 9, 6)),
        ("6. jul. 2023", dt.date(2023, 7, 6)),
        ("fredag 06.10.2023 kl. 12.00", dt.date(2023, 10, 6)),
        ("den 6/10-23", dt.date(2023, 10, 6)),
        ("d.6.10.2023", dt.date(2023, 10, 6)),
    ],
)
def test_short_dates_are_read(text: str, day: dt.date) -> None:
    (found,) = date_mentions(text, Language.NB)

    assert (found.day_in(2024), found.meant) == (day, "")
    assert found.text == text.removeprefix("innen ").removesuffix(".")


def test_an_abbreviation_at_the_end_of_a_sentence_leaves_the_next_one_alone() -> None:
    (found,) = date_mentions("Møtet er 6. okt. Kl. 12 er det lunsj.", Language.NB)

    assert (found.text, found.time) == ("6. okt", None)


@pytest.mark.parametrize(
    ("text", "there"),
    [
        ("31. november", False),
        ("29. februar", True),
        ("29. februar 2027", False),
        ("31.11.2026", False),
        ("30-02-2026", False),
        ("30.11.2026", True),
    ],
)
def test_a_day_is_in_the_calendar_or_not(text: str, there: bool) -> None:
    (found,) = date_mentions(text, Language.NB)

    assert found.is_in_calendar == there


@pytest.mark.parametrize(
    "text", ["31.13.2026", "45-13-2025", "1.31.11", "§ 31-11-2026", "31.11.26", "32.01.2026"]
)
def test_numbers_that_only_look_like_a_date_are_none(text: str) -> None:
    assert [*numeric_dates(text)] == []


@pytest.mark.parametrize(
    "text", ["kl. 25.00", "kl. 12.75", "kl. 9.75", "Klokken 24:01", "kl 99.99"]
)
def test_a_time_that_no_clock_shows_is_found(text: str) -> None:
    (found,) = impossible_times(f"Møt {text}.")

    assert (found.text, found.start) == (text, 4)


@pytest.mark.parametrize("text", ["kl. 24.00", "kl. 12.45", "kl. 7.45", "kl. 12.75%", "12.75"])
def test_other_times_are_left_alone(text: str) -> None:
    assert [*impossible_times(text)] == []


@given(DAYS, LANGUAGES)
def test_a_date_in_numbers_is_found_again(day: dt.date, language: Language) -> None:
    weekday = weekday_names(language)[day.weekday()]
    text = f"({weekday} {numeric_date(day, language)})"

    (found,) = date_mentions(text, language)

    assert (found.text, found.day_in(1), found.weekday) == (text[1:-1], day, day.weekday())


@given(LANGUAGES, st.integers(0, 11), st.integers(1, 8))
def test_a_letter_left_out_of_a_long_month_is_a_slip_for_it(
    language: Language, number: int, at: int
) -> None:
    name = month_names(language)[number]
    word = name[:at] + name[at + 1 :]

    meant = month_meant(word, language)

    if len(name) > 5 and word != name:
        assert meant is not None
        assert (meant.number, meant.spelling) == (number + 1, Spelling.SLIP)


@given(st.text(max_size=12), LANGUAGES)
def test_any_word_may_stand_behind_a_day(word: str, language: Language) -> None:
    for text in (f"innen 6. {word} 2026", f"6 {word}", f"kl. 25.{word}"):
        for found in date_mentions(text, language):
            assert text[found.start : found.end] == found.text
        for time_ in impossible_times(text):
            assert text.startswith(time_.text, time_.start)


@pytest.mark.parametrize(
    "piece",
    ["1. aaaaaaaaaaaaa ", "6 ", "d. 6 ", "innen 6.", "6. okt. ", "fredag 1.1.20", "kl. 25."],
)
def test_hostile_text_takes_no_more_than_linear_time(piece: str) -> None:
    def look_through(text: str) -> None:
        date_mentions(text, Language.NB)
        list(impossible_times(text))

    assert_in_proportion(lambda count: piece * count, look_through, 100_000 // len(piece))
    assert_in_proportion(lambda count: piece + " " * count, look_through, 200_000)


@pytest.mark.parametrize(
    ("language", "text", "meant"),
    [
        (Language.NB, "onsadg 5. mai 2027", "onsdag 5. mai 2027"),
        (Language.NB, "Tirdag den 5. mai", "Tirsdag den 5. mai"),
        (Language.NB, "torsag, 05.05.2027", "torsdag, 05.05.2027"),
        (Language.NN, "mandag\u20285. novmber 2027", "måndag\u20285. november 2027"),
        (Language.DA, "tysdag den 5. maj", "tirsdag den 5. maj"),
    ],
)
def test_a_weekday_that_is_a_slip_belongs_to_its_date(
    language: Language, text: str, meant: str
) -> None:
    (found,) = date_mentions(f"Møte: {text}.", language)

    assert (found.text, found.meant) == (text, meant)


@pytest.mark.parametrize(
    "before", ["Mandal", "fridag", "mandat", "mandager", "onsdagen", "Black Friday", "tirsda\n"]
)
def test_other_words_before_a_date_are_no_weekdays(before: str) -> None:
    (found,) = date_mentions(f"{before} 5. mai 2027", Language.NB)

    assert (found.text, found.weekday) == ("5. mai 2027", None)
