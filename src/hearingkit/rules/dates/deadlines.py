"""Rules on the deadline."""

import calendar
import datetime as dt
from collections.abc import Iterator

from hearingkit.calendars.country import Country
from hearingkit.calendars.working_days import DayOffKind, day_off, next_working_day
from hearingkit.findings import Severity
from hearingkit.model.hearing import Origin
from hearingkit.model.text import Moment
from hearingkit.rules.registry import Breach, rule
from hearingkit.source.site import Site
from hearingkit.validation.faults import visible


@rule(
    "HK202",
    Severity.ERROR,
    says="the deadline {deadline} is not after the day of the letter, {sent}",
    source="forvaltningsloven (NO) § 37: the body sets a deadline for the answers",
)
def deadline_not_after_sent(deadline: Moment, sent: dt.date | None, site: Site) -> Iterator[Breach]:
    """A hearing ends after it has begun.

    Nobody can answer a letter before it is sent; mostly a year or a month is mistyped.

    Bad:  sent: 2024-04-05, deadline: 2024-04-05
    Good: sent: 2024-04-05, deadline: 2024-05-27
    """
    if sent and deadline.day <= sent:
        yield Breach(site.at("deadline"), {"deadline": deadline.day, "sent": sent})


@rule(
    "HK203",
    Severity.ERROR,
    says="the deadline {deadline} is not before that of {origin}, {principal}",
    source="a relayed hearing is answered by the principal's deadline",
)
def relayed_deadline_too_late(
    deadline: Moment, origin: Origin | None, site: Site
) -> Iterator[Breach]:
    """A hearing that is passed on ends before the principal's own deadline.

    The answers are collected first, and one answer is then sent to the principal; so there must be
    time left.

    Bad:  deadline: 2024-06-03, origin: {name: Helsedirektoratet, deadline: 2024-06-01}
    Good: deadline: 2024-05-27, origin: {name: Helsedirektoratet, deadline: 2024-06-03}
    """
    principal = origin.deadline if origin else None
    if origin and principal and not deadline.earlier_than(principal):
        name = visible(origin.name)
        facts = {"deadline": deadline, "origin": name, "principal": principal}
        yield Breach(site.at("deadline"), facts)


@rule(
    "HK205",
    Severity.WARNING,
    says={
        "weekend": "the deadline {day} is a {weekday}; the next working day is {next}",
        "holiday": "the deadline {day} is {holiday}, a {weekday}; the next working day is {next}",
    },
    source=(
        "by analogy: forældelsesloven (DK) § 27, stk. 2; domstolloven (NO) § 149. "
        "Holidays: the country's own law"
    ),
)
def deadline_on_a_day_off(
    deadline: Moment, issuer_country: Country, site: Site
) -> Iterator[Breach]:
    """A deadline lies on a working day.

    On a weekend or a holiday nobody can be asked, and many will answer on the next working day.
    Where such a day is meant, accept it with a reason: ``accept: {HK205: …}``.

    Bad:  deadline: 2024-05-26 (a Sunday)
    Good: deadline: 2024-05-27
    """
    day = deadline.day
    off = day_off(day, issuer_country)
    if off:
        weekday = calendar.day_name[day.weekday()]
        facts = {"day": day, "weekday": weekday, "next": next_working_day(day, issuer_country)}
        if off.kind is DayOffKind.WEEKEND:
            yield Breach(site.at("deadline"), facts, variant="weekend")
        else:
            yield Breach(site.at("deadline"), {**facts, "holiday": off.name}, variant="holiday")
