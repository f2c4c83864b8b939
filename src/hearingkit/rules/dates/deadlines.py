"""Rules on the deadline."""

import calendar
from collections.abc import Iterator

from hearingkit.calendars.working_days import DayOffKind, day_off, next_working_day
from hearingkit.findings import Severity
from hearingkit.rules.registry import Breach, rule
from hearingkit.validation.book import Case
from hearingkit.validation.faults import visible


@rule(
    "HK202",
    Severity.ERROR,
    says="the deadline {deadline} is not after the day of the letter, {sent}",
    source="forvaltningsloven (NO) § 37: the body sets a deadline for the answers",
)
def deadline_not_after_sent(case: Case) -> Iterator[Breach]:
    """A hearing ends after it has begun.

    Nobody can answer a letter before it is sent; mostly a year or a month is mistyped.

    Bad:  sent: 2024-04-05, deadline: 2024-04-05
    Good: sent: 2024-04-05, deadline: 2024-05-27
    """
    hearing = case.hearing
    if hearing.sent and hearing.deadline.day <= hearing.sent:
        facts = {"deadline": hearing.deadline.day, "sent": hearing.sent}
        yield Breach(case.site.at("deadline"), facts)


@rule(
    "HK203",
    Severity.ERROR,
    says="the deadline {deadline} is not before that of {origin}, {principal}",
    source="a relayed hearing is answered by the principal's deadline",
)
def relayed_deadline_too_late(case: Case) -> Iterator[Breach]:
    """A hearing that is passed on ends before the principal's own deadline.

    The answers are collected first, and one answer is then sent to the principal; so there must be
    time left.

    Bad:  deadline: 2024-06-03, origin: {name: Helsedirektoratet, deadline: 2024-06-01}
    Good: deadline: 2024-05-27, origin: {name: Helsedirektoratet, deadline: 2024-06-03}
    """
    hearing = case.hearing
    principal = hearing.origin.deadline if hearing.origin else None
    if hearing.origin and principal and not hearing.deadline.earlier_than(principal):
        facts = {
            "deadline": hearing.deadline,
            "origin": visible(hearing.origin.name),
            "principal": principal,
        }
        yield Breach(case.site.at("deadline"), facts)


@rule(
    "HK205",
    Severity.WARNING,
    says="the deadline {day} is {off}; the next working day is {next}",
    source=(
        "by analogy: forældelsesloven (DK) § 27, stk. 2; domstolloven (NO) § 149. "
        "Holidays: the country's own law"
    ),
)
def deadline_on_a_day_off(case: Case) -> Iterator[Breach]:
    """A deadline lies on a working day.

    On a weekend or a holiday nobody can be asked, and many will answer on the next working day.
    Where such a day is meant, accept it with a reason: ``accept: {HK205: …}``.

    Bad:  deadline: 2024-05-26 (a Sunday)
    Good: deadline: 2024-05-27
    """
    day, country = case.hearing.deadline.day, case.issuer.country
    off = day_off(day, country)
    if off:
        weekday = calendar.day_name[day.weekday()]
        reason = f"a {weekday}" if off.kind is DayOffKind.WEEKEND else f"{off.name}, a {weekday}"
        facts = {"day": day, "off": reason, "next": next_working_day(day, country)}
        yield Breach(case.site.at("deadline"), facts)
