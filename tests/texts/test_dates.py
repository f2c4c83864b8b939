import datetime as dt
import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st
from tests.growth import assert_in_proportion

from hearingkit.language.dates import clock, long_date, weekday_date
from hearingkit.language.language import Language
from hearingkit.texts.dates import DateMention, date_mentions

DAYS = st.dates(dt.date(1900, 1, 1), dt.date(2199, 12, 31))
LANGUAGES = st.sampled_from(Language)


def the_mention(text: str, language: Language) -> DateMention:
    (mention,) = date_mentions(text, language)
    return mention


def test_a_mention_has_all_that_it_names() -> None:
    text = "Svar bedes sendt senest fredag den 6.\u00a0oktober 2023 kl.\u00a012.00."

    found = the_mention(text, Language.DA)

    assert found == DateMention(
        text="fredag den 6.\u00a0oktober 2023 kl.\u00a012.00",
        start=24,
        end=60,
        weekday=4,
        day=6,
        month=10,
        year=2023,
        time=dt.time(12),
        word="oktober",
    )


@pytest.mark.parametrize(
    ("language", "text", "weekday"),
    [
        (Language.DA, "LØRDAG d. 7. OKTOBER", 5),
        (Language.DA, "Mandag, den 3. marts", 0),
        (Language.NB, "mandag 3. mars", 0),
        (Language.NB, "onsdag\u20286.\u00a0mai", 2),
        (Language.NN, "Måndag 3. mars", 0),
        (Language.NN, unicodedata.normalize("NFD", "måndag 3. mars"), 0),
        (Language.NN, "tysdag 4. mars", 1),
        (Language.NN, "laurdag 8. mars", 5),
        (Language.NN, "lørdag 8. mars", 5),
        (Language.NN, "sundag 9. mars", 6),
        (Language.NN, "søndag 9. mars", 6),
    ],
)
def test_a_weekday_is_known_in_every_spelling(language: Language, text: str, weekday: int) -> None:
    found = the_mention(f"Frist: {text}.", language)

    assert (found.weekday, found.text) == (weekday, text)


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("1. mai 2024 kl. 12", dt.time(12)),
        ("1. mai 2024, kl. 12.30", dt.time(12, 30)),
        ("1. mai kl 9:05", dt.time(9, 5)),
        ("1. mai Kl.\u00a09.05–10.00", dt.time(9, 5)),
        ("1. mai klokken 12", dt.time(12)),
        ("1. mai kl. 24.00", None),
        ("1. mai kl. 12.000", None),
        ("1. mai. Kl. 12 er det lunsj", None),
    ],
)
def test_a_time_counts_where_it_follows_the_date(text: str, shown: dt.time | None) -> None:
    assert the_mention(text, Language.NB).time == shown


@pytest.mark.parametrize(
    "text",
    [
        "",
        "6 oktober",
        "oktober 2023",
        "106. mai",
        "3.6. mai",
        "6. maimåned",
        "sak 6.\nMai er best",
        "6. marts",
        "6. aprİl",
        "6. aprıl",
        "٦. mai",
    ],
)
def test_what_is_no_date_in_words_is_left_alone(text: str) -> None:
    assert date_mentions(text, Language.NB) == ()


def test_a_word_that_begins_as_a_short_weekday_is_none() -> None:
    found = the_mention("Rapporten ble lagt frem 1. oktober 2026.", Language.NB)

    assert (found.text, found.weekday) == ("1. oktober 2026", None)


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("Svar d. 19/10.", "d. 19/10"),
        ("Svar senest 19/10.", "19/10"),
        ("Svar senest fredag den 16.10. kl. 12.", "fredag den 16.10. kl. 12"),
        ("Svar den 6.5. til os.", "den 6.5."),
    ],
)
def test_a_date_in_numbers_without_a_year_has_a_word_of_dates_before_it(
    text: str, found: str
) -> None:
    mention = the_mention(text, Language.DA)

    assert (mention.text, mention.year) == (found, None)


@pytest.mark.parametrize(
    "text",
    [
        "§ 19/10",
        "punkt 6.5.",
        "sag 19/10",
        "den 1.5 km lange sti",
        "den 1/2-time lange sti",
        "den 2.10-udgave",
        "den 19/13",
    ],
)
def test_other_numbers_are_no_dates_without_a_year(text: str) -> None:
    assert date_mentions(f"Se {text} her.", Language.DA) == ()


def test_several_dates_come_in_order() -> None:
    found = date_mentions("Fra 6.–8. oktober, fredagen unntatt, til 1. mai 1200", Language.NB)

    assert [(one.day, one.month, one.year) for one in found] == [(8, 10, None), (1, 5, None)]


def test_a_mention_without_a_year_lies_in_the_year_that_is_asked_for() -> None:
    leap_day = the_mention("29. februar", Language.NB)

    assert leap_day.day_in(2024) == dt.date(2024, 2, 29)
    assert leap_day.day_in(2023) is None


@pytest.mark.parametrize("text", ["31. februar 2024", "0. mai 2024", "45. mai 2024"])
def test_a_day_that_does_not_exist_is_found_but_is_no_day(text: str) -> None:
    assert the_mention(text, Language.NB).day_in(2024) is None


@given(DAYS, st.times(), LANGUAGES)
def test_what_dates_write_is_found_again(day: dt.date, hour: dt.time, language: Language) -> None:
    written = f"{weekday_date(day, language)} {clock(hour, language)}"

    found = the_mention(f"({written})", language)

    assert (found.text, found.start, found.weekday) == (written, 1, day.weekday())
    assert found.day_in(1999) == day
    assert found.time == hour.replace(second=0, microsecond=0)


@given(st.text(), DAYS, LANGUAGES)
def test_offsets_give_the_text_back(noise: str, day: dt.date, language: Language) -> None:
    text = f"{noise} {long_date(day, language)} {noise}"

    found = date_mentions(text, language)

    assert found
    assert all(text[one.start : one.end] == one.text for one in found)


@pytest.mark.parametrize(
    "begins", ["fredag", "fredag den", "den", "d.", "1.", "6. mai", "6. mai 2024", "6. mai kl."]
)
def test_hostile_text_takes_no_more_than_linear_time(begins: str) -> None:
    def look_through(text: str) -> None:
        date_mentions(text, Language.NB)

    assert_in_proportion(lambda count: begins + " " * count, look_through, 200_000)
    assert_in_proportion(lambda count: f"{begins} " * count, look_through, 20_000)
