"""An office's own labels, further references, and the place of its name."""

from pathlib import Path
from typing import Any

import pytest

from tests.rendering import findings, render
from tests.workspaces import ID, some_data

SENT = {"references": {"ours": "26/1", "more": {"Plan-ID": "4601_123"}}, "decided": "2026-01-30"}


def letter(folder: Path, issuer: dict[str, Any], **changes: Any) -> str:
    data = some_data(**SENT, **changes)
    data["issuers"]["etaten"] |= issuer
    assert [one.message for one in findings(data, folder) if one.code < "HK200"] == []
    return render(data, folder, ID)["letter-nb.txt"].decode().replace("\u00a0", " ")


def test_a_further_reference_stands_with_its_own_label(tmp_path: Path) -> None:
    assert "Vår ref.: 26/1\nPlan-ID: 4601_123\nDato: 02.02.2026\n" in letter(tmp_path, {})


def test_labels_are_those_of_the_hearing_or_else_of_the_issuer(tmp_path: Path) -> None:
    issuer = {"labels": {"ours": "Saksnr.", "date": "Dagsett", "enclosures": "Bilag:"}}

    said = letter(tmp_path, issuer, labels={"date": {"nb": "Oslo"}}, enclosures=["Utkast"])

    assert "Saksnr.: 26/1\n" in said
    assert "Oslo: 02.02.2026\n" in said
    assert "\nBilag:\n" in said


def test_what_has_null_for_a_label_is_not_printed(tmp_path: Path) -> None:
    said = letter(tmp_path, {"labels": {"decided": None}}, labels={"ours": None})

    assert "26/1" not in said
    assert "30.01.2026" not in said


@pytest.mark.parametrize(
    ("line", "signed"),
    [
        ("above", "Med hilsen\n\nPrøveetaten\n\nDirektør"),
        ("below", "Med hilsen\n\nDirektør\nPrøveetaten"),
        ("none", "Med hilsen\n\nDirektør"),
    ],
)
@pytest.mark.parametrize("is_issuers", [True, False])
def test_the_name_of_the_issuer_stands_where_the_office_has_it(
    line: str, signed: str, is_issuers: bool, tmp_path: Path
) -> None:
    own = {"issuer_line": line}

    said = letter(tmp_path, own) if is_issuers else letter(tmp_path, {}, **own)

    assert said.rstrip().endswith(signed)


def test_a_notice_needs_no_signature(tmp_path: Path) -> None:
    said = letter(tmp_path, {"issuer_line": "none"}, signatories=None, wording={"closing": None})

    assert said.rstrip().endswith("sendes til\nsvar@etaten.example.")


@pytest.mark.parametrize(
    ("form", "welcome", "thanks"),
    [
        ("du", "Du er velkommen til", "tak for dit bidrag"),
        ("De", "De er velkommen til", "tak for Deres bidrag"),
        ("I", "I er velkomne til", "tak for jeres bidrag"),
    ],
)
def test_danish_formulas_address_the_reader_as_the_office_does(
    form: str, welcome: str, thanks: str, tmp_path: Path
) -> None:
    data = some_data(language="da", publish_answers="true", references={"yours": ""})
    data["issuers"]["etaten"] |= {"address_as": form, "country": "DK"}

    said = " ".join(render(data, tmp_path, ID)["letter-da.txt"].decode().split())

    assert welcome in said
    assert thanks in said
    assert f"Hvis {form} vurderer" in said
    assert f"bedes {form} venligst" in said
    assert f"giver {form} samtykke" in said
    assert {"du": "Din", "De": "Deres", "I": "Jeres"}[form] + " ref.:" in said


@pytest.mark.parametrize(("language", "label"), [("nb", "Din ref.:"), ("nn", "Din ref.:")])
def test_one_reader_has_a_reference_of_its_own(language: str, label: str, tmp_path: Path) -> None:
    data = some_data(language=language, references={"yours": "1"}, address_as="du")

    assert label in render(data, tmp_path, ID)[f"letter-{language}.txt"].decode()
