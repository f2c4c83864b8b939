"""Names in running text, and lists as ministries and parliaments print them."""

import io
import textwrap

import docx
import pytest
from hypothesis import assume, given
from hypothesis import strategies as st
from tests.growth import assert_in_proportion
from tests.intake.taking import reported, shown, taken

BILL = """\
1.2. Hørte myndigheder og organisationer m.v.
Nedenfor følger en alfabetisk oversigt over hørte parter
m.v.
Advokatsamfundet, AE Arbejderbevægelsens Erhvervsråd, Alexandra Institut-
tet, ATP, BL Danmarks almene boliger, Danmarks Nationalbank, Danske A-
Kasser, Danske Annoncører og Markedsførere, Danske
Handicaporganisationer, Barne- og familiedirektoratet, Barne-
og ungerådet, Forsikring og Pension, FSR danske revisorer,
Side 1 af 10
"""
LISTED = """\
Høringsinstanser

Arbeidstakerorganisasjoner og hovedsammenslutninger

Norsk Sykepleierforbund
Norges Ingeniørorganisasjon, bioingeniørfaglig institutt

Regionale helseforetak

Fellesorganisasjonen

Høgskoler/universitet

Statlige høgskoler (i alt 26)
Rogaland Høgskole
"""


def test_names_of_a_bill_are_parted_and_its_broken_words_made_whole() -> None:
    intake = taken(BILL.encode())

    assert shown(intake) == [
        "Advokatsamfundet",
        "AE Arbejderbevægelsens Erhvervsråd",
        "Alexandra Instituttet",
        "ATP",
        "BL Danmarks almene boliger",
        "Danmarks Nationalbank",
        "Danske A-Kasser",
        "Danske Annoncører og Markedsførere",
        "Danske Handicaporganisationer",
        "Barne- og familiedirektoratet",
        "Barne- og ungerådet",
        "Forsikring og Pension",
        "FSR danske revisorer",
    ]
    assert len(reported(intake)) == 4  # titles, and the number of the page


@pytest.mark.parametrize(
    ("text", "names", "reports"),
    [
        (
            "Forslaget har været i høring hos: Akademikerne, KL, 3F og LO.",
            ["Akademikerne", "KL", "3F", "LO"],
            ["Forslaget har været i høring hos:", "3F og LO"],
        ),
        (
            "Følgjande har uttalt seg: Voss kommune; Alver kommune; Vestland",
            ["Voss kommune", "Alver kommune", "Vestland"],
            ["Følgjande har uttalt seg:"],
        ),
        (
            "DA, DI, 3F, Landsstyret samt Østre og Vestre Landsret.",
            ["DA", "DI", "3F", "Landsstyret", "Østre og Vestre Landsret"],
            ["Landsstyret samt Østre og Vestre Landsret"],
        ),
        (
            "LO, NHO, KS, Virke, Kunst og Kultur og Idrett",
            ["LO", "NHO", "KS", "Virke", "Kunst og Kultur og Idrett"],
            [],
        ),
        (
            "Barne-, ungdoms- og familieetaten, LO (privat, stat), KS, NHO, YS, m.fl.",
            ["Barne-, ungdoms- og familieetaten", "LO (privat, stat)", "KS", "NHO", "YS"],
            [],
        ),
        ("Rådet, Storgata 1, 0150 Oslo", ["Rådet"], []),
    ],
)
def test_commas_part_names(text: str, names: list[str], reports: list[str]) -> None:
    word = docx.Document()
    word.add_paragraph(text)
    data = io.BytesIO()
    word.save(data)

    for intake in (taken(text.encode()), taken(data.getvalue())):
        assert shown(intake) == names
        assert [one.split('"')[1] for one in reported(intake)] == reports


def test_a_csv_of_names_is_no_running_text() -> None:
    rows = "".join(f"Gruppe {number},Etaten for nummer {number},Oslo\n" for number in range(4))

    assert [one.name for one in taken(f"Gruppe,Navn,By\n{rows}".encode()).recipients] == [
        f"Etaten for nummer {number}" for number in range(4)
    ]


@pytest.mark.parametrize(
    "head", ["", "Navn;Kontakt;By\n", "Virksomhed;Afdeling, team;Postnr. og by\n"]
)
def test_rows_of_a_csv_without_mailboxes_are_no_names(head: str) -> None:
    rows = "Etaten;Arkivet;Oslo\nTilsynet;Plan, miljø;Bergen\nRådet;Kontoret;Hamar\n"

    intake = taken((head + rows).encode())

    assert [one.name for one in intake.recipients] == ["Etaten", "Tilsynet", "Rådet"]


