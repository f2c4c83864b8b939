import dataclasses
import datetime as dt
import io
import re
import shutil
import subprocess
import unicodedata
import zipfile
from pathlib import Path
from typing import Any

import docx
import pytest
from docx.document import Document as WordDocument
from docx.enum.text import WD_ALIGN_PARAGRAPH
from docx.oxml.ns import qn
from docx.shared import Pt
from docx.text.paragraph import Paragraph as WordParagraph
from hypothesis import given
from hypothesis import strategies as st
from openxml_audit import FileFormat, OpenXmlValidator
from tests.writers.docx_builders import (
    ASSOCIATIONS,
    a_danish_letter,
    a_document,
    a_letter_to_many,
    a_logo,
    a_norwegian_letter,
    a_rich_document,
    inlines,
    items,
    lines,
    mail,
    paragraph,
)

from hearingkit.documents.blocks import (
    Alignment,
    Columns,
    Document,
    Field,
    Fields,
    Heading,
    Image,
    ItemList,
    LineBreak,
    Link,
    Marker,
    Plain,
    Strong,
    Table,
)
from hearingkit.language.language import Language
from hearingkit.writers.docx import write

ALL = pytest.mark.parametrize(
    "document",
    [
        a_danish_letter(),
        a_norwegian_letter(),
        a_rich_document(),
        a_letter_to_many(),
        a_document(title=""),
        dataclasses.replace(a_rich_document(), draft="UDKAST"),
    ],
    ids=["danish", "norwegian", "rich", "many recipients", "nothing", "draft"],
)
needs_office = pytest.mark.skipif(
    shutil.which("soffice") is None or shutil.which("pdftotext") is None,
    reason="LibreOffice (soffice) and poppler (pdftotext) are not installed",
)


def reopened(document: Document) -> WordDocument:
    return docx.Document(io.BytesIO(write(document)))


def texts(word: WordDocument) -> list[str]:
    return [shown.text for shown in word.paragraphs]


def in_order(story: Any) -> list[tuple[str, str]]:
    """Return style and text of every paragraph as a story is read, in tables too."""
    shown = [WordParagraph(one, story) for one in story._element.iter(qn("w:p"))]
    return [(str(one.style and one.style.name), one.text) for one in shown]


def styles(word: WordDocument) -> list[tuple[str, str]]:
    return in_order(word._body)


def xml_of(document: Document, part: str) -> str:
    with zipfile.ZipFile(io.BytesIO(write(document))) as package:
        return package.read(part).decode()


def numbering_of(shown: Any) -> tuple[int, int]:
    properties = shown._p.pPr.numPr
    return properties.numId.val, properties.ilvl.val


def start_of(word: WordDocument, numbering: int) -> list[str]:
    number = word.part.numbering_part.element.num_having_numId(numbering)
    return [str(one) for one in number.xpath("w:lvlOverride/w:startOverride/@w:val")]


@ALL
def test_is_valid_office_open_xml(document: Document, tmp_path: Path) -> None:
    path = tmp_path / "letter.docx"
    path.write_bytes(write(document))

    result = OpenXmlValidator(file_format=FileFormat.MICROSOFT_365).validate(path)

    assert [str(error) for error in result.errors] == []


def test_holds_no_time_but_the_document_s_own() -> None:
    with zipfile.ZipFile(io.BytesIO(write(a_rich_document()))) as package:
        entries = package.infolist()

    assert {entry.date_time for entry in entries} == {(1980, 1, 1, 0, 0, 0)}
    assert entries[0].filename == "[Content_Types].xml"


def test_states_title_author_language_and_date() -> None:
    summer = dt.timezone(dt.timedelta(hours=2))
    dated = dt.datetime(2024, 4, 5, 14, 30, tzinfo=summer)

    properties = reopened(
        a_document(title="Høring", author="Den norske legeforening", dated=dated)
    ).core_properties

    assert (properties.title, properties.author) == ("Høring", "Den norske legeforening")
    assert properties.last_modified_by == "Den norske legeforening"
    assert properties.language == "da-DK"
    assert properties.created == properties.modified
    assert str(properties.created) == "2024-04-05 12:30:00+00:00"


def test_cuts_a_title_only_in_the_properties() -> None:
    title = "Høring " * 50 + "slut"

    word = reopened(a_document(title=title))

    assert texts(word) == [title]
    assert word.core_properties.title == title[:255]


