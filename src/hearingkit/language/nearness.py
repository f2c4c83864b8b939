"""Words that differ so little that one of them is surely a slip."""

import re
from typing import Final

_SQUEEZED: Final = re.compile(r"[-._]")
_DIGITS: Final = re.compile(r"\d+")
_MOST: Final = 2
_LONG: Final = 8  # from this length on, two slips leave a word itself
_SHORT: Final = 5  # below it, one slip makes another word: sst, ssi


def slips_between(one: str, other: str) -> int | None:
    """Return how many letters were slipped on; None where the words differ more than by a slip.

    Hyphens, full stops, underscores and case count as one slip together, and so does another order
    of the same letters. Words that differ only in digits, or are too short to tell, are two words.
    """
    if one == other:
        return 0
    short, long = sorted((_squeezed(one), _squeezed(other)), key=len)
    if short == long:
        return 1
    if len(long) - len(short) > _MOST or _DIGITS.sub("", short) == _DIGITS.sub("", long):
        return None
    if len(set(short) ^ set(long)) > 2 * _MOST:
        return None
    if len(short) == len(long) and len(short) > _MOST and sorted(short) == sorted(long):
        return 1 if _differing(short, long) <= _MOST else None
    distance = _distance(short, long)
    return distance if distance <= _allowed(len(short)) else None


def _squeezed(word: str) -> str:
    return _SQUEEZED.sub("", word).casefold()


def _allowed(length: int) -> int:
    return 0 if length < _SHORT else 1 if length < _LONG else _MOST


def _differing(one: str, other: str) -> int:
    return sum(left != right for left, right in zip(one, other, strict=True))


def _distance(one: str, other: str) -> int:
    """Return Levenshtein's distance, or any number above two where it is more.

    Only the cells beside the diagonal are filled, so the time grows with the length alone.
    """
    previous = list(range(len(other) + 1))
    for row, letter in enumerate(one, start=1):
        current = [row] + [_MOST + 1] * len(other)
        for column in range(max(1, row - _MOST), min(len(other), row + _MOST) + 1):
            current[column] = min(
                previous[column] + 1,
                current[column - 1] + 1,
                previous[column - 1] + (letter != other[column - 1]),
            )
        if min(current) > _MOST:
            return _MOST + 1
        previous = current
    return previous[-1]
