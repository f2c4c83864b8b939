"""What is exported and taken over again is the same list, whatever bodies are called."""

from dataclasses import replace
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from hearingkit.exporters import ExportFormat, ExportOptions, exporter_for
from hearingkit.intake.formats import read_grids
from hearingkit.intake.intake import Intake
from hearingkit.intake.meaning import understand
from hearingkit.language.language import Language
from hearingkit.lists.table import RecipientRole, RecipientRow, RecipientTable

WHOLE = (
    ExportFormat.CSV,
    ExportFormat.XLSX,
    ExportFormat.ODS,
    ExportFormat.JSON,
    ExportFormat.VCF,
)
LONG = "Hovedorganisationen Ære, Fag og Arbejde (HÆFA), afdeling for de længste navne i hele landet"
NAMES = (
    *("Østre kommune (Ø)", "A/S Håb & Co.", "Råd; nævn m.fl.", 'Foreningen "Håb"', "=1+1 laget"),
    *(
        "- og så videre",
        "@kontor",
        "+45 klubben",
        "'t Huis",
        "I alt: 4",
        "Kilde: DR",
        "Total",
        "3F",
    ),
    *("1. maj-komiteen", "60+ klubben", "Udgået forening", "Med venlig hilsen", "KOMMUNER"),
    *("Oppdatert 3.2.2026", "Kommuner", "Råd (12)", "Klima-, Energi- og Miljøministeriet"),
    *("Slots- og Kulturstyrelsen, Århus", "Anne Hansen", "Region Nord / Syd", "Børne/Unge"),
    *("Lægeforeningen, att. formanden", "NOAH – for dyr", "• punkt", "a) første", "2. sal", "Ø"),
    *("Dansk Erhverv (DE) – afd. 2", "Fagforbundet, avd. Oslo", "Tel Aviv-foreningen", "post"),
    *("Rådet for *psykisk* helse", "_Under_", "Foreningen 1881", "0150 Oslo", "Postboks 1"),
    *("www.lag.example", "https://lag.example/x", "(ukendt)", "Norges Bank’s venner", "Lis|Ole"),
    *("Sámediggi", "Tab", "Ære & Skam <x>", "50 %-klubben", "#1 lag", "Vejle 1.1.2026", LONG),
)
HEADINGS = (
    *("Kommuner", "Kommuner og regioner", "Råd: nævn", "Ministerier (12)", "Andre"),
    *("Organisationer; fag", "Kontakter", "Til orientering", "ETATER", "Øvrige parter mv."),
)
ATTENTIONS = ("", "skolekontoret", "Anne Hansen", "Kontor 3, Børn", "Jura; Ret", "=A1", "c/o Lis")
MAILBOXES = ("post@x.example", "POST@Y.example", "a.b-c+d@x.example", "o'brien@z.example")
PHONES = (
    *("", "+45 12 34 56 78", "004722334455", "22334455", "22 33 44 55 / 66 77 88 99"),
    *("+45-12-34-56-78", "(+47) 22334455", "22 33 44 55 lok. 12", "815 00 000"),
)
ADDRESSES = (
    (),
    ("Vej 1", "2100 København Ø"),
    ("Rådhuset", "Postboks 12", "0150 Oslo"),
    ("0150 Oslo",),
    ("Storgata 1",),
    ("Bygning 3", "Storgata 1 B", "N-0150 Oslo", "Norge"),
    ("Postboks 8011 Dep", "0030 Oslo"),
)
NUMBERS = ("", "01234564", "974 760 673", "NO 974 760 673 MVA", "DK-12345674", "12 34 56 74")
REFERENCES = ("", "25/98", "2026/98-2", "0042", "J.nr. 7", "=2", "2026-11-03", "12.5")
ROWS = st.builds(
    RecipientRow,
    name=st.sampled_from(NAMES),
    language=st.sampled_from([None, *Language]),
    headings=st.lists(st.sampled_from(HEADINGS), max_size=2, unique=True).map(tuple),
    attention=st.sampled_from(ATTENTIONS),
    emails=st.lists(st.sampled_from(MAILBOXES), max_size=2, unique=True).map(tuple),
    phone=st.sampled_from(PHONES),
    address=st.sampled_from(ADDRESSES),
    org_number=st.sampled_from(NUMBERS),
    role=st.sampled_from(RecipientRole),
    member_of=st.sampled_from(["", "", "Kommunane", "Fylkene (alle)"]),
    their_reference=st.sampled_from(REFERENCES),
)
TABLES = st.lists(ROWS, min_size=1, max_size=5).map(
    lambda rows: RecipientTable("liste", tuple(sorted(rows, key=lambda row: row.headings)))
)


def taken_again(format_: ExportFormat, table: RecipientTable) -> Intake:
    return understand(read_grids(exporter_for(format_)(table, ExportOptions())))


@pytest.mark.parametrize("format_", WHOLE)
@settings(max_examples=60)
@given(table=TABLES)
def test_a_list_comes_back_whatever_its_bodies_are_called(
    format_: ExportFormat, table: RecipientTable
) -> None:
    intake = taken_again(format_, table)

    assert tuple(intake.recipients) == table.rows
    assert intake.not_read == intake.left_out == []


@pytest.mark.parametrize("format_", WHOLE)
@pytest.mark.parametrize(
    ("given_", "back"),
    [
        ({"name": "Søre\u00a0kommune"}, {"name": "Søre kommune"}),
        ({"name": "Høring\u00ads-\u00adrådet"}, {"name": "Hørings-rådet"}),
        ({"attention": "att. Lis"}, {"attention": "Lis"}),
        ({"attention": "v/ formanden"}, {"attention": "formanden"}),
    ],
)
def test_what_comes_back_otherwise_is_printed_alike(
    format_: ExportFormat, given_: dict[str, Any], back: dict[str, Any]
) -> None:
    row = RecipientRow("Nord", emails=("post@nord.example",))

    intake = taken_again(format_, RecipientTable("liste", (replace(row, **given_),)))

    assert intake.recipients == [replace(row, **back)]


@pytest.mark.parametrize("format_", WHOLE)
@pytest.mark.parametrize("name", ["…", "=1+1", "12345674"])
def test_who_does_not_come_back_is_reported(format_: ExportFormat, name: str) -> None:
    rows = (RecipientRow("Nord", emails=("post@nord.example",)), RecipientRow(name))

    intake = taken_again(format_, RecipientTable("liste", rows))

    assert [row.name for row in intake.recipients] == ["Nord"]
    assert len(intake.not_read) == 1