@pytest.mark.parametrize("language", Language)
def test_tells_proofing_tools_the_language(language: Language) -> None:
    document = a_document(language=language)

    assert f'<w:lang w:val="{language.tag}"' in xml_of(document, "word/styles.xml")
    assert f'<w:themeFontLang w:val="{language.tag}"/>' in xml_of(document, "word/settings.xml")


def test_is_an_a4_letter_for_the_word_of_today() -> None:
    document = a_document()
    section = reopened(document).sections[0]
    settings = xml_of(document, "word/settings.xml")

    assert [round(side.mm) for side in (section.page_width, section.page_height) if side] == [
        210,
        297,
    ]
    assert 'w:name="compatibilityMode"' in settings
    assert '<w:autoHyphenation w:val="0"/>' in settings


def test_reads_in_the_order_of_a_letter() -> None:
    word = reopened(
        a_document(
            title="Titel",
            recipient=(paragraph("modtager"),),
            references=(Fields((Field("Dato:", inlines("i dag")),)),),
            body=(paragraph("tekst"),),
            signature=(paragraph("hilsen"), lines("navn", "titel")),
            attachments=(paragraph("bilag"),),
        )
    )

    assert styles(word) == [
        ("Recipient", "modtager"),
        ("Reference", "Dato: i dag"),
        ("Title", "Titel"),
        ("Normal", "tekst"),
        ("Closing", "hilsen"),
        ("Signature", "navn\ntitel"),
        ("Attachment", "bilag"),
    ]


def test_puts_the_sender_on_the_first_page_and_a_page_number_on_the_others() -> None:
    section = reopened(a_norwegian_letter()).sections[0]
    header = section.first_page_header

    assert section.different_first_page_header_footer
    assert in_order(header) == [
        ("Sender Unit", ""),
        ("Sender Name", "Den norske legeforening"),
        ("Table Separator", ""),
        ("Contact", "Postboks 1152 Sentrum, 0107 Oslo"),
        ("Contact", "legeforeningen.no"),
        ("Table Separator", ""),
    ]
    _, foot = header.tables
    assert foot._tbl.xpath("w:tblPr/w:tblpPr[@w:vertAnchor='page']")
    (number,) = section.header.paragraphs
    (field,) = number._p.xpath("w:fldSimple")
    assert number.text == "Side "
    assert field.get(qn("w:instr")).strip() == "PAGE"


@pytest.mark.parametrize(("on_right", "side"), [(True, WD_ALIGN_PARAGRAPH.RIGHT), (False, None)])
def test_sets_the_sender_on_the_side_asked_for(
    on_right: bool, side: WD_ALIGN_PARAGRAPH | None
) -> None:
    document = dataclasses.replace(a_norwegian_letter(), sender_on_right=on_right)

    head, foot = reopened(document).sections[0].first_page_header.tables

    assert {one.alignment for one in head.cell(0, 0).paragraphs[:2]} == {side}
    assert {one.alignment for one in foot.cell(0, 0).paragraphs} == {None}


def test_leaves_the_first_page_s_header_out_where_there_is_no_sender() -> None:
    document = a_document()
    section = reopened(document).sections[0]

    assert section.different_first_page_header_footer
    assert section.first_page_header.is_linked_to_previous
    assert not section.header.is_linked_to_previous


def test_shows_a_logo_with_what_it_says() -> None:
    (logo,) = (
        reopened(a_norwegian_letter()).sections[0].first_page_header._element.iter(qn("wp:docPr"))
    )

    assert logo.get("descr") == "Den norske legeforenings logo"


def test_numbers_every_picture_once() -> None:
    word = reopened(a_document(sender=(a_logo(),), body=(a_logo(), a_logo(10, 10))))
    header = word.sections[0].first_page_header._element

    ids = [one.get("id") for root in (word.element, header) for one in root.iter(qn("wp:docPr"))]

    assert len(ids) == len(set(ids)) == 3


@pytest.mark.parametrize("logo", [a_logo(4000, 100), a_logo(100, 4000), a_logo(8, 8)])
def test_keeps_the_shape_of_a_picture_that_is_made_smaller(logo: Image) -> None:
    (shape,) = reopened(a_document(body=(logo,))).inline_shapes

    width, height = shape.width.mm, shape.height.mm
    natural = int.from_bytes(logo.data[16:20], "big") / int.from_bytes(logo.data[20:24], "big")
    assert width <= 70.1
    assert height <= 20.1
    assert width / height == pytest.approx(natural, rel=0.02)


