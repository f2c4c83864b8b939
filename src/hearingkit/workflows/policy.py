"""Filter findings by the configuration of the workspace, by comments and by ``accept``."""

import dataclasses
import os
from collections.abc import Collection, Iterable, Iterator, Mapping
from dataclasses import field
from pathlib import Path
from typing import Final, Self, TypeAlias

from hearingkit import errors
from hearingkit.config import FILE, PYPROJECT, Choice, Policy, place_in, read_choice, read_policy
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


Silencer: TypeAlias = Directive | Acceptance
EVERY_RULE: Final = Choice()


@dataclasses.dataclass(slots=True, eq=False)
class Silence:
    """What comments and ``accept`` have silenced.

    Attributes:
        comments: The comments of the files that were read.
        bad_comments: The findings on those that are no good.
        findings: The findings that were silenced.
        needed: What silenced them.
    """

    comments: list[Directive]
    bad_comments: list[Finding]
    findings: list[Finding] = field(default_factory=list)
    needed: set[Silencer] = field(default_factory=set)

    @classmethod
    def of(cls, sources: Iterable[SourceFile]) -> Self:
        """Return the comments of some files, which have silenced nothing yet."""
        silence = cls([], [])
        for source in sources:
            good, bad = directives(source)
            silence.comments += good
            silence.bad_comments += bad
        return silence

    def add(self, other: "Silence") -> None:
        """Add what was silenced in other files."""
        self.findings += other.findings
        self.needed |= other.needed
        self.comments += other.comments
        self.bad_comments += other.bad_comments


@frozen
class Grading:
    """Which rules count in a workspace, and how much.

    Attributes:
        policy: What the configuration and the user say.
        is_partial: Whether some rules were left out for this run.
        off: The codes of rules in preview that nobody asks for.
        paths: The path of each file in the workspace, by its name in findings, where it counts.
    """

    policy: Policy
    is_partial: bool
    off: frozenset[str]
    paths: Mapping[str, str]

    @classmethod
    def of(cls, workspace: Workspace, choice: Choice = EVERY_RULE) -> Self:
        """Return what the configuration of a workspace says, and what is chosen besides.

        Raises:
            HearingkitError: If the configuration can't be read or followed, or there is no rule as
                it is chosen.
        """
        policy = policy_of(workspace).narrowed(read_choice(choice, all_rules()))
        paths = dict(_paths_in(workspace)) if policy.per_file else {}
        return cls(policy, choice.is_partial, _off(policy), paths)

    def graded(self, found: Finding) -> Finding | None:
        """Return a finding as severe as it is here; None if it doesn't count."""
        file, basis = found.place.file, found.source.basis if found.source else None
        path = self.paths.get(file, file)
        if found.code in self.off or not self.policy.counts(found.code, basis, path):
            return None
        severity = self.policy.graded(found.code, found.severity)
        return dataclasses.replace(found, severity=severity)

    def can_be_accepted(self, code: str) -> bool:
        """Return whether there is a rule of a code, and its findings are no errors here."""
        rule = all_rules().get(code)
        return rule is not None and self.policy.graded(code, rule.severity) is not Severity.ERROR


class Filter:
    """Filter findings by config, and silence them by comments and ``accept``.

    The config removes findings and sets the severity of the others; then comments and ``accept``
    silence warnings and notes. What is an error after grading is never silenced. Only findings of
    rules are filtered. A run that chooses some rules doesn't tell what silences nothing.

    Attributes:
        silence: What was silenced; to it is added.
    """

    def __init__(
        self, grading: Grading, silence: Silence, others: Iterable[Directive] = ()
    ) -> None:
        """Begin with the comments of some files; ``others`` are those of more files."""
        self.silence = silence
        self._grading = grading
        self._by_line: dict[tuple[str, int], list[Directive]] = {}
        for comment in (*others, *silence.comments):
            for line in range(comment.first, comment.last + 1):
                self._by_line.setdefault((comment.place.file, line), []).append(comment)

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
        can_be_accepted = self._grading.can_be_accepted
        good = {entry.code: entry for entry in entries if can_be_accepted(entry.code)}
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
        silence = self.silence
        return (*silence.bad_comments, *self._needless(silence.comments, silent))

    def _left(
        self, findings: Iterable[Finding], accepted: Mapping[str, Acceptance]
    ) -> Iterator[Finding]:
        for found in findings:
            graded = self._grading.graded(found)
            if graded is None:
                continue
            silencing = self._silencing(graded, accepted)
            self.silence.needed.update(silencing)
            if silencing and graded.severity is not Severity.ERROR:
                self.silence.findings.append(graded)
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
        unjudged = {*silent, *self._grading.off}
        for one in silencers if not self._grading.is_partial else ():
            if one not in self.silence.needed and not set(one.codes) & unjudged:
                yield one.needless()


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


def configured_in(workspace: Workspace, *keys: str) -> str:
    """Return the place of a key in the file with the configuration, where there is one."""
    path = next(path for path in _configurations(workspace) if path.is_file())
    return f"{display_path(path)}{place_in(_text(path), keys)}"


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
