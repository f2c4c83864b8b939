"""Lists of different make become recipients, and what isn't read is reported."""

import contextlib
import csv
import datetime as dt
import io
import json
import re
import zipfile
from dataclasses import replace

import docx
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from tests.growth import assert_in_proportion
from tests.intake.lists import A_PAGE, CARDS, MAIL, OUTLOOK, PASTED, PLAIN, a_word_file, a_workbook
from tests.intake.taking import counted, reported, shown, taken
from tests.judging import sound_cases
from tests.workspaces import some_data

from hearingkit.errors import HearingkitError
from hearingkit.exporters import ExportFormat, ExportOptions, exporter_for
from hearingkit.findings import Severity
from hearingkit.intake.formats import read_grids
from hearingkit.intake.grid import Grid, GridRow, NoList
from hearingkit.intake.meaning import understand
from hearingkit.intake.side_by_side import parted
from hearingkit.language.language import Language
from hearingkit.lists.build import build
from hearingkit.lists.table import RecipientRole, RecipientRow, RecipientTable
from hearingkit.source.reader import read_text
from hearingkit.validation.validate import validate
from hearingkit.workflows.import_recipients import import_list


def test_a_workbook_of_an_office() -> None:
    rows: list[list[object]] = [
        ["Høringsliste 2026"],
        [],
        ["Gruppe", "Høringsinstans", "E-post", "Telefon", "CVR", "Postnr", "Poststed", "Merknad"],
        [
            "Stat",
            "Ministeriet",
            "a@x.example; b@x.example",
            45123456.0,
            13585628.0,
            150,
            "Oslo",
            "?",
        ],
        [None, "Etaten", "c@x.example (arkivet)", 4722249090, "872 417 842"],
        ["Andre", "Laget", "post(at)laget.example"],
        [None, None, None, "22 33 44 55"],
    ]

    intake = taken(a_workbook(rows))

    assert shown(intake) == [
        "Stat | Ministeriet | a@x.example | b@x.example | 45123456 | 13585628",
        "Stat | Etaten | c@x.example | +47 22249090 | 872 417 842",
        "Andre | Laget",
    ]
    assert intake.recipients[0].address == ("0150 Oslo",)
    assert reported(intake) == [
        "Ark1!7: neither a name nor an e-mail address",
        'Ark1!1: "Høringsliste 2026" names no recipient',
        'Ark1!C5: "arkivet" is left out beside the address',
        'Ark1!C6: "post(at)laget.example" is no e-mail address',
        'Ark1!H: the column "Merknad" is not understood; it has 1 cell: "?"',
    ]


def test_a_remark_above_the_head_of_the_columns_is_no_recipient() -> None:
    rows: list[list[object]] = [
        ["Høringsliste"],
        ["oppdatert", dt.date(2027, 1, 5)],
        ["Norsk Vann", "post@vann.example"],
        ["Navn", "E-post"],
        ["Huseierne", "post@hus.example"],
        ["Etaten 22", "41"],
    ]

    intake = taken(a_workbook(rows))

    assert [one.name for one in intake.recipients] == ["Norsk Vann", "Huseierne", "Etaten 22"]
    reason = '"oppdatert" stands above the head of the columns, and is no recipient'
    assert f"Ark1!2: {reason}" in reported(intake)


def test_a_workbook_with_merged_cells_and_bold_headings() -> None:
    rows: list[list[object]] = [
        ["Navn", "Mailadresse", "Tlf."],
        ["Særlige råd", None, None],
        ["Ministeriet", "a@x.example", None],
        [None, "b@x.example", "1234 5678"],
        ["Blandet"],
        ["Ældre Sagen", "c@x.example"],
    ]

    intake = taken(a_workbook(rows, merged=["A2:C2", "A3:A4"], bold=True))

    assert shown(intake) == [
        "Særlige råd | Ministeriet | a@x.example | b@x.example | 1234 5678",
        "Blandet | Ældre Sagen | c@x.example",
    ]