@ALL
def test_makes_no_distance_by_empty_paragraphs(document: Document) -> None:
    word = reopened(document)
    section = word.sections[0]
    headers = [section.header, section.first_page_header]
    roots = [word.element, *(one._element for one in headers if not one.is_linked_to_previous)]

    empty = [
        one
        for root in roots
        for one in root.iter(qn("w:p"))
        if not one.text and not one.xpath(".//w:drawing")
    ]

    # An empty cell must hold a paragraph, and Word makes one of two tables that nothing parts.
    assert all(one.style == "TableSeparator" or one.xpath("parent::w:tc") for one in empty)


def test_parts_tables_that_would_grow_together() -> None:
    table = Table((inlines("a"),), ((inlines("b"),),))
    columns = Columns(((table,), (paragraph("c"),)))
    word = reopened(a_document(title="", body=(table, table, columns)))
    body = [one.tag.rpartition("}")[2] for one in word.element.body]

    assert body == ["tbl", "p", "tbl", "p", "tbl", "sectPr"]
    assert word.tables[2].cell(0, 0)._tc[-1].tag == qn("w:p")


def test_prints_an_empty_field_as_its_label_alone() -> None:
    fields = Fields((Field("Deres ref.:", ()), Field("Vår ref.:", inlines("A1"))))

    (row,) = reopened(a_document(title="", references=(fields,))).tables[0].rows
    assert [cell.text for cell in row.cells] == [
        "Deres\N{NO-BREAK SPACE}ref.:",
        "Vår\N{NO-BREAK SPACE}ref.:\nA1",
    ]


@pytest.mark.parametrize(
    ("level", "name"), [(0, "Heading 1"), (1, "Heading 1"), (4, "Heading 4"), (12, "Heading 4")]
)
def test_shows_headings_by_their_level(level: int, name: str) -> None:
    word = reopened(a_document(title="", body=(Heading(level, inlines("overskrift")),)))

    assert styles(word) == [(name, "overskrift")]


def test_shows_bullets_and_numbers_as_word_s_own_lists() -> None:
    nested = ItemList(((paragraph("a"), items("b", marker=Marker.NUMBER)), (paragraph("c"),)))

    word = reopened(a_document(title="", body=(nested,)))
    first, second, third = word.paragraphs

    assert [name for name, _ in styles(word)] == ["List Bullet", "List Number", "List Bullet"]
    assert [numbering_of(one)[1] for one in (first, second, third)] == [0, 1, 0]
    assert numbering_of(first) == numbering_of(third)


def test_counts_each_numbered_list_from_its_own_start() -> None:
    body = (items("a", "b", marker=Marker.NUMBER), items("c", marker=Marker.NUMBER, start=7))
    word = reopened(a_document(title="", body=body))

    first, second, third = (numbering_of(one)[0] for one in word.paragraphs)

    assert first == second != third
    assert (start_of(word, first), start_of(word, third)) == (["1"], ["7"])


def test_counts_an_outermost_list_and_those_inside_as_levels_of_one() -> None:
    inside = ItemList(((paragraph("b"), items("c")),), Marker.NUMBER)
    outer = ItemList(((paragraph("a"), inside), (paragraph("d"), inside)), Marker.NUMBER)

    word = reopened(a_document(title="", body=(outer, outer)))

    found = [numbering_of(one) for one in word.paragraphs]
    (first, _), (second, _) = found[0], found[6]
    assert first != second
    assert found == [(one, at) for one in (first, second) for at in (0, 1, 2, 0, 1, 2)]


def test_numbers_only_the_first_paragraph_of_an_item() -> None:
    item = (paragraph("først"), paragraph("så"), lines("vej 1", "by"))
    word = reopened(a_document(title="", body=(ItemList((item,)),)))

    assert [name for name, _ in styles(word)] == ["List Bullet", "List Continue", "List Continue"]
    assert [bool(one._p.xpath("w:pPr/w:numPr")) for one in word.paragraphs] == [True, False, False]
    assert [one.paragraph_format.left_indent for one in word.paragraphs[:2]] == [None, 269875]


