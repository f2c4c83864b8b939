"""The parts of a Word file (.docx), read within bounds."""

import io
import re
import zipfile
import zlib
from collections.abc import Mapping
from typing import Final

from hearingkit.errors import Unusable
from hearingkit.source.foreign_files import COMPOUND, kind_of_foreign

MOST_MEGABYTES: Final = 20
"""The largest Word file that is read."""

MOST_UNPACKED: Final = 100
"""The most megabytes that its parts may have together."""

_MEGABYTE: Final = 1_000_000
_MOST_PARTS: Final = 2000
_TYPES: Final = "[Content_Types].xml"
_MAIN: Final = (
    rb"""<Override\b(?=[^>]*\bContentType=["'][^"']*wordprocessingml\.document\.main\+xml)"""
    rb"""[^>]*\bPartName=["']/([^"']+)"""
)
_ENTITIES: Final = ("<!DOCTYPE", "<!ENTITY")
_ENCODINGS: Final = ("ascii", "utf-16-le", "utf-16-be")

NO_WORD_FILE: Final[Mapping[str, str]] = {
    "heavy_word": "is larger than {most} MB; save its pictures smaller",
    "locked_word": "is locked with a password; save it without one",
    "old_word": "is a .doc of Word before 2007; save it as .docx",
    "no_word": "is no Word file; save it as .docx",
    "broken_word": "is no whole Word file; open it in Word, and save it anew as .docx",
    "vast_word": "unpacks to more than a Word file can hold; save it anew as .docx",
    "macro_word": "can hold macros; save it as .docx, which holds none",
    "template_word": "is a template of Word; save it as .docx",
    "strict_word": 'is of the kind "Strict Open XML"; save it as .docx, the plain one',
    "entities_word": "holds a DTD, which no Word file does; save it anew as .docx",
    "barred_word": "can't be read",
}
"""Why a file can't be used as a Word file, and what to do, by variants of HK114 and HK801."""

NO_TEXT: Final[Mapping[str, str]] = {
    "changed_word": "has tracked changes; accept or reject them in Word, and save it",
    "lock_word": 'is what Word keeps while a file is open; name that file, without "~$"',
    "no_text": "is neither a Word file (.docx) nor plain text in UTF-8; save it as one of them",
    "empty_text": "has no text",
}
"""Why a file can't be used as the text of a letter, besides, by variants of HK114."""

OF_WORD: Final[Mapping[str, str]] = {
    **NO_WORD_FILE,
    **NO_TEXT,
    "letterhead": (
        "has faults as a letterhead: {number}; hearingkit letterhead check {path} shows them"
    ),
}
"""All of these, and why a Word file can't be used as a letterhead."""


class NoWordFile(Unusable):
    """A file can't be used as a Word file; its variant is one of ``OF_WORD``."""

    @property
    def reason(self) -> str:
        """Return what to say behind the name of the file."""
        return OF_WORD[self.variant].format_map(self.facts)


def word_parts(data: bytes) -> Mapping[str, bytes]:
    """Return the parts of a Word file by name, in its order.

    Raises:
        NoWordFile: If it is none, is locked, can hold macros, is broken or too large.

    Source:
        ISO/IEC 29500-2: parts and content types; a part has no DTD (8.1.4).
    """
    if len(data) > MOST_MEGABYTES * _MEGABYTE:
        raise NoWordFile("heavy_word", most=MOST_MEGABYTES)
    if data.startswith(COMPOUND):
        locked = "EncryptedPackage".encode("utf-16-le") in data
        raise NoWordFile("locked_word" if locked else "old_word")
    if not data.startswith(b"PK"):
        raise NoWordFile("no_word")
    parts = _unpacked(data)
    _refuse_kind(data, parts)
    if any(_has_entities(part) for name, part in parts.items() if name.endswith((".xml", ".rels"))):
        raise NoWordFile("entities_word")
    return parts


def _unpacked(data: bytes) -> Mapping[str, bytes]:
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as file:
            infos = [info for info in file.infolist() if not info.is_dir()]
            if any(info.flag_bits & 1 for info in infos):
                raise NoWordFile("locked_word")
            size = sum(info.file_size for info in infos)
            if size > MOST_UNPACKED * _MEGABYTE or len(infos) > _MOST_PARTS:
                raise NoWordFile("vast_word")
            return {info.filename: file.read(info) for info in infos}
    except (zipfile.BadZipFile, zlib.error, ValueError, OSError, NotImplementedError, EOFError):
        raise NoWordFile("broken_word") from None


def _refuse_kind(data: bytes, parts: Mapping[str, bytes]) -> None:
    types = parts.get(_TYPES, b"")
    if b"macroEnabled" in types or any(name.endswith("vbaProject.bin") for name in parts):
        raise NoWordFile("macro_word")
    if b"template.main+xml" in types:
        raise NoWordFile("template_word")
    main = parts.get(main_part(parts))
    if main is None:
        raise NoWordFile("broken_word" if kind_of_foreign(data) == "document" else "no_word")
    if b"purl.oclc.org/ooxml" in main[:2000]:
        raise NoWordFile("strict_word")


def main_part(parts: Mapping[str, bytes]) -> str:
    """Return the name of the part with the text; empty where a file has none."""
    found = re.search(_MAIN, parts.get(_TYPES, b""))
    return found[1].decode(errors="replace") if found else ""


def _has_entities(part: bytes) -> bool:
    """Return whether a part begins a DTD; in text, a ``<`` would be written otherwise."""
    signs = (sign.encode(encoding) for sign in _ENTITIES for encoding in _ENCODINGS)
    return any(sign in part for sign in signs)
