"""Filter findings by the configuration of the workspace, by comments and by ``accept``."""

import dataclasses
import functools
import os
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from pathlib import Path
from typing import Final

from hearingkit import errors
from hearingkit.config import FILE, PYPROJECT, Choice, Policy, read_choice, read_policy
from hearingkit.findings import Finding, Place, Severity
from hearingkit.frozen import frozen
from hearingkit.model.hearing import Hearing
from hearingkit.rules.run import Verdict, all_rules
from hearingkit.source.directives import Directive, directives
from hearingkit.source.file import SourceFile
from hearingkit.validation.faults import finding
from hearingkit.validation.located import Located
from hearingkit.workflows.workspace import Workspace, display_path

_MOST_BYTES: Final = 500_000  # a pyproject.toml may hold much else


@frozen
class Acceptance:
    """An entry of a hearing's ``accept``; it applies to all findings about that hearing.

    Attributes:
        code: The code of the accepted warnings.
        place: Where it stands.
    """

    code: str
    place: Place

    @property
    def codes(self) -> tuple[str, ...]:
        """Return its only code."""
        return (self.code,)

    def silences(self, finding: Finding) -> bool:
        """Return whether a finding about that hearing has its code."""
        return finding.code == self.code

    def needless(self) -> Finding:
        """Return the finding that it silences nothing."""
        return finding("HK125", self.place, given=self.code)


Silencer = Directive | Acceptance
EVERY_RULE: Final = Choice()


class Filter:
    """Filter findings by config, and silence them by comments and ``accept``.

    The config removes findings and sets the severity of the others; then comments and ``accept``
    silence warnings and notes. What is an error after grading is never silenced. Only findings of
    rules are filtered. A run that chooses some rules doesn't tell what silences nothing.

    Attributes:
        silenced: The findings that were silenced.
    """

    def __init__(
        self, workspace: Workspace, sources: Sequence[SourceFile], choice: Choice = EVERY_RULE
    ) -> None:
        self.silenced: list[Finding] = []
        self._policy = policy_of(workspace).narrowed(read_choice(choice, all_rules()))
        self._is_partial = choice.is_partial
        self._off = _off(self._policy)
        self._paths = dict(_paths_in(workspace))
        read = [directives(source) for source in sources]
        self._comments: list[Directive] = [comment for good, _ in read for comment in good]
        self._bad_comments = [found for _, bad in read for found in bad]
        self._by_line: dict[tuple[str, int], list[Directive]] = {}
        for comment in self._comments:
            for line in range(comment.first, comment.last + 1):
                self._by_line.setdefault((comment.place.file, line), []).append(comment)
        self._counts = functools.cache(self._policy.counts)
        self._needed: set[Silencer] = set()

    def of_hearing(
        self, hearing: Located[Hearing], verdict: Verdict, others: Iterable[Finding]
    ) -> tuple[Finding, ...]:
        """Return the remaining findings about a hearing, and findings about its ``accept``.

        Args:
            hearing: The hearing and where it stands.
            verdict: The findings of the rules.
            others: Other findings about the hearing; they are not filtered.
        """
        entries = [
            Acceptance(code, hearing.site.at("accept", code).key_place)
            for code in hearing.value.accept
        ]
        good = {entry.code: entry for entry in entries if self._can_be_accepted(entry.code)}
        left = self._left(verdict.findings, good)
        bad = [_bad_acceptance(entry) for entry in entries if entry.code not in good]
        return (*left, *others, *bad, *self._needless(good.values(), verdict.silent))

    def of_book(self, findings: Iterable[Finding]) -> tuple[Finding, ...]:
        """Return the remaining findings of rules that compare all hearings."""
        return tuple(self._left(findings, {}))

    def of_comments(self, silent: Collection[str]) -> tuple[Finding, ...]:
        """Return findings about comments; call it after all findings have been filtered.

        Args:
            silent: The codes of rules that could not check everything; a comment with one of
                these codes may be needed.
        """
        return (*self._bad_comments, *self._needless(self._comments, silent))

    def _left(
        self, findings: Iterable[Finding], accepted: Mapping[str, Acceptance]
    ) -> Iterator[Finding]:
        for found in findings:
            file = found.place.file
            basis = found.source.basis if found.source else None
            if found.code in self._off or not self._counts(
                found.code, basis, self._paths.get(file, file)
            ):
                continue
            severity = self._policy.graded(found.code, found.severity)
            graded = dataclasses.replace(found, severity=severity)
            silencing = self._silencing(graded, accepted)
            self._needed.update(silencing)
            if silencing and severity is not Severity.ERROR:
                self.silenced.append(graded)
            else:
                yield graded

    def _silencing(self, finding: Finding, accepted: Mapping[str, Acceptance]) -> list[Silencer]:
        """Return the comments on the line of a finding, and the acceptance, that silence it."""
        acceptance = accepted.get(finding.code)
        on_line = self._by_line.get((finding.place.file, finding.place.line), ())
        near: tuple[Silencer, ...] = (*on_line, *((acceptance,) if acceptance else ()))
        return [one for one in near if one.silences(finding)]

    def _needless(
        self, silencers: Iterable[Silencer], silent: Collection[str]
    ) -> Iterator[Finding]:
        unjudged = {*silent, *self._off}
        for one in silencers if not self._is_partial else ():
            if one not in self._needed and not set(one.codes) & unjudged:
                yield one.needless()

    def _can_be_accepted(self, code: str) -> bool:
        rule = all_rules().get(code)
        return rule is not None and self._policy.graded(code, rule.severity) is not Severity.ERROR


