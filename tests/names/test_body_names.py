"""Which names are two spellings of one body, and which are two bodies."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from hearingkit.names.body_names import are_nearly_equal, nearly_equal_names

WORDS = (
    *(
        "Norsk",
        "Norske",
        "Den",
        "psykiatrisk",
        "psykiatriske",
        "psykaitrisk",
        "forening",
        "forbund",
    ),
    *(
        "KL",
        "(KL)",
        "KL –",
        "Kommunernes",
        "Landsforening",
        "NPF",
        "A/S",
        "AS",
        "Strand",
        "Stranda",
    ),
    *("kommune", "komune", "1", "2", "&", "og"),
)
NAMES = st.one_of(
    st.lists(st.sampled_from(WORDS), min_size=1, max_size=4).map(" ".join),
    st.sampled_from(("KL", "Kommunernes Landsforening", "NPPF", "Norsk Psykologforening")),
)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Norsk psykiatrisk forening", "Norsk psykiatriske forening"),
        ("Norsk psykiatrisk forening", "Norsk psykaitrisk forening"),
        ("Kommunernes Landsforening", "Kommunernes landsforening, KL"),
        ("KL – Kommunernes Landsforening", "Kommunernes Landsforening"),
        ("Universitetet i Oslo", "Universitetet i Oslo (UiO)"),
        ("Helse Vest RHF", "Helse Vest"),
        ("Helse-Vest", "Helse Vest"),
        ("Den Norske Turistforening", "Norsk turistforening"),
        ("Norsk Sykepleierforbund", "Norsk Sykepleieforbund"),
        ("Dansk Psykolog Forening", "Dansk Psykologforening"),
        ("Helsedirektoratet", "Helsediretkoratet"),
        ("Helsedirektoratet", "Helsedirektorat"),
        ("Statsforvalteren i Vestland", "Statsforvaltaren i Vestland"),
        ("Aarhus Kommune", "Århus Kommune"),
        ("Alver kommune", "Alver komune"),
        ("Danmarks Apotekerforening A/S", "Danmarks Apotekerforening"),
        ("Allmennlegeforeningen", "Allmenlegeforeningen"),
        ("Datatilsynet", "Datatilsynt"),
        ("Natur og Ungdom", "Natur & Ungdom"),
    ],
)
def test_two_spellings_of_one_body(one: str, other: str) -> None:
    assert list(nearly_equal_names([one, other])) == [(one, other)]
    assert list(nearly_equal_names([other, one])) == [(other, one)]


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Norsk kirurgisk forening", "Norsk nevrologisk forening"),
        ("Norsk geologisk forening", "Norsk teologisk forening"),
        ("Dansk Nefrologisk Selskab", "Dansk Neurologisk Selskab"),
        ("Region Nord", "Region Syd"),
        ("Alver kommune", "Alvdal kommune"),
        ("Strand kommune", "Stranda kommune"),
        ("Strand", "Stranda"),
        ("Kristiansand kommune", "Kristiansund kommune"),
        ("Våler i Østfold", "Våler i Innlandet"),
        ("Helse Nord RHF", "Helse Nord HF"),
        ("Arbeidsgruppe 1", "Arbeidsgruppe 2"),
        ("Bydel 1", "Bydel 11"),
        ("Utvalg I", "Utvalg II"),
        ("Aarhus Universitet, BSS", "Aarhus Universitet, TECH"),
        ("Sundhedsministeriet", "Sundhedsstyrelsen"),
        ("!!!", "???"),
    ],
)
def test_two_bodies(one: str, other: str) -> None:
    assert list(nearly_equal_names([one, other])) == []


def test_each_later_name_comes_once_with_the_first() -> None:
    names = ["Norsk Vannforening", "Norske Vannforening", "Norsk vannforening", "Huseierne"]

    assert list(nearly_equal_names(names)) == [(names[0], names[1]), (names[0], names[2])]


@given(NAMES, NAMES)
def test_two_names_are_held_against_each_other_as_a_list_is(one: str, other: str) -> None:
    assert are_nearly_equal(one, other) is any(nearly_equal_names((one, other)))
