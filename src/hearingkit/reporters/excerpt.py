"""Show a source line on a terminal, with a place in it underlined."""

import itertools
from typing import Final

from hearingkit.documents.columns import columns
from hearingkit.findings import Place
from hearingkit.reporters.plain import UNSEEN

WIDEST: Final = 120
"""Cells of a terminal that an excerpt takes at the most."""

_LEAD: Final = 40
"""Cells in front of a place that lies too far to the right."""

_CUT: Final = "…"
_TAB: Final = "    "


def excerpt_lines(place: Place) -> tuple[str, str] | None:
    """Return the source line, or the part of it around the place, and its underline.

    None if the place has no excerpt. A tab becomes four spaces, so that the underline fits with any
    tab stops of the terminal; an invisible character becomes a replacement mark.
    """
    if not place.excerpt:
        return None
    column = min(place.column - 1, len(place.excerpt))
    passed = max(column - WIDEST, 0)
    shown = [_shown(char) for char in place.excerpt[passed : column + WIDEST + 1]]
    start = column - passed
    end = max((place.end_column or 0) - 1 - passed, start + 1)
    first, last = _window(shown, start)
    before = _CUT if passed + first else ""
    after = _CUT if passed + last < len(place.excerpt) else ""
    line = before + "".join(shown[first:last]) + after
    indent = len(before) + _cells(shown[first:start])
    return line.rstrip(), " " * indent + "^" * max(_cells(shown[start : min(end, last)]), 1)


def _window(shown: list[str], start: int) -> tuple[int, int]:
    """Return the index of the first character to show, and the index after the last one."""
    if _cells(shown) <= WIDEST:
        return 0, len(shown)
    first = 0
    if _cells(shown[:start]) > WIDEST - _LEAD:
        first = start
        while first and _cells(shown[first - 1 : start]) <= _LEAD:
            first -= 1
    widths = itertools.accumulate(columns(char) for char in shown[first:])
    fitting = sum(1 for width in widths if width <= WIDEST - 2 * len(_CUT))
    return first, first + fitting


def _shown(char: str) -> str:
    return _TAB if char == "\t" else UNSEEN.sub("\ufffd", char)


def _cells(shown: list[str]) -> int:
    return columns("".join(shown))