@pytest.mark.parametrize(
    ("data", "people"),
    [
        (
            "Navn;E-mail\r\nÆldre Sagen;a@x.example\r\n".encode("cp1252"),
            ["Ældre Sagen | a@x.example"],
        ),
        ("Navn;Mail\r\nÆrø Å;a@x.example\r\n".encode("cp865"), ["Ærø Å | a@x.example"]),
        ("Namn\tE-post\nØrsta\ta@x.example\n".encode("utf-16"), ["Ørsta | a@x.example"]),
        ("Namn\tE-post\nØrsta\ta@x.example\n".encode("utf-16-le"), ["Ørsta | a@x.example"]),
        (b"sep=|\nName|Email|Phone\nA|a@x.example|22\n", ["A | a@x.example | 22"]),
        (b'Name,Email\n"A, B",a@x.example\n', ["A, B | a@x.example"]),
        (b"Navn\nLO\nNHO\n", ["LO", "NHO"]),
        (b"LO;a@x.example\nNHO;b@x.example\n", ["LO | a@x.example", "NHO | b@x.example"]),
        (b"Navn;;Mail\nLO;;a@x.example\n", ["LO | a@x.example"]),
        (
            b"K;A;a@x.example\nK;B;b@x.example\nK;C;c@x.example\nK;D;d@x.example\n",
            [f"K | {one} | {one.lower()}@x.example" for one in "ABCD"],
        ),
        (b"Navn;Tlf.\nLO;4,5E+07\n", ["LO"]),
        (
            OUTLOOK,
            [
                "Østre kommune | ola@o.example | post@o.example | 22 33 44 55",
                "Kari Hansen | kari@x.example",
            ],
        ),
        (
            PASTED,
            [
                "Hansen, Ole | ole@x.example",
                "Lægeforeningen | post@laege.example",
                "alene@x.example | alene@x.example",
            ],
        ),
        (
            PLAIN,
            [
                "Kommunar | Ørsta kommune",
                "Kommunar | Volda kommune | post@volda.example",
                "Organisasjonar | LO",
                "Organisasjonar | NHO | nho@x.example",
            ],
        ),
        (
            "Høringsinstanser\nLO\nNHO\n".encode(),
            ["LO", "NHO"],
        ),
        (CARDS, ["Lægeforeningen | post@laege.example", "Uten adresse"]),
        (
            a_word_file(),
            [
                "Kommuner | Østre kommune",
                "Kommuner | Vestre kommune | post@vestre.example",
                "Organisasjoner | LO",
                "Organisasjoner | NHO",
                "Organisasjoner | Etaten | a@b.example",
            ],
        ),
    ],
)
def test_reads_lists_of_different_make(data: bytes, people: list[str]) -> None:
    assert shown(taken(data)) == people


@pytest.mark.parametrize(
    ("heads", "unit"),
    [
        ("Fornavn,Efternavn,Firma,Afdeling,E-mail-adresse,Kategorier", "Jura"),
        ("Fornavn,Etternavn,Firma,Avdeling,E-postadresse,Kategorier", "Juridisk"),
        ("Førenamn,Etternamn,Føretak,Eining,E-postadresse,Kategoriar", "Juridisk"),
        ("First Name,Last Name,Company,Department,E-mail Address,Categories", "Legal"),
    ],
)
def test_outlook_tells_unit_person_and_group(heads: str, unit: str) -> None:
    intake = taken(f"{heads}\nKari,Hansen,Etaten,{unit},a@x.example,Etater\n".encode())

    assert shown(intake) == ["Etater | Etaten | a@x.example"]
    assert [row.attention for row in intake.recipients] == [f"{unit}, Kari Hansen"]
    assert reported(intake) == []


