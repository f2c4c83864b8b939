"""``hearingkit render --pdf-engine``: a PDF in the office's own letterhead, by LibreOffice."""

import http.server
import os
import shutil
import subprocess
import threading
from collections.abc import Iterator
from pathlib import Path

import pikepdf
import pytest
from tests.letterheads.word_files import OFFICE, p, word_file
from tests.workspaces import ID, a_workspace, in_process

from hearingkit.errors import HearingkitError
from hearingkit.workflows.libreoffice import converted
from hearingkit.workflows.output import Output

BY_LIBREOFFICE = ("--pdf-engine", "libreoffice")
NOTICE = "a PDF has no Word letterhead; --pdf-engine libreoffice makes one that has\n"
TWO = [{"name": "Nordre kommune"}, {"name": "Søndre kommune"}]
# A picture that Word would fetch from elsewhere.
FAR = """<w:p><w:r><w:drawing><wp:inline><wp:extent cx="900000" cy="900000"/>
<wp:docPr id="1" name="Logo" descr="Logo"/><a:graphic>
<a:graphicData uri="http://schemas.openxmlformats.org/drawingml/2006/picture"><pic:pic>
<pic:nvPicPr><pic:cNvPr id="1" name="Logo"/><pic:cNvPicPr/></pic:nvPicPr>
<pic:blipFill><a:blip r:link="far"/><a:stretch><a:fillRect/></a:stretch></pic:blipFill>
<pic:spPr><a:xfrm><a:off x="0" y="0"/><a:ext cx="900000" cy="900000"/></a:xfrm>
<a:prstGeom prst="rect"><a:avLst/></a:prstGeom></pic:spPr>
</pic:pic></a:graphicData></a:graphic></wp:inline></w:drawing></w:r></w:p>"""
needs_libreoffice = pytest.mark.skipif(
    shutil.which("soffice") is None, reason="LibreOffice (soffice) is not installed"
)


