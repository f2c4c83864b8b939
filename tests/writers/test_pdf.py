"""A PDF that a screen reader reads, an archive takes, and no text of a document can steer."""

import dataclasses
import datetime as dt
import io
import itertools
import re
import shutil
import subprocess
from typing import Final

import pikepdf
import pytest
from tests.growth import Meter, steps_out_of_proportion
from tests.writers.docx_builders import (
    a_danish_letter,
    a_document,
    a_letter_to_many,
    a_logo,
    a_rich_document,
    inlines,
    items,
    lines,
    paragraph,
)
from tests.writers.pdf_reading import ARTIFACT, seen_in_pdf, texts_of
from tests.writers.test_docx import ADDRESSES

from hearingkit.documents.blocks import (
    Block,
    Columns,
    Document,
    Heading,
    ItemList,
    Link,
    Marker,
    Plain,
    Table,
)
from hearingkit.errors import HearingkitError
from hearingkit.writers.pdf import write, write_together

MARKUP = (
    *('#panic("x")', '#read("/document.typ")', '#import "@preview/a:1.0.0": *', "#[x]"),
    *("= a", "- b", "+ c", "/ d: e", "*f*", "_g_", "`h`", "$i$", "<j>", "@k", "~", "---", "..."),
    *("// l", "/* m */", "\\", "\\u{41}", '"n"', "'o'", "{p}", "[q]", "https://r.no", "#", "##"),
)
needs_poppler = pytest.mark.skipif(
    shutil.which("pdftotext") is None, reason="poppler (pdftotext) is not installed"
)


def opened(document: Document) -> pikepdf.Pdf:
    return pikepdf.open(io.BytesIO(write(document)))


def pages_of(document: Document) -> list[str]:
    """Return what is printed, page by page."""
    command = ["pdftotext", "-layout", "-", "-"]
    run = subprocess.run(command, input=write(document), check=True, capture_output=True)
    return run.stdout.decode().split("\f")[:-1]


def words_on_pages(document: Document) -> list[list[tuple[float, float, float]]]:
    """Return left edge, top and right edge of each word, page by page, in points."""
    command = ["pdftotext", "-bbox", "-", "-"]
    run = subprocess.run(command, input=write(document), check=True, capture_output=True)
    word = re.compile(r'<word xMin="([\d.]+)" yMin="([\d.]+)" xMax="([\d.]+)"')
    pages = run.stdout.decode().split("<page ")[1:]
    return [[(float(x), float(y), float(z)) for x, y, z in word.findall(page)] for page in pages]


def test_declares_that_it_is_accessible_and_may_be_archived() -> None:
    with opened(a_rich_document()) as pdf, pdf.open_metadata() as xmp:
        assert (xmp["pdfuaid:part"], xmp["pdfaid:part"], xmp["pdfaid:conformance"]) == (
            "1",
            "2",
            "A",
        )


def test_states_author_and_date_and_no_time_but_the_document_s_own() -> None:
    summer = dt.timezone(dt.timedelta(hours=2))
    dated = dt.datetime(2024, 4, 5, 14, 30, tzinfo=summer)

    with opened(a_document(author="Den norske legeforening", dated=dated)) as pdf:
        facts = {name: str(value) for name, value in pdf.docinfo.items()}
        metadata = bytes(pdf.Root.Metadata.read_bytes()).decode()

    assert facts["/Author"] == "Den norske legeforening"
    assert facts["/CreationDate"] == facts["/ModDate"] == "D:20240405123000Z"
    assert set(re.findall(r"\d{4}-\d\d-\d\dT[\d:]+", metadata)) == {"2024-04-05T12:30:00"}


def test_embeds_its_fonts() -> None:
    with opened(a_rich_document()) as pdf:
        fonts = [font for page in pdf.pages for font in dict(page.Resources.Font).values()]
        families = {str(font.BaseFont).partition("+")[2] for font in fonts}

        assert all("/FontFile2" in font.DescendantFonts[0].FontDescriptor for font in fonts)
    assert families == {"Arimo-Regular", "Arimo-Italic"}


def test_has_the_letters_of_the_north() -> None:
    letters = "æøåÆØÅ áčđŋšŧž ÁČĐŊŠŦŽ äöü éèüß"

    assert letters in seen_in_pdf(write(a_document(body=(paragraph(letters),)))).text


