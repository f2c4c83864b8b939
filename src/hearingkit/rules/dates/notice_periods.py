"""How long a hearing should be open: what law and guidance ask of whom."""

import datetime as dt
import enum
import functools
import itertools
import re
from collections.abc import Mapping
from typing import Final

from hearingkit.calendars.country import Country
from hearingkit.calendars.months import months_later
from hearingkit.findings import Citation, Severity, guidance, law
from hearingkit.frozen import frozen
from hearingkit.language.word_groups import either
from hearingkit.language.words import Words
from hearingkit.model.changes import HearingChange
from hearingkit.model.hearing import ADVICE, LAWS, HearingKind, Origin
from hearingkit.model.issuer import IssuerKind
from hearingkit.model.letter_kinds import LetterKind
from hearingkit.model.text import Moment
from hearingkit.rules.parts import part
from hearingkit.texts.roles import Role
from hearingkit.texts.text import Text


class PeriodSubjects(Words):
    """What a title says that has a period of its own, as patterns.

    Attributes:
        about: By subject; a language leaves out what its country does not have.
    """

    section = "dates.periods"

    about: Mapping[str, str]


class MinorPlan(enum.StrEnum):
    """Plans that may have less time, if they are minor ones."""

    CHANGE = "change of a kommuneplan"
    LOCAL = "lokalplan"
    ZONING = "change of a reguleringsplan"


@frozen
class NoticePeriod:
    """The time until the deadline that is asked for.

    Attributes:
        severity: How grave it is to give less; an error is against a statute on plans.
        source: Who asks for it.
        weeks: Its length, if it is counted in weeks.
        months: Its length, if it is counted in months.
        minor: What alone may have less; None where nothing may.
        is_public: Whether it begins with publication, where that has a day of its own.
        is_excusable: Whether a reason for a short period excuses less; a statute's is not.
    """

    severity: Severity
    source: Citation
    weeks: int = 0
    months: int = 0
    minor: MinorPlan | None = None
    is_public: bool = False
    is_excusable: bool = True

    def end(self, begin: dt.date) -> dt.date:
        """Return the first day on which the period is over, if it begins on a day."""
        return months_later(begin, self.months) + dt.timedelta(weeks=self.weeks)

    def last_day(self, deadline: Moment) -> dt.date:
        """Return the last day that counts: by statute, only a whole one.

        Source:
            domstolloven (NO) § 148: a period in weeks ends with the whole last day.
        """
        is_whole = self.severity is not Severity.ERROR or not _ends_early(deadline)
        return deadline.day if is_whole else deadline.day - dt.timedelta(days=1)


def _ends_early(deadline: Moment) -> bool:
    return deadline.time is not None and deadline.time < _LAST_MINUTE


@frozen
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


@frozen
class Profile:
    """Whose hearings have which periods.

    Attributes:
        country: Of the issuer.
        issuers: The kinds of issuer that it binds.
        kinds: The kinds of hearing that it is about.
        periods: The gravest first, which is the shortest.
        about: What the title must speak of, as a key of ``PeriodSubjects.about``; may be empty.
        valid_from: The first day on which a hearing that begins has these periods.
        valid_until: The last such day.
    """

    country: Country
    issuers: frozenset[IssuerKind]
    kinds: frozenset[HearingKind]
    periods: tuple[NoticePeriod, ...]
    about: str = ""
    valid_from: dt.date = dt.date.min
    valid_until: dt.date = dt.date.max

    def is_valid_on(self, day: dt.date | None) -> bool:
        """Return whether a hearing that begins then has these periods; the latest if it is None."""
        return self.valid_from <= (day or dt.date.max) <= self.valid_until


