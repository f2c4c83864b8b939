"""GitLab's Code Quality report: what a merge request shows, and what it knows again."""

import dataclasses
import json
from typing import Any

import pytest
from hypothesis import given
from tests.reporters.builders import REPORTS, UTREDNING, a_finding, a_report

from hearingkit.findings import Finding, Place, Report, Severity
from hearingkit.reporters import gitlab


def reported(*findings: Finding) -> list[dict[str, Any]]:
    read: list[dict[str, Any]] = json.loads(gitlab.report(a_report(*findings)))
    return read


def prints(*findings: Finding) -> list[str]:
    return [one["fingerprint"] for one in reported(*findings)]


def moved(finding: Finding, lines: int) -> Finding:
    place = dataclasses.replace(finding.place, line=finding.place.line + lines, column=1)
    return dataclasses.replace(finding, place=place)


def test_says_place_and_all_the_words() -> None:
    (one,) = reported(a_finding("too\nshort", hint="ask first", source=UTREDNING))

    del one["fingerprint"]
    assert one == {
        "description": "too short – ask first – Utredningsinstruksen (NO) 3-3 (guidance)",
        "check_name": "HK201",
        "severity": "minor",
        "location": {"path": "data/hearings.yaml", "lines": {"begin": 7}},
    }


@pytest.mark.parametrize(
    ("severity", "shown"),
    [(Severity.NOTE, "info"), (Severity.WARNING, "minor"), (Severity.ERROR, "major")],
)
def test_has_a_word_for_each_severity(severity: Severity, shown: str) -> None:
    (one,) = reported(a_finding(severity=severity))

    assert one["severity"] == shown


def test_a_fingerprint_lasts_while_lines_move() -> None:
    twice = [a_finding("same"), moved(a_finding("same"), 4)]

    assert prints(*twice) == prints(*(moved(finding, 10) for finding in twice))


def test_a_fingerprint_tells_file_code_and_message_apart() -> None:
    one = a_finding("same")

    others = [
        a_finding("other"),
        dataclasses.replace(one, code="HK202"),
        dataclasses.replace(one, place=Place("other.yaml", 7)),
    ]
    assert len({*prints(one), *(prints(other)[0] for other in others)}) == 4


@given(REPORTS)
def test_no_two_fingerprints_are_alike(run: Report) -> None:
    assert len(set(prints(*run.findings))) == len(run.findings)
