"""SARIF: places as URIs and regions, messages as text only, rules by what they stand for."""

import json
import re
from typing import Any
from urllib.parse import unquote

import pytest
from hypothesis import given
from hypothesis import strategies as st
from tests.reporters.builders import UTREDNING, a_finding, a_report

from hearingkit import __version__
from hearingkit.findings import Citation, Finding, Place, Severity
from hearingkit.reporters import sarif
from hearingkit.reporters.uris import uri
from hearingkit.rules.run import all_rules


def reported(*findings: Finding) -> dict[str, Any]:
    read = json.loads(sarif.report(a_report(*findings)))
    shown: dict[str, Any] = read["runs"][0]
    return shown


def location(place: Place) -> dict[str, Any]:
    result = reported(a_finding(place=place))["results"][0]
    shown: dict[str, Any] = result["locations"][0]["physicalLocation"]
    return shown


def test_a_result_has_the_rule_the_words_and_the_severity() -> None:
    run = reported(a_finding("odd", severity=Severity.NOTE, hint="even"))

    result = run["results"][0]
    assert result["ruleId"] == run["tool"]["driver"]["rules"][result["ruleIndex"]]["id"] == "HK201"
    assert result["level"] == "note"
    assert result["message"]["text"] == "odd\neven"
    assert run["tool"]["driver"]["semanticVersion"] == __version__


# Rules


def rules(*codes: str, source: Citation | None = None) -> dict[str, dict[str, Any]]:
    found = [Finding(Place("a"), code, Severity.ERROR, "x", source=source) for code in codes]
    return {rule["id"]: rule for rule in reported(*found)["tool"]["driver"]["rules"]}


def test_a_rule_stands_once_and_only_if_it_was_broken() -> None:
    assert list(rules("HK202", "HK102", "HK202")) == ["HK102", "HK202"]


def test_a_rule_is_described_by_its_manual_and_its_source() -> None:
    shown = rules("HK202", source=UTREDNING)["HK202"]

    assert shown["shortDescription"]["text"] == "A hearing ends after it has begun."
    assert "Good: sent" in shown["help"]["text"]
    assert shown["help"]["text"].endswith(f"\n\nSource: {UTREDNING}")
    assert shown["defaultConfiguration"] == {"level": "error"}


def test_a_fault_of_a_file_is_described_by_what_its_code_says() -> None:
    shown = rules("HK003")["HK003"]

    assert shown["shortDescription"]["text"] == "The file is not UTF-8."
    assert "save it again as UTF-8" in shown["help"]["text"]


def test_a_fault_of_the_model_is_described_without_the_facts_of_any_finding() -> None:
    shown = rules("HK102")["HK102"]

    assert shown["shortDescription"]["text"] == "A key is not known."


def test_an_unknown_code_is_described_by_itself() -> None:
    shown = rules("HK999")["HK999"]

    assert shown["shortDescription"]["text"] == shown["help"]["text"] == "HK999"


def test_every_rule_has_a_text_that_says_more_than_its_code() -> None:
    for code, shown in rules(*all_rules()).items():
        texts = [shown[name]["text"] for name in ("shortDescription", "fullDescription", "help")]
        assert all(text and text != code for text in texts)


# Places


@pytest.mark.parametrize(
    ("file", "shown"),
    [
        ("data/hearings.yaml", "data/hearings.yaml"),
        ("data/høring 1.yaml", "data/h%C3%B8ring%201.yaml"),
        ("100 % #1?.yaml", "100%20%25%20%231%3F.yaml"),
        ("a:b/c.yaml", "a%3Ab/c.yaml"),
        ("../ny.yaml", "../ny.yaml"),
        ("<stdin>", "%3Cstdin%3E"),
        ("/srv/h ø.yaml", "file:///srv/h%20%C3%B8.yaml"),
        ("C:/Users/Å/a.yaml", "file:///C:/Users/%C3%85/a.yaml"),
        ("//server/share/a.yaml", "file://server/share/a.yaml"),
        ("data/h\udcf8ring.yaml", "data/h%F8ring.yaml"),
        ("data/h\ud800ring.yaml", "data/h%ED%A0%80ring.yaml"),
    ],
)
def test_a_file_is_a_uri(file: str, shown: str) -> None:
    assert uri(file) == shown


