"""What an office marks, groups and writes around its lists, and no recipient is lost by it."""

import io

import docx
import pytest
from docx.oxml import parse_xml
from tests.intake.lists import (
    Rows,
    a_marked_workbook,
    a_word_table,
    a_workbook,
    a_workbook_of,
    an_open_document,
)
from tests.intake.taking import reported, shown, taken


def test_links_comments_struck_cells_and_hidden_rows_of_a_workbook() -> None:
    intake = taken(a_marked_workbook())

    assert shown(intake) == [
        "Østre kommune | post@ostre.example",
        "Vestre kommune | post@vestre.example",
        "Lærerlaget",
        "Elevlaget | post@elev.example",
    ]
    assert reported(intake) == [
        'Parter!A2: "Ny adresse i 2027" is remarked on it, and is left out',
        'Parter!3: "Gamle kommune" is struck through',
        'Parter!B4: "gammel@vestre.example" is where the cell leads, and is left out',
        'Parter!B5: "gammel@larerlaget.example" is struck through',
        "Parter: row 4 is hidden, and read as the others",
    ]


def test_links_comments_struck_cells_and_hidden_rows_of_an_open_document() -> None:
    cell = "<table:table-cell{}><text:p>{}</text:p></table:table-cell>"
    link = '<text:a xlink:href="mailto:post@ostre.example">Skriv hit</text:a>'
    note = "<office:annotation><text:p>Ny adresse</text:p></office:annotation>"
    struck = ' table:style-name="ce1"'
    rows = [
        ("", cell.format("", "Navn") + cell.format("", "E-post")),
        (
            "",
            cell.format("", "Østre kommune").replace("<text:p>", f"{note}<text:p>")
            + cell.format("", link),
        ),
        ("", cell.format(struck, "Gamle kommune") + cell.format(struck, "post@gamle.example")),
        (' table:visibility="filter"', cell.format("", "Vestre kommune")),
    ]

    intake = taken(
        an_open_document(
            "".join(f"<table:table-row{look}>{cells}</table:table-row>" for look, cells in rows)
        )
    )

    assert shown(intake) == ["Østre kommune | post@ostre.example", "Vestre kommune"]
    assert reported(intake) == [
        'Parter!A2: "Ny adresse" is remarked on it, and is left out',
        'Parter!3: "Gamle kommune" is struck through',
        "Parter: row 4 is hidden, and read as the others",
    ]


def test_struck_and_linked_text_of_a_word_file() -> None:
    document = docx.Document()
    document.add_paragraph("Lærerlaget")
    document.add_paragraph().add_run("Gamlelaget").font.strike = True
    linked = document.add_paragraph()
    target = document.part.relate_to("mailto:post@elev.example", "hyperlink", is_external=True)
    link = parse_xml(
        '<w:hyperlink xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main" '
        'xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships" '
        f'r:id="{target}"><w:r><w:t>Elevlaget</w:t></w:r></w:hyperlink>'
    )
    linked._p.append(link)
    data = io.BytesIO()
    document.save(data)

    intake = taken(data.getvalue())

    assert shown(intake) == ["Lærerlaget", "Elevlaget | post@elev.example"]
    assert reported(intake) == ['paragraph 2: "Gamlelaget" is struck through']


def test_sheets_are_groups_and_those_of_the_dropped_are_left_out() -> None:
    head = ["Navn", "E-mail"]
    intake = taken(
        a_workbook_of(
            {
                "Myndigheder": [head, ["Etaten", "a@x.example"]],
                "Ark2": [head, ["Laget", "b@x.example"]],
                "Udgået": [head, ["Rådet", "c@x.example"]],
                "Vejledning": [["Skriv kun hovedpostkasser."]],
            }
        )
    )

    assert shown(intake) == ["Myndigheder | Etaten | a@x.example", "Laget | b@x.example"]
    assert reported(intake) == [
        "Udgået: the sheet is not read, as it is called so; rows: 2",
        "Vejledning: the sheet is not read, as it is called so; rows: 1",
    ]


