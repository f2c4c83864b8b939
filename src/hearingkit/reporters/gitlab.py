"""Write findings as a Code Quality report, which GitLab shows in merge requests.

Source:
    https://docs.gitlab.com/ci/testing/code_quality/#code-quality-report-format
"""

from collections.abc import Mapping
from typing import Final

from hearingkit.findings import Finding, Report, Severity
from hearingkit.reporters.fingerprints import fingerprints
from hearingkit.reporters.json_text import json_text
from hearingkit.reporters.plain import one_line

_SEVERITIES: Final[Mapping[Severity, str]] = {
    Severity.NOTE: "info",
    Severity.WARNING: "minor",
    Severity.ERROR: "major",
}
# GitLab's "critical" and "blocker" are left to tools that find worse than a letter to mend.


def report(run: Report) -> str:
    """Return a JSON array and a line end; the array is empty without findings.

    GitLab looks up files by their path from the root of the repository.
    """
    found = zip(run.findings, fingerprints(run.findings), strict=True)
    return json_text([_shape(finding, fingerprint) for finding, fingerprint in found])


def _shape(finding: Finding, fingerprint: str) -> dict[str, object]:
    place = finding.place
    return {
        "description": _description(finding),
        "check_name": finding.code,
        "fingerprint": fingerprint,
        "severity": _SEVERITIES[finding.severity],
        "location": {"path": place.file, "lines": {"begin": place.line}},
    }


def _description(finding: Finding) -> str:
    """Return all texts of a finding on one line, as GitLab shows only one."""
    texts = (finding.message, finding.hint, str(finding.source or ""))
    return " – ".join(one_line(text) for text in texts if text)