def test_a_csv_whose_rows_have_room_for_no_more_is_no_running_text() -> None:
    rows = [f"{name} kommune,Plan,Oslo,Akershus,Norge\n" for name in ("Østre", "Vestre", "Nordre")]

    intake = taken("".join(rows).encode())

    assert [one.name for one in intake.recipients] == [one.partition(",")[0] for one in rows]


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("Udkastet er sendt i høring hos Advokatrådet, KL og LO.", ["Advokatrådet", "KL", "LO"]),
        ("Forslaget ble sendt til KS, LO, NHO og YS", ["KS", "LO", "NHO", "YS"]),
        ("Udkastet sendes til Ministerier: KL, LO, FH", ["KL", "LO", "FH"]),
        ("Laget til vern av Osen, KS, LO, NHO, YS", ["Laget til vern av Osen", "KS", "LO"]),
    ],
)
def test_a_sentence_tells_who_is_heard_without_a_colon(text: str, names: list[str]) -> None:
    assert [one.name for one in taken(text.encode()).recipients][: len(names)] == names


def test_a_name_of_signs_alone_is_no_name() -> None:
    intake = taken(b'Navn;Telefon\nLaget;22334455\n",;";22334466\n')

    assert [one.name for one in intake.recipients] == ["Laget"]
    assert reported(intake) == ["line 3: neither a name nor an e-mail address"]


def test_a_second_telephone_on_the_lines_below_a_name_is_reported() -> None:
    intake = taken(b"Etaten\nTlf. 22 33 44 55\nMobil 99 88 77 66\n\nLaget\nTlf. 22 33 44 66\n")

    assert shown(intake) == ["Etaten | 22 33 44 55", "Laget | 22 33 44 66"]
    assert reported(intake) == ['line 1: "99 88 77 66" is a second number']


def test_what_is_longer_than_a_name_and_its_box_is_kept() -> None:
    name = "Etaten Postboks 5 Sentrum 0101 OSLO " + "og alle andre " * 15

    (recipient,) = taken(name.encode()).recipients

    assert recipient.name == name.strip()


def test_a_head_parts_rows_that_have_as_many_cells_as_they_need() -> None:
    text = "Navn;E-post;Telefon\nEtaten;a@x.example\nRådet\nTilsynet;b@x.example;22334455;;ny\n"

    assert shown(taken(text.encode())) == [
        "Etaten | a@x.example",
        "Rådet",
        "Tilsynet | b@x.example | 22334455",
    ]


def test_rows_between_empty_ones_are_headings_of_the_blocks_below() -> None:
    assert shown(taken(LISTED.encode())) == [
        "Arbeidstakerorganisasjoner og hovedsammenslutninger | Norsk Sykepleierforbund",
        "Arbeidstakerorganisasjoner og hovedsammenslutninger | "
        "Norges Ingeniørorganisasjon, bioingeniørfaglig institutt",
        "Regionale helseforetak | Fellesorganisasjonen",
        "Høgskoler/universitet | Statlige høgskoler (i alt 26)",
        "Høgskoler/universitet | Rogaland Høgskole",
    ]


@pytest.mark.parametrize(
    ("text", "people"),
    [
        (
            "Departementene\n\nRiksrevisjonen\nDatatilsynet\n\nKommunene\n\nLO\nNHO\n",
            ["Departementene", "Riksrevisjonen", "Datatilsynet", "Kommunene", "LO", "NHO"],
        ),
        (
            "Arbejdsgiverorganisationer\nDA\nDI\n\nFaglige organisationer\n3F\nFOA\n",
            [
                "Arbejdsgiverorganisationer | DA",
                "Arbejdsgiverorganisationer | DI",
                "Faglige organisationer | 3F",
                "Faglige organisationer | FOA",
            ],
        ),
        ("LO\nNHO\n\nDanske Regioner\nKL\n", ["LO", "NHO", "Danske Regioner", "KL"]),
        ("LO\n\nNHO\n\nKS\nYS\n", ["LO", "NHO", "KS", "YS"]),
        ("KS\nStatsforvalterne\nLO\n", ["KS", "Statsforvalterne", "LO"]),
        (
            "Statsforvalterne\nStatsforvalteren i Agder\nLO\n",
            ["Statsforvalterne | Statsforvalteren i Agder", "Statsforvalterne | LO"],
        ),
        ("Kommuner og regioner\nKL\n", ["Kommuner og regioner | KL"]),
        ("Kommunene\nFylkeskommunene\nKS\n", ["Kommunene", "Fylkeskommunene", "KS"]),
        ("A\nAdvokatrådet\n\nB\nBørns Vilkår\nBUPL\n", ["Advokatrådet", "Børns Vilkår", "BUPL"]),
        ("A\nKL\nB\n", ["A", "KL", "B"]),
        ("Kommuner: Alver, Voss m.fl.\n", ["Kommuner | Alver", "Kommuner | Voss"]),
        ("| Part | Mail |\n|---|---|\n| **Råd** | |\n| KS | |\n", ["Råd | KS"]),
        ("Utkastet er sendt til:\n• LO\n• KS\n", ["LO", "KS"]),
    ],
)
def test_groups_of_a_printed_list(text: str, people: list[str]) -> None:
    assert shown(taken(text.encode())) == people


