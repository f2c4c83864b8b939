"""Summarise one hearing: dates, issuer, recipients, output files and what is missing."""

import calendar
import datetime as dt
from collections.abc import Iterator
from pathlib import Path
from typing import Final

from hearingkit import errors
from hearingkit.codes import reported
from hearingkit.dispatch.plan import LETTER, RECIPIENT_LIST, RECIPIENTS, file_stem, latest
from hearingkit.findings import Finding, Place, Report, Severity
from hearingkit.frozen import frozen
from hearingkit.lists.build import build
from hearingkit.model.gaps import without_gaps
from hearingkit.model.hearing import Hearing, References
from hearingkit.model.submission import (
    Address,
    Combination,
    Contact,
    EmailAddress,
    Phone,
    PostalAddress,
    WebPage,
)
from hearingkit.reporters.text import counted
from hearingkit.source.site import Site
from hearingkit.validation.book import Case
from hearingkit.validation.lacks import lacks
from hearingkit.validation.located import Located
from hearingkit.workflows.check import CheckedWorkspace, check
from hearingkit.workflows.listing import State, state_of
from hearingkit.workflows.workspace import Workspace, display_path, find_workspace, usual_folder
from hearingkit.writers import USUAL_FORMATS

_WORTH_A_THOUGHT: Final = ("sent", "body", "enclosures", "portal", "signatories")
_NOTHING: Final = 'nothing; remove "draft: true" to send it'
Fact = tuple[str, str]


@frozen
class HearingSummary:
    """The summary of one hearing.

    Attributes:
        id: The id of the hearing.
        title: The title in its first language; empty if it can't be read.
        facts: Pairs of name and text; fields with a fault are left out.
        report: The findings about this hearing.
    """

    id: str
    title: str
    facts: tuple[Fact, ...]
    report: Report


def summarise(start: Path, id_: str, today: dt.date) -> HearingSummary:
    """Summarise a hearing of the workspace at or above a folder.

    Raises:
        HearingkitError: If there is no workspace, or no file holds the hearing.
    """
    workspace = find_workspace(start)
    checked = check(workspace, today=today, ids=[id_])
    if id_ not in checked.declared:
        raise errors.unknown_hearing(id_, checked.declared)
    report = Report(reported(_concerning(id_, checked)), checked.report.files)
    located = checked.book.hearings.get(id_)
    if located is None:
        return HearingSummary(id_, "", (("state", State.AT_FAULT.value),), report)
    hearing = located.value
    state = state_of(id_, checked, today)
    facts = [*_of_hearing(without_gaps(hearing), located.site.place, state, today)]
    if case := checked.cases.get(id_):
        facts += _of_case(case, workspace)
    if hearing.draft:
        facts.append(("lacks", ", ".join(lacks(located)) or _NOTHING))
    missing = ", ".join(_missing(hearing, located))
    facts += [("without", missing)] if missing else []
    title = (checked.cases.get(id_) or checked.book.case(id_)).title
    return HearingSummary(id_, title, tuple(facts), report)


def _concerning(id_: str, checked: CheckedWorkspace) -> Iterator[Finding]:
    """Yield the findings about a hearing; all errors of the workspace if it can't be read."""
    yield from checked.findings_by_hearing.get(id_, ())
    located = checked.book.hearings.get(id_)
    for finding in checked.report.findings:
        if located is None:
            if finding.severity is Severity.ERROR:
                yield finding
        elif _lies_in(finding.place, located.site):
            yield finding


def _lies_in(place: Place, site: Site) -> bool:
    span = site.source.values[site.path]
    first = site.source.keys[site.path].line
    return place.file == site.source.name and first <= place.line <= span.end_line


def _of_hearing(hearing: Hearing, place: Place, state: State, today: dt.date) -> Iterator[Fact]:
    """Yield facts from the fields of a hearing; fields with a fault are left out."""
    facts = {
        "state": state.value,
        "described": place.line_in_file,
        "issuer": hearing.issuer,
        "kind": ", ".join(hearing.kinds or ()),
        "language": ", ".join(hearing.language or ()),
        "sent": f"{_weekday(hearing.sent)} {hearing.sent}" if hearing.sent else "",
        "changes": ", ".join(f"{one.kind.value} ({one.sent})" for one in hearing.changes),
        "deadline": _deadline(hearing, today) if hearing.due else "",
        "answers": _channels(hearing.submission),
        "questions": _channels(hearing.questions),
    }
    yield from ((name, fact) for name, fact in facts.items() if fact)


def _of_case(case: Case, workspace: Workspace) -> Iterator[Fact]:
    rows = build(case).rows
    without = sum(1 for row in rows if not row.emails)
    how_many = {0: "all of them with", len(rows): "all of them without"}
    have = how_many.get(without, f"{without} of them without")
    yield "recipients", f"{len(rows)}, {have} an e-mail address" if rows else "none"
    folder = display_path(usual_folder(workspace) / case.id)
    endings = ",".join(USUAL_FORMATS)
    for letter in latest(case):
        for name in (LETTER, RECIPIENT_LIST):
            yield "renders", f"{folder}/{file_stem(letter, name)}.{{{endings}}}"
    if not case.hearing.draft:
        yield "renders", f"{folder}/{RECIPIENTS}.{{csv,json}}"


def _deadline(hearing: Hearing, today: dt.date) -> str:
    """Return the deadline, and how far away it is, but for one that nobody waits for any more."""
    due = f"{_weekday(hearing.due.day)} {hearing.due}"
    days = (hearing.due.day - today).days
    if hearing.is_over and days >= 0:
        return due
    left = f"{counted(abs(days), 'day')} {'left' if days > 0 else 'ago'}" if days else "today"
    return f"{due} ({left})"


def _weekday(day: dt.date) -> str:
    return calendar.day_name[day.weekday()]


def _channels(contact: Contact | None) -> str:
    if contact is None or contact.addresses is None:
        return ""
    joined = " and " if contact.to is Combination.ALL else " or "
    return joined.join(_channel(address) for address in contact.addresses)


def _channel(address: Address) -> str:
    match address:
        case EmailAddress():
            return address.email
        case WebPage():
            return f"{address.web} ({address.how.value})"
        case PostalAddress():
            return ", ".join(address.post)
        case Phone():
            return f"telephone {address.phone}"


def _missing(hearing: Hearing, located: Located[Hearing]) -> Iterator[str]:
    """Yield the keys that most hearings have and this one lacks; not keys with a fault."""
    asked = hearing.questions or hearing.caseworker
    absent = {"references": hearing.references == References(), "questions": not asked}
    absent |= {key: not getattr(hearing, key) for key in _WORTH_A_THOUGHT}
    yield from (key for key in absent if absent[key] and not located.is_at_fault(key))
