"""Times of day in running text that no clock shows, or that are mistyped: ``kl. 25.00``."""

import datetime as dt
from collections.abc import Iterator
from typing import Final

from hearingkit.frozen import frozen
from hearingkit.language.asked_words import matches_in
from hearingkit.language.words import Words
from hearingkit.texts.found import Found

_HOURS: Final = 24
_MINUTES: Final = 60
_TIME: Final = (
    r"(?i)\b%before\s*(?P<hour>[0-9]{1,2})[.:](?P<minute>[0-9]{2})(?![\w%%]|[.,:/-][0-9])"
)
_IN_FRONT: Final = (
    r"(?i)[\s,|]*(?:%since\s+)?%before\s*"
    r"(?P<hour>[01]?[0-9]|2[0-3])(?:[.:](?P<minute>[0-5][0-9]))?(?![.:]?[0-9])"
)
_WRITTEN: Final = (  # «5. kl 25 elever» is a class
    r"(?<![\w/-])(?<![0-9]\.\s)%short(?P<stop>\.?)(?=(?P<space>\s?)"
    r"(?P<time>(?:[01]?[0-9]|2[0-4])(?:[.:][0-5][0-9])?)(?![\w%%/-]|[.,:][0-9]))"
)


class ClockWords(Words):
    """What stands before a time of day, as patterns.

    Attributes:
        before: Right before it.
        since: Before that, if something begins then.
        midnight: The end of a day.
        short: Its short form without the full stop, case-sensitive.
    """

    section = "texts.clocks"

    before: tuple[str, ...]
    since: tuple[str, ...]
    midnight: tuple[str, ...]
    short: str


@frozen
class ImpossibleTime(Found):
    """A time that no clock shows.

    Attributes:
        kind: What it has too many of: ``minutes`` or ``hours``.
    """

    kind: str


@frozen
class MistypedClock(Found):
    """A short form of «klokken» before a time: «kl 14.00», «kl.14.00».

    Attributes:
        lacks: What it lacks: ``stop`` or ``space``.
        meant: How it is written.
    """

    lacks: str
    meant: str


def time_in_front(text: str) -> dt.time | None:
    """Return the time with which a text begins, as in «, fra kl. 18»; None where there is none."""
    found = ClockWords.pattern(_IN_FRONT).match(text)
    return dt.time(int(found["hour"]), int(found["minute"] or 0)) if found else None


def impossible_times(text: str) -> Iterator[ImpossibleTime]:
    """Yield the times behind «kl.» that no clock shows; midnight may be 24.00."""
    for found in matches_in(ClockWords.pattern(_TIME), text):
        hour, minute = int(found["hour"]), int(found["minute"])
        if minute >= _MINUTES:
            yield ImpossibleTime(found[0], found.start(), "minutes")
        elif hour * _MINUTES + minute > _HOURS * _MINUTES:
            yield ImpossibleTime(found[0], found.start(), "hours")


def mistyped_clocks(text: str) -> Iterator[MistypedClock]:
    """Yield the short forms before a time that lack their full stop, or a space behind it."""
    for found in ClockWords.pattern(_WRITTEN).finditer(text):
        word, time = found[0], found["time"]
        if not found["stop"]:
            yield MistypedClock(word, found.start(), "stop", f"{word}.")
        elif not found["space"]:
            yield MistypedClock(word + time, found.start(), "space", f"{word} {time}")
