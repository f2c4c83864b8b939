"""How much more work a longer text makes: told by comparison, never by the clock on the wall.

Calls are counted exactly. What runs inside one call, as a pattern does, is known by the time that
this thread alone had the processor for: however slow or busy a machine is, both sizes are slowed.
"""

import itertools
import sys
import time
from collections.abc import Callable
from types import FrameType
from typing import Any, Final

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
    calls = 0

    def count(_frame: FrameType, event: str, _argument: object) -> None:
        nonlocal calls
        calls += event in {"call", "c_call"}

    before = sys.getprofile()
    sys.setprofile(count)
    try:
        work(given)
    finally:
        sys.setprofile(before)
    return calls


def _seconds(work: Callable[[Any], object], given: object) -> float:
    started = time.thread_time()
    work(given)
    return time.thread_time() - started + _NOISE
