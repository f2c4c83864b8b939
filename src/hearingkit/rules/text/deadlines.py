"""Rules on dates in texts: they must agree with the data, and with the letter's language."""

import datetime as dt
from collections.abc import Iterator
from typing import Final

from hearingkit.findings import Severity, limited, practice
from hearingkit.model.changes import deadline_of
from hearingkit.model.text import Moment
from hearingkit.rules.parts import part
from hearingkit.rules.registry import Breach, rule
from hearingkit.rules.text.date_roles import DateRole, DateRoles, DateRoleWords, with_role
from hearingkit.rules.text.dates_in_text import DatedText
from hearingkit.validation.book import Case
from hearingkit.values.table import name_for

_TOO_LATE: Final = r"(?i)\b%too_late\s*$"


@rule(
    "HK403",
    Severity.WARNING,
    says='answers are due by "{text}" in the text, but the deadline is {deadline}',
    source=practice("one deadline in letter, list, page and mail"),
)
def other_deadline_in_text(
    dates_for_answers: tuple[DatedText, ...],
    date_roles: DateRoles,
    deadline: Moment,
    known_days: tuple[dt.date, ...],
) -> Iterator[Breach]:
    """A deadline that the text gives for answers is the hearing's own.

    The letter prints the deadline from the data; when that is moved, a date that was typed into the
    text stays behind. The days of the principal, of a meeting and of its sign-up are known, and so
    are those of the letter and of each change. A date counts where the text asks for answers by it:
    «høringsfristen er», «vi ber om innspill innen», «høringssvar skal være modtaget senest» … or
    says that they come too late after it. What others are asked for, what goes to a branch or an
    association that is not the issuer, what one is promised, what comes each year and what was due
    before the letter don't count. «Før 28. mai» may mean the whole of 27 May; «uke 22» is any day
    of it.

    Bad:  deadline: 2024-05-27, body: "Vi ber om innspill innen 26. mai 2024."
    Good: deadline: 2024-05-27, body: "Vi ber om innspill innen 27. mai 2024."
    """
    due = (*dates_for_answers, *with_role(date_roles, DateRole.LATE))
    for dated in limited(one for one in due if one.date.is_in_calendar):
        if not any(map(dated.is_same_day, known_days)) and not _is_too_late(dated, deadline.day):
            yield dated.breach(name_for("deadline.date"), deadline=deadline.day)


@rule(
    "HK405",
    Severity.NOTE,
    says='"{text}" leaves the year of the deadline out; add {year}',
    source=practice("a deadline is read long after the letter was written"),
)
def deadline_without_year(
    dates_for_answers: tuple[DatedText, ...],
    dates_below_title: tuple[DatedText, ...],
    deadline: Moment,
) -> Iterator[Breach]:
    """A deadline in the text has its year.

    What is found on the web, or forwarded, is read long after it was written, and next to a year of
    its own. A text that gives the same day with its year may repeat it without.

    Bad:  language: nn, deadline: 2027-02-15, body: "… svar innan 15. februar"
    Good: language: nn, deadline: 2027-02-15, body: "… svar innan 15. februar 2027"
    """
    day = deadline.day
    whole = {one.text for one in dates_below_title if one.has_year and one.is_same_day(day)}
    bare = (one for one in dates_for_answers if not one.has_year and not one.date.odd_year)
    of_deadline = (one for one in bare if one.is_same_day(day))
    for dated in limited(one for one in of_deadline if one.text not in whole):
        yield dated.breach(name_for("deadline.date"), year=day.year)


@part
def known_days(partial: Case) -> tuple[dt.date, ...]:
    """Return the days of the letter, of its deadlines and of its meeting that the data gives."""
    hearing, origin = partial.hearing, partial.hearing.origin
    moments = (
        hearing.deadline,
        *map(deadline_of, hearing.changes),
        origin.deadline if origin else None,
        *(moment for _, one in hearing.placed_meetings for moment in (one.starts, one.sign_up_by)),
    )
    of_letter = (
        *(one.sent for one in hearing.changes),
        hearing.sent,
        hearing.decided,
        hearing.published,
        hearing.in_force,
    )
    return (*(moment.day for moment in moments if moment), *filter(None, of_letter))


def _is_too_late(dated: DatedText, deadline: dt.date) -> bool:
    """Return whether answers are due before a date, which is the day after the deadline."""
    follows = dated.is_same_day(deadline + dt.timedelta(days=1))
    return follows and bool(DateRoleWords.pattern(_TOO_LATE).search(dated.before))
