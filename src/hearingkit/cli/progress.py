"""A progress bar for long work, on a terminal only."""

import os
import sys
import time
from collections.abc import Iterable, Iterator, Sequence
from typing import TypeVar

from hearingkit.cli.streams import on_terminal

T = TypeVar("T")
_PATIENCE = 1.0  # seconds


def with_bar(items: Sequence[T]) -> Iterator[T]:
    """Yield the items; on a terminal, show a progress bar after one second."""
    quiet = not on_terminal(sys.stderr) or os.environ.get("CI") or os.environ.get("TERM") == "dumb"
    begun = time.monotonic()
    for number, item in enumerate(items):
        if not quiet and time.monotonic() - begun > _PATIENCE:
            yield from _under_a_bar(items, number)
            return
        yield item


def _under_a_bar(items: Sequence[T], done: int) -> Iterable[T]:
    from rich.console import Console
    from rich.progress import track

    return track(
        items[done:],
        "rendering",
        total=len(items),
        completed=done,
        console=Console(stderr=True),
        transient=True,
    )
