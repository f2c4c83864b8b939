"""Documents as Word files.

The letterhead says where each part goes and what it looks like: a paragraph ``{{ body }}`` makes
way for the body, and so on; ``{{ title }}``, ``{{ page_label }}`` and ``{{ draft }}`` are filled
where they stand.
"""

import datetime as dt
from collections.abc import Callable
from itertools import count

from docx.document import Document as WordDocument
from docx.oxml.ns import qn
from docx.oxml.text.paragraph import CT_P
from docx.oxml.xmlchemy import BaseOxmlElement
from docx.shared import Length, Mm
from docx.text.parfmt import ParagraphFormat

from hearingkit.documents.blocks import Block, Document, LineBlock, Paragraph
from hearingkit.writers import _docx_letterhead, _ooxml
from hearingkit.writers._docx_blocks import BlockWriter, WordPlace, keep_together
from hearingkit.writers._docx_inlines import Addresses
from hearingkit.writers._docx_styles import Styles, styles_of
from hearingkit.writers._docx_tables import separated

_PROPERTY_MAX = 255  # python-docx refuses more
_A4_WIDTH = Mm(210)
_Part = Callable[[Document, BlockWriter, int], list[BaseOxmlElement]]


def write(document: Document) -> bytes:
    """Return a Word file; the same bytes for the same document."""
    word = _docx_letterhead.opened()
    _describe(word, document)
    _fill(word, document)
    return _docx_letterhead.saved(word)


def _describe(word: WordDocument, document: Document) -> None:
    """Tell what search, screen readers and proofing tools want to know."""
    properties = word.core_properties
    properties.title = _ooxml.carried(document.full_title)[:_PROPERTY_MAX]
    properties.author = _ooxml.carried(document.author)[:_PROPERTY_MAX]
    properties.last_modified_by = properties.author
    if document.draft:
        properties.content_status = document.draft
    properties.language = document.language.tag
    properties.revision = 1
    properties.created = properties.modified = _in_utc(document.dated)
    defaults = word.styles.element.xpath("w:docDefaults/w:rPrDefault/w:rPr/w:lang")
    for language in [*defaults, *word.settings.element.xpath("w:themeFontLang")]:
        language.set(qn("w:val"), document.language.tag)


def _in_utc(moment: dt.datetime) -> dt.datetime:
    return moment if moment.tzinfo is None else moment.astimezone(dt.UTC)


def _fill(word: WordDocument, document: Document) -> None:
    styles, pictures, width = styles_of(word), count(1), _line_width(word)
    texts = {"title": document.title, "page_label": document.page_label, "draft": document.draft}
    stories = [(one, _docx_letterhead.placeholders(one)) for one in _docx_letterhead.stories(word)]
    for story, placeholders in stories:
        writer = BlockWriter(Addresses(story), styles, pictures)
        for name, found in placeholders:
            if name in texts:
                _replace_text(found, texts[name])
            elif name in _PARTS:
                _replace_paragraph(found, _PARTS[name](document, writer, width))
        if story is word.part:
            _separate_tables(story.element.body, styles, may_end_with_table=True)
        else:
            _separate_tables(story.element, styles)
        _docx_letterhead.drop_if_empty(word, story)


def _line_width(word: WordDocument) -> int:
    """Return the width of a line on the first section's pages, in twips."""
    section = word.sections[0]
    margins = (section.left_margin, section.right_margin)
    page = section.page_width or _A4_WIDTH
    width: int = Length(page - sum(margin or 0 for margin in margins)).twips
    return width


def _replace_text(found: BaseOxmlElement, text: str) -> None:
    """Fill a run; a paragraph that would then be empty goes."""
    paragraph, run = found.xpath("ancestor::w:p")[0], found.getparent()
    run.replace(found, _ooxml.text(_ooxml.carried(text)))
    if not "".join(paragraph.itertext()).strip():
        paragraph.getparent().remove(paragraph)


def _replace_paragraph(found: BaseOxmlElement, elements: list[BaseOxmlElement]) -> None:
    paragraph = found.xpath("ancestor::w:p")[0]
    for element in elements:
        paragraph.addprevious(element)
    paragraph.getparent().remove(paragraph)


def _separate_tables(
    story: BaseOxmlElement, styles: Styles, *, may_end_with_table: bool = False
) -> None:
    """Parts may begin and end with tables; a section's properties stay last."""
    section = story.xpath("w:sectPr")
    content = [one for one in story if one not in section]
    story[:] = [*separated(content, styles, may_end_with_table=may_end_with_table), *section]


def _sender(document: Document, writer: BlockWriter, width: int) -> list[BaseOxmlElement]:
    """The first line of text is the issuer's name."""
    place = WordPlace(width).inside("Sender")
    texts = [at for at, one in enumerate(document.sender) if isinstance(one, LineBlock | Paragraph)]
    if not texts:
        return writer.write(document.sender, place)
    first = texts[0]
    name, rest = _name_and_rest(document.sender[first])
    return [
        *writer.write(document.sender[:first], place),
        *writer.write([name], place.inside("Sender Name")),
        *writer.write([*rest, *document.sender[first + 1 :]], place),
    ]


def _name_and_rest(block: Block) -> tuple[Block, tuple[Block, ...]]:
    if isinstance(block, LineBlock) and len(block.lines) > 1:
        return Paragraph(block.lines[0]), (LineBlock(block.lines[1:]),)
    return block, ()


def _body(document: Document, writer: BlockWriter, width: int) -> list[BaseOxmlElement]:
    """A page never holds a signature alone: the end of the text comes with it."""
    elements = writer.write(document.body, WordPlace(width))
    for last in elements[-1:]:
        if document.signature and isinstance(last, CT_P):
            ParagraphFormat(last).keep_with_next = True
    return elements


def _signature(document: Document, writer: BlockWriter, width: int) -> list[BaseOxmlElement]:
    """A paragraph is the closing; lines and columns are those who sign."""
    elements = writer.write(
        document.signature, WordPlace(width, text="Closing", lines="Signature", items="Signature")
    )
    keep_together(elements)
    return elements


def _in_style(part: str, style: str) -> _Part:
    def written(document: Document, writer: BlockWriter, width: int) -> list[BaseOxmlElement]:
        return writer.write(getattr(document, part), WordPlace(width).inside(style))

    return written


_PARTS = {
    "sender": _sender,
    "recipient": _in_style("recipient", "Recipient"),
    "references": _in_style("references", "Reference"),
    "body": _body,
    "signature": _signature,
    "attachments": _in_style("attachments", "Attachment"),
}
