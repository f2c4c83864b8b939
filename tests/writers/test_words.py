"""Every word and number of a text is in what is written, in order, whatever the format."""

import io
import re
from collections import Counter
from collections.abc import Callable, Iterator
from html.parser import HTMLParser

import docx
import pytest
from docx.table import Table as WordTable
from docx.text.paragraph import Paragraph as WordParagraph
from hypothesis import given, settings
from hypothesis import strategies as st
from tests.texts.test_line_starts import PIECES
from tests.writers.documents import a_document

from hearingkit.documents.blocks import Block
from hearingkit.texts.markdown import parse, read
from hearingkit.writers import docx as word
from hearingkit.writers import html, md, txt

MORE = st.sampled_from(
    ["\n\n1. a\n2. b\n\n", "\n\n| 1 | x |\n|--:|---|\n| 2. | y |\n\n", "**3.**", "\\\n", "[4](#)"]
)


def words(text: str) -> list[str]:
    return re.findall(r"[^\W_]+", text)


def of_txt(blocks: tuple[Block, ...]) -> str:
    return txt.write(a_document(*blocks)).decode().partition("=\n")[2]


def of_md(blocks: tuple[Block, ...]) -> str:
    _, *read_again = parse(md.write(a_document(*blocks)).decode())
    return of_txt(tuple(read_again))


class _Page(HTMLParser):
    """Collects the text of a page's body, with the numbers that a browser shows."""

    def __init__(self) -> None:
        super().__init__()
        self.said: list[str] = []
        self.counts: list[int | None] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        if tag in {"ol", "ul"}:
            self.counts.append(int(dict(attrs).get("start") or 1) if tag == "ol" else None)
        elif tag == "li" and (count := self.counts[-1]) is not None:
            self.said.append(f" {count}. ")
            self.counts[-1] = count + 1
        elif tag not in {"a", "em", "span", "strong"}:
            self.said.append(" ")

    def handle_endtag(self, tag: str) -> None:
        if tag in {"ol", "ul"}:
            self.counts.pop()
        if tag in {"h1", "li", "p", "td", "th"}:
            self.said.append(" ")

    def handle_data(self, data: str) -> None:
        self.said.append(data)


def of_html(blocks: tuple[Block, ...]) -> str:
    page = _Page()
    page.feed(html.write(a_document(*blocks)).decode().partition("</h1>")[2])
    return "".join(page.said)


def of_docx(blocks: tuple[Block, ...]) -> str:
    document = docx.Document(io.BytesIO(word.write(a_document(*blocks))))
    _, *lines = _lines_of(document, Counter())
    return "\n".join(lines)


def _lines_of(container: object, counts: Counter[int]) -> Iterator[str]:
    for block in container.iter_inner_content():  # type: ignore[attr-defined]
        match block:
            case WordParagraph():
                numbers = block._p.xpath("w:pPr/w:numPr/w:numId/@w:val")
                if numbers and str(block.style and block.style.name).startswith("List Number"):
                    counts[numbers[0]] += 1
                    yield f"{counts[numbers[0]]}. {block.text}"
                else:
                    yield block.text
            case WordTable():
                for row in block.rows:
                    for cell in row.cells:
                        yield from _lines_of(cell, counts)


@pytest.mark.parametrize("show", [of_txt, of_md, of_html, of_docx], ids=lambda one: one.__name__)
@settings(max_examples=60)
@given(st.lists(PIECES | MORE, max_size=20))
def test_every_word_and_number_of_a_text_is_written_in_order(
    show: Callable[[tuple[Block, ...]], str], pieces: list[str]
) -> None:
    markdown = " ".join(pieces)

    assert words(show(read(markdown).blocks)) == words(markdown)
