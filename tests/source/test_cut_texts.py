"""A ``#`` that ends a text: told where it may belong to it, and nowhere else."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from hearingkit.findings import Finding
from hearingkit.source.reader import read_text


def reported(yaml: str) -> list[Finding]:
    _, findings = read_text(yaml.encode(), "data/hearings.yaml")
    return [one for one in findings if one.code == "HK017"]


@pytest.mark.parametrize(
    "yaml",
    [
        "title: Plan for kvartal #12 og #13",
        "title: Havnekvartalet #2",
        "title: &a Plan #2\nother: *a",
        "title: Plan for Havn #kvartalet   ",
        "parties: [Vei #2\n  , Gate]",
        "title: en plan\n  over to linjer #2",
        "title: Plan #2\r\nother: x\r\n",
    ],
)
def test_the_rest_of_a_text_is_reported(yaml: str) -> None:
    (found,) = reported(yaml)

    line = yaml.splitlines()[found.place.line - 1]
    assert line[found.place.column - 1] == "#"
    assert found.message.startswith(f'"{line[found.place.column - 1 :].rstrip()}"')


@pytest.mark.parametrize(
    "yaml",
    [
        "title: Plan for kvartal # the old one",
        "title: 'Plan' #2",
        'title: "Plan" #2',
        "title: Plan C#2",
        "title: Plan for Havn #---",
        "title: Plan for Havn #!",
        "title: Plan for Havn #hearingkit: ignore[HK201] x",
        "deadline: 2026-03-01 12:00 #frist",
        "issuer: ks #avsender",
        "title: |\n  Plan #2",
        "title: > #2\n  Plan",
        "title: #2",
        "title:\n  a: b\n#2",
    ],
)
def test_what_is_a_comment_or_a_text_is_let_alone(yaml: str) -> None:
    assert reported(yaml) == []


@given(st.lists(st.sampled_from([*"abæ12 #!:'\"", " #", "\n", "\n  ", "- ", "[", "]", "k: "])))
def test_whatever_is_reported_is_no_part_of_any_value(pieces: list[str]) -> None:
    for found in reported("k: " + "".join(pieces)):
        line = ("k: " + "".join(pieces)).split("\n")[found.place.line - 1]
        assert line[found.place.column - 2 : found.place.column] in {" #", "\t#"}
