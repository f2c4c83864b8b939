"""What a text says of enclosures: numbers, counts and things."""

from collections.abc import Callable, Iterator
from typing import Final

import pytest
from hypothesis import given
from hypothesis import strategies as st
from tests.growth import assert_in_proportion

from hearingkit.texts.enclosing import (
    Said,
    TitleMatcher,
    counted,
    enclosed,
    enumerated,
    numbered,
    speaks_of_enclosures,
)

FINDERS: Final = (numbered, counted, enclosed, enumerated)
PIECES: Final = st.sampled_from(
    [
        *("vedlegg ", "bilag ", "vedlagt ", "de to vedlagte ", "1", "2, ", " og ", "–", " til "),
        *("Plankart", "bestemmelser", ", ", " følger ", "er ", "som vedlegg", ". ", "\n\n", "- "),
        *("forskriften", "tre ", "Se ", "nr. ", "Vedlagt følger ", "høringslisten", "kart", "svar"),
    ]
)
TEXTS: Final = st.lists(PIECES, max_size=30).map("".join)


@pytest.mark.parametrize(
    ("text", "numbers"),
    [
        ("Se vedlegg 1.", {1}),
        ("SE BİLAG 1", {1}),
        ("vedlegg 1 og 2", {1, 2}),
        ("Vedlegg 1, 2 og 4 viser kart.", {1, 2, 4}),
        ("bilag 1-3", {1, 2, 3}),
        ("bilag 2 til 4", {2, 3, 4}),
        ("(Bilag nr. 3)", {3}),
        ("vedlegg 2 inneholder kart", {2}),
        ("vedlegg 1 og 2. juni", {1}),
        ("vedlegg 1.2", {1}),
        ("bilag 1 til forordningen", set()),
        ("vedlegg 1 og 2 til forskriften", set()),
        ("direktivets bilag 2", set()),
        ("forordning (EU) 2017/745 vedlegg 2", set()),
        ("vedlegg 2026", set()),
    ],
)
def test_enclosures_are_numbered_alone_in_a_row_or_from_to(text: str, numbers: set[int]) -> None:
    assert set[int]().union(*(said.numbers for said in numbered(text))) == numbers


@pytest.mark.parametrize(
    ("text", "counts"),
    [
        ("De to vedlagte notatene viser dette.", [2]),
        ("dei tre vedlagde notata", [3]),
        ("de 4 vedhæftede notater", [4]),
        ("Med brevet følger tre vedlegg.", [3]),
        ("Ti bilag er vedhæftet.", [10]),
        ("Høringsbrevet har to vedlegg.", [2]),
        ("Der er to bilag til dette brev.", [2]),
        ("Til saka høyrer tre vedlegg.", [3]),
        ("Det er to vedlegg til forskriften.", []),
        ("Forskriften har to vedlegg.", []),
        ("Med forordningen følger fem bilag.", []),
        ("Vi sender to vedlegg til forskriften.", []),
        ("kapittel 2.3 vedlagte", []),
    ],
)
def test_enclosures_are_counted_in_words_and_figures(text: str, counts: list[int]) -> None:
    assert [said.count for said in counted(text)] == counts


@pytest.mark.parametrize(
    ("text", "things"),
    [
        ("Plankart og bestemmelser er vedlagt.", ("Plankart", "bestemmelser")),
        ("Kart, krav og planomtale følgjer med som vedlegg.", ("Kart", "krav", "planomtale")),
        (
            "Vi ber om svar. Udkastet samt høringslisten er vedhæftet.",
            ("Udkastet", "høringslisten"),
        ),
        ("Vedlagt følger plankart og bestemmelser.", ("plankart", "bestemmelser")),
        ("- Kart og planar er lagde ved", ("Kart", "planar")),
        (
            "Vedlagt følger høringsnotat og utkast til forskrift.",
            ("høringsnotat", "utkast til forskrift"),
        ),
        ("Merknader og uttalelser sendes som vedlegg.", None),
        ("Rettigheter og plikter følger med.", None),
        ("Kart og planar er vedlagde i saka.", None),
    ],
)
def test_things_enclosed_are_found_one_by_one(text: str, things: tuple[str, ...] | None) -> None:
    assert [said.things for said in enumerated(text)] == ([things] if things else [])


@pytest.mark.parametrize(
    ("text", "is_said"),
    [
        ("Udkastet er vedhæftet.", True),
        ("Notatet følger som vedlegg.", True),
        ("Se bilag.", True),
        ("Høringssvar kan sendes som vedlegg.", False),
        ("Dokumentasjon skal være vedlagt.", False),
        ("Se bilag 2.", False),
        ("Kartet er vedlagt søknaden.", False),
        ("Til brug for besvarelsen vedhæftes et skema.", True),
    ],
)
def test_what_others_are_to_enclose_is_not_enclosed(text: str, *, is_said: bool) -> None:
    assert bool(list(enclosed(text))) == is_said


@pytest.mark.parametrize(
    ("text", "title", "is_named"),
    [
        ("Kartet viser dette.", "Kart", True),
        ("Plankartet viser dette.", "Kart", True),
        ("Les notatet.", "Høringsnotat", True),
        ("Høringen gjelder alle.", "Høringsnotat", False),
        ("Svar på planen.", "Svarskjema", False),
        ("Planen gjelder alle.", "Planomtale", True),
        ("Alt om saken.", "Oversikt over tiltak", False),
        ("", "Kart", False),
    ],
)
def test_a_title_is_named_by_one_of_its_words(text: str, title: str, *, is_named: bool) -> None:
    assert TitleMatcher(text).name(title) == is_named


@given(TEXTS)
def test_what_is_found_stands_where_it_is_said_to(text: str) -> None:
    for find in FINDERS:
        for said in find(text):
            assert text.startswith(said.text, said.start)
            assert said.text
            assert said.count >= 1
            assert all(thing in said.text for thing in said.things)
            assert said.count == max(said.numbers, default=said.count)


@given(TEXTS)
def test_a_text_in_which_something_is_enclosed_speaks_of_enclosures(text: str) -> None:
    if any(next(find(text), None) for find in (numbered, enclosed, enumerated)):
        assert speaks_of_enclosures(text)


@pytest.mark.parametrize("find", FINDERS)
@pytest.mark.parametrize(
    "piece",
    ["a", "\n", " ", "- ", "vedlegg 1, ", "bilag 1 og ", "Kart, ", "to ", "vedlagt ", "1, ", "2 "],
)
def test_reads_a_long_text_in_linear_time(
    find: Callable[[str], Iterator[Said]], piece: str
) -> None:
    size = 400_000 // len(piece)

    assert_in_proportion(lambda count: piece * count, lambda text: list(find(text)), size)
