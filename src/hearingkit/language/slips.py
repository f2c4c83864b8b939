"""Slips of the pen: texts that differ by one letter left out, put in, changed or swapped."""

import functools
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

_WIDTHS = {0: ((1, 1), (2, 2)), 1: ((1, 0),), -1: ((0, 1),)}
"""How many letters a slip takes in each of two texts, by how much longer the first one is."""
_MOST_HELD = 8  # texts under one shortened form; more are variants of a number, not slips


@dataclass(frozen=True, slots=True)
class Slip:
    """What differs between two texts, one slip apart.

    Attributes:
        at: How many letters before it are the same in both.
        one: What the first text has there; empty where it lacks a letter.
        other: What the second text has there.
    """

    at: int
    one: str
    other: str

    @property
    def is_swap(self) -> bool:
        """Tell whether two neighbours changed places."""
        return len(self.one) == 2

    @property
    def is_change(self) -> bool:
        """Tell whether one letter stands for another."""
        return len(self.one) == len(self.other) == 1


def slip_between(one: str, other: str) -> Slip | None:
    """Return the slip that makes one text of the other; None where it is none, or more."""
    at = next((n for n, (a, b) in enumerate(zip(one, other, strict=False)) if a != b), None)
    at = min(len(one), len(other)) if at is None else at
    for width, width_of_other in _WIDTHS.get(len(one) - len(other), ()):
        left, right = one[at : at + width], other[at : at + width_of_other]
        same = one[at + width :] == other[at + width_of_other :]
        if same and left != right and (width < 2 or left == right[::-1]):
            return Slip(at, left, right)
    return None


def pairs_a_slip_apart(texts: Iterable[str]) -> Iterator[tuple[str, str, Slip]]:
    """Yield each two texts that are one slip apart, in the order in which the later one comes.

    A figure is no slip: what differs by one is two texts. Only texts that share a form with a
    letter left out are compared, so that the work grows as the number of texts, not as its square.
    """
    held: dict[str, list[str]] = {}
    for text in dict.fromkeys(texts):
        near: dict[str, None] = {}
        for form in _forms(text):
            holders = held.setdefault(form, [])
            if holders:
                near.update(dict.fromkeys(holders))
            if len(holders) < _MOST_HELD:
                holders.append(text)
        for earlier in near:
            slip = slip_between(earlier, text)
            if slip:
                yield earlier, text, slip


@functools.lru_cache(maxsize=4096)  # the same recipients stand in many hearings
def _forms(text: str) -> tuple[str, ...]:
    return tuple(dict.fromkeys((text, *_shortened(text))))


def _shortened(text: str) -> Iterator[str]:
    for at, sign in enumerate(text):
        if not sign.isdigit():
            yield text[:at] + text[at + 1 :]
