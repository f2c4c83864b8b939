"""What the rules on dates and periods in free text find, and what they leave alone."""

import re
from typing import Final

import pytest
from tests.growth import assert_in_proportion
from tests.judging import sound_cases

from hearingkit.findings import MOST_REPORTED
from hearingkit.rules.run import judge
from hearingkit.source.reader import read_text
from hearingkit.validation.validate import validate

OF_DATES: Final = re.compile(r"HK40[1-7]|HK409|HK41[0-4]")
HEARING: Final = """
issuers:
  ks: {{name: KS, country: {country}, kind: municipality}}
hearings:
  tariff:
    language: {language}
    issuer: ks
    kind: {kind}
    title: Tariff
    {sent}
    deadline: 2025-06-02 12:00
    in_force: 2026-01-01
    meeting: {{starts: 2025-05-05}}
    recipients: {{placement: none, entries: [Oslo kommune]}}
    submission: {{addresses: [{{email: tariffpost@ks.example}}]}}
    body: |
      {body}
"""


def reported(
    body: str, language: str = "nb", *, kind: str = "regulation", sent: str = "sent: 2025-04-07"
) -> list[str]:
    """Return what the rules on dates say of a text, heard from 7 April to 2 June 2025."""
    country = "DK" if language == "da" else '"NO"'
    lines = body.replace("\n", "\n      ")
    data = HEARING.format(country=country, language=language, body=lines, kind=kind, sent=sent)
    source, _ = read_text(data.encode(), "data/hearings.yaml")
    assert source is not None
    book, findings = validate([source])
    assert findings == ()
    found = [finding for case in sound_cases(book) for finding in judge(case).findings]
    return [f"{one.code} {one.message}" for one in found if OF_DATES.match(one.code)]


def codes_of(body: str, language: str = "nb", **changes: str) -> list[str]:
    return [one[:5] for one in reported(body, language, **changes)]


@pytest.mark.parametrize(
    ("body", "language", "message"),
    [
        (
            "Møtet er den 24. novmber 2025.",
            "nb",
            'HK409 "den 24. novmber 2025" is misspelt, or in another language;'
            ' did you mean "den 24. november 2025"?',
        ),
        (
            "Svar innan 31. november 2026.",
            "nn",
            'HK410 there is no "31. november 2026": that month has 30 days; correct it',
        ),
        (
            "Møtet er 5. mai 2025 kl. 25.00.",
            "nb",
            'HK410 there is no "kl. 25.00": a day has 24 hours; correct it',
        ),
        (
            "Mødet er den 6. Maj 2025.",
            "da",
            'HK411 "den 6. Maj 2025" has a capital, and months and weekdays have none;'
            ' write "den 6. maj 2025"',
        ),
        (
            "Byrådet besluttede den 15. april 2025 at sende sagen i høring.",
            "da",
            'HK412 the text says what happened on "den 15. april 2025", which is after the day of'
            " the letter, 2025-04-07",
        ),
        (
            "Forskriften trer i kraft 1. juli 2026.",
            "nb",
            'HK413 entry into force on "1. juli 2026" in the text, but on 2026-01-01 in the data',
        ),
        (
            "Høringsfristen er fire uker.",
            "nb",
            'HK414 the text says "fire uker", but from 2025-04-07 until 2025-06-02 it is 56 days',
        ),
        (
            "Send høringssvar senest mandag den 2. juni.",
            "da",
            'HK405 "mandag den 2. juni" leaves the year of the deadline out; add 2025',
        ),
    ],
)
def test_a_message_says_what_to_do(body: str, language: str, message: str) -> None:
    assert reported(body, language) == [message]


@pytest.mark.parametrize(
    ("body", "codes"),
    [
        ("Svar innen 3. jnui 2025.", ["HK403", "HK409"]),
        ("Svar innen fredag 2. juni 2025.", ["HK401"]),
        ("Svar innen fredag 2. june 2025.", ["HK401", "HK409"]),
        ("Svar innen 2. june 2025 kl. 16.", ["HK402", "HK409"]),
        ("Svar innen 2 juni.", ["HK405", "HK409"]),
        ("Vi viser til brev av 6. marts 2026.", ["HK406", "HK409"]),
    ],
)
def test_a_slip_does_not_hide_what_else_is_wrong(body: str, codes: list[str]) -> None:
    assert sorted(codes_of(body)) == codes


@pytest.mark.parametrize(
    "body",
    [
        "Send høringssvar innen 3. jun. 2025.",
        "Send høringssvar innen fredag 06.06.2025.",
        "Send høringssvar innen den 6/6-2025.",
        "Høringsfristen er 3. sept. 2025 kl. 12.",
        "Høringsfristen er **3. sept.**",
    ],
)
def test_a_short_date_is_a_deadline_too(body: str) -> None:
    assert "HK403" in codes_of(body)


def test_a_date_that_is_in_no_calendar_is_no_other_deadline() -> None:
    assert codes_of("Vi ber om svar innen 31.06.2025.") == ["HK410"]
    assert codes_of("Vi ber om svar innen 29. februar.") == ["HK403"]


