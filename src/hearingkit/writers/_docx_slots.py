"""Parts of a letter in the slots of a letterhead; a part without a slot is put beside the text."""

import dataclasses
import functools
from collections.abc import Collection, Mapping, Sequence
from itertools import zip_longest
from typing import TypeAlias

from docx.document import Document as WordDocument
from docx.oxml.ns import qn
from docx.oxml.table import CT_Tbl
from docx.oxml.text.paragraph import CT_P
from docx.oxml.xmlchemy import BaseOxmlElement
from docx.section import Section
from docx.shared import Length, Mm, Pt
from docx.text.parfmt import ParagraphFormat

from hearingkit.documents.blocks import (
    Block,
    Document,
    ItemList,
    LineBlock,
    Paragraph,
    Plain,
    Strong,
)
from hearingkit.letterheads.fields import DRAFT, FIELDS_OF, SUBJECT, Slot
from hearingkit.letterheads.marks import ParagraphText, tag_of
from hearingkit.letterheads.opening import stories
from hearingkit.writers import _arrangement, _docx_arrangement
from hearingkit.writers._docx_arrangement import Elements, Part
from hearingkit.writers._docx_blocks import (
    AS_SLOT,
    LINES_AS_SLOT,
    BlockWriter,
    WordPlace,
    keep_together,
)
from hearingkit.writers._docx_fields import drop
from hearingkit.writers._docx_look import Look
from hearingkit.writers._docx_styles import Styles
from hearingkit.writers._docx_tables import separated, separator

_A4_WIDTH = Mm(210)
_EMU_IN_TWIP = 635
_CELL_MARGINS = 216  # twips
_BOX_MARGINS = 288
_NARROW = 600
_SHORT = 12  # paragraphs
_FEW = 7
_A4_LINE = 9070
"""Twips between the margins of hearingkit's own letterhead, where a header has no other."""

Blocks: TypeAlias = tuple[Block, ...]


def contents(
    document: Document, names: Collection[str], *, is_built_in: bool
) -> Mapping[Slot, Sequence[Part]]:
    """Return what stands in each slot of a letterhead.

    Args:
        document: The letter.
        names: The slots and fields of the letterhead.
        is_built_in: Whether it is that of hearingkit, which has no layout for some parts.
    """
    parts = _parts(document, has_closing=Slot.CLOSING in names)
    if is_built_in:
        parts = {**parts, **_arranged(document)}
    found: dict[Slot, list[Part]] = {slot: [parts[slot]] for slot in parts if slot in names}
    here = found.setdefault(Slot.BODY, [parts[Slot.BODY]])
    here[:0] = _above_body(document, parts, names)
    for slot in (Slot.CLOSING, Slot.SIGNATURE, Slot.ENCLOSURES):
        if slot in names:
            here = found[slot]
        elif slot is not Slot.CLOSING:
            here.append(parts[slot])
    return found


def _above_body(
    document: Document, parts: Mapping[Slot, Part], names: Collection[str]
) -> list[Part]:
    """Return what stands above the text, as the letterhead has no other place for it."""
    mark = Paragraph((Strong((Plain(document.draft),)),))
    above = [_in_style((mark,), None)] if document.draft and DRAFT not in names else []
    for slot in (Slot.RECIPIENT, Slot.REFERENCES):
        shown = (slot.value, *FIELDS_OF.get(slot, ()))
        if not any(name.startswith(shown) for name in names):
            above.append(parts[slot])
    if SUBJECT not in names:
        above.append(_in_style((Paragraph((Plain(document.title),)),), "Title"))
    return above


def _parts(document: Document, *, has_closing: bool) -> Mapping[Slot, Part]:
    signature = document.signatories if has_closing else document.signature
    has_few = _are_few(document.attachments)
    return {
        Slot.SENDER: _sender(document.sender),
        Slot.RECIPIENT: _lines(document.recipient, "Recipient", link_style=""),
        Slot.REFERENCES: _lines(document.references, "Reference", link_style=""),
        Slot.BODY: _body(document),
        Slot.CLOSING: _signed(document.closing, more=bool(document.signatories) or has_few),
        Slot.SIGNATURE: _signed(signature, more=has_few),
        Slot.ENCLOSURES: _on_one_page(_lines(document.attachments, "Attachment")),
    }


