"""Markdown that is read back as the document it came from."""

import dataclasses
from collections.abc import Iterator
from typing import Final

import pytest
from hypothesis import given
from markdown_it import MarkdownIt
from tests.conftest import Golden
from tests.writers.documents import (
    a_document,
    a_picture,
    a_rich_document,
    address,
    bullets,
    documents,
    lines,
    paragraph,
    text,
)

from hearingkit.documents.blocks import (
    Block,
    Document,
    Emphasis,
    Field,
    Fields,
    Heading,
    Image,
    Inline,
    ItemList,
    LineBreak,
    Link,
    Marker,
    Paragraph,
    Plain,
    Strong,
    Table,
)
from hearingkit.documents.inlines import normal
from hearingkit.texts.markdown import parse
from hearingkit.writers.md import write

STRANGE: Final = {
    *("blockquote_open", "code_block", "code_inline", "fence", "hr", "html_block"),
    *("html_inline", "image"),
}


def body_of(*blocks: Block) -> str:
    """Return the Markdown of blocks, without the title."""
    return write(a_document(*blocks)).decode().removeprefix("# Høring\n\n").removesuffix("\n")


def strange_tokens(markdown: str) -> Iterator[str]:
    """Yield what a reader of all of Markdown finds in a text, and small Markdown does not have."""
    environment: dict[str, object] = {}
    tokens = MarkdownIt("commonmark").enable("table").parse(markdown, environment)
    yield from environment
    for token in (*tokens, *(child for one in tokens for child in one.children or ())):
        if token.type in STRANGE or (token.type == "heading_open" and token.markup in {"=", "-"}):
            yield token.type


def breakable(value: object) -> object:
    """Return blocks without what Markdown cannot say: that text must stay on one line."""
    match value:
        case Plain():
            return Plain(value.text)
        case tuple():
            return tuple(breakable(one) for one in value)
        case _ if dataclasses.is_dataclass(value) and not isinstance(value, type):
            names = [field.name for field in dataclasses.fields(value)]
            return dataclasses.replace(
                value, **{name: breakable(getattr(value, name)) for name in names}
            )
        case _:
            return value


def deeper(blocks: tuple[Block, ...]) -> tuple[Block, ...]:
    """Return blocks with every heading one level down."""
    return tuple(_deeper(block) for block in blocks)


def _deeper(block: Block) -> Block:
    match block:
        case Heading():
            return dataclasses.replace(block, level=block.level + 1)
        case ItemList():
            return dataclasses.replace(block, items=tuple(deeper(item) for item in block.items))
        case _:
            return block


def test_shows_every_block(golden: Golden) -> None:
    golden("documents/rich.md", write(a_rich_document()).decode())


@given(documents(is_markdown=True))
def test_is_read_back_as_the_same_blocks(document: Document) -> None:
    title, *blocks = parse(write(document).decode())

    assert title == Heading(1, text(document.title))
    assert breakable(tuple(blocks)) == breakable(deeper(document.body))


@given(documents())
def test_means_nothing_more_to_other_readers(document: Document) -> None:
    written = write(document).decode()

    assert set(strange_tokens(written)) == set()
    assert written.endswith("\n")
    assert "\r" not in written


@pytest.mark.parametrize(
    ("inlines", "markdown"),
    [
        ((Plain("til 1. mai, kl. 12.00 (ca.)"),), "til 1. mai, kl. 12.00 (ca.)"),
        ((Plain("1. mai"),), r"1\. mai"),
        ((Plain("a"), LineBreak(), Plain("- b")), "a\\\n\\- b"),
        ((Plain("er "), Strong(text("nå")), Plain(".")), "er **nå**."),
        ((Plain("er"), Strong(text("«nå»")), Plain("da")), "e&#114;**«nå»**&#100;a"),
        ((Plain("u"), Emphasis(text("be")), Plain("stemt")), "&#117;_be_&#115;temt"),
        ((Strong((Emphasis(text("a")), Plain(" b"))),), "**_a_ b**"),
        ((Strong(text("a ")), Plain("b")), "**a** b"),
        ((address("a@b.no", "mailto:a@b.no"),), "<a@b.no>"),
        ((address("https://b.no/c", "https://b.no/c"),), "<https://b.no/c>"),
        ((address("www.b.no", "https://www.b.no"),), "[www.b.no](https://www.b.no)"),
        ((Link("https://b.no/(c)", text("[d]")),), r"[\[d\]](<https://b.no/(c)>)"),
        ((Plain("Se!"), Link("https://b.no", text("d"))), r"Se\![d](https://b.no)"),
        ((Plain("a@b.no"),), r"a\@b.no"),
    ],
)
def test_writes_no_more_marks_than_are_needed(inlines: tuple[Inline, ...], markdown: str) -> None:
    assert body_of(Paragraph(inlines)) == markdown
    assert breakable(parse(markdown)) == breakable((Paragraph(normal(inlines)),))


def test_keeps_lists_that_follow_one_another_apart() -> None:
    written = body_of(
        bullets("a"), bullets("b"), bullets("c"), *[bullets("d", marker=Marker.NUMBER)] * 2
    )

    assert written == "- a\n\n* b\n\n- c\n\n1. d\n\n1) d"


def test_keeps_what_is_in_an_item_under_its_first_line() -> None:
    items = ItemList(
        ((paragraph("a"), bullets("b", "c")), (paragraph("d"),)), Marker.NUMBER, start=9
    )

    assert body_of(items) == "9. a\n\n   - b\n   - c\n\n10. d"


def test_shows_lines_fields_and_plain_lists_as_lines() -> None:
    fields = Fields((Field("Deres ref.:", ()), Field("Vår ref.:", text("24/1"))))

    assert body_of(lines("a", "b")) == "a\\\nb"
    assert body_of(fields) == "Deres ref.:\\\nVår ref.: 24/1"
    assert body_of(bullets("a", "b", marker=Marker.NONE)) == "a\\\nb"


def test_shows_a_picture_as_its_words_once() -> None:
    picture = Image(a_picture(), "image/png", "Legeforeningen")

    assert body_of(picture, paragraph("x")) == "Legeforeningen\n\nx"
    assert body_of(picture, lines("Den norske", "Legeforeningen")) == "Den norske\\\nLegeforeningen"


def test_writes_a_cell_on_one_line() -> None:
    table = Table((text("a|b"), ()), ((text("c\\"), (Plain("d"), LineBreak(), Plain("e"))),))

    assert body_of(table) == "| a\\|b |  |\n| --- | --- |\n| c\\\\ | d e |"
