"""A search in those lines of a text alone that may hold what is looked for: they have a sign of it.

A line here is a paragraph, an item or a row. A long text has few dates and speaks of few
enclosures, and a pattern with many words takes its time on every other line too.
"""

import re
from collections.abc import Callable, Iterator

from hearingkit.texts.hiding import hide


def holding(*signs: str) -> Callable[[str], bool]:
    """Return a function that returns whether a text holds one of some signs."""

    def holds(text: str) -> bool:
        return any(map(text.__contains__, signs))

    return holds


def found_in_lines(
    pattern: re.Pattern[str], text: str, may_hold: Callable[[str], object]
) -> Iterator[re.Match[str]]:
    r"""Yield where a pattern matches that reaches over no end of a line.

    Args:
        pattern: What is looked for.
        text: Lines, each but the last with a ``\n`` behind it.
        may_hold: Tells whether a line, or a text of several, is worth the search; it is false for
            none with a match.
    """
    start = 0
    for line in text.split("\n") if may_hold(text) else ():
        end = start + len(line)
        if may_hold(line):
            yield from pattern.finditer(text, start, end)
        start = end + 1


def hide_in_lines(pattern: re.Pattern[str], text: str, may_hold: Callable[[str], object]) -> str:
    """Return a text, as long as before, in which all that a pattern finds in that way is hidden."""
    if not may_hold(text):
        return text
    lines = text.split("\n")
    return "\n".join(hide(pattern, line) if may_hold(line) else line for line in lines)
