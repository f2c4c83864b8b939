"""Read the pictures that data names; the content decides whether it is PNG or JPEG."""

import struct
from pathlib import Path
from typing import Final

from hearingkit import errors
from hearingkit.documents.blocks import Image
from hearingkit.language.language import Language
from hearingkit.model.text import in_language
from hearingkit.validation.book import Case
from hearingkit.workflows.workspace import display_path

MOST_MEGABYTES: Final = 5
"""The largest size of a picture; a logo of some kB goes into every letter."""

_PNG: Final = b"\x89PNG\r\n\x1a\n"
_FRAMES: Final = frozenset({0xC0, 0xC1, 0xC2})  # baseline, extended, progressive
_SCAN: Final = 0xDA


def logo_of(case: Case, language: Language, folder: Path) -> Image | None:
    """Return the issuer's logo; None if it has no logo.

    Raises:
        HearingkitError: If the file is neither PNG nor JPEG, or can't be read.
    """
    if case.issuer.logo is None:
        return None
    path = folder / case.issuer.logo.file
    data = _bytes_of(path)
    media_type = _type_of(data)
    if media_type is None:
        raise errors.no_picture(display_path(path))
    alt = case.values(language).line(in_language(case.issuer.logo.alt, language))
    return Image(data, media_type, alt)


def picture_type(path: Path) -> str | None:
    """Return the media type of a picture; None if it is no complete PNG or JPEG, or too large."""
    return _type_of(_bytes_of(path))


def _bytes_of(path: Path) -> bytes:
    """Return a file's bytes; empty if it can't be read or is too large."""
    most = MOST_MEGABYTES * 1_000_000
    try:
        with path.open("rb") as file:
            data = file.read(most + 1)
    except OSError:
        return b""
    return data if len(data) <= most else b""


def _type_of(data: bytes) -> str | None:
    try:
        if data.startswith(_PNG) and _is_png(data):
            return "image/png"
        if data.startswith(b"\xff\xd8\xff") and _is_jpeg(data):
            return "image/jpeg"
    except (struct.error, IndexError):  # it ends too early
        return None
    return None


def _is_png(data: bytes) -> bool:
    """Return whether the picture has a size and an unbroken chain of chunks up to its end.

    Source:
        PNG (Third Edition) 5.3, 11.2.1
    """
    width, height = struct.unpack_from(">II", data, 16)
    at, name = len(_PNG), b""
    while name != b"IEND":
        (length,) = struct.unpack_from(">I", data, at)
        name = data[at + 4 : at + 8]
        at += 12 + length
        if not name.isalpha() or at > len(data):
            return False
    return data[12:16] == b"IHDR" and width > 0 and height > 0


def _is_jpeg(data: bytes) -> bool:
    """Return whether the picture is JFIF or Exif and states a size before its image data.

    Source:
        ITU-T T.81 B.1, B.2
    """
    if data[6:10] not in {b"JFIF", b"Exif"}:
        return False
    at = 2
    while True:
        marker, kind, length = struct.unpack_from(">BBH", data, at)
        if marker == kind == 0xFF:  # a fill byte
            at += 1
            continue
        if marker != 0xFF or kind == _SCAN:
            return False
        if kind in _FRAMES:
            height, width = struct.unpack_from(">HH", data, at + 5)
            return bool(width and height)
        at += 2 + length
