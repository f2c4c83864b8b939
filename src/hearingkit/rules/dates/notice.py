"""Rules on how long a hearing is open; ``notice_periods`` has the periods."""

from collections.abc import Iterator

from hearingkit.findings import Severity, guidance, law
from hearingkit.rules.dates.notice_periods import MinorPlan, MissedPeriod
from hearingkit.rules.registry import Breach, rule
from hearingkit.source.site import Site


@rule(
    "HK201",
    Severity.WARNING,
    says="open for {days} days; at least {least} are asked for",
    source=guidance(
        "utredningsinstruksen (NO) 3-3; vejledning om lovkvalitet (DK) 9.1.2 and 4.2.13"
    ),
)
def open_too_short(unexcused_period: MissedPeriod | None, deadline_site: Site) -> Iterator[Breach]:
    """A hearing is open for as long as is asked of its issuer.

    Six weeks for a Norwegian state body, but for guidance, which seldom has considerable effects,
    and for a permit or a licence; four weeks for a Danish bill. In Denmark also two for a
    naboorientering, eight for a private road and four for the protection of a coast, if the title
    says so. Where time is short, say why in ``short_notice_reason``: the letter prints it, and the
    warning is off, but for those three, which are the law's.
    A hearing that is passed on (``origin``), or sent by an organisation, has no such period.

    Bad:  sent: 2025-03-03, deadline: 2025-03-31
    Good: sent: 2025-03-03, deadline: 2025-06-03
    """
    yield from _below(unexcused_period, Severity.WARNING, deadline_site)


@rule(
    "HK206",
    Severity.NOTE,
    says={
        "months": "open for {days} days; {months} months are normal, to {until}",
        "weeks": "open for {days} days; {weeks} weeks are asked for, if the effects are "
        "considerable",
    },
    source=guidance("utredningsinstruksen (NO) 3-3"),
)
def open_shorter_than_normal(
    unexcused_period: MissedPeriod | None, deadline_site: Site
) -> Iterator[Breach]:
    """A Norwegian state body normally gives three months.

    Months are counted as the calendar has them: from 31 January to 30 April. Guidance has six weeks
    where it has considerable effects. A reason in ``short_notice_reason`` turns the note off.

    Bad:  sent: 2025-03-03, deadline: 2025-05-05
    Good: sent: 2025-03-03, deadline: 2025-06-03
    """
    missed = unexcused_period
    if missed and missed.period.severity is Severity.NOTE:
        period = missed.period
        facts = {"months": period.months, "until": period.end(missed.first_day)}
        if period.weeks:
            yield _breach(missed, deadline_site, "weeks", weeks=period.weeks)
        else:
            yield _breach(missed, deadline_site, "months", **facts)


@rule(
    "HK207",
    Severity.ERROR,
    says="open for {days} days; the law asks for at least {least}",
    source=law(
        "planloven (DK) § 24, stk. 3-6; råstofloven (DK) § 6 a; "
        "plan- og bygningsloven (NO) §§ 8-3, 11-13, 11-14 and 12-10"
    ),
)
def open_shorter_than_law(
    missed_period: MissedPeriod | None, deadline_site: Site
) -> Iterator[Breach]:
    """A plan is heard for as long as the law says.

    Six weeks for a Norwegian reguleringsplan, kommuneplan or regional plan, and for the planprogram
    of a municipality; four for a Danish kommuneplan, as even a minor change of it has so many; two
    for a Danish lokalplan, as even a minor one has; eight for a råstofplan. They begin with
    publication, where that has a day, and end with a whole last day: a deadline at noon is a day
    less. No reason shortens them. A plan of another sort, which no plan act is about, is of the
    kind ``other``.

    Bad:  kind: local-plan, sent: 2025-03-03, deadline: 2025-04-11
    Good: kind: local-plan, sent: 2025-03-03, deadline: 2025-04-14
    """
    yield from _below(missed_period, Severity.ERROR, deadline_site)


@rule(
    "HK212",
    Severity.WARNING,
    says={
        MinorPlan.CHANGE: "open for {days} days; only a minor change of a kommuneplan may be open "
        "for less than {least}",
        MinorPlan.LOCAL: "open for {days} days; only a minor lokalplan may be open for less than "
        "{least}",
        MinorPlan.ZONING: "open for {days} days; only a minor change of a reguleringsplan may be "
        "open for less than {least}",
    },
    source=law("planloven (DK) § 24, stk. 3-6; plan- og bygningsloven (NO) §§ 12-10, 12-14"),
)
def open_as_for_a_minor_plan(
    unexcused_period: MissedPeriod | None, deadline_site: Site
) -> Iterator[Breach]:
    """A plan is open for longer than the least, unless it is a minor one.

    In Denmark eight weeks for a kommuneplan, and for a lokalplan with a kommuneplantillæg, but four
    for a minor change; four weeks for a lokalplan, but two for a minor one. In Norway six weeks for
    the change of a reguleringsplan, unless it is minor; say so in ``short_notice_reason``, or in
    the title.

    Bad:  issuer: {country: DK}, kind: local-plan, sent: 2025-03-03, deadline: 2025-03-24
    Good: issuer: {country: DK}, kind: local-plan, sent: 2025-03-03, deadline: 2025-03-31
    """
    missed = unexcused_period
    if missed and missed.period.minor:
        yield _breach(missed, deadline_site, missed.period.minor, least=7 * missed.period.weeks)


def _below(missed: MissedPeriod | None, severity: Severity, site: Site) -> Iterator[Breach]:
    """Yield a breach if the period that is missed is of a severity, and for all alike."""
    if missed and missed.period.severity is severity and not missed.period.minor:
        yield _breach(missed, site, least=7 * missed.period.weeks)


def _breach(missed: MissedPeriod, site: Site, variant: str = "", **facts: object) -> Breach:
    facts = {"days": missed.days, **facts}
    return Breach(site, facts, source=missed.period.source, variant=variant)