@pytest.mark.parametrize(
    ("body", "language"),
    [
        ("Vi hilser den 3. mann og 2. premie velkommen, se punkt 4. Mars er kald.", "nb"),
        ("Se ”Law of 3. March 2020” og [loven](https://a.example/6.march.2020).", "da"),
        ("Den 1. maj og d. 5. juni er fridage, og det samme er 1. juledag.", "da"),
        ("Tabell 1 mai 2024\n\nTabell 2 Juni 2024", "nb"),
        ("Versjon 31.11.2 og vedtak 12-31-2024.", "nb"),
        ("Side 3. Desember er måneden, kap. 6 oktober.", "nb"),
    ],
)
def test_what_is_no_slip_is_let_alone(body: str, language: str) -> None:
    assert codes_of(body, language) == []


@pytest.mark.parametrize(
    ("body", "language"),
    [
        ("Onsdag 7. mai 2025 er det møte.", "nb"),
        ("## Onsdag 7. mai 2025", "nb"),
        ("- Onsdag 7. mai 2025: møte", "nb"),
        ("| Onsdag 7. mai 2025 | Torsdag 8. mai 2025 |\n| --- | --- |\n| a | b |", "nb"),
        ("**Onsdag 7. mai 2025** er det møte.", "nb"),
        ("Tid: Onsdag 7. mai 2025. Torsdag 8. mai 2025 er det slutt.", "nb"),
        ("MØTE ONSDAG 7. MAI 2025", "nb"),
        ("Heftet «Før Onsdag 7. Mai 2025» er ute.", "nb"),
        ("Avisa Fredag er ute. Møtet er i Mai-gården.", "nb"),
        ("Møtet er i Oslo.\nOnsdag 7. mai 2025 reiser vi.", "nb"),
    ],
)
def test_a_capital_that_begins_something_is_let_alone(body: str, language: str) -> None:
    assert codes_of(body, language) == []


@pytest.mark.parametrize(
    ("body", "language"),
    [
        ("Kommunestyret vedtok i møte 8. april 2026 å legge planen ut.", "nb"),
        ("Saken ble behandlet i kommunestyret 8. april 2026.", "nb"),
        ("Landsmøtet vedtok **8. april 2026** at forbundet skal svare.", "nb"),
        ("Stortinget vedtok loven 8. april 2026.", "nb"),
        ("Statsforvaltaren vedtok 8. april 2026 å seie nei.", "nn"),
        ("Planen vart vedteken i fylkestinget onsdag 8. april 2026.", "nn"),
        ("Styret behandla saka i møte 08.04.2026.", "nn"),
        ("Aftalen blev vedtaget den 8. april 2026.", "da"),
        ("Folketinget vedtog den 8. april 2026 en lov.", "da"),
        ("Byrådet godkendte på mødet den 8. april 2026 forslaget.", "da"),
    ],
)
def test_the_past_lies_before_the_letter(body: str, language: str) -> None:
    assert "HK412" in codes_of(body, language)


@pytest.mark.parametrize(
    ("body", "language"),
    [
        ("Kommunestyret vedtok at dagen er 8. april 2026.", "nb"),
        ("Kommunestyret vedtok oppstart 8. april 2026.", "nb"),
        ("Styret har vedtatt 8. april 2026 som oppstart, og vedtok 1. mai 2026 som slutt.", "nb"),
        ("Planen skal være behandlet i kommunestyret 8. april 2026.", "nb"),
        ("Planen forventes vedtaget den 8. april 2026.", "da"),
        ("Hvis planen blev vedtaget den 8. april 2026, ville den gælde.", "da"),
        ("Stortinget vedtok loven 8. april 2024, og den vart kunngjord same dag.", "nn"),
        ("Fylkestinget skal handsame saka i møte 8. april 2026.", "nn"),
        ("Vi reknar med at saka er ferdig behandla 8. april 2026.", "nn"),
    ],
)
def test_what_is_to_come_is_no_past(body: str, language: str) -> None:
    assert codes_of(body, language) == []


def test_what_was_decided_about_a_later_day_is_no_past() -> None:
    body = "Byrådet besluttede at sende planen i høring til den 8. april 2026."

    assert codes_of(body, "da") == ["HK403"]


@pytest.mark.parametrize(
    ("body", "language", "kind"),
    [
        ("Loven foreslås at træde i kraft den 1. juli 2026.", "da", "bill"),
        ("Bekendtgørelsen træder i kraft den 1. juli 2026.", "da", "regulation"),
        ("Lokalplanen træder i kraft 1. juli.", "da", "local-plan"),
        (
            "Det foreslås, at lovforslaget træder i kraft den 1. juli.",
            "da",
            "bill",
        ),
        ("Det foreslås at forskriften skal tre i kraft 01.07.2026.", "nb", "regulation"),
        ("Forslaget er ventet å tre i kraft fra **1. juli 2026**.", "nb", "other"),
        ("Lova skal etter planen ta til å gjelde frå 1. juli 2026.", "nn", "act"),
        ("Folkemøtet er 6. mai 2025.", "nb", "plan"),
        ("Borgermødet afholdes tirsdag den 6. maj 2025 kl. 19.", "da", "plan"),
    ],
)
def test_a_day_of_the_hearing_is_that_of_the_data(body: str, language: str, kind: str) -> None:
    assert codes_of(body, language, kind=kind) == ["HK413"]


