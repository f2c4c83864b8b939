"""What a command is about: the hearings asked for, and what is wrong with them."""

import datetime as dt
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from hearingkit.errors import (
    HasErrors,
    NoHearing,
    NotWrittenIn,
    SeveralHearings,
    UnknownHearing,
)
from hearingkit.findings import Report, Severity, in_order
from hearingkit.language.language import Language
from hearingkit.validation.book import Case
from hearingkit.workflows.check import Checked, check
from hearingkit.workflows.workspace import Workspace, find_workspace


@dataclass(frozen=True, slots=True)
class Selection:
    """Hearings, and whether they may go out.

    Attributes:
        workspace: Where they are described.
        cases: Those without an error, in the order asked for.
        report: What was found that concerns them.
    """

    workspace: Workspace
    cases: tuple[Case, ...]
    report: Report

    def sound(self) -> tuple[Case, ...]:
        """Return the cases.

        Raises:
            HasErrors: If anything that concerns them is an error; nothing goes out then.
        """
        if self.report.worst() is Severity.ERROR:
            raise HasErrors
        return self.cases


def select(
    start: Path,
    ids: Sequence[str] = (),
    languages: Sequence[Language] = (),
    today: dt.date | None = None,
) -> Selection:
    """Return the hearings of the workspace above a folder.

    Args:
        start: Where to begin looking upwards.
        ids: Only these; empty for all.
        languages: Only what is written in one of these; empty for all.
        today: The day on which they are judged; None leaves out what needs to know it.

    Raises:
        UnknownHearing: If no file holds a hearing of that id.
        NoHearing: If there is none at all.
        NotWrittenIn: If a hearing asked for is in no such language, or if none is.
        HearingkitError: If there is no workspace.
    """
    workspace = find_workspace(start)
    return _selected(workspace, check(workspace, today=today), ids, languages)


def select_one(
    start: Path,
    id_: str | None,
    languages: Sequence[Language] = (),
    today: dt.date | None = None,
) -> Selection:
    """Return one hearing: that of the id, or the only one there is.

    Raises:
        SeveralHearings: If none is named and there are several.
        HearingkitError: As ``select`` does.
    """
    workspace = find_workspace(start)
    checked = check(workspace, today=today)
    if id_ is None and len(checked.declared) > 1:
        raise SeveralHearings(checked.declared)
    return _selected(workspace, checked, [id_] if id_ else list(checked.declared), languages)


def _selected(
    workspace: Workspace, checked: Checked, ids: Sequence[str], languages: Sequence[Language]
) -> Selection:
    report = _concerning(checked, ids)
    wanted = dict.fromkeys(ids or checked.cases)
    cases = tuple(checked.cases[id_] for id_ in wanted if id_ in checked.cases)
    if report.worst() is Severity.ERROR:
        return Selection(workspace, cases, report)
    if not cases:
        raise NoHearing
    return Selection(workspace, _written_in(cases, languages, named=bool(ids)), report)


def _concerning(checked: Checked, ids: Sequence[str]) -> Report:
    """Return what concerns the hearings asked for; all that was found, where none are named.

    A hearing that can't be rendered is never let through: if none of the findings is its own, all
    of them are shown. So it is with an unknown one that may stand in a file that can't be read.
    """
    for id_ in ids:
        if checked.whole and id_ not in checked.declared:
            raise UnknownHearing(id_, checked.declared)
    if not ids or any(id_ not in checked.cases for id_ in ids):
        return checked.report
    findings = in_order(finding for id_ in ids for finding in checked.judged[id_])
    return Report(findings, checked.report.files)


def _written_in(
    cases: tuple[Case, ...], languages: Sequence[Language], *, named: bool
) -> tuple[Case, ...]:
    """Return the cases that have a letter in one of the languages.

    Raises:
        NotWrittenIn: If one that was named has none, or none of all has one.
    """
    if not languages:
        return cases
    written = tuple(case for case in cases if set(languages) & set(case.hearing.language))
    left_out = next((case for case in cases if case not in written), None)
    if left_out and (named or not written):
        of = [left_out] if named else cases
        there = {language.value for case in of for language in case.hearing.language}
        raise NotWrittenIn(left_out.id if named else None, languages, there)
    return written
