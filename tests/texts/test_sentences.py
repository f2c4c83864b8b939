"""Sentences end where a reader sees them end."""

import itertools

import pytest

from hearingkit.texts.markdown import read
from hearingkit.texts.sentences import sentence_starts


def sentences(markdown: str) -> list[str]:
    plain = read(markdown).plain
    starts = [*sentence_starts(plain), len(plain)]
    return [plain[a:b].strip() for a, b in itertools.pairwise(starts)]


@pytest.mark.parametrize(
    "sentence",
    [
        "Spørsmål rettes til dr. Hansen i St. Olavs gate",
        "Se jf. Prop. 12 L og kap. 3, jf. Ot.prp. nr. 4",
        "Kommuner, fylker mv. Kan svare",
        "Organisationer m.fl. Har fået brevet",
        "Det gjelder bl.a. Oslo og f.eks. Bergen",
        "Fristen er ca. Kl. 12",
        "Se pkt. A og nr. IV i St. prp. nr. 1",
        "Sendt d.å. Til alle",
        "Møtet er 6. Oktober",
        "Ring J. P. Jensen",
        "Er det rett? ja, vi tror det",
    ],
)
def test_an_abbreviation_ends_no_sentence(sentence: str) -> None:
    assert sentences(f"{sentence}. Ny setning.") == [f"{sentence}.", "Ny setning."]


@pytest.mark.parametrize(
    ("markdown", "parts"),
    [
        (
            "En setning! Er det en til? Ja. «Nei», sa de.",
            ["En setning!", "Er det en til?", "Ja.", "«Nei», sa de."],
        ),
        ("De kaller det «en hjelp.» Vi er enige.", ["De kaller det «en hjelp.»", "Vi er enige."]),
        ("# Tittel\n\nTekst her", ["Tittel", "Tekst her"]),
        ("Vi ber om:\n\n- svar\n- kommentarer", ["Vi ber om:", "svar", "kommentarer"]),
        ("| a | b |\n|---|---|\n| c | d |", ["a | b", "c | d"]),
        ("Svar **innen** 2.\nmai 2027. Takk.", ["Svar innen 2. mai 2027.", "Takk."]),
        ("Ikrafttreden: 1. juli\\\nMøte: 2. juli", ["Ikrafttreden: 1. juli", "Møte: 2. juli"]),
        ("Loven gjelder fra 2027. Den er ny.", ["Loven gjelder fra 2027.", "Den er ny."]),
        ("Etter § 5. Vi ber om svar.", ["Etter § 5.", "Vi ber om svar."]),
    ],
)
def test_a_sentence_ends_where_a_reader_sees_it(markdown: str, parts: list[str]) -> None:
    assert sentences(markdown) == parts
