"""What a reader finds in a document, and must find in it, whatever the format."""

import re
from collections.abc import Iterable
from dataclasses import dataclass, field
from typing import assert_never

from hearingkit.documents.addresses import with_addresses
from hearingkit.documents.blocks import (
    Block,
    Columns,
    Document,
    Emphasis,
    Fields,
    Heading,
    Image,
    Inline,
    ItemList,
    LineBlock,
    LineBreak,
    Link,
    Marker,
    Paragraph,
    Plain,
    Strong,
    Table,
)

_BULLET = "•"


def spaced(text: str) -> str:
    """Return text with each run of white space as one space."""
    return " ".join(text.split())


def words(text: str) -> list[str]:
    """Return words and numbers without the signs around them."""
    return re.findall(r"[^\W_]+", text)


@dataclass
class Seen:
    """What is found in a document, in reading order.

    Attributes:
        said: Pieces of the printed text, with a space where blocks part and numbers of items.
        title: In the document's properties.
        language: Of the document, as ``da-DK``.
        headings: Levels and texts; the title is level 0.
        links: Texts and addresses.
        tables: Rows of cells, with the head first.
        alts: What pictures say.
        begun: Of each item with a mark: the mark, and where in ``said`` it begins.
    """

    said: list[str] = field(default_factory=list)
    title: str = ""
    language: str = ""
    headings: list[tuple[int, str]] = field(default_factory=list)
    links: list[tuple[str, str]] = field(default_factory=list)
    tables: list[list[list[str]]] = field(default_factory=list)
    alts: list[str] = field(default_factory=list)
    begun: list[tuple[str, int]] = field(default_factory=list)

    @property
    def text(self) -> str:
        """All that is printed."""
        return self.since(0)

    @property
    def items(self) -> list[tuple[str, str]]:
        """The mark and the first word of each item of a list."""
        return [(mark, self.since(start).partition(" ")[0]) for mark, start in self.begun]

    def since(self, start: int) -> str:
        return spaced("".join(self.said[start:]))

    def begin_item(self, number: int | None) -> None:
        self.said.append(f" {number}. " if number is not None else " ")
        self.begun.append((_BULLET if number is None else f"{number}.", len(self.said)))


def seen_in(document: Document, *, with_targets: bool = False) -> Seen:
    """Return what a reader must find.

    Args:
        document: The value.
        with_targets: Where a link leads stands behind it, once, where no text tells.
    """
    document = with_addresses(document) if with_targets else document
    seen = Seen(title=spaced(document.title), language=document.language.tag)
    walk = Walk(seen)
    walk.blocks((*document.sender, *document.recipient, *document.references))
    walk.block(Heading(0, (Plain(document.title),)))
    walk.blocks((*document.body, *document.signature, *document.attachments))
    return seen


@dataclass
class Walk:
    seen: Seen

    def blocks(self, blocks: Iterable[Block]) -> None:
        for block in blocks:
            self.block(block)

    def block(self, block: Block) -> None:  # noqa: C901, PLR0912  # one for each kind
        match block:
            case Paragraph():
                self.line(block.inlines)
            case Heading():
                self.seen.headings.append((block.level, self.line(block.inlines)))
            case ItemList():
                for number, item in enumerate(block.items, block.start):
                    if block.marker is not Marker.NONE:
                        self.seen.begin_item(number if block.marker is Marker.NUMBER else None)
                    self.blocks(item)
            case Table():
                rows = (block.head, *block.rows)
                self.seen.tables.append([[self.line(cell) for cell in row] for row in rows])
            case LineBlock():
                for line in block.lines:
                    self.line(line)
            case Fields():
                for one in block.fields:
                    self.line(one.line)
            case Columns():
                for column in block.columns:
                    self.blocks(column)
            case Image():
                self.seen.alts.append(spaced(block.alt))
            case _:
                assert_never(block)

    def line(self, inlines: tuple[Inline, ...]) -> str:
        start = len(self.seen.said)
        self.inlines(inlines)
        self.seen.said.append("\n")
        return self.seen.since(start)

    def inlines(self, inlines: tuple[Inline, ...]) -> None:
        for inline in inlines:
            match inline:
                case Plain():
                    self.seen.said.append(inline.text)
                case LineBreak():
                    self.seen.said.append("\n")
                case Strong() | Emphasis():
                    self.inlines(inline.children)
                case Link():
                    start = len(self.seen.said)
                    self.inlines(inline.children)
                    self.seen.links.append((self.seen.since(start), inline.href))
                    if inline.told:
                        self.seen.said.append(f" <{inline.told}>")
                case _:
                    assert_never(inline)
