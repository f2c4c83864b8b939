"""Documents as bytes, a module a format: pure functions ``write(document) -> bytes``."""

import enum
import importlib
from collections.abc import Callable

from hearingkit.documents.blocks import Document


class DocumentFormat(enum.StrEnum):
    """A format that a document can be written in; also the ending of its file."""

    DOCX = "docx"
    HTML = "html"
    TXT = "txt"
    MD = "md"


def writer_for(format_: DocumentFormat) -> Callable[[Document], bytes]:
    """Return the writer of a format; its module is imported now, and not before."""
    module = importlib.import_module(f"hearingkit.writers.{format_.value}")
    write: Callable[[Document], bytes] = module.write
    return write
