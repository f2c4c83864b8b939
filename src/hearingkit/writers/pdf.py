"""Documents as tagged PDF files, by Typst: PDF/UA-1 and PDF/A-2a.

A document goes to Typst as data, in a file that exists in memory alone; what it looks like is
``templates/typst/document.typ``. So no text of a document can be read as markup. Besides it Typst
sees that folder: no other file, no package, no font but ours or an office's own.
"""

import dataclasses
import functools
import importlib.resources
import json
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from threading import get_ident
from typing import TYPE_CHECKING, Any

from hearingkit import errors
from hearingkit.assets import templates_dir
from hearingkit.documents.addresses import on_paper
from hearingkit.documents.blocks import Block, Document, Fields, Heading, Image, ItemList, Table
from hearingkit.writers import _arrangement
from hearingkit.writers._widths import column_widths, shared
from hearingkit.writers.dress import PLAIN, Dress, Font

if TYPE_CHECKING:
    import typst

_STANDARDS: Any = ["ua-1", "a-2a"]
_LINE_WIDTH = 9070  # of an A4 page without its margins, in twips
_TITLE, _DEEPEST_LOOK = 1, 4
_RUNS_KEPT = 12
_COMPILERS_KEPT = 16
_OUR_FAMILY = "Arimo"
_DEEPEST_LIST = 20  # Typst stops at about 30
_TEXTS = ("title", "full_title", "author", "page_label", "draft")
_ABOVE = ("recipient", "references")
_BELOW = ("body", "signature", "attachments")


def write(document: Document, dress: Dress = PLAIN) -> bytes:
    """Return a PDF file; the same bytes for the same document.

    Raises:
        HearingkitError: If no accessible PDF can be made, as for ``write_together``.
    """
    return write_together((document,), dress)


def write_together(documents: Sequence[Document], dress: Dress = PLAIN) -> bytes:
    """Return a PDF file of several documents, each on pages of its own, to be printed at once.

    It has the title and the author of the first.

    Raises:
        HearingkitError: If no accessible PDF can be made: the fonts lack a letter, the document has
            no title, its lists are very deep, or the folder of an own font lacks its family.
    """
    import typst

    first = documents[0]
    font = dress.font
    worn = {"font": font.family if font else _OUR_FAMILY, "is_own_font": font is not None}
    data = json.dumps([worn | _data(one) for one in documents]).encode()
    files: Any = {"main.typ": _main(), "documents.json": data}
    try:
        made = _compiler(font, get_ident()).compile(
            files, format="pdf", pdf_standards=_STANDARDS, timestamp=first.dated
        )
    except typst.TypstError as error:
        _, breaks_standard, reason = error.message.partition(" error: ")
        if not breaks_standard:
            raise
        raise errors.no_pdf(first.title, reason) from None
    assert isinstance(made, bytes)
    if len(documents) > 1:
        _let_go(font)
    return made


def _let_go(font: Font | None) -> None:
    """Free what Typst keeps of a run for the next ones: some MB a page, not asked for again."""
    nothing: Any = {"main.typ": b""}
    for _ in range(_RUNS_KEPT):
        _compiler(font, get_ident()).compile(nothing, format="pdf")


def _data(document: Document) -> dict[str, Any]:
    """Return the document as what JSON can say, each block and each piece of text with its kind."""
    document = on_paper(document)
    tree = _Tree(document.title)
    texts = {name: getattr(document, name) for name in _TEXTS}
    is_beside = _arrangement.references_beside(document)
    head, contact = _arrangement.letterhead(document)
    sender = {
        "sender": tree.part(head),
        "contact": tree.of(contact),
        "contact_widths": _arrangement.contact_widths(contact, _LINE_WIDTH) if contact else [],
    }
    above = {part: tree.part(getattr(document, part), rows=not is_beside) for part in _ABOVE}
    tree.level = _TITLE
    below = {part: tree.part(getattr(document, part)) for part in _BELOW}
    look = {
        "language": document.language.tag,
        "is_beside": is_beside,
        "on_right": document.sender_on_right,
    }
    return {**look, **texts, **sender, **above, **below}


