"""Dates that stand in running text, so that they can be held against the data."""

import dataclasses
import datetime as dt
import re
import unicodedata
from collections.abc import Iterable
from functools import cache
from typing import Final

from hearingkit.frozen import frozen
from hearingkit.language.dates import month_names
from hearingkit.language.language import Language
from hearingkit.language.word_groups import either
from hearingkit.language.words import Words
from hearingkit.patterns import late_pattern
from hearingkit.texts.clocks import ClockWords
from hearingkit.texts.line_search import found_in_lines
from hearingkit.texts.month_names import LONGEST, Spelling, month_meant, short_names
from hearingkit.texts.numeric_dates import NumericDate, numeric_dates
from hearingkit.texts.weekday_names import LONGEST as LONGEST_WEEKDAY
from hearingkit.texts.weekday_names import weekday_meant, weekdays

# What parts the words of a sentence: a line end parts items and rows. Every run of it stands behind
# a sign that must match first, so the text is read in linear time.
_GAP: Final = r"[^\S\n]"
_CLOCK: Final = rf"""
    (?: (?i:<clocks>) {_GAP}*
        (?P<early_hour>[01]?[0-9]|2[0-3])
        (?: (?:[.:]|(?<=[0-9]{{2}})) (?P<early_minute>[0-5][0-9]) )?
      | (?P<early_midnight>(?i:<midnights>)) )
"""
_LEAD: Final = rf"""
    (?<!\w) (?<![0-9][.,:])
    (?: {_CLOCK} ,?{_GAP}+ )?
    (?: (?P<weekday> <weekdays> ) ,?{_GAP}+ )?
    (?: (?P<article>(?i:<articles>)) (?: (?<=\.) | (?={_GAP}) ) {_GAP}* )?
"""
_YEAR: Final = r"(?:19|20|21)[0-9]{2} (?!\w)"
_ANY_YEAR: Final = r"(?:(?:19|20|21)[0-9]{2}|[2-4][0-9]) (?!\w)"
# A year with figures too few or too many; a number of something else has its noun behind it.
_ODD_YEAR: Final = rf"""
    (?: (?P<two>[2-4][0-9]) | 20[1-9] | 22[0-9] | 20(?![0-9]00)[0-9]{{3}} | 220[0-9]{{2}} )
    (?= {_GAP}* (?: [,;:!?)\]|\n\u2028] | \.(?![0-9]) | \Z )
        | {_GAP}+ (?:<clocks>|(?:<behind_years>)\b) )
"""
_TIME: Final = rf"""
    (?: ,?{_GAP}+ (?: (?i:<clocks>) {_GAP}*
        (?P<hour>[01]?[0-9]|2[0-3]) (?: (?:[.:]|(?<=[0-9]{{2}})) (?P<minute>[0-5][0-9]) )?
        (?! [.:]?[0-9] )
      | (?P<midnight>(?i:<midnights>)) (?!\w) ) )?
"""
_DATE: Final = rf"""
    {_LEAD}
    (?P<day>[0-9]{{1,2}}) (?: (?P<stop>\.)(?P<gap>{_GAP}*) | {_GAP}+ )
    (?: (?P<short>(?i:<months>)) (?! \w | -[^\W\d_] ) (?: \. (?= {_GAP}+ {_ANY_YEAR} ) )?
      | (?P<word>(?! (?i:<articles>) (?!\w) )[^\W\d_]{{3,{LONGEST}}}) (?! \w | -[^\W\d_] ) )
    (?: {_GAP}+ (?: (?P<year>{_YEAR}) | (?P<odd>{_ODD_YEAR}) ) )?
    {_TIME}
"""
# «fredag d. 16/10», «den 16.10.»; a number of anything else has neither weekday nor article.
_NO_YEAR: Final = rf"""
    {_LEAD} (?: (?<=\s) | (?<=[dD]\.) )
    (?P<day>0?[1-9]|[12][0-9]|3[01])
    (?: / (?P<month>0?[1-9]|1[0-2]) | \. (?P<stopped>0[1-9]|1[0-2]) \.? | \. (?P<plain>[1-9]) \. )
    (?! [\w/] | [-–.,:]?[0-9] | -[^\W\d] | {_GAP}+(?:19|20|21)[0-9]{{2}} )
    {_TIME}
"""
_IN_BRACKETS: Final = r"[ \u00a0]\((?P<weekday> <weekdays> )\)"
_OPENED: Final = (" (", "\u00a0(")
_FIGURE: Final = late_pattern(r"[0-9]")
_SHORT: Final = late_pattern(r"[0-9][./][0-9]")
_LOOKED_BACK: Final = 30
_LED: Final = r"(?i)\b%before\s*:?\s*$"
_NUMBERED: Final = r"(?i)(?:[^\w\s]|\b%numbered)\s*$"
_WORD_BEFORE: Final = late_pattern(
    rf"(?<!\w)(?P<word>[^\W\d_]{{5,{LONGEST_WEEKDAY}}}),?{_GAP}{{1,3}}\Z"
)
_LEAP_YEAR: Final = 2000
LAST_MINUTE: Final = dt.time(23, 59)
"""Of a day: where a deadline names no time, and where a text says «midnatt»."""


