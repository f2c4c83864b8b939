"""Rules on the hearing's own days in texts: they are those of the data."""

import datetime as dt
import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from typing import Final

from hearingkit.findings import Severity, limited
from hearingkit.model.hearing import HearingKind, Meeting
from hearingkit.model.text import Moment
from hearingkit.rules.parts import part
from hearingkit.rules.registry import Breach, also, rule
from hearingkit.rules.text.dates_in_text import DatedText
from hearingkit.rules.text.due_answers import Asked
from hearingkit.rules.text.own_day_words import (
    MEETING,
    SIGN_UP,
    Introduction,
    entry_into_force,
    tells_of_a_meeting,
)
from hearingkit.values.table import name_for

_FROM_TIME: Final = re.compile(
    r"[\s,|]*(?:(?:fra|frå)\s+)?(?:kl\.?|klokken|klokka)\s*"
    r"(?P<hour>[01]?[0-9]|2[0-3])(?:[.:](?P<minute>[0-5][0-9]))?(?![.:]?[0-9])",
    re.IGNORECASE,
)
_MEETING: Final = "the meeting"


@dataclass(frozen=True, slots=True)
class OwnDay:
    """A day of the data, and how a text introduces it.

    Attributes:
        what: What takes place then.
        moment: As the data has it.
        introduction: How the text speaks of it.
        name: The name that prints it.
        is_only: Whether the text tells of another one where it introduces several days.
    """

    what: str
    moment: Moment
    introduction: Introduction
    name: str
    is_only: bool = True


@rule(
    "HK413",
    Severity.WARNING,
    says='{what} on "{text}" in the text, but on {day} in the data',
    source="practice: one set of days in letter, list, page and mail",
)
def own_day_misquoted(
    dates_below_title: tuple[DatedText, ...],
    days_in_force: tuple[OwnDay, ...],
    asked_dates: Mapping[DatedText, Asked],
    sent: dt.date | None = None,
) -> Iterator[Breach]:
    """Entry into force, the meeting and its last day to sign up are in the text as in the data.

    The text must speak of what is heard: of «loven» in a letter on a bill, «forskriften» in one on
    a regulation, of «forslaget» in any; and of what is to come. A row of a table or a line such as
    «Ikrafttreden: 1. juli 2027» counts too. Parts may enter into force on days of their own: where
    a text names the day of the data too, its other days are let alone; and so are several meetings.
    On the day of the meeting, its hour counts, unless the text names that of the data too.

    Bad:  in_force: 2027-07-01, body: "Loven foreslås at træde i kraft den 1. januar 2027."
    Good: in_force: 2027-07-01, body: "Loven foreslås at træde i kraft den 1. juli 2027."
    """
    yield from limited(_breaches(days_in_force, dates_below_title, asked_dates, sent))


@also("HK413")
def day_of_the_meeting_misquoted(
    dates_below_title: tuple[DatedText, ...],
    days_of_the_meeting: tuple[OwnDay, ...],
    asked_dates: Mapping[DatedText, Asked],
    sent: dt.date | None,
) -> Iterator[Breach]:
    """The day of the meeting, and the last day to sign up, are in the text as in the data."""
    yield from limited(_breaches(days_of_the_meeting, dates_below_title, asked_dates, sent))


@also("HK413")
def hour_of_the_meeting_misquoted(
    dates_below_title: tuple[DatedText, ...], meeting: Meeting | None, deadline: Moment
) -> Iterator[Breach]:
    """On the day of the meeting, an hour in the text is the meeting's own."""
    starts = meeting.starts if meeting else None
    if starts and starts.time and starts.day != deadline.day:
        dates = [one for one in dates_below_title if one.is_same_day(starts.day)]
        yield from limited(_other_hours(dates, starts, starts.time))


@part
def days_in_force(in_force: dt.date | None, kind: HearingKind) -> tuple[OwnDay, ...]:
    """Return the day on which what is heard enters into force, if the data has one."""
    if in_force is None:
        return ()
    moment, introduction = Moment(day=in_force), entry_into_force(kind)
    return (OwnDay("entry into force", moment, introduction, "in_force.date", is_only=False),)


@part
def days_of_the_meeting(meeting: Meeting | None, sent: dt.date | None) -> tuple[OwnDay, ...]:
    """Return the day of the meeting and the last day to sign up for it.

    There are none without the day of the letter: then it is unknown what is yet to come.
    """
    if meeting is None or sent is None:
        return ()
    own = OwnDay(_MEETING, meeting.starts, MEETING, "meeting.starts")
    last = meeting.sign_up_by
    if last is None:
        return (own,)
    return (own, OwnDay("the last day to sign up", last, SIGN_UP, "meeting.sign_up_by"))


def _breaches(
    own_days: Iterable[OwnDay],
    dates: tuple[DatedText, ...],
    asked: Mapping[DatedText, Asked],
    sent: dt.date | None,
) -> Iterator[Breach]:
    """Yield the days in texts that are introduced as an own day, and are another one."""
    to_come = [one for one in dates if not one.is_before(sent) and one not in asked]
    for own in own_days:
        right = {one.text for one in dates if one.is_same_day(own.moment.day)}
        others = (one for one in to_come if one.text not in right and one.date.is_in_calendar)
        for dated in _misquoted(own, others):
            yield dated.breach(name_for(own.name), what=own.what, day=own.moment.day)


def _misquoted(own: OwnDay, dates: Iterable[DatedText]) -> list[DatedText]:
    """Return the dates that a text introduces as an own day."""
    found = [one for one in dates if own.introduction.introduces(one)]
    days = {(one.date.day, one.date.month) for one in found}
    return [] if own.is_only and len(days) > 1 else found


def _other_hours(dates: list[DatedText], starts: Moment, own: dt.time) -> Iterator[Breach]:
    """Yield the hours of the meeting's day that are not its own."""
    right = {text for text in {one.text for one in dates} if _names(own, text.plain)}
    for dated in dates:
        time = _hour(dated)
        is_other = time and time != own and dated.text not in right
        if is_other and tells_of_a_meeting(dated):
            name = name_for("meeting.starts")
            yield dated.breach(name, what=f"{_MEETING} at {time:%H:%M}", day=starts)


def _hour(dated: DatedText) -> dt.time | None:
    """Return the time at which what is on a date begins."""
    if dated.date.time:
        return dated.date.time
    found = _FROM_TIME.match(dated.behind)
    return dt.time(int(found["hour"]), int(found["minute"] or 0)) if found else None


def _names(time: dt.time, text: str) -> bool:
    """Tell whether a text names a time, of whatever."""
    minutes = f"[.:]{time:%M}" if time.minute else "(?:[.:]00)?(?![.:]?[0-9])"
    return re.search(rf"(?<![0-9.:])0?{time.hour}{minutes}", text) is not None
