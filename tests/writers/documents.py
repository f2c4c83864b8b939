"""Documents for the tests of all writers: one with everything, and random ones."""

import dataclasses
import datetime as dt
import enum
import functools
import re
import struct
import zlib
from collections.abc import Iterator
from typing import Any, assert_never

from hypothesis import strategies as st
from markdown_it.common.normalize_url import normalizeLink

from hearingkit.documents.blocks import (
    Alignment,
    Block,
    Columns,
    Document,
    Emphasis,
    Field,
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
from hearingkit.documents.inlines import clean, normal
from hearingkit.language.language import Language

AWKWARD = (
    *("<b>", "</p>", "&amp;", "&", '"', "'", "]]>", "<!--", "-->", "<script>", "{{ x }}", "{%"),
    *("*", "**", "_", "__", "`", "~", "~~", "[", "]", "(", ")", "#", "|", "\\", "\\\\", "!", "+"),
    *("-", "---", ":--", "=", "===", ">", "1.", "26. mai", "2)", ".", ":", "$", "%", "^", "@"),
    *("a@b.no", "https://x.no", "//x.no", "mailto:a@b.no", "www.x.no", "[x](https://x.no)"),
    *("smerte\u0301", "\u00a0", "\u2003", "\u202f", "\u200b", "\u200f", "שלום", "مرحبا", "日本語"),
    *(
        "👩‍👩‍👧",
        "🇳🇴",
        "ℌ",
        "\ufeff",
        "\u00ad",
        "\u2028",
        "\u0085",
        "\t",
        "\n",
        "\r\n",
        "\x00",
        "\x1f",
    ),
    *("\x7f", "\ud800", "\ufffe", "æøå", "ß", "İ", "–", "«", "’", " ", "  ", "a", "B", "1", "42"),
)


def awkward_texts() -> st.SearchStrategy[str]:
    """Return texts that have a special meaning in some format."""
    pieces = st.sampled_from(AWKWARD) | st.characters()
    return st.lists(pieces, max_size=5).map("".join)


def markdown_like() -> st.SearchStrategy[str]:
    """Return texts that look like Markdown."""
    marks = st.sampled_from(
        (
            "\n",
            "\n\n",
            "- ",
            "1. ",
            "  ",
            "# ",
            "|",
            "|---|",
            "**",
            "*",
            "_",
            "[",
            "](",
            ")",
            "<",
            ">",
        )
    )
    return st.lists(marks | awkward_texts(), max_size=25).map("".join)


def links_in(value: object) -> Iterator[Link]:
    """Yield every link in a value, at any depth."""
    if isinstance(value, Link):
        yield value
    if isinstance(value, tuple):
        for one in value:
            yield from links_in(one)
    elif hasattr(value, "__dataclass_fields__"):
        for name in value.__dataclass_fields__:
            yield from links_in(getattr(value, name))


def texts_in(value: object) -> Iterator[str]:
    """Yield every printed text in a value, in reading order."""
    if isinstance(value, Plain):
        yield value.text
    elif isinstance(value, LineBreak):
        yield " "
    elif isinstance(value, Field):
        yield value.label
        yield from texts_in(value.value)
    elif isinstance(value, tuple):
        for one in value:
            yield from texts_in(one)
    elif hasattr(value, "__dataclass_fields__"):
        for name in value.__dataclass_fields__:
            yield from texts_in(getattr(value, name))


def text(printed: str) -> tuple[Inline, ...]:
    return (Plain(printed),) if printed else ()


def address(printed: str, href: str) -> Link:
    """Return a link whose text is its address."""
    return Link(href, (Plain(printed, unbroken=True),))


def paragraph(*inlines: Inline | str) -> Paragraph:
    return Paragraph(tuple(Plain(one) if isinstance(one, str) else one for one in inlines))


def lines(*printed: str) -> LineBlock:
    return LineBlock(tuple(text(one) for one in printed))


def bullets(*printed: str, marker: Marker = Marker.BULLET, start: int = 1) -> ItemList:
    return ItemList(tuple((paragraph(one),) for one in printed), marker, start)


def a_picture(width: int = 120, height: int = 40) -> bytes:
    """Return a PNG file: a blue rectangle."""
    row = b"\0" + b"\x1f\x4e\x79" * width
    chunks = (
        (b"IHDR", struct.pack(">IIBBBBB", width, height, 8, 2, 0, 0, 0)),
        (b"IDAT", zlib.compress(row * height, 9)),
        (b"IEND", b""),
    )
    return b"\x89PNG\r\n\x1a\n" + b"".join(
        struct.pack(">I", len(data)) + kind + data + struct.pack(">I", zlib.crc32(kind + data))
        for kind, data in chunks
    )


def a_document(*body: Block, title: str = "Høring", language: Language = Language.DA) -> Document:
    """Return a document with only this body."""
    return Document(
        language=language,
        title=title,
        author="Sundhedsstyrelsen",
        dated=dt.datetime(2023, 8, 25, 10, 0, tzinfo=dt.UTC),
        page_label="Side",
        body=body,
    )


def a_rich_document() -> Document:
    """Return a letter with every block and every inline."""
    return Document(
        language=Language.NB,
        title="Høring – Nasjonal veileder for smerteklinikker",
        author="Den norske legeforening",
        dated=dt.datetime(2024, 4, 5, 10, 0, tzinfo=dt.UTC),
        page_label="Side",
        sender=(
            Image(a_picture(), "image/png", "Den norske legeforening"),
            lines("Den norske legeforening"),
            LineBlock(
                (
                    text("Christiania torv 5, 0158 Oslo"),
                    (Plain("Tlf. "), address("23 10 90 00", "tel:+4723109000")),
                    (
                        address("post@example.org", "mailto:post@example.org"),
                        LineBreak(),
                        address("www.example.org", "https://www.example.org"),
                    ),
                )
            ),
        ),
        recipient=(
            paragraph("Til"),
            paragraph(Strong(text("Foreninger"))),
            bullets(
                "Allmennlegeforeningen",
                "Leger i samfunnsmedisinsk forening",
                "Norsk forening for fysikalsk medisin og rehabilitering",
                marker=Marker.NONE,
            ),
        ),
        references=(
            Fields(
                (
                    Field("Deres ref.:", ()),
                    Field("Vår ref.:", (Plain("HSAK202400446", unbroken=True),)),
                    Field("Dato:", (Plain("05.04.2024", unbroken=True),)),
                )
            ),
        ),
        body=_rich_body(),
        signature=(
            paragraph("Med hilsen"),
            lines("Den norske legeforening"),
            Columns(
                (
                    (lines("Tanja Popp", "Enhedschef", "Primære sundhedsvæsen"),),
                    (lines("Marlene Havn Sæther", "Rådgiver helsepolitikk"),),
                )
            ),
        ),
        attachments=(
            paragraph(Strong(text("Vedlegg"))),
            bullets("Utkast til veileder", "Høringsnotat", marker=Marker.NUMBER),
        ),
    )


def _rich_body() -> tuple[Block, ...]:
    return (
        paragraph(
            "Legeforeningen har fra Helsedirektoratet mottatt høring av ",
            *(Emphasis(text("Nasjonal veileder for smerteklinikker")), ". Forrige versjon, "),
            Link("https://www.example.org/veileder?utgave=1&del=2", text("organisering og drift")),
            ", ble utgitt i 2015, og omtalte mindre av det som nå står i utkastet.",
        ),
        Heading(1, text("Formål")),
        paragraph("Det overordnede målet med veilederen er å bidra til:"),
        bullets(
            "forsvarlig helsehjelp til alle pasienter med smerter",
            "økt oppmerksomhet rundt fysiske, psykiske og sosiale aspekter ved smertetilstander,"
            " og rundt egenomsorg og mestring",
        ),
        Heading(2, (Plain("Arbeidet "), Emphasis(text("videre")))),
        ItemList(
            (
                (
                    paragraph("Les utkastet."),
                    bullets("Kapittel 1–3", "Vedlegg A"),
                    paragraph("Begge deler er lagt ved."),
                ),
                (paragraph("Svar på spørsmålene."),),
            ),
            Marker.NUMBER,
            start=9,
        ),
        Table(
            (text("Tema"), text("Ansvarlig"), text("Frist")),
            (
                (text("Organisering"), text("Fagstyret"), (Strong(text("26. mai 2024")),)),
                (text("A | B"), (), text("1. juni")),
            ),
            (Alignment.LEFT, Alignment.CENTER, Alignment.RIGHT),
        ),
        paragraph(
            *("Innspill sendes til ", address("post@example.org", "mailto:post@example.org")),
            *(" innen ", Strong((Plain("søndag 26.\u00a0mai 2024"),)), ". Spørsmål: "),
            *(Link("mailto:fag@example.org", text("fagavdelingen")), " eller "),
            *(address("https://www.example.org/hoering", "https://www.example.org/hoering"), "."),
        ),
        paragraph(
            *("Awkward: <b>&amp; \"x\" 'y' ]]> *a* _b_ `c` [d](e) #|~ \\ 100 % – «é», 日本語, "),
            *("שלום, 👩‍👩‍👧", LineBreak(), "1. er ikke en liste", LineBreak(), "- heller ikke"),
        ),
    )


def a_document_of_nested_lists() -> Document:
    """Return lists in lists: what Word counts as levels of one, and what it would count wrong."""
    number, bullet = Marker.NUMBER, Marker.BULLET
    deep = ItemList(((paragraph("dypt"), bullets("strek")), (paragraph("til"),)), number)
    first = (paragraph("en"), bullets("x", "y", marker=number), paragraph("så"))
    several = (
        (*first, bullets("z", marker=number)),
        (paragraph("to"), bullets("w", "v", marker=number)),
        (paragraph("tre"), bullets("u", marker=number, start=5), bullets("prikk")),
        (paragraph("fire"), deep),
    )
    return a_document(
        ItemList(several, number),
        ItemList(((paragraph("alene"),), (paragraph("igjen"), deep)), number),
        ItemList(((paragraph("punkt"), deep), (deep, paragraph("sist"))), bullet),
        bullets("på nytt", marker=number),
    )


PARTS = ("sender", "recipient", "references", "body", "signature", "attachments")


@functools.cache
def documents(
    *, is_markdown: bool = False, leaving_out: tuple[type[Block], ...] = ()
) -> st.SearchStrategy[Document]:
    """Return documents with awkward texts, in one part each.

    Args:
        is_markdown: Use only blocks that Markdown has, in the body.
        leaving_out: Blocks that are not used.
    """
    some = _blocks(is_markdown=is_markdown, leaving_out=leaving_out)
    parts = ("body",) if is_markdown else PARTS
    return st.builds(
        _with_part,
        st.sampled_from(parts),
        st.lists(some, max_size=3).map(tuple),
        language=st.sampled_from(Language),
        title=_printed(),
        author=st.just("Sundhedsstyrelsen"),
        dated=st.just(dt.datetime(2024, 4, 5, tzinfo=dt.UTC)),
        page_label=st.sampled_from(("Side", "</style><b>", "\\'\"")),
    )


def in_latin_letters(value: Any) -> Any:
    """Return a value with a letter that every font has for each that most have not."""
    match value:
        case str() if not isinstance(value, enum.Enum):
            return re.sub(r"[^ -~\u00a0-\u024f\u0370-\u03ff–’«»]|\u00ad", "ŋ", value)
        case tuple():
            return tuple(map(in_latin_letters, value))
        case _ if dataclasses.is_dataclass(value) and not isinstance(value, type):
            names = (one.name for one in dataclasses.fields(value))
            changed = {name: in_latin_letters(getattr(value, name)) for name in names}
            return dataclasses.replace(value, **changed)
        case _:
            return value


def _with_part(part: str, blocks: tuple[Block, ...], **facts: Any) -> Document:
    facts[part] = blocks
    return Document(**facts)


def _printed() -> st.SearchStrategy[str]:
    return awkward_texts().map(clean).map(str.strip).filter(bool)


def inlines() -> st.SearchStrategy[tuple[Inline, ...]]:
    """Return inline text in its normal form; never empty."""
    leaves = st.builds(Plain, awkward_texts()) | st.just(LineBreak())
    targets = awkward_texts().map(lambda path: normalizeLink(f"https://x.no/{clean(path)}"))
    some: st.SearchStrategy[Inline] = leaves
    for _ in range(2):
        children = st.lists(some, max_size=2).map(tuple)
        holders = st.builds(Strong, children) | st.builds(Emphasis, children)
        some = leaves | holders | st.builds(Link, targets, children)
    return st.lists(some, min_size=1, max_size=3).map(normal).filter(bool)


def _blocks(*, is_markdown: bool, leaving_out: tuple[type[Block], ...]) -> st.SearchStrategy[Block]:
    some_lines = st.lists(inlines(), min_size=1, max_size=3).map(tuple)
    fields = st.lists(st.builds(Field, _printed(), inlines()), min_size=1, max_size=3)
    kinds: dict[type[Block], st.SearchStrategy[Block]] = {
        Paragraph: st.builds(Paragraph, inlines()),
        Heading: st.builds(Heading, st.integers(1, 5), _one_line()),
        Table: _tables(),
        LineBlock: st.builds(LineBlock, some_lines),
        Fields: st.builds(Fields, fields.map(tuple)),
        Image: st.builds(Image, st.just(a_picture()), st.just("image/png"), _printed()),
    }
    unused = {*leaving_out, *((LineBlock, Fields, Image) if is_markdown else ())}
    simple = st.one_of([some for kind, some in kinds.items() if kind not in unused])
    markers = st.sampled_from((Marker.BULLET, Marker.NUMBER) if is_markdown else tuple(Marker))
    return simple | _holding(simple | _holding(simple, markers, is_markdown), markers, is_markdown)


def _holding(
    inner: st.SearchStrategy[Block], markers: st.SearchStrategy[Marker], is_markdown: bool
) -> st.SearchStrategy[Block]:
    some = st.lists(inner, min_size=1, max_size=2).map(tuple)
    several = st.lists(some, min_size=1, max_size=2).map(tuple)
    starts = st.integers(0, 999)
    lists = st.builds(ItemList, several, markers, starts).map(_counted_from_one_unless_numbered)
    return lists.map(_as_read) if is_markdown else lists | st.builds(Columns, several)


def _counted_from_one_unless_numbered(items: ItemList) -> ItemList:
    return items if items.marker is Marker.NUMBER else ItemList(items.items, items.marker)


def _as_read(items: ItemList) -> ItemList:
    """Return a list as it is read: numbers count from 1, and a number alone is no list."""
    is_numbered = items.marker is Marker.NUMBER and len(items.items) > 1
    return ItemList(items.items, Marker.NUMBER if is_numbered else Marker.BULLET)


def _tables() -> st.SearchStrategy[Table]:
    def of_width(width: int) -> st.SearchStrategy[Table]:
        row = st.tuples(*[_one_line() | st.just(())] * width)
        some = st.sampled_from(Alignment) | st.none()
        alignments = st.lists(some, min_size=width, max_size=width).map(
            lambda every: tuple(every) if any(every) else ()
        )
        return st.builds(Table, row, st.lists(row, max_size=2).map(tuple), alignments)

    return st.integers(1, 3).flatmap(of_width)


def _one_line() -> st.SearchStrategy[tuple[Inline, ...]]:
    return inlines().map(without_breaks).filter(bool)


def without_breaks(inlines: tuple[Inline, ...]) -> tuple[Inline, ...]:
    """Return inline text with a space for every line break."""
    return normal(_spaced(inline) for inline in inlines)


def _spaced(inline: Inline) -> Inline:
    match inline:
        case Plain():
            return inline
        case LineBreak():
            return Plain(" ")
        case Strong() | Emphasis() | Link():
            children = tuple(_spaced(child) for child in inline.children)
            return dataclasses.replace(inline, children=children)
        case _:
            assert_never(inline)
