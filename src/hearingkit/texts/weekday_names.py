"""What a word before a date means as a weekday: a name, or a slip for one."""

import unicodedata
from collections.abc import Mapping
from functools import cache, lru_cache
from typing import Final

from hearingkit.frozen import frozen
from hearingkit.language.dates import weekday_names
from hearingkit.language.language import Language
from hearingkit.language.slips import slip_between
from hearingkit.language.words import Words

LONGEST: Final = 10
"""Letters of the longest word that can be meant for a weekday."""


class WeekdayWords(Words):
    """What is, or isn't, a weekday in a language besides the names that CLDR has.

    Attributes:
        also: Other spellings, numbered from 0 for Monday.
        no_slips: Words of other meaning that are a slip away from one.
    """

    section = "texts.weekday_names"

    also: Mapping[str, int]
    no_slips: frozenset[str]


@frozen
class WeekdayMeant:
    """A weekday that a word which is none means.

    Attributes:
        number: 0 for Monday.
        name: In the language, in small letters.
    """

    number: int
    name: str


@cache
def weekdays(language: Language) -> Mapping[str, int]:
    """Number every spelling of a weekday, from 0 for Monday."""
    names = {name: number for number, name in enumerate(weekday_names(language))}
    return {**names, **WeekdayWords.of(language).also}


@lru_cache(maxsize=1024)  # the same few words stand before the dates of many texts
def weekday_meant(word: str, language: Language) -> WeekdayMeant | None:
    """Return the weekday that a word means which is none of the language's own.

    It is foreign, or one slip away. Longer forms («mandager»), and places that end in another
    letter (Mandal, Tysdal), are no slips.
    """
    plain = unicodedata.normalize("NFC", word).casefold()
    own = weekdays(language)
    if plain in own or plain in WeekdayWords.of(language).no_slips:
        return None
    number = _foreign().get(plain)
    if number is None:
        near = {own[name] for name in own if _is_slip(plain, name)}
        number = near.pop() if len(near) == 1 else None
    return None if number is None else WeekdayMeant(number, weekday_names(language)[number])


def _is_slip(word: str, name: str) -> bool:
    if word[0] != name[0] or word.startswith(name):
        return False
    slip = slip_between(word, name)
    return slip is not None and not (slip.is_change and slip.at == len(name) - 1)


@cache
def _foreign() -> Mapping[str, int]:
    """English ones are left out, for «Black Friday» is a name."""
    return {name: number for one in Language for name, number in weekdays(one).items()}
