"""Read and check the hearings of a workspace; every command starts with this."""

import dataclasses
import datetime as dt
import functools
import itertools
import os
from collections.abc import Callable, Collection, Iterable, Iterator, Mapping
from pathlib import Path
from typing import TypeAlias

from hearingkit.codes import told
from hearingkit.config import Choice
from hearingkit.findings import Finding, Report, Severity
from hearingkit.frozen import frozen
from hearingkit.language.language import Language
from hearingkit.model.text import text_files
from hearingkit.rules.run import Known, Verdict, all_rules, judge, judge_book, rules_of_book
from hearingkit.source.file import SourceFile
from hearingkit.source.reader import (
    link_outside,
    missing,
    read,
    read_text,
    too_large_together,
)
from hearingkit.source.site import Site
from hearingkit.source.word_files import NoWordFile
from hearingkit.validation.book import Case, HearingBook
from hearingkit.validation.faults import finding, visible
from hearingkit.validation.lacks import lack_findings
from hearingkit.validation.passages import issuer_markup_findings, markup_findings, name_findings
from hearingkit.validation.sections import SECTIONS
from hearingkit.validation.validate import validate
from hearingkit.workflows.bodies import loss_findings, text_of, with_texts
from hearingkit.workflows.near_files import look_alike, near_file, near_path
from hearingkit.workflows.own_phrases import OwnPhrases, read_own_phrases
from hearingkit.workflows.passed_over import passed_over
from hearingkit.workflows.policy import EVERY_RULE, Filter
from hearingkit.workflows.processes import mapped
from hearingkit.workflows.workspace import STDIN, Workspace, display_path

STDIN_NAME = "<stdin>"
"""What findings call standard input."""

WORTH_A_PROCESS = 100
"""How many hearings a process should judge: with fewer it costs more than it saves."""


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
        return {id_: self.book.case(id_, self.today) for id_ in sound if not _any_error(found[id_])}


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
    sources, found = _read_all(workspace, given or {}, ids)
    book, faults = validate(sources, ids)
    own = read_own_phrases(workspace)
    phrases = {language: one.phrases for language, one in own.items()}
    book = dataclasses.replace(book, own_phrases=phrases)
    found += (*faults, *_shared_findings(workspace, book, own))
    judged = _judged(book, today, workspace, own)
    filter_ = Filter(workspace, sources, choice)
    findings_by_hearing = {
        id_: filter_.of_hearing(book.hearings[id_], *one) for id_, one in judged.items()
    }
    declared = frozenset(id_ for source in sources for id_ in _hearings(source))
    silent = _silent([verdict for verdict, _ in judged.values()], declared)
    is_complete = len(sources) == len(workspace.files) and all(map(_tells_all_ids, sources))
    if is_complete and not ids and not _any_error(found):
        found += filter_.of_book(judge_book(book))
    else:
        silent |= rules_of_book()
    found += itertools.chain.from_iterable(findings_by_hearing.values())
    found += filter_.of_comments(silent)
    return CheckedWorkspace(
        book=book,
        today=today,
        declared=declared,
        findings_by_hearing=findings_by_hearing,
        report=_report(workspace, sources, found, filter_.silenced),
        is_complete=is_complete,
    )


def _report(
    workspace: Workspace,
    sources: Iterable[SourceFile],
    found: Iterable[Finding],
    accepted: Iterable[Finding],
) -> Report:
    """Report findings in the files asked about, and in files that can't be read."""
    asked = {_name(path) for path in workspace.asked or workspace.files}
    read = {source.name for source in sources}
    relevant = (one for one in found if one.place.file in asked or one.place.file not in read)
    return Report(told(relevant), len(asked), sum(1 for one in accepted if one.place.file in asked))


