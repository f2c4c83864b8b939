"""Pieces put into a text, and what they change in it, as ``diff -u`` shows it.

Where they stand is known. ``difflib`` looks for it through all that is left, once for each.
"""

import itertools
from bisect import bisect_right
from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from operator import itemgetter
from typing import Final, TypeAlias

from hearingkit.frozen import frozen

Piece: TypeAlias = tuple[int, str]
"""The offset of a piece, and its text."""
_CONTEXT: Final = 3
"""The lines that are shown before a change, and after it."""


@frozen
class _Change:
    """Lines in place of those from one number up to another, counted from 0."""

    start: int
    end: int
    lines: Sequence[str]


def put_in(text: str, pieces: Iterable[Piece]) -> str:
    """Return a text with pieces at their offsets; of several at one, by their order."""
    parts, at = [""], 0
    for offset, piece in sorted(pieces, key=itemgetter(0)):
        parts += (text[at:offset], piece)
        at = offset
    return "".join((*parts, text[at:]))


def diff_of(text: str, pieces: Iterable[Piece], name: str) -> str:
    """Return what pieces change, for people; empty where there are none.

    Args:
        text: The text before.
        pieces: What is put into it.
        name: The name of the file.
    """
    lines = text.split("\n")
    changes = [*_changes(lines, pieces)]
    if not lines[-1]:
        lines.pop()  # what follows the last line end is no line
    shown = [f"--- {name}", f"+++ {name}"] if changes else []
    added = 0
    for near in _near(changes):
        shown += _hunk(lines, near, added)
        added += _growth(near)
    return "".join(f"{line}\n" for line in shown)


def _changes(lines: Sequence[str], pieces: Iterable[Piece]) -> Iterator[_Change]:
    starts = [*itertools.accumulate((len(line) + 1 for line in lines), initial=0)]
    by_line: dict[int, list[Piece]] = defaultdict(list)
    for offset, piece in pieces:
        number = bisect_right(starts, offset) - 1
        by_line[number].append((offset - starts[number], piece))
    for number, in_line in sorted(by_line.items()):
        line = lines[number]
        new = put_in(line, in_line).split("\n")
        if new[-1] == line:
            yield _Change(number, number, new[:-1])
        elif new[0] == line:
            yield _Change(number + 1, number + 1, new[1:])
        else:
            yield _Change(number, number + 1, new)


def _near(changes: Iterable[_Change]) -> Iterator[list[_Change]]:
    """Yield changes that are shown together, as they are near each other."""
    near: list[_Change] = []
    for change in changes:
        if near and change.start - near[-1].end > 2 * _CONTEXT:
            yield near
            near = []
        near.append(change)
    if near:
        yield near


def _growth(changes: Iterable[_Change]) -> int:
    return sum(len(one.lines) - (one.end - one.start) for one in changes)


def _hunk(lines: Sequence[str], changes: Sequence[_Change], added: int) -> Iterator[str]:
    """Yield the lines of a few changes, where so many lines were added before."""
    at = max(changes[0].start - _CONTEXT, 0)
    end = min(changes[-1].end + _CONTEXT, len(lines))
    new_length = end - at + _growth(changes)
    yield f"@@ -{at + 1},{end - at} +{at + added + 1},{new_length} @@"
    for change in changes:
        yield from (f" {line}" for line in lines[at : change.start])
        yield from (f"-{line}" for line in lines[change.start : change.end])
        yield from (f"+{line}" for line in change.lines)
        at = change.end
    yield from (f" {line}" for line in lines[at:end])
