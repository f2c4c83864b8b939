"""One HTML page that holds everything, and runs nothing."""

import html.parser
import re

import pytest
from hypothesis import given
from tests.conftest import Golden
from tests.writers.documents import (
    a_document,
    a_picture,
    a_rich_document,
    address,
    awkward_texts,
    bullets,
    documents,
    lines,
    paragraph,
    text,
)

from hearingkit.documents.blocks import (
    Block,
    Columns,
    Document,
    Field,
    Fields,
    Heading,
    Image,
    LineBreak,
    Link,
    Marker,
    Paragraph,
    Plain,
    Strong,
    Table,
)
from hearingkit.language.language import Language
from hearingkit.writers.html import write

OURS = {
    *("html", "head", "meta", "title", "style", "body", "header", "address", "main", "aside"),
    *("h1", "h2", "h3", "h4", "h5", "h6", "p", "br", "ul", "ol", "li", "dl", "dt", "dd", "div"),
    *("table", "thead", "tbody", "tr", "th", "td", "img", "a", "span", "strong", "em"),
}
EMPTY = {"meta", "br", "img"}
OUR_ATTRIBUTES = {
    *("lang", "charset", "name", "content", "http-equiv", "class", "role", "start", "scope"),
    *("src", "alt", "href", "data-target", "tabindex", "aria-label"),
}


class Page(html.parser.HTMLParser):
    """What a browser would find in a page."""

    def __init__(self, written: bytes) -> None:
        super().__init__()
        self.texts: list[str] = []
        self.elements: list[tuple[str, dict[str, str]]] = []
        self.open: list[str] = []
        self.feed(written.decode())
        self.close()

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.elements.append((tag, {name: value or "" for name, value in attrs}))
        if tag not in EMPTY:
            self.open.append(tag)

    def handle_endtag(self, tag: str) -> None:
        assert self.open.pop() == tag

    def handle_data(self, data: str) -> None:
        if "style" not in self.open:
            self.texts.append(data)

    def all(self, tag: str, attribute: str) -> list[str]:
        return [
            attrs[attribute] for name, attrs in self.elements if name == tag and attribute in attrs
        ]


def body_of(*blocks: Block) -> str:
    """Return the HTML of blocks, without the page around them."""
    written = write(a_document(*blocks)).decode()
    return written.partition("</h1>\n")[2].partition("\n</main>")[0]


def test_shows_every_block(golden: Golden) -> None:
    golden("documents/rich.html", write(a_rich_document()).decode())


@given(documents())
def test_no_element_comes_from_data(document: Document) -> None:
    page = Page(write(document))

    assert page.open == []
    assert {tag for tag, _ in page.elements} <= OURS
    assert {name for _, attrs in page.elements for name in attrs} <= OUR_ATTRIBUTES
    assert len(re.findall(rb"</?style", write(document))) == 2


@given(awkward_texts())
def test_a_picture_says_its_words(alt: str) -> None:
    alt = alt.replace("\r", "").replace("\x00", "").replace("\ud800", "")
    page = Page(write(a_document(Image(a_picture(), "image/png", alt))))

    assert page.all("img", "alt") == [alt]


def test_loads_nothing_and_runs_nothing() -> None:
    written = write(a_rich_document()).decode()
    page = Page(write(a_rich_document()))

    assert "default-src 'none'" in written
    assert all(source.startswith("data:image/png;base64,") for source in page.all("img", "src"))
    assert "url(" not in written
    assert "@import" not in written


@pytest.mark.parametrize("language", Language)
def test_names_language_title_and_author(language: Language) -> None:
    written = write(a_document(title="A & <b>", language=language)).decode()

    assert written.startswith(f'<!doctype html>\n<html lang="{language.tag}">')
    assert "<title>A &amp; &lt;b&gt;</title>" in written
    assert '<meta name="author" content="Sundhedsstyrelsen">' in written
    assert "<h1>A &amp; &lt;b&gt;</h1>" in written


def test_the_style_holds_the_word_for_a_page() -> None:
    written = write(a_document()).decode()

    assert 'content: "Side" " " counter(page);' in written


def test_puts_headings_below_the_title() -> None:
    assert body_of(Heading(1, text("a")), Heading(7, text("b"))) == "<h2>a</h2>\n<h6>b</h6>"


def test_marks_up_inline_text() -> None:
    some = paragraph("a", LineBreak(), Strong(text("b")), " ", Plain("24/1", unbroken=True))

    assert body_of(some) == ('<p>a<br>\n<strong>b</strong> <span class="unbroken">24/1</span></p>')


def test_a_link_carries_an_address_that_it_does_not_show() -> None:
    assert body_of(paragraph(Link("mailto:a@b.no?subject=x&y", text("her")))) == (
        '<p><a href="mailto:a@b.no?subject=x&amp;y">her</a><span data-target="a@b.no"></span></p>'
    )
    assert body_of(paragraph(address("www.b.no", "https://www.b.no/"))) == (
        '<p><a href="https://www.b.no/"><span class="unbroken">www.b.no</span></a></p>'
    )


def test_lists_are_lists() -> None:
    assert body_of(bullets("a")) == "<ul>\n<li>a</li>\n</ul>"
    assert body_of(bullets("a", marker=Marker.NUMBER)) == "<ol>\n<li>a</li>\n</ol>"
    assert body_of(bullets("a", marker=Marker.NUMBER, start=3)) == (
        '<ol start="3">\n<li>a</li>\n</ol>'
    )
    assert body_of(bullets("a", marker=Marker.NONE)) == (
        '<ul class="plain" role="list">\n<li>a</li>\n</ul>'
    )


def test_a_table_names_its_columns() -> None:
    assert body_of(Table((text("a"), ()), ((text("b"), text("c")),))) == (
        '<div class="wide" role="group" tabindex="0" aria-label="a">\n'
        '<table>\n<thead>\n<tr><th scope="col">a</th><th scope="col"></th></tr>\n</thead>\n'
        "<tbody>\n<tr><td>b</td><td>c</td></tr>\n</tbody>\n</table>\n</div>"
    )


def test_labels_belong_to_values_and_columns_stand_apart() -> None:
    assert body_of(Fields((Field("Dato:", text("x")),))) == (
        '<dl class="fields">\n<div><dt>Dato:</dt><dd>x</dd></div>\n</dl>'
    )
    assert body_of(Columns(((lines("a", "b"),), (Paragraph(text("c")),)))) == (
        '<div class="columns">\n<div>\n<p class="lines">a<br>\nb</p>\n</div>\n'
        "<div>\n<p>c</p>\n</div>\n</div>"
    )
