"""What a reader finds in a document: as a value, and in each format that it is written in.

Readers know the formats, not our writers: the contract holds them against one another.
"""

import io
import re
from collections import Counter
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field
from html.parser import HTMLParser
from typing import Any, assert_never

import docx
from docx.oxml.ns import qn
from docx.table import Table as WordTable
from docx.text.paragraph import Paragraph as WordParagraph

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
from hearingkit.documents.inlines import target_to_print
from hearingkit.texts.markdown import parse
from hearingkit.writers import DocumentFormat

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
        with_targets: Where a link leads stands behind it, where its text does not tell.
    """
    seen = Seen(title=spaced(document.title), language=document.language.tag)
    walk = _Walk(seen, with_targets)
    walk.blocks((*document.sender, *document.recipient, *document.references))
    walk.block(Heading(0, (Plain(document.title),)))
    walk.blocks((*document.body, *document.signature, *document.attachments))
    return seen


@dataclass
class _Walk:
    seen: Seen
    with_targets: bool = False

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
                    if self.with_targets:
                        self.seen.said.append(f" <{target_to_print(inline)}>")
                case _:
                    assert_never(inline)


def _in_txt(data: bytes) -> Seen:
    return Seen([data.decode()])


def _in_md(data: bytes) -> Seen:
    seen = Seen()
    _Walk(seen).blocks(parse(data.decode()))
    seen.headings = [(level - 1, text) for level, text in seen.headings]
    return seen


_IN_LINES = {"a", "em", "span", "strong"}


class _Page(HTMLParser):
    """Finds what a browser shows, and tells those who do not see it."""

    def __init__(self) -> None:
        super().__init__()
        self.seen = Seen()
        self.open: list[tuple[str, dict[str, str], int]] = []
        self.counts: list[int | None] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        given = {name: value or "" for name, value in attrs}
        if tag not in _IN_LINES:
            self.seen.said.append(" ")
        if tag == "li" and self.open[-1][1].get("class") != "plain":
            count = self.counts[-1]
            self.seen.begin_item(count)
            self.counts[-1] = count and count + 1
        match tag:
            case "html":
                self.seen.language = given["lang"]
            case "ol" | "ul":
                self.counts.append(int(given.get("start", 1)) if tag == "ol" else None)
            case "img":
                self.seen.alts.append(spaced(given["alt"]))
            case "table":
                self.seen.tables.append([])
            case "tr":
                self.seen.tables[-1].append([])
        if tag not in {"br", "img", "meta"}:
            self.open.append((tag, given, len(self.seen.said)))

    def handle_endtag(self, tag: str) -> None:
        opened, given, start = self.open.pop()
        assert opened == tag
        text = self.seen.since(start)
        match tag:
            case "title":
                self.seen.title = text
            case "a":
                self.seen.links.append((text, given["href"]))
            case "td" | "th":
                self.seen.tables[-1][-1].append(text)
                assert (tag == "th") is (len(self.seen.tables[-1]) == 1)
            case "ol" | "ul":
                self.counts.pop()
            case "h1" | "h2" | "h3" | "h4" | "h5" | "h6":
                self.seen.headings.append((int(tag[1]) - 1, text))
        if tag == "head":
            self.seen.said.clear()
        elif tag not in _IN_LINES:
            self.seen.said.append(" ")

    def handle_data(self, data: str) -> None:
        self.seen.said.append(data)


def _in_html(data: bytes) -> Seen:
    page = _Page()
    page.feed(data.decode())
    page.close()
    assert not page.open
    return page.seen


def _in_docx(data: bytes) -> Seen:
    word = docx.Document(io.BytesIO(data))
    (language,) = set(word.styles.element.xpath("//w:rPrDefault//w:lang/@w:val"))
    seen = Seen(title=spaced(word.core_properties.title), language=language)
    assert word.core_properties.language == language
    walk = _WordWalk(seen, word.part.numbering_part.element)
    header = word.sections[0].first_page_header
    for story in (word,) if header.is_linked_to_previous else (header, word):
        walk.content(story)
    return seen


@dataclass
class _WordWalk:
    seen: Seen
    lists: Any
    counts: Counter[str] = field(default_factory=Counter)

    def content(self, container: Any) -> None:
        for block in container.iter_inner_content():
            match block:
                case WordParagraph():
                    self.paragraph(block)
                case WordTable():
                    self.table(block)

    def paragraph(self, block: WordParagraph) -> None:
        self.seen.alts += map(spaced, block._p.xpath(".//wp:docPr/@descr"))
        if block._p.pPr is not None and block._p.pPr.numPr is not None:
            self.seen.begin_item(self.number(block))
        self.seen.said.append(f"{block.text}\n")
        self.seen.links += [(spaced(link.text), link.url) for link in block.hyperlinks]
        style = str(block.style and block.style.name)
        if style == "Title" or style.startswith("Heading "):
            level = int(style.removeprefix("Heading ").replace("Title", "0"))
            self.seen.headings.append((level, spaced(block.text)))

    def number(self, block: WordParagraph) -> int | None:
        """Return an item's number; None for a bullet."""
        properties: Any = block._p.pPr
        numbering, level = properties.numPr.numId.val, properties.numPr.ilvl.val
        number = self.lists.num_having_numId(numbering)
        abstract = number.abstractNumId.val
        path = f"w:abstractNum[@w:abstractNumId='{abstract}']/w:lvl[@w:ilvl='{level}']/w:numFmt"
        (kind,) = self.lists.xpath(path)
        if kind.get(qn("w:val")) == "bullet":
            return None
        (start,) = number.xpath("w:lvlOverride/w:startOverride/@w:val")
        self.counts[numbering] += 1
        return int(start) + self.counts[numbering] - 1

    def table(self, block: WordTable) -> None:
        has_head = bool(block._tbl.xpath("w:tr[1]/w:trPr/w:tblHeader"))
        rows: list[list[str]] = []
        if has_head:
            self.seen.tables.append(rows)
        for row in block.rows:
            rows.append([])
            for cell in row.cells:
                start = len(self.seen.said)
                self.content(cell)
                rows[-1].append(self.seen.since(start))


READERS: Mapping[DocumentFormat, Callable[[bytes], Seen]] = {
    DocumentFormat.DOCX: _in_docx,
    DocumentFormat.HTML: _in_html,
    DocumentFormat.TXT: _in_txt,
    DocumentFormat.MD: _in_md,
}
