"""JUnit XML: what a server counts, names and shows."""

from xml.etree import ElementTree as ET

import pytest
from hypothesis import given
from tests.reporters.builders import REPORTS, UTREDNING, a_finding, a_report

from hearingkit.findings import Finding, Place, Report, Severity
from hearingkit.reporters import junit


def reported(*findings: Finding) -> ET.Element:
    return ET.fromstring(junit.report(a_report(*findings)))


def test_a_test_passes_where_nothing_was_found() -> None:
    suites = reported()

    (case,) = suites.iter("testcase")
    assert list(case) == []
    assert (suites.get("tests"), suites.get("failures")) == ("1", "0")


@pytest.mark.parametrize(
    ("severity", "outcome"),
    [(Severity.NOTE, "skipped"), (Severity.WARNING, "skipped"), (Severity.ERROR, "failure")],
)
def test_only_an_error_fails_a_test(severity: Severity, outcome: str) -> None:
    (case,) = reported(a_finding(severity=severity)).iter("testcase")

    (result,) = case
    assert (result.tag, result.get("type")) == (outcome, severity)


def test_a_test_has_all_that_a_terminal_shows() -> None:
    (case,) = reported(a_finding("odd", hint="even", source=UTREDNING)).iter("testcase")

    assert case[0].text == (
        "data/hearings.yaml:7:15: HK201 warning: odd\n"
        "        deadline: 2025-03-31\n"
        "                  ^^^^^^^^^^\n"
        "  hint: even\n"
        f"  source: {UTREDNING}\n"
    )


def test_counts_each_file_and_the_whole() -> None:
    error = a_finding(severity=Severity.ERROR)
    suites = reported(error, a_finding(), a_finding(place=Place("b.yaml")))

    counts = [
        [suite.get(name) for name in ("name", "tests", "failures", "errors", "skipped")]
        for suite in suites
    ]
    assert counts == [["data/hearings.yaml", "2", "1", "0", "1"], ["b.yaml", "1", "0", "0", "1"]]
    assert [suites.get(name) for name in ("tests", "failures", "errors")] == ["3", "1", "0"]


def test_a_name_lasts_while_lines_move_and_is_not_used_twice() -> None:
    names = [
        [case.get("name") for case in reported(*found).iter("testcase")]
        for found in (
            [a_finding("same", Place("a", 1)), a_finding("same", Place("a", 2))],
            [a_finding("same", Place("a", 8)), a_finding("same", Place("a", 9))],
        )
    ]

    assert names == [["HK201 same", "HK201 same (2)"]] * 2


@pytest.mark.parametrize(
    ("message", "shown"),
    [
        ("two\nlines\tand\r\nmore", "two\nlines\tand\nmore"),
        ('<b> & "]]>" 100 % æøå', '<b> & "]]>" 100 % æøå'),
        ("\x00 \x1b \r \ufffe \ud800 \u202e", "\\x00 \\x1b \\x0d \\ufffe \\ud800 \\u202e"),
    ],
)
def test_a_message_survives(message: str, shown: str) -> None:
    (case,) = reported(a_finding(message)).iter("testcase")

    assert case[0].get("message") == shown


@given(REPORTS)
def test_has_a_test_for_each_finding(run: Report) -> None:
    cases = list(reported(*run.findings).iter("testcase"))

    assert len(cases) == max(len(run.findings), 1)
    assert len({(case.get("classname"), case.get("name")) for case in cases}) == len(cases)
