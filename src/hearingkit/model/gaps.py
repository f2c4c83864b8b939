"""What can't be read of data that is at fault, so that all the rest can be judged."""

from collections.abc import Callable, Iterable, Iterator
from typing import TypeVar

T = TypeVar("T")
S = TypeVar("S")


class LeftOut(AttributeError):
    """What was asked for is at fault in the data, and is told of as such."""


def until_left_out(items: Iterable[T]) -> Iterator[T]:
    """Yield what there is, up to where something is asked for that was left out."""
    try:
        yield from items
    except LeftOut:
        return


def unless_left_out(ask: Callable[[], T], otherwise: S) -> T | S:
    """Return what is asked for, or something else where it was left out."""
    try:
        return ask()
    except LeftOut:
        return otherwise
