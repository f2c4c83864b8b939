"""What is to be filled in, and numerals, links and remarks that look like it."""

import pytest
from hypothesis import given
from hypothesis import strategies as st
from tests.growth import assert_in_proportion

from hearingkit.texts.blanks import BlankWords, blanks

FILLED_IN = sorted(frozenset().union(*(words.filled_in for words in BlankWords.of_all())))


def found_in(text: str) -> list[str]:
    return [found[0] for found in blanks(text)]


@pytest.mark.parametrize(
    ("text", "blank"),
    [
        ("ventes i XX 2027", "XX"),
        ("den xx. måned", "xx"),
        ("26/XXXX", "XXXX"),
        ("XXXX-XXXX", "XXXX-XXXX"),
        ("innen XX.XX.20XX", "XX.XX.20XX"),
        ("den xx.10.2026", "xx"),
        ("i løpet av 20XX", "20XX"),
        ("i løpet av 202X", "202X"),
        ("se kapittel X.X", "X.X"),
        ("XX. december", "XX"),
        ("Region XX", "XX"),
        ("kr. XX,XX", "XX,XX"),
        ("[antal] boliger", "[antal]"),
        ("[antal boliger]", "[antal boliger]"),
        ("[DATO]", "[DATO]"),
        ("[kommunens navn]", "[kommunens navn]"),
        ("[den nye fuldmægtigens navn og tlf.]", "[den nye fuldmægtigens navn og tlf.]"),
        ("kontakt ..... på telefon", "....."),
        ("[dato for møtet]", "[dato for møtet]"),
        ("[dag, dato og klokkeslett]", "[dag, dato og klokkeslett]"),
        ("[KOMMUNEDIREKTØREN]", "[KOMMUNEDIREKTØREN]"),
        ("<navn>", "<navn>"),
        ("(indsæt dato)", "(indsæt dato)"),
        ("[sett inn tekst her]", "[sett inn tekst her]"),
        ("den ___ mars", "___"),
        ("Dato: DD.MM.YYYY", "DD.MM.YYYY"),
        ("dd.mm.åååå", "dd.mm.åååå"),
        ("…", "…"),
    ],
)
def test_what_is_to_be_filled_in_is_found(text: str, blank: str) -> None:
    assert found_in(text) == [blank]


@pytest.mark.parametrize(
    "text",
    [
        "etter kapittel XX og XXX",
        "Christian XX, artikkel XX og bilag XX til forordningen",
        "det XX. århundrede",
        "XX og XY; XX-kromosomet",
        "leddene XIX, XX og XXI",
        "(xx) annet",
        "størrelse XXL, 1920x1080, 5 x 5 og MMXX",
        "xxx@kommune.example",
        "[dato](https://a.example), [dato][1] og [navn]: https://a.example",
        "[1], […], [ ], [x], [EU] og [NOU 2020: 4]",
        "«vedtak av [dato]»",
        "[navn utelatt] og [kommunen] og [lov]",
        "skilt av type XX og klasse XXX",
        "loven ... og vejledningen .... Derfor",
        "<b>, <https://a.example> og 3 < x > 2",
        "Navn: ______\nDato: ______\n| ____ |",
        "på formen dd.mm.åååå",
        "Oppgi dato (dd.mm.åååå)",
        "10 mm. åpning og så videre ...",
        "(se vedlegg) og (sett fra øst)",
    ],
)
def test_what_is_meant_is_let_alone(text: str) -> None:
    assert found_in(text) == []


@given(st.sampled_from(FILLED_IN))
def test_every_word_is_found_in_brackets_and_not_as_a_link(word: str) -> None:
    assert found_in(f"fra [{word}] til") == [f"[{word}]"]
    assert found_in(f"fra [{word.upper()}] til") == [f"[{word.upper()}]"]
    assert found_in(f"fra [{word}](https://a.example) til") == []
    assert found_in(f"fra {word} til") == []


@given(st.lists(st.sampled_from(["XX", "x", ".", " ", "[", "dato", "]", "<", ">", "__", "(", "…"])))
def test_every_find_stands_where_it_says(pieces: list[str]) -> None:
    text = "".join(pieces)

    for found in blanks(text):
        assert text[found.start() : found.end()] == found[0] != ""


@pytest.mark.parametrize(
    "piece",
    [
        "xx ",
        "XX. ",
        "XX-",
        "x.",
        "x",
        "[a",
        "<a",
        "[dato] ",
        "(indsæt ",
        "_",
        "___ ",
        "dd.",
        " ....",
    ],
)
def test_reads_a_long_text_in_linear_time(piece: str) -> None:
    size = 80_000 // len(piece)

    assert_in_proportion(lambda count: piece * count, lambda text: list(blanks(text)), size)
