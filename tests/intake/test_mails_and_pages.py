"""Mails, copied pages, and what else is said around the names of a list."""

import io

import docx
import pytest
from tests.intake.lists import MAIL, Rows, a_word_table, a_workbook
from tests.intake.taking import reported, shown, taken

from hearingkit.lists.table import RecipientRole


def test_a_saved_mail_gives_whom_it_was_sent_to() -> None:
    intake = taken(MAIL)

    assert shown(intake) == [
        "Lærerlaget | a@x.example",
        "Ørsta | b@x.example",
        "c@x.example | c@x.example",
        "Etaten | d@x.example",
    ]
    assert [one.role for one in intake.recipients][2:] == [RecipientRole.TO, RecipientRole.COPY]
    assert reported(intake) == [
        'recipient 1: the sender of the mail "Prøveetaten <fra@x.example>" is left out',
        'recipient 1: the subject of the mail "Høring" is left out',
        'recipient 1: the text of the mail "Svar til svar@x.example." is left out',
    ]


@pytest.mark.parametrize("encoding", ["utf-8", "cp1252"])
def test_letters_in_the_head_of_a_mail_that_are_in_no_code(encoding: str) -> None:
    intake = taken("MIME-Version: 1.0\nTo: Lærerlaget <a@x.example>\n\n".encode(encoding))

    assert shown(intake) == ["Lærerlaget | a@x.example"]


def test_a_head_of_a_mail_in_no_known_code_stays_as_it_is() -> None:
    intake = taken(b"MIME-Version: 1.0\nTo: =?x-\xc3\xb8?q?A?= <a@x.example>\n\n")

    assert [one.emails for one in intake.recipients] == [("a@x.example",)]


def test_a_mail_to_many_is_a_mail() -> None:
    people = ",\n ".join(f"Laget {number} <a{number}@x.example>" for number in range(200))

    intake = taken(f"From - 2027\nTo: {people}\nMessage-ID: <1@x>\n\nHei alle\n".encode())

    assert len(intake.recipients) == 200
    assert reported(intake) == ['recipient 1: the text of the mail "Hei alle" is left out']


def test_a_file_and_a_page_in_a_mail_are_reported() -> None:
    mail = (
        "MIME-Version: 1.0\nTo: a@x.example\nContent-Type: multipart/mixed; boundary=b\n\n--b\n"
        "Content-Type: text/html\n\n<p>Hei</p>\n--b\nContent-Type: text/csv\n"
        "Content-Disposition: attachment; filename=liste.csv\n\nNavn\n--b--\n"
    )

    assert reported(taken(mail.encode())) == [
        "recipient 1: the text of the mail is left out",
        'recipient 1: the file "liste.csv" of the mail is left out',
    ]


def test_addresses_of_a_mail_go_on_in_the_next_line() -> None:
    text = (
        "Til: Etaten <a@x.example>; Redd\n <b@x.example>; Laget\n<c@x.example>;\n"
        "Kopi: Rådet <d@x.example>\nBlindkopi: KS <e@x.example>\n"
    )

    intake = taken(text.encode())

    assert shown(intake) == [
        "Etaten | a@x.example",
        "Redd | b@x.example",
        "Laget | c@x.example",
        "Kopi | Rådet | d@x.example",
        "KS | e@x.example",
    ]
    assert [one.role for one in intake.recipients].index(RecipientRole.COPY) == 3


@pytest.mark.parametrize(
    "heading", ["Kopi til:", "Kopi til", "Til orientering:", "Til orientering", "Kopi:"]
)
def test_those_under_a_heading_for_copies_get_a_copy(heading: str) -> None:
    lead, copy = taken(f"Lag:\nLaget\n{heading}\nRådet\n".encode()).recipients

    assert (lead.role, copy.role) == (RecipientRole.TO, RecipientRole.COPY)
    assert copy.headings == (heading.rstrip(":"),)


def test_menus_and_foot_of_a_copied_page_are_no_recipients() -> None:
    page = (
        "Hopp til innhold\nTema\nHøring om noe\nHøringsfrist: 03.06.2026\nHøringsinstanser\n"
        "Etaten\n\nLaget\nTil toppen\nKontakt\nE-post: a@x.example\nPersonvernerklæring\n"
    )

    intake = taken(page.encode())

    assert shown(intake) == ["Etaten", "Laget"]
    assert len(reported(intake)) == 8


def test_a_list_with_one_such_word_is_no_page() -> None:
    assert shown(taken(b"Tema\nLaget\nTil toppen\n")) == ["Tema", "Laget", "Til toppen"]


@pytest.mark.parametrize(
    "said",
    [
        "Listen er sist gjennomgått av avdelingen i mars 2026.",
        "Prøveetaten, januar 2026",
        "Status: På høring",
        "* = kun elektronisk",
    ],
)
def test_what_is_said_below_a_list_is_told(said: str) -> None:
    intake = taken(f"Laget*\nRådet\n{said}\n".encode())

    assert shown(intake) == ["Laget", "Rådet"]
    assert reported(intake) == [f'line 3: "{said}" names no recipient']


