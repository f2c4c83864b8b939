"""Rules on weekdays and times in texts: they agree with the calendar and the data."""

from collections.abc import Container, Iterator
from typing import Final

from hearingkit.findings import Severity, limited, practice, standard
from hearingkit.model.text import Moment
from hearingkit.patterns import late_pattern
from hearingkit.rules.registry import Breach, rule
from hearingkit.rules.text.date_roles import OF_ANSWERS, DateRoles, is_near_event
from hearingkit.rules.text.dates_in_text import DatedText
from hearingkit.texts.dates import LAST_MINUTE
from hearingkit.values.table import name_for

_UNTIL: Final = late_pattern(r"\s?[–-]\s?[0-9]")


@rule(
    "HK401",
    Severity.WARNING,
    says='the text says "{text}", but {day} is a {day:%A}',
    source=standard("the calendar"),
)
def weekday_disagrees(
    dates: tuple[DatedText, ...], deadline: Moment | None = None
) -> Iterator[Breach]:
    """A weekday in the text is that of its date.

    A date without a year is taken for the deadline if it is of the same day and month. The letter's
    own deadline sentence can't be wrong; a weekday that is typed can.

    Bad:  body: "… senest torsdag den 6. oktober 2023"
    Good: body: "… senest fredag den 6. oktober 2023"
    """
    yield from limited(_wrong_weekdays(dates, deadline))


@rule(
    "HK402",
    Severity.WARNING,
    says='the text says "{text}", but the deadline is {deadline}',
    source=practice("one deadline in letter, list, page and mail"),
)
def time_disagrees(
    dates: tuple[DatedText, ...], date_roles: DateRoles, deadline: Moment
) -> Iterator[Breach]:
    """A time that the text gives for the day of the deadline is the deadline's own.

    The time of a meeting, of a webinar or of office hours on that day is none, unless answers are
    asked for by then.

    Bad:  deadline: 2023-10-06 12:00, body: "… fredag den 6. oktober 2023 kl. 16.00"
    Good: deadline: 2023-10-06 12:00, body: "… fredag den 6. oktober 2023 kl. 12.00"
    """
    of_answers = {one for one, given in date_roles.items() if given.role in OF_ANSWERS}
    yield from limited(_wrong_times(dates, of_answers, deadline))


def _wrong_weekdays(dates: tuple[DatedText, ...], deadline: Moment | None) -> Iterator[Breach]:
    for dated in dates:
        day, weekday = dated.day, dated.date.weekday
        is_known = dated.has_year or (deadline and day == deadline.day)
        if day and is_known and weekday is not None and weekday != day.weekday():
            name = name_for("deadline") if deadline and day == deadline.day else ""
            yield dated.breach(name, day=day)


def _wrong_times(
    dates: tuple[DatedText, ...], of_answers: Container[DatedText], deadline: Moment
) -> Iterator[Breach]:
    for dated in dates:
        time = dated.date.time
        is_other = time not in {None, deadline.time or LAST_MINUTE} and dated.day == deadline.day
        if is_other and not _takes_place(dated, is_of_answers=dated in of_answers):
            yield dated.breach(name_for("deadline"), deadline=deadline)


def _takes_place(dated: DatedText, *, is_of_answers: bool) -> bool:
    """Return whether something takes place then, from one time until another or for all to see."""
    return bool(_UNTIL.match(dated.behind)) or (not is_of_answers and is_near_event(dated))
