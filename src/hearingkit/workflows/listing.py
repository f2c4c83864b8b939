"""The hearings of a workspace by deadline: what is open, and for how long."""

import datetime as dt
import enum
import json
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Final

from hearingkit.model.gaps import unless_left_out
from hearingkit.model.hearing import Hearing
from hearingkit.model.text import in_language
from hearingkit.workflows.check import Checked, check
from hearingkit.workflows.workspace import find_workspace

COLUMNS: Final = ("deadline", "days", "state", "hearing", "title", "issuer")


class State(enum.StrEnum):
    """How a hearing stands on a day.

    Attributes:
        OPEN: Its deadline is today or later.
        PASSED: Its deadline is over, but nobody has closed it.
        CLOSED: It is over, and says so.
        AT_FAULT: It has an error, and can't be rendered.
    """

    OPEN = "open"
    PASSED = "passed"
    CLOSED = "closed"
    AT_FAULT = "at fault"


@dataclass(frozen=True, slots=True)
class Listed:
    """A hearing in the list.

    Attributes:
        id: The hearing's.
        state: On the day of the list.
        deadline: As in the data; empty where it can't be read.
        days_left: To the deadline, 0 on its day; None where it isn't known.
        issuer: The issuer's id; empty where it can't be read.
        title: In the hearing's first language; empty where it can't be read.
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


def listing(start: Path, today: dt.date) -> tuple[Listed, ...]:
    """Return the hearings of the workspace above a folder, the earliest deadline first.

    Those whose deadline isn't known come last.

    Raises:
        HearingkitError: If there is no workspace.
    """
    checked = check(find_workspace(start), today=today)
    listed = [_listed(id_, checked, today) for id_ in checked.declared]
    return tuple(sorted(listed, key=lambda one: (not one.deadline, one.deadline, one.id)))


def listing_as_json(listed: Sequence[Listed]) -> str:
    """Return the list for programs."""
    hearings = [
        {
            "id": one.id,
            "state": one.state.value,
            "deadline": one.deadline or None,
            "days_left": one.days_left,
            "issuer": one.issuer or None,
            "title": one.title or None,
        }
        for one in listed
    ]
    return json.dumps({"version": 1, "hearings": hearings}, ensure_ascii=False, indent=2) + "\n"


def state_of(id_: str, checked: Checked, today: dt.date) -> State:
    """Return how a hearing stands on a day."""
    if id_ not in checked.cases:
        return State.AT_FAULT
    hearing = checked.cases[id_].hearing
    if hearing.closed:
        return State.CLOSED
    return State.OPEN if hearing.deadline.day >= today else State.PASSED


def title_of(hearing: Hearing) -> str:
    """Return a hearing's title in its first language."""
    return in_language(hearing.title, hearing.language[0])


def _listed(id_: str, checked: Checked, today: dt.date) -> Listed:
    state = state_of(id_, checked, today)
    located = checked.book.hearings.get(id_)
    if located is None:
        return Listed(id_, state)
    hearing = located.value
    deadline = unless_left_out(lambda: hearing.deadline, None)
    return Listed(
        id_,
        state,
        deadline=str(deadline or ""),
        days_left=(deadline.day - today).days if deadline else None,
        issuer=unless_left_out(lambda: hearing.issuer, ""),
        title=unless_left_out(lambda: title_of(hearing), ""),
    )
