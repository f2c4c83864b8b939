"""Rules on the hearing's own days in texts: they are those of the data."""

import datetime as dt
import re
from collections.abc import Iterator
from typing import Final

from hearingkit.findings import Severity, limited, practice
from hearingkit.frozen import frozen
from hearingkit.model.hearing import Meeting
from hearingkit.model.text import Moment, in_language
from hearingkit.rules.dates.meetings import EveryMeeting, MeetingWords
from hearingkit.rules.parts import part
from hearingkit.rules.registry import Breach, also, rule
from hearingkit.rules.text.date_roles import (
    DateRole,
    DateRoles,
    is_near_meeting,
    is_of_decision,
    with_role,
)
from hearingkit.rules.text.dates_in_text import DatedText
from hearingkit.texts.clocks import time_in_front
from hearingkit.values.table import name_for

_PLACES: Final = (
    r"(?i:\w{0,40}%buildings(?=(?:%definite)?\b))",
    r"[A-ZÆØÅ]\w{1,40}%streets\s+[0-9]{1,4}\b",
)
_AT: Final = r"(?:\b%inside|,)\s+(?:[A-ZÆØÅ][\w-]{0,40}\s+){0,3}"

_LONG_AGO: Final = dt.timedelta(days=400)  # a year is mistyped by one; what is older is of others


@frozen
class OwnDay:
    """A day of the data, and its role in texts.

    Attributes:
        role: What a text may say of it.
        moment: As the data has it.
        name: The name that prints it.
        is_only: Whether the text tells of another one where it introduces several days.
    """

    role: DateRole
    moment: Moment
    name: str
    is_only: bool = True


@rule(
    "HK413",
    Severity.WARNING,
    says={
        DateRole.IN_FORCE: 'entry into force on "{text}" in the text, but on {day} in the data',
        DateRole.MEETING: 'the meeting on "{text}" in the text, but on {day} in the data',
        DateRole.SIGN_UP: 'the last day to sign up is "{text}" in the text, but {day} in the data',
        DateRole.DECIDED: 'decided on "{text}" in the text, but on {day} in the data',
        DateRole.PUBLISHED: 'published on "{text}" in the text, but on {day} in the data',
        "hour": 'the meeting at {hour} on "{text}" in the text, but on {day} in the data',
        "place": 'the meeting is at "{text}" in the text, but at "{place}" in the data',
    },
    source=practice("one set of days in letter, list, page and mail"),
)
def own_day_misquoted(
    dates_below_title: tuple[DatedText, ...],
    own_days: tuple[OwnDay, ...],
    date_roles: DateRoles,
    sent: dt.date | None = None,
) -> Iterator[Breach]:
    """Decision, publication, entry into force and meeting are in the text as in the data.

    The text must speak of what is heard: of «loven» in a letter on a bill, «forskriften» in one on
    a regulation, of «forslaget» in any; and of what is to come. A row of a table or a line such as
    «Ikrafttreden: 1. juli 2027» counts too. Parts may enter into force on days of their own: where
    a text names the day of the data too, its other days are let alone; and so are several meetings.
    What was received or discussed is no decision, nor is what was decided more than a year before.
    On the day of the meeting, its hour counts, and the building or the street where it is held,
    unless the text names those of the data too.

    Bad:  language: da, kind: bill, in_force: 2027-07-01,
          body: "Loven foreslås at træde i kraft den 1. januar 2027."
    Good: language: da, kind: bill, in_force: 2027-07-01,
          body: "Loven foreslås at træde i kraft den 1. juli 2027."
    """
    for own in own_days:
        yield from limited(_breaches(own, dates_below_title, date_roles, sent))


@also("HK413")
def hour_of_the_meeting_misquoted(
    dates_below_title: tuple[DatedText, ...], only_meeting: Meeting | None, deadline: Moment
) -> Iterator[Breach]:
    """On the day of the meeting, an hour in the text is the meeting's own."""
    starts = only_meeting.starts if only_meeting else None
    if starts and starts.time and starts.day != deadline.day:
        dates = [one for one in dates_below_title if one.is_same_day(starts.day)]
        yield from limited(_other_hours(dates, starts, starts.time))


@also("HK413")
def place_of_the_meeting_misquoted(
    dates_below_title: tuple[DatedText, ...], only_meeting: Meeting | None
) -> Iterator[Breach]:
    """Beside the day of the meeting, a building or a street in the text is the meeting's own."""
    if only_meeting and only_meeting.place:
        day = only_meeting.starts.day
        near = (one for one in dates_below_title if one.is_same_day(day) and is_near_meeting(one))
        for dated in near:
            own = in_language(only_meeting.place, dated.text.language)
            yield from limited(_other_places(dated, own))


