"""How wide the columns of a table are on paper."""

from collections.abc import Callable, Iterable, Iterator, Sequence
from itertools import zip_longest
from typing import assert_never

from hearingkit.documents.blocks import (
    Cell,
    Emphasis,
    Inline,
    LineBreak,
    Link,
    Plain,
    Strong,
    Table,
    plain,
)

# In twips: an average bold letter of 10 points, generously, and what stands beside the text. Of
# wide letters, as in "Kommune", two are as wide as three.
_LETTER_WIDTH, _CELL_MARGINS = 120, 216
_LONG_TEXT = 60
_WIDE_LETTERS = frozenset("ABCDEGHKMNOPQRSUVWXYZÆØÅmw@%")


def column_widths(table: Table, width: int) -> list[int]:
    """Share out a width, in twips, among the columns of a table."""
    return shared([table.head, *table.with_whole_figures().rows], width, measured=_letters)


def shared(
    rows: Sequence[Sequence[Cell]],
    width: int,
    letter_width: int = _LETTER_WIDTH,
    measured: Callable[[str], float] = len,
) -> list[int]:
    """Share out a width, in twips, among what stands side by side; a row may end early.

    Each column has room for its longest word; the rest goes by the length of its text.
    """
    columns: list[tuple[Cell, ...]] = list(zip_longest(*rows, fillvalue=()))
    least = _narrowed([_least_width(one, letter_width, measured) for one in columns], width)
    spare = width - sum(least)
    longest = (max(len(plain(cell)) for cell in column) for column in columns)
    wanted = [min(length, _LONG_TEXT) or 1 for length in longest]
    every = sum(wanted)
    shared = [room + spare * share // every for room, share in zip(least, wanted, strict=True)]
    return [*shared[:-1], width - sum(shared[:-1])]


def _narrowed(widths: list[int], width: int) -> list[int]:
    """Where the longest words find no room, take it from the widest columns alone."""
    excess = [max(0, one - width // len(widths)) for one in widths]
    over, every = max(0, sum(widths) - width), sum(excess)
    return [
        one - -(-over * more // every) if over else one
        for one, more in zip(widths, excess, strict=True)
    ]


def _least_width(
    column: Iterable[Cell], letter_width: int, measured: Callable[[str], float]
) -> int:
    pieces = (piece for cell in column for piece in _pieces(cell))
    return _CELL_MARGINS + round(letter_width * max(map(measured, pieces), default=1))


def _letters(piece: str) -> float:
    """Return how many average letters are as wide."""
    return len(piece) + sum(letter in _WIDE_LETTERS for letter in piece) / 2


def _pieces(inlines: Iterable[Inline]) -> Iterator[str]:
    """Yield what stays on one line: words, numbers and addresses."""
    for inline in inlines:
        match inline:
            case Plain(unbroken=True):
                yield inline.text
            case Plain():
                yield from inline.text.replace("\n", " ").split(" ")  # not at no-break spaces
            case Strong() | Emphasis():
                yield from _pieces(inline.children)
            case Link():
                yield from _pieces((*inline.children, *inline.printed))
            case LineBreak():
                pass
            case _:
                assert_never(inline)
