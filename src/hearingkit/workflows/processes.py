"""Work on many things, on several processors where that is faster, with the same result.

The processes are forks: they have all that was read, and hand back only what they make of it. Where
a system can't do that, or one of them fails, the work is done here; so it never depends on them.
"""

import contextlib
import math
import os
import signal
import sys
import threading
from collections.abc import Callable, Iterator, Sequence
from typing import TYPE_CHECKING, Final, TypeVar

if TYPE_CHECKING:
    from multiprocessing.connection import Connection

T = TypeVar("T")
R = TypeVar("R")

_MOST_PROCESSES: Final = 4
_TYPST: Final = "typst"
"""A package with threads of its own, which a fork doesn't have: what waits for them hangs."""


def mapped(work: Callable[[T], R], items: Sequence[T], fewest: int) -> list[R]:
    """Return what comes of each item, in their order.

    Args:
        work: Depends on nothing but its item; what it returns can be pickled.
        items: Maybe none.
        fewest: How many of them are worth a process of their own.
    """
    count = min(len(items) // fewest, _processors(), _MOST_PROCESSES)
    if count < 2 or not _can_fork():
        return [work(item) for item in items]
    share = math.ceil(len(items) / count)
    shares = [items[start : start + share] for start in range(0, len(items), share)]
    with contextlib.ExitStack() as stack:
        others = [stack.enter_context(_begun(work, other)) for other in shares[1:]]
        own = [work(item) for item in shares[0]]
        for other, handed_over in zip(shares[1:], others, strict=True):
            theirs = handed_over()
            own += [work(item) for item in other] if theirs is None else theirs
    return own


def _processors() -> int:
    """Return how many processors this process may use."""
    return len(os.sched_getaffinity(0)) if sys.platform == "linux" else 1


def _can_fork() -> bool:
    """Return whether a fork of this process can do all that this process can."""
    return threading.active_count() == 1 and _TYPST not in sys.modules


@contextlib.contextmanager
def _begun(work: Callable[[T], R], items: Sequence[T]) -> Iterator[Callable[[], list[R] | None]]:
    """Begin work in another process, and give what waits for its results; None if there are none.

    Whatever happens here, the process is gone at the end.
    """
    try:
        import multiprocessing

        context = multiprocessing.get_context("fork")
        receiver, sender = context.Pipe(duplex=False)
        process = context.Process(target=_hand_over, args=(receiver, sender, work, items))
        process.start()
    except (ImportError, OSError, ValueError):
        yield lambda: None
        return
    sender.close()

    def handed_over() -> list[R] | None:
        try:
            results: list[R] = receiver.recv()
        except (EOFError, OSError):
            return None
        return results

    try:
        yield handed_over
    finally:
        process.kill()
        process.join()
        receiver.close()


def _hand_over(
    receiver: "Connection", sender: "Connection", work: Callable[[T], R], items: Sequence[T]
) -> None:
    """Send what comes of the items; nothing if that fails, so that it fails where it is seen."""
    receiver.close()  # else nobody tells that the process which waits is gone
    signal.signal(signal.SIGINT, signal.SIG_IGN)  # Ctrl-C reaches that process too
    signal.signal(signal.SIGTERM, signal.SIG_DFL)
    with contextlib.suppress(Exception):
        sender.send([work(item) for item in items])
