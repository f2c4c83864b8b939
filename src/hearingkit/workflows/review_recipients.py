"""Compare the recipients of two hearings, or of one at two times; look the register over."""

import datetime as dt
from dataclasses import replace
from pathlib import Path

from hearingkit import errors
from hearingkit.lists.build import build
from hearingkit.lists.compare import compare
from hearingkit.lists.register import look_over
from hearingkit.lists.review import Review
from hearingkit.lists.table import RecipientTable
from hearingkit.validation.validate import validate
from hearingkit.workflows.check import read_book
from hearingkit.workflows.judging import hearing_ids
from hearingkit.workflows.revisions import sources_of
from hearingkit.workflows.workspace import Workspace, find_workspace


def compared(start: Path, before: str, after: str | None) -> Review:
    """Return what has become of the recipients of a hearing.

    Args:
        start: A folder in the workspace.
        before: The id of a hearing, and behind ``@`` a revision of git where it is an earlier one.
        after: The same; None for the hearing as it is now.

    Raises:
        HearingkitError: If there is no such hearing or revision, or its recipients aren't known.
    """
    workspace = find_workspace(start)
    later = after if after is not None else before.partition("@")[0]
    tables = _recipients(workspace, before), _recipients(workspace, later)
    return compare(*tables, subject=f"{before} → {later}")


def _recipients(workspace: Workspace, named: str) -> RecipientTable:
    """Return the mailing list of a hearing, whatever else is at fault in it.

    Who has no name that can be read is left out.
    """
    id_, sign, revision = named.partition("@")
    sources = sources_of(workspace, revision if sign else None)
    book, _ = validate(sources, [id_])
    if id_ not in book.hearings:
        raise errors.unknown_hearing(named, hearing_ids(sources))
    case = book.case(id_)
    if case.resolve is None or not case.hearing.language:
        raise errors.unclear_recipients(named)
    table = build(case)
    return replace(table, rows=tuple(row for row in table.rows if row.name))


def looked_over(start: Path, today: dt.date) -> Review:
    """Return what there is to do about the register and the lists of a workspace.

    Raises:
        HearingkitError: If there is no workspace.
    """
    return look_over(read_book(find_workspace(start)), today)
