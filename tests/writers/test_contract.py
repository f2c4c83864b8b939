"""What every format promises: all that a document says, in order, nothing more, the same twice."""

import functools

import pytest
from hypothesis import given
from hypothesis import strategies as st
from tests.writers.documents import (
    a_document,
    a_document_of_nested_lists,
    a_rich_document,
    documents,
    in_latin_letters,
)
from tests.writers.reading import READERS
from tests.writers.seen import Seen, seen_in, words

from hearingkit.documents.blocks import Document, Image, Table
from hearingkit.writers import DocumentFormat, writer_for

MARKED = ("text", "headings", "links", "tables")
ALL = (*MARKED, "items", "title", "language", "alts")
# Formats without a place for some of it: plain text has words alone; Markdown has no properties,
# and our own reader takes no list that begins at 9 for one.
PROMISES = {DocumentFormat.TXT: (), DocumentFormat.MD: MARKED}
KEPT = [(format_, name) for format_ in DocumentFormat for name in PROMISES.get(format_, ALL)]
# What is read on paper, or as nothing but text, tells where links lead; the others have real links.
PAPER = {DocumentFormat.DOCX, DocumentFormat.PDF, DocumentFormat.TXT}
# A PDF is refused where a font has not all its letters.
# Plain text says what a picture says where nothing else does, and names the column of each value
# where a table is too wide.
DOCUMENTS = {
    DocumentFormat.PDF: documents().map(in_latin_letters),
    DocumentFormat.TXT: documents(leaving_out=(Image, Table)),
    DocumentFormat.MD: documents(is_markdown=True),
}


RICH = in_latin_letters(a_rich_document())


@functools.cache
def rich(format_: DocumentFormat) -> Seen:
    return READERS[format_](writer_for(format_)(RICH))


@pytest.mark.parametrize(("format_", "name"), KEPT)
def test_has_all_that_a_document_has(format_: DocumentFormat, name: str) -> None:
    expected = seen_in(RICH, with_targets=format_ in PAPER)

    assert getattr(rich(format_), name) == getattr(expected, name)


@pytest.mark.parametrize("format_", [one for one, name in KEPT if name == "items"])
def test_numbers_lists_in_lists_alike(format_: DocumentFormat) -> None:
    nested = a_document_of_nested_lists()

    assert READERS[format_](writer_for(format_)(nested)).items == seen_in(nested).items


@pytest.mark.parametrize("name", sorted({*ALL} - {"title"}))
def test_no_promise_is_kept_by_a_title_alone(name: str) -> None:
    stub = seen_in(a_document(title=RICH.title))

    assert getattr(stub, name) != getattr(seen_in(RICH), name)


@pytest.mark.parametrize("format_", DocumentFormat)
@given(st.data())
def test_says_every_word_in_order_and_the_same_bytes_twice(
    format_: DocumentFormat, data: st.DataObject
) -> None:
    document = data.draw(DOCUMENTS.get(format_, documents()))

    written = writer_for(format_)(document)

    assert writer_for(format_)(document) == written
    _assert_same(format_, READERS[format_](written), document)


def _assert_same(format_: DocumentFormat, seen: Seen, document: Document) -> None:
    expected = seen_in(document, with_targets=format_ in PAPER)
    assert words(seen.text) == words(expected.text)
    promised = PROMISES.get(format_, ALL)
    for name in set(promised) - {"headings", "items"}:
        assert getattr(seen, name) == getattr(expected, name), name
