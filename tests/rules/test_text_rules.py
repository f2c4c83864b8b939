"""What the rules on free text leave alone, where they point to, and how long they take."""

import re
from pathlib import Path
from typing import Final

import pytest
from tests.growth import assert_in_proportion
from tests.judging import sound_cases

from hearingkit.findings import MOST_REPORTED, Finding
from hearingkit.language.language import Language
from hearingkit.rules.run import judge
from hearingkit.source.reader import read, read_text
from hearingkit.texts.foreign_words import vocabulary
from hearingkit.validation.validate import validate
from hearingkit.workflows.check import check
from hearingkit.workflows.workspace import find_workspace

ROOT: Final = Path(__file__).parents[2]
OF_TEXT: Final = re.compile(r"HK40[3-8]|HK6\d\d|HK70[1-7]")
HEARING: Final = """
issuers:
  ks: {{name: KS, country: {country}, kind: organisation}}
hearings:
  tariff:
    language: {language}
    issuer: ks
    kind: report
    title: Tariff
    sent: 2025-05-05
    deadline: 2025-06-02
    recipients: {{placement: none, entries: [Oslo kommune]}}
    submission: {{addresses: [{{email: tariffpost@ks.example}}]}}
    body: |
      {body}
"""


def findings_in(data: bytes) -> list[Finding]:
    """Return what the rules on text find in every hearing of a file."""
    source, _ = read_text(data, "data/hearings.yaml")
    assert source is not None
    book, _ = validate([source])
    found = [finding for case in sound_cases(book) for finding in judge(case).findings]
    return [finding for finding in found if OF_TEXT.match(finding.code)]


def findings_of(body: str, language: str = "nb") -> list[Finding]:
    country = "DK" if language == "da" else '"NO"'
    lines = body.replace("\n", "\n      ")
    return findings_in(HEARING.format(country=country, language=language, body=lines).encode())


def codes_of(body: str, language: str = "nb") -> list[str]:
    return [finding.code for finding in findings_of(body, language)]


@pytest.mark.parametrize("path", ["data/hearings.yaml", "tests/letters/everything.yaml"])
def test_finds_nothing_in_real_letters(path: str) -> None:
    report = check(find_workspace(ROOT, [ROOT / path])).report

    assert [found for found in report.findings if OF_TEXT.match(found.code)] == []


def test_finds_the_danish_letter_foreign_to_a_nynorsk_one() -> None:
    source, _ = read(ROOT / "data/hearings.yaml", "data/hearings.yaml")
    assert source is not None
    book, _ = validate([source])
    body = book.hearings["kroniske-smerter"].value.body

    found = findings_of(str(body).replace("\n", "\n  "), "nn")

    assert "HK601" in {finding.code for finding in found}
    assert {finding.code for finding in found} <= {"HK601", "HK602"}


@pytest.mark.parametrize(
    "body",
    [
        "Anleggene skal være tette innen 1. januar 2027.",
        "Kommunen har frist 1. mars 2027 til å rapportere.",
        "Søknadsfristen er 15. mai 2025.",
        "Svar innen 2. juni 2025 kl. 12.00, altså innen mandag 2. juni.",
        "Den forrige høringen hadde frist i 2019.",
    ],
)
def test_a_date_that_is_no_other_deadline_for_answers_is_let_alone(body: str) -> None:
    assert codes_of(body) == []


@pytest.mark.parametrize(
    "body",
    [
        "Vi ber om svar innen 3. juni 2025.",
        "Høringssvar sendes oss innen **tirsdag 3. juni 2025**.",
        "Høringsfrist: 3. juni 2025",
        "Fristen for å gi innspill er 3. juni.",
        "Send innspillene senest 03.06.2025 kl. 12.",
        "Innen 3. juni 2025 må merknader være hos oss.",
        "Høringsfristen er satt til 3. juni 2025.",
    ],
)
def test_another_deadline_for_answers_is_found(body: str) -> None:
    assert codes_of(body) == ["HK403"]