class DateMentionWords(Words):
    """What stands beside dates, as patterns.

    Attributes:
        articles: Before the day, as «den» and «d.».
        before: Before a date, rather than before a number of anything else.
        numbered: What has a number, before that.
        behind_years: Behind a year.
    """

    section = "texts.dates"

    articles: tuple[str, ...]
    before: tuple[str, ...]
    numbered: tuple[str, ...]
    behind_years: tuple[str, ...]


@frozen
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
        word: The month as written; empty in a date in numbers.
        meant: The date as its language has it, where its month or weekday is misspelt or foreign,
            or a full stop or a space is missing; else empty.
        is_sure: Whether more than a number and a month shows that it is a date.
        odd_year: What stands in place of the year where it has two figures, three or five; else
            empty. Two are of this century.
    """

    text: str
    start: int
    end: int
    weekday: int | None
    day: int
    month: int
    year: int | None
    time: dt.time | None
    word: str = ""
    meant: str = ""
    is_sure: bool = True
    odd_year: str = ""

    @property
    def is_in_calendar(self) -> bool:
        """Return whether its year has such a day; without one, whether a leap year has."""
        return self.day_in(_LEAP_YEAR) is not None

    def day_in(self, year: int) -> dt.date | None:
        """Return the day in its own year, else in this one; None for such as 31 February."""
        try:
            return dt.date(self.year or year, self.month, self.day)
        except ValueError:
            return None


def date_mentions(text: str, language: Language) -> tuple[DateMention, ...]:
    """Return the dates that a text names, in order.

    They are in numbers, or in words: ``fredag den 6. oktober kl. 12``. In words, all but day and
    month may be left out; case does not matter, and a space may be hard, or a line break inside a
    paragraph. A month may be abbreviated. In numbers, a date may lack its year behind «den», «d.»
    or a weekday: «d. 16/10». Where it is misspelt or foreign, or the day has no full
    stop, something else must show that it is a date: «den», a year, «senest» … A misspelt weekday
    is part of its date.
    """
    in_words = (
        _in_words(found, language)
        for found in found_in_lines(_words(language), text, _FIGURE.search)
    )
    in_numbers = (_in_numbers(one, text, language) for one in numeric_dates(text))
    without_year = (
        _in_short(found, language)
        for found in found_in_lines(_no_year(language), text, _SHORT.search)
    )
    found = [*filter(None, in_words), *in_numbers, *filter(None, without_year)]
    whole = (
        _with_weekday_meant(_with_weekday_behind(one, text, language), text, language)
        for one in found
    )
    return tuple(sorted(whole, key=lambda mention: mention.start))


def _in_words(match: re.Match[str], language: Language) -> DateMention | None:
    """Return the date in words that is meant; None where it may be none."""
    word = match["short"] or match["word"]
    month = month_meant(word, language)
    if month is None:
        return None
    is_led = match["weekday"] or match["article"] or _is_led(match.string, match.start())
    is_sure = bool(is_led or match["year"] or match["odd"] or match["hour"])
    if not _is_date(match, month.spelling, is_led=bool(is_led)):
        return None
    year = match["year"] or (match["two"] and f"20{match['two']}")
    is_apart = match["gap"] and match.end("article") != match.start("day")
    is_right = is_apart and month.spelling in {Spelling.NAME, Spelling.SHORT}
    return DateMention(
        text=match[0],
        start=match.start(),
        end=match.end(),
        weekday=_weekday(match, language),
        day=int(match["day"]),
        month=month.number,
        year=int(year) if year else None,
        time=_time(match),
        word=word,
        meant="" if is_right else _as_meant(match, month_names(language)[month.number - 1]),
        is_sure=is_sure,
        odd_year=match["odd"] or "",
    )


def _with_weekday_behind(mention: DateMention, text: str, language: Language) -> DateMention:
    """Return the date with the weekday behind it, in brackets: «19. november 2026 (torsdag)»."""
    if mention.weekday is not None or text[mention.end : mention.end + 2] not in _OPENED:
        return mention
    found = _behind(language).match(text, mention.end)
    if found is None:
        return mention
    whole = text[mention.start : found.end()]
    return dataclasses.replace(
        mention, text=whole, end=found.end(), weekday=_weekday(found, language), is_sure=True
    )


def _with_weekday_meant(mention: DateMention, text: str, language: Language) -> DateMention:
    """Return the date with the word before it where that is meant for a weekday."""
    if mention.weekday is not None:
        return mention
    before = text[max(0, mention.start - _LOOKED_BACK) : mention.start]
    found = _WORD_BEFORE.search(before)
    meant = weekday_meant(found["word"], language) if found else None
    if found is None or meant is None:
        return mention
    start = mention.start - len(before) + found.start()
    name = meant.name.capitalize() if found["word"].istitle() else meant.name
    between = before[found.end("word") :]
    return dataclasses.replace(
        mention,
        text=text[start : mention.end],
        start=start,
        weekday=meant.number,
        meant=f"{name}{between}{mention.meant or mention.text}",
        is_sure=True,
    )


def _as_meant(match: re.Match[str], month: str) -> str:
    """Return the date with the month that is meant, a full stop behind its day, and spaces."""
    lead = match.string[match.start() : match.start("day")]
    lead = f"{lead} " if lead.endswith(".") else lead
    tail = match.string[max(match.end("word"), match.end("short")) : match.end()].removeprefix(".")
    return f"{lead}{match['day']}. {month}{tail}"


def _is_date(match: re.Match[str], spelling: Spelling, *, is_led: bool) -> bool:
    """Return whether what is no plain date must be one all the same."""
    if not match["stop"]:
        is_short = spelling is Spelling.SHORT and bool(match["year"]) and is_led
        return is_short or (spelling is Spelling.NAME and (is_led or _is_in_a_sentence(match)))
    is_told = bool(match["weekday"] or match["year"] or match["hour"] or match["early_hour"])
    match spelling:
        case Spelling.NAME:
            return True
        case Spelling.SHORT:
            # «2. jul» is a Christmas, «2. Jan» a person.
            is_plain = match["short"].islower() and match["short"] not in {"jul", "mar"}
            return is_told or (is_plain and (is_led or match.string.startswith(".", match.end())))
        case Spelling.SLIP:
            return is_told or is_led
        case Spelling.FAINT:
            return is_told


def _is_in_a_sentence(match: re.Match[str]) -> bool:
    """Return whether a day with its month and year has a word before it that numbers nothing."""
    month, before = match["short"] or match["word"], match.string[: match.start()]
    is_whole = match["year"] and month.islower() and before.strip()
    near = before[-_LOOKED_BACK:]
    return bool(is_whole) and not DateMentionWords.pattern(_NUMBERED).search(near)


def _is_led(text: str, start: int) -> bool:
    """Return whether a word that stands before dates stands there."""
    before = text[max(0, start - _LOOKED_BACK) : start]
    return DateMentionWords.pattern(_LED).search(before) is not None


def _in_numbers(one: NumericDate, text: str, language: Language) -> DateMention:
    """Return a date in numbers with the weekday before it and the time behind it."""
    lead = _lead(language).search(text, max(0, one.start - _LOOKED_BACK), one.start)
    behind = _at(language).match(text, one.end)
    start, end = lead.start() if lead else one.start, behind.end() if behind else one.end
    times = (_time(found) for found in (behind, lead) if found)
    return DateMention(
        text=text[start:end],
        start=start,
        end=end,
        weekday=_weekday(lead, language) if lead else None,
        day=one.day,
        month=one.month,
        year=one.year,
        time=next(filter(None, times), None),
    )


def _in_short(match: re.Match[str], language: Language) -> DateMention | None:
    """Return a date in numbers without a year; None where nothing before it tells of one."""
    led = match["weekday"] or match["article"]
    if not led and not ("/" in match[0] and _is_led(match.string, match.start())):
        return None
    return DateMention(
        text=match[0],
        start=match.start(),
        end=match.end(),
        weekday=_weekday(match, language),
        day=int(match["day"]),
        month=int(match["month"] or match["stopped"] or match["plain"]),
        year=None,
        time=_time(match),
    )


def _weekday(match: re.Match[str], language: Language) -> int | None:
    return weekdays(language)[_plain(match["weekday"])] if match["weekday"] else None


def _time(match: re.Match[str]) -> dt.time | None:
    """Return the time behind a date, else the one before it."""
    told = match.groupdict()
    for early in ("", "early_"):
        if hour := told.get(f"{early}hour"):
            return dt.time(int(hour), int(told[f"{early}minute"] or 0))
        if told.get(f"{early}midnight"):
            return LAST_MINUTE
    return None


@cache
def _words(language: Language) -> re.Pattern[str]:
    """Compile the pattern of a date in words."""
    return _compiled(_DATE, language)


@cache
def _no_year(language: Language) -> re.Pattern[str]:
    """Compile the pattern of a date in numbers without a year."""
    return _compiled(_NO_YEAR, language)


@cache
def _lead(language: Language) -> re.Pattern[str]:
    """Compile the pattern of what stands before a date in numbers."""
    return _compiled(rf"{_LEAD}\Z", language)


@cache
def _at(language: Language) -> re.Pattern[str]:
    """Compile the pattern of what stands behind a date in numbers."""
    return _compiled(_TIME, language)


@cache
def _behind(language: Language) -> re.Pattern[str]:
    """Compile the pattern of a weekday behind its date."""
    return _compiled(_IN_BRACKETS, language)


def _compiled(pattern: str, language: Language) -> re.Pattern[str]:
    """Compile a pattern with the words of a language; its clocks may be those of any."""
    words = {
        "weekdays": _either(weekdays(language)),
        "months": "|".join(short_names()),
        "clocks": either(ClockWords.of_any().before),
        "midnights": either(ClockWords.of_any().midnight),
        "articles": either(DateMentionWords.of(language).articles),
        "behind_years": either(DateMentionWords.of(language).behind_years),
    }
    filled = re.sub(r"(?<!P)<(\w+)>", lambda found: words[found[1]], pattern)
    return late_pattern(filled, re.VERBOSE)


def _either(names: Iterable[str]) -> str:
    """Match any of the names, also as macOS writes an å: as an a and a ring.

    ``re.IGNORECASE`` would take the Turkish İ and ı for an i, and ``_plain`` would not know them.
    """
    spellings = [form for name in names for form in (name, unicodedata.normalize("NFD", name))]
    either_case = ("".join(map(_in_either_case, name)) for name in dict.fromkeys(spellings))
    return "|".join(either_case)


def _in_either_case(sign: str) -> str:
    return re.escape(sign) if sign.upper() == sign else f"[{sign}{sign.upper()}]"


def _plain(name: str) -> str:
    """Undo upper case and split letters."""
    return unicodedata.normalize("NFC", name).casefold()
