"""How the rules on language count what is in a text several times."""

from collections import Counter
from collections.abc import Callable, Iterable, Iterator
from dataclasses import replace
from typing import TypeVar

from hearingkit.rules.registry import Breach

T = TypeVar("T")


def each_once(
    found: Iterable[T], key: Callable[[T], str], breach: Callable[[T], Breach]
) -> Iterator[Breach]:
    """Yield the breach of the first of those that have a key in common.

    The rule has one message for «once» and one for «several» times, which tells how many.
    """
    every = list(found)
    number_of = Counter(map(key, every))
    for each, one in {key(one): one for one in reversed(every)}.items():
        first, times = breach(one), number_of[each]
        if times > 1:
            yield replace(first, facts={**first.facts, "times": times}, variant="several")
        else:
            yield replace(first, variant="once")
