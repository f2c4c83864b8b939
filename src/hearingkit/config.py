"""Read which rules apply in a workspace, from ``hearingkit.toml`` or ``pyproject.toml``.

Only rules (``HK2`` and up) can be ignored or get another severity. Faults of YAML, shape or
reference can't: a hearing with such a fault can't be rendered.
"""

import fnmatch
import re
import tomllib
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from typing import Any, Final

from hearingkit import errors
from hearingkit.findings import Severity
from hearingkit.source.quoting import did_you_mean

FILE: Final = "hearingkit.toml"
PYPROJECT: Final = "pyproject.toml"

_KEYS: Final = ("select", "ignore", "severity", "per-file-ignores")
_MOST_PARTS: Final = 50
# tomllib takes time by the square of their number.
_LONG_KEY: Final = re.compile(rf"(?<![\w\"'-])(?:[\w\"'-]+[ \t]*\.[ \t]*){{{_MOST_PARTS}}}")
_PREFIX: Final = re.compile(r"HK[2-9]?\d{0,2}")


@dataclass(frozen=True, slots=True)
class Policy:
    """Which rules apply, and with which severity.

    Attributes:
        select: Prefixes of codes; only rules with one of them apply.
        ignore: Prefixes of codes that don't apply, even if selected.
        severity: A severity that replaces the rule's own, by prefix of its code.
        per_file: Prefixes of codes that don't apply in matching files, by file pattern.
    """

    select: tuple[str, ...] = ("HK",)
    ignore: tuple[str, ...] = ()
    severity: Mapping[str, Severity] = field(default_factory=dict)
    per_file: Mapping[str, tuple[str, ...]] = field(default_factory=dict)

    def counts(self, code: str, file: str) -> bool:
        """Return whether a rule applies in a file.

        Args:
            code: The code of the rule.
            file: The path relative to the workspace, with ``/`` between its parts.
        """
        if not code.startswith(self.select) or code.startswith(self.ignore):
            return False
        ignored = (
            codes for pattern, codes in self.per_file.items() if fnmatch.fnmatchcase(file, pattern)
        )
        return not any(code.startswith(codes) for codes in ignored)

    def graded(self, code: str, own: Severity) -> Severity:
        """Return a rule's severity: that of the longest matching prefix, or its own."""
        named = [prefix for prefix in self.severity if code.startswith(prefix)]
        return self.severity[max(named, key=len)] if named else own


def read_policy(text: str, file: str, codes: Iterable[str]) -> Policy:
    """Return the policy in a configuration file; the default policy if the file has none.

    Args:
        text: The content of the file.
        file: Its name in messages; of ``pyproject.toml`` only ``[tool.hearingkit]`` is read.
        codes: The codes of all rules.

    Raises:
        HearingkitError: If the file is no TOML, or holds something unknown.
    """
    reading = _Reading(file, tuple(codes))
    table = reading.parsed(text)
    for name in ("tool", "hearingkit") if file.endswith(PYPROJECT) else ():
        table = reading.table(name, table.get(name, {}))
    return reading.policy(table)


@dataclass(frozen=True, slots=True)
class _Reading:
    """A configuration file that is being read."""

    file: str
    codes: tuple[str, ...]

    def parsed(self, text: str) -> dict[str, Any]:
        """Return what the file holds."""
        if _LONG_KEY.search(text):
            raise errors.bad_config(self.file, f"has a key of more than {_MOST_PARTS} parts")
        try:
            return tomllib.loads(text)
        except RecursionError:
            raise errors.bad_config(self.file, "is nested too deeply") from None
        except ValueError as error:  # of TOML, or a number with more digits than Python reads
            problem = f"is no TOML: {str(error)[:1].lower()}{str(error)[1:]}"
            raise errors.bad_config(self.file, problem) from None

    def policy(self, table: Mapping[str, Any]) -> Policy:
        """Return the policy that a table tells."""
        for key in table:
            if key not in _KEYS:
                raise errors.bad_config(self.file, f'unknown key "{key}"{did_you_mean(key, _KEYS)}')
        severity = self.table("severity", table.get("severity", {}))
        per_file = self.table("per-file-ignores", table.get("per-file-ignores", {}))
        grades = {self._code("severity", code): self._grade(severity[code]) for code in severity}
        return Policy(
            select=self._prefixes("select", table.get("select", ["HK"])),
            ignore=self._prefixes("ignore", table.get("ignore", [])),
            severity=grades,
            per_file={path: self._prefixes(path, given) for path, given in per_file.items()},
        )

    def table(self, name: str, given: Any) -> dict[str, Any]:  # noqa: ANN401 (whatever TOML holds)
        """Return a table of the file."""
        if not isinstance(given, dict):
            raise errors.bad_config(self.file, f"{name} must be a table, as [{name}]")
        return given

    def _prefixes(self, name: str, given: Any) -> tuple[str, ...]:  # noqa: ANN401
        if not isinstance(given, list):
            raise errors.bad_config(self.file, f'{name} must be a list of codes, as ["HK205"]')
        return tuple(self._code(name, code) for code in given)

    def _code(self, name: str, code: object) -> str:
        if not isinstance(code, str) or not _PREFIX.fullmatch(code):
            raise errors.bad_config(self.file, f"{name} holds {code!r}, which is no rule's code")
        if not any(known.startswith(code) for known in self.codes):
            raise errors.bad_config(self.file, f'no rule "{code}"{did_you_mean(code, self.codes)}')
        return code

    def _grade(self, given: object) -> Severity:
        if given not in list(Severity):
            grades = ", ".join(Severity)
            raise errors.bad_config(self.file, f"severity {given!r} is not one of {grades}")
        return Severity(str(given))
