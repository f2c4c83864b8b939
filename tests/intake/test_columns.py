"""Columns are told by their heads and by what stands below; what is kept for the office is left."""

import io

import docx
import pytest
from tests.intake.lists import Rows, a_word_table, a_workbook
from tests.intake.taking import reported, shown, taken

from hearingkit.lists.columns import COLUMNS


def test_a_head_among_columns_that_the_office_keeps_for_itself() -> None:
    rows: Rows = [
        ["Høring om noe"],
        ["Nr.", "Høringsinstans", "E-post", "Merknad", "Sendt", "Svar mottatt"],
        [1, "Etaten", "a@x.example", "NY!", "x", "2026-02-03"],
        [2, "Laget", None, "Ring først", None, "Ja"],
    ]

    assert [(one.name, one.attention) for one in taken(a_workbook(rows)).recipients] == [
        ("Etaten", ""),
        ("Laget", ""),
    ]


def test_a_head_of_which_little_is_known_is_confirmed_by_what_stands_below() -> None:
    rows: Rows = [
        ["Uttrekk 14.11.2025"],
        ["Hva", "Hvorfor", "Hvordan", "Navn", "E-post", "Hva mer"],
        ["a", "b", "c", "Etaten", "a@x.example", "d"],
        ["a", "b", "c", "Laget", "b@x.example", "d"],
    ]

    intake = taken(a_workbook(rows))

    assert shown(intake) == ["Etaten | a@x.example", "Laget | b@x.example"]
    assert 'Ark1!1: "Uttrekk 14.11.2025" names no recipient' in reported(intake)


@pytest.mark.parametrize(
    ("head", "cells"),
    [
        ("Part-id", [1000341, 1000342]),
        ("Kommune nr.", ["A", "B"]),
        ("Rolle", ["Hjemmelshaver", "Fester"]),
        ("Navn på ansvarlig", ["A", "B"]),
    ],
)
def test_a_column_that_begins_with_a_known_word_and_means_another(
    head: str, cells: list[object]
) -> None:
    rows: Rows = [[head, "Navn", "E-post"], *([one, "Etaten", "a@x.example"] for one in cells)]

    intake = taken(a_workbook(rows))

    assert {(one.name, one.attention, one.headings) for one in intake.recipients} == {
        ("Etaten", "", ())
    }
    (line,) = reported(intake)
    assert line.startswith(f'Ark1!A: the column "{head}" is not understood')


def test_a_head_of_two_words_for_a_name_and_a_person_is_of_names() -> None:
    rows: Rows = [["Organisasjon / kontakt", "E-post"], ["Laget", "a@x.example"]]

    assert shown(taken(a_workbook(rows))) == ["Laget | a@x.example"]


def test_the_second_of_two_numbered_names_is_the_unit_and_of_two_others_is_reported() -> None:
    numbered: Rows = [
        ["Navn 1", "Navn 2", "Adresse 1", "Postnr."],
        ["Byen", "Teknisk forvaltning", "Vej 1", "2100 By"],
        ["Laget", "c/o Sekretariatet", "Vej 2", "2100 By"],
    ]
    others: Rows = [["Navn", "Instans"], ["Etaten", "Tilsynet"], ["Laget", "Laget"]]

    town, union = taken(a_workbook(numbered)).recipients
    intake = taken(a_workbook(others))

    assert (town.attention, town.address) == ("Teknisk forvaltning", ("Vej 1", "2100 By"))
    assert union.address == ("c/o Sekretariatet", "Vej 2", "2100 By")
    assert shown(intake) == ["Etaten", "Laget"]
    assert reported(intake) == ['Ark1!B2: "Tilsynet" is left out beside "Etaten"']


def test_without_heads_remarks_are_no_persons_and_days_no_telephones() -> None:
    remarks: Rows = [
        ["Etaten", "a@x.example", "NY!", "2025-11-20"],
        ["Laget", "b@x.example", "Kun e-post", "2025-11-21"],
    ]
    units: Rows = [
        ["Etaten", "a@x.example", "Avdeling for jus"],
        ["Laget", "b@x.example", "Sekretariatet"],
    ]

    intake = taken(a_workbook(remarks))

    assert [(one.attention, one.phone) for one in intake.recipients] == [("", ""), ("", "")]
    assert len(reported(intake)) == 2
    assert [one.attention for one in taken(a_workbook(units)).recipients] == [
        "Avdeling for jus",
        "Sekretariatet",
    ]