def test_a_sheet_with_a_head_of_columns_is_no_guide_whatever_it_is_called() -> None:
    assert shown(taken(a_workbook_of({"Info": [["Navn"], ["Etaten"]]}))) == ["Etaten"]


@pytest.mark.parametrize(
    ("rows", "why"),
    [
        (
            [["Navn", "Status"], ["A", "Aktiv"], ["B", "Utgått 2020"]],
            'Ark1!3: "B" has "Utgått 2020" beside it',
        ),
        ([["Navn"], ["A"], ["Nedlagte"], ["B"]], 'Ark1!4: "B" stands under "Nedlagte"'),
        (
            [["Gruppe", "Navn"], ["Kommuner", "A"], ["Udgåede", "B"]],
            'Ark1!3: "B" stands under "Udgåede"',
        ),
    ],
)
def test_who_is_dropped_is_reported(rows: Rows, why: str) -> None:
    intake = taken(a_workbook(rows))

    assert [one.name for one in intake.recipients] == ["A"]
    assert why in reported(intake)


@pytest.mark.parametrize("name", ["Nedlagte skolers forening", "Utgått på dato AS", "Radio 100"])
def test_a_name_is_not_dropped_for_a_word_in_it(name: str) -> None:
    assert shown(taken(a_workbook([["Navn", "Merknad"], [name, "ny"]]))) == [name]


def test_two_lists_side_by_side_are_read_one_after_the_other() -> None:
    rows: Rows = [
        ["Navn", "E-post", None, "Navn", "E-post"],
        ["Etaten", "a@x.example", None, "Laget", "b@x.example"],
        ["Rådet", "c@x.example"],
    ]

    assert shown(taken(a_workbook(rows))) == [
        "Etaten | a@x.example",
        "Rådet | c@x.example",
        "Laget | b@x.example",
    ]


def test_columns_of_names_are_read_one_after_the_other() -> None:
    names = [["Østre kommune", "Vestre kommune"], ["Søre kommune", ""]]
    columns = ["Østre kommune", "Søre kommune", "Vestre kommune"]

    in_word = taken(a_word_table([*names, ["Nordre kommune", ""]], above="Kommuner"))
    in_excel = taken(
        a_workbook([["Kommuner", "Organisasjoner"], ["Østre kommune", "LO"], [None, "NHO"]])
    )

    assert [one.name for one in in_word.recipients] == [*columns[:2], "Nordre kommune", columns[2]]
    assert {one.headings for one in in_word.recipients} == {("Kommuner",)}
    assert shown(in_excel) == [
        "Kommuner | Østre kommune",
        "Organisasjoner | LO",
        "Organisasjoner | NHO",
    ]


def test_a_column_beside_names_is_no_column_of_names() -> None:
    rows: Rows = [["Østre kommune", "Oslo"], ["Vestre kommune", "Bergen"], ["Søre kommune", "Moss"]]

    assert [one.name for one in taken(a_workbook(rows)).recipients] == [str(row[0]) for row in rows]


def test_numbers_stand_before_headings_or_before_names() -> None:
    headings: Rows = [
        ["1. Departementer (2)"],
        ["KD", "a@x.example"],
        ["FIN"],
        ["2. Tilsyn"],
        ["Det", "b@x.example"],
    ]
    names: Rows = [["1. LO", "a@x.example"], ["2. NHO"], ["3. KS", "b@x.example"]]

    assert shown(taken(a_workbook(headings))) == [
        "Departementer | KD | a@x.example",
        "Departementer | FIN",
        "Tilsyn | Det | b@x.example",
    ]
    assert shown(taken(a_workbook(names))) == ["LO | a@x.example", "NHO", "KS | b@x.example"]