@functools.lru_cache(_COMPILERS_KEPT)
def _compiler(font: Font | None, thread: int) -> "typst.Compiler":  # noqa: ARG001
    """Return a compiler that finds our fonts, or those of an office, and no file but our own.

    Each thread has its own, which works on one file at a time. A process must not fork after it
    has compiled: Typst's threads would hang.
    """
    import typst

    ours = str(importlib.resources.files("fontpkg_arimo") / "files")
    folder = font.folder if font else ours
    fonts = typst.Fonts(include_system_fonts=False, font_paths=[folder])
    if font:
        _refuse_missing(font)
    root = str(_folder())
    return typst.Compiler(
        root=root,
        font_paths=fonts,
        ignore_system_fonts=True,
        package_path=root,
        package_cache_path=root,
    )


def _refuse_missing(font: Font) -> None:
    """Refuse a family that its folder lacks: Typst would leave out all text."""
    import typst

    there = typst.Fonts(
        include_system_fonts=False, include_embedded_fonts=False, font_paths=[font.folder]
    ).families()
    if font.family.casefold() not in map(str.casefold, there):
        raise errors.no_family(font.family, there)


def _folder() -> Path:
    return templates_dir() / "typst"


@functools.cache
def _main() -> bytes:
    return (_folder() / "main.typ").read_bytes()


@dataclass(slots=True)
class _Tree:
    """Makes values of a document what JSON can say.

    Attributes:
        title: Of the document, for a message.
        level: Of the last heading; PDF/UA-1 wants each at most one deeper than the one before.
        lists: How many lists surround what is looked at.
    """

    title: str
    level: int = 0
    lists: int = 0

    def part(self, blocks: tuple[Block, ...], *, rows: bool = False) -> list[Any]:
        """Return a part of the document; its labelled values may stand side by side."""
        return [
            self._rows(one) if rows and isinstance(one, Fields) else self.of(one)
            for one in _arrangement.arranged(blocks)
        ]

    def _rows(self, fields: Fields) -> dict[str, Any]:
        rows = _arrangement.rows(fields)
        return {"kind": "Rows", "rows": self.of(rows), "widths": shared(rows, _LINE_WIDTH)}

    def of(self, value: Any) -> Any:  # noqa: ANN401, PLR0911  # any value
        """Return a value with the kind of each part of it."""
        match value:
            case tuple():
                return [self.of(one) for one in value]
            case Image():
                # Typst takes files in memory for text; a picture comes as its bytes in numbers.
                return {"kind": "Image", "alt": value.alt, "bytes": list(value.data)}
            case Heading():
                self.level = min(value.level + 1, self.level + 1)
                look = min(value.level, _DEEPEST_LOOK)
                return {**self._parts(value), "level": self.level, "look": look}
            case Table():
                aligned = [one.value for one in value.aligned()]
                widths = column_widths(value, _LINE_WIDTH)
                parts = self._parts(value.with_whole_figures())
                return {**parts, "aligned": aligned, "widths": widths}
            case ItemList():
                return self._list(value)
            case _ if dataclasses.is_dataclass(value):
                return self._parts(value)
            case _:
                return value

    def _list(self, value: ItemList) -> dict[str, Any]:
        self.lists += 1
        if self.lists > _DEEPEST_LIST:
            raise errors.no_pdf(self.title, f"its lists are more than {_DEEPEST_LIST} deep")
        parts = {**self._parts(value), "depth": self.lists - 1}
        self.lists -= 1
        return parts

    def _parts(self, value: Any) -> dict[str, Any]:  # noqa: ANN401
        names = (one.name for one in dataclasses.fields(value))
        parts = {name: self.of(getattr(value, name)) for name in names}
        return {"kind": type(value).__name__, **parts}
