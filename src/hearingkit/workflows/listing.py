"""List the hearings of a workspace by deadline, with state and days left."""

import dataclasses
import datetime as dt
import enum
from collections.abc import Sequence
from pathlib import Path
from typing import Final

from hearingkit.frozen import frozen
from hearingkit.reporters.json_text import json_text
from hearingkit.workflows.check import CheckedWorkspace, check
from hearingkit.workflows.leftovers import leftovers
from hearingkit.workflows.workspace import find_workspace, usual_folder

COLUMNS: Final = ("deadline", "days", "state", "hearing", "title", "issuer")


class State(enum.StrEnum):
    """The state of a hearing on a day.

    Attributes:
        DRAFT: The hearing is a draft, and can't be sent yet.
        OPEN: The deadline is today or later.
        PASSED: The deadline is over, and the hearing is not marked as closed.
        CLOSED: The hearing is marked as closed, or its last letter says that it is over.
        AT_FAULT: The hearing has an error and can't be rendered.
    """

    DRAFT = "draft"
    OPEN = "open"
    PASSED = "passed"
    CLOSED = "closed"
    AT_FAULT = "at fault"


@frozen
class ListedHearing:
    """A hearing in the list.

    Attributes:
        id: The id of the hearing.
        state: The state on the day of the list.
        deadline: As written in the data; empty if it can't be read.
        days_left: Days until the deadline, 0 on the day itself; None if unknown.
        issuer: The id of the issuer; empty if it can't be read.
        title: The title in the hearing's first language; empty if it can't be read.
    """

    id: str
    state: State
    deadline: str = ""
    days_left: int | None = None
    issuer: str = ""
    title: str = ""

    def row(self) -> tuple[str, ...]:
        """Return the cells that ``COLUMNS`` names."""
        known = self.days_left is not None and self.state is not State.CLOSED
        days = str(self.days_left) if known else ""
        return self.deadline, days, self.state.value, self.id, self.title, self.issuer


@frozen
class HearingList:
    """The hearings of a workspace, and what is left of others.

    Attributes:
        hearings: The hearings, the earliest deadline first; those without a known one come last.
        leftovers: Folders in ``out`` that were rendered of a hearing that is renamed or gone.
    """

    hearings: tuple[ListedHearing, ...]
    leftovers: tuple[Path, ...]


def list_hearings(start: Path, today: dt.date) -> HearingList:
    """Return the hearings of the workspace at or above a folder.

    Raises:
        HearingkitError: If there is no workspace.
    """
    workspace = find_workspace(start)
    checked = check(workspace, today=today)
    listed = [_listed(id_, checked, today) for id_ in checked.declared]
    return HearingList(
        tuple(sorted(listed, key=lambda one: (not one.deadline, one.deadline, one.id))),
        leftovers(usual_folder(workspace), checked.declared) if checked.is_complete else (),
    )


def hearings_as_json(listed: Sequence[ListedHearing]) -> str:
    """Return the list as JSON; what is unknown is null."""
    hearings = [
        {name: None if value == "" else value for name, value in dataclasses.asdict(one).items()}
        for one in listed
    ]
    return json_text({"version": 1, "hearings": hearings})


def state_of(id_: str, checked: CheckedWorkspace, today: dt.date) -> State:
    """Return the state of a hearing on a day."""
    if id_ not in checked.cases:
        return State.AT_FAULT
    hearing = checked.cases[id_].hearing
    if hearing.draft:
        return State.DRAFT
    if hearing.is_over:
        return State.CLOSED
    return State.OPEN if hearing.due.day >= today else State.PASSED


def _listed(id_: str, checked: CheckedWorkspace, today: dt.date) -> ListedHearing:
    state = state_of(id_, checked, today)
    located = checked.book.hearings.get(id_)
    if located is None:
        return ListedHearing(id_, state)
    hearing = located.value
    deadline = hearing.due
    return ListedHearing(
        id_,
        state,
        deadline=str(deadline or ""),
        days_left=(deadline.day - today).days if deadline else None,
        issuer=hearing.issuer or "",
        title=(checked.cases.get(id_) or checked.book.case(id_)).title,
    )
