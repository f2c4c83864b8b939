"""Which rules count in a workspace, and how much: ``hearingkit.toml`` or ``pyproject.toml``.

Only rules can be left out or graded anew (``HK2`` and upwards); a fault of YAML, shape or reference
keeps a hearing from being rendered at all.
"""

import difflib
import fnmatch
import re
import tomllib
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from typing import Any, Final

from hearingkit.errors import BadConfig
from hearingkit.findings import Severity

FILE: Final = "hearingkit.toml"
PYPROJECT: Final = "pyproject.toml"

_KEYS: Final = ("select", "ignore", "severity", "per-file-ignores")
_PREFIX: Final = re.compile(r"HK[2-9]?\d{0,2}")


@dataclass(frozen=True, slots=True)
class Policy:
    """Which rules count.

    Attributes:
        select: Beginnings of codes that count; a code counts if it has one of them.
        ignore: Beginnings of codes that don't; they outweigh ``select``.
        severity: Another severity than a rule's own, by the beginning of its code.
        per_file: Beginnings of codes that don't count in files of a pattern.
    """

    select: tuple[str, ...] = ("HK",)
    ignore: tuple[str, ...] = ()
    severity: Mapping[str, Severity] = field(default_factory=dict)
    per_file: Mapping[str, tuple[str, ...]] = field(default_factory=dict)

    def counts(self, code: str, file: str) -> bool:
        """Tell whether a rule counts in a file.

        Args:
            code: The rule's.
            file: The path from the workspace's root, with ``/`` between its parts.
        """
        if not code.startswith(self.select) or code.startswith(self.ignore):
            return False
        ignored = (
            codes for pattern, codes in self.per_file.items() if fnmatch.fnmatchcase(file, pattern)
        )
        return not any(code.startswith(codes) for codes in ignored)

    def graded(self, code: str, own: Severity) -> Severity:
        """Return a rule's severity: that of the longest beginning named, or its own."""
        named = [beginning for beginning in self.severity if code.startswith(beginning)]
        return self.severity[max(named, key=len)] if named else own


def read_policy(text: str, file: str, codes: Iterable[str]) -> Policy:
    """Return the policy that a configuration file holds; the usual one where it holds none.

    Args:
        text: Of the file.
        file: How messages name it; in ``pyproject.toml`` only ``[tool.hearingkit]`` is read.
        codes: Of all rules there are.

    Raises:
        BadConfig: If the file is no TOML, or something in it isn't known.
    """
    try:
        table: Any = tomllib.loads(text)
    except tomllib.TOMLDecodeError as error:
        raise BadConfig(file, f"is no TOML: {str(error)[:1].lower()}{str(error)[1:]}") from None
    if file.endswith(PYPROJECT):
        table = table.get("tool", {}).get("hearingkit", {})
    return _Reading(file, tuple(codes)).policy(table)


@dataclass(frozen=True, slots=True)
class _Reading:
    """A configuration file while it is read."""

    file: str
    codes: tuple[str, ...]

    def policy(self, table: Any) -> Policy:  # noqa: ANN401 (whatever TOML holds)
        for key in self._table("the file", table):
            if key not in _KEYS:
                raise BadConfig(self.file, f'unknown key "{key}"{_meant(key, _KEYS)}')
        severity = self._table("severity", table.get("severity", {}))
        per_file = self._table("per-file-ignores", table.get("per-file-ignores", {}))
        grades = {self._code("severity", code): self._grade(severity[code]) for code in severity}
        return Policy(
            select=self._beginnings("select", table.get("select", ["HK"])),
            ignore=self._beginnings("ignore", table.get("ignore", [])),
            severity=grades,
            per_file={path: self._beginnings(path, given) for path, given in per_file.items()},
        )

    def _table(self, name: str, given: Any) -> dict[str, Any]:  # noqa: ANN401
        if not isinstance(given, dict):
            raise BadConfig(self.file, f"{name} must be a table, as [{name}]")
        return given

    def _beginnings(self, name: str, given: Any) -> tuple[str, ...]:  # noqa: ANN401
        if not isinstance(given, list):
            raise BadConfig(self.file, f'{name} must be a list of codes, as ["HK205"]')
        return tuple(self._code(name, code) for code in given)

    def _code(self, name: str, code: object) -> str:
        if not isinstance(code, str) or not _PREFIX.fullmatch(code):
            raise BadConfig(self.file, f"{name} holds {code!r}, which is no rule's code")
        if not any(known.startswith(code) for known in self.codes):
            raise BadConfig(self.file, f'no rule "{code}"{_meant(code, self.codes)}')
        return code

    def _grade(self, given: object) -> Severity:
        if given not in list(Severity):
            grades = ", ".join(Severity)
            raise BadConfig(self.file, f"severity {given!r} is not one of {grades}")
        return Severity(str(given))


def _meant(given: str, known: Iterable[str]) -> str:
    near = difflib.get_close_matches(given, list(known), n=1)
    return f'; did you mean "{near[0]}"?' if near else ""