def _judged(
    book: HearingBook,
    today: dt.date | None,
    workspace: Workspace,
    own: Mapping[Language, OwnPhrases],
) -> Mapping[str, tuple[Verdict, tuple[Finding, ...]]]:
    """Return for each hearing what the rules find in it, and what else is wrong with it.

    A case is let go once it is judged: what is read of a hearing takes more than the hearing.
    """
    known = Known()

    def judged(id_: str) -> tuple[Verdict, tuple[Finding, ...]]:
        case = book.case(id_, today)
        return judge(case, known), tuple(_own_findings(case, workspace, own))

    ids = tuple(book.hearings)
    return dict(zip(ids, mapped(judged, ids, WORTH_A_PROCESS), strict=True))


def _silent(verdicts: Collection[Verdict], declared: Collection[str]) -> frozenset[str]:
    """Return the codes of rules that could not check all parts of all hearings."""
    if len(verdicts) < len(declared):
        return frozenset(all_rules())
    return frozenset().union(*(verdict.silent for verdict in verdicts))


def _name(path: Path) -> str:
    return STDIN_NAME if path == STDIN else display_path(path)


def _any_error(findings: Iterable[Finding]) -> bool:
    return any(one.severity is Severity.ERROR for one in findings)


def _tells_all_ids(source: SourceFile) -> bool:
    """Return whether no hearing can be hidden in a section that isn't understood."""
    is_known = source.tree.keys() <= SECTIONS.keys()
    return is_known and isinstance(source.tree.get("hearings"), dict | None)


def _hearings(source: SourceFile) -> Collection[str]:
    section = source.tree.get("hearings")
    return section if isinstance(section, dict) else ()


def _read_all(
    workspace: Workspace, given: Mapping[Path, bytes], ids: Collection[str]
) -> tuple[list[SourceFile], list[Finding]]:
    sources: list[SourceFile] = []
    found: list[Finding] = []
    wanted = (lambda section, id_: section != "hearings" or id_ in ids) if ids else None
    size = values = 0
    for path in workspace.files:
        name = _name(path)
        size += len(given[path]) if path in given else _size(path)
        if refused := too_large_together(name, size, values):
            found.append(refused)
            break
        if path in given:
            source, faults = read_text(given[path], name, wanted)
        elif workspace.is_link_outside(path):
            source, faults = None, (link_outside(name),)
        else:
            source, faults = read(path, name, wanted)
            if source is None and _is_missing(path):
                faults = (_not_there(path, workspace),)
        found.extend(faults)
        if source:
            values += len(source.values)
            sources.append(with_texts(source, workspace))
    return sources, found


def _is_missing(path: Path) -> bool:
    """Return whether nothing is at a path, not even a link; what is barred may be there."""
    try:
        path.lstat()
    except FileNotFoundError:
        return True
    except (OSError, ValueError):
        return False
    return False


def _not_there(path: Path, workspace: Workspace) -> Finding:
    """Return the finding for a path that leads to nothing: what is near to it, or in the data."""
    data = workspace.root / "data"
    begin = Path(path.anchor)
    tries = (begin, path.relative_to(begin).as_posix()), (data, path.name)
    near = (
        display_path(folder / found) for folder, name in tries if (found := near_path(folder, name))
    )
    there = f"{display_path(data)}/" if data.is_dir() else ""
    return missing(display_path(path), next(near, ""), there)


def _size(path: Path) -> int:
    """Return the size of a file in bytes; 0 where it can't be told, and reading will fail."""
    try:
        return path.stat().st_size
    except (OSError, ValueError):
        return 0


def _own_findings(
    case: Case, workspace: Workspace, own: Mapping[Language, OwnPhrases]
) -> Iterator[Finding]:
    """Yield what is wrong with the words and the files that the workspace brings itself."""
    for language in () if case.located.is_at_fault("language") else case.hearing.language:
        yield from own[language].findings if language in own else ()
    yield from lack_findings(case)
    yield from name_findings(case)
    yield from markup_findings(case)
    yield from loss_findings(case)
    if case.is_sound and workspace.own_templates:  # the built-in ones can be filled
        from hearingkit.workflows.own_templates import template_findings

        yield from template_findings(case, workspace.own_templates)
    yield from _file_findings(case, workspace)