def test_what_is_said_of_a_list_is_no_heading_and_no_recipient() -> None:
    rows: Rows = [
        ["Oppdatert 03.02.2026 av avdeling for læring"],
        ["Navn", "E-post"],
        ["Lærerlaget¹", "a@x.example"],
        ["¹ Tidligere Skolelaget"],
        ["Kilde: Brønnøysundregistrene"],
        ["Sum lag", "1"],
    ]

    intake = taken(a_workbook(rows))

    assert shown(intake) == ["Lærerlaget | a@x.example"]
    assert (intake.remarks, intake.totals, intake.not_read) == (3, 1, [])
    assert 'Ark1!4: "¹ Tidligere Skolelaget" names no recipient' in reported(intake)


def test_lines_of_a_cell_are_told_apart() -> None:
    rows: Rows = [
        ["Navn", "E-post", "Adresse"],
        [
            "Børne- og\nUndervisningsministeriet",
            "a@x.example",
            "Att.: Jura\nVej 1, 2. th.\n2100 København Ø",
        ],
        ["Østre kommune\nRådhuset\n0150 Oslo\nTlf. 22 33 44 55", "b@x.example/c@x.example", None],
        ["Lærerlaget (974 760 673)", "d@x.example, tlf. 22 33 44 66", None],
    ]

    ministry, council, union = taken(a_workbook(rows)).recipients

    assert (ministry.name, ministry.attention) == ("Børne- og Undervisningsministeriet", "Jura")
    assert ministry.address == ("Vej 1, 2. th.", "2100 København Ø")
    assert (council.name, council.phone) == ("Østre kommune", "22 33 44 55")
    assert council.address == ("Rådhuset", "0150 Oslo")
    assert council.emails == ("b@x.example", "c@x.example")
    assert (union.name, union.org_number, union.phone) == (
        "Lærerlaget",
        "974 760 673",
        "22 33 44 66",
    )


def test_a_text_with_lines_below_its_names_and_one_without() -> None:
    letters = (
        "Østre kommune\npost@ostre.example\nTlf. 22 33 44 55\n\nLaget\nPostboks 5\n5003 Bergen\n"
    )
    names = "LO\nRadio 100\nNHO\nKlasse 2000\nKS\n"

    council, union = taken(letters.encode()).recipients

    assert (council.emails, council.phone) == (("post@ostre.example",), "22 33 44 55")
    assert (union.name, union.address) == ("Laget", ("Postboks 5", "5003 Bergen"))
    assert shown(taken(names.encode())) == names.split("\n")[:-1]


@pytest.mark.parametrize(
    ("text", "people"),
    [
        ("Navn | Mail\n---|---\nA | a@x.example\n", ["A | a@x.example"]),
        ("## Kommuner\n\n* **Alver** – <a@x.example>\n", ["Kommuner | Alver | a@x.example"]),
        (
            "Til: A <a@x.example>; B <b@x.example>\nEmne: Høring\n",
            ["A | a@x.example", "B | b@x.example"],
        ),
        ("A <a@x.example>;\nb@x.example;\n", ["A | a@x.example", "b@x.example | b@x.example"]),
        ("'A' <a@x.example>; B <b@x.example>", ["A | a@x.example", "B | b@x.example"]),
        ("• LO,\n• NHO\n", ["LO", "NHO"]),
        ("1.2. Liste over parter\nLO\n", ["LO"]),
        ("LO\nSe også https://x.example\nKontakt: a@x.example ved feil\n", ["LO"]),
        ("Navn;Primær;Sekundær\nA;a@x.example;b@x.example\n", ["A | a@x.example | b@x.example"]),
        ('Navn;Kontakt\nA;"B, a@x.example, tlf. 22334455"\n', ["A | a@x.example | 22334455"]),
        (
            "Navn;Mail\nFYLKESKOMMUNAR;\nA;a@x.example\nTRUSSAMFUNN;\nB;b@x.example\n",
            ["FYLKESKOMMUNAR | A | a@x.example", "TRUSSAMFUNN | B | b@x.example"],
        ),
        (
            "1. mai-komiteen\nDato 22\nSist i køen 2\n",
            ["1. mai-komiteen", "Dato 22", "Sist i køen 2"],
        ),
        ("Navn;Mail\nRåd (2);\nA;a@x.example\n", ["Råd | A | a@x.example"]),
        ("Liste:\tFaste\nA\ta@x.example\n", ["A | a@x.example"]),
        ('Navn;Tlf\nA;"=""0047"""\n', ["A | 0047"]),
        ("Utkastet sendes til: LO; NHO; KS.\n", ["LO", "NHO", "KS"]),
        (
            "Etater\nNAV\n\nKS\nStatsforvalterne\n\nLO\n",
            [f"Etater | {one}" for one in ("NAV", "KS", "Statsforvalterne", "LO")],
        ),
    ],
)
def test_texts_of_different_make(text: str, people: list[str]) -> None:
    assert shown(taken(text.encode())) == people


