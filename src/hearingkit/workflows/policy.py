"""What stands of what rules find, after the workspace's policy and comments in its files."""

import dataclasses
import os
from collections.abc import Collection, Iterable, Iterator, Sequence
from pathlib import Path

from hearingkit.config import FILE, PYPROJECT, Policy, read_policy
from hearingkit.errors import BadConfig
from hearingkit.findings import Finding, Severity
from hearingkit.rules.run import all_rules
from hearingkit.source.directives import Directive, directives, needless
from hearingkit.source.file import SourceFile
from hearingkit.workflows.workspace import Workspace, shown


class Settlement:
    """Settles findings one after the other, and remembers which comments were needed."""

    def __init__(self, workspace: Workspace, sources: Sequence[SourceFile]) -> None:
        self._policy = policy_of(workspace)
        self._paths = dict(_paths_in(workspace))
        read = [directives(source) for source in sources]
        self._directives = [directive for good, _ in read for directive in good]
        self.faults = tuple(finding for _, bad in read for finding in bad)
        self._needed: set[Directive] = set()
        self.silenced: list[Finding] = []

    def of(self, findings: Iterable[Finding]) -> tuple[Finding, ...]:
        """Return the findings that count, graded as the policy grades them.

        Only what a rule finds can be left out; and a comment never silences an error.
        """
        return tuple(settled for finding in findings for settled in self._settled(finding))

    def _settled(self, finding: Finding) -> Iterator[Finding]:
        if finding.code not in all_rules():
            yield finding
            return
        file = finding.place.file
        if not self._policy.counts(finding.code, self._paths.get(file, file)):
            return
        graded = dataclasses.replace(
            finding, severity=self._policy.graded(finding.code, finding.severity)
        )
        silencing = [directive for directive in self._directives if directive.silences(graded)]
        self._needed.update(silencing)
        if silencing and graded.severity is not Severity.ERROR:
            self.silenced.append(graded)
        else:
            yield graded

    def needless(self, silent: Collection[str]) -> tuple[Finding, ...]:
        """Return a finding for each comment that silenced nothing of what was settled.

        Args:
            silent: The codes of rules that could not tell all; a comment may be meant for one.
        """
        unneeded = (one for one in self._directives if one not in self._needed)
        return tuple(needless(one) for one in unneeded if not set(one.codes) & set(silent))


def policy_of(workspace: Workspace) -> Policy:
    """Return the policy of ``hearingkit.toml``, or else of ``pyproject.toml``.

    Raises:
        BadConfig: If the file can't be read or followed.
    """
    for name in (FILE, PYPROJECT):
        path = workspace.root / name
        if path.is_file():
            if workspace.is_left_by(path):
                raise BadConfig(shown(path), "is a link that leads out of the workspace")
            return read_policy(_text(path), shown(path), all_rules())
    return Policy()


def _text(path: Path) -> str:
    try:
        return path.read_text("utf-8-sig")
    except (OSError, UnicodeDecodeError):
        raise BadConfig(shown(path), "can't be read as UTF-8 text") from None


def _paths_in(workspace: Workspace) -> Iterator[tuple[str, str]]:
    """Yield each file's name in findings, and its path from the workspace's root."""
    for path in workspace.files:
        relative = os.path.relpath(os.path.realpath(path), os.path.realpath(workspace.root))
        yield shown(path), relative.replace(os.sep, "/")
