"""Headings and tables that Markdown takes for text."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from hearingkit.documents.blocks import Heading, Table
from hearingkit.documents.markup import escape
from hearingkit.texts.markdown import parse, read
from hearingkit.texts.unmade_structure import unformed


def found(markdown: str) -> list[tuple[str, int]]:
    above = (
        (one.kind, markdown.count("\n", 0, one.stretch.start)) for one in unformed(read(markdown))
    )
    return [(kind, 1 + lines) for kind, lines in above]


@pytest.mark.parametrize(
    ("markdown", "meant"),
    [
        ("##Bakgrunn\n\nTekst", ("heading", 1)),
        ("Tekst\n##Bakgrunn\nTekst", ("heading", 2)),
        ("###1. Bakgrunn", ("heading", 1)),
        ("#Bakgrunn\n\nTekst", ("heading", 1)),
        ("| a | b |\n| c | d |", ("table", 1)),
        ("Tekst:\n| a | b |\n| c | d |", ("table", 2)),
        ("| a | b |\n| --- |\n| c | d |", ("table", 1)),
    ],
)
def test_what_was_typed_as_a_heading_or_a_table_is_found(
    markdown: str, meant: tuple[str, int]
) -> None:
    assert found(markdown) == [meant]


@pytest.mark.parametrize(
    "markdown",
    [
        *("## Bakgrunn", "#metoo", "#metoo og #Plan", "sak #12", "#12", "C# og ##", "\\##Bakgrunn"),
        *("- #Plan", "| #Plan |\n| - |\n| c |", "| a | b |", "|x| og |y|\n|z| er tall"),
        *("| a | b |\n| - | - |\n| c | d |", "ja | nei\nnei | ja", "`##x`", "####### sju"),
    ],
)
def test_what_is_one_or_was_never_meant_is_left_alone(markdown: str) -> None:
    assert found(markdown) == []


@given(st.text("#|- a\n", max_size=60))
def test_what_is_found_is_no_heading_and_no_table_yet(markdown: str) -> None:
    reading = read(markdown)

    for one in unformed(reading):
        said = reading.says(one.stretch)
        assert said
        assert "\n" not in said
        assert not any(isinstance(block, Heading | Table) for block in parse(said))


@given(st.text("#|- aB", max_size=40))
def test_what_is_escaped_is_left_alone(text: str) -> None:
    assert found(escape(text)) == []