def test_a_long_list_in_a_line_is_parted_and_what_is_doubtful_is_reported() -> None:
    parted = taken(b"LO, NHO, KS, Unio og YS\nVirke\n")
    doubtful = taken(b"Laget, avdeling for by, for land, for hav\nVirke\n")

    assert shown(parted) == ["LO", "NHO", "KS", "Unio", "YS", "Virke"]
    assert reported(parted) == ['line 1: "Unio og YS" is read as two names']
    assert shown(doubtful) == ["Laget, avdeling for by, for land, for hav", "Virke"]
    assert reported(doubtful) == [
        'line 1: "Laget, avdeling for by, for land, for hav" may be several; '
        "write each on a line of its own"
    ]


def test_contacts_of_outlook_and_google_have_groups_of_their_own() -> None:
    outlook = (
        "First Name,Company,E-mail Address,E-mail Display Name,Categories\n"
        ",A,a@x.example,A,Kommuner;Faste\n,B,b@x.example,B,\n"
    )
    google = (
        "First Name,Organization Name,Labels,E-mail 1 - Label,E-mail 1 - Value,"
        "Phone 1 - Label,Phone 1 - Value,"
        "Address 1 - Formatted,Address 1 - Street,Address 1 - City,Address 1 - Postal Code\n"
        ",A,Kommuner ::: * myContacts,* Work,a@x.example ::: b@x.example,Work,22334455,"
        '"Vej 1\nBy",Vej 1,By,2100\n'
    )

    assert shown(taken(outlook.encode())) == ["Kommuner | A | a@x.example", "B | b@x.example"]
    assert shown(taken(google.encode())) == ["Kommuner | A | a@x.example | b@x.example | 22334455"]
    assert taken(google.encode()).recipients[0].address == ("Vej 1", "2100 By")


def test_an_empty_group_means_the_one_above_only_where_no_row_repeats_it() -> None:
    merged: Rows = [["Gruppe", "Navn"], ["Stat", "A"], [None, "B"], ["Andre", "C"]]
    repeated: Rows = [["Gruppe", "Navn"], ["Stat", "A"], ["Stat", "B"], [None, "C"]]

    assert shown(taken(a_workbook(merged))) == ["Stat | A", "Stat | B", "Andre | C"]
    assert shown(taken(a_workbook(repeated))) == ["Stat | A", "Stat | B", "C"]


def test_heads_of_columns_that_end_with_what_they_mean() -> None:
    rows: Rows = [
        [
            "Organisasjonens navn",
            "Kontakt e-post",
            "Navn kontaktperson",
            "postadresse.postnummer",
            "postadresse.poststed",
        ],
        ["Etaten", "a@x.example", "Jura", "0150", "Oslo"],
    ]

    (one,) = taken(a_workbook(rows)).recipients

    assert (one.name, one.emails, one.attention) == ("Etaten", ("a@x.example",), "Jura")
    assert one.address == ("0150 Oslo",)


def test_what_a_failed_formula_shows_is_no_name() -> None:
    intake = taken(a_workbook([["Navn", "E-post"], ["#REF!", "a@x.example"]]))

    assert shown(intake) == ["a@x.example | a@x.example"]
    assert 'Ark1!A2: "#REF!" is what a formula shows that failed' in reported(intake)