def _arranged(document: Document) -> Mapping[Slot, Part]:
    """Return the parts that stand side by side; recipient and references may be one."""
    head, _ = _arrangement.letterhead(document)
    sender = functools.partial(_docx_arrangement.sender, document, _sender(head))
    if _arrangement.references_beside(document):
        return {
            Slot.SENDER: sender,
            Slot.RECIPIENT: functools.partial(_docx_arrangement.beside, document),
            Slot.REFERENCES: _lines((), "Reference"),
        }
    in_rows = functools.partial(_docx_arrangement.in_rows, document)
    return {Slot.SENDER: sender, Slot.REFERENCES: in_rows}


def _are_few(attachments: Blocks) -> bool:
    """Return whether enclosures go with the signature: a page never holds a few of them alone."""
    counts = (len(one.items) if isinstance(one, ItemList) else 1 for one in attachments)
    return 0 < sum(counts) <= _FEW


def _lines(blocks: Blocks, style: str, link_style: str = "Hyperlink") -> Part:
    def written(writer: BlockWriter, width: int) -> Elements:
        writer = dataclasses.replace(writer, link_style=link_style)
        look = style if writer.look.is_plain else LINES_AS_SLOT
        place = WordPlace(width, has_labels=True).inside(look)
        return writer.write(writer.arranged(blocks), place)

    return written


def _on_one_page(part: Part) -> Part:
    """Return a part that no end of a page divides, where it is short."""

    def written(writer: BlockWriter, width: int) -> Elements:
        elements = part(writer, width)
        if len(elements) <= _SHORT:
            keep_together(elements)
        return elements

    return written


def _in_style(blocks: Blocks, style: str | None) -> Part:
    return lambda writer, width: writer.write(blocks, WordPlace(width).inside(style or AS_SLOT))


def _sender(blocks: Blocks) -> Part:
    """The first line of text is the issuer's name."""

    def written(writer: BlockWriter, width: int) -> Elements:
        place = WordPlace(width).inside("Sender Unit" if writer.look.is_plain else LINES_AS_SLOT)
        texts = [at for at, one in enumerate(blocks) if isinstance(one, LineBlock | Paragraph)]
        if not texts or not writer.look.is_plain:
            return writer.write(blocks, place)
        first = texts[0]
        name, rest = _name_and_rest(blocks[first])
        return [
            *writer.write(blocks[:first], place),
            *writer.write([name], place.inside("Sender Name")),
            *writer.write([*rest, *blocks[first + 1 :]], place),
        ]

    return written


def _name_and_rest(block: Block) -> tuple[Block, Blocks]:
    if isinstance(block, LineBlock) and len(block.lines) > 1:
        return Paragraph(block.lines[0]), (LineBlock(block.lines[1:]),)
    return block, ()


def _body(document: Document) -> Part:
    """A page never holds a signature alone: the end of the text comes with it."""

    def written(writer: BlockWriter, width: int) -> Elements:
        plain = WordPlace(width)
        own = dataclasses.replace(plain, text=AS_SLOT, lines=AS_SLOT)
        elements = writer.write(
            writer.arranged(document.body), plain if writer.look.is_plain else own
        )
        if document.signature:
            _keep_with_next(elements)
        return elements

    return written


def _signed(blocks: Blocks, *, more: bool = False) -> Part:
    """A paragraph is the closing; lines and columns are those who sign."""

    def written(writer: BlockWriter, width: int) -> Elements:
        plain = WordPlace(width, text="Closing", lines="Signature", items="Signature")
        own = plain.inside(AS_SLOT)
        elements: Elements = []
        for block, following in zip_longest(blocks, blocks[1:]):
            made = writer.write([block], plain if writer.look.is_plain else own)
            needs_no_pen = isinstance(block, Paragraph) and block is not blocks[0]
            is_tight = needs_no_pen or _arrangement.signs_for(block, following)
            for first in made[:1] if is_tight and writer.look.is_plain else ():
                ParagraphFormat(first).space_before = Pt(0)
            elements += made
        keep_together(elements)
        if more:
            _keep_with_next(elements)
        return elements

    return written


