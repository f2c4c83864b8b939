"""Judge the hearings of some files of a workspace, and report on those of all."""

import datetime as dt
import itertools
from collections import Counter
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from typing import Final

from hearingkit.codes import reported
from hearingkit.config import Choice
from hearingkit.findings import Finding, Report, Severity
from hearingkit.frozen import frozen
from hearingkit.language.language import Language
from hearingkit.rules.run import Known, Verdict, all_rules, judge, judge_book, rules_of_book
from hearingkit.source.directives import Directive
from hearingkit.source.file import SourceFile
from hearingkit.source.long_lists import let_go
from hearingkit.validation.book import Case, HearingBook
from hearingkit.validation.lacks import lack_findings
from hearingkit.validation.passages import issuer_markup_findings, markup_findings, name_findings
from hearingkit.validation.sections import HEARINGS, SECTIONS
from hearingkit.workflows.bodies import loss_findings
from hearingkit.workflows.named_files import named_file_findings
from hearingkit.workflows.own_phrases import OwnPhrases, read_own_phrases
from hearingkit.workflows.passed_over import passed_over
from hearingkit.workflows.policy import Filter, Grading, Silence
from hearingkit.workflows.processes import mapped
from hearingkit.workflows.reading import name_of
from hearingkit.workflows.workspace import Workspace

WORTH_A_PROCESS: Final = 100
"""How many hearings a process should judge: with fewer it costs more than it saves."""


@frozen
class Judged:
    """What came of the hearings of some files.

    Attributes:
        files: The names of the files, in findings.
        values: How many values stand in them.
        declared: The ids of their hearings, including those with faults.
        found: What is wrong with the files, and with their data as such.
        findings_by_hearing: By hearing id, the findings about it and the files that it names.
        of_book: What those rules say of them that look at all hearings together.
        silent: The codes of rules that could not check all parts of all of them.
        silence: What was silenced.
        is_complete: Whether all could be read, and no hearing is hidden in an unknown section.
    """

    files: frozenset[str]
    values: int
    declared: frozenset[str]
    found: tuple[Finding, ...]
    findings_by_hearing: Mapping[str, tuple[Finding, ...]]
    of_book: tuple[Finding, ...]
    silent: frozenset[str]
    silence: Silence
    is_complete: bool


