"""One hearing at a glance: when, from whom, to whom, what goes out, what is missing."""

import calendar
import datetime as dt
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Final

from hearingkit.errors import UnknownHearing
from hearingkit.findings import Finding, Place, Report, Severity, in_order
from hearingkit.lists.build import build
from hearingkit.model.gaps import unless_left_out, until_left_out
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
from hearingkit.model.text import Moment
from hearingkit.validation.book import Case, Site
from hearingkit.workflows.check import Checked, check
from hearingkit.workflows.listing import State, state_of, title_of
from hearingkit.workflows.render import LETTER, RECIPIENT_LIST, RECIPIENTS
from hearingkit.workflows.workspace import Workspace, find_workspace, shown
from hearingkit.writers import DocumentFormat

_WORTH_A_THOUGHT: Final = ("sent", "body", "enclosures", "portal", "signatories")
Fact = tuple[str, str]


@dataclass(frozen=True, slots=True)
class Dossier:
    """One hearing at a glance.

    Attributes:
        id: The hearing's.
        title: In its first language; empty where it can't be read.
        facts: What there is to say, each with its name; not what is at fault in it.
        report: What was found that concerns it.
    """

    id: str
    title: str
    facts: tuple[Fact, ...]
    report: Report


def dossier(start: Path, id_: str, today: dt.date) -> Dossier:
    """Return a hearing of the workspace above a folder, as it stands on a day.

    Raises:
        UnknownHearing: If no file holds a hearing of that id.
        HearingkitError: If there is no workspace.
    """
    workspace = find_workspace(start)
    checked = check(workspace, today=today)
    if id_ not in checked.declared:
        raise UnknownHearing(id_, checked.declared)
    report = Report(in_order(_concerning(id_, checked)), checked.report.files)
    located = checked.book.hearings.get(id_)
    if located is None:
        return Dossier(id_, "", (("state", State.AT_FAULT.value),), report)
    hearing = located.value
    state = state_of(id_, checked, today)
    facts = [*_of_hearing(hearing, located.site.place, state, today)]
    if case := checked.cases.get(id_):
        facts += _of_case(case, workspace)
    missing = ", ".join(until_left_out(_missing(hearing)))
    facts += [("without", missing)] if missing else []
    title = unless_left_out(lambda: title_of(hearing), "")
    return Dossier(id_, title, tuple(facts), report)


def _concerning(id_: str, checked: Checked) -> Iterator[Finding]:
    """Yield what was found in a hearing and of it; every error where it can't be read."""
    yield from checked.judged.get(id_, ())
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
    """Yield what there is to say of a hearing, without what is at fault in it."""
    asked: tuple[tuple[str, Callable[[], str]], ...] = (
        ("state", lambda: state.value),
        ("described", lambda: f"{place.file}:{place.line}"),
        ("issuer", lambda: hearing.issuer),
        ("kind", lambda: hearing.kind.value),
        ("language", lambda: ", ".join(hearing.language)),
        ("sent", lambda: f"{_weekday(hearing.sent)} {hearing.sent}" if hearing.sent else ""),
        ("deadline", lambda: _deadline(hearing.deadline, today)),
        ("answers", lambda: _channels(hearing.submission)),
        ("questions", lambda: _channels(hearing.questions) if hearing.questions else ""),
    )
    for name, ask in asked:
        if told := unless_left_out(ask, ""):
            yield name, told


def _of_case(case: Case, workspace: Workspace) -> Iterator[Fact]:
    rows = build(case).rows
    without = sum(1 for row in rows if not row.emails)
    told = {0: "none", len(rows): "all"}.get(without, without)
    yield "recipients", f"{len(rows)}, {told} of them without an e-mail address"
    folder = shown(workspace.root / "out" / case.id)
    endings = ",".join(DocumentFormat)
    for language in case.hearing.language:
        for name in (LETTER, RECIPIENT_LIST):
            yield "renders", f"{folder}/{name}-{language.value}.{{{endings}}}"
    yield "renders", f"{folder}/{RECIPIENTS}.{{csv,json}}"


def _deadline(deadline: Moment, today: dt.date) -> str:
    days = (deadline.day - today).days
    if days == 0:
        left = "today"
    elif days > 0:
        left = "1 day left" if days == 1 else f"{days} days left"
    else:
        left = "1 day ago" if days == -1 else f"{-days} days ago"
    return f"{_weekday(deadline.day)} {deadline} ({left})"


def _weekday(day: dt.date) -> str:
    return calendar.day_name[day.weekday()]


def _channels(contact: Contact) -> str:
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


def _missing(hearing: Hearing) -> Iterator[str]:
    """Yield the keys that most hearings have and this one hasn't."""
    if hearing.references == References():
        yield "references"
    if not (hearing.questions or hearing.caseworker):
        yield "questions"
    yield from (key for key in _WORTH_A_THOUGHT if not getattr(hearing, key))