@given(st.text(min_size=1).filter(lambda file: not re.match("/|[A-Za-z]:/", file)))
def test_a_relative_uri_reads_back(file: str) -> None:
    assert unquote(uri(file)) == file
    assert re.fullmatch("[A-Za-z0-9._~%/-]+", uri(file))


def test_only_a_relative_file_is_below_the_root_of_the_repository() -> None:
    assert location(Place("a.yaml"))["artifactLocation"] == {
        "uri": "a.yaml",
        "uriBaseId": "%SRCROOT%",
    }
    assert location(Place("/a.yaml"))["artifactLocation"] == {"uri": "file:///a.yaml"}


@pytest.mark.parametrize(
    ("column", "end_column", "region", "snippet"),
    [
        (8, 14, {"startColumn": 8, "endColumn": 14}, "Høring"),
        (8, 8, {"startColumn": 8, "endColumn": 8}, None),
        (8, None, {"startColumn": 8, "endColumn": 14}, "Høring"),
        (8, 5, {"startColumn": 8, "endColumn": 14}, "Høring"),
    ],
)
def test_a_region_quotes_what_it_covers(
    column: int, end_column: int | None, region: dict[str, int], snippet: str | None
) -> None:
    shown = location(Place("a.yaml", 3, column, end_column, "title: Høring"))

    assert shown["region"].pop("snippet", {"text": None}) == {"text": snippet}
    assert shown["region"] == {"startLine": 3, **region}
    assert shown["contextRegion"] == {
        "startLine": 3,
        "endColumn": 14,
        "snippet": {"text": "title: Høring"},
    }


@pytest.mark.parametrize(("column", "end_column"), [(99, 120), (99, None), (8, 15)])
def test_a_place_behind_its_line_has_no_context(column: int, end_column: int | None) -> None:
    shown = location(Place("a.yaml", 3, column, end_column, "title: Høring"))

    assert "contextRegion" not in shown


@pytest.mark.parametrize("excerpt", ["", "a: " + 2000 * "x"])
def test_there_is_no_context_to_show_or_too_much(excerpt: str) -> None:
    assert "contextRegion" not in location(Place("a.yaml", 1, 1, 2, excerpt))


def test_a_whole_line_is_its_own_context() -> None:
    assert "contextRegion" not in location(Place("a.yaml", 1, 1, None, "title: x"))


# Messages

LINK = re.compile(r"(?<!\\)(?:\\\\)*\[(?:\\.|[^\\\[\]])*\]\(", re.DOTALL)


@pytest.mark.parametrize(
    ("message", "shown"),
    [
        ("{name: {0}}", "{{name: {{0}}}}"),
        ("[x](https://example.org)", "[x\\](https://example.org)"),
        ("[x] (y)", "[x] (y)"),
        ("[x\\](y)", "[x\\](y)"),
        ("two\r\nlines\tand \x1b \ud800", "two\nlines\tand \\x1b \\ud800"),
        ("]]> & <b> 100 % æøå", "]]> & <b> 100 % æøå"),
    ],
)
def test_a_message_is_text_and_nothing_else(message: str, shown: str) -> None:
    assert reported(a_finding(message))["results"][0]["message"]["text"] == shown


@given(st.text(alphabet="[](){}\\a0", max_size=12))
def test_no_message_holds_a_link_or_a_placeholder(message: str) -> None:
    shown = reported(a_finding(message))["results"][0]["message"]["text"]

    assert not LINK.search(shown)
    assert not re.search("[{}]", shown.replace("{{", "").replace("}}", ""))
