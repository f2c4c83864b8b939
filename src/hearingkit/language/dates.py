"""Write dates, times and lists as CLDR does; Babel is imported for patterns of issuers alone."""

import datetime as dt
from collections.abc import Iterable

from hearingkit.language.language import Language
from hearingkit.language.words import Words
from hearingkit.patterns import late_pattern

HARD_SPACE = "\u00a0"

_FIELDS = {"day": "d", "month": "ML", "year": "y"}
_WEEKDAY_FIELDS = "Ec"
_LONGEST_PATTERN = 60
_QUOTED = late_pattern("'[^']*'")
_SPACE_AFTER_NUMBER = late_pattern(r"(?<=[0-9]\.) ")


class DateWords(Words):
    """How a language writes dates, times and lists: where we differ from CLDR, or ask often.

    Attributes:
        numeric: The ``strftime`` format of a date in numbers.
        long: A date with the name of its month: ``{day}``, ``{month}`` and ``{year}``.
        with_weekday: Such a ``{date}`` behind its ``{weekday}``.
        only_full_stops: Whether only full stops may separate the numbers of a date.
        clock: The ``strftime`` format of a time.
        weekdays: Their names in lower case, Monday first, as CLDR has them too.
        months: Their names in lower case, January first, as CLDR has them too.
        and_word: What joins the last item of a list to those before it.
        or_word: What does so where one of them is enough.
    """

    section = "language.dates"

    numeric: str
    long: str
    with_weekday: str
    only_full_stops: bool
    clock: str
    weekdays: tuple[str, ...]
    months: tuple[str, ...]
    and_word: str
    or_word: str


def long_date(day: dt.date, language: Language) -> str:
    """Return ``6. oktober 2023``, with a hard space after the day.

    Source:
        CLDR, dateFormats, long.
    """
    month = month_names(language)[day.month - 1]
    written = DateWords.of(language).long.format(day=day.day, month=month, year=day.year)
    return written.replace(" ", HARD_SPACE, 1)


def weekday_date(day: dt.date, language: Language) -> str:
    """Return ``fredag den 6. oktober 2023`` (da) or ``fredag 6. oktober 2023`` (nb, nn).

    Source:
        CLDR, dateFormats, full.
    """
    weekday = weekday_names(language)[day.weekday()]
    written = DateWords.of(language).with_weekday
    return written.format(weekday=weekday, date=long_date(day, language))


def numeric_date(day: dt.date, language: Language) -> str:
    """Return ``06-10-2023`` (da) or ``06.10.2023`` (nb, nn).

    Source:
        Språkrådet: full stops, never a hyphen or a slash. Danish offices use hyphens.
    """
    return day.strftime(DateWords.of(language).numeric)


def date_in_pattern(day: dt.date, pattern: str, language: Language) -> str:
    """Return the date in an issuer's own CLDR pattern, such as ``d. MMMM y``.

    Raises:
        ValueError: If ``check_pattern`` refuses the pattern.
    """
    from babel.dates import format_date

    check_pattern(pattern)
    written = format_date(day, pattern, locale=language.value)
    return _SPACE_AFTER_NUMBER.sub(HARD_SPACE, written)


def check_pattern(pattern: str) -> None:
    """Refuse a pattern without a full date: day, month and year.

    Fields of time are refused too, and so are ``Y`` (year of the week) and ``D`` (day of the year):
    they are valid in CLDR, but wrong in a letter on most days.

    Raises:
        ValueError: With one line that explains the problem.

    Source:
        UTS 35, Date Format Patterns.
    """
    from babel.dates import parse_pattern

    if len(pattern) > _LONGEST_PATTERN or any(sign < " " for sign in pattern):
        raise ValueError(f"a date pattern is one line of at most {_LONGEST_PATTERN} characters")
    _check_letters(pattern)
    parse_pattern(pattern)


def clock(time: dt.time, language: Language) -> str:
    """Return ``kl. 12.00``, with a hard space; seconds are left out.

    Source:
        Dansk Sprognævn; Språkrådet, which has allowed ``12:00`` beside ``12.00`` since 2014.
    """
    return time.strftime(DateWords.of(language).clock).replace(" ", HARD_SPACE)


def hours(time: dt.time, language: Language) -> str:
    """Return ``12.00``: a time without the word before it."""
    return clock(time, language).rpartition(HARD_SPACE)[2]


def and_list(items: Iterable[str], language: Language) -> str:
    """Return ``a, b og c``; the empty string for no items. Items are never changed."""
    return _joined(items, DateWords.of(language).and_word)


def or_list(items: Iterable[str], language: Language) -> str:
    """Return ``a, b eller c``; the empty string for no items. Items are never changed."""
    return _joined(items, DateWords.of(language).or_word)


def _joined(items: Iterable[str], word: str) -> str:
    """Join items.

    Source:
        CLDR, listPatterns, standard and or, da, nb and nn alike.
    """
    *others, last = [*items] or [""]
    return f"{', '.join(others)} {word} {last}" if others else last


def weekday_names(language: Language) -> tuple[str, ...]:
    """Return the seven names in lower case, Monday first."""
    return DateWords.of(language).weekdays


def month_names(language: Language) -> tuple[str, ...]:
    """Return the twelve names in lower case, January first."""
    return DateWords.of(language).months


def _check_letters(pattern: str) -> None:
    """Refuse unquoted letters that are not a field of a date, and patterns that lack a field.

    Babel accepts ``foo`` as text; CLDR reserves every unquoted ASCII letter.
    """
    bare = _QUOTED.sub("", pattern)
    if "'" in bare:
        raise ValueError("a quotation mark in the date pattern is not closed")
    known = "".join(_FIELDS.values()) + _WEEKDAY_FIELDS
    for letter in bare:
        if letter.isascii() and letter.isalpha() and letter not in known:
            raise ValueError(f'"{letter}" is no part of a date; put text between apostrophes')
    for field, letters in _FIELDS.items():
        if not any(letter in bare for letter in letters):
            raise ValueError(f'the date pattern has no {field} ("{letters[0]}")')
