"""The two real letters come out word for word."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from pathlib import Path

import pytest

from hearingkit.workflows.render import RenderRequest
from hearingkit.writers import DocumentFormat
from tests.letters.reading import docx_text, html_text, original, txt_text
from tests.rendering import render, shipped
from tests.writers.reading import READERS as ALL_READERS

READERS: Mapping[DocumentFormat, Callable[[bytes], str]] = {
    DocumentFormat.DOCX: docx_text,
    DocumentFormat.HTML: html_text,
    DocumentFormat.TXT: txt_text,
}


@dataclass(frozen=True)
class Original:
    """A real letter.

    Attributes:
        file: Its text as taken from the PDF.
        letter: The file that must say the same.
        furniture: What stood at the edge of the page.
        bullet: What stands before the items of its lists.
        exceptions: What it says, what we say, and why.
    """

    file: str
    letter: str
    furniture: tuple[str, ...]
    bullet: str
    exceptions: tuple[tuple[str, str, str], ...]


ORIGINALS = {
    "kroniske-smerter": Original(
        file="da-sundhedsstyrelsen-kroniske-smerter.txt",
        letter="letter-da",
        furniture=("\n Side 2 \n",),
        bullet="•",
        exceptions=(
            (
                "eller sst- prim@sst.dk.",
                "eller sstprim@sst.dk.",
                "the PDF hyphenates the address at a line end; the letter has it whole above",
            ),
        ),
    ),
    "smerteklinikker": Original(
        file="nb-legeforeningen-smerteklinikker.txt",
        letter="letter-nb",
        furniture=("**DEN NORSKE\nLEGEFORENING**",),
        bullet="-",
        exceptions=(
            (
                "høring av Nasjonal veileder for smerteklinikker Nasjonal",
                "høring av Nasjonal veileder for smerteklinikker. Nasjonal",
                "the original's sentence has no full stop",
            ),
            (
                "Les mer på siden til Helsedirektoratet Dersom",
                "Les mer på siden til Helsedirektoratet. Dersom",
                "the original's sentence has no full stop",
            ),
            (
                "under Legeforeningens politikk – Høringer Med hilsen",
                "under Legeforeningens politikk – Høringer. Med hilsen",
                "the original's sentence has no full stop",
            ),
        ),
    ),
}


def expected(hearing: str) -> str:
    """Return what the letter must say: the original's words with the exceptions made."""
    letter = ORIGINALS[hearing]
    text = original(letter.file, letter.furniture, letter.bullet)
    for theirs, ours, _reason in letter.exceptions:
        assert text.count(theirs) == 1, theirs
        text = text.replace(theirs, ours)
    return text


@pytest.mark.parametrize("format_", READERS)
@pytest.mark.parametrize("hearing", ORIGINALS)
def test_says_what_the_original_says_in_the_same_order(
    hearing: str, format_: DocumentFormat, tmp_path: Path
) -> None:
    files = render(shipped(), tmp_path, hearing, RenderRequest(formats=(format_,)))

    said = READERS[format_](files[f"{ORIGINALS[hearing].letter}.{format_.value}"])

    assert said.split() == expected(hearing).split()


@pytest.mark.parametrize("hearing", ORIGINALS)
def test_says_in_a_pdf_what_it_says_in_word(hearing: str, tmp_path: Path) -> None:
    formats = (DocumentFormat.PDF, DocumentFormat.DOCX)
    files = render(shipped(), tmp_path, hearing, RenderRequest(formats=formats))

    letter = ORIGINALS[hearing].letter
    for name in (letter, letter.replace("letter", "recipient-list")):
        pdf, word = (ALL_READERS[one](files[f"{name}.{one.value}"]) for one in formats)
        assert (pdf.text, pdf.links, pdf.alts) == (word.text, word.links, word.alts)


@pytest.mark.parametrize("hearing", ORIGINALS)
def test_takes_the_formulas_from_the_templates_and_not_from_the_body(hearing: str) -> None:
    body = shipped()["hearings"][hearing]["body"]

    for word in ("senest", "innen", "@", "www.", "hilsen", "spørgsmål", "lastes opp", "listen"):
        assert word not in body
