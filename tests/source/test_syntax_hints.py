"""Everyday mistakes in YAML, told in plain words by either of PyYAML's parsers."""

from typing import Any

import pytest
import yaml

from hearingkit.findings import Finding
from hearingkit.source import events
from hearingkit.source.reader import read_text

LOADERS = [yaml.SafeLoader, getattr(yaml, "CSafeLoader", yaml.SafeLoader)]


@pytest.fixture(params=LOADERS, ids=["python", "libyaml"], autouse=True)
def parser(request: pytest.FixtureRequest, monkeypatch: pytest.MonkeyPatch) -> Any:
    monkeypatch.setattr(events, "LOADER", request.param)


def only_finding(text: str) -> Finding:
    _, findings = read_text(text.encode(), "a.yaml")
    (finding,) = findings
    return finding


@pytest.mark.parametrize(
    ("text", "at", "message"),
    [
        ("a: Høring: noe\n", "1:10", "a colon and a space end a key"),
        ("- a\n- b: c: d\n", "1:1", "begins with a list"),
        ("a:\n  - b: c: d\n", "2:9", "a colon and a space end a key"),
        ("a: **b** c\n", "1:4", 'a text can\'t begin with "*"'),
        ("a: *b* c\n", "1:4", 'a text can\'t begin with "*"'),
        ("a: *b\n", "1:4", '"*b" refers to no anchor'),
        ("a: @b\n", "1:4", 'a text can\'t begin with "@"'),
        ("a: `b`\n", "1:4", 'a text can\'t begin with "`"'),
        ("a: %b\n", "1:4", 'a text can\'t begin with "%"'),
        ("%a: b\n", "1:1", 'a text can\'t begin with "%"'),
        ("a: & b\n", "1:4", 'a text can\'t begin with "&"'),
        ("a: !b!c d\n", "1:4", 'a text can\'t begin with "!"'),
        ("a: !<b\n", "1:4", 'a text can\'t begin with "!"'),
        ("a: , b\n", "1:4", 'a text can\'t begin with ","'),
        ("a: ? b\n", "1:4", 'a text can\'t begin with "?"'),
        ("a: ] b\n", "1:4", '"]" closes nothing'),
        ("a:\n\tb: c\n", "2:1", "indented with a tab"),
        ("a:\n  b: 1\n\tc: 2\n", "3:1", "indented with a tab"),
        ("a:\n  - b\n  -\tc: d\n    e: f\n", "3:4", "a tab stands where"),
        ('a: "noe\nb: c\n', "1:4", "never closed"),
        ("a: 'noe\nb: c\n", "1:4", "never closed"),
        ('a: "noe\nb: "c"\n', "1:4", "only closed in line 2"),
        ("a: 'it's noe'\n", "1:8", "text follows the closing quote"),
        ('a: "b" og c\n', "1:8", "text follows the closing quote"),
        ('a:\n  - "b" og c\n', "2:9", "text follows the closing quote"),
        ('a: "C:\\data"\n', "1:7", '"\\d" is no escape'),
        ("a: [b, c\nd: e\n", "1:4", '"[" is opened here and never closed'),
        ("a: {b: c\nd: e\n", "1:4", '"{" is opened here and never closed'),
        ("a: {\n  b: c\n  d: e\n}\n", "3:3", 'a "," or "}" is missing'),
        ("a: [b, c}\n", "1:9", 'a "," or "]" is missing'),
        ("a: [b] c\n", "1:8", 'text follows the closing "]"'),
        ("a: | noe\n", "1:6", 'text can\'t stand on the same line as "|"'),
        ("a: > 5\n", "1:6", 'text can\'t stand on the same line as ">"'),
        ("a: |\nnoe\nb: c\n", "2:1", "not indented deeper than the key whose text"),
        ("a: b\n  c: d\n", "2:3", "indented deeper than the key above"),
        ("a:\n    b: 1\n  c: 2\n", "3:3", "fits no line above"),
        ("  a: 1\nb: 2\n", "2:1", "fits no line above"),
        ("a: b\nnoe\nc: d\n", "2:1", "its colon is missing"),
        ("a: b\nc:d\ne: f\n", "2:2", "a space is missing behind the colon"),
        ("a:b\nc: d\n", "1:2", "a space is missing behind the colon"),
        ("a: - b\n", "1:4", "can't begin on the line of its key"),
        ("a:\n  b: c\n  - d\n", "3:3", "a list entry stands among keys"),
        ("a:\n  - b\n  c: d\n", "3:3", "a key stands among the entries of a list"),
        (": a\n", "1:1", "the key in front of the colon is missing"),
        ("a: b\n...\nc: d\n", "3:1", "text follows the three dots"),
    ],
)
def test_says_where_and_what(text: str, at: str, message: str) -> None:
    found = only_finding(text)

    assert f"{found.place.line}:{found.place.column}" == at
    assert message in found.message
    assert found.hint


