"""How long a hearing should be open: what law and guidance ask of whom."""

import datetime as dt
import enum
from dataclasses import dataclass
from typing import Final

from hearingkit.calendars.country import Country
from hearingkit.calendars.months import months_later
from hearingkit.findings import Severity
from hearingkit.model.hearing import HearingKind, Origin
from hearingkit.model.issuer import IssuerKind
from hearingkit.model.text import Moment
from hearingkit.rules.parts import part


class MinorPlan(enum.StrEnum):
    """Plans that may have less time, if they are minor ones."""

    CHANGE = "change of a kommuneplan"
    LOCAL = "lokalplan"


@dataclass(frozen=True, slots=True)
class NoticePeriod:
    """The time from the letter to the deadline that is asked for.

    Attributes:
        severity: How grave it is to give less.
        source: Who asks for it.
        weeks: Its length, if it is counted in weeks.
        months: Its length, if it is counted in months.
        minor: What alone may have less; None where nothing may.
    """

    severity: Severity
    source: str
    weeks: int = 0
    months: int = 0
    minor: MinorPlan | None = None

    def end(self, begin: dt.date) -> dt.date:
        """Return the first day on which the period is over, if it begins on a day."""
        return months_later(begin, self.months) + dt.timedelta(weeks=self.weeks)


@dataclass(frozen=True, slots=True)
class MissedPeriod:
    """A period that a hearing is too short for.

    Attributes:
        period: What is asked for.
        first_day: On which the hearing begins.
        days: How long it is open.
    """

    period: NoticePeriod
    first_day: dt.date
    days: int


@dataclass(frozen=True, slots=True)
class Profile:
    """Whose hearings have which periods.

    Attributes:
        country: Of the issuer.
        issuers: The kinds of issuer that it binds.
        kinds: The kinds of hearing that it is about.
        periods: The gravest first, which is the shortest.
    """

    country: Country
    issuers: frozenset[IssuerKind]
    kinds: frozenset[HearingKind]
    periods: tuple[NoticePeriod, ...]


_PUBLIC: Final = frozenset(IssuerKind) - {IssuerKind.ORGANISATION}
_BILLS: Final = frozenset({HearingKind.BILL, HearingKind.ACT})  # what is heard is a draft of either
_UTREDNING: Final = "utredningsinstruksen (NO) 3-3"

PROFILES: Final = (
    Profile(
        Country.DK,
        frozenset({IssuerKind.STATE}),
        _BILLS,
        (
            NoticePeriod(
                Severity.WARNING, "vejledning om lovkvalitet (DK) 9.1.2 and 4.2.13", weeks=4
            ),
        ),
    ),
    Profile(
        Country.DK,
        frozenset({IssuerKind.MUNICIPALITY}),
        frozenset({HearingKind.PLAN}),
        (
            NoticePeriod(Severity.ERROR, "planloven (DK) § 24, stk. 4", weeks=4),
            NoticePeriod(
                Severity.WARNING,
                "planloven (DK) § 24, stk. 3-4",
                weeks=8,
                minor=MinorPlan.CHANGE,
            ),
        ),
    ),
    Profile(
        Country.DK,
        _PUBLIC,
        frozenset({HearingKind.LOCAL_PLAN}),
        (
            NoticePeriod(Severity.ERROR, "planloven (DK) § 24, stk. 6", weeks=2),
            NoticePeriod(
                Severity.WARNING,
                "planloven (DK) § 24, stk. 5-6",
                weeks=4,
                minor=MinorPlan.LOCAL,
            ),
        ),
    ),
    Profile(
        Country.NO,
        _PUBLIC,
        frozenset({HearingKind.LOCAL_PLAN}),
        (NoticePeriod(Severity.ERROR, "plan- og bygningsloven (NO) § 12-10", weeks=6),),
    ),
    Profile(
        Country.NO,
        frozenset({IssuerKind.REGION}),
        frozenset({HearingKind.PLAN}),
        (NoticePeriod(Severity.WARNING, "plan- og bygningsloven (NO) § 8-3", weeks=6),),
    ),
    Profile(
        Country.NO,
        frozenset({IssuerKind.MUNICIPALITY}),
        frozenset({HearingKind.PLAN}),
        (NoticePeriod(Severity.WARNING, "plan- og bygningsloven (NO) § 11-14", weeks=6),),
    ),
    Profile(
        Country.NO,
        frozenset({IssuerKind.STATE}),
        frozenset(HearingKind) - {HearingKind.LOCAL_PLAN},
        (
            NoticePeriod(Severity.WARNING, _UTREDNING, weeks=6),
            NoticePeriod(Severity.NOTE, _UTREDNING, months=3),
        ),
    ),
)
"""Every period that is known; what isn't here has none, a regulation of a municipality say."""


@part
def notice_periods(
    kind: HearingKind, origin: Origin | None, issuer_country: Country, issuer_kind: IssuerKind
) -> tuple[NoticePeriod, ...]:
    """Return the periods that bind a hearing, the gravest first.

    A hearing that is passed on has none: its principal chose the period, and whoever passes it on
    only collects the answers.
    """
    if origin:
        return ()
    for profile in PROFILES:
        if (
            profile.country is issuer_country
            and issuer_kind in profile.issuers
            and kind in profile.kinds
        ):
            return profile.periods
    return ()


@part
def first_day(sent: dt.date | None, published: dt.date | None = None) -> dt.date | None:
    """Return the day on which a hearing begins: with the letter, or else with publication."""
    return sent or published


@part
def missed_period(
    notice_periods: tuple[NoticePeriod, ...], first_day: dt.date | None, deadline: Moment
) -> MissedPeriod | None:
    """Return the gravest period that the hearing misses.

    A deadline that is not after the first day is another fault.
    """
    end = deadline.day
    if first_day is None or end <= first_day:
        return None
    missed = (period for period in notice_periods if end < period.end(first_day))
    days = (end - first_day).days
    return next((MissedPeriod(period, first_day, days) for period in missed), None)


@part
def unexcused_period(
    missed_period: MissedPeriod | None, short_notice_reason: object
) -> MissedPeriod | None:
    """Return the gravest period that the hearing misses, if no reason is given for it."""
    return None if short_notice_reason else missed_period
