"""Select the hearings that the user asked for, with their findings."""

import datetime as dt
from collections.abc import Sequence
from pathlib import Path

from hearingkit import errors
from hearingkit.codes import reported
from hearingkit.errors import HasErrors
from hearingkit.findings import Report, Severity
from hearingkit.frozen import frozen
from hearingkit.language.language import Language
from hearingkit.validation.book import Case
from hearingkit.workflows.check import CheckedWorkspace, check
from hearingkit.workflows.workspace import Workspace, find_workspace


@frozen
class Selection:
    """The hearings that a command works on.

    Attributes:
        workspace: The workspace that holds them.
        cases: The hearings without an error, in the order of the command.
        report: The findings about them.
        is_named: Whether the user named them; else they are all that there are.
        declared: The ids of all hearings of the workspace.
        at_fault: Those of them that have errors, as far as they were checked.
        knows_all_ids: Whether no other hearing can be in a file that can't be read.
    """

    workspace: Workspace
    cases: tuple[Case, ...]
    report: Report
    is_named: bool
    declared: frozenset[str]
    at_fault: frozenset[str]
    knows_all_ids: bool

    @property
    def has_errors(self) -> bool:
        """Return whether a finding is an error."""
        return self.report.worst() is Severity.ERROR

    @property
    def left_out(self) -> tuple[str, ...]:
        """Return the ids of hearings with errors that were not named; empty if some were."""
        return () if self.is_named else tuple(sorted(self.at_fault))

    def sound(self) -> tuple[Case, ...]:
        """Return the cases.

        Raises:
            HasErrors: If the user named them and a finding is an error, or none has no error.
        """
        if self.has_errors and (self.is_named or not self.cases):
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
    if not cases and report.worst() is not Severity.ERROR:
        raise errors.no_hearing()
    if report.worst() is not Severity.ERROR or not ids:
        cases = _written_in(cases, languages, named=bool(ids))
    return Selection(
        workspace,
        cases,
        report,
        is_named=bool(ids),
        declared=checked.declared,
        at_fault=checked.declared - checked.cases.keys(),
        knows_all_ids=checked.is_complete,
    )


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
    findings = reported(finding for id_ in ids for finding in checked.findings_by_hearing[id_])
    return Report(findings, checked.report.files)


def _written_in(
    cases: tuple[Case, ...], languages: Sequence[Language], *, named: bool
) -> tuple[Case, ...]:
    """Return the cases with a letter in one of the languages; each named case must have one."""
    if not languages or not cases:
        return cases
    written = tuple(case for case in cases if set(languages) & set(case.hearing.language))
    left_out = next((case for case in cases if case not in written), None)
    if left_out and (named or not written):
        of = [left_out] if named else cases
        there = {language.value for case in of for language in case.hearing.language}
        raise errors.not_written_in(left_out.id if named else None, languages, there)
    return written
