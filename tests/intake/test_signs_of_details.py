"""A cell that shows no sign of details has none."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from hearingkit.intake.cell_parts import _IS_ALONE, _parts
from hearingkit.intake.cells import postal_lines

WORDS = ("Rådet", "att. ", "v/", "tlf. ", "22 33 44 55", "910168312", "2", "a@x.example")
ADDRESSES = ("0150 Oslo", "Storgata 1")
BETWEEN = ("(", ")", ", ", "; ", "\n", " ", ": ", "-", " / ", "\u00a0", "\u200b")
PIECES = st.sampled_from((*WORDS, *ADDRESSES, *BETWEEN))


@pytest.mark.parametrize("meaning", _IS_ALONE)
@given(pieces=st.lists(PIECES, min_size=1, max_size=6))
def test_a_cell_without_a_sign_is_one_thing(meaning: str, pieces: list[str]) -> None:
    text = "".join(pieces)
    if not (_IS_ALONE[meaning](text) and text.strip()):
        return

    parts = [(kind, part) for kind, part in _parts(meaning, text) if part]

    whole = "\n".join(postal_lines(text)) if meaning == "address" else text
    assert parts == ([(meaning, whole)] if whole else [])
