"""Readers of the formats that documents are written in.

They know the formats, not our writers: the contract holds what they find against the document.
"""

import io
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from html.parser import HTMLParser
from typing import Any

import docx
from docx.oxml.ns import qn
from docx.table import Table as WordTable
from docx.text.paragraph import Paragraph as WordParagraph
from tests.writers.pdf_reading import seen_in_pdf
from tests.writers.seen import Seen, Walk, spaced

from hearingkit.texts.markdown import parse
from hearingkit.writers import DocumentFormat


def _in_txt(data: bytes) -> Seen:
    return Seen([data.decode()])


def _in_md(data: bytes) -> Seen:
    seen = Seen()
    Walk(seen).blocks(parse(data.decode()))
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
            self.counts[-1] = None if count is None else count + 1
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
    counts: dict[int, dict[int, int]] = field(default_factory=dict)
    begun: set[tuple[int, int]] = field(default_factory=set)

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
        """Return an item's number, as Word counts; None for a bullet.

        All lists of a kind share a count, which a paragraph of a higher level ends.
        """
        properties: Any = block._p.pPr
        numbering, level = properties.numPr.numId.val, properties.numPr.ilvl.val
        number = self.lists.num_having_numId(numbering)
        abstract = number.abstractNumId.val
        here = f"w:lvl[@w:ilvl='{level}']"
        there = number.xpath(f"w:lvlOverride/{here}")
        (own,) = there or self.lists.xpath(f"w:abstractNum[@w:abstractNumId='{abstract}']/{here}")
        path = f"w:lvlOverride[@w:ilvl='{level}']/w:startOverride/@w:val"
        override = next(iter(number.xpath(path)), None)
        counts = self.counts.setdefault(abstract, {})
        for deeper in [one for one in counts if one > level]:
            del counts[deeper]
        is_first = override is not None and (numbering, level) not in self.begun
        self.begun.add((numbering, level))
        start = int(override or own.find(qn("w:start")).get(qn("w:val")))
        counts[level] = start if is_first or level not in counts else counts[level] + 1
        is_bullet = own.find(qn("w:numFmt")).get(qn("w:val")) == "bullet"
        return None if is_bullet else counts[level]

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
    DocumentFormat.PDF: seen_in_pdf,
    DocumentFormat.HTML: _in_html,
    DocumentFormat.TXT: _in_txt,
    DocumentFormat.MD: _in_md,
}
