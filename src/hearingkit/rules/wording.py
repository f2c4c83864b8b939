"""Rules on free text: what it says must agree with the data."""

import calendar
import datetime as dt
from collections.abc import Iterator

from hearingkit.findings import Severity
from hearingkit.language.mentions import DateMention, date_mentions
from hearingkit.model.book import Case
from hearingkit.model.faults import visible
from hearingkit.model.free_text import FreeText, free_text, told
from hearingkit.rules.registry import Breach, rule


@rule(
    "HK401",
    Severity.WARNING,
    says='the text says "{text}", but {day} is a {weekday}',
    source="the calendar",
)
def weekday_disagrees(case: Case) -> Iterator[Breach]:
    """A weekday in the text is that of its date.

    A date without a year is taken for the deadline if it is of the same day and month. The letter's
    own deadline sentence can't be wrong; a weekday that is typed can.

    Bad:  body: "… senest torsdag den 6. oktober 2023" (a Friday)
    Good: body: "… senest fredag den 6. oktober 2023"
    """
    yield from told(_wrong_weekdays(case))


@rule(
    "HK402",
    Severity.WARNING,
    says='the text says "{text}", but the deadline is {deadline}',
    source="one deadline in letter, list, page and mail",
)
def time_disagrees(case: Case) -> Iterator[Breach]:
    """A time that the text gives for the day of the deadline is the deadline's own.

    Bad:  deadline: 2023-10-06 12:00, body: "… fredag den 6. oktober 2023 kl. 16.00"
    Good: deadline: 2023-10-06 12:00, body: "… fredag den 6. oktober 2023 kl. 12.00"
    """
    yield from told(_wrong_times(case))


def _wrong_weekdays(case: Case) -> Iterator[Breach]:
    for free, mention in _mentions(case):
        day = _day(mention, case)
        if day and mention.weekday is not None and mention.weekday != day.weekday():
            yield _breach(free, mention, day=day, weekday=calendar.day_name[day.weekday()])


def _wrong_times(case: Case) -> Iterator[Breach]:
    deadline = case.hearing.deadline
    for free, mention in _mentions(case):
        of_deadline = _day(mention, case) == deadline.day
        if of_deadline and mention.time is not None and mention.time != deadline.time:
            yield _breach(free, mention, deadline=deadline)


def _day(mention: DateMention, case: Case) -> dt.date | None:
    """Return the day that is meant; None where that can't be told."""
    deadline = case.hearing.deadline.day
    day = mention.day_in(deadline.year)
    return day if mention.year is not None or day == deadline else None


def _mentions(case: Case) -> Iterator[tuple[FreeText, DateMention]]:
    for free in free_text(case):
        yield from ((free, mention) for mention in date_mentions(free.text, free.language))


def _breach(free: FreeText, mention: DateMention, **facts: object) -> Breach:
    told_of = {"text": visible(mention.text), **facts}
    # "6. oktober" also stands in "16. oktober", which is another mention.
    return Breach(free.site, told_of, mention.text, free.nth(mention.text, mention.start))
