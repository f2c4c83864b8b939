"""Rules on the order of a hearing's days."""

import datetime as dt
from collections.abc import Iterator
from typing import Final

from hearingkit.findings import Severity, practice
from hearingkit.model.text import Moment
from hearingkit.rules.dates.meetings import EveryMeeting
from hearingkit.rules.registry import Breach, also, rule
from hearingkit.source.site import Site

_LONG_BEFORE: Final = dt.timedelta(days=90)


@rule(
    "HK204",
    Severity.WARNING,
    says='the deadline {deadline} has passed; write "closed: true" if the hearing is over',
    source=practice("nobody is asked for an answer when it is too late to give one"),
)
def deadline_has_passed(
    today: dt.date, deadline: Moment, is_over: bool, deadline_site: Site
) -> Iterator[Breach]:
    """A hearing whose deadline has passed is closed, or is given more time.

    On the day of the deadline it is still open, whatever the time. What is kept for the record says
    ``closed: true``.

    Bad:  deadline: 2024-05-27, today: 2024-05-28
    Good: deadline: 2024-05-27, closed: true, today: 2024-05-28
    """
    if deadline.day < today and not is_over:
        yield Breach(deadline_site, {"deadline": deadline})


@rule(
    "HK209",
    Severity.WARNING,
    says={
        "after": "the last day to sign up for the meeting, {day}, is after it has begun, {starts}",
        "before": "the last day to sign up for the meeting, {day}, is before the day "
        "of the letter, {sent}",
    },
    source=practice("who is asked to a meeting can sign up for it"),
)
def sign_up_after_the_meeting(every_meeting: EveryMeeting) -> Iterator[Breach]:
    """Signing up for a meeting ends after the letter is sent, and before the meeting begins.

    Bad:  meeting: {starts: 2025-04-01 18:00, sign_up_by: 2025-04-02}
    Good: meeting: {starts: 2025-04-01 18:00, sign_up_by: 2025-03-27}
    """
    for site, meeting in every_meeting:
        day = meeting.sign_up_by
        if day and _surely_after(day, meeting.starts):
            facts = {"day": day, "starts": meeting.starts}
            yield Breach(site.at("sign_up_by"), facts, variant="after")


@also("HK209")
def sign_up_before_the_letter(
    every_meeting: EveryMeeting, sent: dt.date | None
) -> Iterator[Breach]:
    """Signing up ends after the letter is sent."""
    for site, meeting in every_meeting:
        day = meeting.sign_up_by
        if day and sent and day.day < sent:
            yield Breach(site.at("sign_up_by"), {"day": day, "sent": sent}, variant="before")


@rule(
    "HK210",
    Severity.WARNING,
    says={
        "after": "the meeting, {starts}, is after the deadline, {deadline}",
        "before": "the meeting, {starts}, is before the day of the letter, {sent}",
        "ends": "the meeting ends, {ends}, before it has begun, {starts}",
    },
    source=practice("what is heard at a meeting can still be answered"),
)
def meeting_after_the_deadline(every_meeting: EveryMeeting, deadline: Moment) -> Iterator[Breach]:
    """A meeting about a hearing is held while the hearing is open.

    Bad:  deadline: 2025-06-03, meeting: {starts: 2025-06-10 18:00}
    Good: deadline: 2025-06-03, meeting: {starts: 2025-05-06 18:00}
    """
    for site, meeting in every_meeting:
        if _surely_after(meeting.starts, deadline):
            facts = {"starts": meeting.starts, "deadline": deadline}
            yield Breach(site.at("starts"), facts, variant="after")


@also("HK210")
def meeting_before_the_letter(
    every_meeting: EveryMeeting, sent: dt.date | None
) -> Iterator[Breach]:
    """A meeting is held after the letter is sent."""
    for site, meeting in every_meeting:
        if sent and meeting.starts.day < sent:
            facts = {"starts": meeting.starts, "sent": sent}
            yield Breach(site.at("starts"), facts, variant="before")


@also("HK210")
def meeting_ends_before_it_starts(every_meeting: EveryMeeting) -> Iterator[Breach]:
    """A meeting ends after it has begun."""
    for site, meeting in every_meeting:
        if meeting.ends and not _surely_after(meeting.ends, meeting.starts):
            facts = {"starts": meeting.starts, "ends": meeting.ends}
            yield Breach(site.at("ends"), facts, variant="ends")


