"""Word's XML: the elements that python-docx has no call for."""

import copy
from collections.abc import Iterable, Mapping
from typing import Final

from docx.oxml.ns import qn
from docx.oxml.parser import OxmlElement
from docx.oxml.text.paragraph import CT_P
from docx.oxml.xmlchemy import BaseOxmlElement

from hearingkit.documents.inlines import is_writable
from hearingkit.letterheads.marks import tag_of

ORDER_IN_PARAGRAPH: Final = (
    *("pStyle", "keepNext", "keepLines", "pageBreakBefore", "framePr", "widowControl", "numPr"),
    *("suppressLineNumbers", "pBdr", "shd", "tabs", "suppressAutoHyphens", "kinsoku", "wordWrap"),
    *("overflowPunct", "topLinePunct", "autoSpaceDE", "autoSpaceDN", "bidi", "adjustRightInd"),
    *("snapToGrid", "spacing", "ind", "contextualSpacing", "mirrorIndents", "suppressOverlap"),
    *("jc", "textDirection", "textAlignment", "textboxTightWrap", "outlineLvl", "divId"),
    *("cnfStyle", "rPr", "sectPr", "pPrChange"),
)
"""The properties of a paragraph as the schema orders them."""

ORDER_IN_RUN: Final = (
    *("rStyle", "rFonts", "b", "bCs", "i", "iCs", "caps", "smallCaps", "strike", "dstrike"),
    *("outline", "shadow", "emboss", "imprint", "noProof", "snapToGrid", "vanish", "webHidden"),
    *("color", "spacing", "w", "kern", "position", "sz", "szCs", "highlight", "u", "effect"),
    *("bdr", "shd", "fitText", "vertAlign", "rtl", "cs", "em", "lang", "eastAsianLayout"),
    *("specVanish", "oMath"),
)
"""The properties of a run as the schema orders them."""

_SPACES = {ord(sign): " " for sign in "\t\n\r"}


def carried(text: str) -> str:
    """Return the text that XML can carry.

    Blocks hold no other; a stray control character must still never cost somebody the letter.
    """
    if text.isprintable():
        return text
    return "".join(filter(is_writable, text.translate(_SPACES)))


def element(
    tag: str, attributes: Mapping[str, str] | None = None, *children: BaseOxmlElement
) -> BaseOxmlElement:
    """Return an element.

    Args:
        tag: With its prefix: ``w:p``.
        attributes: By name, with prefix where they have one: ``w:val``.
        children: What it holds, in the order that the schema asks for.
    """
    made = OxmlElement(tag)
    for name, value in (attributes or {}).items():
        made.set(qn(name) if ":" in name else name, value)
    made.extend(children)
    return made


def text(content: str) -> BaseOxmlElement:
    """Return a ``w:t``; Word drops a space at its start or end unless it is marked as preserved."""
    made = element("w:t")
    made.text = content
    if content != content.strip():
        made.set(qn("xml:space"), "preserve")
    return made


def paragraph(style: str | None, content: Iterable[BaseOxmlElement] = ()) -> CT_P:
    """Return a paragraph in a style, by its id; without one, in the document's default."""
    made: CT_P = OxmlElement("w:p")
    if style is not None:
        made.style = style
    made.extend(content)
    return made


def number(made: CT_P, numbering: int, level: int) -> None:
    """Put a list's bullet or number before a paragraph; levels count from 0."""
    properties = made.get_or_add_pPr().get_or_add_numPr()
    properties.get_or_add_ilvl().val = level
    properties.get_or_add_numId().val = numbering


def keep_own_spacing(made: CT_P) -> None:
    """Keep the space after a paragraph of ours, even where one of the same style follows."""
    spacing = element("w:contextualSpacing", {"w:val": "0"})
    merge(made.get_or_add_pPr(), [spacing], ORDER_IN_PARAGRAPH)


def merge(
    properties: BaseOxmlElement, more: Iterable[BaseOxmlElement], order: tuple[str, ...]
) -> None:
    """Add properties in the order of the schema; of two of a kind, the added one counts."""
    by_tag = {tag_of(one): one for one in (*properties, *map(copy.deepcopy, more))}
    ranks = {tag: rank for rank, tag in enumerate(order)}
    properties[:] = sorted(by_tag.values(), key=lambda one: ranks.get(tag_of(one), len(order)))
