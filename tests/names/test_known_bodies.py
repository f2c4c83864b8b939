"""The municipalities that are known: all of them, with numbers that check."""

import re
from collections import Counter

import pytest
from stdnum.dk import cvr
from stdnum.no import orgnr

from hearingkit.names.known_bodies import known_bodies, known_demands, misspelt_municipalities


@pytest.mark.parametrize(
    ("country", "number_of"),
    [
        ("DK", {"kommuner": 98, "regioner": 5}),
        ("NO", {"kommuner": 357, "fylkeskommuner": 14}),
    ],
)
def test_knows_every_municipality_and_county_once(country: str, number_of: dict[str, int]) -> None:
    known = known_bodies(country)

    groups = [body.group for body in known.bodies]
    assert {group: groups.count(group) for group in groups} == number_of
    assert len({body.id for body in known.bodies}) == len(known.bodies) == len(known.by_name)


@pytest.mark.parametrize(
    ("group", "forms"),
    [
        ("kommuner", {"nb": 119, "nn": 88, None: 150}),
        ("fylkeskommuner", {"nb": 1, "nn": 2, None: 11}),
    ],
)
def test_knows_the_forms_that_language_council_counts(
    group: str, forms: dict[str | None, int]
) -> None:
    bodies = [body for body in known_bodies("NO").bodies if body.group == group]

    assert Counter(body.language for body in bodies) == forms


def test_knows_who_demands_a_form() -> None:
    bodies = known_bodies("NO").by_name.items()

    assert known_demands("NO") == {name: body.language for name, body in bodies if body.language}
    assert not known_demands("DK")


@pytest.mark.parametrize(("country", "kind"), [("DK", cvr), ("NO", orgnr)])
def test_numbers_agree_with_their_check_digits(country: str, kind: object) -> None:
    numbers = [body.number for body in known_bodies(country).bodies if body.number]

    assert numbers
    assert all(map(kind.is_valid, numbers))  # type: ignore[attr-defined]
    assert len(set(numbers)) == len(numbers)


@pytest.mark.parametrize("country", ["DK", "NO"])
def test_states_source_and_date(country: str) -> None:
    about = " ".join(known_bodies(country).about)

    assert "Source: " in about
    assert re.search(r"as of \d{4}-\d\d-\d\d", about)


@pytest.mark.parametrize(
    ("given", "meant"),
    [
        ("Bærun kommune", ["Bærum kommune"]),
        ("Vann kommune", []),
        ("ulvikk  HERAD", ["Ulvik herad"]),
        ("Alver kommune", []),
        ("Strand kommune", []),
        ("Alvar", []),
        ("Alvar og omegn kommune", []),
    ],
)
def test_knows_which_municipality_is_meant(given: str, meant: list[str]) -> None:
    assert [one for _, one in misspelt_municipalities([given], "NO")] == meant


def test_takes_no_municipality_for_another_beside_a_misspelt_one() -> None:
    names = [body.name for body in known_bodies("NO").bodies]

    assert list(misspelt_municipalities([*names, "Bærun kommune"], "NO")) == [
        ("Bærun kommune", "Bærum kommune")
    ]
