"""A progress bar for long work, on a terminal only."""

import itertools
import os
import sys
import time
from collections.abc import Iterable, Iterator
from typing import Protocol, TypeVar

from hearingkit.cli.streams import on_terminal

T = TypeVar("T")
T_co = TypeVar("T_co", covariant=True)
_PATIENCE = 1.0  # seconds


class _Counted(Protocol[T_co]):
    """What can be gone through, and counted before."""

    def __len__(self) -> int: ...

    def __iter__(self) -> Iterator[T_co]: ...


def with_bar(items: _Counted[T]) -> Iterator[T]:
    """Yield the items; on a terminal, show a progress bar after one second."""
    quiet = not on_terminal(sys.stderr) or os.environ.get("CI") or os.environ.get("TERM") == "dumb"
    begun = time.monotonic()
    waiting = iter(items)
    for number, item in enumerate(waiting):
        if not quiet and time.monotonic() - begun > _PATIENCE:
            yield from _under_a_bar(itertools.chain([item], waiting), number, len(items))
            return
        yield item


def _under_a_bar(items: Iterable[T], done: int, total: int) -> Iterable[T]:
    from rich.console import Console
    from rich.progress import track

    return track(
        items,
        "rendering",
        total=total,
        completed=done,
        console=Console(stderr=True),
        transient=True,
    )