@rule(
    "HK211",
    Severity.WARNING,
    says="in force from {day}, before the answers are in: the deadline is {deadline}",
    source=practice(
        "parties speak before a rule is made, as those to a Norwegian regulation do by "
        "forvaltningsloven 1967 § 37, and by lov 20. juni 2025 nr. 81 once it is in force"
    ),
)
def in_force_before_the_deadline(
    in_force: dt.date | None, deadline: Moment, site: Site
) -> Iterator[Breach]:
    """What is heard enters into force after the deadline.

    Else the answers could change nothing; mostly a year is mistyped.

    Bad:  deadline: 2025-06-03, in_force: 2025-01-01
    Good: deadline: 2025-06-03, in_force: 2026-01-01
    """
    if in_force and in_force <= deadline.day:
        yield Breach(site.at("in_force"), {"day": in_force, "deadline": deadline})


@rule(
    "HK213",
    Severity.WARNING,
    says={
        "decided": '"decided" is {day}, after the day of the letter, {sent}',
        "late": '"published" is {day}, after the deadline, {deadline}',
        "undecided": '"published" is {day}, before the decision, {decided}',
        "early": '"published" is {day}, more than {most} days before the letter, {sent}',
    },
    source=practice("a hearing is decided, then sent, and published at about the same time"),
)
def decided_after_the_letter(
    decided: dt.date | None, sent: dt.date | None, site: Site
) -> Iterator[Breach]:
    """A hearing is decided before its letter is sent, and published after that, while it is open.

    The letter prints these days; mostly a month or a year is mistyped. Publication may be some days
    or weeks before the letter or after it, but not a quarter of a year before it.

    Bad:  decided: 2025-03-11, sent: 2025-03-03
    Good: decided: 2025-02-25, sent: 2025-03-03
    """
    if decided and sent and decided > sent:
        yield Breach(site.at("decided"), {"day": decided, "sent": sent}, variant="decided")


@also("HK213")
def published_after_the_deadline(
    published: dt.date | None, deadline: Moment, site: Site
) -> Iterator[Breach]:
    """A hearing is published while it is open."""
    if published and published > deadline.day:
        facts = {"day": published, "deadline": deadline.day}
        yield Breach(site.at("published"), facts, variant="late")


@also("HK213")
def published_before_the_decision(
    published: dt.date | None, decided: dt.date | None, site: Site
) -> Iterator[Breach]:
    """A hearing is published after it is decided."""
    if published and decided and published < decided:
        facts = {"day": published, "decided": decided}
        yield Breach(site.at("published"), facts, variant="undecided")


@also("HK213")
def published_long_before_the_letter(
    published: dt.date | None, sent: dt.date | None, site: Site, decided: dt.date | None = None
) -> Iterator[Breach]:
    """A hearing is published at about the time of the letter.

    What was published before the decision is reported as that.
    """
    is_reported = published and decided and published < decided
    if published and sent and sent - published > _LONG_BEFORE and not is_reported:
        facts = {"day": published, "most": _LONG_BEFORE.days, "sent": sent}
        yield Breach(site.at("published"), facts, variant="early")


@rule(
    "HK214",
    Severity.NOTE,
    says='closed, though the deadline {deadline} lies ahead; remove "closed" if it is still open',
    source=practice("a hearing is open until its deadline"),
)
def closed_before_the_deadline(
    today: dt.date, deadline: Moment, closed: bool, site: Site
) -> Iterator[Breach]:
    """A hearing whose deadline lies ahead is not closed, unless it was called off.

    Mostly the deadline was put off, or an old hearing was copied.

    Bad:  deadline: 2024-05-27, closed: true, today: 2024-05-02
    Good: deadline: 2024-05-27, today: 2024-05-02
    """
    if closed and deadline.day >= today:
        yield Breach(site.at("closed"), {"deadline": deadline})


def _surely_after(late: Moment, early: Moment) -> bool:
    """Return whether one moment is after another; on the same day only if it has a time."""
    return early.earlier_than(late) and (late.time is not None or late.day > early.day)