def _keep_with_next(elements: Elements) -> None:
    """Keep the last paragraph, or the last row of a table, with what follows."""
    for last in elements[-1:]:
        for made in last.xpath("self::w:p | w:tr[last()]//w:p"):
            ParagraphFormat(made).keep_with_next = True


def fill(text: ParagraphText, parts: Sequence[Part], writer: BlockWriter) -> None:
    """Put parts of a letter in place of a slot; a slot of nothing goes."""
    slot: CT_P = text.element
    # A box, a cell or a header is in no section of its own.
    names = writer.names if slot.getparent().tag == qn("w:body") else None
    width, own = _width(slot), dataclasses.replace(writer, look=Look.of(slot), names=names)
    elements = [element for part in parts for element in part(own, width)]
    text.replace(0, len(text.text), "")
    if not elements:
        drop(slot)
        return
    for element in _apart(slot, elements, writer.styles):
        slot.addprevious(element)
    _leave(slot, elements[0])


def _apart(slot: CT_P, elements: Elements, styles: Styles) -> Elements:
    """Return the elements with thin paragraphs where Word would join or miss something."""
    before, after = slot.getprevious(), slot.getnext()
    made = separated(elements, styles, may_end_with_table=True)
    if isinstance(made[0], CT_Tbl) and isinstance(before, CT_Tbl):
        made.insert(0, separator(styles))
    ends = after is None or after.tag == qn("w:sectPr")
    may_end = ends and slot.getparent().tag == qn("w:body")
    if isinstance(made[-1], CT_Tbl) and not isinstance(after, CT_P) and not may_end:
        made.append(separator(styles))
    return made


def _leave(slot: CT_P, first: BaseOxmlElement) -> None:
    """Take the slot's paragraph away, but what else is in it: an anchored logo, a section's end."""
    content = [one for one in slot if one.tag != qn("w:pPr") and _is_kept(one)]
    if content and isinstance(first, CT_P):
        at = 1 if first.pPr is not None else 0
        first[at:at] = content
        content = []
    if slot.find(f"{qn('w:pPr')}/{qn('w:sectPr')}") is None and not content:
        slot.getparent().remove(slot)


def _is_kept(element: BaseOxmlElement) -> bool:
    """Return whether something in a slot's paragraph is more than its text."""
    if element.tag in (qn("w:r"), qn("w:hyperlink"), qn("w:ins"), qn("w:smartTag")):
        return any(map(_is_kept, element))
    return tag_of(element) not in {"rPr", "t", "proofErr", "lastRenderedPageBreak"}


def free_picture(word: WordDocument) -> int:
    """Return a number that no picture of a letterhead has, nor any higher one."""
    found = (
        number
        for _, story in stories(word)
        for number in story.element.xpath(".//wp:docPr/@id")
        if number.isdigit()
    )
    return max(map(int, found), default=0) + 1


def _width(slot: CT_P) -> int:
    """Return the width of a line where a slot stands, in twips."""
    for around in slot.iterancestors(qn("w:tc"), qn("w:drawing")):
        if around.tag == qn("w:drawing"):
            sizes = [int(size) // _EMU_IN_TWIP for size in around.xpath(".//wp:extent/@cx")]
            return max([size - _BOX_MARGINS for size in sizes[:1]], default=0) or _NARROW
        widths = around.xpath("w:tcPr/w:tcW[@w:type='dxa']/@w:w")
        if widths:
            return max(int(widths[0]) - _CELL_MARGINS, _NARROW)
    return _line_width(slot)


def _line_width(slot: CT_P) -> int:
    """Return the width of a line on the pages of the section of a slot, in twips."""
    found = slot.xpath("(ancestor-or-self::w:p/w:pPr/w:sectPr | following::w:sectPr)[1]")
    if not found:
        return _A4_LINE
    section = Section(found[0], None)  # type: ignore[arg-type]
    margins = (section.left_margin, section.right_margin)
    page = section.page_width or _A4_WIDTH
    width: int = Length(page - sum(margin or 0 for margin in margins)).twips
    columns = found[0].xpath("w:cols/@w:num")
    return max(width // int(columns[0]) if columns else width, _NARROW)
