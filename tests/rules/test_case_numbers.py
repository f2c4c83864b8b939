"""Where a case number in the text must be the hearing's own, and where it may be another."""

import pytest
from tests.judging import sound_cases
from tests.mailing import book_of

from hearingkit.rules.run import judge

OTHERS = [
    "Merk svaret med 2024/4312.",
    "Merk svaret med saksnr. 24/04312.",
    "Merk svaret med 24/4312-9.",
    "Merk at sak 24/4321 også er på høring.",
    "Merk også sak 24/4313.",
    "Saka heng saman med sak 24/4313 og 24/4321.",
    "Vi viser til tidligere høring (saksnr. 24/4321).",
    "Vi viser til brev av 4. mars 2024, deres ref. 24/4321.",
    "Se også saksnummer 24/4132 om budsjettet.",
    "Den andre delen har saksnr. 24/4313.",
    "Ring 24 43 12 00, eller les § 24-4313.",
    "Planen har plannr. 20244312 og saksnr. 24/9999.",
    "Merk svaret med 26/99.",
    "Møtet om sak 24/4321 er 24.10.2024.",
]
SLIPS = [
    "Merk svaret med 24/4321.",
    "Svaret må merkes «2024/4313 Høring».",
    "Høringssvar mærkes med sagsnr. 24/4321.",
    "Oppgi saksnummer 24/431 i svaret.",
    "Vår ref.: 23/4312",
    "Vores sagsnr. 24/43122.",
    "Saksnummer: 24/4132",
    "Bruk 24/4321 som referanse.",
    "Bruk 24/4321 i emnefeltet.",
    "Svar skal merkast med **24/4321**.",
    "Ved henvendelse bes oplyst sagsnr. 2024-4321.",
    "Ved svar bes saksnummer 24/4313 oppgitt.",
]


def reported(body: str, ours: str = "24/04312-7") -> list[str]:
    book = book_of(["Norsk Vann"], body=body, references={"ours": ours})
    found = [one.code for case in sound_cases(book) for one in judge(case).findings]
    return [code for code in found if code == "HK415"]


@pytest.mark.parametrize("body", OTHERS)
def test_no_alarm_at_the_own_number_or_that_of_another_case(body: str) -> None:
    assert reported(body) == []


@pytest.mark.parametrize("body", SLIPS)
def test_reports_a_number_that_slips_from_the_own_one(body: str) -> None:
    assert reported(body) == ["HK415"]


@pytest.mark.parametrize("number", ["01.02.05-P16-14-26", "01.02.05-P16-40-26"])
def test_a_number_that_begins_with_its_subject_is_held_whole(number: str) -> None:
    body = f"Skriv venligst sagsnr. {number} i emnefeltet."

    assert reported(body, "01.02.05-P16-4-26") == ["HK415"]
