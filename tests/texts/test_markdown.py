"""Markdown becomes blocks, and text from data never becomes Markdown."""

import pytest
from hypothesis import given
from tests.writers.documents import awkward_texts, links_in, markdown_like

from hearingkit.documents.blocks import (
    Alignment,
    Block,
    Emphasis,
    Heading,
    Inline,
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
from hearingkit.documents.inlines import clean
from hearingkit.documents.markup import escape, link
from hearingkit.texts import inline_tokens
from hearingkit.texts.markdown import parse, parse_inline, read
from hearingkit.texts.unsupported import unsupported


def only(markdown: str) -> Block:
    (block,) = parse(markdown)
    return block


def test_reads_the_alignment_of_columns() -> None:
    aligned = only("| a | b | c |\n|:--|:-:|--:|\n| d | e | f |")
    half = only("| a | b |\n|---|:--|\n| d | e |")
    unaligned = only("| a | b |\n|---|---|\n| d | e |")

    assert isinstance(aligned, Table)
    assert aligned.alignments == (Alignment.LEFT, Alignment.CENTER, Alignment.RIGHT)
    assert isinstance(half, Table)
    assert half.alignments == (None, Alignment.LEFT)
    assert isinstance(unaligned, Table)
    assert unaligned.alignments == ()


def strange(markdown: str) -> tuple[tuple[int, str], ...]:
    """Return the lines, from 1, of what is printed as it was written."""
    return tuple(
        (1 + markdown.count("\n", 0, one.stretch.start), one.kind)
        for one in unsupported(read(markdown))
    )


def inlines_of(markdown: str) -> tuple[Inline, ...]:
    block = only(markdown)
    assert isinstance(block, Paragraph)
    return block.inlines


def text(printed: str) -> tuple[Inline, ...]:
    return (Plain(printed),) if printed else ()


def printed(value: str) -> str:
    """Return a value as it is promised to come back."""
    return clean(value).strip()


def test_reads_no_text_as_no_blocks() -> None:
    assert parse("") == ()
    assert parse(" \n\n") == ()
    assert parse_inline("") == ()


def test_reads_paragraphs_as_running_text() -> None:
    assert parse("En\nlinje.  Og\ttil.\n\nNy.") == (
        Paragraph(text("En linje. Og til.")),
        Paragraph(text("Ny.")),
    )


def test_keeps_a_hard_space() -> None:
    assert inlines_of("kl.\u00a012.00 &nbsp;den") == text("kl.\u00a012.00 \u00a0den")


def test_reads_headings_at_their_level() -> None:
    assert parse("# A\n### B **c**") == (
        Heading(1, text("A")),
        Heading(3, (Plain("B "), Strong(text("c")))),
    )


def test_reads_lists_and_their_numbers() -> None:
    assert parse("1. a\n2. b\n   - c\n") == (
        ItemList(
            (
                (Paragraph(text("a")),),
                (Paragraph(text("b")), ItemList(((Paragraph(text("c")),),))),
            ),
            Marker.NUMBER,
        ),
    )


def test_reads_a_table_and_fills_a_short_row() -> None:
    assert only("| a | b |\n|---|---|\n| 1 \\| 2 |") == Table(
        (text("a"), text("b")), ((text("1 | 2"), ()),)
    )


def test_reads_hard_line_breaks() -> None:
    assert inlines_of("a\\\nb  \n c") == (
        *text("a"),
        LineBreak(),
        *text("b"),
        LineBreak(),
        *text("c"),
    )


def test_leaves_out_what_is_empty() -> None:
    assert parse("#\n\n-\n\n&#32;\n\n****\n") == (Paragraph(text("****")),)


@pytest.mark.parametrize(
    "literal",
    ["<b>x</b>", "`x`", "> x", "***", "x ===", "~~x~~", "[a]: x", "<!-- x -->", "1.x", "#x"],
)
def test_prints_other_markdown_as_it_is_written(literal: str) -> None:
    assert inlines_of(literal) == text(literal)


@pytest.mark.parametrize(
    ("markdown", "href"),
    [
        ("NKRsekretariat@sst.dk", "mailto:NKRsekretariat@sst.dk"),
        ("https://www.sst.dk/da", "https://www.sst.dk/da"),
        ("<https://www.sst.dk/da>", "https://www.sst.dk/da"),
        ("[www.sst.dk](https://www.sst.dk/)", "https://www.sst.dk/"),
        ("[Sst.dk](https://www.sst.dk)", "https://www.sst.dk"),
        ("[sst@sst.dk](mailto:sst@sst.dk?subject=H%C3%B8ring)", None),
        ("[+45 72 22 74 00](tel:+4572227400)", "tel:+4572227400"),
        ("https://høring.no/æ", "https://xn--hring-vua.no/%C3%A6"),
    ],
)
def test_keeps_a_printed_address_unbroken(markdown: str, href: str | None) -> None:
    (found,) = inlines_of(markdown)

    assert isinstance(found, Link)
    assert href in {found.href, None}
    assert found.children == (Plain(plain((found,)), unbroken=True),)


def test_lets_the_label_of_a_link_break() -> None:
    assert inlines_of("[Høringer **her**](https://x.no)") == (
        Link("https://x.no", (Plain("Høringer "), Strong(text("her")))),
    )


def test_prints_the_address_of_a_link_without_a_label() -> None:
    assert inlines_of("[](https://x.no)") == (
        Link("https://x.no", (Plain("https://x.no", unbroken=True),)),
    )


@pytest.mark.parametrize(
    "href",
    [
        *("javascript:alert(1)", "JavaScript:alert(1)", "file:///etc/passwd", "data:text/html,x"),
        *("/a", "a/b.html", "//x.no", "#a", "", "ftp://x.no", "https:", "https://", "vbscript:x"),
        "java&#115;cript:alert(1)",
    ],
)
def test_prints_the_label_alone_of_a_link_elsewhere(href: str) -> None:
    assert inlines_of(f"a [b **c**](<{href}>)") == (Plain("a b "), Strong(text("c")))


@pytest.mark.parametrize("name", ["Legeforeningen.no", "www.sst.dk", "//sst.dk", "ftp://sst.dk"])
def test_takes_no_name_for_an_address(name: str) -> None:
    assert inlines_of(name) == text(name)


def test_drops_bold_in_bold_and_a_link_in_a_link() -> None:
    assert inlines_of("**a **b** c** [x <https://y.no>](https://x.no)") == (
        *(Strong(text("a b c")), Plain(" ")),
        Link("https://x.no", text("x https://y.no")),
    )


def test_survives_deep_nesting() -> None:
    assert parse("*a **b " * 5000 + "c** d*" * 5000)
    assert parse("> - " * 500 + "- " * 500 + "[" * 5000)


def test_reads_one_paragraph_without_structure() -> None:
    assert parse_inline("1. a **b**\n\n# c") == (
        *(Plain("1. a "), Strong(text("b"))),
        *(LineBreak(), Plain("# c")),
    )


@pytest.mark.parametrize(
    ("plain_text", "markdown"),
    [
        ("Fag & politikk, avd. 2 (nord) – «A_B» 100 %!", None),
        ("post@x.no", r"post\@x.no"),
        ("26. mai", r"26\. mai"),
        ("26.\u00a0mai", None),
        ("- a", r"\- a"),
        ("a - b + c = d > e # f", None),
        ("C #", r"C \#"),
        ("R&D &amp; x", r"R&D \&amp; x"),
        ("a\n\n# b", "a # b"),
        ("https://x.no", r"https:/\/x.no"),
        ("§ 3-3", None),
    ],
)
def test_escapes_no_more_than_is_needed(plain_text: str, markdown: str | None) -> None:
    assert escape(plain_text) == (markdown or plain_text)


def test_escapes_less_inside_a_line() -> None:
    assert escape("26. mai", starts_line=False) == "26. mai"


@given(awkward_texts())
def test_escaped_text_is_plain_text_in_a_paragraph(value: str) -> None:
    expected = printed(value)

    assert parse(escape(value)) == ((Paragraph(text(expected)),) if expected else ())
    assert parse_inline(escape(value)) == text(expected)


@given(awkward_texts(), awkward_texts())
def test_escaped_text_is_plain_text_on_any_line(first: str, second: str) -> None:
    # An empty value would leave an empty line, which does mean something.
    first, second = (value if printed(value) else "y" for value in (first, second))
    expected = printed(f"x {printed(first)} {printed(second)}")

    assert parse(f"x\n{escape(first)}\n{escape(second)}") == (Paragraph(text(expected)),)
    assert parse(f"x {escape(first)} {escape(second)}") == (Paragraph(text(expected)),)


@given(awkward_texts())
def test_escaped_text_is_plain_text_in_every_place(value: str) -> None:
    value = f"{value}."
    expected = text(printed(value))
    paragraph = Paragraph(expected)

    assert only(f"- {escape(value)}") == ItemList(((paragraph,),))
    assert only(f"1. {escape(value)}\n2. b") == ItemList(
        ((paragraph,), (Paragraph(text("b")),)), Marker.NUMBER
    )
    assert only(f"## {escape(value)}") == Heading(2, expected)
    assert only(f"**{escape(value)}**") == Paragraph((Strong(expected),))
    assert only(f"_{escape(value)}_ a") == Paragraph((Emphasis(expected), Plain(" a")))
    assert only(f"| {escape(value)} | b |\n|---|---|\n| {escape(value)} | c |") == Table(
        (expected, text("b")), ((expected, text("c")),)
    )


@given(awkward_texts(), awkward_texts())
def test_a_link_from_data_is_its_label(label: str, path: str) -> None:
    label = f"{label} x"

    (found,) = inlines_of(f"{link(label, f'https://x.no/{path}')}")

    assert isinstance(found, Link)
    assert found.href.startswith("https://x.no/")
    assert found.href.isascii()
    assert plain(found.children) == printed(label)


@given(awkward_texts(), awkward_texts())
def test_a_link_from_data_leads_only_where_a_letter_may(label: str, href: str) -> None:
    blocks = parse(f"a {link(label, href)} b")

    assert all(found.href.startswith(ALLOWED) for found in links_in(blocks))


ALLOWED = ("https://", "http://", "mailto:", "tel:")


@given(markdown_like())
def test_reads_any_text(markdown: str) -> None:
    blocks = parse(markdown)

    assert all(found.href.startswith(ALLOWED) for found in links_in(blocks))
    assert "\n" not in repr(blocks)
    assert parse_inline(markdown) == parse_inline(markdown.strip())
    unsupported(read(markdown))


@pytest.mark.parametrize(
    ("markdown", "found"),
    [
        ("a\n\nb ![c](https://x.no/d.png)", ((3, "image"),)),
        ("a\nb <br> c", ((2, "html"),)),
        ("<div>\nx\n</div>", ((1, "html"),)),
        ("a\n\n> b", ((3, "quote"),)),
        ("a `b`\n\n```\nc\n```\n\n    d", ((1, "code"), (3, "code"), (7, "code"))),
        ("a\n\n---", ((3, "rule"),)),
        ("a\n---", ((1, "underlined"),)),
        ("[a]: https://x.no", ((1, "reference"),)),
        ("a\n> b\n\n> c\nd", ((2, "quote"), (4, "quote"))),
        ("~~~\n> a\n\n- - -\n~~~\n\n> b", ((1, "code"), (4, "rule"), (7, "quote"))),
        ("- a\n- - -\n* * *", ((2, "rule"), (3, "rule"))),
        ("- ***\n\n---\n---", ((1, "rule"), (3, "rule"), (4, "rule"))),
        ("```\n![a](https://x.no)\n```", ((1, "code"),)),
        ("| a | b |\n|---|---|\n| c<br>d | `e` |", ((3, "code"), (3, "html"))),
        ("- a\n\n  <p class='b'>c", ((3, "html"),)),
        ("a\nb\n===\nc", ((1, "underlined"),)),
        ("<navn> og <kommunens navn>, <på side 3>, `<b>`", ((1, "code"),)),
        ("I § 2 er ~~høyst tre~~ strøket.", ((1, "struck"),)),
        ("CO~2~ og\nm^2^", ((1, "lowered"), (2, "raised"))),
        ("ca. ~5 ~~ 6~, \\~~a\\~~, 2^10, https://x.no/a~b~c", ()),
        ("# A\n\n- b **c** <https://x.no>\n\n| d |\n|---|\n| e |\n\n1 < 2 \\*", ()),
        ("\\![a](https://x.no), \\`b\\`, \\<b>, [merk]: dette er tekst", ()),
    ],
)
def test_finds_what_is_printed_as_written(
    markdown: str, found: tuple[tuple[int, str], ...]
) -> None:
    assert strange(markdown) == found


@given(markdown_like(), markdown_like())
def test_reads_a_paragraph_the_same_where_another_text_had_it_too(first: str, second: str) -> None:
    both = f"{first}\n\n{second}\n\n{first}"
    inline_tokens.read_once.cache_clear()
    alone = read.__wrapped__(both)

    read.__wrapped__(second)
    again = read.__wrapped__(both)

    assert again == alone