def _shared_findings(
    workspace: Workspace, book: HearingBook, own: Mapping[Language, OwnPhrases]
) -> Iterator[Finding]:
    """Yield what is wrong with what several hearings share, and what none of them can have."""
    yield from passed_over(workspace)
    yield from itertools.chain.from_iterable(map(issuer_markup_findings, book.issuers.values()))
    yield from (fault for one in own.values() for fault in one.findings)
    if workspace.templates:
        from hearingkit.workflows.own_templates import folder_findings

        yield from folder_findings(workspace)


def _file_findings(case: Case, workspace: Workspace) -> Iterator[Finding]:
    """Yield a finding for each file that the hearing names and that can't be used."""
    root = workspace.real_root
    for site, name, unusable in _named_files(case):
        folder = workspace.folder_of(site.source.name)
        path = _real(folder / name)
        if path and not path.is_relative_to(root):
            yield finding("HK117", site.place, given=name)
        elif path is None or not path.is_file():
            meant = near_file(folder, name)
            is_inside = Path(os.path.realpath(folder / meant)).is_relative_to(root)
            yield _missing(site, name, meant if is_inside else "")
        elif workspace.is_left_out(path):
            yield finding("HK114", site.place, "untracked", given=name)
        elif unusable:
            found = unusable(path)
            yield from (
                finding("HK114", site.place, variant, given=name, **facts)
                for variant, facts in found
            )


def _missing(site: Site, name: str, meant: str) -> Finding:
    is_there = bool(meant) and look_alike(name, meant)
    variant = "look_alike" if is_there else "missing"
    return finding("HK114", site.place, variant, given=name, meant=visible(meant))


Unusable: TypeAlias = Callable[[Path], Iterator[tuple[str, Mapping[str, object]]]]
"""Yields why a file can't be used, as a variant of HK114 with its facts."""


def _no_picture(path: Path) -> Iterator[tuple[str, Mapping[str, object]]]:
    from hearingkit.workflows.pictures import NoPicture, picture

    try:
        picture(path)
    except NoPicture as why:
        yield why.variant, why.facts


def _no_letterhead(path: Path) -> Iterator[tuple[str, Mapping[str, object]]]:
    from hearingkit.workflows.letterheads import NoLetterhead, letterhead

    try:
        letterhead(path)
    except NoLetterhead as why:
        yield why.variant, why.facts


def _no_text(path: Path) -> Iterator[tuple[str, Mapping[str, object]]]:
    try:
        text_of(path)
    except NoWordFile as why:
        yield why.variant, why.facts
    except OSError:
        yield "barred_word", {}


def _real(path: Path) -> Path | None:
    """Return a path with its links resolved; None if no file can have such a name."""
    try:
        real = Path(os.path.realpath(path))
        real.is_file()
    except (OSError, ValueError):
        return None
    return real


def _named_files(case: Case) -> Iterator[tuple[Site, str, Unusable | None]]:
    sent = [(case.site, case.hearing.enclosures)]
    sent += (
        (case.site.at("changes", number), change.enclosures)
        for number, change in enumerate(case.hearing.changes)
    )
    for site, enclosures in sent:
        for number, enclosure in enumerate(enclosures):
            if enclosure.file:
                yield site.at("enclosures", number, "file"), enclosure.file, None
    if case.hearing.reply_template and case.hearing.reply_template.file:
        yield case.site.at("reply_template", "file"), case.hearing.reply_template.file, None
    for path, one in text_files(case.hearing.body):
        yield case.site.at("body", *path, "file"), one.file, _no_text
    logo = case.sender.value.logo if case.sender else None
    if logo and logo.file:
        yield case.issuer_site.at("logo", "file"), logo.file, _no_picture
    if case.sender and case.sender.value.letterhead:
        yield case.issuer_site.at("letterhead"), case.sender.value.letterhead, _no_letterhead
