"""Ids that lead to ids: in which order they come, and which lead back to themselves."""

import contextlib
import graphlib
from collections.abc import Iterable, Iterator, Mapping

Held = Mapping[str, list[str]]
"""By an id, those that it leads to."""


def in_order(held: Held) -> Iterator[str]:
    """Yield each id behind those that it leads to, but for those that lead to a loop."""
    sorter = graphlib.TopologicalSorter(held)
    with contextlib.suppress(graphlib.CycleError):
        sorter.prepare()
    while ready := sorter.get_ready():
        yield from ready
        sorter.done(*ready)


def loops(held: Held) -> Iterator[list[str]]:
    """Yield loops that share no id, where each leads to one; each before one that it leads to."""
    seen: set[str] = set()
    for id_ in held:
        way: dict[str, int] = {}
        while id_ not in seen:
            seen.add(id_)
            way[id_] = len(way)
            id_ = held[id_][0]  # noqa: PLW2901 (a step on the way)
        if id_ in way:
            yield list(way)[way[id_] :]


def without(held: Held, ids: Iterable[str]) -> Held:
    """Return the ids without some of them."""
    gone = frozenset(ids)
    return {
        id_: [one for one in ones if one not in gone]
        for id_, ones in held.items()
        if id_ not in gone
    }
