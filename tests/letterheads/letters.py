"""Write letters in a letterhead as a user does, and read them as Word and LibreOffice do."""

import io
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import docx
from docx.oxml.ns import qn

from tests.rendering import Data, written
from tests.workspaces import ID, in_process, some_data

ISSUER = {"address": ["Postboks 1, 0001 Oslo"], "email": "post@etaten.example"}
BODY = """\
## Bakgrunn

Første avsnitt med [en lenke](https://etaten.example/sak).

- et punkt
  - under det
- et punkt til

1. først
2. så

| Steg | Tid |
| --- | --- |
| Vedtak | mai |
"""


def data_of_a_letter(**changes: Any) -> Data:
    """Return data with a long letter, with changes to the hearing."""
    given = {
        "body": BODY,
        "recipients": {"placement": "inline", "entries": ["Østre kommune"]},
        "references": {"ours": "26/1234"},
        "enclosures": [{"title": "Utkast", "url": "https://etaten.example/utkast"}],
        "signatories": [{"name": "Etatens navn", "title": "Direktør"}],
    }
    data = some_data(**{**given, **changes})
    data["issuers"]["etaten"] |= ISSUER
    return data


def letter_in(letterhead: bytes, folder: Path, **changes: Any) -> bytes:
    """Return the letter that the command line renders in a letterhead."""
    return (rendered_in(letterhead, folder, **changes) / "letter-nb.docx").read_bytes()


def list_in(letterhead: bytes, folder: Path, **changes: Any) -> bytes:
    """Return the list of recipients that the command line renders in a letterhead."""
    return (rendered_in(letterhead, folder, **changes) / "recipient-list-nb.docx").read_bytes()


def rendered_in(letterhead: bytes, folder: Path, **changes: Any) -> Path:
    """Return the folder that the command line renders in a letterhead."""
    folder.mkdir(exist_ok=True)
    file = folder / "brevmal.docx"
    file.write_bytes(letterhead)
    workspace = written(data_of_a_letter(**changes), folder)
    arguments = ("--letterhead", file, "-f", "docx", "-w", workspace, "-o", folder / "out")

    result = in_process("render", *arguments, "-q")

    assert result.exit_code == 0, result.output
    return folder / "out" / ID


def opened(data: bytes) -> Any:
    """Return the document, as python-docx reads it."""
    return docx.Document(io.BytesIO(data))


def lines(element: Any) -> list[str]:
    """Return the text of each paragraph of an element that has any, those in boxes too."""
    texts = (_text(one) for one in element.iter(qn("w:p")))
    return [text for text in texts if text.strip()]


def _text(paragraph: Any) -> str:
    return "".join(_signs(paragraph))


def _signs(element: Any) -> Iterator[str]:
    for child in element:
        if child.tag == qn("w:t"):
            yield child.text or ""
        elif child.tag in (qn("w:br"), qn("w:tab")):
            yield "\n" if child.tag == qn("w:br") else "\t"
        elif child.tag not in (qn("w:p"), qn("w:pPr")):
            yield from _signs(child)
