"""``hearingkit explain`` and ``rules``: what a code means, and the table of all."""

import json
import re

import pytest
from tests.conftest import Golden
from tests.rendering import ROOT
from tests.workspaces import in_process

from hearingkit.findings import Basis, Severity
from hearingkit.rules.catalogue import catalogue

CODES_THERE_ARE = sorted(catalogue())


@pytest.mark.parametrize("code", ["HK005", "HK101", "HK205"])
def test_says_what_a_code_means(code: str, golden: Golden) -> None:
    result = in_process("explain", code)

    assert result.exit_code == 0
    golden(f"cli/explain-{code}.txt", result.stdout)


@pytest.mark.parametrize("code", CODES_THERE_ARE)
def test_every_code_has_a_manual_with_examples_in_80_columns(code: str) -> None:
    shown = in_process("explain", code).stdout

    assert max(map(len, shown.splitlines())) <= 80
    assert re.search(r"^Bad:  \S.*\n(?: .*\n)*Good: \S", shown, re.MULTILINE), shown
    assert re.search(r"^Source: \S", shown, re.MULTILINE)
    assert "``" not in shown


@pytest.mark.parametrize("code", CODES_THERE_ARE)
def test_every_sentence_is_one(code: str) -> None:
    sentence = catalogue()[code].sentence

    assert re.fullmatch(r"[A-Z«][^\n]{10,118}\.", sentence), sentence


def test_takes_several_codes_in_any_case_each_once() -> None:
    result = in_process("explain", "hk205", "Hk101", "HK205")

    assert re.findall(r"^HK\d{3}", result.stdout, re.MULTILINE) == ["HK205", "HK101"]


@pytest.mark.parametrize(
    ("given", "said"),
    [
        ("HK2005", 'error: no code "HK2005"; did you mean "HK205"?\n'),
        ("deadline", 'error: no code "deadline"; hearingkit rules lists them all\n'),
        ("HK205\x1b[2J", 'error: no code "HK205\\x1b[2J"; did you mean "HK205"?\n'),
    ],
)
def test_says_in_one_line_that_there_is_no_such_code(given: str, said: str) -> None:
    result = in_process("explain", "HK205", given)

    assert (result.exit_code, result.stdout, result.stderr) == (2, "", said)


def test_lists_every_code_for_a_pipe() -> None:
    result = in_process("rules")

    head, *rows = [line.split("\t") for line in result.stdout.splitlines()]
    assert head == ["code", "severity", "state", "basis", "sentence", "source"]
    assert [row[0] for row in rows] == CODES_THERE_ARE
    assert all(len(row) == 6 and all(row) for row in rows)


def test_lists_every_code_in_columns() -> None:
    result = in_process("rules", "--format", "text")

    assert max(map(len, result.stdout.splitlines())) <= 80
    assert re.findall(r"^HK\d{3}", result.stdout, re.MULTILINE) == CODES_THERE_ARE
    assert "\x1b" not in result.stdout


def test_colours_the_table_for_whom_it_is_asked() -> None:
    result = in_process("rules", "--format", "text", "--color", "always")

    assert "\x1b[31merror" in result.stdout


def test_lists_every_code_for_programs() -> None:
    known = json.loads(in_process("rules", "--format", "json").stdout)

    assert known["version"] == 1
    assert [one["code"] for one in known["codes"]] == CODES_THERE_ARE
    assert {one["severity"] for one in known["codes"]} == set(Severity)
    assert {one["basis"] for one in known["codes"]} == set(Basis)
    assert {one["state"] for one in known["codes"]} == {"on", "preview"}
    assert all(one["messages"] for one in known["codes"])


def test_the_page_of_rules_is_fresh() -> None:
    page = (ROOT / "docs" / "rules.md").read_text("utf-8")

    assert page == in_process("rules", "--format", "md").stdout, (
        "run: hearingkit rules --format md > docs/rules.md"
    )
    assert re.findall(r"^\| (HK\d{3})", page, re.MULTILINE) == CODES_THERE_ARE


def test_the_table_in_the_readme_is_fresh(request: pytest.FixtureRequest) -> None:
    codes = json.loads(in_process("rules", "--format", "json").stdout)["codes"]
    rows = [
        f"| {one['code']} | {one['severity']} | {one['basis']} | {one['sentence']} |\n"
        for one in codes
        if one["code"] >= "HK2"
    ]
    table = "".join(["| code | severity | basis | asks that |\n| --- | --- | --- | --- |\n", *rows])
    readme = (ROOT / "README.md").read_text("utf-8")
    before, rest = readme.split("<!-- rules -->\n")
    found, after = rest.split("<!-- /rules -->")
    if request.config.getoption("--update-golden"):
        text = f"{before}<!-- rules -->\n{table}<!-- /rules -->{after}"
        (ROOT / "README.md").write_text(text, "utf-8")
        found = table

    assert found == table, "run: pytest --update-golden tests/cli/test_explain.py"