@pytest.mark.parametrize(
    ("text", "advice"),
    [
        ("a: Høring: noe\n", "a: 'Høring: noe'"),
        ("a:\n  - navn: **b's**\n", "- navn: '**b''s**'"),
        ("%a: b\n", "'%a: b'"),
    ],
)
def test_shows_the_line_as_it_should_stand(text: str, advice: str) -> None:
    assert only_finding(text).hint == f"put the text in quotes: {advice}"


def test_does_not_repeat_an_enormous_line() -> None:
    found = only_finding("a: Høring: " + "noe " * 100_000)

    assert found.hint == "put the text in quotes"
    assert len(found.place.excerpt) == 10_000


@pytest.mark.parametrize("text", ['a: "\\ud800"\n', 'a: "\\Uffffffff"\n', 'a: "\\U00110000"\n'])
def test_an_escape_without_a_character_is_no_syntax_error(text: str) -> None:
    found = only_finding(text)

    assert found.code == "HK004"
    assert (found.place.line, found.place.column) == (1, 5)


def test_an_error_that_nobody_foresaw_still_has_a_place_and_advice() -> None:
    found = only_finding("a: b\n%YAML 1.1\n")

    assert found.code == "HK005"
    assert found.hint


@pytest.mark.parametrize(
    "text",
    [
        "a: Vi sender dette.\n  Det gjelder: noe\n",
        "a: Vi sender dette: alt\n  Det gjelder alle.\n",
        "a:\n  Vi sender: alt\n  Det gjelder alle.\n",
        "a:\n  Vi sender dette.\n\n  merk: noe\n",
        "a:\n  Det gjelder:\n\n  - b\n  - c\n\n  Med hilsen oss\nd: e\n",
        "a:\n  - b\n  - c\n\n  Vi sender dette.\nd: e\n",
        "a:\n  Vi sender dette\n\n  - b: c\n",
        "a:\n  Vi sender dette.\n\n  ## Bakgrunn\n\n  Mer tekst her.\n",
        'a:\n  "Regler" sendes på høring.\n  Mer.\n',
        "a:\n  **Regler** sendes på høring.\n",
        "a:\n  [Regler](https://b.example) sendes nå.\n",
        "a:\n  {{ title }} sendes på høring.\n\n  Mer.\n",
        "a: Vi sender dette.\n\nMer tekst her.\nd: e\n",
        "a:\nVi sender dette.\nd: e\n",
        "a: Vi sender dette\n  Frist:snart og\n  merk dette: nå\n",
    ],
)
def test_says_that_the_bar_is_missing_in_front_of_a_text(text: str) -> None:
    found = only_finding(text)

    assert (found.place.line, found.place.column, found.code) == (1, 1, "HK005")
    assert 'no "|" behind "a:"' in found.message


@pytest.mark.parametrize(
    "text",
    [
        "a: Høring av forslag til ny forskrift\n  kind: regulation\n",
        "a: Høring av forslag til ny forskrift.\n  b: c\n",
        "a:\n  - b: c\n  Norges natur og miljø\n",
        "a:\n  - Bergen kommune\n  Norges natur og miljø\nb: c\n",
        "a:\n  b: c\n    d e f: g\n",
        "a: |\n  Vi sender dette.\nMer tekst: her\n  og her: nå\n",
        "a: 'Vi sender dette' her.\n  Og mer tekst.\n",
    ],
)
def test_takes_no_data_for_a_text_without_its_bar(text: str) -> None:
    _, findings = read_text(text.encode(), "a.yaml")

    assert not any('behind "a:"' in found.message for found in findings)


@pytest.mark.parametrize("mark", ["<<<<<<< HEAD", "=======", ">>>>>>> main", "||||||| 1a2b3c"])
@pytest.mark.parametrize("end", ["\n", "\r\n", "\r"])
def test_reports_versions_that_were_not_merged(mark: str, end: str) -> None:
    found = only_finding(f"a: |{end}  b{end}{mark}{end}  c{end}>>>>>>> other{end}")

    assert (found.place.line, found.place.column, found.code) == (3, 1, "HK005")
    assert "not merged" in found.message


@pytest.mark.parametrize("line", ["  <<<<<<< HEAD", "# =======", "  =======", "b: '======='"])
def test_signs_elsewhere_are_no_mark_of_git(line: str) -> None:
    _, findings = read_text(f"a: |\n  noe\n{line}\n".encode(), "a.yaml")

    assert findings == ()
