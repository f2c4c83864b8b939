"""Files of other programs, given in place of hearing data: known by their first bytes."""

import re
from typing import Final

_IN_ARCHIVE: Final = (
    (b"xl/", "workbook"),
    (b"word/", "document"),
    (b"ppt/", "presentation"),
    (b"opendocument.spreadsheet", "workbook"),
    (b"opendocument.text", "document"),
)
"""Parts that name what a .zip is: such are .xlsx, .docx and .ods."""
_IN_COMPOUND: Final = (
    ("Workbook", "workbook"),
    ("Book", "workbook"),
    ("WordDocument", "document"),
    ("__substg1.0", "message"),
)
"""Streams that name what a file of Office before 2007 is: such are .xls, .doc and .msg."""
_BEGINNINGS: Final = (
    (b"%PDF-", "pdf"),
    (b"{\\rtf", "document"),
    (b"\x89PNG", "picture"),
    (b"\xff\xd8\xff", "picture"),
    (b"GIF8", "picture"),
    (b"Rar!\x1a\x07", "archive"),
    (b"7z\xbc\xaf\x27\x1c", "archive"),
    (b"\x1f\x8b", "archive"),
)
_PAGE: Final = re.compile(rb"(?:\xef\xbb\xbf)?\s*<(?:!doctype|\?xml|html)", re.IGNORECASE)
_ARCHIVE: Final = b"PK\x03\x04"
COMPOUND: Final = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
"""How a file of Office before 2007 begins, or a newer one that is locked."""


def kind_of_foreign(data: bytes) -> str:
    """Return what the file of another program is, as a variant of HK001; empty for other bytes.

    Args:
        data: The file, or as much of it as was read.
    """
    if data.startswith(_ARCHIVE):
        return next((kind for part, kind in _IN_ARCHIVE if part in data), "archive")
    if data.startswith(COMPOUND):
        streams = ((name.encode("utf-16-le"), kind) for name, kind in _IN_COMPOUND)
        return next((kind for name, kind in streams if name in data), "document")
    return next((kind for begin, kind in _BEGINNINGS if data.startswith(begin)), "")


def is_page(data: bytes) -> bool:
    """Return whether a file is a web page or other XML."""
    return bool(_PAGE.match(data))
