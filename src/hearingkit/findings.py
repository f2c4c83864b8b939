"""Findings: what is wrong in a file, where, and what to do. Reporters show these values."""

import enum
import functools
import itertools
from collections.abc import Iterable, Iterator
from typing import Final, TypeVar

from hearingkit.frozen import frozen

T = TypeVar("T")

MOST_REPORTED: Final = 100
"""How often a code is reported in one file: with more faults it is at fault as a whole, and to
find the place of each would take longer than anybody waits."""

MOST_REPORTED_TOGETHER: Final = 2_000
"""How often a code is reported in all files, to the end of the file in which that is reached."""


class Severity(enum.StrEnum):
    """How serious a finding is; later members are more serious."""

    NOTE = "note"
    WARNING = "warning"
    ERROR = "error"

    @property
    def rank(self) -> int:
        """Return 0 for a note, 1 for a warning, 2 for an error."""
        return list(Severity).index(self)


class Basis(enum.StrEnum):
    """What kind of basis a code has, by which rules are selected; the first binds most."""

    LAW = "law"
    """A statute or a regulation."""
    GUIDANCE = "guidance"
    """An instruction within the state, or what a ministry or a standards body advises."""
    STANDARD = "standard"
    """A technical standard, a format or a register that programs read by."""
    SPELLING = "spelling"
    """What the language council of a country has set."""
    PRACTICE = "practice"
    """What offices do, and what goes wrong where they don't."""


@frozen
class Citation:
    """What a code is based on.

    Attributes:
        basis: The kind of it.
        text: The law with its paragraph, the guidance, or the custom and what it is for.
    """

    basis: Basis
    text: str

    def __str__(self) -> str:
        """Return the text with its kind: ``planloven (DK) § 24, stk. 6 (law)``."""
        return f"{self.text} ({self.basis})"


law: Final = functools.partial(Citation, Basis.LAW)
guidance: Final = functools.partial(Citation, Basis.GUIDANCE)
standard: Final = functools.partial(Citation, Basis.STANDARD)
spelling: Final = functools.partial(Citation, Basis.SPELLING)
practice: Final = functools.partial(Citation, Basis.PRACTICE)


@frozen
class Place:
    """A place in a file.

    Attributes:
        file: The path as the user gave it or as found, with ``/`` between its parts.
        line: Counted from 1.
        column: Counted in characters from 1.
        end_column: The column after the last character, on the same line; None if unknown.
        excerpt: The whole source line without its line end; empty if it can't be shown.
    """

    file: str
    line: int = 1
    column: int = 1
    end_column: int | None = None
    excerpt: str = ""

    @property
    def line_in_file(self) -> str:
        """Return the file and the line: ``data/hearings.yaml:7``."""
        return f"{self.file}:{self.line}"

    @property
    def order(self) -> tuple[str, int, int]:
        """Return what comes first: by file, line and column."""
        return self.file, self.line, self.column


@frozen
class Finding:
    """One fault in a file.

    Attributes:
        place: The place of the fault.
        code: ``HK`` and three digits; a code is never reused for another fault.
        severity: How serious it is.
        message: What is wrong and what to do: lower case, no full stop.
        hint: How to mend it, if the message does not say so; may be empty.
        source: What the code is based on; None where that is not known.
    """

    place: Place
    code: str
    severity: Severity
    message: str
    hint: str = ""
    source: Citation | None = None


@frozen
class Report:
    """The findings of one run.

    Attributes:
        findings: Sorted by file, line, column and code.
        files: Number of files that were checked.
        accepted: Number of findings that comments or ``accept`` silence.
    """

    findings: tuple[Finding, ...]
    files: int
    accepted: int = 0

    def worst(self) -> Severity | None:
        """Return the highest severity; None without findings."""
        return max((found.severity for found in self.findings), key=lambda s: s.rank, default=None)


def in_order(findings: Iterable[Finding]) -> tuple[Finding, ...]:
    """Return the findings sorted by file, line, column and code, without duplicates."""
    unique = dict.fromkeys(findings)
    return tuple(sorted(unique, key=lambda one: (*one.place.order, one.code)))


def limited(items: Iterable[T]) -> Iterator[T]:
    """Yield no more items than are reported, and one by which it is seen that there are more."""
    return itertools.islice(items, MOST_REPORTED + 1)
