"""Rules on how dates in texts are written: so that people and programs can read them."""

import calendar
import re
from collections.abc import Iterator
from typing import Final

from hearingkit.findings import Severity, limited, spelling, standard
from hearingkit.patterns import late_pattern
from hearingkit.rules.registry import Breach, also, rule
from hearingkit.rules.text.dates_in_text import DatedText
from hearingkit.texts.clocks import impossible_times, mistyped_clocks
from hearingkit.texts.dates import DateMention
from hearingkit.texts.found import Found
from hearingkit.texts.numeric_dates import with_odd_year
from hearingkit.texts.text import Text
from hearingkit.validation.faults import visible

_INSIDE_A_SENTENCE: Final = late_pattern(r"(?:[^\W\d_A-ZÆØÅ]|,)[ \u00a0]+\Z")
_LEAP_YEAR: Final = 2000
_TWO_FIGURES: Final = 2  # of a year, which has a rule of its own


@rule(
    "HK409",
    Severity.WARNING,
    says={
        "word": '"{text}" is misspelt, or in another language; did you mean "{meant}"?',
        "space": '"{text}" lacks a space; write "{meant}"',
        "stop": '"{text}" lacks its full stop; write "{meant}"',
    },
    source=spelling(
        "CLDR: names in da, nb and nn; Retskrivningsordbogen, Språkrådet: a full stop behind"
    ),
)
def misspelt_date(dates: tuple[DatedText, ...]) -> Iterator[Breach]:
    """A date names month and weekday as the letter's language does, with full stops and spaces.

    They are misspelt, or copied from a letter in another language. What is no date by its form is
    taken for one where a year, a weekday, «den», «senest» or the like stands beside it; the day
    that is meant is held against the data then, like any other. Quotations may be in any language.
    «Kl.» before a time has its full stop, and a space behind it.

    Bad:  body: "… innen 24. novmber 2026", title: Plan av tirdag 6. marts 2027
    Good: body: "… innen 24. november 2026", title: Plan av lørdag 6. mars 2027
    """
    for dated in limited(one for one in dates if one.date.meant and not one.is_quoted):
        if not dated.text.is_shared:
            is_word = _joined(dated.date.meant) != _joined(dated.date.text)
            variant = "word" if is_word else "space"
            yield dated.breach(variant=variant, meant=visible(dated.date.meant))


@also("HK409")
def mistyped_clock(texts: tuple[Text, ...]) -> Iterator[Breach]:
    """Yield what stands for «klokken» without its full stop or a space: «kl 14.00», «kl.14.00»."""
    for text in texts:
        for found in limited(mistyped_clocks(text.own_words)):
            facts = {"text": visible(found.text), "meant": visible(found.meant)}
            yield Breach(text.place(found.start, found.end), facts, variant=found.lacks)


@rule(
    "HK410",
    Severity.WARNING,
    says={
        "month": 'there is no "{text}": that month has {days} days; correct it',
        "months": 'there is no "{text}": a year has 12 months; correct it',
        "year": 'there is no "{text}": a year has four figures; correct it',
        "minutes": 'there is no "{text}": an hour has 60 minutes; correct it',
        "hours": 'there is no "{text}": a day has 24 hours; correct it',
    },
    source=standard("the calendar"),
)
def impossible_date(dates: tuple[DatedText, ...], texts: tuple[Text, ...]) -> Iterator[Breach]:
    """A date in the text is in the calendar, its year has four figures, and a time is on the clock.

    Bad:  body: "… innan 31. november 2026 kl. 12.75"
    Good: body: "… innan 30. november 2026 kl. 12.45"
    """
    yield from limited(_impossible_dates(dates))
    yield from limited(_odd_years(dates, texts))
    yield from limited(_impossible_times(texts))


@rule(
    "HK411",
    Severity.NOTE,
    says='"{text}" has a capital, and months and weekdays have none; write "{meant}"',
    source=spelling(
        "Retskrivningsordbogen § 12 (DK); Språkrådet (NO): months and weekdays in lower case"
    ),
)
def capital_in_a_date(dates: tuple[DatedText, ...]) -> Iterator[Breach]:
    """Months and weekdays begin with a small letter inside a sentence.

    A month behind its day is always inside one; a weekday where a word in small letters, or a
    comma, stands before it. Capitals alone, and quotations, are let alone.

    Bad:  body: "Svar senest Fredag den 6. Oktober 2023."
    Good: body: "Svar senest fredag den 6. oktober 2023."
    """
    own = (one for one in dates if not one.is_quoted)
    for dated in limited(one for one in own if _with_small_letters(one)):
        yield dated.breach(meant=visible(_with_small_letters(dated)))


def _joined(words: str) -> str:
    return "".join(words.split())


def _impossible_dates(dates: tuple[DatedText, ...]) -> Iterator[Breach]:
    for dated in dates:
        date = dated.date
        is_a_date = date.is_sure or date.word.islower()
        if is_a_date and not (date.is_in_calendar if date.year is None else dated.day):
            last = calendar.monthrange(date.year or _LEAP_YEAR, date.month)[1]
            yield dated.breach(variant="month", days=last)


def _odd_years(dates: tuple[DatedText, ...], texts: tuple[Text, ...]) -> Iterator[Breach]:
    odd = (dated for dated in dates if len(dated.date.odd_year) > _TWO_FIGURES)
    yield from (dated.breach(variant="year") for dated in odd)
    for text in texts:
        yield from (_breach(text, found, "year") for found in with_odd_year(text.prose))


def _impossible_times(texts: tuple[Text, ...]) -> Iterator[Breach]:
    for text in texts:
        for time in impossible_times(text.prose):
            yield _breach(text, time, time.kind)


def _breach(text: Text, found: Found, variant: str) -> Breach:
    place = text.place(found.start, found.end)
    return Breach(place, {"text": visible(found.text)}, variant=variant)


def _with_small_letters(dated: DatedText) -> str:
    """Return the date without the capitals of its month and weekday; empty where it has none."""
    date = dated.date
    small = date.text
    if date.word.istitle() and date.is_sure and not date.meant:
        small = small.replace(date.word, date.word.lower(), 1)
    names_weekday = date.weekday is not None and not date.meant
    if names_weekday and _has_a_capital_inside_a_sentence(date, dated.text.plain):
        small = small[0].lower() + small[1:]
    return small if small != date.text else ""


def _has_a_capital_inside_a_sentence(date: DateMention, text: str) -> bool:
    first = re.match(r"\w+", date.text)
    before = text[max(0, date.start - 5) : date.start]
    is_title = first is not None and first[0].istitle()
    return is_title and _INSIDE_A_SENTENCE.search(before) is not None