def test_shows_a_list_of_names_as_lines_of_their_own() -> None:
    word = reopened(a_norwegian_letter())

    recipients = [text for name, text in styles(word) if name == "Recipient"]

    assert recipients == ["Til", *ASSOCIATIONS]


def test_sets_many_names_in_columns_of_a_section_of_their_own() -> None:
    sections = reopened(a_letter_to_many(100))._element.xpath(".//w:sectPr")

    columns = [one.xpath("string(w:cols/@w:num)") for one in sections]
    starts = [one.xpath("string(w:type/@w:val)") for one in sections]
    headers = [len(one.xpath("w:headerReference")) for one in sections]
    assert columns == ["1", "3", ""]
    assert starts == ["", "continuous", "continuous"]
    assert headers == [2, 0, 0]


def test_sets_names_in_columns_a_little_smaller() -> None:
    word = reopened(a_letter_to_many(100))

    assert word.styles["Names"].font.size == Pt(10)
    assert [style for style, _ in styles(word)].count("Names") == 100


def test_sets_danish_references_beside_the_recipient_and_norwegian_ones_in_a_row() -> None:
    fields = Fields((Field("Dato:", inlines("i dag")), Field("Sag:", inlines("1"))))
    parts: Any = {"recipient": (paragraph("Til alle"),), "references": (fields,)}

    tables = [
        [cell.text for cell in reopened(a_document(language=one, **parts)).tables[0].rows[0].cells]
        for one in (Language.DA, Language.NB)
    ]

    assert tables == [["Til alle", "Dato: i dag\nSag: 1"], ["Dato:\ni dag", "Sag:\n1"]]


def test_nests_lists_deeper_than_word_does() -> None:
    deep = items("bund")
    for _ in range(12):
        deep = ItemList(((paragraph("trin"), deep),))

    levels = [
        numbering_of(one)[1] for one in reopened(a_document(title="", body=(deep,))).paragraphs
    ]

    assert levels == [*range(9), 8, 8, 8, 8]


def test_repeats_a_table_s_head_and_splits_no_row() -> None:
    table = Table((inlines("nr."), inlines("emne")), ((inlines("1"), inlines("a")), ((), ())))

    (shown,) = reopened(a_document(body=(table,))).tables

    assert shown.style
    assert shown.style.name == "Table Grid"
    assert [len(row._tr.xpath("w:trPr/w:tblHeader")) for row in shown.rows] == [1, 0, 0]
    assert [len(row._tr.xpath("w:trPr/w:cantSplit")) for row in shown.rows] == [1, 1, 1]
    assert [cell.text for cell in shown.rows[1].cells] == ["1", "a"]


def test_keeps_the_alignment_of_columns() -> None:
    row = (inlines("a"), inlines("b"), inlines("c"))
    table = Table(row, (row,), (Alignment.LEFT, Alignment.CENTER, Alignment.RIGHT))

    (shown,) = reopened(a_document(body=(table,))).tables

    for line in shown.rows:
        sides = [cell.paragraphs[0].alignment for cell in line.cells]
        assert sides == [None, WD_ALIGN_PARAGRAPH.CENTER, WD_ALIGN_PARAGRAPH.RIGHT]


def test_gives_columns_the_whole_width_and_words_their_room() -> None:
    wide = " ".join(["beskrivelse"] * 30)
    table = Table((inlines("Kapitel"), inlines("Emne")), ((inlines("1"), inlines(wide)),))

    (shown,) = reopened(a_document(body=(table,))).tables
    narrow, broad = (column.width.mm for column in shown.columns)

    assert narrow + broad == pytest.approx(160, abs=0.1)
    assert 15 < narrow < 40


def test_gives_words_that_stay_together_their_room() -> None:
    wide = inlines(" ".join(["beskrivelse"] * 30))
    tables = [
        Table((inlines("Tid"), inlines("Emne")), ((inlines(time), wide),))
        for time in ("kl. 12.00", "kl.\u00a012.00")
    ]

    apart, together = (
        table.columns[0].width for table in reopened(a_document(body=tuple(tables))).tables
    )

    assert apart
    assert together
    assert together > apart


def test_sets_signatures_side_by_side_and_reads_each_to_its_end() -> None:
    columns = Columns(((lines("Ane", "chef"),), (lines("Bo", "chef"),)))

    (table,) = reopened(a_document(signature=(columns,))).tables

    assert [cell.text for cell in table.rows[0].cells] == ["Ane\nchef", "Bo\nchef"]


