"""Select the hearings that the user asked for, with their findings."""

import datetime as dt
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from hearingkit import errors
from hearingkit.errors import HasErrors
from hearingkit.findings import Report, Severity, in_order
from hearingkit.language.language import Language
from hearingkit.validation.book import Case
from hearingkit.workflows.check import CheckedWorkspace, check
from hearingkit.workflows.workspace import Workspace, find_workspace


@dataclass(frozen=True, slots=True)
class Selection:
    """The hearings that a command works on.

    Attributes:
        workspace: The workspace that holds them.
        cases: The hearings without an error, in the order of the command.
        report: The findings about them.
    """

    workspace: Workspace
    cases: tuple[Case, ...]
    report: Report

    def sound(self) -> tuple[Case, ...]:
        """Return the cases.

        Raises:
            HasErrors: If a finding about them is an error.
        """
        if self.report.worst() is Severity.ERROR:
            raise HasErrors
        return self.cases


def select(
    start: Path,
    ids: Sequence[str] = (),
    languages: Sequence[Language] = (),
    today: dt.date | None = None,
    *,
    only_one: bool = False,
) -> Selection:
    """Return the hearings of the workspace at or above a folder.

    Args:
        start: The folder where the search starts.
        ids: Only these hearings; empty for all.
        languages: Only hearings with a letter in one of these languages; empty for all.
        today: The day on which hearings are checked; None skips rules that need it.
        only_one: There must be a single one where none is named.

    Raises:
        HearingkitError: If there is no workspace, no file holds a hearing that is named or any
            at all, there are several where only one is wanted, or there is no letter in the
            languages: of one hearing that is named, or of all.
    """
    workspace = find_workspace(start)
    checked = check(workspace, today=today, ids=ids)
    if only_one and not ids:
        ids = tuple(checked.declared)
        if len(ids) > 1:
            raise errors.several_hearings(ids)
    report = _concerning(checked, ids)
    wanted = dict.fromkeys(ids or checked.cases)
    cases = tuple(checked.cases[id_] for id_ in wanted if id_ in checked.cases)
    if report.worst() is Severity.ERROR:
        return Selection(workspace, cases, report)
    if not cases:
        raise errors.no_hearing()
    return Selection(workspace, _written_in(cases, languages, named=bool(ids)), report)


def _concerning(checked: CheckedWorkspace, ids: Sequence[str]) -> Report:
    """Return the findings about the named hearings; all findings if none is named.

    If a named hearing can't be rendered, all findings are returned: the reason may be outside of
    it. The same goes for an unknown id, which may be in a file that can't be read.
    """
    for id_ in ids:
        if checked.is_complete and id_ not in checked.declared:
            raise errors.unknown_hearing(id_, checked.declared)
    if not ids or any(id_ not in checked.cases for id_ in ids):
        return checked.report
    findings = in_order(finding for id_ in ids for finding in checked.findings_by_hearing[id_])
    return Report(findings, checked.report.files)


def _written_in(
    cases: tuple[Case, ...], languages: Sequence[Language], *, named: bool
) -> tuple[Case, ...]:
    """Return the cases with a letter in one of the languages; each named case must have one."""
    if not languages:
        return cases
    written = tuple(case for case in cases if set(languages) & set(case.hearing.language))
    left_out = next((case for case in cases if case not in written), None)
    if left_out and (named or not written):
        of = [left_out] if named else cases
        there = {language.value for case in of for language in case.hearing.language}
        raise errors.not_written_in(left_out.id if named else None, languages, there)
    return written
