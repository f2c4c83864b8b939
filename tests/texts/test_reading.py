"""What a reader reads of a text, and where each sign of it stands in the Markdown."""

import pytest
from hypothesis import given
from tests.writers.documents import markdown_like

from hearingkit.documents.blocks import Block, Heading, ItemList, Paragraph, Table, plain
from hearingkit.texts.markdown import read, read_inline


def lines(blocks: tuple[Block, ...]) -> list[str]:
    """Return the text of each block."""
    found: list[str] = []
    for block in blocks:
        match block:
            case Paragraph() | Heading():
                found.append(plain(block.inlines))
            case ItemList():
                found += [line for item in block.items for line in lines(item)]
            case Table():
                rows = (block.head, *block.rows)
                found += [" ".join(filter(None, map(plain, row))) for row in rows]
    return [" ".join(line.split()) for line in found if line.split()]


@pytest.mark.parametrize(
    ("markdown", "says", "at"),
    [
        ("Svar *innen* 2. mai", "2. mai", 13),
        ("Svar innen 20\\. mai.", "20. mai", 11),
        ("Svar innen 20.&nbsp;mai.", "20.\u00a0mai", 11),
        ("Svar innen **20.** mai.", "20. mai", 13),
        ("Svar innen [20. mai](https://x.no).", "20. mai", 12),
        ("| a | b |\n|---|---|\n| a | 20. mai |", "20. mai", 26),
        ("- a\n\n- b 20. mai", "20. mai", 9),
        ("a\n\n1. x\n2. y 20. mai", "20. mai", 13),
        ("## Frist 20. mai ##", "20. mai", 9),
        ("en linje\n  wrapped 20.\n  mai", "20. mai", 19),
        ('[a](<https://x.no/20. mai> "t") 20. mai', "20. mai", 32),
        ("<https://xn--hring-vua.no> 20. mai", "20. mai", 27),
    ],
)
def test_knows_the_place_of_what_is_read(markdown: str, says: str, at: int) -> None:
    reading = read(markdown)

    assert reading.origin[reading.plain.index(says)] == at


def test_reads_blocks_items_rows_and_cells_apart() -> None:
    markdown = "# A\n\nb\\\nc\n\n- d\n- e\n\n| f | g |\n|---|---|\n| h | i |"

    assert read(markdown).plain == "A\n\nb\u2028c\n\nd\ne\n\nf | g\nh | i"


def test_knows_the_links_that_were_written_as_such() -> None:
    markdown = 'Se [**forslaget**](https://x.no/a "Tittel") og https://y.no.'

    (link,) = read(markdown).links

    assert read(markdown).plain[link.start : link.end] == "forslaget"
    assert link.href == "https://x.no/a"
    assert markdown[slice(*link.target)] == "https://x.no/a"


def test_reads_several_paragraphs_of_a_line_with_their_places() -> None:
    markdown = "# a\n\n1. b **c**"
    reading = read_inline(markdown)

    assert reading.plain == "# a\n\n1. b c"
    assert "".join(markdown[at] for at in reading.origin if at >= 0)[-1] == "c"


@given(markdown_like())
def test_what_is_read_is_what_is_printed(markdown: str) -> None:
    reading = read(markdown)

    said = reading.plain.replace(" | ", " ").split("\n")
    assert [" ".join(line.split()) for line in said if line.split()] == lines(reading.blocks) or (
        "".join("".join(said).split()) == "".join("".join(lines(reading.blocks)).split())
    )


@given(markdown_like())
def test_every_letter_that_is_read_stands_where_it_is_said_to(markdown: str) -> None:
    reading = read(markdown)

    assert len(reading.origin) == len(reading.plain)
    for sign, at in zip(reading.plain, reading.origin, strict=True):
        if sign.isalnum():
            assert markdown[at] == sign or markdown[at] in "\\&<"
