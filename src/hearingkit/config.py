"""Read ``hearingkit.toml`` or ``pyproject.toml``: which rules apply, and the font of PDFs.

Only rules (``HK2`` and up) can be ignored or get another severity. Faults of YAML, shape or
reference can't: a hearing with such a fault can't be rendered.
"""

import fnmatch
from collections.abc import Iterable, Mapping
from dataclasses import field, replace
from typing import Any, Final

from hearingkit import errors
from hearingkit.findings import Basis, Severity
from hearingkit.frozen import frozen
from hearingkit.patterns import late_pattern
from hearingkit.source.quoting import did_you_mean

FILE: Final = "hearingkit.toml"
PYPROJECT: Final = "pyproject.toml"

_KEYS: Final = ("select", "ignore", "severity", "per-file-ignores", "preview", "pdf")
_OF_PDF: Final = ("fonts", "family")
_MOST_PARTS: Final = 50
# tomllib takes time by the square of their number.
_LONG_KEY: Final = late_pattern(rf"(?<![\w\"'-])(?:[\w\"'-]+[ \t]*\.[ \t]*){{{_MOST_PARTS}}}")
_PREFIX: Final = late_pattern(r"HK[2-9]?\d{0,2}")


@frozen
class OwnFont:
    """The font of an office for its PDFs.

    Attributes:
        folder: The folder with its files, relative to the workspace.
        family: Its name, as ``Open Sans``.
    """

    folder: str
    family: str


@frozen
class Policy:
    """Which rules apply, and with which severity; and the font of PDFs.

    Attributes:
        select: Prefixes of codes, and kinds of basis; only rules with one of them apply.
        ignore: Prefixes of codes, and kinds of basis, that don't apply, even if selected.
        severity: A severity that replaces the rule's own, by prefix of its code.
        per_file: What doesn't apply in matching files, as in ``ignore``, by file pattern.
        preview: Whether rules in preview apply too.
        font: The font of PDFs; None for that of hearingkit.
    """

    select: tuple[str, ...] = ("HK",)
    ignore: tuple[str, ...] = ()
    severity: Mapping[str, Severity] = field(default_factory=dict)
    per_file: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    preview: bool = False
    font: OwnFont | None = None

    def counts(self, code: str, basis: Basis | None, file: str) -> bool:
        """Return whether a rule applies in a file.

        Args:
            code: The code of the rule.
            basis: The kind of source that the rule has there.
            file: The path relative to the workspace, with ``/`` between its parts.
        """

        def among(chosen: tuple[str, ...]) -> bool:
            return code.startswith(chosen) or basis in chosen

        if not among(self.select) or among(self.ignore):
            return False
        ignored = (
            chosen for path, chosen in self.per_file.items() if fnmatch.fnmatchcase(file, path)
        )
        return not any(among(chosen) for chosen in ignored)

    def asks_for(self, code: str) -> bool:
        """Return whether a rule in preview applies: previews do, or its whole code is selected."""
        return self.preview or code in self.select

    def narrowed(self, choice: "Choice") -> "Policy":
        """Return the policy for a run whose command line chooses among the rules."""
        return replace(
            self,
            select=choice.select or self.select,
            ignore=(*self.ignore, *choice.ignore),
            preview=self.preview or choice.preview,
        )

    def graded(self, code: str, own: Severity) -> Severity:
        """Return a rule's severity: that of the longest matching prefix, or its own."""
        named = [prefix for prefix in self.severity if code.startswith(prefix)]
        return self.severity[max(named, key=len)] if named else own


@frozen
class Choice:
    """Which rules a single run reports.

    Attributes:
        select: In place of what the configuration selects; empty for that.
        ignore: Besides what the configuration ignores.
        preview: Whether rules in preview apply too, whatever the configuration says.
    """

    select: tuple[str, ...] = ()
    ignore: tuple[str, ...] = ()
    preview: bool = False

    @property
    def is_partial(self) -> bool:
        """Return whether the run leaves rules out that else would apply."""
        return bool(self.select or self.ignore)


def read_choice(choice: Choice, codes: Iterable[str]) -> Choice:
    """Return a choice that was given on the command line, if it can be followed.

    Raises:
        HearingkitError: If it names a rule that there is not.
    """
    known = tuple(codes)
    _Reading("--select", known).prefixes("it", [*choice.select])
    _Reading("--ignore", known).prefixes("it", [*choice.ignore])
    return choice


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


@frozen
class _Reading:
    """A configuration file that is being read."""

    file: str
    codes: tuple[str, ...]

    def parsed(self, text: str) -> dict[str, Any]:
        """Return what the file holds."""
        if _LONG_KEY.search(text):
            raise errors.bad_config(self.file, f"has a key of more than {_MOST_PARTS} parts")
        import tomllib

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
            select=self.prefixes("select", table.get("select", ["HK"])),
            ignore=self.prefixes("ignore", table.get("ignore", [])),
            severity=grades,
            per_file={path: self.prefixes(path, given) for path, given in per_file.items()},
            preview=self._flag("preview", table.get("preview", False)),
            font=self._font(self.table("pdf", table["pdf"])) if "pdf" in table else None,
        )

    def _font(self, table: Mapping[str, object]) -> OwnFont:
        texts = [one for one in map(table.get, _OF_PDF) if isinstance(one, str) and one.strip()]
        if len(texts) < len(_OF_PDF) or len(table) > len(_OF_PDF):
            example = 'fonts = "fonts" and family = "Open Sans"'
            raise errors.bad_config(self.file, f"[pdf] must hold two texts, as {example}")
        return OwnFont(*texts)

    def table(self, name: str, given: Any) -> dict[str, Any]:  # noqa: ANN401 (whatever TOML holds)
        """Return a table of the file."""
        if not isinstance(given, dict):
            raise errors.bad_config(self.file, f"{name} must be a table, as [{name}]")
        return given

    def prefixes(self, name: str, given: Any) -> tuple[str, ...]:  # noqa: ANN401
        """Return the beginnings of codes, and the kinds of basis, in a list of the file."""
        if not isinstance(given, list):
            raise errors.bad_config(self.file, f'{name} must be a list of codes, as ["HK205"]')
        kinds = tuple(Basis)
        return tuple(one if one in kinds else self._code(name, one, kinds) for one in given)

    def _flag(self, name: str, given: object) -> bool:
        if not isinstance(given, bool):
            raise errors.bad_config(self.file, f"{name} must be true or false")
        return given

    def _code(self, name: str, code: object, others: tuple[str, ...] = ()) -> str:
        if not isinstance(code, str) or not _PREFIX.fullmatch(code):
            neither = f", nor {', '.join(others)}" if others else ""
            problem = f"{name} holds {code!r}, which is no rule's code{neither}"
            raise errors.bad_config(self.file, problem)
        if not any(known.startswith(code) for known in self.codes):
            raise errors.bad_config(self.file, f'no rule "{code}"{did_you_mean(code, self.codes)}')
        return code

    def _grade(self, given: object) -> Severity:
        if given not in list(Severity):
            grades = ", ".join(Severity)
            raise errors.bad_config(self.file, f"severity {given!r} is not one of {grades}")
        return Severity(str(given))
