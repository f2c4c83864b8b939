"""Rules on the weeks in which few can answer."""

import datetime as dt
from collections.abc import Iterator
from typing import Final

from hearingkit.calendars.country import Country
from hearingkit.calendars.seasons import seasons, summer
from hearingkit.findings import Severity
from hearingkit.model.hearing import HearingKind
from hearingkit.rules.registry import Breach, rule
from hearingkit.validation.book import Case

_DAYS_AFTER_SUMMER: Final = 10


@rule(
    "HK208",
    Severity.NOTE,
    says="{what} in {season}, when many are away",
    source="practice: the holidays of schools and offices",
)
def open_when_many_are_away(case: Case) -> Iterator[Breach]:
    """A hearing leaves time to answer outside the holidays.

    Neither its last day nor the most of its days lie at Christmas (24 December to 1 January), at
    Easter (Palm Sunday to Easter Monday), in a Norwegian July or in weeks 27 to 32 in Denmark.

    Bad:  sent: 2025-06-02, deadline: 2025-07-15 (in Norway)
    Good: sent: 2025-06-02, deadline: 2025-09-02
    """
    begin, end = _period(case)
    for season in seasons(begin, end, case.issuer.country):
        inside, days = season.days_after(begin, end), (end - begin).days
        if end in season:
            what = f"the deadline {end} is"
        elif 2 * inside > days:
            what = f"{inside} of the {days} days are"
        else:
            continue
        yield Breach(case.site.at("deadline"), {"what": what, "season": season.name})


@rule(
    "HK215",
    Severity.NOTE,
    says="the deadline {deadline} is less than {least} days after {last}, when school holidays end",
    source="the wish of the Presidium of the Folketing (DK), as the press told of it in 2018",
)
def bill_too_soon_after_summer(case: Case) -> Iterator[Breach]:
    """A Danish bill that is heard over the summer stays open for ten days after the holidays.

    So that those who come back can answer. The holidays are taken to be weeks 27 to 32; a deadline
    in the midst of them is what HK208 tells of.

    Bad:  kind: bill, sent: 2025-06-23, deadline: 2025-08-15
    Good: kind: bill, sent: 2025-06-23, deadline: 2025-08-20
    """
    begin, end = _period(case)
    last = summer(end.year, Country.DK).last
    is_bill = case.hearing.kind in {HearingKind.BILL, HearingKind.ACT}
    soon = last < end < last + dt.timedelta(days=_DAYS_AFTER_SUMMER)
    if case.issuer.country is Country.DK and is_bill and begin <= last and soon:
        facts = {"deadline": end, "least": _DAYS_AFTER_SUMMER, "last": last}
        yield Breach(case.site.at("deadline"), facts)


def _period(case: Case) -> tuple[dt.date, dt.date]:
    """Return the first and the last day; the last day twice where the first isn't known."""
    end = case.hearing.deadline.day
    return min(case.hearing.sent or case.hearing.published or end, end), end