@pytest.fixture
def here(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.chdir(tmp_path)
    head = word_file(p("{{ body }}") + p("{{ signature }}"), pages={"header default": p("Arket")})
    (tmp_path / "brev.docx").write_bytes(head)
    return a_workspace(tmp_path, recipients=TWO)


def a_program(folder: Path, script: str, monkeypatch: pytest.MonkeyPatch) -> None:
    """Let a script be what is called soffice."""
    folder.mkdir()
    (folder / "soffice").write_text(f"#!/bin/sh\n{script}\n")
    (folder / "soffice").chmod(0o755)
    monkeypatch.setenv("PATH", f"{folder}{os.pathsep}{os.environ['PATH']}")


def pdfs_below(folder: Path) -> dict[str, bytes]:
    """Return the PDFs in the output folder, by name."""
    return {one.name: one.read_bytes() for one in (folder / "out").rglob("*.pdf")}


@needs_libreoffice
@pytest.mark.skipif(shutil.which("pdftotext") is None, reason="poppler is not installed")
def test_a_letter_by_libreoffice_is_accessible_and_in_the_letterhead(here: Path) -> None:
    result = in_process("render", "--letterhead", "brev.docx", *BY_LIBREOFFICE)

    assert (result.exit_code, result.stderr) == (0, "")
    letter = here / "out" / ID / "letter-nb.pdf"
    with pikepdf.open(letter) as pdf, pdf.open_metadata(update_docinfo=False) as metadata:
        assert (metadata["pdfuaid:part"], metadata["pdfaid:part"]) == ("1", "2")
        assert str(pdf.Root.Lang) == "nb-NO"
        assert pdf.Root.StructTreeRoot
    command = ["pdftotext", str(letter), "-"]
    text = subprocess.run(command, check=True, capture_output=True).stdout.decode()
    assert "Arket" in text
    assert "Vi ber om svar." in text


@needs_libreoffice
def test_letters_to_each_recipient_are_made_once(here: Path) -> None:
    each = ("render", "--each-recipient", "-f", "pdf", "--letterhead", "brev.docx")

    assert in_process(*each, *BY_LIBREOFFICE).exit_code == 0
    made = pdfs_below(here)
    assert in_process(*each, *BY_LIBREOFFICE).exit_code == 0

    assert sorted(made) == ["1-Nordre-kommune.pdf", "2-Søndre-kommune.pdf"]
    assert pdfs_below(here) == made
    assert in_process(*each).exit_code == 0
    assert not {*pdfs_below(here).values()} & {*made.values()}


@pytest.mark.usefixtures("here")
def test_says_once_that_a_pdf_by_typst_has_no_letterhead() -> None:
    pdf = ("render", "-f", "pdf", "--letterhead", "brev.docx")

    assert in_process(*pdf).stderr == NOTICE
    assert in_process(*pdf, "-q").stderr == ""
    assert in_process("render", "-f", "pdf").stderr == ""


def test_who_names_the_program_wants_pdfs(here: Path) -> None:
    assert in_process("render", "-f", "txt", "--pdf-engine", "typst").exit_code == 0
    names = {one.name for one in (here / "out" / ID).iterdir()}
    assert {"letter-nb.pdf", "letter-nb.txt"} <= names


def test_letters_in_one_pdf_are_made_by_typst_alone(here: Path) -> None:
    result = in_process("render", "--each-recipient", "--combined", *BY_LIBREOFFICE)

    assert (result.exit_code, result.stderr) == (
        2,
        "error: --combined is made by Typst alone; leave out --pdf-engine libreoffice\n",
    )
    assert not (here / "out").exists()


def test_says_what_to_do_where_libreoffice_is_missing(
    here: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("PATH", str(here))

    result = in_process("render", *BY_LIBREOFFICE)

    assert (result.exit_code, result.stderr) == (
        2,
        "error: LibreOffice is not found: no program soffice; install it, "
        "or leave out --pdf-engine libreoffice\n",
    )
    assert not (here / "out" / ID).exists()


@pytest.mark.parametrize("options", [(), ("--each-recipient", "-f", "pdf")])
def test_says_which_file_libreoffice_did_not_make(
    here: Path, options: tuple[str, ...], monkeypatch: pytest.MonkeyPatch
) -> None:
    a_program(here / "bin", "exit 0", monkeypatch)

    result = in_process("render", *BY_LIBREOFFICE, *options)

    assert result.exit_code == 2
    assert result.stderr.startswith("error: LibreOffice made no ")
    assert result.stderr.endswith(
        ".pdf; render it as docx and open that in LibreOffice to see why, "
        "or leave out --pdf-engine libreoffice\n"
    )
    assert not pdfs_below(here)


def test_ends_libreoffice_and_all_that_it_started(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    a_program(tmp_path / "bin", f"sleep 600 & echo $! > {tmp_path}/child; wait", monkeypatch)

    with pytest.raises(HearingkitError, match="took more than 1 seconds, and was ended"):
        [*converted([Output(ID, "letter.pdf", b"")], seconds=1)]

    child = (tmp_path / "child").read_text().strip()
    state = Path(f"/proc/{child}/stat")
    assert not state.exists() or state.read_text().split()[2] == "Z"


@pytest.fixture
def asked_for() -> Iterator[tuple[str, list[str]]]:
    """Run a server; give its address, and the paths that it is asked for."""
    paths: list[str] = []

    class Server(http.server.BaseHTTPRequestHandler):
        def log_request(self, *_: object) -> None:
            paths.append(self.path)

        def do_GET(self) -> None:
            self.send_error(404)

        do_OPTIONS = do_HEAD = do_PROPFIND = do_GET  # noqa: N815 (names of the library)

    with http.server.HTTPServer(("127.0.0.1", 0), Server) as server:
        threading.Thread(target=server.serve_forever, daemon=True).start()
        yield f"http://127.0.0.1:{server.server_port}", paths
        server.shutdown()


@needs_libreoffice
def test_fetches_no_picture_from_elsewhere(here: Path, asked_for: tuple[str, list[str]]) -> None:
    address, paths = asked_for
    link = (
        f'<Relationship Id="far" Type="{OFFICE}/image" Target="{address}/logo.png" '
        'TargetMode="External"/>'
    )
    (here / "brev.docx").write_bytes(word_file(FAR + p("{{ body }}"), links=link))

    result = in_process("render", "--letterhead", "brev.docx", *BY_LIBREOFFICE)

    assert (result.exit_code, paths) == (0, [])
