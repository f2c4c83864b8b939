"""Many names on paper: side by side, in as many columns as make them lowest."""

from collections.abc import Sequence
from typing import Final

_FEW: Final = 15
_LETTERS: Final = {1: 82, 2: 43, 3: 28}
"""How many letters of 10 points a line of 160 mm has, by the number of columns it is divided in."""


def columns_for(lengths: Sequence[int]) -> int:
    """Return in how many columns names of these lengths stand; few ones need only one."""
    if len(lengths) <= _FEW:
        return 1
    return min(_LETTERS, key=lambda columns: lines_of(lengths, columns))


def lines_of(lengths: Sequence[int], columns: int) -> float:
    """Return how many lines names of these lengths take in a number of columns."""
    return sum(-(-length // _LETTERS[columns]) for length in lengths) / columns
