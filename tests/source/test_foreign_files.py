"""Files of other programs are named as what they are, whatever they are called."""

import io
import zipfile

import pytest

from hearingkit.source.reader import MOST_BYTES, read_text


def archive_of(*names: str) -> bytes:
    """Return a .zip with these parts."""
    held = io.BytesIO()
    with zipfile.ZipFile(held, "w") as archive:
        for name in names:
            archive.writestr(name, "<xml/>")
    return held.getvalue()


COMPOUND = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(504)


@pytest.mark.parametrize(
    ("data", "says"),
    [
        (archive_of("[Content_Types].xml", "xl/workbook.xml"), "is an Excel workbook"),
        (archive_of("[Content_Types].xml", "word/document.xml"), "is a Word document"),
        (archive_of("word/document.xml") + bytes(MOST_BYTES), "is a Word document"),
        (archive_of("ppt/presentation.xml"), "is a presentation"),
        (archive_of("liste.csv"), "is an archive of files"),
        (COMPOUND + "Workbook".encode("utf-16-le"), "is an Excel workbook"),
        (COMPOUND + "WordDocument".encode("utf-16-le"), "is a Word document"),
        (COMPOUND + "__substg1.0_0037001F".encode("utf-16-le"), "is a mail of Outlook"),
        (b"%PDF-1.7\n%\xe2\xe3\xcf\xd3\n", "is a PDF"),
        (rb"{\rtf1\ansi H\'f8ring}", "is a Word document"),
        (b"\x89PNG\r\n\x1a\n\0\0", "is a picture"),
    ],
)
def test_names_the_file_of_another_program(data: bytes, says: str) -> None:
    file, (finding,) = read_text(data, "data/liste.yaml")

    assert file is None
    assert (finding.code, finding.place.line, finding.place.column) == ("HK001", 1, 1)
    assert finding.message.startswith(says)
    assert "; " in finding.message


def test_reads_a_text_that_only_speaks_of_such_files() -> None:
    file, findings = read_text(b"# PK word/ %PDF-\nissuers: {}\n", "a.yaml")

    assert file is not None
    assert findings == ()
