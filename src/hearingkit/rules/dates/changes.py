"""Rules on what happens after the letter: extensions, reminders, results and the rest, in order."""

import datetime as dt
import re
from collections.abc import Iterator
from typing import Final

from hearingkit.calendars.months import months_later
from hearingkit.findings import Severity, limited, practice
from hearingkit.frozen import frozen
from hearingkit.language.words import Words
from hearingkit.model.changes import HearingChange, deadline_of
from hearingkit.model.letter_kinds import LetterKind
from hearingkit.model.text import Moment
from hearingkit.rules.dates.meetings import EveryMeeting
from hearingkit.rules.parts import part
from hearingkit.rules.registry import Breach, rule
from hearingkit.rules.text.periods import periods_in
from hearingkit.source.site import Site
from hearingkit.texts.periods import period_of
from hearingkit.texts.text import Text
from hearingkit.validation.faults import visible

_LEAST: Final = dt.timedelta(days=7)
_SLACK_IN_DAYS: Final = 3  # a period in weeks or months that ends on a day off
_ONE_STORY: Final = practice("who gets several letters on a hearing must be able to follow them")


class ChangeWords(Words):
    """How texts speak of changes.

    Attributes:
        moved_by: What says that a deadline is moved, before the period by which it is.
    """

    section = "dates.changes"

    moved_by: str


@frozen
class Stage:
    """A change, and how it moves the deadline.

    Attributes:
        change: What has happened.
        site: Where it stands.
        before: The deadline until then.
        due: The deadline from then on.
        above: The change before it; None where it is the first.
    """

    change: HearingChange
    site: Site
    before: Moment
    due: Moment
    above: HearingChange | None

    @property
    def kind(self) -> LetterKind:
        """Return what its letter is for."""
        return self.change.kind

    @property
    def follows_the_end(self) -> bool:
        """Return whether the hearing was called off before, and is not heard again by it."""
        is_off = self.above and self.above.kind is LetterKind.CANCELLATION
        return bool(is_off) and self.kind is not LetterKind.RENEWED


@part
def stages(
    first_deadline: Moment, site: Site, changes: tuple[HearingChange, ...] = ()
) -> tuple[Stage, ...]:
    """Return the changes of a hearing, each with the deadlines around it."""
    found: list[Stage] = []
    before, above = first_deadline, None
    for number, change in enumerate(changes):
        due = deadline_of(change) or before
        found.append(Stage(change, site.at("changes", number), before, due, above))
        before, above = due, change
    return tuple(found)


@rule(
    "HK222",
    Severity.ERROR,
    says={
        "letter": "the {kind} of {sent} is before the letter of the hearing, {first}",
        "change": "the {kind} of {sent} is before the {above} above it, {first}; put it there",
        "cancelled": "the {kind} of {sent} follows the cancellation; only a renewed hearing may",
    },
    source=_ONE_STORY,
)
def change_out_of_order(stages: tuple[Stage, ...], sent: dt.date | None) -> Iterator[Breach]:
    """Changes stand in the order in which they were sent, after the letter of the hearing.

    The deadline in force is that of the last change that sets one, and the number in the name of a
    letter's file counts from the first. What is called off is over; it may be heard again.

    Bad:  sent: 2025-03-03, changes: [{kind: reminder, sent: 2025-02-03}]
    Good: sent: 2025-03-03, changes: [{kind: reminder, sent: 2025-05-20}]
    """
    for one in stages:
        facts = {"kind": one.kind, "sent": one.change.sent}
        if sent and one.change.sent < sent:
            yield Breach(one.site.at("sent"), {**facts, "first": sent}, variant="letter")
        elif one.above and one.change.sent < one.above.sent:
            facts |= {"above": one.above.kind, "first": one.above.sent}
            yield Breach(one.site.at("sent"), facts, variant="change")
        elif one.follows_the_end:
            yield Breach(one.site.at("kind"), facts, variant="cancelled")


@rule(
    "HK223",
    Severity.ERROR,
    says={
        "earlier": "the new deadline {due} is not after that of before, {before}",
        "letter": "the new deadline {due} is not after the day of its letter, {sent}",
    },
    source=practice("an extension gives more time to answer"),
)
def new_deadline_too_early(stages: tuple[Stage, ...]) -> Iterator[Breach]:
    """An extension ends later than the deadline before it, and a new deadline after its own letter.

    Whoever planned for the old deadline must not be too late at once.

    Bad:  deadline: 2025-06-03, changes: [{kind: extension, sent: 2025-05-05, deadline: 2025-05-20}]
    Good: deadline: 2025-06-03, changes: [{kind: extension, sent: 2025-05-05, deadline: 2025-06-20}]
    """
    for one in stages:
        if deadline_of(one.change) is None:
            continue
        at = one.site.at("deadline")
        if one.due.day <= one.change.sent:
            yield Breach(at, {"due": one.due, "sent": one.change.sent}, variant="letter")
        elif one.kind is LetterKind.EXTENSION and not one.before.earlier_than(one.due):
            yield Breach(at, {"due": one.due, "before": one.before}, variant="earlier")


