"""What blocks know of themselves."""

import pytest

from hearingkit.documents.blocks import Alignment, Plain, Table

LEFT, RIGHT = Alignment.LEFT, Alignment.RIGHT


@pytest.mark.parametrize(
    ("cells", "side"),
    [
        (("1 200", "−20", "–", ""), RIGHT),
        (("1.200,50", "12 %", "+3"), RIGHT),
        (("5 mio. kr.", "40 kr"), RIGHT),
        (("1. juni", "2"), LEFT),
        (("2024-3117", "24/772"), LEFT),
        (("01.02.2025",), LEFT),
        (("–", ""), LEFT),
    ],
)
def test_figures_stand_right_where_nothing_is_said(cells: tuple[str, ...], side: Alignment) -> None:
    rows = tuple(((Plain(cell),),) for cell in cells)

    assert Table(((Plain("Sum"),),), rows).aligned() == (side,)
    assert Table(((Plain("Sum"),),), rows, (LEFT,)).aligned() == (LEFT,)
