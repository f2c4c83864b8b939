"""Findings in order, and no more of them than anybody reads."""

import dataclasses

from hearingkit.codes import reported
from hearingkit.findings import MOST_REPORTED, MOST_REPORTED_TOGETHER, Finding, Place, Severity
from tests.reporters.builders import a_finding


def some(number: int, file: str = "a.yaml", code: str = "HK201") -> list[Finding]:
    found = (a_finding(place=Place(file, line)) for line in range(1, number + 1))
    return [dataclasses.replace(one, code=code) for one in found]


def test_findings_are_reported_in_the_order_of_the_file() -> None:
    findings = some(MOST_REPORTED)

    assert reported(reversed(findings)) == tuple(findings)


def test_where_a_file_has_too_many_of_a_code_one_counts_the_rest() -> None:
    findings = some(MOST_REPORTED + 50)
    findings[-1] = dataclasses.replace(findings[-1], severity=Severity.ERROR)

    *shown, last = reported(findings)

    assert shown == findings[:MOST_REPORTED]
    assert last.place == findings[MOST_REPORTED].place
    assert (last.code, last.severity) == ("HK201", Severity.ERROR)
    assert last.message == "and at least 50 more HK201 in the file"


def test_each_code_in_each_file_is_counted_by_itself() -> None:
    findings = some(80) + some(80, code="HK205") + some(80, "b.yaml")

    assert len(reported(findings)) == len(findings)


def test_where_all_files_have_too_many_of_a_code_one_counts_the_rest() -> None:
    files = MOST_REPORTED_TOGETHER // 50 + 3
    findings = [one for number in range(files) for one in some(50, f"{number:03}.yaml")]

    *shown, last = reported([*findings, *some(1, "z.yaml", code="HK205")])

    assert len(shown) == MOST_REPORTED_TOGETHER + 1
    assert last.code == "HK205"
    assert shown[-1].place == Place(f"{files - 3:03}.yaml", 1)
    assert shown[-1].message == "and at least 150 more HK201 in 3 more files"
