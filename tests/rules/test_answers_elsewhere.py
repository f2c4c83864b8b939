"""Which sentences send answers elsewhere than the data, and which speak of something else."""

import pytest
from tests.judging import sound_cases
from tests.mailing import book_of

from hearingkit.rules.run import judge

SUBMISSION = {"addresses": [{"email": "svar@vann.example"}], "cc": "kopi@vann.example"}
LET_ALONE = [
    "Høringssvar sendes til svar@vann.example.",
    "Høringssvar sendes til svar@vann.example, med kopi til arkiv@fylket.example.",
    "Send svar til svar@vann.example. Spørsmål kan rettes til rad@fylket.example.",
    "Spørsmål om høringssvar kan sendes til rad@fylket.example.",
    "Kopi av svaret kan sendes til arkiv@fylket.example.",
    "Svar på spørsmål om planen gis av rad@fylket.example.",
    "Høringssvarene ble sendt til arkiv@fylket.example i 2019.",
    "I brevet sto det: «Høringssvar sendes til arkiv@fylket.example.»",
    "Vi sender forslaget med merknader til arkiv@fylket.example.",
    "Påmelding til møtet sendes til moete@fylket.example.",
    "Svar sendes på malen som finnes på https://fylket.example/mal.",
    "Forslaget ligger på https://fylket.example. Vi ber om svar innen fristen.",
    "Svar skal ikke sendes til arkiv@fylket.example.",
    "Les om svarene på https://fylket.example/svar.",
    "Høringssvar sendes via https://vann.example/skjema.",
    "Bruk arkiv@fylket.example for å melde feil.",
    "Departementet mottok innspill. Utkastet kan bestilles på arkiv@fylket.example.",
]
ELSEWHERE = [
    "Høringssvar sendes til arkiv@fylket.example.",
    "Svar skal sendes på e-post til arkiv@vann.example innen fristen.",
    "Send høyringssvar til arkiv@fylket.example.",
    "Svar skal sendast innan 1. mars 2027 til arkiv@fylket.example.",
    "Høringssvar bedes sendt til arkiv@fylket.example.",
    "Vi ber om at merknader blir levert. Innspill sendes til:\n\n- arkiv@fylket.example",
    "Høringssvar sendes via [skjemaet](https://fylket.example/skjema).",
    "Spørsmål rettes til svar@vann.example, og svar sendes til arkiv@fylket.example.",
    "Bemærkninger kan sendes til [arkiv@fylket.example](mailto:arkiv@fylket.example).",
]


def reported(body: str) -> list[str]:
    book = book_of(["Norsk Vann"], body=body, submission=SUBMISSION)
    found = [one.code for case in sound_cases(book) for one in judge(case).findings]
    return [code for code in found if code == "HK416"]


@pytest.mark.parametrize("body", LET_ALONE)
def test_no_alarm_at_own_addresses_and_at_what_is_no_answer(body: str) -> None:
    assert reported(body) == []


@pytest.mark.parametrize("body", ELSEWHERE)
def test_reports_answers_sent_elsewhere(body: str) -> None:
    assert reported(body) == ["HK416"]
