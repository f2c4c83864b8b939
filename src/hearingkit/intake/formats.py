"""Find out what a file is by its content, whatever its name, and read its rows."""

import contextlib
import enum
import io
import re
import warnings
import zipfile
import zlib
from collections.abc import Callable
from importlib import import_module
from typing import Final

from hearingkit.intake.grid import Grid, NoList
from hearingkit.intake.office_parts import refuse_vast
from hearingkit.source.foreign_files import COMPOUND, is_page, kind_of_foreign

MOST_BYTES: Final = 50_000_000
"""A file with more is refused: sheets of a million rows have less."""
_MOST_UNPACKED: Final = 400_000_000
_MOST_PARTS: Final = 5000

_REFUSED: Final = {
    "pdf": "it is a PDF; save the list as .xlsx or .docx, or copy its text",
    "picture": "it is a picture",
    "document": "it is a text in RTF; save it as .docx",
}
"""Why a file of another program is no list, by the kind of file."""


_OF_TEXTS: Final = {
    rb"ID;P[A-Z]": "it is a .slk; save it as .xlsx or .csv",
    rb"[\[{]\s*[{\[\"]": "it is JSON of another program; save the list as .xlsx or .csv",
    rb"(?m)(?s:.{0,400}?)^(?:recipient_lists|parties|hearings|issuers):\s*(?:#.*)?$": (
        "it is hearing data already; put it into data/"
    ),
    rb"TABLE\r?\n0,1\r?\n": "it is a .dif; save it as .xlsx or .csv",
}
"""Why a text is no list, by how it begins."""


_MAIL: Final = (
    rb"(?i)(?:From [^\n]*\n)?(?:[\w-]+:[^\n]*\n|[ \t][^\n]*\n)*"
    rb"(?:mime-version|message-id|received):"
)
_PAGE: Final = (
    rb"(?is)(?:<\?xml[^>]{0,100}>\s*)?(?:<!--.{0,500}?-->\s*)?"
    rb"<(?:!doctype\s+html|html|head|meta|body|style|table|div|p|h1)[\s>]"
)
_LONGEST_HEADER: Final = 1_000_000  # of a mail to very many
_BLANK: Final = b"\xef\xbb\xbf \t\r\n"
_PART_OF_MSG: Final = "__substg1.0_".encode("utf-16-le")


class InputFormat(enum.StrEnum):
    """The formats that are read; a module has the name of each."""

    XLSX = "xlsx"
    ODS = "ods"
    DOCX = "docx"
    VCF = "vcf"
    JSON = "json"
    HTML = "html"
    EML = "eml"
    TEXT = "text"


_IS_TEXT: Final = b"opendocument.text"
_PARTS: Final = {
    "xl/workbook.xml": InputFormat.XLSX,
    "word/document.xml": InputFormat.DOCX,
    "content.xml": InputFormat.ODS,
}

_MOST_ELEMENTS: Final = {
    InputFormat.XLSX: 10_000_000,
    InputFormat.ODS: 10_000_000,
    InputFormat.DOCX: 2_000_000,  # all of them are held at once
}


def read_grids(data: bytes) -> tuple[Grid, ...]:
    """Return the rows of a file; what it is, its content tells.

    Raises:
        NoList: If it is no list, is broken, or is too large.
    """
    format_ = _format_of(data)
    try:
        with warnings.catch_warnings(), contextlib.redirect_stdout(io.StringIO()):
            warnings.simplefilter("ignore")  # openpyxl tells of what it doesn't read, as charts
            if format_ in _MOST_ELEMENTS:
                refuse_vast(data, _MOST_ELEMENTS[format_])
            grids: tuple[Grid, ...] = _reader(format_)(data)
    except NoList:
        raise
    except (RecursionError, MemoryError):
        raise NoList("it is nested too deeply") from None
    except Exception as error:  # noqa: BLE001 (libraries fail in many ways at a broken file)
        raise NoList(f"it is a broken .{format_.value}: {_shortly(error)}") from None
    return grids


def _reader(format_: InputFormat) -> Callable[[bytes], tuple[Grid, ...]]:
    module = import_module(f"hearingkit.intake.{format_.value}")
    reader: Callable[[bytes], tuple[Grid, ...]] = module.read
    return reader


def _format_of(data: bytes) -> InputFormat:
    if not data.strip():
        raise NoList("it is empty")
    if len(data) > MOST_BYTES:
        raise NoList(f"it has more than {MOST_BYTES // 1_000_000} MB")
    if data.startswith(b"PK"):
        return _format_in_zip(data)
    if why := _why_foreign(data):
        raise NoList(why)
    return _format_of_text(data)


def _format_of_text(data: bytes) -> InputFormat:
    head = data[:2000].lstrip(_BLANK)
    if head[:11].upper() == b"BEGIN:VCARD":
        return InputFormat.VCF
    if head.startswith(b"{") and b'"recipients"' in data:
        return InputFormat.JSON
    if re.match(_MAIL, data[:_LONGEST_HEADER].lstrip(_BLANK)):
        return InputFormat.EML
    if why := next((why for begin, why in _OF_TEXTS.items() if re.match(begin, head)), ""):
        raise NoList(why)
    if re.match(_PAGE, head):
        return InputFormat.HTML
    if is_page(head):
        raise NoList("it is XML; save the list as .xlsx or .csv, or copy its text")
    return InputFormat.TEXT


def _why_foreign(data: bytes) -> str:
    """Return why a file of another program is no list; empty if it may be one."""
    if not data.startswith(COMPOUND):
        return _REFUSED.get(kind_of_foreign(data), "")
    if _PART_OF_MSG in data:
        return "it is a mail of Outlook (.msg); save it as .eml, or copy its addresses"
    return "it is an old .xls or .doc, or locked; save it as .xlsx without a password"


def _format_in_zip(data: bytes) -> InputFormat:
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as file:
            parts = {info.filename: info.file_size for info in file.infolist()}
            is_locked = any(info.flag_bits & 1 for info in file.infolist())
            is_text = not is_locked and _IS_TEXT in _beginning(file, "mimetype")
    except (zipfile.BadZipFile, zlib.error, ValueError, OSError, NotImplementedError):
        raise NoList("it is broken: no program could unpack it; save it again") from None
    if sum(parts.values()) > _MOST_UNPACKED or len(parts) > _MOST_PARTS:
        raise NoList("it would unpack to more than a list can hold")
    if is_locked:
        raise NoList("it is locked with a password; save it without")
    if is_text:
        raise NoList("it is a text of LibreOffice (.odt); save it as .docx")
    for name, format_ in _PARTS.items():
        if name in parts:
            return format_
    raise NoList("it is no .xlsx, .ods or .docx; take the list out of the zip")


def _beginning(file: zipfile.ZipFile, name: str) -> bytes:
    """Return how a part of a file begins; nothing where there is no such part."""
    if name not in file.namelist():
        return b""
    with file.open(name) as part:
        return part.read(100)


def _shortly(error: Exception) -> str:
    return " ".join(str(error).split())[:80] or type(error).__name__
