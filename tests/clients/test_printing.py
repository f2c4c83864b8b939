"""A page that a browser prints looks as the letter does in the other formats."""

import dataclasses
import re
import shutil
import subprocess
from pathlib import Path

import pytest
from tests.clients.test_pages import browser
from tests.writers.documents import a_document, a_rich_document, bullets, lines, paragraph

from hearingkit.documents.blocks import Document, Link, Plain, Table
from hearingkit.writers import html

LONG = (paragraph("Et langt avsnitt om saken. " * 30),) * 9


def printed(document: Document, folder: Path) -> Path:
    page, made = folder / "brev.html", folder / "brev.pdf"
    page.write_bytes(html.write(document))
    switches = ("--headless", "--no-sandbox", "--disable-gpu", f"--user-data-dir={folder}/home")
    subprocess.run(
        [browser(), *switches, "--no-pdf-header-footer", f"--print-to-pdf={made}", page.as_uri()],
        check=True,
        capture_output=True,
    )
    return made


@pytest.mark.skipif(shutil.which("pdftotext") is None, reason="poppler is not installed")
def test_contact_lines_stand_at_the_foot_of_the_first_page_alone(tmp_path: Path) -> None:
    document = dataclasses.replace(a_rich_document(), body=LONG)

    made = printed(document, tmp_path)

    shown = subprocess.run(
        ["pdftotext", "-layout", made, "-"], check=True, capture_output=True, encoding="utf-8"
    ).stdout
    first, *others = shown.rstrip("\f").split("\f")
    *_, last = [line for line in first.splitlines() if "Et langt" in line or "Christiania" in line]
    assert "Christiania torv 5" in last
    assert len(others) >= 2
    assert "Christiania" not in "".join(others)


@pytest.mark.skipif(shutil.which("pdftotext") is None, reason="poppler is not installed")
@pytest.mark.parametrize("rows", range(34, 40))
def test_enclosures_begin_no_page(rows: int, tmp_path: Path) -> None:
    document = dataclasses.replace(
        a_document(lines(*["linje"] * rows), paragraph("Til slutt.")),
        signature=(paragraph("Med hilsen"), lines("Navn")),
        attachments=(paragraph("Vedlegg:"), bullets("utkast", "notat")),
    )

    made = printed(document, tmp_path)

    shown = subprocess.run(["pdftotext", made, "-"], check=True, capture_output=True, text=True)
    *_, last = shown.stdout.rstrip("\f").split("\f")
    assert "Vedlegg" not in last or "Til slutt." in last


@pytest.mark.skipif(shutil.which("pdftotext") is None, reason="poppler is not installed")
def test_a_table_of_long_addresses_prints_no_page_smaller(tmp_path: Path) -> None:
    web = f"https://etaten.example/{'horing' * 12}"
    cell = (Link(web, (Plain(web, unbroken=True),)),)
    head = (Plain("Sted"),)

    made = printed(a_document(Table((head,) * 4, ((cell,) * 4,)), title="Prøver"), tmp_path)

    shown = subprocess.run(
        ["pdftotext", "-bbox", made, "-"], check=True, capture_output=True, encoding="utf-8"
    ).stdout
    sides = re.findall(r'xMin="([0-9.]+)".*xMax="([0-9.]+)".*>Prøver<', shown)[0]
    assert float(sides[1]) - float(sides[0]) == pytest.approx(48.3, abs=1)  # of 15 points
