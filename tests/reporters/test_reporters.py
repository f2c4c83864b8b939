"""Reports in every format: golden files, what programs read back, and what terminals show."""

import json
import re
from collections.abc import Callable

import pytest
from hypothesis import given
from tests.reporters.builders import (
    REPORTS,
    UTREDNING,
    a_finding,
    a_report,
    an_awkward_report,
)

from hearingkit import __version__
from hearingkit.findings import Place, Report, Severity, practice
from hearingkit.reporters import ReportFormat, reporter_for, text
from hearingkit.reporters.plain import visible

Golden = Callable[[str, str], None]


@pytest.mark.parametrize("format_", ReportFormat)
def test_reports_awkward_text_intact(format_: ReportFormat, golden: Golden) -> None:
    shown = reporter_for(format_)(an_awkward_report())

    golden(f"reports/awkward.{format_}.txt", shown.replace(f'"{__version__}"', '"VERSION"'))


@pytest.mark.parametrize("format_", [ReportFormat.GITLAB, ReportFormat.SARIF, ReportFormat.JUNIT])
def test_an_empty_report_says_so_to_a_server(format_: ReportFormat, golden: Golden) -> None:
    shown = reporter_for(format_)(a_report(files=2))

    golden(f"reports/empty.{format_}.txt", shown.replace(f'"{__version__}"', '"VERSION"'))


def test_shows_awkward_text_with_excerpts(golden: Golden) -> None:
    golden("reports/awkward.excerpts.txt", text.report_with_excerpts(an_awkward_report()))


@pytest.mark.parametrize("format_", [ReportFormat.TEXT, ReportFormat.GITHUB])
def test_says_nothing_where_nothing_was_found(format_: ReportFormat) -> None:
    assert reporter_for(format_)(a_report()) == ""
    assert text.report_with_excerpts(a_report()) == ""


# Text


def test_a_line_is_place_code_severity_and_message() -> None:
    run = a_report(a_finding(hint="not here", source=practice("nor here")))

    assert text.report(run) == (
        "data/hearings.yaml:7:15: HK201 warning: open for 28 days; at least 42 are asked for\n"
    )


@pytest.mark.parametrize(
    ("excerpt", "column", "end_column", "line", "underline"),
    [
        ("title: Høring", 8, 14, "title: Høring", "       ^^^^^^"),
        ("title: Høring", 8, None, "title: Høring", "       ^"),
        ("title:", 7, None, "title:", "      ^"),
        ("title:", 99, 120, "title:", "      ^"),
        ("\ttitle: x", 2, 7, "    title: x", "    ^^^^^"),
        ("a:\tb", 4, 5, "a:    b", "      ^"),
        ("a: 公聴会 b", 8, 9, "a: 公聴会 b", "          ^"),
        ("a: 公聴会 b", 4, 7, "a: 公聴会 b", "   ^^^^^^"),
        ("a: a\u030a b", 7, 8, "a: a\u030a b", "     ^"),
        ("a: \x1b b", 6, 7, "a: \ufffd b", "     ^"),
    ],
)
def test_underlines_what_a_terminal_shows(
    excerpt: str, column: int, end_column: int | None, line: str, underline: str
) -> None:
    run = a_report(a_finding(place=Place("a.yaml", 1, column, end_column, excerpt)))

    shown = text.report_with_excerpts(run).splitlines()
    assert shown[1:] == [f"    {line}", f"    {underline}"]


@pytest.mark.parametrize("column", [1, 60, 119, 121, 500, 996, 1000])
def test_shows_the_stretch_of_a_long_line_around_the_place(column: int) -> None:
    excerpt = "".join(f"{number:04d}" for number in range(250))
    run = a_report(a_finding(place=Place("a.yaml", 1, column, column + 2, excerpt)))

    _, line, underline = text.report_with_excerpts(run).splitlines()
    start, end = underline.index("^"), len(underline)
    assert len(line) <= 4 + 120
    assert line[start:end] == excerpt[column - 1 : column + 1]


def test_hint_and_source_follow_the_excerpt() -> None:
    run = a_report(a_finding(hint="ask\nfirst", source=UTREDNING), a_finding())

    assert text.report_with_excerpts(run).split("\n") == [
        "data/hearings.yaml:7:15: HK201 warning: open for 28 days; at least 42 are asked for",
        "        deadline: 2025-03-31",
        "                  ^^^^^^^^^^",
        "  hint: ask first",
        f"  source: {UTREDNING}",
        "",
        "data/hearings.yaml:7:15: HK201 warning: open for 28 days; at least 42 are asked for",
        "        deadline: 2025-03-31",
        "                  ^^^^^^^^^^",
        "",
    ]


