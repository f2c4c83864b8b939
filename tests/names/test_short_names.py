"""Which short names stand beside a full name, and which may stand for one alone."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from hearingkit.names.body_names import nearly_equal_names
from hearingkit.names.short_names import short_names_of, split_short_name

NAMES = st.text("KNbf åog,()–-", max_size=16)


@pytest.mark.parametrize(
    ("name", "parts"),
    [
        ("KNBF Kongelig Norsk Båtforbund", ("Kongelig Norsk Båtforbund", "KNBF")),
        ("Kongelig Norsk Båtforbund KNBF", ("Kongelig Norsk Båtforbund", "KNBF")),
        ("Kongelig Norsk Båtforbund (KNBF)", ("Kongelig Norsk Båtforbund", "KNBF")),
        ("KL – Kommunernes Landsforening", ("Kommunernes Landsforening", "KL")),
        ("FOA Fag og Arbejde", ("Fag og Arbejde", "FOA")),
        ("UiO Universitetet i Oslo", ("Universitetet i Oslo", "UiO")),
        ("DNT Den Norske Turistforening", ("Den Norske Turistforening", "DNT")),
        ("NHO Reiseliv", ("NHO Reiseliv", "")),
        ("LO Lofoten", ("LO Lofoten", "")),
        ("HK Kommunal", ("HK Kommunal", "")),
        ("LO Lolland Falster", ("LO Lolland Falster", "")),
        ("Helse Førde HF", ("Helse Førde HF", "")),
        ("IKT-Norge", ("IKT-Norge", "")),
    ],
)
def test_a_short_name_beside_the_full_one_is_told_from_a_part_of_the_name(
    name: str, parts: tuple[str, str]
) -> None:
    assert split_short_name(name) == parts


@pytest.mark.parametrize(
    ("name", "short"),
    [
        ("Kommunernes Landsforening", "kl"),
        ("Fagbevægelsens Hovedorganisation", "fh"),
        ("Landsorganisasjonen i Norge", "lo"),
        ("Næringslivets Hovedorganisasjon", "nho"),
        ("Fag og Arbejde", "foa"),
        ("Direktoratet for samfunnssikkerhet og beredskap", "dsb"),
        ("Kongelig Norsk Båtforbund", "knbf"),
    ],
)
def test_initials_stand_for_a_name(name: str, short: str) -> None:
    assert short in short_names_of(name)


@pytest.mark.parametrize(
    "name",
    [
        "Dansk Arbejdsgiverforening",
        "Kirkens Sosialtjeneste",
        "Halden kommune",
        "Norges Kystlag",
        "",
    ],
)
def test_few_initials_stand_for_too_many(name: str) -> None:
    assert short_names_of(name) == frozenset()


@pytest.mark.parametrize(
    "names",
    [
        ["NBFL", "Norsk Boligforbund Lillehammer", "Nye Båtforeningen Lagen"],
        ["FFO", "Fosen Folkeorganisasjon", "Funksjonshemmedes Fellesorganisasjon"],
        ["KL", "Kommuner og Lokalsamfund"],
        ["NHO", "NHO Reiseliv"],
    ],
)
def test_initials_of_two_bodies_stand_for_none(names: list[str]) -> None:
    assert list(nearly_equal_names(names)) == []


def test_a_short_name_and_both_spellings_of_the_full_one_are_paired_with_the_first() -> None:
    names = ["KL", "KL – Kommunernes Landsforening", "Danske Regioner", "Kommunernes Landsforening"]

    assert list(nearly_equal_names(names)) == [(names[0], names[1]), (names[1], names[3])]


@given(NAMES)
def test_a_short_name_is_a_part_of_the_name(name: str) -> None:
    full, short = split_short_name(name)

    assert short in name
    assert full == name or (short and len(full) + len(short) <= len(name))


@given(st.lists(NAMES, max_size=8))
def test_each_later_name_comes_once_and_after_the_earlier(names: list[str]) -> None:
    pairs = list(nearly_equal_names(names))

    assert len({later for _, later in pairs}) == len(pairs)
    assert all(names.index(earlier) < names.index(later) for earlier, later in pairs)
