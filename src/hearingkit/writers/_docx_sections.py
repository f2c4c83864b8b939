"""Many names in columns of a page: Word has them by sections, and makes them equally long.

A section has its properties in its last paragraph, the last section of all at the end of the text.
A table of columns would be read across where it goes over to another page.
"""

import copy
from collections.abc import Iterable

from docx.document import Document as WordDocument
from docx.oxml.ns import qn
from docx.oxml.text.paragraph import CT_P
from docx.oxml.xmlchemy import BaseOxmlElement
from docx.shared import Mm

from hearingkit.frozen import frozen
from hearingkit.writers import _ooxml
from hearingkit.writers._docx_styles import Styles
from hearingkit.writers._docx_tables import separator

_GAP = str(Mm(6).twips)
_OF_THE_FIRST = ("w:headerReference", "w:footerReference", "w:titlePg", "w:type")
_BEHIND_COLUMNS = (
    *("w:formProt", "w:vAlign", "w:noEndnote", "w:titlePg", "w:textDirection", "w:bidi"),
    *("w:rtlGutter", "w:docGrid", "w:printerSettings", "w:sectPrChange"),
)


@frozen
class NamesInWord:
    """Paragraphs of names that stand in columns.

    Attributes:
        columns: How many.
        first: The first paragraph.
        last: The last one.
    """

    columns: int
    first: BaseOxmlElement
    last: BaseOxmlElement


def may_be_divided(word: WordDocument) -> bool:
    """Return whether a letterhead has pages of one kind, and its text one column."""
    whole = word.part.element.body.sectPr
    sections = word.part.element.xpath("//w:sectPr")
    columns = word.part.element.xpath("//w:sectPr/w:cols[@w:num > 1]")
    return sections == [whole] and not columns


def divide(word: WordDocument, names: Iterable[NamesInWord], styles: Styles) -> None:
    """Make a section of each list of names, and of what is between them."""
    every = tuple(names)
    if not every:
        return
    whole = word.part.element.body.sectPr
    if whole.find(qn("w:cols")) is None:
        whole.insert_element_before(_ooxml.element("w:cols"), *_BEHIND_COLUMNS)
    for one in every:
        before = one.first.getprevious()
        if before is not None and not _ends_section(before):
            _end(before if isinstance(before, CT_P) else _parted(before, styles), 1)
        if one.last.getnext() is whole:
            _set_columns(whole, one.columns)
        else:
            _end(one.last, one.columns)
    _share(whole, word.part.element.xpath("//w:sectPr"))


def _ends_section(element: BaseOxmlElement) -> bool:
    return element.find(f"{qn('w:pPr')}/{qn('w:sectPr')}") is not None


def _parted(table: BaseOxmlElement, styles: Styles) -> CT_P:
    made = separator(styles)
    table.addnext(made)
    return made


def _end(paragraph: BaseOxmlElement, columns: int) -> None:
    made = _ooxml.element("w:sectPr", None, _ooxml.element("w:cols"))
    _set_columns(made, columns)
    _ooxml.merge(paragraph.get_or_add_pPr(), [made], _ooxml.ORDER_IN_PARAGRAPH)


def _set_columns(section: BaseOxmlElement, columns: int) -> None:
    given = section.find(qn("w:cols"))
    assert given is not None
    given.set(qn("w:num"), str(columns))
    given.set(qn("w:space"), _GAP)


def _share(whole: BaseOxmlElement, sections: list[BaseOxmlElement]) -> None:
    """Give each section the page of the letterhead; headers and footers are those of the first."""
    pattern = [copy.deepcopy(one) for one in whole]
    of_the_first = {qn(tag) for tag in _OF_THE_FIRST}
    for section in sections:
        columns = section.find(qn("w:cols"))
        is_first = section is sections[0]
        kept = [copy.deepcopy(one) for one in pattern if is_first or one.tag not in of_the_first]
        section[:] = [columns if one.tag == qn("w:cols") else one for one in kept]
        if not is_first:
            section.insert(0, _ooxml.element("w:type", {"w:val": "continuous"}))
            for number in section.findall(qn("w:pgNumType")):
                number.attrib.pop(qn("w:start"), None)