def test_has_a_bookmark_for_each_heading_none_more_than_one_deeper() -> None:
    headings = [Heading(level, inlines(f"h{level}")) for level in (3, 1, 4, 2)]

    with opened(a_document(body=(*headings,))) as pdf, pdf.open_outline() as outline:
        (title,) = outline.root
        marks = [(one.title, [below.title for below in one.children]) for one in title.children]

    assert title.title == "Høring"
    assert marks == [("h3", []), ("h1", ["h4", "h2"])]


def test_numbers_the_pages_from_the_second_on() -> None:
    with opened(a_letter_to_many(300)) as pdf:
        heads = [texts_of(page).get(ARTIFACT, "").strip() for page in pdf.pages]

    assert heads == ["", "Side 2", "Side 3"]


def test_documents_together_have_pages_of_their_own_numbered_anew() -> None:
    together = write_together((a_letter_to_many(300), a_document(), a_letter_to_many(300)))

    with pikepdf.open(io.BytesIO(together)) as pdf:
        heads = [texts_of(page).get(ARTIFACT, "").strip() for page in pdf.pages]
    assert heads == ["", "Side 2", "Side 3", "", "", "Side 2", "Side 3"]


@pytest.mark.parametrize("text", MARKUP)
def test_reads_no_text_as_markup(text: str) -> None:
    document = a_document(title=text, author=text, page_label=text, body=(paragraph(text),))

    seen = seen_in_pdf(write(document))

    assert (seen.title, seen.text) == (text, f"{text} {text}")


def test_prints_the_text_of_a_link_that_leads_to_no_address() -> None:
    body = paragraph(Link("", inlines("her")), Link(f"https://a.no/{'b' * 8000}", inlines(" der")))

    seen = seen_in_pdf(write(a_document(body=(body,), link_addresses=False)))

    assert (seen.text, seen.links) == ("Høring her der", [])


def list_in_lists(levels: int) -> ItemList:
    deep = items("bund")
    for _ in range(levels - 1):
        deep = ItemList(((paragraph("trin"), deep),))
    return deep


def test_refuses_what_it_cannot_show_to_all() -> None:
    with pytest.raises(HearingkitError, match='of "Høring": its lists are more than 20 deep'):
        write(a_document(body=(list_in_lists(21),)))
    with pytest.raises(HearingkitError, match='of "Høring": the text `"日"` could not be'):
        write(a_document(body=(paragraph("日"),)))
    with pytest.raises(HearingkitError, match='of "": heading title is empty'):
        write(a_document(title=""))


def test_takes_deep_lists_and_columns_without_anything() -> None:
    table = Table((inlines("a"), ()), (((), ()),))
    body = (list_in_lists(20), table, Columns(()), Columns(((),)))

    seen = seen_in_pdf(write(a_document(body=body)))

    assert seen.text == f"Høring {'trin ' * 19}bund a"


def test_work_grows_no_faster_than_the_document() -> None:
    link = Link("https://a.no", inlines("her"))
    some = (paragraph("ord ", link), items("a", "b"), Table((inlines("a"),), ((inlines("b"),),)))

    def run(size: int, meter: Meter) -> None:
        meter("pdf", write, a_document(sender=(a_logo(size),), body=some * size))

    assert steps_out_of_proportion(run, 25) == set()


@needs_poppler
def test_breaks_no_address_and_leaves_no_signature_alone() -> None:
    shown = [
        paragraph("i" * length + " ", Plain(address, unbroken=True), " slut")
        for address in ADDRESSES
        for length in range(60, 190, 2)
    ]
    long = a_document(
        body=(*[paragraph("ord " * 40)] * 11, paragraph("Til sidst.")),
        signature=(paragraph("Med venlig hilsen"), *[lines("Ane", "chef")] * 6),
    )

    text = "".join(pages_of(a_document(body=tuple(shown))))
    first, second = pages_of(long)

    assert {one: text.count(one) for one in ADDRESSES} == dict.fromkeys(ADDRESSES, 65)
    assert "Til sidst." not in first
    assert second.split()[:2] == ["Side", "2"]
    assert re.search(r"Tanja Popp +Maria Herlev Ahrenfeldt", pages_of(a_danish_letter())[1])


