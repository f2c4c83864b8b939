"""Rules on the deadline."""

import datetime as dt
from collections.abc import Iterator
from typing import Final

from hearingkit.calendars.country import Country
from hearingkit.calendars.working_days import DayOffKind, day_off, next_working_day
from hearingkit.findings import Severity, practice, standard
from hearingkit.model.hearing import Origin
from hearingkit.model.submission import Contact, EmailAddress, WebPage
from hearingkit.model.text import Moment
from hearingkit.names.mailbox_words import shared_domain
from hearingkit.rules.dates.meetings import EveryMeeting
from hearingkit.rules.registry import Breach, also, rule
from hearingkit.source.site import Site
from hearingkit.validation.faults import visible

_MIDNIGHT: Final = dt.time(0)
_TIME_TO_ANSWER: Final = practice(
    "who is asked has time to answer; in Norway the body sets a deadline, by forvaltningsloven "
    "1967 § 37, and by lov 20. juni 2025 nr. 81 once it is in force"
)


@rule(
    "HK202",
    Severity.ERROR,
    says="the deadline {deadline} is not after the day of the letter, {sent}",
    source=_TIME_TO_ANSWER,
)
def deadline_not_after_sent(
    first_deadline: Moment, sent: dt.date | None, site: Site
) -> Iterator[Breach]:
    """A hearing ends after it has begun.

    Nobody can answer a letter before it is sent; mostly a year or a month is mistyped. A deadline
    at an hour of the same day is reported by HK218.

    Bad:  sent: 2024-04-05, deadline: 2024-04-05
    Good: sent: 2024-04-05, deadline: 2024-05-27
    """
    if sent and first_deadline.day <= sent and not _is_later_today(first_deadline, sent):
        yield Breach(site.at("deadline"), {"deadline": first_deadline.day, "sent": sent})


@rule(
    "HK218",
    Severity.WARNING,
    says="the deadline {deadline} is on the day of the letter; write another day if it is mistyped",
    source=_TIME_TO_ANSWER,
)
def deadline_on_the_day_of_the_letter(
    first_deadline: Moment, sent: dt.date | None, site: Site
) -> Iterator[Breach]:
    """A hearing is open for a day at least.

    A hearing of some hours may be meant, when a rule must enter into force at once.

    Bad:  sent: 2024-04-05, deadline: 2024-04-05 15:00
    Good: sent: 2024-04-05, deadline: 2024-04-08 15:00
    """
    if sent and _is_later_today(first_deadline, sent):
        yield Breach(site.at("deadline"), {"deadline": first_deadline})


@rule(
    "HK203",
    Severity.ERROR,
    says="the deadline {deadline} is after that of {origin}, {principal}",
    source=practice("a relayed hearing is answered by the principal's deadline"),
)
def relayed_deadline_too_late(
    deadline: Moment, origin: Origin | None, deadline_site: Site
) -> Iterator[Breach]:
    """A hearing that is passed on does not end after the principal's own deadline.

    The answers are collected first, and one answer is then sent to the principal; so there must be
    time left. The same deadline is reported by HK219.

    Bad:  deadline: 2024-06-03, origin: {name: Helsedirektoratet, deadline: 2024-06-01}
    Good: deadline: 2024-05-27, origin: {name: Helsedirektoratet, deadline: 2024-06-03}
    """
    if origin and origin.deadline and origin.deadline.earlier_than(deadline):
        yield _compared(deadline, origin, origin.deadline, deadline_site)


@rule(
    "HK219",
    Severity.WARNING,
    says="the deadline {deadline} is that of {origin}, {principal}; leave time to send one answer",
    source=practice("a relayed hearing is answered by the principal's deadline"),
)
def relayed_deadline_is_the_same(
    deadline: Moment, origin: Origin | None, submission: Contact, deadline_site: Site
) -> Iterator[Breach]:
    """A hearing that is passed on ends before the principal's own deadline, not with it.

    Where all answers go to the principal itself, the deadlines may be the same.

    Bad:  deadline: 2024-06-03, origin: {name: Helsedirektoratet, deadline: 2024-06-03}
    Good: deadline: 2024-05-27, origin: {name: Helsedirektoratet, deadline: 2024-06-03}
    """
    if origin is None or origin.deadline is None or _go_to(submission, origin):
        return
    principal = origin.deadline
    if not principal.earlier_than(deadline) and not deadline.earlier_than(principal):
        yield _compared(deadline, origin, principal, deadline_site)


