"""A page that a browser prints looks as the letter does in the other formats."""

import dataclasses
import shutil
import subprocess
from pathlib import Path

import pytest
from tests.clients.test_pages import browser
from tests.writers.documents import a_rich_document, paragraph

from hearingkit.writers import html

LONG = (paragraph("Et langt avsnitt om saken. " * 30),) * 9


@pytest.mark.skipif(shutil.which("pdftotext") is None, reason="poppler is not installed")
def test_contact_lines_stand_at_the_foot_of_the_first_page_alone(tmp_path: Path) -> None:
    page, printed = tmp_path / "brev.html", tmp_path / "brev.pdf"
    page.write_bytes(html.write(dataclasses.replace(a_rich_document(), body=LONG)))
    switches = ("--headless", "--no-sandbox", "--disable-gpu", f"--user-data-dir={tmp_path}/home")

    subprocess.run(
        [
            browser(),
            *switches,
            "--no-pdf-header-footer",
            f"--print-to-pdf={printed}",
            page.as_uri(),
        ],
        check=True,
        capture_output=True,
    )

    told = subprocess.run(
        ["pdftotext", "-layout", printed, "-"], check=True, capture_output=True, encoding="utf-8"
    ).stdout
    first, *others = told.rstrip("\f").split("\f")
    *_, last = [line for line in first.splitlines() if "Et langt" in line or "Christiania" in line]
    assert "Christiania torv 5" in last
    assert len(others) >= 2
    assert "Christiania" not in "".join(others)
