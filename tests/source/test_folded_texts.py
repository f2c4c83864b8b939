"""Texts without ``|``: what they lose is told, and nothing is told of one that loses nothing."""

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from hearingkit.source.file import SourceFile
from hearingkit.source.reader import read_text


def read(yaml: str) -> tuple[SourceFile | None, set[tuple[str, int]]]:
    file, findings = read_text(yaml.encode(), "a.yaml")
    return file, {(found.code, found.place.line) for found in findings}


@pytest.mark.parametrize(
    ("yaml", "line"),
    [
        ("a: b\n\n  c\n", 3),
        ("a:\n  b\n\n  c\n", 4),
        ("a:\r\n  b\r\n\r\n  c\r\n", 4),
        ("a: >\n  b\n\n  c\n", 4),
        ("a: >-\n\n  b\n\n  c\n", 5),
        ("a: 'b\n\n  c'\n", 3),
        ('a: "b\n\n  c"\n', 3),
        ("a: b\n  - c\n  - d\n", 3),
        ("a: >\n  b\n  - c\n  - d\n", 4),
    ],
)
def test_a_line_that_is_lost_is_reported(yaml: str, line: int) -> None:
    _, findings = read(yaml)

    assert findings == {("HK018", line)}


@pytest.mark.parametrize(
    "yaml",
    [
        "a: |\n  b\n\n  c\n",
        "a: b\n\n\n  c\n",
        "a: >\n\n  b\n  c\n\nd: e\n",
        "a: >\n  b\n\n    - c\n    - d\n",
        "a: b\n  - og c\n",
        'a: "b\\n\\n\n\n  c"\n',
        "a:\n  # b\n  c\n",
        "a: b\n## c\nd: e\n",
        "a:\n  ## b\n  - c d\n",
        "a: [\n  ## b\n  c\n  ]\n",
    ],
)
def test_a_text_that_loses_nothing_is_left_alone(yaml: str) -> None:
    _, findings = read(yaml)

    assert findings == set()


def test_a_heading_that_is_a_comment_is_reported() -> None:
    _, findings = read("a:\n  # b\n\n  ## Bakgrunn\n\n  Vi sender dette.\n")

    assert findings == {("HK017", 4)}


LINES = st.lists(st.sampled_from(["b c", "- d", "", "  e", "g."]), min_size=1, max_size=8)


@given(LINES, st.sampled_from(["|", ">", ">-", ""]))
def test_two_paragraphs_never_become_one_in_silence(lines: list[str], mark: str) -> None:
    meant = "\n".join(["x", *lines, "y"])
    text = "".join(f"  {line}\n" if line else "\n" for line in meant.split("\n"))

    file, findings = read(f"a: {mark}\n{text}")

    assert file
    value = str(file.tree["a"])
    assert findings or len(re.split(r"\n{2,}", value.strip())) == len(re.split(r"\n{2,}", meant))
