import datetime as dt

import pytest

from hearingkit.language.language import Language
from hearingkit.texts.weeks import week_mentions

NEAR = dt.date(2026, 10, 23)


@pytest.mark.parametrize(
    ("text", "language", "found", "first", "last"),
    [
        ("senest i uge 43.", Language.DA, "i uge 43", "2026-10-19", "2026-10-25"),
        ("innen utgangen av uke 43", Language.NB, "uke 43", "2026-10-19", "2026-10-25"),
        ("fredag i veke 43, kl. 12", Language.NN, "fredag i veke 43", "2026-10-23", "2026-10-23"),
        ("Torsdag uke 2", Language.NB, "Torsdag uke 2", "2027-01-14", "2027-01-14"),
        ("midt i uge 5 2028", Language.DA, "i uge 5 2028", "2028-01-31", "2028-02-06"),
        ("uke nr. 53", Language.NB, "uke nr. 53", "2026-12-28", "2027-01-03"),
    ],
)
def test_a_week_is_found_by_its_number(
    text: str, language: Language, found: str, first: str, last: str
) -> None:
    (week,) = week_mentions(text, language)

    assert week.text == found == text[week.start : week.end]
    assert week.days_near(NEAR) == (dt.date.fromisoformat(first), dt.date.fromisoformat(last))


@pytest.mark.parametrize("text", ["uge 54", "uge 0", "i uge 42-44", "uge 42.1", "uge 421"])
def test_a_row_of_weeks_or_another_number_is_no_week(text: str) -> None:
    assert [*week_mentions(text, Language.DA)] == []


@pytest.mark.parametrize(
    "text", ["fri abort indtil uge 18", "Gravide scannes i uge 12", "uge 18 i svangerskabet"]
)
def test_a_week_of_a_pregnancy_is_none_of_a_year(text: str) -> None:
    assert [*week_mentions(text, Language.DA)] == []


def test_a_year_without_a_week_53_has_no_days_in_it() -> None:
    (week,) = week_mentions("uge 53 2025", Language.DA)

    assert week.days_near(NEAR) is None