def test_needs_no_table_for_a_single_column() -> None:
    word = reopened(a_document(title="", signature=(Columns(((lines("Ane", "chef"),),)),)))

    assert not word.tables
    assert styles(word) == [("Signature", "Ane\nchef")]


def test_keeps_the_signature_with_the_end_of_the_text() -> None:
    word = reopened(a_danish_letter())
    (table,) = word.tables
    *text, last, closing = (one for one in word.paragraphs if one.text)
    cells = [one for cell in table.rows[0].cells for one in cell.paragraphs]

    assert not text[-1].paragraph_format.keep_with_next
    assert last.paragraph_format.keep_with_next
    assert closing.paragraph_format.keep_with_next
    assert all(one.paragraph_format.keep_together for one in [closing, *cells])
    assert not any(one.paragraph_format.keep_with_next for one in cells)


def test_links_to_addresses_outside() -> None:
    shown = paragraph("Les mer på ", Link("https://a.no/?q=1&r=ø", inlines("siden")), " her")

    word = reopened(a_document(title="", body=(shown,)))
    (link,) = word.paragraphs[0].hyperlinks

    assert (link.text, link.url) == ("siden", "https://a.no/?q=1&r=ø")
    assert [str(run.style.name) for run in link.runs] == ["Hyperlink"]
    assert texts(word) == ["Les mer på siden <https://a.no/?q=1&r=ø> her"]


def test_escapes_what_no_address_may_hold() -> None:
    link = Link('https://a.no/to ord"<>\\', inlines("x"))

    (shown,) = reopened(a_document(title="", body=(paragraph(link),))).paragraphs[0].hyperlinks

    assert shown.url == "https://a.no/to%20ord%22%3C%3E%5C"


def test_keeps_the_last_row_of_a_table_with_the_signature_and_a_few_enclosures() -> None:
    table = Table(
        (inlines("a"), inlines("b")), ((inlines("c"), inlines("d")), (inlines("e"), inlines("f")))
    )
    letter = dataclasses.replace(
        a_document(title="", body=(table,)),
        signature=(paragraph("Med hilsen"),),
        attachments=(paragraph("Vedlegg:"), items("utkast", "notat")),
    )

    word = reopened(letter)

    kept = [one.paragraph_format.keep_with_next for one in _in_cells(word)]
    assert kept == [None] * 4 + [True] * 2
    kept = [one.paragraph_format.keep_with_next for one in word.paragraphs if one.text]
    assert kept == [True, True, True, None]


def _in_cells(word: WordDocument) -> list[Any]:
    return [one for row in word.tables[0].rows for cell in row.cells for one in cell.paragraphs]


def test_keeps_the_space_at_the_edge_of_a_run() -> None:
    document = a_document(body=(paragraph("før ", Strong(inlines(" fed ")), mail("a@b.dk"), " "),))

    shown = re.findall(r"<w:t[^>]*>[^<]*", xml_of(document, "word/document.xml"))

    assert '<w:t xml:space="preserve">før ' in shown
    assert '<w:t xml:space="preserve"> fed ' in shown


def test_breaks_a_line_where_it_is_told() -> None:
    word = reopened(a_document(title="", body=(paragraph("a", LineBreak(), "b"),)))

    assert texts(word) == ["a\nb"]


def test_writes_an_address_with_hyphens_that_no_line_breaks_at() -> None:
    document = a_document(title="", body=(paragraph(mail("sst-prim@sst.dk")),))

    assert texts(reopened(document)) == ["sst-prim@sst.dk"]
    assert xml_of(document, "word/document.xml").count("<w:noBreakHyphen/>") == 1


def test_leaves_placeholders_in_the_data_as_text() -> None:
    word = reopened(a_document(title="{{ body }}", body=(paragraph("{{ title }}"),)))

    assert texts(word) == ["{{ body }}", "{{ title }}"]


def test_drops_what_xml_cannot_carry() -> None:
    awkward = "a\x00b\x0bc\ud800d\ufffee\tf"
    link = Link("https://a.no/\x01", inlines(awkward))
    document = a_document(
        title=awkward, author=awkward, page_label=awkward, body=(paragraph(awkward, link),)
    )

    assert texts(reopened(document)) == ["abcde f", "abcde fabcde f <https://a.no/>"]