@pytest.mark.parametrize(
    ("cell", "phone", "report"),
    [
        ("22 33 44 55 (kl. 9)", "22 33 44 55", '"kl. 9" is left out beside the number'),
        ("tlf. 05280", "05280", ""),
        ("22334455 / 91234567", "22334455", '"91234567" is a second number'),
        ("22334455 ::: 91234567", "22334455", '"91234567" is a second number'),
        ("ukjent", "", '"ukjent" is no telephone number'),
    ],
)
def test_what_stands_beside_a_telephone_is_told(cell: str, phone: str, report: str) -> None:
    intake = taken(a_workbook([["Navn", "Telefon"], ["Etaten", cell]]))

    assert [one.phone for one in intake.recipients] == [phone]
    assert reported(intake) == ([f"Ark1!B2: {report}"] if report else [])


def test_a_number_with_too_few_figures_is_no_number_of_a_body() -> None:
    intake = taken(a_workbook([["Navn", "Org.nr."], ["Etaten", 0], ["Laget", "974 760 673"]]))

    assert [one.org_number for one in intake.recipients] == ["", "974 760 673"]
    assert reported(intake) == ['Ark1!B2: "0" is no number of a body']


@pytest.mark.parametrize(
    ("text", "name", "inside"),
    [
        ("Forbundet v/ sekretariatet", "Forbundet", "sekretariatet"),
        ("Forbundet (v/ Sekretariatet)", "Forbundet", "Sekretariatet"),
        ("Forbundet v/sekretariatet", "Forbundet", "sekretariatet"),
        ("Forbundet, att. planansvarlig", "Forbundet", "planansvarlig"),
        ("Forbundet (att: jura)", "Forbundet", "jura"),
        ("HK/Danmark", "HK/Danmark", ""),
        ("Skattetaten", "Skattetaten", ""),
    ],
)
def test_a_person_or_unit_behind_a_name(text: str, name: str, inside: str) -> None:
    (one,) = taken(a_workbook([["Navn"], [text]])).recipients

    assert (one.name, one.attention) == (name, inside)


def test_a_row_with_a_dash_is_a_unit_of_the_body_above() -> None:
    rows: Rows = [
        ["Navn", "E-post"],
        ["Laget", "a@x.example"],
        ["   - Juridisk avdeling", "jus@x.example"],
        ["- Rådet", "b@y.example"],
    ]

    assert [(one.name, one.attention) for one in taken(a_workbook(rows)).recipients] == [
        ("Laget", ""),
        ("Laget", "Juridisk avdeling"),
        ("Rådet", ""),
    ]


def test_a_number_alone_in_an_address_is_a_box() -> None:
    rows: Rows = [["Navn", "Postboks", "Postnr", "Poststed"], ["Etaten", 7800, 5020, "Bergen"]]

    (one,) = taken(a_workbook(rows)).recipients

    assert one.address == ("Postboks 7800", "5020 Bergen")


def test_two_lists_with_other_heads_beside_an_empty_column() -> None:
    rows: Rows = [
        ["Kommune", "Mail", None, "Organisation", "Mailadresse", "Telefon"],
        ["By Kommune", "a@x.example", None, "Laget", "b@x.example", "22334455"],
        ["Dal Kommune", None, None, "Rådet", "c@x.example"],
        ["I alt", 2, None, "I alt", 2],
    ]
    one_list: Rows = [
        ["Navn", "E-post", None, "Kontakt", "E-post"],
        ["Laget", "a@x.example", None, "Leder", "b@x.example"],
    ]

    assert shown(taken(a_workbook(rows))) == [
        "By Kommune | a@x.example",
        "Dal Kommune",
        "Laget | b@x.example | 22334455",
        "Rådet | c@x.example",
    ]
    assert shown(taken(a_workbook(one_list))) == ["Laget | a@x.example | b@x.example"]


