"""Rules on how dates in free text are written: so that people and programs can read them."""

import calendar
import re
from collections.abc import Iterator
from typing import Final

from hearingkit.findings import Severity
from hearingkit.rules.registry import Breach, rule
from hearingkit.rules.text.dates_in_text import DatedText, every_date
from hearingkit.texts.clocks import impossible_times
from hearingkit.texts.dates import DateMention
from hearingkit.texts.numeric_dates import with_odd_year
from hearingkit.texts.quotations import without_quotations
from hearingkit.validation.book import Case
from hearingkit.validation.faults import visible
from hearingkit.validation.free_text import free_text, told, without_what_is_no_prose

_INSIDE_A_SENTENCE: Final = re.compile(r"(?:[^\W\d_A-ZÆØÅ]|,)[ \u00a0]+\Z")
_LEAP_YEAR: Final = 2000


@rule(
    "HK409",
    Severity.WARNING,
    says='"{text}" is misspelt, or in another language; did you mean "{meant}"?',
    source="CLDR: names in da, nb and nn; Retskrivningsordbogen, Språkrådet: a full stop behind",
)
def misspelt_date(case: Case) -> Iterator[Breach]:
    """A date names its month and weekday as the letter's language does, with a full stop behind.

    They are misspelt, or copied from a letter in another language. What is no date by its form is
    taken for one where a year, a weekday, «den», «senest» or the like stands beside it; the day
    that is meant is held against the data then, like any other. Quotations may be in any language.

    Bad:  language: nb, body: "… innen 24. novmber 2026", "tirdag 6. marts 2027", "innen 6 mai"
    Good: language: nb, body: "… innen 24. november 2026", "lørdag 6. mars 2027", "innen 6. mai"
    """
    for dated in told(_in_prose(case)):
        if dated.date.meant and not dated.free.is_shared:
            yield dated.breach(meant=visible(dated.date.meant))


@rule(
    "HK410",
    Severity.WARNING,
    says='there is no "{text}": {why}; correct it',
    source="the calendar",
)
def impossible_date(case: Case) -> Iterator[Breach]:
    """A date in the text is in the calendar, its year has four figures, and a time is on the clock.

    Bad:  body: "… innan 31. november 2026", "… 3. mai 20226", "… kl. 12.75"
    Good: body: "… innan 30. november 2026", "… 3. mai 2026", "… kl. 12.45"
    """
    yield from told(_impossible_dates(case))
    yield from told(_odd_years(case))
    yield from told(_impossible_times(case))


@rule(
    "HK411",
    Severity.NOTE,
    says='"{text}" has a capital, and months and weekdays have none; write "{meant}"',
    source="Retskrivningsordbogen § 12 (DK); Språkrådet (NO): months and weekdays in lower case",
)
def capital_in_a_date(case: Case) -> Iterator[Breach]:
    """Months and weekdays begin with a small letter inside a sentence.

    A month behind its day is always inside one; a weekday where a word in small letters, or a
    comma, stands before it on its line. Capitals alone, and quotations, are let alone.

    Bad:  body: "Svar senest Fredag den 6. Oktober 2023."
    Good: body: "Svar senest fredag den 6. oktober 2023."
    """
    for dated in told(one for one in _in_prose(case) if _with_small_letters(one)):
        yield dated.breach(meant=visible(_with_small_letters(dated)))


def _in_prose(case: Case) -> Iterator[DatedText]:
    """Yield the dates that are no part of an address or a quotation."""
    for dated in every_date(case):
        prose = without_quotations(without_what_is_no_prose(dated.free.text))
        if prose.startswith(dated.date.text, dated.date.start):
            yield dated


def _impossible_dates(case: Case) -> Iterator[Breach]:
    for dated in every_date(case):
        date = dated.date
        is_a_date = date.is_sure or date.word.islower()
        if is_a_date and not (date.is_in_calendar if date.year is None else dated.day):
            last = calendar.monthrange(date.year or _LEAP_YEAR, date.month)[1]
            yield dated.breach(why=f"that month has {last} days")


def _odd_years(case: Case) -> Iterator[Breach]:
    facts = {"why": "a year has four figures"}
    for dated in every_date(case):
        if dated.date.odd_year:
            yield dated.breach(**facts)
    for free in free_text(case):
        for text, start in with_odd_year(without_what_is_no_prose(free.text)):
            yield Breach(free.site, {"text": visible(text), **facts}, text, free.nth(text, start))


def _impossible_times(case: Case) -> Iterator[Breach]:
    for free in free_text(case):
        for time in impossible_times(without_what_is_no_prose(free.text)):
            facts = {"text": visible(time.text), "why": time.why}
            yield Breach(free.site, facts, time.text, free.nth(time.text, time.start))


def _with_small_letters(dated: DatedText) -> str:
    """Return the date without the capitals of its month and weekday; empty where it has none."""
    date = dated.date
    small = date.text
    if date.word.istitle() and date.is_sure and not date.meant:
        small = small.replace(date.word, date.word.lower(), 1)
    if (
        date.weekday is not None
        and not date.meant
        and _has_a_capital_inside_a_sentence(date, dated.free.text)
    ):
        small = small[0].lower() + small[1:]
    return small if small != date.text else ""


def _has_a_capital_inside_a_sentence(date: DateMention, text: str) -> bool:
    first = re.match(r"\w+", date.text)
    before = text[max(0, date.start - 5) : date.start]
    is_title = first is not None and first[0].istitle()
    return is_title and _INSIDE_A_SENTENCE.search(before) is not None
