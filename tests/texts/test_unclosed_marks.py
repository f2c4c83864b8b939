"""What is left of Markdown that lost its other half, and what only looks like it."""

import pytest
from hypothesis import given
from hypothesis import strategies as st
from tests.growth import assert_in_proportion

from hearingkit.documents.markup import escape
from hearingkit.texts.markdown import read
from hearingkit.texts.unclosed_marks import remnants


def kinds(markdown: str) -> list[str]:
    return [one.kind for one in remnants(read(markdown))]


@pytest.mark.parametrize(
    "markdown",
    [
        "Les [forslaget(https://a.example/x) nå.",
        "Les [forslaget] (https://a.example/x).",
        "Les [forslaget](https://a.example/x uten slutt.",
        "Les [forslaget](https://a.example/min fil.pdf).",
        "Les forslaget](https://a.example/x).",
        "Les (forslaget)[https://a.example/x].",
        "Les [forslaget][https://a.example/x].",
        "Skriv til [oss(mailto:post@a.example).",
        "- punkt\n- se [forslaget(https://a.example)",
    ],
)
def test_a_link_without_one_of_its_brackets_is_found(markdown: str) -> None:
    assert kinds(markdown) == ["link"]


@pytest.mark.parametrize(
    "markdown",
    [
        "**Svar innen 15. desember.",
        "Svar **innen 15. desember.",
        "Svar innen 15. desember** og ikke senere.",
        "** Frist:** 15. desember",
        "**Frist: ** 15. desember",
        "Dette er ** viktig ** for oss.",
        "__Frist: 15. desember",
        "**Frist**: 15. desember** og",
        "| a | **b |\n| - | - |\n| c | d |",
    ],
)
def test_bold_text_that_was_not_closed_is_found(markdown: str) -> None:
    assert kinds(markdown) == ["strong"]


@pytest.mark.parametrize("markdown", ["Dette *er viktig.", "Se **Frist* her.", "***Frist** her"])
def test_stressed_text_that_was_not_closed_is_found(markdown: str) -> None:
    assert kinds(markdown) == ["emphasis"]


@pytest.mark.parametrize(
    "markdown",
    [
        "Gebyr** er 5\n\n** inkl. moms",
        "Gebyr** er 5\n\n**inkl. moms",
        "| Gebyr** | B |\n| - | - |\n| 5 | 6 |\n\n** inkl. moms",
        "Pris* 5\n\n\\* ekskl. moms",
        "Pris*, gebyr* og avgift",
        "lærer*innen og elev",
        "2**3, 4 * 5 og 10 ** 5",
        "\\*\\*x, &#42;&#42;y og \\[X\\](https://a.example)",
        "**a**, *b*, __c__ og ***d***",
        "**Gebyr*** er 5",
        "Navn (**), «*» og ****",
        "snake_case, __init__.py og kl. __:__ den __.__.20__",
        "Filer som heter *.pdf",
        "Ring *21* eller #31#",
        "[Red.: se rapporten (https://a.example)]",
        "[1] (https://a.example), [sic](min note) og [a] (b)",
        "[X](https://a.example/x_(1)) og <https://a.example>",
        "* punkt\n* punkt",
    ],
)
def test_what_is_meant_is_let_alone(markdown: str) -> None:
    assert list(remnants(read(markdown))) == []


def test_finds_the_place_with_the_words_nearby() -> None:
    reading = read("Linje.\n\nNy linje\nmed **fet tekst som aldri slutter, og som er lang.")

    (found,) = remnants(reading)

    assert found.stretch.start == 21
    assert reading.says(found.stretch) == "**fet tekst som aldri slutter, og som"


@given(st.text("a *_[]()\\<>\n|-#", max_size=60) | st.text(max_size=60))
def test_escaped_text_leaves_nothing_behind(text: str) -> None:
    assert list(remnants(read(escape(text)))) == []


@given(st.lists(st.sampled_from(["**", "*", "__", "[a](https://b.c)", "a", " ", "\n", "|", "\\"])))
def test_every_remnant_is_a_stretch_of_one_line(pieces: list[str]) -> None:
    reading = read("".join(pieces))

    for found in remnants(reading):
        said = reading.says(found.stretch)
        assert said
        assert "\n" not in said
        assert set(said) & set("*_[](")


@pytest.mark.parametrize(
    "piece", ["**a", "*a ", "[a(http://", "[a](http://", "__a ", "](http://", "["]
)
def test_looks_through_a_long_text_in_linear_time(piece: str) -> None:
    size = 24_000 // len(piece)

    assert_in_proportion(
        lambda count: read(piece * count), lambda reading: list(remnants(reading)), size
    )
