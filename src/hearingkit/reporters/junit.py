"""Write findings as JUnit XML for CI servers that show tests: a suite for each file.

An error is a failed test. A warning or a note is a skipped test: it is shown, but the run does not
fail if the exit code is 0.

Source:
    junit-10.xsd of Jenkins' xUnit plugin; JUnit itself publishes no schema.
"""

from collections.abc import Iterable
from typing import Final
from xml.etree import ElementTree as ET

from hearingkit.findings import Finding, Report, Severity
from hearingkit.reporters.fingerprints import count_earlier
from hearingkit.reporters.plain import legible, one_line, visible
from hearingkit.reporters.text import report_with_excerpts

_TOOL: Final = "hearingkit"


def report(run: Report) -> str:
    """Return the tests and a line end; without findings, one test that passes."""
    by_file: dict[str, list[Finding]] = {}
    for finding in run.findings:
        by_file.setdefault(finding.place.file, []).append(finding)
    suites = [_suite(file, findings) for file, findings in by_file.items()]
    root = ET.Element("testsuites", {"name": _TOOL, **_counts(run.findings)})
    root.extend(suites or [_all_well()])
    ET.indent(root)
    # A declaration of ElementTree's own would name the encoding of the terminal.
    return f'<?xml version="1.0" encoding="UTF-8"?>\n{ET.tostring(root, "unicode")}\n'


def _all_well() -> ET.Element:
    suite = ET.Element("testsuite", {"name": _TOOL, **_counts(()), "skipped": "0"})
    ET.SubElement(suite, "testcase", {"classname": _TOOL, "name": "hearing files"})
    return suite


def _suite(file: str, findings: list[Finding]) -> ET.Element:
    skipped = sum(1 for finding in findings if finding.severity is not Severity.ERROR)
    attributes = {"name": visible(file), **_counts(findings), "skipped": str(skipped)}
    suite = ET.Element("testsuite", attributes)
    names = [one_line(f"{finding.code} {finding.message}") for finding in findings]
    for finding, name, nth in zip(findings, names, count_earlier(names), strict=True):
        # GitLab takes two tests of one name for one test.
        suite.append(_case(finding, f"{name} ({nth + 1})" if nth else name))
    return suite


def _case(finding: Finding, name: str) -> ET.Element:
    """Return a test; its name has no line number, so that a server recognises it later."""
    case = ET.Element("testcase", {"classname": visible(finding.place.file), "name": name})
    outcome = "failure" if finding.severity is Severity.ERROR else "skipped"
    attributes = {"type": finding.severity.value, "message": legible(finding.message)}
    element = ET.SubElement(case, outcome, attributes)
    element.text = report_with_excerpts(Report((finding,), files=1))
    return case


def _counts(findings: Iterable[Finding]) -> dict[str, str]:
    """Return the counts of a suite; without findings, one test that passes."""
    errors = [finding.severity is Severity.ERROR for finding in findings]
    return {"tests": str(len(errors) or 1), "failures": str(sum(errors)), "errors": "0"}
