"""Numbers and hyphens at the start of a line: what was written is printed."""

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from hearingkit.documents.blocks import Block, Heading, ItemList, Marker, Paragraph, Table, plain
from hearingkit.texts.markdown import parse


def printed(blocks: tuple[Block, ...]) -> list[str]:
    """Return the lines that a reader sees, with the numbers of lists."""
    lines: list[str] = []
    for block in blocks:
        match block:
            case Paragraph() | Heading():
                lines.append(plain(block.inlines))
            case ItemList():
                for number, item in enumerate(block.items, block.start):
                    mark = f"{number}. " if block.marker is Marker.NUMBER else "- "
                    first, *rest = printed(item) or [""]
                    lines += [mark + first, *rest]
            case Table():
                lines += [" | ".join(map(plain, row)) for row in (block.head, *block.rows)]
    return lines


@pytest.mark.parametrize(
    ("markdown", "lines"),
    [
        (
            "1. februar: a\n\n15. april: b\n\n28. mai: c",
            ["1. februar: a", "15. april: b", "28. mai: c"],
        ),
        (
            "Datoer:\n\n- 18. februar: a\n- 2. april: b",
            ["Datoer:", "- 18. februar: a", "- 2. april: b"],
        ),
        ("skal tre i kraft\n1. januar 2028. Mer.", ["skal tre i kraft 1. januar 2028. Mer."]),
        ("nye regler\n- og krav - fra 2028", ["nye regler - og krav - fra 2028"]),
        ("4. ledd oppheves.", ["4. ledd oppheves."]),
        ("125.", ["125."]),
        ("2028. Et nytt år", ["2028. Et nytt år"]),
        ("1) alene", ["1) alene"]),
        ("1. Innledning\n\nTekst.\n\n2. Bakgrunn", ["1. Innledning", "Tekst.", "2. Bakgrunn"]),
        ("1. a\n2. b\n3. c", ["1. a", "2. b", "3. c"]),
        ("1. a\n\n2. b", ["1. a", "2. b"]),
        ("1. a\n\n   mer\n\n2. b", ["1. a", "mer", "2. b"]),
        ("1. a\n   1. b\n   2. c\n2. d", ["1. a", "1. b", "2. c", "2. d"]),
        ("1. a\n   - b\n2. c", ["1. a", "- b", "2. c"]),
        ("1. a\n2. b\n4. d", ["1. a", "2. b 4. d"]),
        ("1. a\n2. b\n\n28. mai", ["1. a", "2. b", "28. mai"]),
        ("1. a\n2. b\n\nTekst.\n\n3. c\n4. d", ["1. a", "2. b", "Tekst.", "3. c", "4. d"]),
        ("0. a\n1. b", ["0. a 1. b"]),
        ("Se:\n\n4) a\n5) b", ["Se:", "4. a", "5. b"]),
        ("Se nr.\n4. a\n5. b", ["Se nr. 4. a 5. b"]),
        ("15. april: a\n\n16. april: b", ["15. april: a", "16. april: b"]),
        ("2027. året\n2028. året", ["2027. året 2028. året"]),
        ("Vi foreslår:\n1. a\n2. b", ["Vi foreslår:", "1. a", "2. b"]),
        ("Vi foreslår:\n- a\n- b", ["Vi foreslår:", "- a", "- b"]),
        ("Vi foreslår\n- a\n- b", ["Vi foreslår", "- a", "- b"]),
        ("Vi foreslår:\n- a", ["Vi foreslår:", "- a"]),
        ("- a\nb\n- c", ["- a b", "- c"]),
        ("- a\n- 1. mai\n- b", ["- a", "- 1. mai", "- b"]),
        ("- 1. a\n  2. b", ["- 1. a", "2. b"]),
        ("1. 15. april: a\n2. - 2. mai: b", ["1. 15. april: a", "2. - 2. mai: b"]),
        ("1. a\n2.\n3. b", ["1. a 2. 3. b"]),
        ("1. a\n2. b\n\n1. c\n2. d", ["1. a", "2. b", "1. c", "2. d"]),
        ("# 1. Bakgrunn\n\n1. mai", ["1. Bakgrunn", "1. mai"]),
        ("| a |\n|---|\n| 1. mai |", ["a", "1. mai"]),
    ],
)
def test_prints_numbers_and_hyphens_as_they_are_meant(markdown: str, lines: list[str]) -> None:
    assert printed(parse(markdown)) == lines


PIECES = st.sampled_from(
    [
        *(
            "0.",
            "1.",
            "2.",
            "3.",
            "4.",
            "15.",
            "28.",
            "125.",
            "2028.",
            "1)",
            "2)",
            "a",
            "og",
            "mai",
            "ledd",
        ),
        *(
            "\n\n1. a\n2. b\n\n",
            "\n\n| 1 | x |\n|--:|---|\n| 2. | y |\n\n",
            "**3.**",
            "\\\n",
            "[4](#)",
        ),
        *("-", "§ 5", "\n", "\n", "\n\n", "\n  ", "\n   ", "\n- ", "\n1. ", "\n2. ", "# ", "  "),
    ]
)


@given(st.lists(PIECES, max_size=30))
def test_every_word_and_number_is_printed_in_order(pieces: list[str]) -> None:
    markdown = " ".join(pieces)

    words = re.findall(r"\w+", "\n".join(printed(parse(markdown))))

    assert words == re.findall(r"\w+", markdown)