def test_cards_of_units_groups_and_members() -> None:
    intake = taken(
        b"BEGIN:VCARD\nVERSION:4.0\nFN:Etaten\nORG:Etaten;Jura\nTEL;VALUE=uri:tel:+4722334455\n"
        b"CATEGORIES:Stat,Faste\nNOTE:Kun e-post\nEND:VCARD\n"
        b"BEGIN:VCARD\nVERSION:4.0\nKIND:group\nFN:Lagene\nMEMBER:mailto:a@x.example\n"
        b"MEMBER:urn:uuid:1\nEND:VCARD\n"
    )

    assert shown(intake) == ["Stat | Etaten | +4722334455", "Lagene | a@x.example"]
    assert intake.recipients[0].attention == "Jura"
    assert reported(intake) == [
        'card in line 1: its note "Kun e-post" is left out',
        'card in line 1: "Faste" is left out beside the first group',
        'card in line 9: its member "urn:uuid:1" is left out',
    ]


def test_headings_in_the_column_before_the_names() -> None:
    rows: Rows = [
        ["Departementer", None, None],
        [None, "KD", "a@x.example"],
        ["Særlovsorganer"],
        [None, "Vinmonopolet", "b@x.example"],
    ]

    assert shown(taken(a_workbook(rows))) == [
        "Departementer | KD | a@x.example",
        "Særlovsorganer | Vinmonopolet | b@x.example",
    ]


def test_a_name_with_its_address_on_a_line_and_names_between_tabs() -> None:
    document = docx.Document()
    document.add_paragraph("LO, Torggata 12, 0181 Oslo, lo@lo.example")
    document.add_paragraph("NHO\tSpekter")
    data = io.BytesIO()
    document.save(data)

    first, *others = taken(data.getvalue()).recipients

    assert (first.name, first.address) == ("LO", ("Torggata 12", "0181 Oslo"))
    assert (first.emails, [one.name for one in others]) == (("lo@lo.example",), ["NHO", "Spekter"])


def test_values_of_a_column_that_is_not_understood_are_told() -> None:
    rows = [["Navn", "E-post", "Sendes?"], *([one, f"{one}@x.example", one] for one in "abcdef")]

    assert reported(taken(a_workbook(rows))) == [
        'Ark1!C: the column "Sendes?" is not understood; it has 6 cells: "a", "b", "c", "d", …'
    ]


def test_heads_that_are_compounds_and_a_head_without_a_word_for_names() -> None:
    compounds: Rows = [
        ["Komm.nr", "Kommunenavn", "Hovedmail", "Direktetelefon"],
        ["0301", "Oslo", "a@x.example", "22334455"],
    ]
    parties: Rows = [
        ["Hvem", "Rolle", "CVR/CPR", "Adresse", "Postnr/By"],
        ["Region Fyn", "Kopi", "12345674", "Vej 1", "2100 By"],
    ]

    assert shown(taken(a_workbook(compounds))) == ["Oslo | a@x.example | 22334455"]
    (one,) = taken(a_workbook(parties)).recipients
    assert (one.name, one.org_number, one.address) == (
        "Region Fyn",
        "12345674",
        ("Vej 1", "2100 By"),
    )


def test_titles_above_the_head_of_the_columns_are_told() -> None:
    rows: Rows = [
        ["PRØVEETATEN"],
        ["Liste over faste høringsinstanser"],
        ["Listen må sjekkes før hver utsendelse."],
        ["Navn", "E-post"],
        ["Østre kommune", "a@x.example"],
    ]

    intake = taken(a_workbook(rows))

    assert shown(intake) == ["Østre kommune | a@x.example"]
    assert [one.partition(" names")[0] for one in reported(intake)] == [
        'Ark1!1: "PRØVEETATEN"',
        'Ark1!2: "Liste over faste høringsinstanser"',
        'Ark1!3: "Listen må sjekkes før hver utsendelse."',
    ]


