"""Compare the recipients of two hearings, or of one at two times; look the register over."""

import datetime as dt
from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path

from hearingkit import errors
from hearingkit.errors import HearingkitError
from hearingkit.findings import Finding, Severity
from hearingkit.lists.build import build
from hearingkit.lists.compare import compare
from hearingkit.lists.register import look_over
from hearingkit.lists.review import Review
from hearingkit.lists.table import RecipientTable
from hearingkit.validation.validate import validate
from hearingkit.workflows.judging import hearing_ids
from hearingkit.workflows.reading import read_all
from hearingkit.workflows.revisions import sources_of
from hearingkit.workflows.workspace import Workspace, display_path, find_workspace


def compared(start: Path, before: str, after: str | None) -> Review:
    """Return what has become of the recipients of a hearing.

    Args:
        start: A folder in the workspace.
        before: The id of a hearing, and behind ``@`` a revision of git where it is an earlier one.
        after: The same; None for the hearing as it is now.

    Raises:
        HearingkitError: If there is no such hearing or revision, its recipients aren't known, or a
            hearing is compared with itself.
    """
    id_, sign, _ = before.partition("@")
    if after is None and not sign:
        raise errors.nothing_to_compare(id_)
    workspace = find_workspace(start)
    later = after if after is not None else id_
    tables = _recipients(workspace, before), _recipients(workspace, later)
    return compare(*tables, subject=f"{before} → {later}")


def _recipients(workspace: Workspace, named: str) -> RecipientTable:
    """Return the mailing list of a hearing, whatever else is at fault in it.

    Who has no name that can be read is left out.
    """
    id_, sign, revision = named.partition("@")
    sources, unread = sources_of(workspace, revision if sign else None)
    book, faults = validate(sources, [id_])
    errors_found = [one for one in (*unread, *faults) if one.severity is Severity.ERROR]
    if id_ not in book.hearings:
        known = hearing_ids(sources)
        if id_ in known or any(one in unread for one in errors_found):
            raise _unclear(named, errors_found)
        raise errors.unknown_hearing(named, known)
    case = book.case(id_)
    if case.resolve is None or not case.hearing.language:
        raise _unclear(named, errors_found)
    table = build(case)
    return replace(table, rows=tuple(row for row in table.rows if row.name))


def _unclear(named: str, found: Sequence[Finding]) -> HearingkitError:
    """Return the error for a hearing whose recipients aren't known, as of the first fault."""
    for one in found:
        return errors.unclear_recipients(named, one.place.line_in_file, one.message)
    return errors.unclear_recipients(named, "", "")


def looked_over(start: Path, today: dt.date) -> tuple[Review, Sequence[str]]:
    """Return what there is to do about a workspace's register and lists.

    Returns:
        That, and the files that could not be read, of which it says nothing.

    Raises:
        HearingkitError: If there is no workspace.
    """
    workspace = find_workspace(start)
    sources, _ = read_all(workspace, workspace.files)
    read = {source.name for source in sources}
    unread = [name for name in map(display_path, workspace.files) if name not in read]
    book, _ = validate(sources)
    return look_over(book, today), unread
