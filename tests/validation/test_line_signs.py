"""What is told of signs in names and other lines, wherever these stand."""

import json
from collections.abc import Callable
from typing import Any, Final

import pytest
from hypothesis import given
from hypothesis import strategies as st
from tests.workspaces import some_data

from hearingkit.source.reader import read_text
from hearingkit.validation.validate import validate

PIECES: Final = (
    *("Voss", "herad", " ", "- ", "# ", "**", "*", "_", "~~", "`", "<b>", "</b>", "[", "]", "ø"),
    *("[a](https://a.example)", "\u00a0", "\u200b", "\u00ad", "еtat", "Kе", "K", "•", "é"),
)
TEXTS: Final = (
    st.lists(st.sampled_from(PIECES), min_size=1, max_size=4)
    .map("".join)
    .filter(lambda text: any(map(str.isalnum, text)))
)
UNSEEN: Final = " \u200bx"
PLACES: Final[tuple[Callable[[str], Any], ...]] = (
    lambda text: [text],
    lambda text: [{"name": text}],
    lambda text: [{"name": "Voss herad", "attention": text}],
    lambda text: [{"heading": text, "entries": [{"name": "Norsk Vann", "address": [text]}]}],
)


def signs_found(entries: object) -> int:
    """Return how many signs are told of in the entries of a list."""
    data = some_data() | {"recipient_lists": {"faste": entries}}
    source, _ = read_text(json.dumps(data).encode(), "data/hearings.yaml")
    assert source is not None
    _, found = validate([source])
    return sum(one.code in {"HK118", "HK127"} for one in found)


@pytest.mark.parametrize("entries", PLACES)
@given(TEXTS)
def test_a_line_that_is_looked_through_for_one_sign_shows_no_other(
    entries: Callable[[str], Any], text: str
) -> None:
    found = signs_found(entries(text + UNSEEN)) - signs_found(entries(text))

    assert found == json.dumps(entries(text)).count(json.dumps(text))
