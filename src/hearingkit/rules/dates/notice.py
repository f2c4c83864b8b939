"""Rules on how long a hearing is open; ``profiles`` knows the periods."""

import datetime as dt
from collections.abc import Iterator

from hearingkit.findings import Severity
from hearingkit.rules.dates.notice_periods import Period, periods_for
from hearingkit.rules.registry import Breach, rule
from hearingkit.validation.book import Case


@rule(
    "HK201",
    Severity.WARNING,
    says="open for {days} days; at least {least} are asked for",
    source=(
        "utredningsinstruksen (NO) 3-3; plan- og bygningsloven (NO) §§ 8-3, 11-14; "
        "vejledning om lovkvalitet (DK) 9.1.2 and 4.2.13"
    ),
)
def open_too_short(case: Case) -> Iterator[Breach]:
    """A hearing is open for as long as is asked of its issuer.

    Six weeks for a Norwegian state body, and for a regional or municipal plan in Norway; four weeks
    for a Danish bill. Whole days count, from the day of the letter to that of the deadline. Where
    time is short, say why in ``short_notice_reason``: the letter tells it, and the warning is off.
    A hearing that is passed on (``origin``), or sent by an organisation, has no such period.

    Bad:  sent: 2025-03-03, deadline: 2025-03-31 (a Norwegian directorate, 28 days)
    Good: sent: 2025-03-03, deadline: 2025-06-03
    """
    yield from _below(case, Severity.WARNING, minor=False)


@rule(
    "HK206",
    Severity.NOTE,
    says="open for {days} days; {months} months are normal, to {until}",
    source="utredningsinstruksen (NO) 3-3",
)
def open_shorter_than_normal(case: Case) -> Iterator[Breach]:
    """A Norwegian state body normally gives three months.

    Months are counted as the calendar has them: from 31 January to 30 April. A reason in
    ``short_notice_reason`` turns the note off.

    Bad:  sent: 2025-03-03, deadline: 2025-05-05
    Good: sent: 2025-03-03, deadline: 2025-06-03
    """
    for period, begin in _missed(case, Severity.NOTE):
        facts = {"months": period.months, "until": period.end(begin)}
        yield _breach(case, begin, period, **facts)


@rule(
    "HK207",
    Severity.ERROR,
    says="open for {days} days; the law asks for at least {least}",
    source="planloven (DK) § 24, stk. 3-6; plan- og bygningsloven (NO) § 12-10",
)
def open_shorter_than_law(case: Case) -> Iterator[Breach]:
    """A plan is heard for as long as the plan act says, or the plan is void.

    Six weeks for a Norwegian reguleringsplan; four for a Danish kommuneplan, as even a minor change
    of it has so many; two for a Danish lokalplan, as even a minor one has. No reason shortens that.
    A plan of another sort, which no plan act is about, is of the kind ``other``.

    Bad:  kind: local-plan, sent: 2025-03-03, deadline: 2025-04-11 (a Norwegian municipality)
    Good: kind: local-plan, sent: 2025-03-03, deadline: 2025-04-14
    """
    yield from _below(case, Severity.ERROR, minor=False)


@rule(
    "HK212",
    Severity.WARNING,
    says="open for {days} days; only {minor} may be open for less than {least}",
    source="planloven (DK) § 24, stk. 3-6",
)
def open_as_for_a_minor_plan(case: Case) -> Iterator[Breach]:
    """A Danish plan is open for longer than the least, unless it is a minor one.

    Eight weeks for a kommuneplan, but four for a minor change of it; four weeks for a lokalplan,
    but two for a minor one. If the plan is minor, say so in ``short_notice_reason``.

    Bad:  kind: local-plan, sent: 2025-03-03, deadline: 2025-03-24
    Good: kind: local-plan, sent: 2025-03-03, deadline: 2025-03-31
    """
    yield from _below(case, Severity.WARNING, minor=True)


def _below(case: Case, severity: Severity, *, minor: bool) -> Iterator[Breach]:
    """Yield a breach if the hearing is shorter than a period in weeks."""
    for period, begin in _missed(case, severity):
        if bool(period.minor) is minor:
            facts = {"minor": period.minor} if minor else {}
            yield _breach(case, begin, period, least=7 * period.weeks, **facts)


def _missed(case: Case, severity: Severity) -> Iterator[tuple[Period, dt.date]]:
    """Yield the gravest period that the hearing misses, if it is of a severity, and its first day.

    It begins with the letter; on the day of publication where the letter's day isn't known. What
    has a reason to be short misses none but the law's. A deadline before that is another fault.
    """
    hearing = case.hearing
    begin, end = hearing.sent or hearing.published, hearing.deadline.day
    if begin is None or end <= begin:
        return
    missed = next((period for period in periods_for(case) if end < period.end(begin)), None)
    excused = hearing.short_notice_reason and severity is not Severity.ERROR
    if missed and missed.severity is severity and not excused:
        yield missed, begin


def _breach(case: Case, begin: dt.date, period: Period, **facts: object) -> Breach:
    days = (case.hearing.deadline.day - begin).days
    return Breach(case.site.at("deadline"), {"days": days, **facts}, source=period.source)