def test_a_word_file_with_content_controls_tables_in_tables_and_insertions() -> None:
    w = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
    run = "<w:r><w:t>{}</w:t></w:r>"
    paragraph = f"<w:p>{run}</w:p>"
    inner = f"<w:tbl><w:tr><w:tc>{paragraph.format('Inni')}</w:tc></w:tr></w:tbl>"
    body = (
        f"<w:sdt><w:sdtContent>{paragraph.format('Kontroll')}</w:sdtContent></w:sdt>"
        f"<w:p><w:ins>{run.format('Inn')}</w:ins><w:del><w:r><w:delText>Ut</w:delText></w:r></w:del>"
        f"</w:p><w:tbl><w:tr><w:tc><w:tcPr><w:gridSpan w:val='999999999'/></w:tcPr>{inner}<w:p/>"
        f"</w:tc></w:tr></w:tbl>"
    )
    with zipfile.ZipFile(io.BytesIO(a_word_file())) as file:
        parts = {name: file.read(name) for name in file.namelist()}
    parts["word/document.xml"] = (
        f'<w:document xmlns:w="{w}"><w:body>{body}</w:body></w:document>'.encode()
    )

    assert shown(taken(zipped(**parts))) == ["Kontroll", "Inn", "Inni"]


def zipped(**parts: bytes) -> bytes:
    data = io.BytesIO()
    with zipfile.ZipFile(data, "w", zipfile.ZIP_DEFLATED) as file:
        for name, content in parts.items():
            file.writestr(name, content)
    return data.getvalue()


def said_to_hold(size: int) -> bytes:
    """Return an archive with a part that has so many bytes, as its directory tells."""
    data = io.BytesIO()
    with zipfile.ZipFile(data, "w") as file:
        file.writestr("content.xml", b"")
        file.filelist[0].file_size = size
    return data.getvalue()


IN_JAPANESE = (
    b'<?xml version="1.0" encoding="euc-jp"?><a/>'  # which one reader knows, not the other
)


