"""What a word behind a day means as a month: a name, an abbreviation, or a slip for one."""

import difflib
import enum
import unicodedata
from collections.abc import Mapping
from functools import cache, lru_cache
from typing import Final

from hearingkit.frozen import frozen
from hearingkit.language.dates import month_names
from hearingkit.language.language import Language
from hearingkit.language.words import Words

_ENGLISH: Final = (
    *("january", "february", "march", "april", "may", "june"),
    *("july", "august", "september", "october", "november", "december"),
)
_ALIKE: Final = 0.75
"""How much of two words must be the same: a letter of four may be another one."""
_SHORTER: Final = 2  # letters that a slip leaves out at most; a word with more is another word
_NO_SLIPS: Final = 3  # letters; «mail» and «mais» are no slips for «mai»
_LONG: Final = 6  # letters; a slip in a shorter month makes other words: «parts», «marsj»

LONGEST: Final = 10
"""Letters of the longest word that can be meant for a month."""


class MonthWords(Words):
    """How a language abbreviates the names of months; without full stops, from 1 for January."""

    section = "texts.month_names"

    short: Mapping[str, int]


class Spelling(enum.Enum):
    """How a month is written.

    Attributes:
        NAME: In full, as the language has it.
        SHORT: Abbreviated.
        SLIP: Misspelt, or as another language has it.
        FAINT: Misspelt, and so short that it may be another word.
    """

    NAME = enum.auto()
    SHORT = enum.auto()
    SLIP = enum.auto()
    FAINT = enum.auto()


@frozen
class Month:
    """A month that a word means.

    Attributes:
        number: 1 to 12.
        spelling: How it is written.
    """

    number: int
    spelling: Spelling


@cache
def short_names() -> Mapping[str, int]:
    """Number the abbreviations of months in all languages, the longest first."""
    numbers = [each for words in MonthWords.of_all() for each in words.short.items()]
    return dict(sorted(numbers, key=lambda each: len(each[0]), reverse=True))


@lru_cache(maxsize=1024)  # the same few words follow the numbers of many texts
def month_meant(word: str, language: Language) -> Month | None:
    """Return the month that a word means in a text; None where it means none, or may mean two."""
    plain = unicodedata.normalize("NFC", word).casefold()
    if plain in _own(language):
        return Month(_own(language)[plain], Spelling.NAME)
    if plain in short_names():
        return Month(short_names()[plain], Spelling.SHORT)
    if plain in _foreign():
        return Month(_foreign()[plain], Spelling.SLIP)
    return _misspelt(plain, language)


def _misspelt(word: str, language: Language) -> Month | None:
    """Return the only month whose name a word is close to: «jnui» is juni, «jumi» may be juli."""
    near = [name for name in _own(language) if _is_slip(word, name)]
    swapped = [name for name in near if sorted(name) == sorted(word)]
    if len(swapped or near) != 1:
        return None
    (name,) = swapped or near
    return Month(_own(language)[name], Spelling.SLIP if len(name) >= _LONG else Spelling.FAINT)


def _is_slip(word: str, name: str) -> bool:
    """Return whether two words are so alike that one is a slip for the other; no genitive is."""
    if len(name) <= _NO_SLIPS or word[0] != name[0] or word == f"{name}s":
        return False
    if not len(name) - _SHORTER <= len(word) <= len(name) + 1:
        return False
    return difflib.SequenceMatcher(None, word, name).ratio() >= _ALIKE


@cache
def _own(language: Language) -> Mapping[str, int]:
    return {name: number for number, name in enumerate(month_names(language), start=1)}


@cache
def _foreign() -> Mapping[str, int]:
    every = [_ENGLISH, *(month_names(language) for language in Language)]
    return {name: number for names in every for number, name in enumerate(names, start=1)}