_PUBLIC: Final = frozenset(IssuerKind) - {IssuerKind.ORGANISATION}
_STATE: Final = frozenset({IssuerKind.STATE})
_REGION: Final = frozenset({IssuerKind.REGION})
_MUNICIPALITY: Final = frozenset({IssuerKind.MUNICIPALITY})
_PLANS: Final = frozenset({HearingKind.PLAN})
_LOCAL: Final = frozenset({HearingKind.LOCAL_PLAN})
_PROGRAMMES: Final = frozenset({HearingKind.PLANNING_PROGRAMME})
_IDEAS: Final = frozenset({HearingKind.CALL_FOR_IDEAS})  # by planloven § 23 c without a least one
_CASES: Final = frozenset({HearingKind.PERMIT, HearingKind.LICENCE})  # the decision in one case
_OTHERS: Final = _CASES | _PLANS | _LOCAL | {HearingKind.CLOSURE, HearingKind.OTHER}
_LAST_MINUTE: Final = dt.time(23, 59)

_statute: Final = functools.partial(
    NoticePeriod, Severity.ERROR, is_public=True, is_excusable=False
)
_usual: Final = functools.partial(NoticePeriod, Severity.WARNING, is_public=True)
_asked: Final = functools.partial(NoticePeriod, Severity.WARNING)
_by_law: Final = functools.partial(NoticePeriod, Severity.WARNING, is_excusable=False)
_normal: Final = functools.partial(NoticePeriod, Severity.NOTE)

_UTREDNING: Final = guidance("utredningsinstruksen (NO) 3-3")
_OF_BILLS: Final = guidance("vejledning om lovkvalitet (DK) 9.1.2 and 4.2.13")
_OF_KOMMUNEPLAN: Final = (
    _statute(law("planloven (DK) § 24, stk. 4"), weeks=4),
    _usual(law("planloven (DK) § 24, stk. 3-4"), weeks=8, minor=MinorPlan.CHANGE),
)
_OF_LOKALPLAN_BEFORE: Final = (_statute(law("planloven (DK) § 24, stk. 3, before 2017"), weeks=8),)
_OF_LOKALPLAN: Final = (
    _statute(law("planloven (DK) § 24, stk. 6"), weeks=2),
    _usual(law("planloven (DK) § 24, stk. 5-6"), weeks=4, minor=MinorPlan.LOCAL),
)
_OF_RAW_MATERIALS: Final = (_statute(law("råstofloven (DK) § 6 a, stk. 2-3"), weeks=8),)
_OF_NEIGHBOURS: Final = (_by_law(law("planloven (DK) § 20"), weeks=2),)
_OF_PRIVATE_ROADS: Final = (_by_law(law("privatvejsloven (DK) § 73"), weeks=8),)
_OF_COASTS: Final = (_by_law(law("kystbeskyttelsesloven (DK) § 5"), weeks=4),)
_OF_ZONING: Final = (_statute(law("plan- og bygningsloven (NO) § 12-10"), weeks=6),)
_OF_ZONING_CHANGE: Final = (
    _usual(law("plan- og bygningsloven (NO) §§ 12-10, 12-14"), weeks=6, minor=MinorPlan.ZONING),
)
_OF_REGIONAL_PLAN: Final = (_statute(law("plan- og bygningsloven (NO) § 8-3"), weeks=6),)
_OF_MUNICIPAL_PLAN: Final = (_statute(law("plan- og bygningsloven (NO) § 11-14"), weeks=6),)
_OF_PROGRAMME: Final = (_statute(law("plan- og bygningsloven (NO) § 11-13"), weeks=6),)
_OF_STATE: Final = (_asked(_UTREDNING, weeks=6), _normal(_UTREDNING, months=3))
_OF_STATE_ADVICE: Final = (_normal(_UTREDNING, weeks=6),)
_DK, _NO = Country.DK, Country.NO

