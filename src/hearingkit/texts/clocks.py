"""Times of day in running text that no clock shows: ``kl. 25.00``."""

import functools
import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Final

from hearingkit.language.words import Words, either

_HOURS: Final = 24
_MINUTES: Final = 60


class ClockWords(Words):
    """What stands before a time of day, as patterns."""

    section = "texts.clocks"

    before: tuple[str, ...]


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
    for found in _time().finditer(text):
        hour, minute = int(found["hour"]), int(found["minute"])
        if minute >= _MINUTES:
            yield ImpossibleTime(found[0], found.start(), "an hour has 60 minutes")
        elif hour * _MINUTES + minute > _HOURS * _MINUTES:
            yield ImpossibleTime(found[0], found.start(), "a day has 24 hours")


@functools.cache
def _time() -> re.Pattern[str]:
    before = either(word for words in ClockWords.of_all() for word in words.before)
    return re.compile(
        rf"\b(?:{before})\s*(?P<hour>[0-9]{{2}})[.:](?P<minute>[0-9]{{2}})(?![\w%]|[.,:/-][0-9])",
        re.IGNORECASE,
    )
