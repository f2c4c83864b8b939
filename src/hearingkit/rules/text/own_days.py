"""Rules on the hearing's own days in free text: they are those of the data."""

import datetime as dt
import functools
import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Final

from hearingkit.findings import Severity
from hearingkit.model.text import Moment
from hearingkit.rules.registry import Breach, rule
from hearingkit.rules.text.dates_in_text import DatedText, dated_texts
from hearingkit.rules.text.due_answers import asked_by
from hearingkit.rules.text.own_day_words import (
    MEETING,
    SIGN_UP,
    Introduction,
    entry_into_force,
    tells_of_a_meeting,
)
from hearingkit.validation.book import Case
from hearingkit.validation.free_text import told

_FROM_TIME: Final = re.compile(
    r"[ \t*_,|]*(?:(?:fra|frå)\s+)?(?:kl\.?|klokken|klokka)\s*"
    r"(?P<hour>[01]?[0-9]|2[0-3])(?:[.:](?P<minute>[0-5][0-9]))?(?![.:]?[0-9])",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True)
class _OwnDay:
    """A day of the data, and how a text introduces it.

    Attributes:
        what: What takes place then.
        moment: As the data has it.
        introduction: How the text speaks of it.
        is_only: Whether the text tells of another one where it introduces several days.
    """

    what: str
    moment: Moment
    introduction: Introduction
    is_only: bool = True


@rule(
    "HK413",
    Severity.WARNING,
    says='{what} on "{text}" in the text, but on {day} in the data',
    source="practice: one set of days in letter, list, page and mail",
)
def own_day_misquoted(case: Case) -> Iterator[Breach]:
    """Entry into force, the meeting and its last day to sign up are in the text as in the data.

    The text must speak of what is heard: of «loven» in a letter on a bill, «forskriften» in one on
    a regulation, of «forslaget» in any; and of what is to come. A row of a table or a line such as
    «Ikrafttreden: 1. juli 2027» counts too. Parts may enter into force on days of their own: where
    a text names the day of the data too, its other days are let alone; and so are several meetings.
    On the day of the meeting, its hour counts, unless the text names that of the data too.

    Bad:  in_force: 2027-07-01, body: "Loven foreslås at træde i kraft den 1. januar 2027."
    Good: in_force: 2027-07-01, body: "Loven foreslås at træde i kraft den 1. juli 2027."
    """
    dates = list(dated_texts(case))
    for own in _own_days(case):
        for dated in told(_misquoted(own, dates, case)):
            yield dated.breach(what=own.what, day=own.moment.day)
    yield from told(_other_hours(dates, case))


def _misquoted(own: _OwnDay, dates: list[DatedText], case: Case) -> list[DatedText]:
    """Return the dates that a text introduces as an own day, and that are another one."""
    right = {one.free.site.path for one in dates if one.is_same_day(own.moment.day)}
    others = [one for one in dates if one.free.site.path not in right and _is_told(one, own, case)]
    days = {(one.date.day, one.date.month) for one in others}
    return [] if own.is_only and len(days) > 1 else others


def _is_told(dated: DatedText, own: _OwnDay, case: Case) -> bool:
    sent, day = case.hearing.sent, dated.day
    is_over = sent and day and dated.has_year and day < sent
    if is_over or not dated.date.is_in_calendar:
        return False
    return own.introduction.introduces(dated) and not asked_by(dated, case)


def _own_days(case: Case) -> Iterator[_OwnDay]:
    hearing, meeting = case.hearing, case.hearing.meeting
    if hearing.in_force:
        introduction = entry_into_force(hearing.kind)
        moment = Moment(day=hearing.in_force)
        yield _OwnDay("entry into force", moment, introduction, is_only=False)
    if meeting and hearing.sent:  # else what has been can't be told from what is to come
        yield _OwnDay("the meeting", meeting.starts, MEETING)
        if meeting.sign_up_by:
            yield _OwnDay("the last day to sign up", meeting.sign_up_by, SIGN_UP)


def _other_hours(dates: list[DatedText], case: Case) -> Iterator[Breach]:
    """Yield the hours of the meeting's day that are not its own."""
    meeting, deadline = case.hearing.meeting, case.hearing.deadline
    if meeting is None or meeting.starts.time is None or meeting.starts.day == deadline.day:
        return
    starts = meeting.starts.time
    for dated in (one for one in dates if one.is_same_day(meeting.starts.day)):
        time = _hour(dated)
        is_other = time and time != starts and not _names(starts, dated.free.text)
        if is_other and tells_of_a_meeting(dated):
            yield dated.breach(what=f"the meeting at {time:%H:%M}", day=meeting.starts)


def _hour(dated: DatedText) -> dt.time | None:
    """Return the time at which what is on a date begins."""
    if dated.date.time:
        return dated.date.time
    found = _FROM_TIME.match(dated.sentence_behind)
    return dt.time(int(found["hour"]), int(found["minute"] or 0)) if found else None


@functools.lru_cache(maxsize=64)  # many dates may stand in one text
def _names(time: dt.time, text: str) -> bool:
    """Tell whether a text names a time, of whatever."""
    minutes = f"[.:]{time:%M}" if time.minute else "(?:[.:]00)?(?![.:]?[0-9])"
    return re.search(rf"(?<![0-9.:])0?{time.hour}{minutes}", text) is not None
