"""Documents as bytes, a module a format: pure functions ``write(document, dress) -> bytes``."""

import enum
import importlib
from typing import Protocol

from hearingkit.documents.blocks import Document
from hearingkit.writers.dress import PLAIN, Dress


class Writer(Protocol):
    """Writes a document in a format: the same bytes for the same document in the same dress."""

    def __call__(self, document: Document, dress: Dress = PLAIN, /) -> bytes:
        """Return the content of a file."""


class DocumentFormat(enum.StrEnum):
    """A format that a document can be written in; also the ending of its file."""

    DOCX = "docx"
    PDF = "pdf"
    HTML = "html"
    TXT = "txt"
    MD = "md"

    @property
    def is_binary(self) -> bool:
        """Return whether it is no text that a terminal could show."""
        return self in {DocumentFormat.DOCX, DocumentFormat.PDF}


class PdfEngine(enum.StrEnum):
    """What makes the PDF of a letter.

    Attributes:
        TYPST: Typst, which comes along: accessible, archivable, the same bytes each time.
        LIBREOFFICE: A LibreOffice that is installed, of the Word file, in the issuer's letterhead.
    """

    TYPST = "typst"
    LIBREOFFICE = "libreoffice"


USUAL_FORMATS = tuple(one for one in DocumentFormat if one is not DocumentFormat.PDF)
"""What is written where nobody names a format. A PDF is asked for: it may be refused."""
USUAL_OF_EACH = (DocumentFormat.DOCX,)
"""The format of letters to each recipient, where none is named: the one that offices send."""


def writer_for(format_: DocumentFormat) -> Writer:
    """Return the writer of a format; its module is imported now, and not before."""
    module = importlib.import_module(f"hearingkit.writers.{format_.value}")
    write: Writer = module.write
    return write