PROFILES: Final = (
    Profile(_DK, _PUBLIC, _OTHERS | _IDEAS, _OF_RAW_MATERIALS, about="raw_materials"),
    Profile(_DK, _PUBLIC, _OTHERS, _OF_NEIGHBOURS, about="neighbours"),
    Profile(_DK, _PUBLIC, _OTHERS, _OF_PRIVATE_ROADS, about="private_roads"),
    Profile(_DK, _PUBLIC, _OTHERS, _OF_COASTS, about="coasts"),
    Profile(_DK, _PUBLIC, _LOCAL, _OF_KOMMUNEPLAN, about="with_kommuneplan"),
    Profile(_DK, _STATE, LAWS, (_asked(_OF_BILLS, weeks=4),)),
    Profile(_DK, _MUNICIPALITY, _PLANS, _OF_KOMMUNEPLAN),
    Profile(_DK, _PUBLIC, _LOCAL, _OF_LOKALPLAN_BEFORE, valid_until=dt.date(2017, 6, 14)),
    Profile(_DK, _PUBLIC, _LOCAL, _OF_LOKALPLAN, valid_from=dt.date(2017, 6, 15)),
    Profile(_NO, _PUBLIC, _LOCAL, (), about="minor_change"),
    Profile(_NO, _PUBLIC, _LOCAL, _OF_ZONING_CHANGE, about="change"),
    Profile(_NO, _PUBLIC, _LOCAL, _OF_ZONING),
    Profile(_NO, _REGION, _PLANS, _OF_REGIONAL_PLAN),
    Profile(_NO, _MUNICIPALITY, _PLANS, _OF_MUNICIPAL_PLAN),
    Profile(_NO, _MUNICIPALITY, _PROGRAMMES, _OF_PROGRAMME),
    Profile(_NO, _STATE, ADVICE, _OF_STATE_ADVICE),
    Profile(_NO, _STATE, frozenset(HearingKind) - _LOCAL - _CASES - ADVICE, _OF_STATE),
)
"""Every period that is known; what isn't here has none, a regulation of a municipality say."""


@part
def notice_periods(
    kinds: tuple[HearingKind, ...],
    origin: Origin | None,
    issuer_country: Country,
    issuer_kind: IssuerKind,
    texts: tuple[Text, ...],
    first_day: dt.date | None = None,
) -> tuple[NoticePeriod, ...]:
    """Return the periods that bind a hearing, the gravest first.

    A hearing that is passed on has none: its principal chose the period, and whoever passes it on
    only collects the answers.
    """
    titles = " ".join(text.plain for text in texts if text.role is Role.TITLE)
    bound = [
        profile
        for profile in PROFILES
        if profile.country is issuer_country
        and issuer_kind in profile.issuers
        and (not profile.about or _subject(profile.about).search(titles))
        and profile.is_valid_on(first_day)
    ]
    of_each = (next((one.periods for one in bound if kind in one.kinds), ()) for kind in kinds)
    every = dict.fromkeys(itertools.chain.from_iterable(of_each))
    return () if origin else tuple(sorted(every, key=lambda one: one.severity.rank, reverse=True))


@functools.cache
def _subject(about: str) -> re.Pattern[str]:
    said = [words.about[about] for words in PeriodSubjects.of_all() if about in words.about]
    return re.compile(either(said), re.IGNORECASE)


@part
def renewed_on(changes: tuple[HearingChange, ...] = ()) -> dt.date | None:
    """Return the day on which the same was heard again; None where it was not."""
    days = (one.sent for one in reversed(changes) if one.kind is LetterKind.RENEWED)
    return next(days, None)


@part
def first_day(
    renewed_on: dt.date | None, sent: dt.date | None, published: dt.date | None = None
) -> dt.date | None:
    """Return the day on which a hearing begins: with the letter, or else with publication."""
    return renewed_on or sent or published


@part
def missed_period(
    notice_periods: tuple[NoticePeriod, ...],
    first_day: dt.date | None,
    deadline: Moment,
    renewed_on: dt.date | None,
    published: dt.date | None = None,
) -> MissedPeriod | None:
    """Return the gravest period that the hearing misses.

    A deadline that is not after the first day is another fault.
    """
    if first_day is None or deadline.day <= first_day:
        return None
    for period in notice_periods:
        begin = renewed_on or published or first_day if period.is_public else first_day
        last = period.last_day(deadline)
        if last < period.end(begin):
            return MissedPeriod(period, begin, (last - begin).days)
    return None


@part
def unexcused_period(
    missed_period: MissedPeriod | None, short_notice_reason: object
) -> MissedPeriod | None:
    """Return the gravest period that the hearing misses, if no given reason excuses that."""
    is_excused = short_notice_reason and missed_period and missed_period.period.is_excusable
    return None if is_excused else missed_period