def _is_later_today(deadline: Moment, sent: dt.date) -> bool:
    return deadline.day == sent and deadline.time is not None


def _compared(deadline: Moment, origin: Origin, principal: Moment, site: Site) -> Breach:
    facts = {"deadline": deadline, "origin": visible(origin.name), "principal": principal}
    return Breach(site, facts)


def _go_to(submission: Contact, origin: Origin) -> bool:
    """Return whether all answers go to mailboxes or pages of the principal."""
    domains = {
        shared_domain(one.email if isinstance(one, EmailAddress) else one.web)
        for one in submission.addresses
        if isinstance(one, EmailAddress | WebPage)
    }
    return bool(origin.url) and domains == {shared_domain(origin.url or "")}


@rule(
    "HK205",
    Severity.WARNING,
    says={
        "weekend": "the deadline {day} is a {day:%A}; the next working day is {next}",
        "holiday": "the deadline {day} is {holiday}, a {day:%A}; the next working day is {next}",
    },
    source=practice(
        "by analogy with forældelsesloven (DK) § 27, stk. 2, and domstolloven (NO) § 149; "
        "holidays: the country's own law"
    ),
)
def deadline_on_a_day_off(
    deadline: Moment, issuer_country: Country, deadline_site: Site
) -> Iterator[Breach]:
    """A deadline lies on a working day.

    On a weekend or a holiday nobody can be asked, and many will answer on the next working day.
    Where such a day is meant, accept it with a reason: ``accept: {HK205: …}``.

    Bad:  deadline: 2024-05-26
    Good: deadline: 2024-05-27
    """
    day = deadline.day
    off = day_off(day, issuer_country)
    if off:
        facts = {"day": day, "next": next_working_day(day, issuer_country)}
        if off.kind is DayOffKind.WEEKEND:
            yield Breach(deadline_site, facts, variant="weekend")
        else:
            yield Breach(deadline_site, {**facts, "holiday": off.name}, variant="holiday")


@rule(
    "HK220",
    Severity.WARNING,
    says={
        "": "{moment} is when the day begins; write {day} 23:59, {before} 23:59, or the day alone",
        "begins": "{moment} is when the day begins; write its hour, or the day alone",
    },
    source=standard("ISO 8601-1:2019, 5.3.2: 00:00 is the beginning of a day"),
)
def deadline_at_midnight(deadline: Moment, deadline_site: Site) -> Iterator[Breach]:
    """A deadline is not at midnight, as readers take that for the end of the day.

    «mandag 3. mai kl. 00.00» is over on Sunday night, and is read as the night after Monday. Write
    the last minute of the day that is meant, or the day without a time, which lasts to its end. A
    meeting at midnight is a day to which a spreadsheet has added an hour.

    Bad:  deadline: 2027-05-03 00:00
    Good: deadline: 2027-05-03
    """
    yield from _at_midnight(deadline, deadline_site)


@also("HK220")
def other_deadline_at_midnight(
    origin: Origin | None, every_meeting: EveryMeeting, site: Site
) -> Iterator[Breach]:
    """Yield the same for the principal's deadline, and the days of a meeting and its signing up."""
    if origin:
        yield from _at_midnight(origin.deadline, site.at("origin", "deadline"))
    for here, meeting in every_meeting:
        yield from _at_midnight(meeting.sign_up_by, here.at("sign_up_by"))
        if meeting.starts.time == _MIDNIGHT:
            yield Breach(here.at("starts"), {"moment": meeting.starts}, variant="begins")


def _at_midnight(moment: Moment | None, site: Site) -> Iterator[Breach]:
    if moment and moment.time == _MIDNIGHT:
        before = moment.day - dt.timedelta(days=1)
        yield Breach(site, {"moment": moment, "day": moment.day, "before": before})
