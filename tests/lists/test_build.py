"""A hearing's recipients as a mailing list."""

import json
from pathlib import Path
from typing import Any

import pytest
from tests.rendering import Data, render, shipped


def _rows(data: Data, folder: Path, hearing: str = "kroniske-smerter") -> list[dict[str, Any]]:
    rows: list[dict[str, Any]] = json.loads(render(data, folder, hearing)["recipients.json"])[
        "recipients"
    ]
    return rows


def _with(*entries: object, **more: object) -> Data:
    data = shipped()
    data["hearings"]["kroniske-smerter"]["recipients"] = {"entries": list(entries), **more}
    return data


def _names(rows: list[dict[str, Any]]) -> list[str]:
    return [row["name"] for row in rows]


def test_keeps_the_order_given(tmp_path: Path) -> None:
    rows = _rows(_with("Ærø", "Aarhus", "Zürich"), tmp_path)

    assert _names(rows) == ["Ærø", "Aarhus", "Zürich"]


def test_sorts_as_danes_and_norwegians_do_under_each_heading(tmp_path: Path) -> None:
    group = {"heading": "Byer", "entries": ["Århus", "Ølgod", "Aalborg", "Ærø", "Zahle", "vejle"]}

    rows = _rows(_with(group, "B", "A", order="alphabetical"), tmp_path)

    assert _names(rows) == ["vejle", "Zahle", "Ærø", "Ølgod", "Aalborg", "Århus", "A", "B"]


def test_resolves_lists_in_lists_and_leaves_out_the_excepted(tmp_path: Path) -> None:
    data = _with({"list": "ydre", "except": ["C"]})
    data["recipient_lists"]["ydre"] = ["A", {"list": "indre"}]
    data["recipient_lists"]["indre"] = [{"heading": "H", "entries": ["B", "C"]}]

    rows = _rows(data, tmp_path)

    assert [(row["name"], row["headings"]) for row in rows] == [("A", []), ("B", ["H"])]


def test_mails_a_collective_to_its_members_and_prints_it_as_one(tmp_path: Path) -> None:
    members = [{"name": "Alver", "email": "a@alver.example"}, {"name": "Voss"}]
    data = _with({"name": "Kommunerne", "members": members})

    files = render(data, tmp_path, "kroniske-smerter")

    rows = json.loads(files["recipients.json"])["recipients"]
    assert [(row["name"], row["member_of"]) for row in rows] == [
        ("Alver", "Kommunerne"),
        ("Voss", "Kommunerne"),
    ]
    printed = files["recipient-list-da.txt"].decode()
    assert "Kommunerne" in printed
    assert "Alver" not in printed


def test_mails_the_members_of_members(tmp_path: Path) -> None:
    inner = {"name": "Regionerne", "members": ["Region Nord", "Region Syd"]}

    rows = _rows(_with({"name": "Alle", "members": [inner, "KL"]}), tmp_path)

    assert [(row["name"], row["member_of"]) for row in rows] == [
        ("Region Nord", "Regionerne"),
        ("Region Syd", "Regionerne"),
        ("KL", "Alle"),
    ]


def test_gives_each_the_letter_in_its_own_language_where_there_is_one(tmp_path: Path) -> None:
    data = shipped()
    hearing = data["hearings"]["folkehelseplan"]
    hearing["language"] = ["nb", "nn"]
    hearing["recipients"] = [
        "A",
        {"name": "B", "language": "nn"},
        {"name": "C", "language": "da"},
        {"name": "D", "language": "nn", "members": ["E", {"name": "F", "language": "nb"}]},
    ]

    rows = _rows(data, tmp_path, "folkehelseplan")

    assert [row["language"] for row in rows[:5]] == ["nb", "nn", "nb", "nn", "nb"]


@pytest.mark.parametrize(
    ("kind", "languages"),
    [("state", ["nn", "nb", "nb", "nb"]), ("organisation", ["nb", "nb", "nb", "nb"])],
)
def test_state_bodies_write_in_the_form_that_a_municipality_demands(
    kind: str, languages: list[str], tmp_path: Path
) -> None:
    data = shipped()
    hearing = data["hearings"]["folkehelseplan"]
    data["issuers"][hearing["issuer"]]["kind"] = kind
    hearing["language"] = ["nb", "nn"]
    hearing["recipients"] = [
        "Voss herad",
        {"name": "Alver kommune", "language": "nb"},
        "Oslo kommune",
        "Voss bondelag",
    ]

    rows = _rows(data, tmp_path, "folkehelseplan")

    assert [row["language"] for row in rows[:4]] == languages


