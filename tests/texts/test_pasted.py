"""What is left of a word processor in a text."""

import pytest
from hypothesis import given
from hypothesis import strategies as st
from tests.growth import assert_in_proportion

from hearingkit.texts.pasted import Trace, pasted_parts


@pytest.mark.parametrize(
    ("text", "kind", "part"),
    [
        ("“Plan for parker”", Trace.QUOTED, "“Plan for parker”"),
        ("„Plan“", Trace.QUOTED, "„Plan“"),
        ("”Plan”", Trace.QUOTED, "”Plan”"),
        ("\u00a0Plan", Trace.BEGINS, "\u00a0"),
        ("Plan \u00a0", Trace.ENDS, " \u00a0"),
        ("Plan\u00a0\u00a0for parker", Trace.GAP, "\u00a0\u00a0"),
        ("Plan \u00a0for parker", Trace.GAP, " \u00a0"),
    ],
)
def test_what_a_word_processor_left_is_found(text: str, kind: Trace, part: str) -> None:
    (found,) = pasted_parts(text)

    assert (found.kind, text[found.start : found.end]) == (kind, part)


@pytest.mark.parametrize(
    "text",
    ["«Plan»", "»Plan«", "’Plan’", '"Plan"', "“A” og “B”", "Om “planen”", "5\u00a0km", "“12 34”"],
)
def test_what_may_be_meant_is_let_alone(text: str) -> None:
    assert list(pasted_parts(text)) == []


@given(st.text(" \u00a0a“”\n"))
def test_every_part_holds_what_is_said_of_it(text: str) -> None:
    for found in pasted_parts(text):
        part = text[found.start : found.end]
        assert part == text if found.kind is Trace.QUOTED else "\u00a0" in part
        assert found.kind is not Trace.GAP or len(part) > 1


@pytest.mark.parametrize("piece", [" ", "\u00a0", " \u00a0a", "“", "“a”"])
def test_reads_a_long_text_in_linear_time(piece: str) -> None:
    assert_in_proportion(lambda count: piece * count, lambda text: list(pasted_parts(text)), 80_000)
