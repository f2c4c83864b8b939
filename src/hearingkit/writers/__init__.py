"""Documents as bytes, a module a format: pure functions ``write(document) -> bytes``."""

import enum
import importlib
from collections.abc import Callable

from hearingkit.documents.blocks import Document


class DocumentFormat(enum.StrEnum):
    """A format that a document can be written in; also the ending of its file."""

    DOCX = "docx"
    PDF = "pdf"
    HTML = "html"
    TXT = "txt"
    MD = "md"

    @property
    def is_binary(self) -> bool:
        """Tell whether it is no text that a terminal could show."""
        return self in {DocumentFormat.DOCX, DocumentFormat.PDF}


USUAL_FORMATS = tuple(one for one in DocumentFormat if one is not DocumentFormat.PDF)
"""What is written where nobody names a format. A PDF is asked for: it may be refused."""


def writer_for(format_: DocumentFormat) -> Callable[[Document], bytes]:
    """Return the writer of a format; its module is imported now, and not before."""
    module = importlib.import_module(f"hearingkit.writers.{format_.value}")
    write: Callable[[Document], bytes] = module.write
    return write
