"""The level of the highest heading, found without reading the text."""

from hypothesis import given
from hypothesis import strategies as st

from hearingkit.documents.blocks import Heading
from hearingkit.texts.markdown import parse
from hearingkit.texts.outline import highest_heading

PIECES = ["# ", "## ", "### ", "#", "a", " ", "\n", "\n\n", "- ", "| a |", "&#32;", "**", "\\"]


def test_a_heading_within_a_list_or_without_text_does_not_count() -> None:
    assert highest_heading("#\n\n- # a\n\n### b\n\n## c") == 2
    assert highest_heading("#tekst\n\ntekst") == 0


@given(st.lists(st.sampled_from(PIECES), max_size=20).map("".join) | st.text(max_size=60))
def test_finds_what_is_found_when_all_is_read(markdown: str) -> None:
    levels = [block.level for block in parse(markdown) if isinstance(block, Heading)]

    assert highest_heading(markdown) == min(levels, default=0)
