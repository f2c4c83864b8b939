"""Write findings as SARIF 2.1.0, for code scanning and for editors.

Source:
    https://docs.oasis-open.org/sarif/sarif/v2.1.0/sarif-v2.1.0.html
"""

from collections.abc import Sequence
from typing import Final

from hearingkit import __version__
from hearingkit.findings import Finding, Place, Report
from hearingkit.patterns import late_pattern
from hearingkit.reporters.fingerprints import fingerprints
from hearingkit.reporters.json_text import json_text
from hearingkit.reporters.plain import legible
from hearingkit.reporters.uris import is_absolute, uri
from hearingkit.rules.catalogue import catalogue

_SCHEMA: Final = (
    "https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json"
)
_LONGEST_CONTEXT: Final = 1000  # characters of a source line around a place
_LINK: Final = late_pattern(r"(?<!\\)((?:\\\\)*)\]\(")

_Shape = dict[str, object]


def report(run: Report) -> str:
    """Return a log with one run, and a line end; without findings it has no results."""
    codes = sorted({finding.code for finding in run.findings})
    driver = {
        "name": "hearingkit",
        "semanticVersion": __version__,
        "rules": [_rule(code, run.findings) for code in codes],
    }
    found = zip(run.findings, fingerprints(run.findings), strict=True)
    results = [_result(finding, codes, fingerprint) for finding, fingerprint in found]
    shown = {"tool": {"driver": driver}, "columnKind": "unicodeCodePoints", "results": results}
    return json_text({"$schema": _SCHEMA, "version": "2.1.0", "runs": [shown]})


def _rule(code: str, findings: Sequence[Finding]) -> _Shape:
    """Return the meaning of a code; GitHub requires all three texts."""
    own = [finding for finding in findings if finding.code == code]
    worst = max((finding.severity for finding in own), key=lambda severity: severity.rank)
    known = catalogue().get(code)
    sentence, details = (known.sentence, known.details) if known else (code, "")
    sources = sorted({f"Source: {finding.source}" for finding in own if finding.source})
    help_ = "\n\n".join(text for text in (details, *sources) if text)
    return {
        "id": code,
        "shortDescription": _message(sentence),
        "fullDescription": _message(sentence),
        "help": _message(help_ or sentence),
        "defaultConfiguration": {"level": worst.value},
    }


def _result(finding: Finding, codes: Sequence[str], fingerprint: str) -> _Shape:
    return {
        "ruleId": finding.code,
        "ruleIndex": codes.index(finding.code),
        "level": finding.severity.value,
        "message": _message("\n".join(filter(None, (finding.message, finding.hint)))),
        "locations": [{"physicalLocation": _location(finding.place)}],
        "partialFingerprints": {"hearingkit/v1": fingerprint},
    }


def _location(place: Place) -> _Shape:
    artifact = {"uri": uri(place.file)}
    if not is_absolute(place.file):
        # The name that code scanning knows the root of the repository by.
        artifact["uriBaseId"] = "%SRCROOT%"
    shape: _Shape = {"artifactLocation": artifact, "region": _region(place)}
    if context := _context(place):
        shape["contextRegion"] = context
    return shape


def _context(place: Place) -> _Shape:
    """Return the line around a place; nothing if it is no more than that, or too much.

    Source:
        SARIF 2.1.0, 3.29.5: the context is a proper superset of the region.
    """
    last, end = _after(place), _end_column(place)
    is_within = last is not None and end is not None and end <= last
    if not is_within or place.excerpt == _snippet(place) or len(place.excerpt) > _LONGEST_CONTEXT:
        return {}
    return {"startLine": place.line, "endColumn": last, "snippet": {"text": place.excerpt}}


def _region(place: Place) -> _Shape:
    """Return the region of a place; without an end column it extends to the end of the line."""
    region: _Shape = {"startLine": place.line, "startColumn": place.column}
    if _end_column(place):
        region["endColumn"] = _end_column(place)
    if _snippet(place):
        region["snippet"] = {"text": _snippet(place)}
    return region


def _snippet(place: Place) -> str:
    end = _end_column(place)
    return place.excerpt[place.column - 1 : end - 1 if end else None]


def _end_column(place: Place) -> int | None:
    """Return the column after the place; by default that after its line, None if none is known."""
    return next(
        (end for end in (place.end_column, _after(place)) if (end or 0) >= place.column), None
    )


def _after(place: Place) -> int | None:
    return len(place.excerpt) + 1 if place.excerpt else None


def _message(text: str) -> dict[str, str]:
    """Return a message in which text of the user is no placeholder and no link.

    Source:
        SARIF 2.1.0, 3.11.5: braces are doubled; 3.11.6: a bracket after a backslash ends no link.
    """
    plain = legible(text).replace("{", "{{").replace("}", "}}")
    return {"text": _LINK.sub(r"\1\\](", plain)}