def test_crosses_below_a_subject_are_no_addresses() -> None:
    rows: Rows = [
        ["Parter", None, "Sett kryss"],
        ["Navn", "E-post", "Vann", "Vei"],
        ["Laget", "a@x.example", "x", "x"],
        ["Rådet", "b@x.example", None, "x"],
    ]

    intake = taken(a_workbook(rows))

    assert [(one.name, one.address) for one in intake.recipients] == [("Laget", ()), ("Rådet", ())]
    assert 'Ark1!1: "Parter Sett kryss" names no recipient' in reported(intake)
    assert any('the column "Vei"' in one for one in reported(intake))


def test_the_name_of_a_contact_is_no_name_and_an_id_neither() -> None:
    rows: Rows = [
        ["ID", "Hvem", "Kontakt 1 navn", "Kontakt 1 e-post", "Kontakt 2 navn"],
        ["L-001", "Laget", "Leder", "a@x.example", None],
        ["L-002", "Rådet", "Sekretær", "b@x.example", "Nestleder"],
    ]

    assert [(one.name, one.attention) for one in taken(a_workbook(rows)).recipients] == [
        ("Laget", "Leder"),
        ("Rådet", "Sekretær, Nestleder"),
    ]


def test_the_number_of_a_person_is_neither_taken_nor_shown() -> None:
    rows: Rows = [["Navn", "Orgnr./Fødselsnr."], ["Eieren", "01017012345"], ["Laget", "974760673"]]

    intake = taken(a_workbook(rows))

    assert [one.org_number for one in intake.recipients] == ["", "974760673"]
    assert reported(intake) == ['Ark1!B2: "…" is the number of a person']


def test_who_gets_a_copy_by_yes_and_no() -> None:
    rows: Rows = [["Navn", "Kopimottaker"], ["Laget", "Ja"], ["Rådet", "Nei"]]

    intake = taken(a_workbook(rows))

    assert [one.role.value for one in intake.recipients] == ["copy", "to"]
    assert reported(intake) == []


def test_telephones_on_lines_of_a_cell_and_of_a_card() -> None:
    cell = taken(a_workbook([["Navn", "Tlf"], ["Laget", "22 33 44 55\n91 23 45 67"]]))
    card = taken(
        b"BEGIN:VCARD\nVERSION:3.0\nFN:Laget\nTEL;type=FAX:22334400\nTEL;type=WORK:22 33 44 55\n"
        b"TEL;type=CELL:91 23 45 67\nTITLE:Forbund\nURL:https://x.example\nEND:VCARD\n"
    )

    assert [one.phone for one in (*cell.recipients, *card.recipients)] == ["22 33 44 55"] * 2
    assert reported(cell) == ['Ark1!B2: "91 23 45 67" is a second number']
    assert reported(card) == [
        'card in line 1: its title "Forbund" is left out',
        'card in line 1: its page "https://x.example" is left out',
        'card in line 1: its fax "22334400" is left out',
        'card in line 1: "91 23 45 67" is a second number',
    ]


def test_postcodes_and_towns_without_heads() -> None:
    rows = [
        ["Østre kommune", "Postboks 1", "1372", "ASKER"],
        ["Laget", "Storgata 4", "0150", "OSLO"],
        ["Rådet", "Storgata 6", "", ""],
    ]

    assert [one.address for one in taken(a_word_table(rows)).recipients] == [
        ("Postboks 1", "1372 ASKER"),
        ("Storgata 4", "0150 OSLO"),
        ("Storgata 6",),
    ]


@pytest.mark.parametrize(
    ("counties", "headings"),
    [
        (["Vestland", "Vestland", "Rogaland", "Rogaland"], True),
        (["Vestland", "Rogaland", "Vestland", "Rogaland"], False),
        (["A", "B", "C", "D"], False),
    ],
)
def test_a_column_before_the_names_is_of_groups_where_rows_stand_together(
    counties: list[str], headings: bool
) -> None:
    rows = [["Fylke", "Navn", "E-post"], *([one, "Laget", "a@x.example"] for one in counties)]

    found = [one.headings for one in taken(a_workbook(rows)).recipients]

    assert found == [(one,) if headings else () for one in counties]


def test_the_person_that_changed_a_row_is_no_town() -> None:
    rows: Rows = [["Navn", "E-post", "Modified By"], ["Laget", "a@x.example", "System"]]

    assert taken(a_workbook(rows)).recipients[0].address == ()