A_ROW: Final = (inlines("c"), inlines("d"))
ENDS: Final = {
    "a list": items("en", "to", "tre"),
    "a list of a page": items(*["punkt " * 30] * 14),
    "a table": Table((inlines("a"), inlines("b")), (A_ROW,) * 4),
}


@needs_poppler
@pytest.mark.parametrize("end", ENDS.values(), ids=ENDS)
@pytest.mark.parametrize("number", [11, 13, 14, 16])
def test_no_page_begins_with_a_closing_or_enclosures(number: int, end: Block) -> None:
    body = (*[paragraph("Et avsnitt " * 14)] * number, end)
    letter = dataclasses.replace(
        a_document(body=body),
        signature=(paragraph("Med hilsen"), lines("Navn", "Tittel", "Sted")),
        attachments=(paragraph("Vedlegg:"), items("utkast", "notat")),
    )

    found = [page.strip().removeprefix("Side").lstrip(" \n0123456789") for page in pages_of(letter)]

    begins = ("Med hilsen", "Navn", "Vedlegg", "•    utkast")
    assert not [one for one in found if one.startswith(begins)]
    assert "notat" in next(one for one in found if "Vedlegg" in one)
    assert "Navn" in next(one for one in found if "Med hilsen" in one)


def test_prints_150_names_on_two_pages() -> None:
    with opened(a_letter_to_many(150)) as pdf:
        assert len(pdf.pages) == 2


def a_list_of(count: int, *, long: int, grouped: int) -> Document:
    """Return a list of names, of which each so-manieth is long, or begins a group."""
    names = [f"Part {n}" if n % long else f"{'Foreningen af ' * 4}{n}" for n in range(count)]
    groups = [names[at : at + grouped] for at in range(0, count, grouped)]
    labelled = ((Heading(2, inlines(f"Gruppe {group[0]}")), a_list(group)) for group in groups)
    return a_document(body=(a_list(["Først"]), *itertools.chain(*labelled), paragraph("Slut")))


def a_list(names: list[str]) -> ItemList:
    return items(*names, marker=Marker.NONE)


@needs_poppler
@pytest.mark.parametrize("count", [40, 150, 400])
@pytest.mark.parametrize("long", [1000, 3])
@pytest.mark.parametrize("grouped", [1000, 7])
def test_names_in_columns_stand_beside_each_other(count: int, long: int, grouped: int) -> None:
    for page in words_on_pages(a_list_of(count, long=long, grouped=grouped)):
        lines = sorted((top, left, right) for left, top, right in page)
        assert len(page) > 3
        assert not [
            (one, other)
            for at, one in enumerate(lines)
            for other in lines[at + 1 : at + 20]
            if other[0] - one[0] < 6 and other[1] < one[2] and one[1] < other[2]
        ]


@needs_poppler
def test_prints_150_names_of_which_a_third_is_long_on_two_pages() -> None:
    with opened(a_list_of(150, long=3, grouped=1000)) as pdf:
        assert len(pdf.pages) == 2


@needs_poppler
def test_prints_contact_lines_at_the_foot_and_reads_them_with_the_sender() -> None:
    sender = (lines("Styrelsen"), lines("Gaden 1", "post@example.org"))
    document = a_document(sender=sender, body=(paragraph("Tekst."),))

    (page,) = pages_of(document)
    said = seen_in_pdf(write(document)).text

    words = ("Styrelsen", "Gaden", "Tekst")
    assert sorted(words, key=page.index) == ["Styrelsen", "Tekst", "Gaden"]
    assert sorted(words, key=said.index) == ["Styrelsen", "Gaden", "Tekst"]


@needs_poppler
def test_an_address_in_a_narrow_column_runs_into_no_other() -> None:
    mail = "svar-om-proever@etaten-for-proever.kommune.example"
    link = (Link(f"mailto:{mail}", (Plain(mail, unbroken=True),)),)
    word = (Plain("x"),)
    made = a_document(body=(Table((word,) * 6, ((link, word, link, word, link, word),)),))

    rows: dict[float, list[tuple[float, float]]] = {}
    for left, top, right in itertools.chain(*words_on_pages(made)):
        rows.setdefault(top, []).append((left, right))
    for row in map(sorted, rows.values()):
        assert all(one[1] < following[0] for one, following in itertools.pairwise(row))
