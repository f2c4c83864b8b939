"""Rules on free text: what it says must agree with the data."""

import calendar
import datetime as dt
import re
from collections.abc import Iterator
from typing import Final

from hearingkit.findings import Severity
from hearingkit.rules.registry import Breach, rule
from hearingkit.rules.text.dates_in_text import DatedText, every_date
from hearingkit.texts.dates import DateMention
from hearingkit.validation.book import Case
from hearingkit.validation.free_text import told

_EVENT: Final = re.compile(
    r"\b\w*(?:møte|møde|webinar|seminar|konferanse|konference)\w*|\b(?:telefon|påmeld|tilmeld|behandl"
    r"|handsam|åpen|open|åben)\w*",
    re.IGNORECASE,
)
_UNTIL: Final = re.compile(r"\s?[–-]\s?[0-9]")


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

    The time of a meeting, of a webinar or of office hours on that day is none.

    Bad:  deadline: 2023-10-06 12:00, body: "… fredag den 6. oktober 2023 kl. 16.00"
    Good: deadline: 2023-10-06 12:00, body: "… fredag den 6. oktober 2023 kl. 12.00"
    """
    yield from told(_wrong_times(case))


def _wrong_weekdays(case: Case) -> Iterator[Breach]:
    for dated in every_date(case):
        day = _day(dated.date, case)
        if day and dated.date.weekday is not None and dated.date.weekday != day.weekday():
            yield dated.breach(day=day, weekday=calendar.day_name[day.weekday()])


def _wrong_times(case: Case) -> Iterator[Breach]:
    deadline = case.hearing.deadline
    for dated in every_date(case):
        time = dated.date.time
        if time is None or time == deadline.time or _day(dated.date, case) != deadline.day:
            continue
        if not _takes_place(dated):
            yield dated.breach(deadline=deadline)


def _takes_place(dated: DatedText) -> bool:
    """Tell whether something takes place then, from one time until another or for all to see."""
    behind = dated.sentence_behind
    return bool(_UNTIL.match(behind) or _EVENT.search(f"{dated.sentence_before} {behind}"))


def _day(mention: DateMention, case: Case) -> dt.date | None:
    """Return the day that is meant; None where that can't be told."""
    deadline = case.hearing.deadline.day
    day = mention.day_in(deadline.year)
    return day if mention.year is not None or day == deadline else None