def test_hours_beside_a_telephone_are_no_second_number() -> None:
    intake = taken(a_workbook([["Navn", "Tlf"], ["Laget", "22 33 44 55 (hverdage 8-15)"]]))

    assert reported(intake) == ['Ark1!B2: "hverdage 8-15" is left out beside the number']


def test_floors_and_remarks_in_an_address_below_a_name() -> None:
    rows = [
        ["Navn"],
        ["Laget, Vej 25, 4. sal, 1361 By"],
        ["Rådet\nc/o Kirken\nVej 1\n8900 By\n(sendes også digitalt)"],
    ]

    intake = taken(a_workbook(rows))

    assert [one.address for one in intake.recipients] == [
        ("Vej 25, 4. sal", "1361 By"),
        ("c/o Kirken", "Vej 1", "8900 By"),
    ]
    assert reported(intake) == ['Ark1!A3: "(sendes også digitalt)" is left out beside the address']


def test_columns_of_names_below_headings_across_them() -> None:
    document = docx.Document()
    table = document.add_table(rows=0, cols=2)
    for row in [["Tilsyn", ""], ["A", "C"], ["B", "D"], ["Lag", ""], ["E", "F"], ["G", ""]]:
        cells = table.add_row().cells
        if not row[1] and len(row[0]) > 1:
            cells[0].merge(cells[1]).text = row[0]
        else:
            cells[0].text, cells[1].text = row
    data = io.BytesIO()
    document.save(data)

    assert shown(taken(data.getvalue())) == [
        *(f"Tilsyn | {one}" for one in "ABCD"),
        *(f"Lag | {one}" for one in "EGF"),
    ]


def test_a_word_for_bodies_alone_is_a_head_above_names_and_else_a_heading() -> None:
    assert shown(taken(b"Organisasjon\nLO\nNHO\n")) == ["LO", "NHO"]
    assert shown(taken(a_workbook([["Forening:"], ["Laget", "a@x.example"]]))) == [
        "Forening | Laget | a@x.example"
    ]


def test_what_columns_are_taken_for_is_told() -> None:
    rows = [["Navn", "Mellemnavn", "Mail", "Note"], ["KL", "", "a@x.example", "ny"]]

    with_head = taken(a_workbook(rows))
    without = taken(b"KL;a@x.example;22334455\nLO;b@x.example;22334466\n")
    names = taken(b"KL\nLO\n")

    assert [*with_head.columns] == ["Ark1: Navn = name, Mail = email"]
    assert [*without.columns] == ["1 = name, 2 = email, 3 = phone (there is no head)"]
    assert not names.columns


def test_questions_above_answers_are_the_head_and_it_is_told() -> None:
    form = (
        "Tidsstempel,Hva heter laget?,Hvilken e-post vil dere ha?,Hvilken telefon?\n"
        "12.01.2026 kl. 10.15.22,Laget,a@x.example,22334455\n"
        "13.01.2026 kl. 08.45.00,Rådet,b@x.example,22334466\n"
    )

    intake = taken(form.encode())

    assert shown(intake) == ["Laget | a@x.example | 22334455", "Rådet | b@x.example | 22334466"]
    assert reported(intake)[0].endswith('…" is taken for the head of the columns')


def test_columns_are_told_by_the_head_above_them_where_there_are_several() -> None:
    rows: Rows = [
        ["Navn", "E-post", "Merknad"],
        ["Etaten", "a@x.example", "ny"],
        ["Gnr/bnr", "Eier", "Adresse", "Postnr", "Sted"],
        ["12/1", "Sameiet", "Vei 2", "0150", "Oslo"],
    ]

    intake = taken(a_workbook(rows))

    assert shown(intake) == ["Etaten | a@x.example", "Sameiet"]
    assert reported(intake) == [
        'Ark1!C: the column "Merknad" is not understood; it has 1 cell: "ny"',
        'Ark1!A: the column "Gnr/bnr" is not understood; it has 1 cell: "12/1"',
    ]


def test_numbers_on_two_levels_tell_headings_from_names() -> None:
    rows: Rows = [
        ["1", "Departementer"],
        ["1.1", "KD", "a@x.example"],
        ["1.2", "FIN", "b@x.example"],
        ["2", "Lag"],
        ["2.1", "Laget", "c@x.example"],
    ]

    assert shown(taken(a_workbook(rows))) == [
        "Departementer | KD | a@x.example",
        "Departementer | FIN | b@x.example",
        "Lag | Laget | c@x.example",
    ]