# What Word files can carry, and what stays where it is: a line separator would break a line.
CARRIED = st.text(
    st.characters(exclude_categories=["Cc", "Cs"], exclude_characters="\ufffe\uffff"), min_size=1
) | st.sampled_from(["<b>&amp;\"'", "]]>", "👩‍👩‍👧", "שלום", "a\u0301", "\u00a0x\u00a0", "  x  "])


@given(CARRIED.filter(lambda text: bool(text.strip())), st.booleans())
def test_carries_awkward_text_there_and_back(text: str, unbroken: bool) -> None:
    document = a_document(title="", body=(paragraph(Plain(text, unbroken), LineBreak(), text),))
    expected = text.replace(" ", "\N{NO-BREAK SPACE}") if unbroken else text

    assert texts(reopened(document)) == [f"{expected}\n{text}"]


def printed(documents: dict[str, Document], folder: Path) -> dict[str, str]:
    """Return what LibreOffice prints, page by page, by the name of the document."""
    for name, document in documents.items():
        (folder / f"{name}.docx").write_bytes(write(document))
    profile = f"-env:UserInstallation={(folder / 'profile').as_uri()}"
    files = [str(folder / f"{name}.docx") for name in documents]
    office = ["soffice", profile, "--headless", "--convert-to", "pdf", "--outdir", str(folder)]
    subprocess.run([*office, *files], check=True, capture_output=True, timeout=600)
    return {name: _text_of(folder / f"{name}.pdf") for name in documents}


def _text_of(path: Path) -> str:
    command = ["pdftotext", "-layout", str(path), "-"]
    text = subprocess.run(command, check=True, capture_output=True, timeout=600).stdout.decode()
    # pdftotext takes the edge of a no-break hyphen, some 0.4 mm wide, for a space now and then.
    return re.sub(r"(?<=\w) -(?=\w)", "-", unicodedata.normalize("NFC", text))


ADDRESSES = (
    "sst-prim@sst.dk",
    "NKRsekretariat@sst.dk",
    "www.hoeringsportalen.dk/Hearing/Details/67-776",
    "https://www.helsedirektoratet.no/hoeringer/smerte_klinikker#topp",
    "24/01234-12",
    "HSAK 2024 00446",
)


@needs_office
def test_prints_as_it_should_in_libreoffice(tmp_path: Path) -> None:
    shown = [
        paragraph("i" * length + " ", Plain(address, unbroken=True), " slut")
        for address in ADDRESSES
        for length in range(60, 190, 2)
    ]
    documents = {
        "addresses": a_document(body=tuple(shown)),
        "danish": a_danish_letter(),
        "rich": a_rich_document(),
        "many": a_letter_to_many(),
    }

    text = printed(documents, tmp_path)

    spaced = text["addresses"].replace("\N{NO-BREAK SPACE}", " ")
    assert {one: spaced.count(one) for one in ADDRESSES} == dict.fromkeys(ADDRESSES, 65)
    first, second = text["danish"].split("\f")[:2]
    assert first.lstrip().startswith("Sundhedsstyrelsen")
    assert "Side" not in first
    assert second.split()[:2] == ["Side", "2"]
    assert "Med venlig hilsen" in second
    assert re.search(r"Tanja Popp +Maria Herlev Ahrenfeldt", second)
    assert re.search(r"^ *5\. +fem$", text["rich"], re.MULTILINE)
    assert re.search(r"^ *2\. +under b$", text["rich"], re.MULTILINE)
    pages = [page.count("Høringspart nummer") for page in text["many"].split("\f")]
    assert (len(pages), sum(pages), pages[-1]) == (3, 200, 0)


def test_breaks_no_figure_and_prints_no_blue_link_above_the_title() -> None:
    figures = Table(((Plain("Sted"),), (Plain("Tal"),)), (((Plain("Vest"),), (Plain("12 500"),)),))
    phone = Link("tel:+4722000000", (Plain("+47 22 00 00 00", unbroken=True),))
    caseworker = (Fields((Field("Kontakt:", (phone,)),)),)

    made = reopened(a_document(body=(figures,), references=caseworker))

    cells = [cell.text for table in made.tables for row in table.rows for cell in row.cells]
    assert "12\N{NO-BREAK SPACE}500" in cells
    assert made.element.xpath("//w:hyperlink")
    assert not made.element.xpath("//w:hyperlink//w:rStyle")
