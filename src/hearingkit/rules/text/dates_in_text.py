"""Dates in free text with what the sentence around them says they are: shared by several rules."""

import datetime as dt
import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Final

from hearingkit.rules.registry import Breach
from hearingkit.texts.dates import DateMention, date_mentions
from hearingkit.validation.book import Case
from hearingkit.validation.faults import visible
from hearingkit.validation.free_text import FreeText, free_text

_LOOKED_BACK: Final = 200  # characters before a date in which a sentence says what it is
_LOOKED_AHEAD: Final = 100
_SENTENCE_END: Final = re.compile(r"[.!?]\s+(?=[A-ZÆØÅ*])|\n\s*\n|\n[ \t]*(?=[-*]\s|\|)")


@dataclass(frozen=True, slots=True)
class DatedText:
    """A date and the free text that it stands in.

    Attributes:
        free: The text.
        date: The date in it.
        day: What it means, in the year of the deadline if it names none; None for no such day.
    """

    free: FreeText
    date: DateMention
    day: dt.date | None

    @property
    def has_year(self) -> bool:
        """Tell whether it names its year."""
        return self.date.year is not None

    def follows(self, words: tuple[str, ...]) -> bool:
        """Tell whether one of some words stands right before it."""
        before = self.free.text[max(0, self.date.start - 20) : self.date.start]
        return before.rstrip(" \t\n\u00a0*_").lower().endswith(words)

    @property
    def sentence_before(self) -> str:
        """Return what stands before it in its sentence, without stars."""
        before = self.free.text[max(0, self.date.start - _LOOKED_BACK) : self.date.start]
        return _SENTENCE_END.split(before)[-1].replace("*", "").replace("_", " ")

    @property
    def sentence_behind(self) -> str:
        """Return what stands behind it in its sentence."""
        end = self.date.end
        return _SENTENCE_END.split(self.free.text[end : end + _LOOKED_AHEAD])[0]

    def is_same_day(self, day: dt.date) -> bool:
        """Tell whether it means a day; without a year, by day and month."""
        if self.has_year:
            return self.day == day
        return (self.date.month, self.date.day) == (day.month, day.day)

    def breach(self, **facts: object) -> Breach:
        """Return a breach at the date."""
        text = self.date.text
        told_of = {"text": visible(text), **facts}
        return Breach(self.free.site, told_of, text, self.free.nth(text, self.date.start))


def dated_texts(case: Case) -> Iterator[DatedText]:
    """Yield the dates of all free text but the title, in order."""
    return (dated for dated in every_date(case) if dated.free.key != "title")


def every_date(case: Case) -> Iterator[DatedText]:
    """Yield the dates of all free text, in order."""
    year = case.hearing.deadline.day.year
    for free in free_text(case):
        for date in date_mentions(free.text, free.language):
            yield DatedText(free, date, date.day_in(year))
