"""What is heard under a noun of the data's own: every sentence that names it."""

from pathlib import Path
from typing import Final

from tests.rendering import Data, findings, render, shipped

AGREEMENT: Final = {
    "indefinite": "et udkast til aftalen",
    "definite": "aftalen",
    "of": "udkastet til aftalen",
}
SHIPPED: Final = "kroniske-smerter"


def with_noun(noun: Data) -> Data:
    data = shipped()
    hearing = data["hearings"][SHIPPED]
    meeting = {"starts": "2023-09-20 12:00", "place": "Torvet 1"}
    hearing |= {"kind": "other", "title": "Samarbejde om smerter", "noun": noun, "meeting": meeting}
    return data


def letter(noun: Data, folder: Path) -> str:
    files = render(with_noun(noun), folder, SHIPPED)
    text = next(data.decode() for name, data in files.items() if "list" not in name)
    return " ".join(text.replace("\u00a0", " ").split())


def test_a_letter_calls_what_is_heard_by_its_own_noun(tmp_path: Path) -> None:
    text = letter(AGREEMENT, tmp_path)

    assert "sender hermed et udkast til aftalen ’Samarbejde om smerter’ i høring" in text
    assert "Udkastet til aftalen er sendt i bred offentlig høring" in text
    assert "Der holdes offentligt møde om aftalen" in text


def test_the_short_form_stands_for_the_full_one(tmp_path: Path) -> None:
    short = {key: word for key, word in AGREEMENT.items() if key != "of"}

    assert "Aftalen er sendt i bred offentlig høring" in letter(short, tmp_path)


def test_a_noun_has_both_forms(tmp_path: Path) -> None:
    found = findings(with_noun({"definite": "aftalen"}), tmp_path)

    assert "HK103" in {one.code for one in found}