@pytest.mark.parametrize(
    "body",
    [
        "Skriv til tariffpost@ks.example eller TariffPost@KS.example.",
        "Skriv til tariffpost@kl.example eller post@ks.example.",
        "Skriv til tariffpost2@ks.example.",
    ],
)
def test_another_address_is_let_alone(body: str) -> None:
    assert codes_of(body) == []


def test_a_word_is_reported_once_and_at_its_first_place() -> None:
    found = findings_of("Dette gjeld ikkje oss.\nDet gjelder ikkje nokon.")

    assert sorted((one.place.line, one.place.column, one.message) for one in found) == [
        (15, 19, '"ikkje" is not bokmål (2 times); write "ikke"'),
        (16, 25, '"nokon" is not bokmål; write "noen"'),
    ]


@pytest.mark.parametrize(
    "body",
    [
        "Det er ikkje nytt.",
        "Det er &#105;kkje nytt.",
        "Det er i**kk**je nytt.",
        "Det er i*kk*je nytt.",
        "Det er [ikkje nytt](https://ks.example/ny).",
        "Det er | ny\n--- | ---\nikkje | nytt",
    ],
)
def test_a_foreign_word_is_found_however_it_is_spelt(body: str) -> None:
    (found,) = findings_of(body)

    assert found.message == '"ikkje" is not bokmål; write "ikke"'


@pytest.mark.parametrize(
    ("body", "column"),
    [
        ("Kaller det »en *hjelp*«.", 18),
        ("Kaller det &raquo;en hjelp&laquo;.", 18),
        ("Kaller **det »en** hjelp«.", 20),
    ],
)
def test_foreign_marks_are_found_however_they_are_spelt(body: str, column: int) -> None:
    (found,) = findings_of(body)

    assert (found.code, found.place.column) == ("HK602", column)


@pytest.mark.parametrize(
    ("body", "language"),
    [
        ("Avisa skreiv «dette er ikke nok».", "nn"),
        ("Planen heiter *Hvordan vi vil bo*.", "nn"),
        ("Foreininga Ikke-røykere og laget Ikke Vent.", "nn"),
        ("Rapporten fra Norsk Vann (https://a.example/ikkje).", "nb"),
        ("Den norske rapport hedder ”Noen av oss”.", "da"),
        ("DEI og EG er forkortelser.", "nb"),
    ],
)
def test_quotations_names_and_addresses_may_be_in_any_language(body: str, language: str) -> None:
    assert "HK601" not in codes_of(body, language)


def test_no_word_is_both_foreign_and_proposed() -> None:
    for words in (vocabulary(language).words for language in Language):
        proposed = {word for own in words.values() for word in own.split()}

        assert words
        assert not proposed & words.keys()
        assert all(word == word.lower() for word in words)


@pytest.mark.parametrize(
    "body",
    [
        "Dokumentasjon skal være vedlagt søknaden.",
        "Se vedlegg 2 til direktivet og bilag 1 i forskriften.",
        "Avisa skrev «se vedlegg 1».",
    ],
)
def test_an_annex_of_something_else_is_no_enclosure(body: str) -> None:
    assert codes_of(body) == []


@pytest.mark.parametrize(
    "piece",
    [
        "a",
        "a-",
        "a@",
        "” ",
        "«",
        "’a ",
        "| - ",
        "\n",
        "1.1.",
        "www.",
        "Svar innen 5-5-2024, ",
        "Høringsfristen er 5. mai 2024. ",
        "notat av 3. mai 2026 ",
        "tariff-post@ks.example ",
        "vedlegg 3 og vedlagt ",
        "ikkje ",
        "frist for svar ",
    ],
)
def test_reads_a_long_text_in_linear_time(piece: str) -> None:
    def look_through(text: str) -> None:
        assert len(findings_of(text)) <= 4 * MOST_REPORTED

    size = 40_000 // len(piece)
    assert_in_proportion(lambda count: "x " + piece * count, look_through, size)
