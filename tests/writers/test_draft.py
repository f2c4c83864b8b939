"""A draft says that it is one, in whatever format, before anything else."""

import dataclasses
import io

import docx
import pikepdf
import pytest
from tests.writers.documents import a_document, a_rich_document, in_latin_letters, paragraph
from tests.writers.pdf_reading import ARTIFACT, seen_in_pdf, texts_of

from hearingkit.documents.blocks import Document
from hearingkit.writers import DocumentFormat, writer_for

MARK = "UDKAST"


@pytest.mark.parametrize("format_", DocumentFormat)
def test_every_format_tells_a_draft_from_a_letter(format_: DocumentFormat) -> None:
    letter = in_latin_letters(a_rich_document())
    draft = dataclasses.replace(letter, draft=MARK)

    assert writer_for(format_)(draft) != writer_for(format_)(letter)


@pytest.mark.parametrize("format_", [DocumentFormat.TXT, DocumentFormat.MD])
def test_the_first_line_is_the_mark(format_: DocumentFormat) -> None:
    written = writer_for(format_)(dataclasses.replace(a_rich_document(), draft=MARK)).decode()

    assert written.splitlines()[0].strip("*") == MARK
    assert written.count(MARK) == 1


def test_a_page_has_the_mark_above_all_else_and_in_its_title() -> None:
    html = writer_for(DocumentFormat.HTML)(dataclasses.replace(a_document(), draft="<b>&")).decode()

    assert '<body>\n<aside class="draft">&lt;b&gt;&amp;</aside>\n' in html
    assert "<title>&lt;b&gt;&amp;: Høring</title>" in html


@pytest.mark.parametrize("document", [a_document(), a_rich_document()], ids=["bare", "rich"])
def test_word_has_it_in_the_header_of_each_page(document: Document) -> None:
    draft = dataclasses.replace(document, draft=MARK)

    word = docx.Document(io.BytesIO(writer_for(DocumentFormat.DOCX)(draft)))

    (section,) = word.sections
    for header in (section.first_page_header, section.header):
        assert (header.paragraphs[0].text, header.paragraphs[0].style.name) == (MARK, "Draft")
    assert word.core_properties.content_status == MARK


def test_a_pdf_has_it_behind_the_text_of_each_page_and_in_its_title() -> None:
    body = tuple(paragraph("Høring") for _ in range(60))
    written = writer_for(DocumentFormat.PDF)(dataclasses.replace(a_document(*body), draft=MARK))

    assert seen_in_pdf(written).title == f"{MARK}: Høring"
    with pikepdf.open(io.BytesIO(written)) as pdf:
        of_no_reader = [texts_of(page)[ARTIFACT] for page in pdf.pages]
    assert len(of_no_reader) > 1
    assert all(MARK in text for text in of_no_reader)
