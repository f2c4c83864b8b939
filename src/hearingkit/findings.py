"""What is wrong with a hearing, where, and what to do: values that reporters show."""

import enum
from collections.abc import Iterable
from dataclasses import dataclass


class Severity(enum.StrEnum):
    """How grave a finding is; a later member outweighs an earlier one."""

    NOTE = "note"
    WARNING = "warning"
    ERROR = "error"

    @property
    def rank(self) -> int:
        """Return 0 for a note, 1 for a warning, 2 for an error."""
        return list(Severity).index(self)


@dataclass(frozen=True, slots=True, order=True)
class Place:
    """A spot in a file.

    Attributes:
        file: The path as the user gave it or as found, with ``/`` between its parts.
        line: Counted from 1.
        column: Counted in characters from 1.
        end_column: The column behind the last character on the same line; None where unknown.
        excerpt: The whole source line without its line end; empty where it can't be shown.
    """

    file: str
    line: int = 1
    column: int = 1
    end_column: int | None = None
    excerpt: str = ""


@dataclass(frozen=True, slots=True)
class Finding:
    """One fault.

    Attributes:
        place: Where to look.
        code: ``HK`` and three digits; never reused for another fault.
        severity: How grave it is.
        message: What is wrong and what to do: lower case, no full stop.
        hint: How to mend it, where that takes a sentence of its own.
        source: The law, guidance or format that the fault offends; empty where none does.
    """

    place: Place
    code: str
    severity: Severity
    message: str
    hint: str = ""
    source: str = ""


@dataclass(frozen=True, slots=True)
class Report:
    """All that one run found, in the order of files and places.

    Attributes:
        findings: Sorted by file, line, column and code.
        files: How many files were read.
        accepted: How many findings the data accepts with a reason.
    """

    findings: tuple[Finding, ...]
    files: int
    accepted: int = 0

    def worst(self) -> Severity | None:
        """Return the gravest severity found; None where nothing was found."""
        return max((found.severity for found in self.findings), key=lambda s: s.rank, default=None)


def in_order(findings: Iterable[Finding]) -> tuple[Finding, ...]:
    """Return the findings as a reader meets them, each once."""
    unique = dict.fromkeys(findings)
    return tuple(sorted(unique, key=lambda f: (f.place.file, f.place.line, f.place.column, f.code)))