def test_a_footnote_in_a_sheet_and_stars_before_all_names() -> None:
    footnote: Rows = [["Navn", "E-post"], ["Laget", "a@x.example"], ["* Også varslet i Altinn"]]
    stars = [["* Laget", ""], ["* Rådet", "a@x.example"], ["* Etaten", ""]]

    assert shown(taken(a_workbook(footnote))) == ["Laget | a@x.example"]
    assert [one.name for one in taken(a_word_table(stars)).recipients] == [
        "Laget",
        "Rådet",
        "Etaten",
    ]


def test_who_is_closed_and_followed_by_another_is_dropped() -> None:
    rows = [["Navn", "E-post"], ["Selskapet (AVSLUTTET – se Forumet)"], ["Forumet", "a@x.example"]]

    assert shown(taken(a_workbook(rows))) == ["Forumet | a@x.example"]


def test_a_word_for_a_contact_ends_the_list_of_a_page() -> None:
    page = "Log ind\nHøringsparter\nLaget\nKontakt\nHar du spørgsmål?\nCookies\n"

    assert shown(taken(page.encode())) == ["Laget"]


def test_what_tabs_part_in_a_line_are_cells() -> None:
    text = "1) Laget\ta@x.example\n2) Rådet, att. jura\tb@x.example\n3) Etaten\t(med post)\nKL\n"
    document = docx.Document()
    for line in text.splitlines():
        document.add_paragraph(line)
    data = io.BytesIO()
    document.save(data)

    intake = taken(data.getvalue())

    assert shown(intake) == ["Laget | a@x.example", "Rådet | b@x.example", "Etaten", "KL"]
    assert intake.recipients[1].attention == "jura"
    assert reported(intake) == ['paragraph 3: "med post" is no e-mail address']


@pytest.mark.parametrize("said", ["Fristen er den 3. marts 2026 kl. 12.", "J.nr. 2026-1234"])
def test_a_sentence_with_a_number_at_its_end_and_a_case_are_told(said: str) -> None:
    assert shown(taken(f"Laget\nRådet\n{said}\n".encode())) == ["Laget", "Rådet"]


def test_greeting_signature_and_lines_below_headings_of_a_mail() -> None:
    text = (
        "Hei,\n\nStatlige organ\n-----\n1. Etaten (a@x.example)\n2. Tilsynet\n\nLag\n=====\n"
        "3. Laget\n\nMvh\nAvdelinga\nTlf. 22 33 44 55\n"
    )

    intake = taken(text.encode())

    assert shown(intake) == [
        "Statlige organ | Etaten | a@x.example",
        "Statlige organ | Tilsynet",
        "Lag | Laget",
    ]
    assert [one.partition(" names")[0] for one in reported(intake)] == [
        'line 1: "Hei"',
        'line 12: "Mvh"',
        'line 13: "Avdelinga"',
        'line 14: "Tlf. 22 33 44 55"',
    ]


def test_a_title_before_addresses_is_no_name() -> None:
    assert shown(taken(b"Adresseliste: a@x.example; b@x.example\n")) == [
        "a@x.example | a@x.example",
        "b@x.example | b@x.example",
    ]


@pytest.mark.parametrize(
    ("line", "names"),
    [
        ("Laget; Råd, FSR; Etaten", ["Laget", "Råd, FSR", "Etaten"]),
        ("KL, LO, NHO, KS, YS, Unio", ["KL", "LO", "NHO", "KS", "YS", "Unio"]),
        ("KL, LO, NHO, KS, YS, Unio og Virke", ["KL", "LO", "NHO", "KS", "YS", "Unio", "Virke"]),
        ("Avdeling for jus, helse, miljø, vei, vann og plan", None),
        ("Laget, Vei 1, 0150 Oslo", ["Laget"]),
    ],
)
def test_a_line_that_lists_names_is_parted_where_that_is_certain(
    line: str, names: list[str] | None
) -> None:
    document = docx.Document()
    document.add_paragraph(line)
    data = io.BytesIO()
    document.save(data)

    assert [one.name for one in taken(data.getvalue()).recipients] == (names or [line])


def test_a_table_of_a_wiki() -> None:
    text = "h1. Høringsliste\n\n|| Part || Mail || Hos os ||\n| Laget | a@x.example | A |\n"

    assert shown(taken(text.encode())) == ["Laget | a@x.example"]


def test_stars_before_some_names_are_no_footnotes() -> None:
    rows = [["*Laget"], ["*Rådet"], ["Etaten"], ["KS"], ["* = får også brev på papir"]]

    intake = taken(a_workbook(rows))

    assert [one.name for one in intake.recipients] == ["Laget", "Rådet", "Etaten", "KS"]
    assert reported(intake) == ['Ark1!5: "* = får også brev på papir" names no recipient']


@pytest.mark.parametrize("end", ["Mvh. Sekretariatet", "Takk!", "Med vennlig hilsen\nAvdelinga"])
def test_who_signs_a_mail_is_told(end: str) -> None:
    assert shown(taken(f"Laget\nRådet\n\n{end}\n".encode())) == ["Laget", "Rådet"]
    assert shown(taken(b"Laget\nHelsing kommune\nTakkelaget\n"))[1:] == [
        "Helsing kommune",
        "Takkelaget",
    ]
