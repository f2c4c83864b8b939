"""Write findings as one JSON object; ``json.schema.json`` in this folder is its schema."""

import json
from typing import Final

from hearingkit.findings import Finding, Report

VERSION: Final = 1
"""Raised when a member is taken away or changes its meaning; new members don't raise it."""


def report(run: Report) -> str:
    """Return the object and a line end; an unknown or empty value is null."""
    shape = {
        "version": VERSION,
        "findings": [_shape(finding) for finding in run.findings],
        "files": run.files,
        "accepted": run.accepted,
    }
    text = json.dumps(shape, ensure_ascii=False, indent=2)
    # A file name that is no UTF-8 holds lone surrogates, which only an escape can carry.
    return text.encode(errors="backslashreplace").decode() + "\n"


def _shape(finding: Finding) -> dict[str, str | int | None]:
    place = finding.place
    return {
        "file": place.file,
        "line": place.line,
        "column": place.column,
        "end_column": place.end_column,
        "code": finding.code,
        "severity": finding.severity.value,
        "message": finding.message,
        "hint": finding.hint or None,
        "source": finding.source.text if finding.source else None,
        "basis": finding.source.basis.value if finding.source else None,
    }
