"""Rules on what the text says has happened: it lies before the letter."""

import datetime as dt
from collections.abc import Iterator

from hearingkit.findings import Severity, limited, practice
from hearingkit.rules.registry import Breach, rule
from hearingkit.rules.text.date_roles import DateRole, DateRoles, with_role


@rule(
    "HK406",
    Severity.WARNING,
    says='the text cites a document of "{text}", which is after the day of the letter, {sent}',
    source=practice("a letter cites what was written before it"),
)
def document_from_the_future(date_roles: DateRoles, sent: dt.date | None) -> Iterator[Breach]:
    """A document that the letter cites was written before it.

    Mostly the year is last year's, or next year's. What begins its sentence as «Rapport fra» tells
    from when on, and what is yet to be published may be of a later day.

    Bad:  sent: 2026-02-02, body: "Vi viser til brev av 12. januar 2027."
    Good: sent: 2026-02-02, body: "Vi viser til brev av 12. januar 2026."
    """
    yield from _after(sent, date_roles, DateRole.DOCUMENT)


@rule(
    "HK412",
    Severity.WARNING,
    says='the text says what happened on "{text}", which is after the day of the letter, {sent}',
    source=practice("a letter speaks of decisions that were made before it"),
)
def past_in_the_future(date_roles: DateRoles, sent: dt.date | None) -> Iterator[Breach]:
    """What the text says was decided, was decided before the letter was sent.

    Mostly the year or the month is mistyped. A date with its year counts beside a verb in the past
    tense: «besluttede», «vedtok», «ble vedtatt», «har … vedtaget», «vart vedteke» …

    Bad:  language: da, sent: 2026-09-10, body: "Byrådet besluttede den 15. september 2026 at …"
    Good: language: da, sent: 2026-09-10, body: "Byrådet besluttede den 8. september 2026 at …"
    """
    yield from _after(sent, date_roles, DateRole.DECIDED)
    yield from _after(sent, date_roles, DateRole.PUBLISHED)


def _after(sent: dt.date | None, date_roles: DateRoles, role: DateRole) -> Iterator[Breach]:
    """Yield the dates of a role that lie after the day of the letter."""
    if sent:
        late = (one for one in with_role(date_roles, role) if one.is_after(sent))
        for dated in limited(late):
            yield dated.breach(sent=sent)
