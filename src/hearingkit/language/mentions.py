"""Dates that stand in running text, so that they can be held against the data."""

import datetime as dt
import re
import unicodedata
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import cache, lru_cache

from hearingkit.language.dates import month_names, weekday_names
from hearingkit.language.language import Language

_ALSO_WEEKDAYS = {
    Language.DA: {},
    Language.NB: {},
    Language.NN: {"sundag": 6, "søndag": 6, "lørdag": 5},
}
"""Spellings beside CLDR's own. Source: Nynorskordboka, where both forms are allowed."""

# Every run of space stands behind a sign that must match first, so the text is read in linear time.
_MENTION = r"""
    (?<!\w) (?<![0-9][.,:])
    (?: (?P<weekday>{weekdays}) ,?\s+ )?
    (?: (?i:den|d\.)\s+ )?
    (?P<day>[0-9]{{1,2}}) \.\s* (?P<month>{months}) (?!\w)
    (?: \s+ (?P<year>(?:19|20|21)[0-9]{{2}}) (?!\w) )?
    (?: ,?\s+ (?i:kl\.?|klokken|klokka) \s*
        (?P<hour>[01]?[0-9]|2[0-3]) (?: [.:] (?P<minute>[0-5][0-9]) )? (?! [.:]?[0-9] ) )?
"""


@dataclass(frozen=True, slots=True)
class DateMention:
    """A date found in a text; nothing says that it exists.

    Attributes:
        text: As it stands in the text, from the weekday to the time.
        start: Its offset in the text.
        end: The offset behind its last character.
        weekday: 0 for Monday; None where none is named.
        day: As written, even 0 or 45.
        month: 1 to 12.
        year: None where none is named.
        time: None where none is named, or none that a clock shows (``kl. 24``).
    """

    text: str
    start: int
    end: int
    weekday: int | None
    day: int
    month: int
    year: int | None
    time: dt.time | None

    def day_in(self, year: int) -> dt.date | None:
        """Return the day in its own year, else in this one; None for such as 31 February."""
        try:
            return dt.date(self.year or year, self.month, self.day)
        except ValueError:
            return None


@lru_cache(maxsize=64)  # several rules look through the same text
def date_mentions(text: str, language: Language) -> tuple[DateMention, ...]:
    """Return the dates that a text names in words, in order: ``fredag den 6. oktober kl. 12``.

    Weekday, ``den`` or ``d.``, year and time may be left out; the day's full stop and the month's
    full name may not. Case does not matter, and a space may be hard or a line break.
    """
    found = _expression(language).finditer(text)
    return tuple(_mention(match, language) for match in found)


def _mention(match: re.Match[str], language: Language) -> DateMention:
    """Give the parts of a match their numbers."""
    weekday, year = match["weekday"], match["year"]
    return DateMention(
        text=match[0],
        start=match.start(),
        end=match.end(),
        weekday=_weekdays(language)[_plain(weekday)] if weekday else None,
        day=int(match["day"]),
        month=_months(language)[_plain(match["month"])],
        year=int(year) if year else None,
        time=dt.time(int(match["hour"]), int(match["minute"] or 0)) if match["hour"] else None,
    )


@cache
def _expression(language: Language) -> re.Pattern[str]:
    """Compile the language's names into the pattern of a mention."""
    pattern = _MENTION.format(
        weekdays=_either(_weekdays(language)), months=_either(_months(language))
    )
    return re.compile(pattern, re.VERBOSE)


@cache
def _weekdays(language: Language) -> Mapping[str, int]:
    """Number every spelling of a weekday, from 0 for Monday."""
    names = {name: number for number, name in enumerate(weekday_names(language))}
    return names | _ALSO_WEEKDAYS[language]


@cache
def _months(language: Language) -> Mapping[str, int]:
    """Number the months from 1."""
    return {name: number for number, name in enumerate(month_names(language), start=1)}


def _either(names: Iterable[str]) -> str:
    """Match any of the names, also as macOS writes an å: as an a and a ring.

    ``re.IGNORECASE`` would take the Turkish İ and ı for an i, and ``_plain`` would not know them.
    """
    spellings = [form for name in names for form in (name, unicodedata.normalize("NFD", name))]
    return "|".join("".join(f"[{sign}{sign.upper()}]" for sign in name) for name in spellings)


def _plain(name: str) -> str:
    """Undo upper case and split letters."""
    return unicodedata.normalize("NFC", name).casefold()