@pytest.mark.parametrize(
    ("line", "person"),
    [
        (
            "Laget – Avdeling for jus – a@x.example – 22 33 44 55",
            ("Laget", "Avdeling for jus", ("a@x.example",), "22 33 44 55", ()),
        ),
        (
            "PBL – Landsforbundet - a@x.example",
            ("PBL – Landsforbundet", "", ("a@x.example",), "", ()),
        ),
        (
            "Debio - Postboks 50, 1940 By - a@x.example",
            ("Debio", "", ("a@x.example",), "", ("Postboks 50", "1940 By")),
        ),
        ("Laget – (mangler)", ("Laget", "", (), "", ())),
    ],
)
def test_what_dashes_part_in_a_line(line: str, person: tuple[object, ...]) -> None:
    *_, one = taken(f"KS\nLO\nNHO\n{line}\n".encode()).recipients

    assert (one.name, one.attention, one.emails, one.phone, one.address) == person


def test_a_second_head_below_the_first_says_more_of_it() -> None:
    rows = [
        ["Part", "Org.nr.", "Kontakt", "", ""],
        ["", "", "Navn", "E-post", "Telefon"],
        ["Etaten", "974760673", "Jura", "a@x.example", "22334455"],
    ]
    document = docx.Document()
    document.add_paragraph().add_run("Parter i saken").bold = True
    table = document.add_table(rows=0, cols=5)
    for row in rows:
        for cell, text in zip(table.add_row().cells, row, strict=True):
            cell.text = text
    data = io.BytesIO()
    document.save(data)

    intake = taken(data.getvalue())

    assert shown(intake) == ["Parter i saken | Etaten | a@x.example | 22334455 | 974760673"]
    assert intake.recipients[0].attention == "Jura"


def test_rows_alone_that_begin_blocks_are_headings() -> None:
    sheet = (
        "Ministerier;;\nFM;a@x.example;\n;;\nArbejdsgivere;;\nDA;b@x.example;33 24 60 00\n"
        "KL;c@x.example;\n;;\n"
    )
    text = (
        "Kommuner\nBy Kommune (a@x.example; b@x.example)\nDal\n\n"
        "Grønne organisationer\nLaget (c@x.example, tlf. 22 33 44 55)\nDanske Regioner\n"
    )
    no_headings = "Etater\nNAV\nUdi\n\nKS\nLO\n\nNHO\nYS\n"

    assert shown(taken(sheet.encode())) == [
        "Ministerier | FM | a@x.example",
        "Arbejdsgivere | DA | b@x.example | 33 24 60 00",
        "Arbejdsgivere | KL | c@x.example",
    ]
    assert shown(taken(text.encode())) == [
        "Kommuner | By Kommune | a@x.example | b@x.example",
        "Kommuner | Dal",
        "Grønne organisationer | Laget | c@x.example | 22 33 44 55",
        "Grønne organisationer | Danske Regioner",
    ]
    assert [one.name for one in taken(no_headings.encode()).recipients] == [
        "NAV",
        "Udi",
        "KS",
        "LO",
        "NHO",
        "YS",
    ]


def test_the_number_of_a_house_in_a_column_of_its_own() -> None:
    rows: Rows = [
        ["Navn", "Gade", "Husnr", "Postnr", "By"],
        ["Laget", "Strandvejen", "7B", 4300, "Holbæk"],
        ["Rådet", "Vejen", 12, 4300, "Holbæk"],
    ]

    assert [one.address for one in taken(a_workbook(rows)).recipients] == [
        ("Strandvejen 7B", "4300 Holbæk"),
        ("Vejen 12", "4300 Holbæk"),
    ]


def test_a_short_number_in_a_list_of_ours_stays_and_that_of_a_person_does_not() -> None:
    head = ",".join(COLUMNS)
    numbers = {"A": "0150", "B": "010170-1234", "C": "-"}
    rows = [f",{name},,,,,{number},,to,,,\n" for name, number in numbers.items()]

    intake = taken((f"{head}\n" + "".join(rows)).encode())

    assert [one.org_number for one in intake.recipients] == ["0150", "", ""]
