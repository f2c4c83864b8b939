"""Where links lead is told for paper, once in a document."""

import dataclasses

import pytest
from tests.writers.documents import a_document, address, bullets, paragraph, text

from hearingkit.documents.addresses import with_addresses
from hearingkit.documents.blocks import (
    Columns,
    Document,
    Field,
    Fields,
    Heading,
    Inline,
    ItemList,
    LineBlock,
    Link,
    Strong,
    Table,
)
from hearingkit.writers import DocumentFormat, writer_for

PAGE = Link("https://a.example/sak", text("siden"))
SAME = Link("https://www.a.example/sak/", text("saken"))
OTHER = Link("https://a.example/Sak", text("en annen"))
SHOWN = address("a.example/sak", "https://a.example/sak")
BLOCKS = (
    paragraph("Se ", Strong((PAGE,))),
    Heading(1, (PAGE,)),
    ItemList(((paragraph(PAGE),),)),
    Table((text("Sak"),), (((PAGE,),),)),
    LineBlock(((PAGE,),)),
    Fields((Field("Sak:", (PAGE,)),)),
    Columns(((bullets("a"), paragraph(PAGE)),)),
)


def printed(document: Document) -> list[str]:
    """Return what is told behind links, in the order of the text."""
    said = writer_for(DocumentFormat.TXT)(document).decode()
    return [one.partition(">")[0] for one in said.split("<")[1:]]


@pytest.mark.parametrize("block", BLOCKS, ids=lambda one: type(one).__name__)
def test_says_where_a_link_leads_wherever_it_stands(block: object) -> None:
    assert printed(a_document(block)) == ["https://a.example/sak"]  # type: ignore[arg-type]


@pytest.mark.parametrize(
    ("inlines", "expected"),
    [
        ((PAGE, " og ", SAME), ["https://a.example/sak"]),
        ((PAGE, " og ", OTHER), ["https://a.example/sak", "https://a.example/Sak"]),
        ((PAGE, " på ", SHOWN), []),
        ((SHOWN,), []),
        ((Link("mailto:a@b.example?subject=x", text("skriv")),), ["a@b.example"]),
        ((Link("tel:+4722000000", text("ring")),), ["+4722000000"]),
    ],
)
def test_says_it_once_and_nowhere_that_the_letter_says_it(
    inlines: tuple[Inline | str, ...], expected: list[str]
) -> None:
    assert printed(a_document(paragraph(*inlines))) == expected


def test_knows_what_the_letterhead_says() -> None:
    letter = dataclasses.replace(a_document(paragraph(PAGE)), sender=(LineBlock(((SHOWN,),)),))

    assert printed(letter) == []


def test_leaves_a_document_without_such_links_as_it_is() -> None:
    document = a_document(paragraph("Se ", SHOWN))

    assert with_addresses(document) is document


@pytest.mark.parametrize("format_", [DocumentFormat.DOCX, DocumentFormat.PDF, DocumentFormat.HTML])
def test_an_issuer_may_want_none_on_paper(format_: DocumentFormat) -> None:
    letter = a_document(paragraph("Se ", PAGE))
    without = dataclasses.replace(letter, link_addresses=False)

    write = writer_for(format_)

    assert len(write(without)) < len(write(letter))
