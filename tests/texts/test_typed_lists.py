"""Lists that were typed, and lines that begin with the same signs and are none."""

import pytest
from hypothesis import given
from hypothesis import strategies as st
from tests.growth import assert_in_proportion

from hearingkit.texts.markdown import read
from hearingkit.texts.typed_lists import typed_lists


@pytest.mark.parametrize(
    ("markdown", "mark", "start"),
    [
        ("Vi vil:\n• a\n• b", "•", 8),
        ("• a\n\n• b\n\n• c", "•", 0),
        ("Krav: • a • b • c", "•", 6),
        ("  • a\n    videre\n  • b", "•", 2),
        ("– a\n– b", "–", 0),
        ("Vi vil:\n-a\n-b", "-", 8),
        ("a) x\nb) y\nc) z", "a)", 0),
        ("o\ta\no\tb", "o", 0),
        ("\uf0b7 a\n\uf0b7 b", "\uf0b7", 0),
    ],
)
def test_a_typed_list_is_found_once_and_where_it_begins(
    markdown: str, mark: str, start: int
) -> None:
    (found,) = typed_lists(read(markdown))

    assert (found.mark, found.stretch.start) == (mark, start)


@pytest.mark.parametrize(
    "markdown",
    [
        "– Ja, sa hun.\n\n– Nei, sa han.",
        "Postboks 1 · 0032 Oslo · Norge",
        "Tlf. 12 34 • post@a.example • www.a.example",
        "- a\n- b\n\n1. c\n2. d\n\n1) e\n2) f",
        "• ett punkt alene",
        "tekst\n– som sagt – og\nmer",
        "-5 grader\n-6 grader",
        "Se bokstav\nb) og\nc) videre",
        "Se bokstav\na) og så\nmer",
        "• ett\n\ntekst\n\n• to",
    ],
)
def test_what_is_no_list_is_let_alone(markdown: str) -> None:
    assert list(typed_lists(read(markdown))) == []


@given(st.lists(st.sampled_from(["•", "–", "a)", "b)", "o", " ", "\n", "\t", "x", ":"])))
def test_what_is_found_stands_there(pieces: list[str]) -> None:
    markdown = "".join(pieces)

    reading = read(markdown)

    for found in typed_lists(reading):
        said = reading.says(found.stretch)
        assert said.startswith(found.mark)
        assert "\n" not in said


@pytest.mark.parametrize("piece", ["• a\n", "• a\n\n", ": • a", "a) \nb) \n", "• ", ":", "– \n"])
def test_looks_through_a_long_text_in_linear_time(piece: str) -> None:
    size = 24_000 // len(piece)

    assert_in_proportion(
        lambda count: read(piece * count), lambda reading: list(typed_lists(reading)), size
    )