class Judge:
    """Judges hearings of a workspace, file by file or all at once.

    Args:
        workspace: The folder and its files.
        today: The day on which hearings are judged; None skips rules that need it.
        choice: Which rules are reported, besides what the configuration says.
        files: The names of the files whose hearings are judged; empty for all.

    Attributes:
        today: As above.
        own_phrases: Those of the workspace, by language.

    Raises:
        HearingkitError: If the configuration can't be followed, or there is no rule as chosen.
    """

    def __init__(
        self,
        workspace: Workspace,
        today: dt.date | None,
        choice: Choice,
        files: frozenset[str] = frozenset(),
    ) -> None:
        self.today = today
        self._workspace = workspace
        self._files = files
        self.own_phrases = read_own_phrases(workspace)
        self._grading = Grading.of(workspace, choice)
        self._known = Known()

    def shared_findings(self, book: HearingBook) -> Iterator[Finding]:
        """Yield what is wrong with what several hearings share, and what none of them can have."""
        yield from passed_over(self._workspace)
        yield from itertools.chain.from_iterable(map(issuer_markup_findings, book.issuers.values()))
        yield from (fault for one in self.own_phrases.values() for fault in one.findings)
        if self._workspace.templates:
            from hearingkit.workflows.own_templates import folder_findings

            yield from folder_findings(self._workspace)

    def judged(
        self,
        book: HearingBook,
        sources: Sequence[SourceFile],
        found: Collection[Finding],
        others: Iterable[Directive] = (),
        *,
        is_all: bool,
    ) -> Judged:
        """Return what comes of all hearings of a book.

        Args:
            book: With no hearings but those of the files.
            sources: The files.
            found: What is wrong with them so far.
            others: The comments of other files.
            is_all: Whether all the files could be read, and all hearings of each.
        """
        filter_ = Filter(self._grading, Silence.of(sources), others)
        for source in sources:
            let_go(source)
        verdicts = self._verdicts(book)
        to_judge = hearing_ids(filter(self._counts, sources))
        is_complete = is_all and all(map(shows_all_ids, sources))
        return Judged(
            files=frozenset(source.name for source in sources),
            values=sum(len(source.values) for source in sources),
            declared=hearing_ids(sources),
            found=tuple(found),
            findings_by_hearing={
                id_: filter_.of_hearing(book.hearings[id_], *one) for id_, one in verdicts.items()
            },
            of_book=judge_book(book) if is_complete and not any_error(found) else (),
            silent=_silent([verdict for verdict, _ in verdicts.values()], to_judge),
            silence=filter_.silence,
            is_complete=is_complete,
        )

    def report(self, parts: Sequence[Judged]) -> Report:
        """Report what comes of all parts of the workspace, in the files asked about."""
        silence = Silence([], [])
        for one in parts:
            silence.add(one.silence)
        filter_ = Filter(self._grading, silence)
        found = [fault for one in parts for fault in one.found]
        silent = frozenset[str]().union(*(one.silent for one in parts))
        if all(one.is_complete for one in parts) and not any_error(found):
            found += filter_.of_book(_of_all(parts))
        else:
            silent |= rules_of_book()
        for one in parts:
            found += itertools.chain.from_iterable(one.findings_by_hearing.values())
        found += filter_.of_comments(silent)
        asked = self._workspace.asked or self._workspace.files
        beside = set(map(name_of, set(self._workspace.files).difference(asked)))
        beside &= frozenset[str]().union(*(one.files for one in parts))
        relevant = reported(one for one in found if one.place.file not in beside)
        accepted = sum(1 for one in silence.findings if one.place.file not in beside)
        return Report(relevant, len(asked), accepted)

    def _counts(self, source: SourceFile) -> bool:
        """Return whether the hearings of a file are judged."""
        return not self._files or source.name in self._files

    def _verdicts(self, book: HearingBook) -> Mapping[str, tuple[Verdict, tuple[Finding, ...]]]:
        """Return for each hearing what the rules find in it, and what else is wrong with it.

        A case is let go once it is judged: what is read of a hearing takes more than the hearing.
        """

        def verdict(id_: str) -> tuple[Verdict, tuple[Finding, ...]]:
            case = book.case(id_, self.today)
            own = _own_findings(case, self._workspace, self.own_phrases)
            return judge(case, self._known), tuple(own)

        ids = tuple(id_ for id_, one in book.hearings.items() if self._counts(one.site.source))
        return dict(zip(ids, mapped(verdict, ids, WORTH_A_PROCESS), strict=True))


def _of_all(parts: Sequence[Judged]) -> Iterator[Finding]:
    """Yield what rules of the book say of all parts: of a file that all share, if all say it."""
    judging = [one for one in parts if one.declared] or parts
    own = frozenset[str]().union(*(one.files for one in judging))
    said_by = Counter(itertools.chain.from_iterable(set(one.of_book) for one in judging))
    for said, times in said_by.items():
        if times == len(judging) or said.place.file in own:
            yield said


def any_error(findings: Iterable[Finding]) -> bool:
    """Return whether one of some findings is an error."""
    return any(one.severity is Severity.ERROR for one in findings)


def _silent(verdicts: Collection[Verdict], declared: Collection[str]) -> frozenset[str]:
    """Return the codes of rules that could not check all parts of all hearings."""
    if len(verdicts) < len(declared):
        return frozenset(all_rules())
    return frozenset().union(*(verdict.silent for verdict in verdicts))


def shows_all_ids(source: SourceFile) -> bool:
    """Return whether no hearing can be hidden in a section that isn't understood."""
    is_known = source.tree.keys() <= SECTIONS.keys()
    return is_known and isinstance(source.tree.get(HEARINGS), dict | None)


def hearing_ids(sources: Iterable[SourceFile]) -> frozenset[str]:
    """Return the ids of the hearings of some files, also of those with faults."""
    sections = (source.tree.get(HEARINGS) for source in sources)
    return frozenset(id_ for one in sections if isinstance(one, dict) for id_ in one)


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
    yield from named_file_findings(case, workspace)
