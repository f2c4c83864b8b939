"""Documents as bytes, a module a format: pure functions ``write(document) -> bytes``."""

import enum
import importlib
from collections.abc import Callable
from typing import Self

from hearingkit.documents.blocks import Document


class DocumentFormat(enum.StrEnum):
    """A format that a document can be written in; also the ending of its file.

    Attributes:
        is_binary: It is no text that a terminal could show.
    """

    is_binary: bool

    def __new__(cls, ending: str, is_binary: bool = False) -> Self:
        """Return the format of an ending."""
        made = str.__new__(cls, ending)
        made._value_ = ending
        made.is_binary = is_binary
        return made

    DOCX = "docx", True
    PDF = "pdf", True
    HTML = "html"
    TXT = "txt"
    MD = "md"


USUAL_FORMATS = tuple(one for one in DocumentFormat if one is not DocumentFormat.PDF)
"""What is written where nobody names a format. A PDF is asked for: it may be refused."""


def writer_for(format_: DocumentFormat) -> Callable[[Document], bytes]:
    """Return the writer of a format; its module is imported now, and not before."""
    module = importlib.import_module(f"hearingkit.writers.{format_.value}")
    write: Callable[[Document], bytes] = module.write
    return write
