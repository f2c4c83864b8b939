"""Hard spaces in running text."""

import pytest

from hearingkit.language.hard_spaces import YEARS, bound


@pytest.mark.parametrize(
    ("written", "printed"),
    [
        ("den 20. mai 2027", "den 20._mai 2027"),
        ("20. Mai, 3. juni", "20._Mai, 3._juni"),
        ("kl. 12.00", "kl._12.00"),
        ("§ 37 a og §§ 3 og 4", "§_37_a og §§_3 og 4"),
        ("§ 37 i loven", "§_37 i loven"),
        ("§ 3 annet ledd", "§_3 annet ledd"),
        ("lov nr. 45, kap. 3", "lov nr._45, kap._3"),
        ("2. del, og nr. to", "2. del, og nr. to"),
        ("til 20. De er 3.", "til 20. De er 3."),
    ],
)
def test_a_number_stays_with_what_it_belongs_to(written: str, printed: str) -> None:
    assert bound(written).replace("\u00a0", "_") == printed


@pytest.mark.parametrize(
    ("text", "years"),
    [("for 2022–2032.", ["2022–2032"]), ("2022-2025", ["2022-2025"]), ("12022–2032-5", [])],
)
def test_from_one_year_to_another_is_one_word(text: str, years: list[str]) -> None:
    assert YEARS.findall(text) == years
