"""Word's XML: the elements that python-docx has no call for, and packages that never differ."""

import io
import zipfile
from collections.abc import Iterable, Mapping

from docx.oxml.ns import qn
from docx.oxml.parser import OxmlElement
from docx.oxml.text.paragraph import CT_P
from docx.oxml.xmlchemy import BaseOxmlElement

from hearingkit.documents.inlines import is_writable

_ZIP_TIME = (1980, 1, 1, 0, 0, 0)
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
    # It goes last: of what comes after it in the schema, our paragraphs hold nothing yet.
    made.get_or_add_pPr().append(element("w:contextualSpacing", {"w:val": "0"}))


def package(parts: Iterable[tuple[str, bytes]]) -> bytes:
    """Return a zip file that is the same for the same parts: no clock, no operating system."""
    stream = io.BytesIO()
    with zipfile.ZipFile(stream, "w", zipfile.ZIP_DEFLATED) as target:
        for name, content in parts:
            entry = zipfile.ZipInfo(name, _ZIP_TIME)
            entry.create_system = 0
            entry.compress_type = zipfile.ZIP_DEFLATED
            target.writestr(entry, content)
    return stream.getvalue()
