"""Where a placeholder may hide, and where a finding points to it."""

import json
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from tests.rendering import findings
from tests.workspaces import some_data

from hearingkit.rules.run import judge
from hearingkit.source.reader import read_text
from hearingkit.validation.validate import validate

PIECES = (
    *(
        "KL",
        "Voss",
        " kommune ",
        "TODO",
        "FIXME",
        "TBD",
        "???",
        "lorem ipsum",
        "example.com",
        "tbd",
    ),
    *("xx", "XX", "x.x", "202X", "[dato]", "(", ")", "___", "dd.mm.åååå", "...", "…", "--", "NN"),
    *(
        "navn@",
        "xxx@",
        "test@",
        "post@",
        "voss",
        ".no",
        ".test",
        ".invalid",
        ".localhost",
        "https://",
    ),
    *("&amp;", "&oslash;", "Ã¸", "=C3=B8", "\\u00f8", "\ufffd", "«dato_felt»", "{dato}", "[tjek!]"),
    *("Fejl! Henvisningskilde ikke fundet", "Klik her for at skrive tekst", " ", "\n", "ø", "1"),
)


def excerpts(folder: Path, **changes: Any) -> list[str]:
    """Return what the findings of HK504 point to in the file."""
    found = [one for one in findings(some_data(**changes), folder) if one.code == "HK504"]
    return [
        one.place.excerpt[one.place.column - 1 : (one.place.end_column or 0) - 1] for one in found
    ]


@pytest.mark.parametrize(
    ("changes", "quoted"),
    [
        ({"body": "Se [planen](https://example.com/plan)."}, ["example.com"]),
        ({"body": "Møtet er **xx. mai**, kl. [klokkeslett]."}, ["xx", "[klokkeslett]"]),
        ({"recipients": [{"heading": "TODO", "entries": ["Østre kommune"]}]}, ["TODO"]),
        ({"recipients": [{"name": "Østre kommune", "members": [{"name": "XX"}]}]}, ["XX"]),
        ({"recipients": ["Østre kommune"], "copy_to": ["{{ kopi }}"]}, ["{{ kopi }}"]),
        ({"references": {"ours": "26/xxx", "yours": "TBD"}}, ["xxx", "TBD"]),
    ],
)
def test_a_placeholder_is_found_in_every_text(
    changes: dict[str, Any], quoted: list[str], tmp_path: Path
) -> None:
    assert sorted(excerpts(tmp_path, **changes)) == sorted(quoted)


def test_an_unknown_deadline_hides_no_placeholder(tmp_path: Path) -> None:
    changes = {"recipients": ["XX kommune"], "deadline": "31.5."}

    assert excerpts(tmp_path, **changes) == ["XX"]


def codes_with(**changes: Any) -> set[str]:
    """Return the codes of what is found in a hearing with these changes."""
    source, _ = read_text(json.dumps(some_data(**changes)).encode(), "data/hearings.yaml")
    assert source is not None
    book, _ = validate([source])
    return {one.code for id_ in book.hearings for one in judge(book.case(id_)).findings}


@given(st.lists(st.sampled_from(PIECES), min_size=1, max_size=4).map("".join))
def test_recipients_hide_no_more_than_other_lines(text: str) -> None:
    among_recipients = codes_with(recipients=[{"name": "Voss herad", "attention": text}])
    elsewhere = codes_with(references={"yours": text})

    assert ("HK504" in among_recipients) is ("HK504" in elsewhere)
