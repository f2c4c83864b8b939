"""Rules on the order of a hearing's days."""

import datetime as dt
from collections.abc import Iterator
from typing import Final

from hearingkit.findings import Severity
from hearingkit.model.text import Moment
from hearingkit.rules.registry import Breach, rule
from hearingkit.validation.book import Case

_LONG_BEFORE: Final = dt.timedelta(days=90)


@rule(
    "HK204",
    Severity.WARNING,
    says='the deadline {deadline} has passed; write "closed: true" if the hearing is over',
    source="practice: nobody is asked for an answer when it is too late to give one",
    needs_today=True,
)
def deadline_has_passed(case: Case) -> Iterator[Breach]:
    """A hearing whose deadline has passed is closed, or is given more time.

    On the day of the deadline it is still open, whatever the time. What is kept for the record says
    ``closed: true``.

    Bad:  deadline: 2024-05-27 (looked at on 28 May)
    Good: deadline: 2024-05-27, closed: true
    """
    hearing = case.hearing
    if case.today and hearing.deadline.day < case.today and not hearing.closed:
        yield Breach(case.site.at("deadline"), {"deadline": hearing.deadline})


@rule(
    "HK209",
    Severity.WARNING,
    says="the last day to sign up for the meeting, {day}, is {when}",
    source="practice: who is asked to a meeting can sign up for it",
)
def sign_up_out_of_time(case: Case) -> Iterator[Breach]:
    """Signing up for a meeting ends after the letter is sent, and before the meeting begins.

    Bad:  meeting: {starts: 2025-04-01 18:00, sign_up_by: 2025-04-02}
    Good: meeting: {starts: 2025-04-01 18:00, sign_up_by: 2025-03-27}
    """
    meeting, sent = case.hearing.meeting, case.hearing.sent
    site = case.site.at("meeting", "sign_up_by")
    if meeting is None or meeting.sign_up_by is None:
        return
    day = meeting.sign_up_by
    if _surely_after(day, meeting.starts):
        yield Breach(site, {"day": day, "when": f"after it has begun, {meeting.starts}"})
    elif sent and day.day < sent:
        yield Breach(site, {"day": day, "when": f"before the day of the letter, {sent}"})


@rule(
    "HK210",
    Severity.WARNING,
    says="the meeting, {starts}, is {when}",
    source="practice: what is heard at a meeting can still be answered",
)
def meeting_out_of_time(case: Case) -> Iterator[Breach]:
    """A meeting about a hearing is held while the hearing is open.

    Bad:  deadline: 2025-06-03, meeting: {starts: 2025-06-10 18:00}
    Good: deadline: 2025-06-03, meeting: {starts: 2025-05-06 18:00}
    """
    meeting, sent, deadline = case.hearing.meeting, case.hearing.sent, case.hearing.deadline
    if meeting is None:
        return
    site, starts = case.site.at("meeting", "starts"), meeting.starts
    if _surely_after(starts, deadline):
        yield Breach(site, {"starts": starts, "when": f"after the deadline, {deadline}"})
    elif sent and starts.day < sent:
        yield Breach(site, {"starts": starts, "when": f"before the day of the letter, {sent}"})


@rule(
    "HK211",
    Severity.WARNING,
    says="in force from {day}, before the answers are in: the deadline is {deadline}",
    source="forvaltningsloven (NO) § 37: parties speak before a regulation is made; else practice",
)
def in_force_before_the_deadline(case: Case) -> Iterator[Breach]:
    """What is heard enters into force after the deadline.

    Else the answers could change nothing; mostly a year is mistyped.

    Bad:  deadline: 2025-06-03, in_force: 2025-01-01
    Good: deadline: 2025-06-03, in_force: 2026-01-01
    """
    day, deadline = case.hearing.in_force, case.hearing.deadline
    if day and day <= deadline.day:
        yield Breach(case.site.at("in_force"), {"day": day, "deadline": deadline})


@rule(
    "HK213",
    Severity.WARNING,
    says='"{key}" is {day}, {order} {other}, {then}',
    source="practice: a hearing is decided, then sent, and published at about the same time",
)
def days_out_of_order(case: Case) -> Iterator[Breach]:
    """A hearing is decided before its letter is sent, and published after that, while it is open.

    The letter prints these days; mostly a month or a year is mistyped. Publication may be some days
    or weeks before the letter or after it, but not a quarter of a year before it.

    Bad:  decided: 2025-03-11, sent: 2025-03-03
    Good: decided: 2025-02-25, sent: 2025-03-03
    """
    hearing = case.hearing
    decided, sent, published = hearing.decided, hearing.sent, hearing.published
    if decided and sent and decided > sent:
        yield _disorder(case, "decided", "after", "the day of the letter", sent)
    if published and published > hearing.deadline.day:
        yield _disorder(case, "published", "after", "the deadline", hearing.deadline.day)
    elif published and decided and published < decided:
        yield _disorder(case, "published", "before", "the decision", decided)
    elif published and sent and sent - published > _LONG_BEFORE:
        order = f"more than {_LONG_BEFORE.days} days before"
        yield _disorder(case, "published", order, "the letter", sent)


@rule(
    "HK214",
    Severity.NOTE,
    says='closed, though the deadline {deadline} lies ahead; remove "closed" if it is still open',
    source="practice: a hearing is open until its deadline",
    needs_today=True,
)
def closed_before_the_deadline(case: Case) -> Iterator[Breach]:
    """A hearing whose deadline lies ahead is not closed, unless it was called off.

    Mostly the deadline was put off, or an old hearing was copied.

    Bad:  deadline: 2024-05-27, closed: true (looked at on 2 May)
    Good: deadline: 2024-05-27
    """
    hearing = case.hearing
    if case.today and hearing.closed and hearing.deadline.day >= case.today:
        yield Breach(case.site.at("closed"), {"deadline": hearing.deadline})


def _disorder(case: Case, key: str, order: str, other: str, then: dt.date) -> Breach:
    day = getattr(case.hearing, key)
    facts = {"key": key, "day": day, "order": order, "other": other, "then": then}
    return Breach(case.site.at(key), facts)


def _surely_after(late: Moment, early: Moment) -> bool:
    """Tell whether one moment lies after another; on the same day only if it tells its time."""
    return early.earlier_than(late) and (late.time is not None or late.day > early.day)
