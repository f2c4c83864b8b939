"""A part of a text has its exact place, however YAML writes the text."""

import pytest
import yaml
from hypothesis import given
from hypothesis import strategies as st

from hearingkit.source.characters import FORBIDDEN
from hearingkit.source.file import SourceFile, TreePath
from hearingkit.source.reader import read_text

STYLES = (None, "'", '"', "|", ">")
ESCAPES = {char: sign for sign, char in yaml.scanner.Scanner.ESCAPE_REPLACEMENTS.items()}
WORDS = st.sampled_from(["ø", "Høring", "20.", "mai", "'", '"', "\\", ":", "# ", "-", "😀", "\xa0"])
GAPS = st.sampled_from([" ", "  ", "\n", "\n\n", "\n\n\n", "\n  ", " \n", "\t", ""])
TEXTS = st.one_of(
    st.lists(st.one_of(WORDS, GAPS), max_size=40).map("".join),
    st.text(st.characters(exclude_categories=["Cs"]), max_size=40).filter(
        lambda text: not FORBIDDEN.search(text)
    ),
)


def parsed(text: str) -> SourceFile:
    file, _ = read_text(text.encode(), "a.yaml")
    assert file is not None
    return file


def in_file(file: SourceFile, path: TreePath, start: int) -> str:
    """Return what the file holds from a character of a value on, to the end of the line."""
    place = file.place_at(path, start, start + 1)
    return file.lines.line(place.line)[place.column - 1 :]


def stands_for(written: str, char: str) -> bool:
    """Return whether a source begins with a character, or with an escape that stands for it."""
    number = ord(char)
    escapes = (f"\\x{number:02X}", f"\\u{number:04X}", f"\\U{number:08X}")
    return written.startswith((char, *escapes, f"\\{ESCAPES.get(char, char)}"))


@given(
    text=TEXTS,
    style=st.sampled_from(STYLES),
    width=st.sampled_from([2, 10, 40, 1000]),
    indent=st.integers(2, 9),
    allow_unicode=st.booleans(),
    line_end=st.sampled_from(["\n", "\r\n", "\r"]),
)
def test_every_letter_stands_where_the_file_has_it(
    text: str, style: str | None, width: int, indent: int, allow_unicode: bool, line_end: str
) -> None:
    data = {"a": {"b": [{"c": text}, text]}, "d": text}
    file = parsed(
        yaml.dump(
            data,
            default_style=style,
            width=width,
            indent=indent,
            allow_unicode=allow_unicode,
            line_break=line_end,
        )
    )

    for path in (("a", "b", 0, "c"), ("a", "b", 1), ("d",)):
        value = file.at(path) or ""
        assert isinstance(value, str)
        for start, char in enumerate(value):
            if char.isalnum():
                assert stands_for(in_file(file, path, start), char), (path, start)


@pytest.mark.parametrize(
    ("written", "part", "at"),
    [
        ("plain text", "text", "1:10-14"),
        ("plain  \n   text # comment", "plain", "1:4-9"),
        ("b\n\n\n   text", "\n\ntext", "1:5-None"),
        ("!t &b text", "text", "1:10-14"),
        ("&b # comment\n  text", "text", "2:3-7"),
        ("'b ''c'' text'", "text", "1:13-17"),
        ("'b\n\n  c ''text'''", "'text'", "3:5-13"),
        ("'\n  text'", "text", "2:3-7"),
        (r'"\"\\\/\t\x41\u0042\U00000043\_ text"', "text", "1:36-40"),
        ('"b\\\n   text"', "text", "2:4-8"),
        ('"b \\\n\n   \\ \\ntext"', "text", "3:8-12"),
        ('"b  \n   c\\n\\n\n\n text"', "text", "4:2-6"),
        ("|2- # comment\n    b\n\n   text\n", "text", "4:4-8"),
        ("|\n\n \n  b  \n     \n  text  \n   \n", "text", "6:3-7"),
        ("|+\n  b\n  text\n\n\nc: d", "text", "3:3-7"),
        ("|-\n  b\n# comment\nc: d", "b", "2:3-4"),
        ("|\n  b  \n  text\n", "b", "2:3-4"),
        (">\n\n  b\n  c\n\n\n  text\n", "text", "7:3-7"),
        (">1+\n   b\n  c\n d\n\n text\n\n", "text", "6:2-6"),
        ("|\n  b\ttext\n", "text", "2:5-9"),
    ],
)
def test_a_part_of_a_text_has_its_exact_place(written: str, part: str, at: str) -> None:
    file = parsed(f"a: {written}")
    value = file.at(("a",))
    assert isinstance(value, str)

    start = value.index(part)
    place = file.place_at(("a",), start, start + len(part))

    assert f"{place.line}:{place.column}-{place.end_column}" == at


@pytest.mark.parametrize("written", ["*b", "[text]", "\n  c: text"])
def test_what_has_no_text_of_its_own_has_one_place(written: str) -> None:
    file = parsed(f"b: &b text\na: {written}\n")

    assert file.place_at(("a",), 1, 2) == file.place(("a",))


@pytest.mark.parametrize("written", ["|+\n\n\n", "|\n", "''", '"\n\n"', "|2\n     \n"])
def test_a_text_without_letters_has_places_too(written: str) -> None:
    file = parsed(f"a: {written}")
    value = file.at(("a",))
    assert isinstance(value, str)

    places = [file.place_at(("a",), start, start) for start in range(len(value) + 1)]

    assert places == sorted(places, key=lambda place: (*place.order, place.end_column or 0))
