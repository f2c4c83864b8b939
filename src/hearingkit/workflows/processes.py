"""Work on many things, on several processors where that is faster, with the same result.

The processes are forks: they have all that was read, and hand back only what they make of it. Where
a system can't do that, or one of them fails, the work is done here; so it never depends on them.
Threads do what leaves Python free.
"""

import collections
import contextlib
import math
import os
import signal
import sys
import threading
from collections.abc import Callable, Iterable, Iterator, Sequence
from typing import TYPE_CHECKING, Final, TypeVar

if TYPE_CHECKING:
    from multiprocessing.connection import Connection

T = TypeVar("T")
R = TypeVar("R")

_MOST_AT_WORK: Final = 4
_TYPST: Final = "typst"
"""A package with threads of its own, which a fork doesn't have: what waits for them hangs."""


def mapped(work: Callable[[T], R], items: Sequence[T], fewest: int) -> list[R]:
    """Return what comes of each item, in their order.

    Args:
        work: Depends on nothing but its item; what it returns can be pickled.
        items: Maybe none.
        fewest: How many of them are worth a process of their own.
    """
    count = min(len(items) // fewest, _at_work())
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


def made_ahead(work: Callable[[T], R], items: Iterable[T]) -> Iterator[R]:
    """Yield what comes of each item, in their order; threads are at work on the next ones.

    Args:
        work: Threads may do it at the same time; most of its time, it leaves Python free.
        items: Each is asked for a little before its turn.

    Raises:
        Exception: As ``work`` does, when it is the turn of the item.
    """
    from concurrent.futures import Future, ThreadPoolExecutor

    waiting: collections.deque[Future[R]] = collections.deque()
    threads = _at_work()
    with ThreadPoolExecutor(threads) as pool:
        try:
            for item in items:
                waiting.append(pool.submit(work, item))
                if len(waiting) > 2 * threads:
                    yield waiting.popleft().result()
            while waiting:
                yield waiting.popleft().result()
        finally:
            pool.shutdown(cancel_futures=True)


def _at_work() -> int:
    """Return how many processes or threads may work at once."""
    on_linux = sys.platform == "linux"  # there, it may be fewer than the machine has
    return min(len(os.sched_getaffinity(0)) if on_linux else os.cpu_count() or 1, _MOST_AT_WORK)


def _can_fork() -> bool:
    """Return whether a fork of this process can do all that this process can."""
    is_alone = threading.active_count() == 1 and _TYPST not in sys.modules
    return sys.platform == "linux" and is_alone


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
            return [receiver.recv() for _ in items]
        except (EOFError, OSError):
            return None

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
        for result in [work(item) for item in items]:
            sender.send(result)  # each alone: all at once, they would be here twice
