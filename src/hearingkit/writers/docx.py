"""Documents as Word files.

The letterhead says where each part goes and what it looks like: a paragraph ``{{ body }}`` makes
way for the body, and so on; ``{{ title }}``, ``{{ page_label }}``, ``{{ draft }}`` and the fields
of the document are filled where they stand.
"""

import datetime as dt
import functools
from collections.abc import Collection, Iterator, Mapping
from itertools import count

from docx.document import Document as WordDocument
from docx.opc.constants import RELATIONSHIP_TYPE
from docx.oxml.ns import qn
from docx.oxml.text.paragraph import CT_P
from docx.oxml.xmlchemy import BaseOxmlElement

from hearingkit.documents.addresses import on_paper
from hearingkit.documents.blocks import Document
from hearingkit.frozen import frozen
from hearingkit.letterheads.fields import DRAFT, PAGE_LABEL, SUBJECT, Slot, known
from hearingkit.letterheads.marks import ParagraphText, paragraphs
from hearingkit.letterheads.opening import loaded, stories, with_marks
from hearingkit.source.zip_files import packed
from hearingkit.writers import _docx_letterhead, _docx_slots, _ooxml
from hearingkit.writers._docx_blocks import BlockWriter
from hearingkit.writers._docx_fields import FieldFiller
from hearingkit.writers._docx_inlines import Addresses
from hearingkit.writers._docx_mould import Mould, has_others, marked
from hearingkit.writers._docx_sections import NamesInWord, divide, may_be_divided
from hearingkit.writers._docx_styles import Styles
from hearingkit.writers.dress import PLAIN, Dress

_PROPERTY_MAX = 255  # python-docx refuses more


def write(document: Document, dress: Dress = PLAIN) -> bytes:
    """Return a Word file; the same bytes for the same document in the same letterhead.

    Raises:
        NoWordFile: If the letterhead can't be used.
    """
    shape, texts = marked(document)
    mould = _mould(_Shaped(shape, dress), len(texts))
    return mould.filled(texts) if mould else packed(written(document, dress).items())


def written(document: Document, dress: Dress) -> Mapping[str, bytes]:
    """Return the parts of a Word file by name.

    Raises:
        NoWordFile: If the letterhead can't be used.
    """
    document = on_paper(document)
    letterhead = _docx_letterhead.letterhead_of(dress.letterhead)
    word = loaded(letterhead.data)
    _describe(word, document)
    _fill(with_marks(word), document, is_built_in=dress.letterhead is None)
    return _docx_letterhead.saved(word, letterhead)


@frozen
class _Shaped:
    """What letters have in common that differ in whom they go to."""

    document: Document
    dress: Dress

    def __hash__(self) -> int:
        """Return a number by what differs most: the text is long, and its parts are the same."""
        return hash((self.document.recipient, self.document.references))


@functools.lru_cache(32)  # addresses of some lengths, beside numbers of some lengths
def _mould(shaped: _Shaped, marks: int) -> Mould | None:
    """Return the mould of a document with marks; None where there can be none."""
    document, dress = shaped.document, shaped.dress
    letterhead = _docx_letterhead.letterhead_of(dress.letterhead)
    if has_others(document, marks, {**letterhead.members, **letterhead.written}):
        return None
    return Mould.of(written(document, dress))


def _describe(word: WordDocument, document: Document) -> None:
    """Set what search, screen readers and proofing tools want to know."""
    properties = word.core_properties
    properties.title = _ooxml.carried(document.full_title)[:_PROPERTY_MAX]
    properties.author = _ooxml.carried(document.author)[:_PROPERTY_MAX]
    properties.last_modified_by = properties.author
    if document.draft:
        properties.content_status = document.draft
    properties.language = document.language.tag
    properties.revision = 1
    properties.created = properties.modified = _in_utc(document.dated)
    defaults = word.styles.element.xpath(
        "w:docDefaults/w:rPrDefault/w:rPr/w:lang | w:style[@w:default]/w:rPr/w:lang"
    )
    for language in [*defaults, *_of_settings(word)]:
        language.set(qn("w:val"), document.language.tag)


def _of_settings(word: WordDocument) -> Iterator[BaseOxmlElement]:
    """Yield what a letterhead's settings say of languages; python-docx would add settings."""
    for relation in word.part.rels.values():
        if relation.reltype == RELATIONSHIP_TYPE.SETTINGS:
            yield from word.settings.element.xpath("w:themeFontLang")


def _in_utc(moment: dt.datetime) -> dt.datetime:
    return moment if moment.tzinfo is None else moment.astimezone(dt.UTC)


def _fill(word: WordDocument, document: Document, *, is_built_in: bool) -> None:
    """Find all that is to be filled, then fill it: what is filled in is never read again.

    Text such as ``{{ body }}`` in a title stays text.
    """
    found = [
        (story, [text for one in paragraphs(story.element) if (text := ParagraphText(one)).marks])
        for _, story in stories(word)
    ]
    names = {known(mark.name) for _, texts in found for text in texts for mark in text.marks}
    contents = _docx_slots.contents(document, names, is_built_in=is_built_in)
    styles = Styles(word, _base(found))
    pictures = count(_docx_slots.free_picture(word))
    in_columns: list[NamesInWord] | None = [] if may_be_divided(word) else None
    filler = FieldFiller(_values(document))
    for story, texts in found:
        writer = BlockWriter(Addresses(story), styles, pictures, names=in_columns)
        for text in texts:
            slot = slot_of(text)
            if slot is None:
                filler.fill(text)
            else:
                _docx_slots.fill(text, contents.get(slot, ()), writer)
        filler.drop_rows()
        if texts:
            _docx_letterhead.drop_if_empty(word, story)
    divide(word, in_columns or (), styles)


def slot_of(text: ParagraphText) -> Slot | None:
    """Return the slot that a paragraph is; None where it is text with fields."""
    name = known(text.marks[0].name) if text.is_alone else ""
    return Slot(name) if name in list(Slot) else None


def _base(found: Collection[tuple[object, list[ParagraphText]]]) -> str | None:
    """Return the id of the style of the text: that of the paragraph of its slot."""
    slots = (text.element for _, texts in found for text in texts if slot_of(text) is Slot.BODY)
    element: CT_P | None = next(slots, None)
    return None if element is None else element.style


def _values(document: Document) -> Mapping[str, str]:
    own = {SUBJECT: document.title, PAGE_LABEL: document.page_label, DRAFT: document.draft}
    return {**document.fields, **own}
