"""Lines that Markdown joins, though each was meant to stand alone."""

import pytest
from tests.growth import assert_in_proportion

from hearingkit.texts.line_ends import Pasted, pasted_lines, stuck_lines, stuck_rows
from hearingkit.texts.markdown import read
from hearingkit.texts.reading import Reading


def stuck(markdown: str) -> list[str]:
    return [line.text for line in stuck_lines(read(markdown))]


def pasted(markdown: str) -> tuple[Pasted, list[str]] | None:
    run = pasted_lines(read(markdown))
    return (run.kind, [line.text for line in run.lines]) if run else None


@pytest.mark.parametrize(
    "markdown",
    [
        "- a\n- b\nSvar blir offentlige.",
        "1. a\n2. b\nSvar blir offentlige.\nDe er korte.",
        "- a\n  - b\n**Svar** blir offentlige.",
        f"- a\n- {'lang ' * 20}linje\nSvar blir offentlige.",
        f"{'lang ' * 30}\n\n- {'lang ' * 20}linje.\nSvar blir offentlige.",
        "- a\n- b\n2027 blir et år for Svar.",
        "- a\n- b\n§ 3 gjelder Svar.",
        "- a\n- b\n1. mai er frist for Svar.",
        "- a\n- b\n{{ deadline.date }} er frist for Svar.",
    ],
)
def test_a_sentence_right_below_a_list_is_found(markdown: str) -> None:
    (found,) = stuck(markdown)

    assert "Svar" in found


@pytest.mark.parametrize(
    "markdown",
    [
        "- a\n- b\n\nSvar blir offentlige.",
        "- a\n- b\nog så videre",
        "- brev til\nNorsk Vann",
        "- brev,\nSvar og annet",
        "- a\n  Svar blir offentlige.",
        "- a\\\nSvar",
        "- a  \nSvar",
        "- a\n## Svar",
        "a\nSvar blir offentlige.",
        f"- {'lang ' * 15}linje til Norske\nKommuner",
        f"- {'lang ' * 15}linje.\nSvar blir offentlige.\n- b.",
        "- a\n- tall fra\n2027 og før.",
        "- a\n- tall\n2027 og før",
        f"- a\n- {'lang ' * 10}linje\n2027 og før.",
        "- a.\n- tall\n2027 og før.",
    ],
)
def test_a_line_that_goes_on_with_an_item_is_let_alone(markdown: str) -> None:
    assert stuck(markdown) == []


@pytest.mark.parametrize(
    ("below", "found"),
    [
        ("Svar blir offentlige.\nAlle kan lese dem.", ["Svar blir offentlige."]),
        ("\nSvar blir offentlige.", []),
        ("c | d", []),
    ],
)
def test_a_line_right_below_a_table_is_found(below: str, found: list[str]) -> None:
    reading = read(f"| a | b |\n| --- | --- |\n| 1 | 2 |\n{below}")

    assert [reading.says(row) for row in stuck_rows(reading)] == found


def test_a_row_of_one_column_needs_no_bars() -> None:
    assert not [*stuck_rows(read("| a |\n| --- |\n1"))]


@pytest.mark.parametrize(
    ("markdown", "kind", "lines"),
    [
        ("A b.\nC d!\n«E» f?\ng h", Pasted.PARAGRAPHS, ["A b.", "C d!", "«E» f?"]),
        (f"A b c.\n{'Lang ' * 15}linje.", Pasted.PARAGRAPHS, ["A b c.", f"{'Lang ' * 15}linje."]),
        (f"{'Lang ' * 24}linje.\nA b c.", Pasted.PARAGRAPHS, [f"{'Lang ' * 24}linje.", "A b c."]),
        ("1.\u00a0a\n2.\u00a0b", Pasted.NUMBERS, ["1.\u00a0a", "2.\u00a0b"]),
        ("§ 1 a\n§ 2 b", Pasted.NUMBERS, ["§ 1 a", "§ 2 b"]),
        ("Dager:\n2. mai\n3. mai\nslutt", Pasted.NUMBERS, ["2. mai", "3. mai"]),
        ("1 a\n2 b", Pasted.NUMBERS, ["1 a", "2 b"]),
        ("Se:\n2) a\n3) b", Pasted.NUMBERS, ["2) a", "3) b"]),
        ("a b\tc\nd e\tf", Pasted.TABLE, ["a b\tc", "d e\tf"]),
        ("2025\t1\n2026\t2", Pasted.TABLE, ["2025\t1", "2026\t2"]),
        ("Bakgrunn\nForslaget er nytt.", Pasted.HEADING, ["Bakgrunn", "Forslaget er nytt."]),
        (
            "A b.\nFrist for svar\nVi ber om svar.",
            Pasted.HEADING,
            ["Frist for svar", "Vi ber om svar."],
        ),
    ],
)
def test_lines_that_were_pasted_are_found(markdown: str, kind: Pasted, lines: list[str]) -> None:
    assert pasted(markdown) == (kind, lines)


@pytest.mark.parametrize(
    "markdown",
    [
        "A b.\nC d.",
        "Kartene er vedlagt.\nSe særlig vedlegg 1.",
        f"{'Lang ' * 15}linje.\nA b c.",
        f"{'Lang ' * 15}\n\nA b nr.\nC d e.",
        f"{'Lang ' * 15}\n\nA b c.\nC d e",
        f"{'Lang ' * 15}\n\n- A b c.\n  C d e.",
        "Et skilt\n\u00a0\nog et til",
        "A b.\\\nC d.\\\nE f.\\\nG h.",
        "A b.  \nC d.  \nE f.  \nG h.",
        "A b.\n\nC d.\n\nE f.",
        "A b.\nog c.\nD e.",
        "1. a\n2. b",
        "1) a\n2) b",
        "1.\ta\n2.\tb",
        "•\ta\n•\tb",
        "a)\ta\nb)\tb",
        "o\ta\no\tb",
        "Fristen er\n2. mai eller\n3. mai",
        f"1. mai {'og ' * 20}\n2. mai",
        "a\tb\n\nc\td",
        "Bakgrunn\n\nForslaget er nytt.",
        "Bakgrunn\\\nForslaget er nytt.",
        "Forslaget sendes til\nNorsk Vann og andre.",
        "Postboks 1,\nOslo er stedet.",
        f"{'Lang ' * 12}linje\nNorsk Vann er med.",
        "Med hilsen\nDirektoratet",
    ],
)
def test_lines_that_stay_as_they_are_meant_are_let_alone(markdown: str) -> None:
    assert pasted(markdown) is None


@pytest.mark.parametrize("piece", ["- a\nB\n", "A.\n", "1 a\n", "a\tb\n", "A.  \n", "- a\n"])
def test_looks_through_a_long_text_in_linear_time(piece: str) -> None:
    def look_through(reading: Reading) -> None:
        list(stuck_lines(reading))
        pasted_lines(reading)

    assert_in_proportion(lambda count: read(piece * count), look_through, 20_000 // len(piece))


def test_a_row_in_which_a_day_was_kept_from_being_an_item_ends_with_its_text() -> None:
    reading = read("| a | b |\n| --- | --- |\n| c | d |\n|\n- innen 20102026 kl 12")

    (row,) = stuck_rows(reading)

    assert reading.says(row) == "- innen 20102026 kl 12"
    assert row.end == len(reading.markdown)
