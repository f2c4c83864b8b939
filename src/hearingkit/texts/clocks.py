"""Times of day in running text that no clock shows: ``kl. 25.00``."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Final

_TIME: Final = re.compile(
    r"\b(?:kl\.?|klokken|klokka)\s*(?P<hour>[0-9]{2})[.:](?P<minute>[0-9]{2})(?![\w%]|[.,:/-][0-9])",
    re.IGNORECASE,
)
_HOURS: Final = 24
_MINUTES: Final = 60


@dataclass(frozen=True, slots=True)
class ImpossibleTime:
    """A time that no clock shows.

    Attributes:
        text: As it stands in the text.
        start: Its offset in the text.
        why: What is wrong with it.
    """

    text: str
    start: int
    why: str


def impossible_times(text: str) -> Iterator[ImpossibleTime]:
    """Yield the times behind «kl.» that no clock shows; midnight may be 24.00."""
    for found in _TIME.finditer(text):
        hour, minute = int(found["hour"]), int(found["minute"])
        if minute >= _MINUTES:
            yield ImpossibleTime(found[0], found.start(), "an hour has 60 minutes")
        elif hour * _MINUTES + minute > _HOURS * _MINUTES:
            yield ImpossibleTime(found[0], found.start(), "a day has 24 hours")