def test_a_postal_address_stands_behind_semicolons() -> None:
    council, union = taken(b"Etaten;Postboks 8010 Dep;0030 OSLO\n\nLO\n").recipients

    assert (council.name, council.address) == ("Etaten", ("Postboks 8010 Dep", "0030 OSLO"))
    assert (union.name, union.address) == ("LO", ())


def test_the_head_of_a_bill_above_its_list_names_nobody() -> None:
    text = (
        "Prop. 80 L\n\nEndringer i loven\n\nForslaget ble sendt på høring 7. desember 2022.\n\n"
        "Notatet ble sendt til følgende:\n\n • KS\n\n • LO\n\nOversendes til\nEtaten\n"
    )

    intake = taken(text.encode())

    assert shown(intake) == ["KS", "LO", "Etaten"]
    assert len(reported(intake)) == 5


def test_a_table_of_who_has_answered() -> None:
    text = "Høringsinstanser\tMed merknad\tUten merknad\nEtaten\t\tx\nLaget\tx\t\n"

    assert shown(taken(text.encode())) == ["Etaten", "Laget"]


@pytest.mark.parametrize("sign", [" – ", " | ", "; ", ", "])
def test_signs_part_a_name_from_its_mailbox_and_telephone(sign: str) -> None:
    lines = [["KL", "kl@kl.example", "33 69 40 40"], ["Laget", "a@x.example", "Tlf. 35 29 81 00"]]
    text = "\n".join(map(sign.join, lines))

    assert [(one.name, one.emails, one.phone) for one in taken(text.encode()).recipients] == [
        ("KL", ("kl@kl.example",), "33 69 40 40"),
        ("Laget", ("a@x.example",), "35 29 81 00"),
    ]


def test_the_last_of_several_with_mailboxes_stands_behind_og() -> None:
    text = "KL (kl@x.example), DI (di@x.example),\nLO (lo@x.example) og FH (fh@x.example)\n"

    assert [(one.name, *one.emails) for one in taken(text.encode()).recipients] == [
        ("KL", "kl@x.example"),
        ("DI", "di@x.example"),
        ("LO", "lo@x.example"),
        ("FH", "fh@x.example"),
    ]


def test_a_heading_that_says_to_whom_a_copy_is_sent() -> None:
    intake = taken(b"Sendt til:\nKL\nKopi er sendt til:\nEtaten\n")

    assert [(one.name, one.role.value) for one in intake.recipients] == [
        ("KL", "to"),
        ("Etaten", "copy"),
    ]


def test_an_address_behind_a_name_is_parted_or_reported() -> None:
    text = "Adresseliste\nEtaten Postboks 5 St. Olavs plass 0130 OSLO\nLaget Storgata 5 0101 OSLO\n"

    intake = taken(text.encode())

    assert [(one.name, one.address) for one in intake.recipients] == [
        ("Etaten", ("Postboks 5 St. Olavs plass", "0130 OSLO")),
        ("Laget Storgata 5 0101 OSLO", ()),
    ]
    assert "has an address in it" in reported(intake)[-1]


def test_columns_of_postcodes_and_towns_without_a_head() -> None:
    rows = "Etaten\tPostboks 5\t0130\tOSLO\nLaget\tPb. 7 Sentrum\t5003\tBERGEN\n"

    assert [(one.name, one.attention, one.address) for one in taken(rows.encode()).recipients] == [
        ("Etaten", "", ("Postboks 5", "0130 OSLO")),
        ("Laget", "", ("Pb. 7 Sentrum", "5003 BERGEN")),
    ]


NAMES = st.lists(
    st.from_regex(r"[A-ZÆØÅ][a-zæøå]{2,9}(?: [A-ZÆØÅ]?[a-zæøå]{3,9}){0,3}", fullmatch=True),
    min_size=12,
    max_size=40,
    unique=True,
)


@given(NAMES, st.integers(min_value=60, max_value=100))
def test_wrapped_names_come_back_as_they_were(names: list[str], width: int) -> None:
    assume(not any(" og " in one or " samt " in one for one in names))
    text = textwrap.fill(", ".join(names), width)
    assume(any(line.endswith(",") for line in text.splitlines()))  # else it may be a csv

    intake = taken(f"Høringen er sendt til:\n\n{text}.\n".encode())

    assert [one.name for one in intake.recipients] == names


def test_running_text_is_read_in_proportion() -> None:
    assert_in_proportion(lambda count: ("Etaten for havet, KL, " * count).encode(), taken, 400)
    lines = "Etaten for havet, KL, LO, Danmarks Fiskeri-\nforening, Radio 100, "
    assert_in_proportion(lambda count: (lines * count).encode(), taken, 200)
