"""Read and check the hearings of a workspace; every command starts with this."""

import datetime as dt
import functools
import itertools
from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import replace
from pathlib import Path
from typing import Final

from hearingkit.config import Choice
from hearingkit.findings import Finding, Report
from hearingkit.frozen import frozen
from hearingkit.source.reader import MOST_BYTES_TOGETHER, MOST_VALUES_TOGETHER, holds_alone
from hearingkit.validation.book import Case, HearingBook
from hearingkit.validation.sections import HEARINGS
from hearingkit.validation.validate import validate, validate_hearings, validate_shared
from hearingkit.workflows.judging import Judge, Judged, any_error, hearing_ids, shows_all_ids
from hearingkit.workflows.own_phrases import read_own_phrases, with_own_phrases
from hearingkit.workflows.policy import EVERY_RULE
from hearingkit.workflows.processes import mapped
from hearingkit.workflows.reading import name_of, read_all, size_of
from hearingkit.workflows.workspace import Workspace

AT_ONCE: Final = 50_000
"""How many bytes of hearings are read, judged and let go at once."""


@frozen(slots=False)
class CheckedWorkspace:
    """The hearings of a workspace, and the findings in them.

    Attributes:
        book: The hearings and lists that were read, including those with faults.
        today: The day on which they were checked.
        declared: The ids of all hearings, including those with faults.
        findings_by_hearing: By hearing id, the findings about it and the files that it names.
        report: The findings in the files that the user asked about.
        is_complete: Whether all files could be read, and all their sections, so that all ids are
            known.
    """

    book: HearingBook
    today: dt.date | None
    declared: frozenset[str]
    findings_by_hearing: Mapping[str, tuple[Finding, ...]]
    report: Report
    is_complete: bool

    @functools.cached_property
    def cases(self) -> Mapping[str, Case]:
        """Return the hearings without an error, by id; only they can be rendered."""
        sound = (id_ for id_ in self.book.hearings if id_ not in self.book.unsound)
        found = self.findings_by_hearing
        return {id_: self.book.case(id_, self.today) for id_ in sound if not any_error(found[id_])}


def check(
    workspace: Workspace,
    given: Mapping[Path, bytes] | None = None,
    today: dt.date | None = None,
    ids: Collection[str] = (),
    choice: Choice = EVERY_RULE,
) -> CheckedWorkspace:
    """Read and check the hearings of a workspace.

    Args:
        workspace: The folder and its files.
        given: Content to use in place of some of the files; ``-`` is standard input.
        today: The day on which hearings are checked; None skips rules that need it.
        ids: Check only these hearings, and what they refer to. For the others only the syntax is
            checked, and rules that compare all hearings are skipped. Empty for all.
        choice: Which rules are reported, besides what the configuration says.
    """
    return _checked(Judge(workspace, today, choice), workspace, given, ids)


def _checked(
    judge: Judge,
    workspace: Workspace,
    given: Mapping[Path, bytes] | None,
    ids: Collection[str] = (),
) -> CheckedWorkspace:
    sources, found = read_all(workspace, workspace.files, given, ids)
    book, faults = validate(sources, ids)
    book = with_own_phrases(book, judge.own_phrases)
    found += (*faults, *judge.shared_findings(book))
    is_all = len(sources) == len(workspace.files)
    judged = judge.judged(book, sources, found, is_all=is_all and not ids)
    return CheckedWorkspace(
        book=book,
        today=judge.today,
        declared=judged.declared,
        findings_by_hearing=judged.findings_by_hearing,
        report=judge.report([judged]),
        is_complete=is_all and all(map(shows_all_ids, sources)),
    )


def read_book(workspace: Workspace, given: Mapping[Path, bytes] | None = None) -> HearingBook:
    """Return what a workspace holds, as ``check`` does, without judging it."""
    sources, _ = read_all(workspace, workspace.files, given)
    book, _ = validate(sources)
    return with_own_phrases(book, read_own_phrases(workspace))


def report_on(
    workspace: Workspace,
    given: Mapping[Path, bytes] | None = None,
    today: dt.date | None = None,
    choice: Choice = EVERY_RULE,
) -> Report:
    """Return the report of ``check``, in less time and memory where files hold hearings alone.

    Many such files are read, judged and let go, some at a time, by several processes; what they
    refer to stands in the others. If the user asks about nothing but such files, the hearings of
    others aren't judged. The arguments are those of ``check``.
    """
    given = given or {}
    judge = Judge(workspace, today, choice, _asked_alone(workspace, given))
    parts = tuple(_parts_alone([path for path in workspace.files if path not in given]))
    report = _report_in_turn(judge, workspace, given, parts) if len(parts) > 1 else None
    return report or _checked(judge, workspace, given).report


def _asked_alone(workspace: Workspace, given: Mapping[Path, bytes]) -> frozenset[str]:
    """Return the names of the files asked about, if nothing in them is for hearings of others."""
    asked = workspace.asked if len(workspace.asked) < len(workspace.files) else ()
    if not all(holds_alone(HEARINGS, path, given.get(path)) for path in asked):
        return frozenset()
    return frozenset(map(name_of, asked))


def _parts_alone(paths: Sequence[Path]) -> Iterator[tuple[Path, ...]]:
    """Yield the files that hold hearings alone, as many at a time as are judged at once."""
    sizes = {path: size_of(path) for path in paths}
    if not AT_ONCE < sum(sizes.values()) <= MOST_BYTES_TOGETHER:
        return
    part: list[Path] = []
    held = 0
    for path, size in sizes.items():
        if size <= AT_ONCE and holds_alone(HEARINGS, path):
            if held + size > AT_ONCE:
                yield tuple(part)
                part, held = [], 0
            part.append(path)
            held += size
    yield tuple(part)


def _report_in_turn(
    judge: Judge,
    workspace: Workspace,
    given: Mapping[Path, bytes],
    parts: Sequence[tuple[Path, ...]],
) -> Report | None:
    """Return the report on a workspace of which parts hold hearings alone.

    Returns:
        None if its hearings can't be judged apart: some are in other files, or have the same id.
    """
    alone = frozenset(itertools.chain.from_iterable(parts))
    others = [path for path in workspace.files if path not in alone]
    sources, found = read_all(workspace, others, given)
    if hearing_ids(sources):
        return None
    shared, faults = validate_shared(sources)
    shared = replace(shared, book=with_own_phrases(shared.book, judge.own_phrases))
    found += (*faults, *judge.shared_findings(shared.book))
    first = judge.judged(shared.book, sources, found, is_all=len(sources) == len(others))

    def judged(paths: tuple[Path, ...]) -> Judged | None:
        read, found = read_all(workspace, paths)
        if any(source.tree.keys() - {HEARINGS} for source in read):
            return None
        book, faults = validate_hearings(shared, read)
        comments, is_all = first.silence.comments, len(read) == len(paths)
        return judge.judged(book, read, (*found, *faults), comments, is_all=is_all)

    # The first is judged here: what that takes of patterns and words, other processes have then.
    later = [one for one in (judged(parts[0]), *mapped(judged, parts[1:], 2)) if one]
    declared = sum(len(one.declared) for one in later)
    is_apart = len(frozenset().union(*(one.declared for one in later))) == declared
    values = sum(one.values for one in (first, *later))
    if len(later) < len(parts) or not is_apart or values > MOST_VALUES_TOGETHER:
        return None
    return judge.report([first, *later])
