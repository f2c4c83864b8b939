"""Recipient and references in the letterhead of hearingkit, side by side as letters have them.

What stands side by side is a table without lines or head: read cell by cell, it is in order.
"""

from collections.abc import Callable
from dataclasses import replace
from typing import TypeAlias

from docx.enum.text import WD_ALIGN_PARAGRAPH
from docx.oxml.ns import qn
from docx.oxml.xmlchemy import BaseOxmlElement
from docx.shared import Mm
from docx.text.parfmt import ParagraphFormat

from hearingkit.documents.blocks import Block, Cell, Document, Fields, Paragraph
from hearingkit.writers import _arrangement, _docx_tables
from hearingkit.writers._docx_blocks import BlockWriter, WordPlace
from hearingkit.writers._widths import shared

_HEAD_HEIGHT, _FOOT = Mm(31).twips, Mm(274).twips

Elements: TypeAlias = list[BaseOxmlElement]
Part: TypeAlias = Callable[[BlockWriter, int], Elements]
"""A part of a document, to be written on lines of a width in twips."""


def beside(document: Document, writer: BlockWriter, width: int) -> Elements:
    """Return the recipient, and on its right the references."""
    writer = replace(writer, link_style="")
    left = round(width * _arrangement.RECIPIENT_SHARE)
    recipient = WordPlace(left, has_labels=True).inside("Recipient")
    references = WordPlace(width - left).inside("Reference")
    cells = [
        _docx_tables.separated(writer.write(document.recipient, recipient), writer.styles),
        _docx_tables.separated(writer.write(document.references, references), writer.styles),
    ]
    return [_docx_tables.side_by_side(cells, [left, width - left], 0, writer.styles)]


def sender(document: Document, head: Part, writer: BlockWriter, width: int) -> Elements:
    """Return the head of the first page, and contact lines that stand at its foot.

    An address below the head shows in the window of an envelope, 48 mm from the edge of the page.
    """
    writer = replace(writer, link_style="")
    content = _docx_tables.separated(head(writer, width), writer.styles)
    if not content:
        return []
    made = _docx_tables.side_by_side([content], [width], 0, writer.styles)
    _docx_tables.least_height(made, _HEAD_HEIGHT)
    for text in made.iter(qn("w:p")) if document.sender_on_right else ():
        ParagraphFormat(text).alignment = WD_ALIGN_PARAGRAPH.RIGHT
    _, contact = _arrangement.letterhead(document)
    return [made, *(_at_foot(contact, writer, width) if contact else ())]


def _at_foot(contact: tuple[Cell, ...], writer: BlockWriter, width: int) -> Elements:
    widths = _arrangement.contact_widths(contact, width)
    place = WordPlace(width).inside("Contact")
    cells = [writer.write([Paragraph(line)], place) for line in contact]
    made = _docx_tables.side_by_side(cells, widths, 0, writer.styles)
    _docx_tables.at_foot(made, _FOOT)
    return [made]


def in_rows(document: Document, writer: BlockWriter, width: int) -> Elements:
    """Return the references, labelled values side by side."""
    writer = replace(writer, link_style="")
    place = WordPlace(width).inside("Reference")
    made: Elements = []
    for block in document.references:
        match block:
            case Fields():
                made += _rows(block, writer, place)
            case _:
                made += writer.write([block], place)
    return made


def _rows(fields: Fields, writer: BlockWriter, place: WordPlace) -> Elements:
    rows = _arrangement.rows(fields)
    blocks: list[list[Block]] = [[Paragraph(cell)] for row in rows for cell in row]
    cells = [writer.write(one, place) for one in blocks]
    widths = shared(rows, place.width)
    return [_docx_tables.side_by_side(cells, widths, place.indent, writer.styles)]
