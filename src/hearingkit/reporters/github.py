"""Write findings as GitHub workflow commands, one annotation each.

Source:
    https://docs.github.com/en/actions/reference/workflows-and-actions/workflow-commands
"""

from collections.abc import Mapping
from typing import Final

from hearingkit.findings import Finding, Report, Severity
from hearingkit.reporters.text import where

_COMMANDS: Final[Mapping[Severity, str]] = {
    Severity.NOTE: "notice",
    Severity.WARNING: "warning",
    Severity.ERROR: "error",
}


def report(run: Report) -> str:
    """Return one annotation per line; an empty string without findings."""
    text = "".join(f"{_annotation(finding)}\n" for finding in run.findings)
    # A file name that is no UTF-8 holds lone surrogates, which no log can carry.
    return text.encode(errors="backslashreplace").decode()


def _annotation(finding: Finding) -> str:
    place = finding.place
    properties = {
        "file": place.file,
        "line": str(place.line),
        "col": str(place.column),
        "endColumn": str(place.end_column or ""),
        "title": finding.code,
    }
    shown = ",".join(f"{name}={_property(text)}" for name, text in properties.items() if text)
    # The log shows neither file nor title, and only the first ten of a step become annotations.
    message = f"{where(place)}: {finding.code} {finding.message}"
    text = _data("\n".join(filter(None, (message, finding.hint, str(finding.source or "")))))
    return f"::{_COMMANDS[finding.severity]} {shown}::{text}"


def _data(text: str) -> str:
    """Escape line ends and the escape character."""
    return text.replace("%", "%25").replace("\r", "%0D").replace("\n", "%0A")


def _property(text: str) -> str:
    """Escape a property, where ``:`` and ``,`` are syntax too."""
    return _data(text).replace(":", "%3A").replace(",", "%2C")
