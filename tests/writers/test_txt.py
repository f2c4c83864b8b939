"""Plain text that fits a mail."""

import unicodedata

import pytest
from hypothesis import given
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
    texts_in,
)

from hearingkit.documents.blocks import (
    Block,
    Columns,
    Document,
    Emphasis,
    Field,
    Fields,
    Heading,
    Image,
    ItemList,
    LineBreak,
    Link,
    Marker,
    Paragraph,
    Plain,
    Strong,
    Table,
    plain,
)
from hearingkit.writers.txt import write


def body_of(*blocks: Block) -> str:
    """Return the text of blocks, without the title."""
    return write(a_document(*blocks)).decode().removeprefix("Høring\n======\n\n")[:-1]


def test_shows_every_block(golden: Golden) -> None:
    golden("documents/rich.txt", write(a_rich_document()).decode())


@given(documents())
def test_says_everything_in_lines_that_fit(document: Document) -> None:
    written = write(document).decode()

    said = "".join(written.split())
    for part in (document.title, *texts_in(document)):
        assert "".join(part.split()) in said
    for line in written.split("\n"):
        seen = [one for one in line if unicodedata.category(one) not in {"Mn", "Me", "Cf"}]
        # One word, the mark of an item before it, and a dash after it.
        assert len(seen) <= 78 or len(line.strip().split(" ")) <= 3
        assert not line.endswith(" ")
    assert written.endswith("\n")
    assert not written.endswith("\n\n")
    assert not any(sign < " " and sign != "\n" for sign in written)


def test_never_breaks_a_word_or_an_address() -> None:
    mailbox = address("sst-prim@sst.dk", "mailto:sst-prim@sst.dk")
    phone = address("+45 72 22 74 00", "tel:+4572227400")
    words = "x" * 70

    assert body_of(paragraph(f"{words} ", mailbox)) == f"{words}\nsst-prim@sst.dk"
    assert body_of(paragraph(f"{words} ", phone, ".")) == f"{words}\n+45 72 22 74 00."
    assert body_of(paragraph(f"{words} kl.\u00a012.00")) == f"{words}\nkl.\u00a012.00"
    assert body_of(paragraph("å" * 90)) == "å" * 90


def test_begins_no_line_with_a_dash() -> None:
    words = "x" * 75

    assert body_of(paragraph(f"{words} ab - c")) == f"{words}\nab - c"
    assert body_of(paragraph(f"{words} – c")) == f"{words} –\nc"


def test_counts_wide_letters_twice_and_marks_never() -> None:
    assert body_of(paragraph("日" * 38 + " 日")) == "日" * 38 + "\n日"
    assert body_of(paragraph("e\u0301" * 76 + " a")) == "e\u0301" * 76 + " a"


def test_shows_where_a_link_leads_unless_its_text_does() -> None:
    assert body_of(
        paragraph(
            *(Link("https://x.no/a", text("her")), ", ", Link("mailto:c@b.no", text("oss")), ", "),
            *(address("www.x.no", "https://www.x.no/"), ", ", address("a@b.no", "mailto:a@b.no")),
        )
    ) == ("her <https://x.no/a>, oss <c@b.no>, www.x.no, a@b.no")


def test_marks_no_emphasis() -> None:
    assert body_of(paragraph(Strong(text("a")), " ", Emphasis(text("b")))) == "a b"


def test_breaks_lines_where_told() -> None:
    assert body_of(paragraph("a", LineBreak(), "b")) == "a\nb"
    assert body_of(lines("a", "b"), paragraph("c")) == "a\nb\n\nc"


def test_underlines_headings() -> None:
    assert body_of(Heading(1, text("Formål")), Heading(2, text("b"))) == "Formål\n------\n\nb"
    assert write(a_document(title="日本")).decode() == "日本\n====\n"


def test_aligns_numbers_and_hangs_items() -> None:
    long = "x" * 74

    assert body_of(bullets("a", f"{long} b", marker=Marker.NUMBER, start=9)) == (
        f" 9. a\n10. {long}\n    b"
    )
    assert body_of(bullets("a", "b")) == "- a\n- b"
    assert body_of(bullets("a", f"{long} bcdef", marker=Marker.NONE)) == f"a\n{long}\n  bcdef"


def test_puts_a_list_in_an_item_under_it() -> None:
    assert body_of(ItemList(((paragraph("a"), bullets("b")), (paragraph("c"),)))) == (
        "- a\n  - b\n- c"
    )


def test_aligns_columns_of_a_table() -> None:
    table = Table((text("Tema"), text("日")), ((text("a"), text("b")), ((), text("c"))))

    assert body_of(table) == "Tema  日\n----  --\na     b\n      c"


def test_shows_a_wide_table_as_lines() -> None:
    long = "x" * 72
    table = Table((text("Tema"), text("Frist")), ((text(long), text("a")), (text("b"), ())))

    assert body_of(table) == f"Tema: {long}\nFrist: a\n\nTema: b\nFrist:"


def test_shows_fields_and_columns() -> None:
    fields = Fields((Field("Deres ref.:", ()), Field("Vår ref.:", text("24/1"))))
    columns = Columns(((lines("a", "b"),), (lines("c"), lines("d"))))

    assert body_of(fields) == "Deres ref.:\nVår ref.: 24/1"
    assert body_of(columns) == "a\nb\n\nc\n\nd"


@pytest.mark.parametrize(
    ("beside", "expected"), [("x", "Legeforeningen\n\nx"), ("Legeforeningen", "Legeforeningen")]
)
def test_shows_a_picture_as_its_words_once(beside: str, expected: str) -> None:
    picture = Image(a_picture(), "image/png", "Legeforeningen")

    assert body_of(picture, paragraph(beside)) == expected


def test_plain_text_helper_agrees() -> None:
    some = (Plain("a"), LineBreak(), Strong(text("b")))

    assert body_of(Paragraph(some)).split() == plain(some).split()