@rule(
    "HK224",
    Severity.WARNING,
    says='the text says "{text}", but from {before} to {due} it is {days} days',
    source=practice("one deadline in letter, list, page and mail"),
)
def moved_by_another_period(stages: tuple[Stage, ...], texts: tuple[Text, ...]) -> Iterator[Breach]:
    """A text that says by how much the deadline is moved agrees with the two deadlines.

    «Fristen er utsatt med én måned» is compared with the deadline before and after the last change
    that set one. Some days more or less are let pass of weeks and months, as for a day off.

    Bad:  deadline: 2025-06-03, changes: [{kind: extension, sent: 2025-05-05, deadline: 2025-06-17,
          body: "Fristen er utsatt med én måned."}]
    Good: deadline: 2025-06-03, changes: [{kind: extension, sent: 2025-05-05, deadline: 2025-07-03,
          body: "Fristen er utsatt med én måned."}]
    """
    yield from limited(
        breach for text in texts for breach in _moved_otherwise(text, _stage_of(text, stages))
    )


def _stage_of(text: Text, stages: tuple[Stage, ...]) -> Stage | None:
    """Return the last change that set a deadline when a text of a change was written."""
    _, _, key, *way = text.site.path
    earlier = stages[: int(way[0]) + 1] if key == "changes" else ()
    return next((one for one in reversed(earlier) if deadline_of(one.change)), None)


def _moved_otherwise(text: Text, stage: Stage | None) -> Iterator[Breach]:
    if stage is None:
        return
    days = (stage.due.day - stage.before.day).days
    moved = ChangeWords.pattern(r"(?i)\b%moved_by\s+$")
    for found, _ in periods_in(text):
        if moved.search(text.own_words[: found.start()]) and not _leads(found, stage):
            facts = {"text": visible(found[0]), "before": stage.before.day, "due": stage.due.day}
            yield Breach(text.place(*found.span()), {**facts, "days": days})


def _leads(found: re.Match[str], stage: Stage) -> bool:
    """Return whether a period leads from the deadline before a change to that after it."""
    period = period_of(found)
    end = months_later(stage.before.day, period.months) + dt.timedelta(period.days)
    slack = 0 if found["days"] else _SLACK_IN_DAYS
    return abs((stage.due.day - end).days) <= slack


@rule(
    "HK225",
    Severity.WARNING,
    says={
        "over": "the {kind} of {sent} comes after the deadline, {due}",
        "early": "the result of {sent} comes before the deadline, {due}",
        "held": "the invitation of {sent} comes after the meeting, {starts}",
    },
    source=practice("a letter comes while its reader can still do what it says"),
)
def change_at_the_wrong_time(
    stages: tuple[Stage, ...], every_meeting: EveryMeeting
) -> Iterator[Breach]:
    """A reminder and an extension come before the deadline, a result after it.

    Who did not answer in time can't be reminded. What is heard again after the deadline is a
    renewed hearing; an extension that comes too late may still be meant, then accept it.

    Bad:  deadline: 2025-06-03, changes: [{kind: reminder, sent: 2025-06-10}]
    Good: deadline: 2025-06-03, changes: [{kind: reminder, sent: 2025-05-27}]
    """
    starts = max((meeting.starts.day for _, meeting in every_meeting), default=None)
    for one in stages:
        at, day, due = one.site.at("sent"), one.change.sent, one.before.day
        facts = {"sent": day, "due": one.before}
        if one.kind in {LetterKind.REMINDER, LetterKind.EXTENSION} and day > due:
            yield Breach(at, {"kind": one.kind, **facts}, variant="over")
        elif one.kind is LetterKind.RESULT and day <= due:
            yield Breach(at, facts, variant="early")
        elif one.kind is LetterKind.MEETING and starts and starts < day:
            yield Breach(at, {"sent": day, "starts": starts}, variant="held")


@rule(
    "HK226",
    Severity.WARNING,
    says="the new deadline {due} is {days} days after its letter of {sent}; give a week at least",
    source=practice("who is given more time must have the time to use it"),
)
def little_time_after_the_change(stages: tuple[Stage, ...]) -> Iterator[Breach]:
    """A new deadline leaves a week at least from the letter that reports it.

    Boards and councils meet with some days' notice.

    Bad:  deadline: 2025-06-03, changes: [{kind: extension, sent: 2025-06-02, deadline: 2025-06-05}]
    Good: deadline: 2025-06-03, changes: [{kind: extension, sent: 2025-06-02, deadline: 2025-06-17}]
    """
    for one in stages:
        left = one.due.day - one.change.sent
        if deadline_of(one.change) and dt.timedelta(0) < left < _LEAST:
            facts = {"due": one.due, "days": left.days, "sent": one.change.sent}
            yield Breach(one.site.at("deadline"), facts)


@rule(
    "HK227",
    Severity.ERROR,
    says="there is no meeting to invite to; add meeting: {{starts: …, place: …}} to the hearing",
    source=practice("who is invited must know when and where"),
)
def no_meeting_to_invite_to(
    stages: tuple[Stage, ...], every_meeting: EveryMeeting
) -> Iterator[Breach]:
    """A letter that invites to a meeting is of a hearing that has one.

    Bad:  changes: [{kind: meeting, sent: 2025-04-01}]
    Good: meeting: {starts: 2025-05-06 18:00, place: Rådhuset}, changes:
          [{kind: meeting, sent: 2025-04-01}]
    """
    for one in stages if not every_meeting else ():
        if one.kind is LetterKind.MEETING:
            yield Breach(one.site.at("kind"))
