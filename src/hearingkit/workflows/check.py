"""Files into a checked book: read, typed, linked, judged; what every command begins with."""

from collections.abc import Collection, Iterator, Mapping
from dataclasses import dataclass

from hearingkit.errors import TemplateFault
from hearingkit.findings import Finding, Report, Severity, in_order
from hearingkit.language.language import Language
from hearingkit.letters.compose import prose
from hearingkit.letters.context import letter_names
from hearingkit.letters.environment import environment
from hearingkit.model.book import Case, HearingBook, Site
from hearingkit.model.faults import finding
from hearingkit.model.text import in_language
from hearingkit.model.validation import validate
from hearingkit.model.wording import Formula
from hearingkit.rules.run import judge
from hearingkit.source.file import SourceFile
from hearingkit.source.reader import read, read_text
from hearingkit.workflows.workspace import Workspace, folder_of, shown

_STDIN = "-"


@dataclass(frozen=True, slots=True)
class Checked:
    """A book and what is wrong with it.

    Attributes:
        book: All that could be read.
        cases: The hearings without an error, by id; only they can be rendered.
        declared: The ids of all hearings, also of those at fault.
        judged: By id, what rules say of a hearing and of the files that it names.
        report: What was found, in every file.
    """

    book: HearingBook
    cases: dict[str, Case]
    declared: frozenset[str]
    judged: Mapping[str, tuple[Finding, ...]]
    report: Report


def check(workspace: Workspace, stdin: bytes | None = None) -> Checked:
    """Return the book of a workspace, checked.

    Args:
        workspace: Whose files are read.
        stdin: What stands for the file ``-``.
    """
    sources, found = _read_all(workspace, stdin)
    book, faults = validate(sources)
    found += faults
    cases: dict[str, Case] = {}
    judged: dict[str, tuple[Finding, ...]] = {}
    accepted = 0
    for case in book.cases():
        verdict = judge(case)
        own = [*verdict.findings, *_formula_findings(case, workspace)]
        own += _file_findings(case, workspace)
        accepted += verdict.accepted
        found += own
        judged[case.id] = tuple(own)
        if all(one.severity is not Severity.ERROR for one in own):
            cases[case.id] = case
    declared = frozenset(str(id_) for source in sources for id_ in _section(source, "hearings"))
    return Checked(
        book, cases, declared, judged, Report(in_order(found), len(workspace.files), accepted)
    )


def _section(source: SourceFile, name: str) -> Collection[str]:
    section = source.tree.get(name)
    return section if isinstance(section, dict) else ()


def _read_all(workspace: Workspace, stdin: bytes | None) -> tuple[list[SourceFile], list[Finding]]:
    sources: list[SourceFile] = []
    found: list[Finding] = []
    for path in workspace.files:
        if stdin is not None and str(path) == _STDIN:
            source, faults = read_text(stdin, "<stdin>")
        else:
            source, faults = read(path, shown(path))
        found.extend(faults)
        if source:
            sources.append(source)
    return sources, found


def _formula_findings(case: Case, workspace: Workspace) -> Iterator[Finding]:
    """Yield a finding for a formula of the data's own that can't be filled."""
    env = environment(workspace.own_templates, letter_names())
    for language in case.hearing.language:
        try:
            prose(case, language, env)
        except TemplateFault as error:
            yield _formula_finding(case, language, error)


def _formula_finding(case: Case, language: Language, error: TemplateFault) -> Finding:
    """Return the finding at the formula's line; at the hearing if a template is at fault."""
    name = error.template.removeprefix("wording/")
    if name == error.template:
        return finding("bad_formula", case.site.key_place, problem=str(error))
    own = name in case.hearing.wording
    site = (case.site if own else case.issuer_site).at("wording", name)
    passage = (case.hearing if own else case.issuer).wording[Formula(name)]
    text = in_language(passage, language) if passage else ""
    site = site if isinstance(passage, str) else site.at(language.value)
    problem = f"{error.problem[:1].lower()}{error.problem[1:]}".rstrip(".")  # Jinja's own words
    return finding("bad_formula", site.quote_line(text, error.line), problem=problem)


def _file_findings(case: Case, workspace: Workspace) -> Iterator[Finding]:
    """Yield a finding for each file that the case names and that isn't there."""
    for site, name in _named_files(case):
        folder = folder_of(workspace, site.source.name)
        try:
            path = (folder / name).resolve()
            there = path.is_file()
        except (OSError, ValueError):  # a name that no file can have
            there, path = False, folder
        if not path.is_relative_to(workspace.root.resolve()):
            yield finding("outside", site.place, given=name)
        elif not there:
            yield finding("no_file", site.place, given=name)


def _named_files(case: Case) -> Iterator[tuple[Site, str]]:
    for number, enclosure in enumerate(case.hearing.enclosures):
        if enclosure.file:
            yield case.site.at("enclosures", number, "file"), enclosure.file
    if case.hearing.reply_template and case.hearing.reply_template.file:
        yield case.site.at("reply_template", "file"), case.hearing.reply_template.file
    if case.issuer.logo:
        yield case.issuer_site.at("logo", "file"), case.issuer.logo.file
