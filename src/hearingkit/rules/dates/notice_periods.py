"""How long a hearing should be open: what law and guidance ask of whom."""

import datetime as dt
from dataclasses import dataclass
from typing import Final

from hearingkit.calendars.country import Country
from hearingkit.calendars.months import months_later
from hearingkit.findings import Severity
from hearingkit.model.hearing import HearingKind
from hearingkit.model.issuer import IssuerKind
from hearingkit.validation.book import Case


@dataclass(frozen=True, slots=True)
class Period:
    """The time from the letter to the deadline that is asked for.

    Attributes:
        severity: How grave it is to give less.
        source: Who asks for it.
        weeks: Its length, if it is counted in weeks.
        months: Its length, if it is counted in months.
        minor: What alone may have less; empty where nothing may.
    """

    severity: Severity
    source: str
    weeks: int = 0
    months: int = 0
    minor: str = ""

    def end(self, begin: dt.date) -> dt.date:
        """Return the first day on which the period is over, if it begins on a day."""
        return months_later(begin, self.months) + dt.timedelta(weeks=self.weeks)


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
    periods: tuple[Period, ...]


_PUBLIC: Final = frozenset(IssuerKind) - {IssuerKind.ORGANISATION}
_BILLS: Final = frozenset({HearingKind.BILL, HearingKind.ACT})  # what is heard is a draft of either
_UTREDNING: Final = "utredningsinstruksen (NO) 3-3"

PROFILES: Final = (
    Profile(
        Country.DK,
        frozenset({IssuerKind.STATE}),
        _BILLS,
        (Period(Severity.WARNING, "vejledning om lovkvalitet (DK) 9.1.2 and 4.2.13", weeks=4),),
    ),
    Profile(
        Country.DK,
        frozenset({IssuerKind.MUNICIPALITY}),
        frozenset({HearingKind.PLAN}),
        (
            Period(Severity.ERROR, "planloven (DK) § 24, stk. 4", weeks=4),
            Period(
                Severity.WARNING,
                "planloven (DK) § 24, stk. 3-4",
                weeks=8,
                minor="a minor change of a kommuneplan",
            ),
        ),
    ),
    Profile(
        Country.DK,
        _PUBLIC,
        frozenset({HearingKind.LOCAL_PLAN}),
        (
            Period(Severity.ERROR, "planloven (DK) § 24, stk. 6", weeks=2),
            Period(
                Severity.WARNING,
                "planloven (DK) § 24, stk. 5-6",
                weeks=4,
                minor="a minor lokalplan",
            ),
        ),
    ),
    Profile(
        Country.NO,
        _PUBLIC,
        frozenset({HearingKind.LOCAL_PLAN}),
        (Period(Severity.ERROR, "plan- og bygningsloven (NO) § 12-10", weeks=6),),
    ),
    Profile(
        Country.NO,
        frozenset({IssuerKind.REGION}),
        frozenset({HearingKind.PLAN}),
        (Period(Severity.WARNING, "plan- og bygningsloven (NO) § 8-3", weeks=6),),
    ),
    Profile(
        Country.NO,
        frozenset({IssuerKind.MUNICIPALITY}),
        frozenset({HearingKind.PLAN}),
        (Period(Severity.WARNING, "plan- og bygningsloven (NO) § 11-14", weeks=6),),
    ),
    Profile(
        Country.NO,
        frozenset({IssuerKind.STATE}),
        frozenset(HearingKind) - {HearingKind.LOCAL_PLAN},
        (
            Period(Severity.WARNING, _UTREDNING, weeks=6),
            Period(Severity.NOTE, _UTREDNING, months=3),
        ),
    ),
)
"""Every period that is known; what isn't here has none, a regulation of a municipality say."""


def periods_for(case: Case) -> tuple[Period, ...]:
    """Return the periods that bind a hearing, the gravest first.

    A hearing that is passed on has none: its principal chose the period, and whoever passes it on
    only collects the answers.
    """
    if case.hearing.origin:
        return ()
    for profile in PROFILES:
        if (
            profile.country is case.issuer.country
            and case.issuer.kind in profile.issuers
            and case.hearing.kind in profile.kinds
        ):
            return profile.periods
    return ()
