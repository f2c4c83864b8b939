"""No finding depends on more than its check asks for: all the rest may be at fault.

A rule of the whole book asks for all of it, so nothing of it may be at fault.
"""

import contextlib
import inspect
import re
from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Final

import pytest
from tests.judging import today_of

from hearingkit.findings import Finding, Place
from hearingkit.model.hearing import Hearing
from hearingkit.rules.parts import _MAKERS, NotGiven, Parts
from hearingkit.rules.run import _finding, all_rules
from hearingkit.source.file import SourceFile, TreePath
from hearingkit.validation.book import Case
from hearingkit.workflows.check import CheckedWorkspace, check
from hearingkit.workflows.workspace import find_workspace

CORPUS: Final = Path(__file__).parents[1] / "corpus"
BREAKING_RULES: Final = [
    path
    for path in sorted(CORPUS.glob("invalid/HK*.yaml"))
    if re.match(rb"# expect.*HK[2-9]", path.read_bytes())
]
FIELDS: Final = frozenset(Hearing.keys())
BAD: Final = "{zzz: soon}"  # is wrong for each field
BAD_RECIPIENT: Final = "{name: A1, email: soon}"  # is first in each order
WITHOUT_TEXT: Final = frozenset(
    {"closed", "deadline", "decided", "electronically_approved", "in_force", "kind"}
    | {"open_to_all", "publish_answers", "published", "sent"}
)
WITH_TEXT: Final = FIELDS - WITHOUT_TEXT
PROSE: Final = frozenset({"title", "short_notice_reason", "body", "wording", "issuer", "changes"})
MADE_OF: Final[Mapping[str, frozenset[str]]] = {
    "deadline": frozenset({"changes"}),
    "deadline_site": frozenset({"changes"}),
    "is_over": frozenset({"changes", "closed"}),
    "letter_texts": PROSE,
    "lines": WITH_TEXT,
    "partial": WITH_TEXT,
    "parties": frozenset({"recipients", "copy_to"}),
    "texts": PROSE,
}
"""What is made of these fields without what is at fault in them."""

NEEDED_FOR: Final[Mapping[str, frozenset[str]]] = {
    "first_deadline": frozenset({"deadline"}),
    "kinds": frozenset({"kind"}),
    **dict.fromkeys(("texts", "letter_texts", "lines"), frozenset({"language"})),
}
"""What of the hearing other parts need."""

Edit = tuple[int, int, str]


@dataclass(frozen=True)
class Asked:
    """The fields that a check can't do without, and those that it takes if they are right."""

    needed: frozenset[str] = frozenset()
    used: frozenset[str] = frozenset()

    def __or__(self, other: "Asked") -> "Asked":
        return Asked(self.needed | other.needed, self.used | other.used)

    def optional(self) -> "Asked":
        return Asked(frozenset(), self.needed | self.used)


def asked_by(function: Callable[..., object]) -> Asked:
    asked = Asked()
    for one in inspect.signature(function).parameters.values():
        own = _asked_for(one.name)
        asked |= own if one.default is one.empty else own.optional()
    return asked


def _asked_for(name: str) -> Asked:
    if name in _MAKERS:
        return asked_by(_MAKERS[name])
    if name.startswith("issuer_"):
        return Asked(needed=frozenset({"issuer"}))
    needed = NEEDED_FOR.get(name, {name} & FIELDS)
    return Asked(frozenset(needed), MADE_OF.get(name, frozenset()))


def checked(path: Path, text: str) -> CheckedWorkspace:
    workspace = find_workspace(path.parent, [path])
    return check(workspace, {file: text.encode() for file in workspace.files}, today_of(path))


def found_by_checks(
    result: CheckedWorkspace, path: Path
) -> Iterator[tuple[Asked, Case, list[Finding]]]:
    """Yield what each check finds in each hearing, and what the check asks for."""
    spots = {(one.code, one.place) for one in result.report.findings}
    for id_ in result.book.hearings:
        case = result.book.case(id_, today_of(path))
        for rule in all_rules().values():
            for one in rule.checks if not rule.of_book else ():
                with contextlib.suppress(NotGiven):
                    breaches = one(**Parts(case).asked_by(one))
                    found = [_finding(rule, breach) for breach in breaches]
                    reported = [each for each in found if (each.code, each.place) in spots]
                    if reported:
                        yield asked_by(one), case, reported


def with_faults(case: Case, asked: Asked, found: list[Finding]) -> str:
    """Return the file with faults in all of the hearing that a check doesn't ask for.

    What a check takes if it is right is let alone if it is there: a finding may rest on it.
    """
    source, hearing = case.site.source, case.site.path
    tree = source.at(hearing)
    given = set(tree) if isinstance(tree, dict) else set()
    held = {key for key in given if any(_holds(source, (*hearing, key), one) for one in found)}
    let_alone = asked.needed | held | (asked.used & given)
    edits = {_replaced(source, (*hearing, key)) for key in (FIELDS & given) - let_alone}
    if "recipients" in (let_alone & given) - asked.needed:
        edits.add(_among_recipients(source, (*hearing, "recipients")))
    edits.add(_added(source, hearing, sorted(FIELDS - given - let_alone)))
    text = source.text
    for start, end, new in sorted(edits, reverse=True):
        text = text[:start] + new + text[end:]
    return text


def _holds(source: SourceFile, path: TreePath, found: Finding) -> bool:
    """Return whether a finding is on a line of a key or of its value."""
    return source.keys[path].line <= found.place.line <= source.values[path].end_line


def _replaced(source: SourceFile, path: TreePath) -> Edit:
    span = source.values[path]
    written = source.text[span.start : span.end].rstrip()
    return span.start, span.start + len(written), f" {BAD}"


def _among_recipients(source: SourceFile, path: TreePath) -> Edit:
    span = source.values.get((*path, "entries")) or source.values[path]
    if source.text[span.start] == "[":
        return span.start + 1, span.start + 1, f"{BAD_RECIPIENT}, "
    return span.start, span.start, f"- {BAD_RECIPIENT}\n{' ' * (span.column - 1)}"


def _added(source: SourceFile, hearing: TreePath, keys: list[str]) -> Edit:
    span = source.values[hearing]
    if source.text[span.start] == "{":
        return span.start + 1, span.start + 1, "".join(f"{key}: {BAD}, " for key in ["zz", *keys])
    indent = " " * (span.column - 1)
    text = "".join(f"{key}: {BAD}\n{indent}" for key in ["zz", *keys])
    return span.start, span.start, text


def words_of(findings: Iterable[Finding]) -> Counter[tuple[str, str]]:
    """Return the codes and the words that they are about; faults move lines."""
    return Counter((one.code, _words(one.place)) for one in findings)


def _words(place: Place) -> str:
    return place.excerpt[place.column - 1 : place.end_column and place.end_column - 1]


@pytest.mark.parametrize("path", BREAKING_RULES, ids=lambda path: path.stem)
def test_unrelated_faults_hide_no_finding(path: Path) -> None:
    text = path.read_bytes().decode("utf-8-sig", errors="replace")
    result = checked(path, text)

    for asked, case, found in found_by_checks(result, path):
        changed = with_faults(case, asked, found)
        report = checked(path, changed).report

        assert "HK102" in {one.code for one in report.findings}, changed
        assert not words_of(found) - words_of(report.findings), changed
