"""Files into a checked book: read, typed, linked, judged; what every command begins with."""

import datetime as dt
import itertools
import os
from collections.abc import Collection, Iterable, Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path

from hearingkit.findings import Finding, Report, Severity, in_order
from hearingkit.model.gaps import until_left_out
from hearingkit.rules.run import Verdict, all_rules, judge, judge_book, rules_of_book
from hearingkit.source.file import SourceFile
from hearingkit.source.reader import left, read, read_text
from hearingkit.validation.book import Case, HearingBook, Site
from hearingkit.validation.faults import finding
from hearingkit.validation.validate import validate
from hearingkit.workflows.pictures import MOST_MEGABYTES, picture_type
from hearingkit.workflows.policy import Settlement
from hearingkit.workflows.workspace import Workspace, folder_of, shown

STDIN = Path("-")


@dataclass(frozen=True, slots=True)
class Checked:
    """The hearings of a workspace, and what is wrong with them.

    Attributes:
        book: All that could be read, also of what is at fault.
        cases: The hearings without an error, by id; only they can be rendered.
        declared: The ids of all hearings, also of those at fault.
        judged: By id, what rules say of a hearing and of the files that it names.
        report: What was found, in the files asked about.
        whole: Whether every file could be read, so that all ids are known.
    """

    book: HearingBook
    cases: Mapping[str, Case]
    declared: frozenset[str]
    judged: Mapping[str, tuple[Finding, ...]]
    report: Report
    whole: bool


def check(
    workspace: Workspace,
    given: Mapping[Path, bytes] | None = None,
    today: dt.date | None = None,
) -> Checked:
    """Return the hearings of a workspace, checked.

    Args:
        workspace: Whose files are read.
        given: What stands for the content of some of the files; ``-`` is standard input.
        today: The day on which they are judged; None leaves out what needs to know it.
    """
    sources, found = _read_all(workspace, given or {})
    book, faults = validate(sources)
    found += faults
    cases = {id_: book.case(id_, today) for id_ in book.hearings}
    verdicts = {id_: judge(case) for id_, case in cases.items()}
    settlement = Settlement(workspace, sources)
    judged = {
        id_: settlement.of((*verdicts[id_].findings, *_own_findings(case, workspace)))
        for id_, case in cases.items()
    }
    declared = frozenset(id_ for source in sources for id_ in _hearings(source))
    silent = _silent(verdicts, declared)
    whole = len(sources) == len(workspace.files)
    if whole and not _any_error(found):
        found += settlement.of(judge_book(book))
    else:
        silent |= rules_of_book()
    found += itertools.chain.from_iterable(judged.values())
    found += (*settlement.faults, *settlement.needless(silent))
    accepted = [finding for verdict in verdicts.values() for finding in verdict.accepted]
    sound = {id_: case for id_, case in cases.items() if id_ not in book.unsound}
    return Checked(
        book=book,
        cases={id_: case for id_, case in sound.items() if not _any_error(judged[id_])},
        declared=declared,
        judged=judged,
        report=_report(workspace, sources, found, [*settlement.silenced, *accepted]),
        whole=whole,
    )


def _report(
    workspace: Workspace,
    sources: Iterable[SourceFile],
    found: Iterable[Finding],
    accepted: Iterable[Finding],
) -> Report:
    """Report on the files asked about, and on those that they may rest on and can't be read."""
    asked = {_name(path) for path in workspace.asked or workspace.files}
    read = {source.name for source in sources}
    told = (one for one in found if one.place.file in asked or one.place.file not in read)
    return Report(in_order(told), len(asked), sum(1 for one in accepted if one.place.file in asked))


def _silent(verdicts: Mapping[str, Verdict], declared: Collection[str]) -> frozenset[str]:
    """Return the codes of rules that could not tell all of some hearing."""
    if len(verdicts) < len(declared):
        return frozenset(all_rules())
    return frozenset().union(*(verdict.silent for verdict in verdicts.values()))


def _name(path: Path) -> str:
    return "<stdin>" if path == STDIN else shown(path)


def _any_error(findings: Iterable[Finding]) -> bool:
    return any(one.severity is Severity.ERROR for one in findings)


def _hearings(source: SourceFile) -> Collection[str]:
    section = source.tree.get("hearings")
    return section if isinstance(section, dict) else ()


def _read_all(
    workspace: Workspace, given: Mapping[Path, bytes]
) -> tuple[list[SourceFile], list[Finding]]:
    sources: list[SourceFile] = []
    found: list[Finding] = []
    for path in workspace.files:
        name = _name(path)
        if path in given:
            source, faults = read_text(given[path], name)
        elif workspace.is_left_by(path):
            source, faults = None, (left(name),)
        else:
            source, faults = read(path, name)
        found.extend(faults)
        if source:
            sources.append(source)
    return sources, found


def _own_findings(case: Case, workspace: Workspace) -> Iterator[Finding]:
    """Yield what is wrong with the words and the files that the data brings itself."""
    yield from until_left_out(_formula_findings(case, workspace))
    yield from until_left_out(_file_findings(case, workspace))


def _formula_findings(case: Case, workspace: Workspace) -> Iterator[Finding]:
    """Yield a finding for each formula of the data's own that can't be filled.

    The built-in templates can; so where nobody has worded anything, nothing is loaded to fill them.
    """
    if case.hearing.wording or case.issuer.wording or workspace.own_templates:
        from hearingkit.letters.formulas import formula_findings

        yield from formula_findings(case, workspace.own_templates)


def _file_findings(case: Case, workspace: Workspace) -> Iterator[Finding]:
    """Yield a finding for each file that the case names and that can't be used."""
    root = os.path.realpath(workspace.root)
    for site, name in _named_files(case):
        path = _real(folder_of(workspace, site.source.name) / name)
        if path and not path.is_relative_to(root):
            yield finding("outside", site.place, given=name)
        elif path is None or not path.is_file():
            yield finding("no_file", site.place, given=name)
        elif site.path[-2] == "logo" and picture_type(path) is None:
            yield finding("no_picture", site.place, given=name, most=MOST_MEGABYTES)


def _real(path: Path) -> Path | None:
    """Return where a path leads in the end; None where no file can have such a name."""
    try:
        real = Path(os.path.realpath(path))
        real.is_file()
    except (OSError, ValueError):
        return None
    return real


def _named_files(case: Case) -> Iterator[tuple[Site, str]]:
    for number, enclosure in enumerate(case.hearing.enclosures):
        if enclosure.file:
            yield case.site.at("enclosures", number, "file"), enclosure.file
    if case.hearing.reply_template and case.hearing.reply_template.file:
        yield case.site.at("reply_template", "file"), case.hearing.reply_template.file
    if case.issuer.logo:
        yield case.issuer_site.at("logo", "file"), case.issuer.logo.file
