"""Rules on the weeks in which few can answer."""

import datetime as dt
from collections.abc import Iterator
from typing import Final

from hearingkit.calendars.country import Country
from hearingkit.calendars.seasons import seasons, summer
from hearingkit.findings import Severity, guidance, practice
from hearingkit.model.hearing import LAWS, HearingKind
from hearingkit.model.text import Moment
from hearingkit.rules.registry import Breach, also, rule
from hearingkit.source.site import Site

_DAYS_AFTER_SUMMER: Final = 10


@rule(
    "HK208",
    Severity.NOTE,
    says={
        "deadline": "the deadline {day} is in the holidays, {first} to {last}, when many are away",
        "days": "{inside} of the {days} days are in the holidays, {first} to {last}, "
        "when many are away",
    },
    source=practice("the holidays of offices, and of schools: folkeskoleloven (DK) § 14 a, stk. 2"),
)
def deadline_when_many_are_away(
    deadline: Moment, issuer_country: Country, deadline_site: Site
) -> Iterator[Breach]:
    """A hearing leaves time to answer outside the holidays.

    Neither its last day nor most of its days are at Christmas (24 December to 1 January), at
    Easter (Palm Sunday to Easter Monday), in a Norwegian July, or in Denmark in the six weeks from
    the last Saturday of June.

    Bad:  sent: 2025-06-02, deadline: 2025-07-15
    Good: sent: 2025-06-02, deadline: 2025-09-02
    """
    day = deadline.day
    for season in seasons(day, day, issuer_country):
        facts = {"day": day, "first": season.first, "last": season.last}
        yield Breach(deadline_site, facts, variant="deadline")


@also("HK208")
def open_when_many_are_away(
    first_day: dt.date | None, deadline: Moment, issuer_country: Country, deadline_site: Site
) -> Iterator[Breach]:
    """Most of a hearing's days are outside the holidays."""
    end = deadline.day
    if first_day is None or end < first_day:
        return
    days = (end - first_day).days
    for season in seasons(first_day, end, issuer_country):
        inside = season.days_after(first_day, end)
        if 2 * inside > days and end not in season:
            facts = {"inside": inside, "days": days, "first": season.first, "last": season.last}
            yield Breach(deadline_site, facts, variant="days")


@rule(
    "HK215",
    Severity.NOTE,
    says="the deadline {deadline} is less than {least} days after {last}, when school holidays end",
    source=guidance(
        "vejledning om lovkvalitet (DK) 9.1.2: the wish of the Presidium of the Folketing, 2018"
    ),
)
def bill_too_soon_after_summer(
    kind: HearingKind,
    deadline: Moment,
    first_day: dt.date | None,
    issuer_country: Country,
    deadline_site: Site,
) -> Iterator[Breach]:
    """A Danish bill that is heard over the summer stays open for ten days after the holidays.

    So that those who come back can answer. The holidays are taken to last for six weeks from the
    last Saturday of June; a deadline within them is reported by HK208.

    Bad:  issuer: {country: DK}, kind: bill, sent: 2025-06-23, deadline: 2025-08-15
    Good: issuer: {country: DK}, kind: bill, sent: 2025-06-23, deadline: 2025-08-20
    """
    end = deadline.day
    last = summer(end.year, Country.DK).last
    is_danish_bill = issuer_country is Country.DK and kind in LAWS
    is_soon = last < end < last + dt.timedelta(days=_DAYS_AFTER_SUMMER)
    if is_danish_bill and is_soon and first_day and first_day <= last:
        facts = {"deadline": end, "least": _DAYS_AFTER_SUMMER, "last": last}
        yield Breach(deadline_site, facts)
