"""Names of files: any system takes them, and no two are the same."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from hearingkit.names.file_names import distinct, file_name


@pytest.mark.parametrize(
    ("name", "file"),
    [
        ("Østre kommune", "Østre-kommune"),
        ("Norsk forening for A/S – og B", "Norsk-forening-for-A-S-–-og-B"),
        ("../../etc/passwd", "etc-passwd"),
        ("C:\\Windows\\x", "C-Windows-x"),
        ("CON", "CON-"),
        ("nul.txt", "nul-.txt"),
        ("Com1", "Com1-"),
        ("Console", "Console"),
        ("Foreningen A.S.", "Foreningen-A.S"),
        (".skjult", "skjult"),
        ("-rf", "rf"),
        ("?*<>|", "x"),
        ("a\u202etxt.exe", "atxt.exe"),
        ("e\u0301t", "ét"),
        ("linje\nto", "linje-to"),
    ],
)
def test_a_name_says_whose_file_it_is(name: str, file: str) -> None:
    assert file_name(name) == file


@given(st.text(max_size=400))
def test_any_text_makes_a_name_that_every_system_takes(text: str) -> None:
    name = file_name(text)

    assert name
    assert name[0] not in ".-"
    assert name[-1] not in ". "
    assert len(name.encode()) <= 201
    assert not set(name) & set('<>:"/\\|?*\n\0')


def test_names_that_look_alike_get_numbers() -> None:
    assert [*distinct(["Ås", "ås", "A\u030as", "Os"], ["os"])] == [
        "Ås",
        "ås-2",
        "A\u030as-3",
        "Os-2",
    ]


@given(st.lists(st.text("aAåÅ-2", max_size=4).map(file_name), max_size=12))
def test_no_two_names_are_the_same(names: list[str]) -> None:
    made = [*distinct(names)]

    assert len({one.casefold() for one in made}) == len(names)