def _off(policy: Policy) -> frozenset[str]:
    """Return the codes of rules in preview that nobody asks for."""
    rules = all_rules().values()
    return frozenset(one.code for one in rules if one.preview and not policy.asks_for(one.code))


def _bad_acceptance(entry: Acceptance) -> Finding:
    code = entry.code
    if code in all_rules():
        return finding("HK124", entry.place, given=code)
    # Suggest only the same code in capitals; any other would be a guess.
    meant = code.upper() if code.upper() in all_rules() else ""
    return finding("HK123", entry.place, given=code, meant=meant)


def policy_of(workspace: Workspace) -> Policy:
    """Return the policy in ``hearingkit.toml``, or else in ``pyproject.toml``.

    Raises:
        HearingkitError: If the file can't be read or followed.
    """
    for path in _configurations(workspace):
        if path.is_file():
            if workspace.is_link_outside(path):
                raise errors.bad_config(
                    display_path(path), "is a link that leads out of the workspace"
                )
            return read_policy(_text(path), display_path(path), all_rules())
    return Policy()


def configured_in(workspace: Workspace) -> str:
    """Return the name in messages of the file with the configuration, where there is one."""
    return next(display_path(path) for path in _configurations(workspace) if path.is_file())


def _configurations(workspace: Workspace) -> tuple[Path, ...]:
    return tuple(workspace.root / name for name in (FILE, PYPROJECT))


def _text(path: Path) -> str:
    try:
        with path.open("rb") as file:
            data = file.read(_MOST_BYTES + 1)
        text = data.decode("utf-8-sig")
    except (OSError, UnicodeDecodeError):
        raise errors.bad_config(display_path(path), "can't be read as UTF-8 text") from None
    if len(data) > _MOST_BYTES:
        raise errors.bad_config(display_path(path), f"is larger than {_MOST_BYTES // 1000} kB")
    return text


def _paths_in(workspace: Workspace) -> Iterator[tuple[str, str]]:
    """Yield each file's name in findings, and its path relative to the workspace."""
    for path in workspace.files:
        relative = os.path.relpath(os.path.realpath(path), workspace.real_root)
        yield display_path(path), relative.replace(os.sep, "/")
