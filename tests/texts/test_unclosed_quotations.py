"""Quotation marks without their other half, and signs that have none."""

import pytest
from hypothesis import given
from hypothesis import strategies as st
from tests.growth import assert_in_proportion

from hearingkit.texts.unclosed_quotations import half_quotations


def found_in(text: str) -> list[tuple[str, bool]]:
    return [(half.text, half.opens) for half in half_quotations(text)]


@pytest.mark.parametrize(
    ("text", "half"),
    [
        ("De kaller det «en hjelp.\n\nVi svarer.", ("«en hjelp.", True)),
        ("De kaller det «en hjelp. Og «to» til.", ("«en hjelp. Og «to» til.", True)),
        ("De kaller det en hjelp». Vi svarer.", ("De kaller det en hjelp»", False)),
        ("De kalder det ”en hjælp.", ("”en hjælp.", True)),
        ("De kalder det »en hjælp.", ("»en hjælp.", True)),
        ('De kalder det "en hjælp.', ('"en hjælp.', True)),
        ("De kalder det “en hjælp” og “to", ("“to", True)),
        ("«Ja», «nei» og («kanskje)", ("«kanskje)", True)),
    ],
)
def test_a_mark_that_is_left_over_is_found(text: str, half: tuple[str, bool]) -> None:
    assert found_in(text) == [half]


@pytest.mark.parametrize(
    "text",
    [
        'Slam er «rest fra ‘ren’ rensing». Lars’ brønner er fra ’70-tallet; 10" rør.',
        'De kalder det »en hjælp« og ”to” og “tre” og „fire“ og "fem".',
        "«Første avsnitt.\n\n«Andre avsnitt.\n\n«Tredje avsnitt.»",
        "«Første avsnitt.\n\n«Andre avsnitt.»",
        "«Første avsnitt.\n\nAndre avsnitt.»",
        "Se Hjem » Høringer » Slam, og les mer »",
        "«Digital Services Act»s regler, »Borger.dk«s og «Plan»-en",
        '"5 til 10" og "§ 3", "nei " og « ja »',
        "«a «b» c» og «d\ne»",
        "»a\n»b",
        '| " | » |',
        "**«ja»** og [«nei»](x)",
        'en skjerm på 24" og et rør på 5”',
    ],
)
def test_marks_that_are_whole_or_none_are_let_alone(text: str) -> None:
    assert found_in(text) == []


@given(st.text('«»"“”„ aé1.\n\0', max_size=60))
def test_what_is_found_stands_there_and_holds_one_mark_more(text: str) -> None:
    for half in half_quotations(text):
        assert text.startswith(half.text, half.start)


@given(st.lists(st.sampled_from(["«ja»", "»nei«", "”to”", "“tre”", "et ord", "\n\n"]), max_size=20))
def test_whole_quotations_are_let_alone(pieces: list[str]) -> None:
    assert found_in(" ".join(pieces)) == []


@pytest.mark.parametrize("sign", ["«a ", " »", '"a\n\n', "a” "])
def test_reads_a_long_text_in_linear_time(sign: str) -> None:
    assert_in_proportion(lambda count: sign * count, found_in, 50_000)
