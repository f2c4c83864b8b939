"""How much more work a longer text makes: told by comparison, never by the clock on the wall.

Calls are counted exactly. What runs inside one call, as a pattern does, is known by the time that
this thread alone had the processor for: however slow or busy a machine is, both sizes are slowed.
"""

import cProfile
import gc
import itertools
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from typing import Any, Final, ParamSpec, TypeVar

T = TypeVar("T")
P = ParamSpec("P")

LONGER: Final = 8
"""How much longer the long text is: in proportion, it makes as many times the work."""
MOST: Final = 20
"""More than that is no noise: where work grows with the square, it is 64 times as much."""
_TRIES: Final = 3
_NOISE: Final = 0.001  # seconds: what takes less is not compared


def assert_in_proportion(
    make: Callable[[int], Any], work: Callable[[Any], object], size: int
) -> None:
    """Assert that eight times as much makes no more than about eight times the work.

    Args:
        make: Makes what is worked on, of a size; it is not measured. Each size is asked for once,
            as a result may be kept.
        work: What is measured.
        size: Of the longer one, about.
    """
    sizes = itertools.count(size // LONGER)
    work(make(max(size // LONGER**2, 1)))  # loads words and compiles patterns

    def grows(measure: Callable[[Callable[[Any], object], Any], float]) -> float:
        short = next(sizes)
        return measure(work, make(LONGER * short)) / measure(work, make(short))

    assert grows(_calls) <= MOST
    assert any(grows(_seconds) <= MOST for _ in range(_TRIES))


def _calls(work: Callable[[Any], object], given: object) -> float:
    with _counted() as calls:
        work(given)
    return calls()


def _seconds(work: Callable[[Any], object], given: object) -> float:
    gc.collect()
    gc.disable()  # else a long text pays for looking through what other tests have left
    try:
        started = time.thread_time()
        work(given)
        return time.thread_time() - started + _NOISE
    finally:
        gc.enable()


DOUBLED: Final = 2.8
"""What twice as much makes at the most: in proportion, twice the work; with the square, four."""
_FEW_CALLS: Final = 1_000  # what is done whatever the size
_SHORT: Final = 0.005  # seconds
_SLOWER: Final = 2
"""How much longer texts are whose work is timed: it must be more than noise."""


@dataclass(frozen=True, slots=True)
class Meter:
    """Measures the steps of a run, each by itself.

    Attributes:
        counts: Whether calls are counted; else the time is taken that a step has the processor for.
        work: What each step takes.
    """

    counts: bool = True
    work: dict[str, float] = field(default_factory=dict)

    def __call__(self, step: str, work: Callable[P, T], *args: P.args, **kwargs: P.kwargs) -> T:
        """Return what a step gives, and measure it; a step that is done again adds to itself."""
        measured = _counted if self.counts else _timed
        with measured() as taken:
            result = work(*args, **kwargs)
        self.work[step] = self.work.get(step, 0) + taken()
        return result


@contextmanager
def _counted() -> Iterator[Callable[[], float]]:
    profile = cProfile.Profile(subcalls=False)  # counts in C
    with profile:
        yield lambda: sum(entry.callcount for entry in profile.getstats())


@contextmanager
def _timed() -> Iterator[Callable[[], float]]:
    started = time.thread_time()
    yield lambda: ended - started
    ended = time.thread_time()


def steps_out_of_proportion(run: Callable[[int, Meter], None], size: int) -> set[str]:
    """Return the steps of a run whose work grows faster than its data, at each doubling.

    Args:
        run: Does the work for a size.
        size: The least of three, each twice the one before.
    """
    slow = _growing(run, size * _SLOWER, counts=False)
    for _ in range(_TRIES - 1):
        slow = slow and slow & _growing(run, size * _SLOWER, counts=False)
    return slow | _growing(run, size, counts=True)


def _growing(run: Callable[[int, Meter], None], size: int, *, counts: bool) -> set[str]:
    """Return the steps whose work at each doubling is more than doubled."""
    meters = [Meter(counts), Meter(counts), Meter(counts)]
    for doubled, meter in enumerate(meters):
        run(size * 2**doubled, meter)
    constant = _FEW_CALLS if counts else _SHORT
    pairs = [(small.work, large.work) for small, large in itertools.pairwise(meters)]
    return {
        step
        for step in meters[-1].work
        if all(
            large.get(step, 0) > DOUBLED * small.get(step, 0) + constant for small, large in pairs
        )
    }
