"""Inline text as runs and hyperlinks.

An unbroken address keeps its hyphens by ``w:noBreakHyphen`` and its spaces by no-break spaces.
Word breaks a line at nothing else in it, save a dash. LibreOffice also breaks after ``?``, ``!``
and ``|``; only an invisible sign would stop that, and whoever copied the address from the letter
would copy the sign too and have another address. Both break within an address that is longer than
a line.
"""

from collections.abc import Iterator
from dataclasses import field, replace
from itertools import count
from typing import assert_never
from urllib.parse import quote

from docx.opc.constants import RELATIONSHIP_TYPE
from docx.oxml.xmlchemy import BaseOxmlElement
from docx.parts.story import StoryPart

from hearingkit.documents.blocks import Emphasis, Inline, LineBreak, Link, Plain, Strong
from hearingkit.frozen import frozen
from hearingkit.writers import _ooxml

_NO_BREAK_SPACE = "\N{NO-BREAK SPACE}"
# Of ASCII, what an address may hold besides letters and digits.
_ADDRESS_SIGNS = "!#$%&'()*+,/:;=?@[]~"


@frozen
class Addresses:
    """Where the hyperlinks of a part of the package lead to.

    Attributes:
        part: The part.
        known: The relationship of each address; python-docx would look through all of them.
    """

    part: StoryPart
    known: dict[str, str] = field(default_factory=dict)

    def relationship(self, address: str) -> str:
        """Return the id of the relationship to an address, made where there is none."""
        if address not in self.known:
            rels = self.part.rels
            free = next(rid for n in count(len(rels) + 1) if (rid := f"rId{n}") not in rels)
            rels.add_relationship(RELATIONSHIP_TYPE.HYPERLINK, address, free, is_external=True)
            self.known[address] = free
        return self.known[address]


@frozen
class InlineWriter:
    """Writes inline text into a part of the package.

    Attributes:
        addresses: Where the hyperlinks of the part lead to.
        link_style: The id of the style of links.
        bold: Whether the text is bold.
        italic: Whether it is in italics.
        linked: Whether it is the text of a link.
    """

    addresses: Addresses
    link_style: str | None
    bold: bool = False
    italic: bool = False
    linked: bool = False

    def write(self, inlines: tuple[Inline, ...]) -> Iterator[BaseOxmlElement]:
        """Return runs and hyperlinks; nothing for empty text."""
        for inline in inlines:
            yield from self._write(inline)

    def _write(self, inline: Inline) -> Iterator[BaseOxmlElement]:
        match inline:
            case Plain():
                yield from self._text(inline)
            case LineBreak():
                yield _ooxml.element("w:r", None, _ooxml.element("w:br"))
            case Strong():
                yield from replace(self, bold=True).write(inline.children)
            case Emphasis():
                yield from replace(self, italic=True).write(inline.children)
            case Link():
                yield from self._link(inline)
            case _:
                assert_never(inline)

    def _text(self, text: Plain) -> Iterator[BaseOxmlElement]:
        content = _ooxml.carried(text.text)
        if content:
            yield _ooxml.element(
                "w:r",
                None,
                *self._properties(unbroken=text.unbroken),
                *(_unbroken(content) if text.unbroken else [_ooxml.text(content)]),
            )

    def _properties(self, *, unbroken: bool) -> Iterator[BaseOxmlElement]:
        style = {"w:val": self.link_style} if self.linked and self.link_style else None
        wanted = (
            ("w:rStyle", style, style is not None),
            ("w:b", None, self.bold),
            ("w:bCs", None, self.bold),
            ("w:i", None, self.italic),
            ("w:iCs", None, self.italic),
            ("w:noProof", None, unbroken),
        )
        properties = [_ooxml.element(tag, attributes) for tag, attributes, on in wanted if on]
        if properties:
            yield _ooxml.element("w:rPr", None, *properties)

    def _link(self, link: Link) -> Iterator[BaseOxmlElement]:
        runs = list(replace(self, linked=True).write(link.children))
        address = _address(link.href)
        if not address:
            yield from self.write(link.children)
        elif runs:
            to = self.addresses.relationship(address)
            yield _ooxml.element("w:hyperlink", {"r:id": to, "w:history": "1"}, *runs)
        yield from self.write(link.printed)


def _unbroken(content: str) -> Iterator[BaseOxmlElement]:
    """A proofing tool finds no words in an address; a line finds no place to break."""
    for at, piece in enumerate(content.replace(" ", _NO_BREAK_SPACE).split("-")):
        if at:
            yield _ooxml.element("w:noBreakHyphen")
        if piece:
            yield _ooxml.text(piece)


def _address(href: str) -> str:
    """Escape what no address may hold, as Word calls a file damaged for it; keep ``ø`` readable."""
    return "".join(
        sign if ord(sign) > 0x7F else quote(sign, safe=_ADDRESS_SIGNS)
        for sign in _ooxml.carried(href).strip()
    )
