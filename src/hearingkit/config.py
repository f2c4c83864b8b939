"""Read ``hearingkit.toml`` or ``pyproject.toml``: which rules apply, and the font of PDFs.

Only rules (``HK2`` and up) can be ignored or get another severity. Faults of YAML, shape or
reference can't: a hearing with such a fault can't be rendered.
"""

import fnmatch
import re
from collections.abc import Iterable, Mapping
from dataclasses import field, replace
from typing import Any, Final

from hearingkit import errors
from hearingkit.errors import HearingkitError
from hearingkit.findings import Basis, Severity
from hearingkit.frozen import frozen
from hearingkit.patterns import late_pattern
from hearingkit.quoting import did_you_mean

FILE: Final = "hearingkit.toml"
PYPROJECT: Final = "pyproject.toml"

_KEYS: Final = ("select", "ignore", "severity", "per-file-ignores", "preview", "pdf")
_OF_PDF: Final = ("fonts", "family")
_MOST_PARTS: Final = 50
# tomllib takes time by the square of their number.
_LONG_KEY: Final = late_pattern(rf"(?<![\w\"'-])(?:[\w\"'-]+[ \t]*\.[ \t]*){{{_MOST_PARTS}}}")
_AT: Final = late_pattern(r"[ ]?\(at (?:line (\d+), column (\d+)|end of document)\)\Z")
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
    reading = _Reading(file, tuple(codes), text)
    table = reading.parsed()
    for name in ("tool", "hearingkit") if file.endswith(PYPROJECT) else ():
        table = reading.table(name, table.get(name, {}))
    return reading.policy(table)


def place_in(text: str, keys: Iterable[str]) -> str:
    """Return where a value stands in a file of TOML, as ``:3:1``; empty if it is not found.

    ``tomllib`` gives no places. So each key is looked for behind the one before it, as a word that
    stands in no comment.

    Args:
        text: The content of the file.
        keys: The names of tables and keys that lead to it; perhaps the value itself as the last.
    """
    start, at = max(text.find("[tool.hearingkit"), 0), None
    for key in filter(None, keys):
        for found in re.finditer(rf"(?<![\w-]){re.escape(key)}(?![\w-])", text[start:]):
            line_start = text.rfind("\n", 0, start + found.start()) + 1
            if "#" not in text[line_start : start + found.start()]:
                at = start + found.start()
                start += found.end()
                break
    return "" if at is None else _written(text, at)


def _written(text: str, at: int) -> str:
    before = text[:at]
    return f":{before.count(chr(10)) + 1}:{at - before.rfind(chr(10))}"


@frozen
class _Reading:
    """A configuration file that is being read."""

    file: str
    codes: tuple[str, ...]
    text: str = ""

    def parsed(self) -> dict[str, Any]:
        """Return what the file holds."""
        if long := _LONG_KEY.search(self.text):
            raise errors.bad_config(
                f"{self.file}{_written(self.text, long.start())}",
                f"a key has more than {_MOST_PARTS} parts",
            )
        import tomllib

        try:
            return tomllib.loads(self.text)
        except RecursionError:
            raise errors.bad_config(self.file, "is nested too deeply") from None
        except ValueError as error:  # of TOML, or a number with more digits than Python reads
            said, at = str(error), _AT.search(str(error))
            end = _written(self.text, len(self.text))
            place = f":{at[1]}:{at[2]}" if at and at[1] else end
            problem = f"is no TOML: {said[:1].lower()}{_AT.sub('', said[1:])}"
            raise errors.bad_config(f"{self.file}{place if at else ''}", problem) from None

    def refused(self, problem: str, *keys: str) -> HearingkitError:
        """Return the error for what the file holds under keys, the last of which may be a value."""
        return errors.bad_config(f"{self.file}{place_in(self.text, keys)}", problem)

    def policy(self, table: Mapping[str, Any]) -> Policy:
        """Return the policy that a table describes."""
        for key in table:
            if key not in _KEYS:
                raise self.refused(f'unknown key "{key}"{did_you_mean(key, _KEYS)}', key)
        severity = self.table("severity", table.get("severity", {}))
        per_file = self.table("per-file-ignores", table.get("per-file-ignores", {}))
        grades = {
            self._code("severity", code): self._grade(code, severity[code]) for code in severity
        }
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
            raise self.refused(f"[pdf] must hold two texts, as {example}", "pdf")
        return OwnFont(*texts)

    def table(self, name: str, given: Any) -> dict[str, Any]:  # noqa: ANN401 (whatever TOML holds)
        """Return a table of the file."""
        if not isinstance(given, dict):
            raise self.refused(f"{name} must be a table, as [{name}]", name)
        return given

    def prefixes(self, name: str, given: Any) -> tuple[str, ...]:  # noqa: ANN401
        """Return the beginnings of codes, and the kinds of basis, in a list of the file."""
        if not isinstance(given, list):
            raise self.refused(f'{name} must be a list of codes, as ["HK205"]', name)
        kinds = tuple(Basis)
        return tuple(one if one in kinds else self._code(name, one, kinds) for one in given)

    def _flag(self, name: str, given: object) -> bool:
        if not isinstance(given, bool):
            raise self.refused(f"{name} must be true or false", name)
        return given

    def _code(self, name: str, code: object, others: tuple[str, ...] = ()) -> str:
        if not isinstance(code, str) or not _PREFIX.fullmatch(code):
            neither = f", nor {', '.join(others)}" if others else ""
            typed = "".join(str(code).split()).casefold()
            meant = did_you_mean(
                typed, [one for one in (*self.codes, *others) if one.casefold() == typed]
            )
            problem = f"{name} holds {code!r}, which is no rule's code{neither}{meant}"
            raise self.refused(problem, name, str(code))
        if not any(known.startswith(code) for known in self.codes):
            meant = did_you_mean(code, self.codes)
            raise self.refused(f'no rule "{code}"{meant}', name, code)
        return code

    def _grade(self, code: str, given: object) -> Severity:
        if given not in list(Severity):
            problem = f"severity {given!r} is not one of {', '.join(Severity)}"
            raise self.refused(problem, "severity", code, str(given))
        return Severity(str(given))