@part
def only_meeting(every_meeting: EveryMeeting) -> Meeting | None:
    """Return the meeting; None where there are several, of which a text may mean any."""
    return every_meeting[0][1] if len(every_meeting) == 1 else None


@part
def own_days(
    in_force: dt.date | None = None,
    only_meeting: Meeting | None = None,
    decided: dt.date | None = None,
    published: dt.date | None = None,
    sent: dt.date | None = None,
) -> tuple[OwnDay, ...]:
    """Return the days that the data has, as far as they are known.

    There is no meeting without the day of the letter: then it is unknown what is yet to come.
    """
    moments = (
        (DateRole.IN_FORCE, in_force and Moment(day=in_force), "in_force.date"),
        (DateRole.MEETING, only_meeting and sent and only_meeting.starts, "meeting.starts"),
        (DateRole.SIGN_UP, only_meeting and sent and only_meeting.sign_up_by, "meeting.sign_up_by"),
        (DateRole.DECIDED, _past(decided, sent), "decided.date"),
        (DateRole.PUBLISHED, published and Moment(day=published), "published.date"),
    )
    # Parts of a law may enter into force on days of their own.
    return tuple(
        OwnDay(role, moment, name, is_only=role is not DateRole.IN_FORCE)
        for role, moment, name in moments
        if moment
    )


def _past(decided: dt.date | None, sent: dt.date | None) -> Moment | None:
    """Return the day of the decision; None where the data has it after the letter, in error."""
    is_late = decided and sent and decided > sent
    return Moment(day=decided) if decided and not is_late else None


def _breaches(
    own: OwnDay, dates: tuple[DatedText, ...], date_roles: DateRoles, sent: dt.date | None
) -> Iterator[Breach]:
    """Yield the days in texts that have the role of an own day, and are another one."""
    right = {one.text for one in dates if one.is_same_day(own.moment.day)}
    said = [
        one
        for one in with_role(date_roles, own.role)
        if one.text not in right and one.date.is_in_calendar and _may_be(one, own, date_roles, sent)
    ]
    is_meeting = own.role is DateRole.MEETING
    others = (
        one for one in dates if is_meeting and is_near_meeting(one) and not one.is_before(sent)
    )
    days = {(one.date.day, one.date.month) for one in (*said, *others)}
    if not own.is_only or len(days) == 1:
        for one in said:
            yield one.breach(name_for(own.name), variant=own.role, day=own.moment.day)


def _may_be(dated: DatedText, own: OwnDay, date_roles: DateRoles, sent: dt.date | None) -> bool:
    """Return whether a date may be meant for an own day; what is over has its year."""
    if own.role in {DateRole.DECIDED, DateRole.PUBLISHED}:
        is_older = dated.is_before(own.moment.day - _LONG_AGO)
        is_near = dated.has_year and not dated.is_after(sent) and not is_older
        given = date_roles[dated]
        is_own = own.role is DateRole.PUBLISHED or is_of_decision(dated, given)
        return is_near and given.of_subject and is_own
    return not dated.is_before(sent)


def _other_hours(dates: list[DatedText], starts: Moment, own: dt.time) -> Iterator[Breach]:
    """Yield the hours of the meeting's day that are not its own."""
    right = {text for text in {one.text for one in dates} if _names(own, text.plain)}
    for dated in dates:
        time = dated.date.time or time_in_front(dated.behind)
        is_other = time and time != own and dated.text not in right
        if is_other and is_near_meeting(dated):
            name = name_for("meeting.starts")
            yield dated.breach(name, variant="hour", hour=f"{time:%H:%M}", day=starts)


def _other_places(dated: DatedText, own: str) -> Iterator[Breach]:
    """Yield buildings and streets beside a date, where a text has none of a meeting's own."""
    for sort in _PLACES:
        meant = MeetingWords.pattern(rf"\b{sort}").search(own)
        there = MeetingWords.pattern(rf"{_AT}({sort})").search(f"{dated.before} {dated.behind}")
        if meant and there and meant[0].casefold() not in dated.text.plain.casefold():
            start = dated.text.plain.find(there[1], max(0, dated.date.start - len(dated.before)))
            facts = {"text": there[1], "place": own}
            place = dated.text.place(start, start + len(there[1]))
            yield Breach(place, facts, variant="place", instead=name_for("meeting.place"))


def _names(time: dt.time, text: str) -> bool:
    """Return whether a text names a time, of whatever."""
    minutes = f"[.:]{time:%M}" if time.minute else "(?:[.:]00)?(?![.:]?[0-9])"
    return re.search(rf"(?<![0-9.:])0?{time.hour}{minutes}", text) is not None