@pytest.mark.parametrize(
    ("severities", "files", "accepted", "sentence"),
    [
        ([], 1, 0, "nothing found in 1 file"),
        ([], 0, 0, "nothing found in 0 files"),
        ([Severity.ERROR], 1, 0, "1 error in 1 file"),
        (
            [Severity.WARNING, Severity.ERROR, Severity.ERROR],
            3,
            0,
            "2 errors, 1 warning in 3 files",
        ),
        ([Severity.NOTE, Severity.NOTE], 2, 1, "2 notes in 2 files; 1 accepted"),
    ],
)
def test_sums_up_in_one_sentence(
    severities: list[Severity], files: int, accepted: int, sentence: str
) -> None:
    found = [a_finding(severity=severity) for severity in severities]

    assert text.summary(a_report(*found, files=files, accepted=accepted)) == sentence


# JSON


def test_json_holds_everything_for_programs() -> None:
    run = a_report(a_finding(source=UTREDNING), files=2, accepted=1)

    assert json.loads(reporter_for(ReportFormat.JSON)(run)) == {
        "version": 1,
        "findings": [
            {
                "file": "data/hearings.yaml",
                "line": 7,
                "column": 15,
                "end_column": 25,
                "code": "HK201",
                "severity": "warning",
                "message": "open for 28 days; at least 42 are asked for",
                "hint": None,
                "source": UTREDNING.text,
                "basis": "guidance",
            }
        ],
        "files": 2,
        "accepted": 1,
    }


# GitHub


@pytest.mark.parametrize(
    ("severity", "command"),
    [(Severity.NOTE, "notice"), (Severity.WARNING, "warning"), (Severity.ERROR, "error")],
)
def test_github_has_a_command_for_each_severity(severity: Severity, command: str) -> None:
    run = a_report(a_finding("odd", severity=severity, hint="even"))

    assert reporter_for(ReportFormat.GITHUB)(run) == (
        f"::{command} file=data/hearings.yaml,line=7,col=15,endColumn=25,title=HK201::"
        "data/hearings.yaml:7:15: HK201 odd%0Aeven\n"
    )


# Properties


@given(REPORTS)
def test_every_format_can_be_written_as_utf_8_with_a_final_line_end(run: Report) -> None:
    for format_ in ReportFormat:
        shown = reporter_for(format_)(run)
        assert shown.encode().endswith(b"\n" if shown else b"")


@given(REPORTS)
def test_text_has_one_line_a_finding_whoever_counts(run: Report) -> None:
    assert len(text.report(run).splitlines()) == len(run.findings)


@given(REPORTS)
def test_excerpts_add_lines_but_no_control_characters(run: Report) -> None:
    shown = text.report_with_excerpts(run)

    assert not re.search("[\x00-\x09\x0b-\x1f\x7f-\x9f\u202a-\u202e\u2066-\u2069]", shown)
    assert shown.encode().decode() == shown


@given(REPORTS)
def test_json_reads_back(run: Report) -> None:
    shown = reporter_for(ReportFormat.JSON)(run)

    read = json.loads(shown)
    assert [one["message"] for one in read["findings"]] == [one.message for one in run.findings]
    assert [one["file"] for one in read["findings"]] == [one.place.file for one in run.findings]


@given(REPORTS)
def test_github_reads_back(run: Report) -> None:
    lines = reporter_for(ReportFormat.GITHUB)(run).split("\n")[:-1]

    assert len(lines) == len(run.findings)
    for line, finding in zip(lines, run.findings, strict=True):
        assert "\r" not in line
        command = re.fullmatch(r"::\w+ ([^:]*)::(.*)", line, re.DOTALL)
        assert command is not None
        properties = dict(pair.split("=", 1) for pair in command[1].split(","))
        name = finding.place.file.encode(errors="backslashreplace").decode()
        assert unescaped(properties["file"]) == name
        place = f"{visible(finding.place.file)}:{finding.place.line}:{finding.place.column}"
        assert unescaped(command[2]).startswith(f"{place}: {finding.code} {finding.message}")


def unescaped(shown: str) -> str:
    signs = {"%25": "%", "%0D": "\r", "%0A": "\n", "%3A": ":", "%2C": ","}
    return re.sub("%25|%0D|%0A|%3A|%2C", lambda found: signs[found[0]], shown)
