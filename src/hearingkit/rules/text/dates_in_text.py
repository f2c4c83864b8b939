"""Dates in texts with what the sentence around them says they are: shared by several rules."""

import datetime as dt
from collections.abc import Iterator

from hearingkit.frozen import frozen
from hearingkit.model.text import Moment
from hearingkit.rules.parts import part
from hearingkit.rules.registry import Breach
from hearingkit.texts.dates import DateMention
from hearingkit.texts.hiding import HIDDEN
from hearingkit.texts.roles import Role
from hearingkit.texts.text import Text
from hearingkit.texts.weeks import week_mentions
from hearingkit.validation.faults import visible


@frozen(eq=False)
class DatedText:
    """A date and the text that it stands in; equal to none but itself.

    Attributes:
        text: The text.
        date: The date in it.
        day: What it means, in the year of the deadline if it names none; None for no such day.
        last: The last day of the week that it means; None where it means one day.
    """

    text: Text
    date: DateMention
    day: dt.date | None
    last: dt.date | None = None

    @property
    def has_year(self) -> bool:
        """Return whether it names its year."""
        return self.date.year is not None

    @property
    def is_quoted(self) -> bool:
        """Return whether it is part of a quotation or an address."""
        return HIDDEN in self.text.own_words[self.date.start : self.date.end]

    @property
    def before(self) -> str:
        """Return what stands before it in its sentence."""
        return self.text.before(self.date.start)

    @property
    def behind(self) -> str:
        """Return what stands behind it in its sentence."""
        return self.text.behind(self.date.start, self.date.end)

    def is_before(self, day: dt.date | None) -> bool:
        """Return whether it names a year, and lies before a day that is known."""
        return bool(day and self.day and self.has_year and (self.last or self.day) < day)

    def begins_before(self, day: dt.date | None) -> bool:
        """Return whether the next date of its sentence names the year, and lies before a day.

        That is so in «fra den 2. til den 30. marts 2025», where it names none itself.
        """
        _, last = self.text.sentence_around(self.date.start, self.date.end)
        behind = self.text.dates_within(self.date.end, last)[:1] if not self.has_year else ()
        ends = [one.day_in(one.year) for one in behind if one.year]
        return bool(day and any(end and end < day for end in ends))

    def is_after(self, day: dt.date | None) -> bool:
        """Return whether it names a year, and lies after a day that is known."""
        return bool(day and self.day and self.has_year and self.day > day)

    def is_same_day(self, day: dt.date) -> bool:
        """Return whether it means a day, or its week; without a year, by day and month."""
        if self.day and self.last:
            return self.day <= day <= self.last
        if self.has_year:
            return self.day == day
        return (self.date.month, self.date.day) == (day.month, day.day)

    def breach(self, instead: str = "", variant: str = "", **facts: object) -> Breach:
        """Return a breach at the date.

        Args:
            instead: A name that prints the right value.
            variant: Which of the rule's messages is meant.
            facts: What the message says besides the date.
        """
        place = self.text.place(self.date.start, self.date.end)
        said = {"text": visible(self.date.text), **facts}
        return Breach(place, said, variant=variant, instead=instead)


@part
def dates(texts: tuple[Text, ...], deadline: Moment | None = None) -> tuple[DatedText, ...]:
    """Return the dates of all texts, in order; without a deadline, some have no day."""
    return tuple(
        DatedText(text, date, _day(date, deadline)) for text in texts for date in text.dates
    )


@part
def dates_below_title(
    dates: tuple[DatedText, ...], texts: tuple[Text, ...], deadline: Moment | None = None
) -> tuple[DatedText, ...]:
    """Return the dates of all texts but the title, in order; then the weeks that they number."""
    near = deadline.day if deadline else None
    weeks = (one for text in texts for one in _weeks_in(text, near)) if near else ()
    return tuple(one for one in (*dates, *weeks) if one.text.role is not Role.TITLE)


def _day(date: DateMention, deadline: Moment | None) -> dt.date | None:
    year = date.year or (deadline.day.year if deadline else None)
    return date.day_in(year) if year else None


def _weeks_in(text: Text, near: dt.date) -> Iterator[DatedText]:
    """Yield the weeks that a text numbers, each as the date of its first day."""
    for week in week_mentions(text.own_words, text.language):
        if days := week.days_near(near):
            first, last = days
            date = DateMention(
                text=week.text,
                start=week.start,
                end=week.end,
                weekday=week.weekday,
                day=first.day,
                month=first.month,
                year=first.year,
                time=None,
            )
            yield DatedText(text, date, first, last if last > first else None)
