"""Quotation marks whose other half is missing.

A quotation over several paragraphs opens in one and closes in another, and a sign may stand for
inches, a bullet or a way through menus: so a sign is told of only where it is the only one of its
kind in a text that is left over. Apostrophes look like ’, which is why that mark is left out.
"""

import re
from collections.abc import Iterator
from typing import Final

from hearingkit.frozen import frozen
from hearingkit.patterns import late_pattern
from hearingkit.texts.found import Found

_FAMILIES: Final = ("«»", "“”„", '"')
_SIGNS: Final = {family: late_pattern(f"[{family}]") for family in _FAMILIES}
_PARAGRAPH_END: Final = late_pattern(r"\n\n")
_LONGEST: Final = 40


@frozen
class HalfQuotation(Found):
    """A mark without its other half.

    Attributes:
        opens: Whether it begins a quotation that never ends.
    """

    opens: bool


def half_quotations(prose: str) -> Iterator[HalfQuotation]:
    """Yield the marks that are left over in a text, one of a kind at the most."""
    for family in _FAMILIES:
        has_any = any(map(prose.__contains__, family))
        left = [*_left_over(prose, _SIGNS[family])] if has_any else []
        if len(left) == 1:
            start, opens = left[0]
            yield _half(prose, start, opens=opens)


def _left_over(prose: str, signs: re.Pattern[str]) -> Iterator[tuple[int, bool]]:
    """Yield the marks that nothing closes or opened in their paragraph, and whether they open."""
    opened: int | None = None
    last = 0
    for found in signs.finditer(prose):
        start = found.start()
        between = list(_PARAGRAPH_END.finditer(prose, last, start)) if opened is not None else []
        if opened is not None and between:
            goes_on = not prose[between[-1].end() : start].strip()
            if not goes_on:
                yield opened, True
            opened = None
        last = start
        opens = _opens(prose, start)
        if opens:
            if opened is not None:
                yield opened, True
            opened = start
        elif opened is not None:
            opened = None
        elif opens is False:
            yield start, False
    if opened is not None:
        yield opened, True


def _opens(prose: str, start: int) -> bool | None:
    """Return whether a mark opens a quotation or closes one; None where it may be another sign."""
    before, after = prose[max(start - 1, 0) : start] or " ", prose[start + 1 : start + 2] or " "
    if (before.isspace() or before in "([–—-/|*_") and not after.isspace():
        return True
    if (
        not before.isspace()
        and not (before.isdigit() and prose[start] in '"”')
        and not after.isalnum()
    ):
        return False
    return None


def _half(prose: str, start: int, *, opens: bool) -> HalfQuotation:
    first, last = (start, start + _LONGEST) if opens else (max(start + 1 - _LONGEST, 0), start + 1)
    words = re.split("[\n\u2028]", prose[first:last])[0 if opens else -1]
    if len(words) == _LONGEST:
        words = words.rpartition(" ")[0] if opens else words.partition(" ")[2]
    said = words.strip() or prose[start]
    return HalfQuotation(said, start if opens else start + 1 - len(said), opens)