def test_rows_without_a_name_are_of_the_body_above_whose_domain_they_have() -> None:
    rows: Rows = [
        ["Organisasjon", "Kontakt", "E-post"],
        ["Østre kommune", "Ordfører", "a@ostre.example"],
        [None, "Rådmann", "b@ostre.example"],
        [None, None, "c@annen.example"],
    ]

    intake = taken(a_workbook(rows))

    assert shown(intake) == [
        "Østre kommune | a@ostre.example | b@ostre.example",
        "c@annen.example | c@annen.example",
    ]
    assert reported(intake) == ['Ark1!3: "Rådmann" is left out beside "Ordfører"']


def test_who_is_dropped_by_words_behind_the_name() -> None:
    names = [
        "A-rådet (nedlagt 2021)",
        "B-rådet – udgår",
        "C-rådet (nye)",
        "D-rådet, avd. nedlagte skoler",
    ]

    intake = taken(a_workbook([["Navn", "E-post"], *([one, "a@x.example"] for one in names)]))

    assert [one.name for one in intake.recipients] == names[2:]


def test_headings_in_capitals_and_names_in_capitals() -> None:
    headings = "MINISTERIER\nFM\nSKM\n\nØVRIGE PARTER\nDI\n"
    names = "Etater\nNAV\n\nSINTEF NORD\nSpekter\n"

    assert shown(taken(headings.encode())) == [
        "MINISTERIER | FM",
        "MINISTERIER | SKM",
        "ØVRIGE PARTER | DI",
    ]
    assert [one.name for one in taken(names.encode()).recipients] == [
        "NAV",
        "SINTEF NORD",
        "Spekter",
    ]


def test_fields_below_each_other_with_labels() -> None:
    text = "Navn: Etaten\nE-post: a@x.example\nTlf: 22334455\n\nNavn: Laget\nE-post: b@x.example\n"
    rows: Rows = [
        ["Navn:", "Etaten"],
        ["E-post:", "a@x.example"],
        ["Telefon", "22334455"],
        ["Navn:", "Laget"],
        ["E-post:", "b@x.example"],
    ]
    people = ["Etaten | a@x.example | 22334455", "Laget | b@x.example"]

    assert shown(taken(text.encode())) == people
    assert shown(taken(a_workbook(rows))) == people


def test_what_others_wrote_in_labels_and_cards_is_asked_as_in_any_list() -> None:
    labels = (
        "Navn: Etaten v/ jus\nTlf: 22334455, 22334456\n\nNavn: Lyngvik kommune (nedlagt)\n"
        "E-post: a@x.example\n"
    )
    card = b"BEGIN:VCARD\nVERSION:3.0\nFN:Lyngvik (nedlagt)\nEMAIL:a@x.example\nEND:VCARD\n"

    intake = taken(labels.encode())

    assert [(one.name, one.attention) for one in intake.recipients] == [("Etaten", "jus")]
    assert reported(intake) == [
        'line 1: "22334456" is a second number',
        'line 4: "Lyngvik kommune (nedlagt)" has "nedlagt" beside it',
    ]
    assert reported(taken(card)) == ['card in line 1: "Lyngvik (nedlagt)" has "nedlagt" beside it']


def test_a_table_with_headings_at_the_left() -> None:
    rows = [["Kommuner", "Alver\nVoss"], ["Organisasjoner", "LO"]]

    assert shown(taken(a_word_table(rows))) == [
        "Kommuner | Alver",
        "Kommuner | Voss",
        "Organisasjoner | LO",
    ]


def test_a_page_behind_a_name_and_a_word_for_a_name_in_another_head() -> None:
    rows: Rows = [
        ["Myndighed", "Att.", "Sagsnr. hos modtager"],
        ["Etaten – https://x.example", "Jura", "05-0600"],
        ["* = kun til orientering"],
    ]

    intake = taken(a_workbook(rows))

    assert [(one.name, one.attention) for one in intake.recipients] == [("Etaten", "Jura")]
    assert intake.remarks == 1