@pytest.mark.parametrize(
    ("data", "says"),
    [
        (b"", "it is empty"),
        (b" \r\n", "it is empty"),
        (b"PK\x03\x04 and no more", "it is broken"),
        (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1 CFB", "it is an old .xls or .doc, or locked"),
        (b"%PDF-1.7\n", "it is a PDF"),
        (b"\x89PNG\r\n", "it is a picture"),
        (b"\x00\x01\x02\x03", "it is no text"),
        (b"LO\n" * 300_001, "it has more rows than a list can have: 300,000; split it"),
        (b"LO;" * 16_384 + b"LO", "its row 1 has more cells than a sheet can have"),
        (b"BEGIN:VCARD\n" * 300_001, "it has more rows than a list can have"),
        (b'{"recipients": 3}', "it is no list of hearingkit"),
        (b'{"recipients": [', "it is a broken .json"),
        (zipped(a=b"b"), "it is no .xlsx, .ods or .docx"),
        (zipped(**{"xl/workbook.xml": b"<a/>"}), "it is a broken .xlsx"),
        (zipped(**{"content.xml": b"<a"}), "it is a broken .ods"),
        (said_to_hold(401_000_000), "it would unpack to more"),
        (b"a@b " * 1_250_001, "it has a line of more than 5,000,000 characters; split it"),
        (b"LO;NHO\n" * 9 + b'LO;"' + b"a\n" * 2_500_001 + b'"', "its cells can't be separated"),
        (b"BEGIN:VCARD\nFN:a" + b"\n b" * 1_700_000, "it has a line of more than"),
        (
            zipped(mimetype=b"application/vnd.oasis.opendocument.text", **{"content.xml": b"<a/>"}),
            "it is a text of LibreOffice",
        ),
        (b"{\\rtf1\\ansi LO}", "it is a text in RTF"),
        (b'[{"navn": "LO"}]', "it is JSON of another program"),
        (b"# faste\nrecipient_lists:\n  faste: [LO]\n", "it is hearing data already"),
        (b"ID;PSCALC3\nC;X1;Y1\n", "it is a .slk"),
        (b"TABLE\r\n0,1\r\n", "it is a .dif"),
        (b"From: a@x.example\nMIME-Version: 1.0\n\nHei\n", "it is a mail that names no recipients"),
        (
            b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + "__substg1.0_".encode("utf-16-le"),
            "it is a mail of Outlook",
        ),
        (zipped(**{"content.xml": b"<p>" * 251}), "it is nested too deeply"),
        (zipped(**{"xl/workbook.xml": b"<a/>", "b": b"<p>" * 251}), "it is nested too deeply"),
        (zipped(**{"word/document.xml": b"<a>" + b"<p/>" * 2_000_000}), "it has more in it than"),
        (zipped(**{"content.xml": b"<!DOCTYPE a><a/>"}), "it holds a DTD"),
        (zipped(**{"content.xml": b"<a b='" + b"c" * 1_000_000}), "it has a tag of more than"),
        (zipped(**{"content.xml": IN_JAPANESE}), "it is a broken .ods: multi-byte encodings"),
        (
            zipped(**{"content.xml": "<a/>".encode("utf-32")}),
            "it is a broken .ods: not well-formed",
        ),
    ],
)
def test_says_why_a_file_is_no_list(data: bytes, says: str) -> None:
    with pytest.raises(NoList, match=f"^{says}"):
        read_grids(data)


@pytest.mark.parametrize("data", [b"LO\n%sNHO", b"BEGIN:VCARD\nFN:LO\n%sBEGIN:VCARD\nFN:NHO"])
def test_a_text_has_more_lines_than_a_sheet_has_rows(data: bytes) -> None:
    assert shown(taken(data % (b"\n" * 1_100_000))) == ["LO", "NHO"]


@pytest.mark.parametrize("separator", ["\t", "|", ";"])
def test_two_addresses_parted_by_a_comma_are_of_one_body(separator: str) -> None:
    rows = ("LO", "a@x.example, b@x.example"), ("NHO", "c@x.example, d@x.example")
    text = "".join(f"{separator.join(row)}\n" for row in rows)

    people = ["LO | a@x.example | b@x.example", "NHO | c@x.example | d@x.example"]
    assert shown(taken(text.encode())) == people


@pytest.mark.parametrize(
    ("line", "people"),
    [
        (
            'A <a@x.example>; "B, C" <b@x.example>; D',
            ["A | a@x.example", "B, C | b@x.example", "D"],
        ),
        ("A, B <a@x.example>, C <c@x.example>", ["A, B | a@x.example", "C | c@x.example"]),
        ("A, B <a@x.example>, c@x.example", ["A, B | a@x.example", "c@x.example | c@x.example"]),
        ("A; a@x.example; b@x.example", ["A | a@x.example | b@x.example"]),
    ],
)
def test_a_line_of_a_mail_is_parted_between_people(line: str, people: list[str]) -> None:
    assert shown(taken(f"{line}\n".encode())) == people


@pytest.mark.parametrize(
    "line",
    [
        "I alt: 2",
        "Antall høringsinstanser: 2",
        "Antal 2",
        "Sum;2",
        "Totalt 2 instanser",
        "Side 2 av 4",
    ],
)
def test_a_line_that_counts_others_is_reported_and_is_no_recipient(line: str) -> None:
    intake = taken(f"LO;post@lo.example\nSUM;\n{line}\n".encode())

    assert shown(intake) == ["LO | post@lo.example", "SUM"]
    text = line.partition(";")[0]
    assert reported(intake) == [f'line 3: "{text}" counts others, and is no recipient']


def test_a_line_of_many_figures_is_asked_in_proportion_whether_it_counts() -> None:
    assert_in_proportion(lambda count: f"Sum {'1' * count}!\n".encode(), taken, 4000)


@pytest.mark.parametrize(
    "piece",
    ["Navn;E-post\nKL;kl@kl.example\n", "Kommuner\nKL;kl@kl.example\n", "Navn;Gruppe\nKL;A\n"],
)
def test_a_list_of_many_heads_is_read_in_proportion(piece: str) -> None:
    assert_in_proportion(lambda count: (piece * count).encode(), taken, 2000)


@pytest.mark.parametrize(
    "piece",
    [
        "Til: A <a@x.example>;\n B\n<b@x.example>,\n",
        "Laget v/ (A att. (",
        "(a@x.example, (",
        "Lag\n\nA\nB\n\n",
        "A – B - ",
        "||A||",
    ],
)
def test_what_stands_in_a_text_is_told_in_proportion(piece: str) -> None:
    assert_in_proportion(lambda count: (piece * count).encode(), taken, 1000)


@pytest.mark.parametrize("around", ["A <{}", "{} A"])
def test_a_line_of_many_at_signs_is_parted_in_proportion(around: str) -> None:
    assert_in_proportion(lambda count: around.format("a@" * count).encode(), taken, 8000)


@pytest.mark.parametrize(
    ("line", "people"),
    [
        (
            "Myndigheder: KL, Etaten, 3F.",
            ["Myndigheder | KL", "Myndigheder | Etaten", "Myndigheder | 3F"],
        ),
        (
            "• Kommuner: Alver; Råd for miljø og klima",
            ["Kommuner | Alver", "Kommuner | Råd for miljø og klima"],
        ),
        (
            "Andre: A <a@x.example>; b@x.example",
            ["Andre | A | a@x.example", "Andre | b@x.example | b@x.example"],
        ),
        ("Kommuner: Oslo kommune", ["Kommuner | Oslo kommune"]),
        ("Kommuner: Alver, Voss og omegn", ["Kommuner | Alver", "Kommuner | Voss og omegn"]),
        ("Kommuner: Alver, men ikke Voss", ["Kommuner: Alver, men ikke Voss"]),
        ("Høringssvar: KL, DR", ["Høringssvar: KL, DR"]),
    ],
)
def test_a_group_on_one_line_is_parted_where_that_is_certain(line: str, people: list[str]) -> None:
    word = docx.Document()
    word.add_paragraph(line)
    word.add_paragraph("LO")
    data = io.BytesIO()
    word.save(data)

    for intake in (taken(f"{line}\nLO".encode()), taken(data.getvalue())):
        assert shown(intake) == [*people, "LO"]
        is_reported = people == [line] and line.startswith("Kommuner")
        assert any("may be several" in one for one in reported(intake)) == is_reported


def test_what_a_library_prints_of_a_broken_workbook_is_not_shown(
    capsys: pytest.CaptureFixture[str],
) -> None:
    with zipfile.ZipFile(io.BytesIO(a_workbook([["LO"]]))) as whole:
        parts = {name: whole.read(name) for name in whole.namelist()}
    styles = re.sub(rb"<cell(?:Style)?Xfs.*?</cell(?:Style)?Xfs>", b"", parts["xl/styles.xml"])

    with pytest.raises(NoList):
        read_grids(zipped(**{**parts, "xl/styles.xml": styles}))

    assert not capsys.readouterr().out


def test_a_cell_far_away_is_read_and_one_repeated_without_end_is_not() -> None:
    far = taken(a_workbook([["LO"], *[[]] * 200_000, [*[None] * 300, "NHO"]]))
    cell = b'<t:table-cell t:number-columns-repeated="900"><x:p>LO</x:p></t:table-cell>'
    spaces = b"urn:oasis:names:tc:opendocument:xmlns:"
    begin = b'<o xmlns:t="' + spaces + b'table:1.0" xmlns:x="' + spaces + b'text:1.0"><t:table>'
    row = b'<t:table-row t:number-rows-repeated="999999">' + cell + b"</t:table-row>"

    assert len(far.recipients) + len(far.not_read) == 2
    with pytest.raises(NoList, match="more rows than a list"):
        read_grids(zipped(**{"content.xml": begin + row + b"</t:table></o>"}))


HEADS = ["Navn", "E-post", "Gruppe", "Kommuner", "Kommuner:"]
MAILS = ["a@x.example", "b@x", "A <c@x.example>", "a@x.example; aa@x.example"]
ODD = ["", " ", "22334455", "4,5E+07", "=1+1", "{{ name }}", "no", "0150", "#", "x" * 1200]
CELLS = st.sampled_from([*HEADS, *MAILS, *ODD]) | st.text(max_size=6)
GRIDS = st.lists(
    st.builds(
        Grid,
        st.lists(st.tuples(CELLS, CELLS, CELLS), max_size=8).map(
            lambda rows: tuple(
                GridRow(number, cells, looks_like_heading=len(cells[0]) == 3)
                for number, cells in enumerate(rows, start=1)
            )
        ),
        name=st.sampled_from(["", "Ark1"]),
        is_hidden=st.booleans(),
    ),
    max_size=3,
)


@given(GRIDS)
def test_no_row_is_lost(grids: list[Grid]) -> None:
    intake = understand(grids)

    lists = [one for grid in grids if not grid.is_hidden for one in parted(grid)]
    rows = [row for one in lists for row in one.rows if row.filled]
    assert intake.rows == len(rows) == counted(intake)


@given(st.lists(st.tuples(CELLS, CELLS, CELLS), min_size=1, max_size=8))
def test_what_is_written_is_hearing_data(rows: list[tuple[str, str, str]]) -> None:
    text = io.StringIO()
    csv.writer(text, delimiter=";").writerows(rows)
    data = text.getvalue().encode("utf-8", "replace")

    written = b""
    with contextlib.suppress(HearingkitError):
        written = import_list(data, "liste.csv").data
    source, syntax = read_text(written or b"{}", "data/liste.yaml")
    assert source
    _, findings = validate([source])
    assert [one for one in (*syntax, *findings) if one.severity is Severity.ERROR] == []


WORDS = st.text("abcæøåÆ &.-'1", min_size=1, max_size=8).map(
    lambda text: f"N{' '.join(text.split())}n"
)
ROWS = st.builds(
    RecipientRow,
    name=WORDS,
    language=st.sampled_from([None, *Language]),
    headings=st.lists(WORDS, max_size=2).map(tuple),
    attention=st.just("") | WORDS,
    emails=st.lists(
        st.from_regex(r"[a-z]{1,3}@[ab]\.example", fullmatch=True), max_size=3, unique=True
    ).map(tuple),
    phone=st.sampled_from(["", "+45 12 34 56 78", "004722334455", "22334455"]),
    address=st.sampled_from([(), ("Vej 1", "2100 København Ø")]),
    org_number=st.sampled_from(["", "01234564", "974 760 673"]),
    role=st.sampled_from(RecipientRole),
    member_of=st.just("") | WORDS,
    their_reference=st.sampled_from(["", "25/98", "2026/98-2", "0042", "J.nr. 7"]),
    ean=st.sampled_from(["", "5790000000005"]),
)
TABLES = st.lists(ROWS, min_size=1, max_size=6).map(
    lambda rows: RecipientTable("liste", tuple(rows))
)
WHOLE = (
    ExportFormat.CSV,
    ExportFormat.XLSX,
    ExportFormat.ODS,
    ExportFormat.JSON,
    ExportFormat.VCF,
)


@pytest.mark.parametrize("format_", WHOLE)
@settings(max_examples=20)
@given(table=TABLES)
def test_gives_back_what_was_exported(format_: ExportFormat, table: RecipientTable) -> None:
    intake = taken(exporter_for(format_)(table, ExportOptions()))

    assert tuple(intake.recipients) == table.rows
    assert intake.not_read == intake.left_out == []


@settings(max_examples=20)
@given(table=TABLES)
def test_gives_back_the_addresses_of_lines_and_of_a_mail_merge(table: RecipientTable) -> None:
    addresses = list(dict.fromkeys(one for row in table.rows for one in row.emails))
    lines = exporter_for(ExportFormat.TXT)(table, ExportOptions())
    merge = taken(exporter_for(ExportFormat.MERGE)(table, ExportOptions()))

    assert not addresses or [one.name for one in taken(lines).recipients] == addresses
    split = [replace(row, emails=(one,)) for row in table.rows for one in row.emails]
    assert [row for row in merge.recipients if row.emails] == split


@pytest.mark.parametrize("format_", [ExportFormat.YAML, ExportFormat.REGISTER])
@settings(max_examples=20)
@given(table=TABLES)
def test_hearing_data_gives_back_what_was_exported(
    format_: ExportFormat, table: RecipientTable
) -> None:
    data = exporter_for(format_)(table, ExportOptions())
    hearing = json.dumps(some_data(recipients=[{"list": "liste"}])).encode()
    sources = [read_text(one, name)[0] for one, name in ((data, "a.yaml"), (hearing, "b.yaml"))]

    book, findings = validate([source for source in sources if source])

    def is_party(row: RecipientRow) -> bool:
        return format_ is ExportFormat.REGISTER and not row.member_of

    assert findings == ()
    (case,) = sound_cases(book)
    given_back = [replace(row, language=None) for row in build(case).rows]
    expected = [
        replace(row, language=None, ean=row.ean if is_party(row) else "") for row in table.rows
    ]
    assert sorted(given_back, key=str) == sorted(expected, key=str)


@settings(max_examples=20)
@given(table=TABLES, format_=st.sampled_from(WHOLE))
def test_parties_come_back_from_every_format(table: RecipientTable, format_: ExportFormat) -> None:
    register = exporter_for(ExportFormat.REGISTER)(table, ExportOptions())
    hearing = json.dumps(some_data(recipients=[{"list": "liste"}])).encode()
    sources = [read_text(one, name)[0] for one, name in ((register, "a"), (hearing, "b"))]
    book, _ = validate([source for source in sources if source])
    (case,) = sound_cases(book)

    listed = build(case)

    intake = taken(exporter_for(format_)(listed, ExportOptions()))
    assert tuple(intake.recipients) == listed.rows


@st.composite
def broken(draw: st.DrawFn) -> bytes:
    """Return a file of some bytes that were changed, outside or inside of a zip."""
    whole = draw(st.sampled_from(WHOLE_FILES))
    if whole.startswith(b"PK") and draw(st.booleans()):
        with zipfile.ZipFile(io.BytesIO(whole)) as file:
            parts = {name: file.read(name) for name in file.namelist()}
        name = draw(st.sampled_from(sorted(parts)))
        return zipped(**{**parts, name: draw(changed(parts[name]))})
    return draw(changed(whole))


def changed(whole: bytes) -> st.SearchStrategy[bytes]:
    places = st.integers(0, len(whole))
    return st.builds(
        lambda at, width, new: whole[:at] + new + whole[at + width :],
        places,
        st.integers(0, 30),
        st.binary(max_size=4) | st.sampled_from([b"<", b'"', b"999999999", b"&#0;", b"-1", b"\n"]),
    )


WHOLE_FILES = [
    a_workbook([["Navn", "E-post"], ["LO", "a@x.example"], ["NHO", 1.5]], merged=["A2:A3"]),
    a_word_file(),
    CARDS,
    MAIL,
    OUTLOOK,
    PASTED,
    A_PAGE,
    *(
        exporter_for(format_)(
            RecipientTable("liste", (RecipientRow("LO", emails=("a@x.example",)),)), ExportOptions()
        )
        for format_ in (ExportFormat.ODS, ExportFormat.JSON)
    ),
]


@settings(max_examples=150)
@given(broken())
def test_a_broken_file_is_read_or_refused_in_words(data: bytes) -> None:
    with contextlib.suppress(NoList):
        taken(data)
