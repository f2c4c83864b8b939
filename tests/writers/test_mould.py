"""A letter that many get is written once: the bytes are those of a letter written by itself."""

import dataclasses
import io
from collections.abc import Sequence
from typing import Any

import docx
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from tests.letterheads.word_files import p, word_file
from tests.writers.documents import awkward_texts
from tests.writers.docx_builders import a_danish_letter, a_norwegian_letter, paragraph

from hearingkit.documents.blocks import Document, Field, Fields, LineBlock, Plain
from hearingkit.source.zip_files import packed
from hearingkit.writers.docx import write, written
from hearingkit.writers.dress import PLAIN, Dress

SIGN = "\U000f0000"
OWN = Dress(
    word_file(
        p("{{ recipient }}") + p("{{ references }}") + p("{{ body }}") + p("{{ your_reference }}"),
        pages={"header default": p("Til {{ your_reference }} {{ date }}")},
    )
)
TEXTS = awkward_texts() | st.sampled_from((SIGN, f"{SIGN} a", "26/1", "2026/1-3", "a - b", "- a"))
LETTERS = st.tuples(st.lists(TEXTS, max_size=4), st.lists(TEXTS, max_size=2))


def addressed(
    letter: Document, lines: Sequence[str] = ("Nordre kommune",), numbers: Sequence[str] = ()
) -> Document:
    """Return a letter to somebody, with numbers of its own."""
    fields = tuple(Field("Deres ref.:", (Plain(one, unbroken=True),)) for one in numbers)
    return dataclasses.replace(
        letter,
        recipient=(LineBlock(tuple((Plain(line),) for line in lines)),),
        references=(Fields(fields), *letter.references),
        fields={"references.yours": "".join(numbers), "date": "1. mai"},
    )


def plainly(letter: Document, dress: Dress = PLAIN) -> bytes:
    """Return a letter that was written by itself."""
    return packed(written(letter, dress).items())


@given(st.lists(LETTERS, min_size=2, max_size=4), st.booleans(), st.sampled_from((PLAIN, OWN)))
@settings(max_examples=30)
def test_has_the_bytes_of_a_letter_that_was_written_by_itself(
    differing: list[tuple[list[str], list[str]]], is_danish: bool, dress: Dress
) -> None:
    to_all = a_danish_letter() if is_danish else a_norwegian_letter()
    letters = [addressed(to_all, *one) for one in differing]

    assert [write(one, dress) for one in letters] == [plainly(one, dress) for one in letters]


@pytest.fixture
def plainly_written(monkeypatch: pytest.MonkeyPatch) -> list[Document]:
    """Return a list that will hold the documents that are written in full."""
    seen: list[Document] = []

    def seeing(document: Document, dress: Dress) -> Any:
        seen.append(document)
        return written(document, dress)

    monkeypatch.setattr("hearingkit.writers.docx.written", seeing)
    return seen


@pytest.mark.parametrize("dress", [PLAIN, OWN])
def test_is_written_in_full_once(plainly_written: list[Document], dress: Dress) -> None:
    to_all = dataclasses.replace(a_norwegian_letter(), title="Høring en gang")
    letters = [addressed(to_all, [f"Kommune {n}"], [f"26/10{n}"]) for n in range(5)]

    made = [write(one, dress) for one in letters]

    assert len(plainly_written) == 1
    assert made == [plainly(one, dress) for one in letters]


def test_is_written_in_full_each_time_where_its_text_has_signs_of_marks(
    plainly_written: list[Document],
) -> None:
    to_all = dataclasses.replace(a_norwegian_letter(), body=(paragraph(f"Se {SIGN}."),))
    letters = [addressed(to_all, [f"Kommune {n}"]) for n in range(3)]

    made = [write(one) for one in letters]

    assert plainly_written == letters
    assert made == [plainly(one) for one in letters]


def test_is_written_in_full_each_time_where_its_letterhead_has_signs_of_marks(
    plainly_written: list[Document],
) -> None:
    dress = Dress(word_file(p("{{ recipient }}") + p(SIGN) + p("{{ body }}")))
    letters = [addressed(a_norwegian_letter(), [f"Kommune {n}"]) for n in range(3)]

    made = [write(one, dress) for one in letters]

    assert plainly_written == letters
    assert made == [plainly(one, dress) for one in letters]


def test_says_whom_it_goes_to() -> None:
    to_all = a_norwegian_letter()
    lines = ["Å & Ø <kommune>", "att. arkivet", "9999 Nord"]

    write(addressed(to_all, ["Nordre kommune", "", "0001 Oslo"]))
    made = docx.Document(io.BytesIO(write(addressed(to_all, lines, ["25-99"]))))

    assert "\n".join(lines) in [one.text for one in made.paragraphs]
    assert made.tables[0].cell(0, 0).text.split("\n")[1] == "25-99"