def test_tells_copies_from_recipients(tmp_path: Path) -> None:
    data = _with("A", {"name": "B", "copy": "true"})
    data["hearings"]["kroniske-smerter"]["copy_to"] = ["C"]

    rows = _rows(data, tmp_path)

    assert [(row["name"], row["role"]) for row in rows] == [
        ("A", "to"),
        ("B", "copy"),
        ("C", "copy"),
    ]


def test_the_printed_list_shows_no_address(tmp_path: Path) -> None:
    data = _with({"name": "A", "email": "a@a.example", "phone": "+45 12 34 56 78"})

    printed = render(data, tmp_path, "kroniske-smerter")["recipient-list-da.txt"].decode()

    assert "a.example" not in printed
    assert "+45" not in printed


REGISTER = {
    "kl": {"name": "KL", "email": "kl@kl.example", "groups": ["parter"]},
    "amt": {"name": "Amtet", "groups": ["parter"], "replaced_by": "region"},
    "region": {
        "name": "Region Nord",
        "name_in": {"nb": "Nordregionen"},
        "email": "nord@region.example",
        "mailboxes": [{"email": "faktura@region.example", "purpose": "fakturaer"}],
        "groups": ["parter", "regioner"],
        "language": "nb",
    },
}


def test_takes_parties_from_the_register_by_id_group_and_list(tmp_path: Path) -> None:
    data = _with({"heading": "H", "entries": [{"list": "alle", "except": ["kl"]}]}, {"party": "kl"})
    data["parties"] = REGISTER
    data["recipient_lists"]["alle"] = [{"group": "parter"}, "Andre"]

    rows = _rows(data, tmp_path)

    assert [(row["name"], row["headings"], row["emails"]) for row in rows] == [
        ("Region Nord", ["H"], ["nord@region.example"]),
        ("Andre", ["H"], []),
        ("KL", [], ["kl@kl.example"]),
    ]


def test_names_a_party_in_the_language_of_its_letter(tmp_path: Path) -> None:
    data = _with({"party": "region"})
    data["parties"] = REGISTER
    hearing = data["hearings"]["kroniske-smerter"]
    hearing["language"] = ["da", "nb"]
    hearing["wording"] = {}

    files = render(data, tmp_path, "kroniske-smerter")

    rows = json.loads(files["recipients.json"])["recipients"]
    assert [(row["name"], row["language"]) for row in rows] == [("Nordregionen", "nb")]
    assert "Region Nord" in files["recipient-list-da.txt"].decode()
    assert "Nordregionen" in files["recipient-list-nb.txt"].decode()


def test_prints_a_group_as_one_and_mails_it_to_each(tmp_path: Path) -> None:
    data = _with({"group": "parter", "as": "Parterne"})
    data["parties"] = REGISTER

    files = render(data, tmp_path, "kroniske-smerter")

    rows = json.loads(files["recipients.json"])["recipients"]
    assert [(row["name"], row["member_of"]) for row in rows] == [
        ("KL", "Parterne"),
        ("Region Nord", "Parterne"),
    ]
    printed = files["recipient-list-da.txt"].decode()
    assert "Parterne" in printed
    assert "Region Nord" not in printed


def test_a_collective_has_a_name_in_each_language(tmp_path: Path) -> None:
    data = _with({"list": "alle"}, {"group": "regioner", "as": {"da": "Regionerne", "nb": "Alle"}})
    data["parties"] = REGISTER
    data["recipient_lists"]["alle"] = [{"group": "parter", "as": {"da": "Parterne"}}]
    hearing = data["hearings"]["kroniske-smerter"]
    hearing["language"] = ["da", "nb"]
    hearing["wording"] = {}

    files = render(data, tmp_path, "kroniske-smerter")

    rows = json.loads(files["recipients.json"])["recipients"]
    assert [(row["language"], row["member_of"]) for row in rows] == [
        ("da", "Parterne"),
        ("nb", "Parterne"),
        ("nb", "Regionerne"),
    ]
    for language, names in {"da": ["Parterne", "Regionerne"], "nb": ["Parterne", "Alle"]}.items():
        printed = files[f"recipient-list-{language}.txt"].decode().splitlines()
        assert printed[-2:] == names


def test_what_an_entry_says_of_a_party_counts(tmp_path: Path) -> None:
    data = _with({"party": "kl", "attention": "Børn", "language": "da", "copy": True})
    data["parties"] = REGISTER
    data["hearings"]["kroniske-smerter"]["copy_to"] = [{"group": "regioner"}]

    rows = _rows(data, tmp_path)

    assert [(row["name"], row["attention"], row["role"]) for row in rows] == [
        ("KL", "Børn", "copy"),
        ("Region Nord", "", "copy"),
    ]