@pytest.mark.parametrize(
    ("body", "language", "kind"),
    [
        ("Loven trer i kraft 1. juli 2026.", "nb", "regulation"),
        ("Lov om arkiv trer i kraft 1. juli 2026.", "nb", "bill"),
        ("Loven om arkiv trer i kraft 1. juli 2026.", "nb", "bill"),
        ("Den gældende bekendtgørelse trådte i kraft den 1. juli 2006.", "da", "regulation"),
        ("Bekendtgørelsens kapitel 3 træder i kraft den 1. juli 2026.", "da", "regulation"),
        ("Bekendtgørelsen træder i kraft den 1. januar 2026, kapitel 3 den 1. juli.", "da", "bill"),
        (
            "Forskriften trer i kraft 1. januar. Forskriften trer i kraft 1. juli.",
            "nb",
            "regulation",
        ),
        ("Forskriften trer i kraft straks, senest 1. juli 2026.", "nb", "regulation"),
        ("Forskriften trer i kraft 1. juli 2006.", "nb", "regulation"),
        ("Det blir folkemøte 6. mai 2025. Det andre folkemøtet er 7. mai 2025.", "nb", "plan"),
        (
            "Påmelding til folkemøtet innen 2. mai 2025. Folkemøtet 4. april 2025 var fint.",
            "nb",
            "plan",
        ),
    ],
)
def test_other_days_are_let_alone(body: str, language: str, kind: str) -> None:
    assert codes_of(body, language, kind=kind) == []


@pytest.mark.parametrize(
    ("body", "language"),
    [
        ("Planforslaget fremlægges i 6 uger.", "da"),
        ("Forslaget er i offentlig høring i fire uger.", "da"),
        ("Høringsperioden er på fire uger.", "da"),
        ("Det er en høringsfrist på fire uger.", "da"),
        ("Forslaget sendes på høring i tre måneder.", "nb"),
        ("Høringen varer i 4 uker.", "nb"),
        ("Svarfristen er 30 dager.", "nb"),
        ("Planen er lagt ut til offentlig ettersyn i seks uker.", "nb"),
        ("Høyringsfristen er tre månader.", "nn"),
        ("Planen ligg på høyring i seks veker.", "nn"),
    ],
)
def test_another_period_is_found(body: str, language: str) -> None:
    assert codes_of(body, language) == ["HK414"]


@pytest.mark.parametrize(
    ("body", "language"),
    [
        ("Planforslaget fremlægges i otte uger. Høringsfristen er to måneder.", "da"),
        ("Efter planloven skal forslaget være i høring i mindst fire uger.", "da"),
        ("Høringsfristen er normalt fire uger.", "da"),
        ("Under normale omstændigheder er en høringsfrist på fire uger passende.", "da"),
        ("Høringsfristen er otte uger. Næstfølgende forslag fremlægges i fire uger.", "da"),
        ("Forslaget har været i høring i fire uger. Det var fremlagt i fire uger.", "da"),
        ("Afgørelsen kan påklages inden for fire uger. Klagefristen er fire uger.", "da"),
        ("Høringsfristen er forkortet til fire uger.", "da"),
        ("Høringsfristen er forlænget med to uger.", "da"),
        ("Forslaget kommer i ny høring i fire uger.", "da"),
        ("Høringsfristen er åtte uker, altså 55 dager.", "nb"),
        ("Svarfristen er seks uker etter at vedtaket er kunngjort.", "nb"),
        ("Etter § 12-10 er høringsfristen seks uker.", "nb"),
        ("Høringsfristen er vanligvis tre måneder.", "nb"),
        ("Utredningsinstruksen sier at høringsfristen er tre måneder.", "nb"),
        ("Planen vart send på høyring i tre månader.", "nn"),
    ],
)
def test_the_right_period_and_others_are_let_alone(body: str, language: str) -> None:
    assert codes_of(body, language) == []


def test_without_the_day_of_the_letter_nothing_is_past_and_no_period_begins() -> None:
    body = "Styret vedtok 8. april 2026 høring. Høringsfristen er to uker. Folkemøtet 3. mars 2025."

    assert codes_of(body, sent="closed: false") == []


@pytest.mark.parametrize(
    "piece",
    [
        "innen 6. oktobr 2026 ",
        "31.11.2026 ",
        "kl. 25.00 ",
        "senest Fredag den 6. Oktober 2023 ",
        "vedtok i sak 1 3. mars 2027 ",
        "forskriften trer i kraft 1. juli 2027 ",
        "forskriften skal ",
        "høringsfristen er to uker ",
        "på høring ",
        "svar innen 2. juni ",
    ],
)
def test_reads_a_long_text_in_linear_time(piece: str) -> None:
    def look_through(text: str) -> None:
        assert len(codes_of(text)) <= 6 * MOST_REPORTED

    size = 40_000 // len(piece)
    assert_in_proportion(lambda count: "x " + piece * count, look_through, size)
