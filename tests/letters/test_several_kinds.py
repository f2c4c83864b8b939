"""Documents of several kinds that are heard at once: sentences name all, and rules know all."""

from pathlib import Path

import pytest

from tests.rendering import Data, findings, render, shipped

SHIPPED = "kroniske-smerter"


def with_kinds(kinds: object, title: str) -> Data:
    data = shipped()
    meeting = {"starts": "2023-09-20 12:00", "place": "Torvet 1"}
    data["hearings"][SHIPPED] |= {"kind": kinds, "title": title, "meeting": meeting}
    return data


def letter(kinds: object, title: str, folder: Path) -> str:
    files = render(with_kinds(kinds, title), folder, SHIPPED)
    text = next(data.decode() for name, data in files.items() if "list" not in name)
    return " ".join(text.replace("\u00a0", " ").split())


@pytest.mark.parametrize(
    ("title", "sent"),
    [
        (
            "Lov om lodser og bekendtgørelse om havne",
            "forslag til lov om lodser og bekendtgørelse om havne i høring",
        ),
        ("Lodser og havne", "forslag til lov og bekendtgørelse ’Lodser og havne’ i høring"),
    ],
)
def test_a_letter_on_several_documents_names_them_all(
    title: str, sent: str, tmp_path: Path
) -> None:
    text = letter(["bill", "regulation"], title, tmp_path)

    assert sent in text
    assert "Forslagene til lov og bekendtgørelse er sendt i bred offentlig høring" in text
    assert "Der holdes offentligt møde om forslagene" in text


def test_a_list_of_one_kind_is_that_kind(tmp_path: Path) -> None:
    one = letter("regulation", "Bekendtgørelse om prøver", tmp_path / "one")

    assert letter(["regulation"], "Bekendtgørelse om prøver", tmp_path / "list") == one


def test_the_period_of_each_kind_is_asked_for(tmp_path: Path) -> None:
    data = with_kinds(["report", "bill"], "Rapport og lov om lodser")
    data["hearings"][SHIPPED] |= {"sent": "2023-09-25", "deadline": "2023-10-06"}

    assert "HK201" in {one.code for one in findings(data, tmp_path)}


def test_an_unknown_kind_is_found_where_it_stands(tmp_path: Path) -> None:
    found = findings(with_kinds(["bill", "bekendtgørelse"], "Lov om lodser"), tmp_path)

    (one,) = (one for one in found if one.code == "HK104")
    assert "regulation" in one.message
