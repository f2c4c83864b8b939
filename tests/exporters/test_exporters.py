import csv
import datetime as dt
import io
import json
import re
import shutil
import subprocess
import zipfile
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import openpyxl
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from lxml import etree

from hearingkit.exporters import DELIMITERS, ExportFormat, ExportOptions, exporter_for, left_out
from hearingkit.language.language import Language
from hearingkit.lists.columns import COLUMNS
from hearingkit.lists.table import RecipientRole, RecipientRow, RecipientTable

Golden = Callable[[str, str], None]

SOFFICE = shutil.which("soffice")
OPTIONS = ExportOptions()
SHOWN = {
    ExportFormat.XLSX: "xlsx.txt",
    ExportFormat.ODS: "ods.txt",
    ExportFormat.MERGE: "merge.csv",
    ExportFormat.EFORMIDLING: "eformidling.csv",
    ExportFormat.DIGITALPOST: "digitalpost.csv",
    ExportFormat.REGISTER: "register.yaml",
}
_TABLE = "{urn:oasis:names:tc:opendocument:xmlns:table:1.0}"
_OFFICE = "{urn:oasis:names:tc:opendocument:xmlns:office:1.0}"
CONFIG = {"config": "urn:oasis:names:tc:opendocument:xmlns:config:1.0"}
FORMULA = re.compile(r"\s*[=+\-@＝＋－＠]")
PHONE = re.compile(r"\+[0-9 ().-]+")

TEXTS = st.text(alphabet=st.characters(exclude_categories=["Cs"]), max_size=12) | st.sampled_from(
    ["=1+1", "\t=1", "\r\n+1", "＝1", "\u00a0@A1", '";=1', "a\nb", "+45 12 34 56 78", "\x00-1"]
)
EMAILS = st.from_regex(r"[A-Za-z]{1,2}@[ab]\.example", fullmatch=True)
ROWS = st.builds(
    RecipientRow,
    name=TEXTS,
    language=st.sampled_from(Language),
    headings=st.lists(TEXTS, max_size=2).map(tuple),
    attention=TEXTS,
    emails=st.lists(EMAILS, max_size=3).map(tuple),
    phone=TEXTS,
    address=st.lists(TEXTS, max_size=3).map(tuple),
    org_number=TEXTS,
    role=st.sampled_from(RecipientRole),
    member_of=TEXTS,
    their_reference=TEXTS,
    ean=TEXTS,
)
TABLES = st.builds(RecipientTable, hearing=TEXTS, rows=st.lists(ROWS, max_size=8).map(tuple))


def a_row(name: str = "Lægeforeningen", **fields: object) -> RecipientRow:
    return replace(RecipientRow(name=name, language=Language.DA), **fields)  # type: ignore[arg-type]


def a_table(*rows: RecipientRow) -> RecipientTable:
    return RecipientTable("kroniske-smerter", rows)


def everyday_table() -> RecipientTable:
    return a_table(
        a_row(
            headings=("Organisationer", "Læger"),
            emails=("post@laege.example", "hoering@laege.example"),
            phone="+45 12 34 56 78",
            address=("Blåbærvej 7", "2100 København Ø"),
            org_number="12345674",
            ean="5790000000005",
        ),
        a_row("Tromsø kommune", language=Language.NB, emails=("post@tromso.example",)),
        a_row(
            "Ørsta kommune",
            language=Language.NN,
            role=RecipientRole.COPY,
            attention="Kommuneoverlegen",
            their_reference="2026/98-2",
        ),
        a_row("Bergen kommune", org_number="NO 964 338 531 MVA"),
        a_row("Helse Vest", eformidling="0192:987654325", org_number="974760673"),
        a_row("Yngre læger", emails=("POST@laege.example",), member_of="Lægeforeningen"),
    )


def awkward_table() -> RecipientTable:
    return a_table(
        a_row('=HYPERLINK("https://x.example";"klik")', phone="+45-12-34-56", org_number="0150"),
        a_row(" @SUM(A1)", attention="\t-1", headings=("＝1+1", "Råd; nævn, m.fl.")),
        a_row('Foreningen "Håb"\r\nAfdeling 2', address=("c/o A, B", "\n+1"), phone="+4512345678"),
        a_row("— og så videre", emails=("a;b@x.example", "a@x.example\nBcc: b@x.example")),
    )


def export(format_: ExportFormat, table: RecipientTable, options: ExportOptions = OPTIONS) -> str:
    """Return a list as text; of a workbook, its sheets with a line for each row."""
    data = exporter_for(format_)(table, options)
    match format_:
        case ExportFormat.XLSX:
            return shown(data)
        case ExportFormat.ODS:
            return shown_text(data)
        case _:
            return data.decode()


def shown(workbook: bytes) -> str:
    """Return the sheets of a workbook as text."""
    book = openpyxl.load_workbook(io.BytesIO(workbook))
    rows = (row for sheet in book for row in ([f"[{sheet.title}]"], *sheet.values))
    return "".join(" | ".join(cell or "" for cell in row).rstrip() + "\n" for row in rows)


def shown_text(spreadsheet: bytes) -> str:
    """Return the sheets of an OpenDocument spreadsheet as text."""
    lines = []
    for sheet in parts_of(spreadsheet)["content.xml"].iter("{*}table"):
        lines.append(f"[{sheet.get(_TABLE + 'name')}]")
        lines += [" | ".join(map(text_of, row)).rstrip() for row in sheet.iter("{*}table-row")]
    return "".join(f"{line}\n" for line in lines)


def text_of(cell: etree._Element) -> str:
    """Return the text of a cell; what XML passes over stands in elements."""
    for space in cell.iter("{*}s"):
        space.text = " "
    return "".join(str(one) for one in cell.itertext())


def parts_of(spreadsheet: bytes) -> dict[str, etree._Element]:
    with zipfile.ZipFile(io.BytesIO(spreadsheet)) as file:
        first = file.infolist()[0]
        assert (first.filename, first.compress_type) == ("mimetype", zipfile.ZIP_STORED)
        names = [name for name in file.namelist() if name.endswith(".xml")]
        return {name: etree.fromstring(file.read(name)) for name in names}


def cells_of(text: str, delimiter: str = ";") -> list[list[str]]:
    return list(
        csv.reader(io.StringIO(text.removeprefix("\ufeff"), newline=""), delimiter=delimiter)
    )


@pytest.mark.parametrize("format_", ExportFormat)
def test_exports_an_everyday_list(format_: ExportFormat, golden: Golden) -> None:
    golden(f"exports/everyday.{SHOWN.get(format_, format_)}", export(format_, everyday_table()))


@pytest.mark.parametrize("format_", ExportFormat)
def test_exports_awkward_text_so_that_it_stays_text(format_: ExportFormat, golden: Golden) -> None:
    golden(f"exports/awkward.{SHOWN.get(format_, format_)}", export(format_, awkward_table()))


@pytest.mark.parametrize("format_", ExportFormat)
def test_exports_an_empty_list(format_: ExportFormat, golden: Golden) -> None:
    golden(f"exports/empty.{SHOWN.get(format_, format_)}", export(format_, a_table()))


@pytest.mark.parametrize("format_", ExportFormat)
@given(table=TABLES)
def test_the_same_list_gives_the_same_bytes(format_: ExportFormat, table: RecipientTable) -> None:
    exporter = exporter_for(format_)

    assert exporter(table, OPTIONS) == exporter(table, OPTIONS)


@given(TABLES, st.sampled_from(DELIMITERS))
def test_csv_has_a_row_a_recipient_and_never_a_formula(
    table: RecipientTable, delimiter: str
) -> None:
    header, *rows = cells_of(
        export(ExportFormat.CSV, table, ExportOptions(delimiter=delimiter)), delimiter
    )

    assert tuple(header) == COLUMNS
    assert len(rows) == len(table.rows)
    for cell in (cell for row in rows for cell in row):
        assert cell.splitlines() in ([], [cell])
        assert not FORMULA.match(cell) or PHONE.fullmatch(cell)


@given(st.lists(st.text(alphabet='abæøå;," 1', max_size=8), min_size=3, max_size=3))
def test_csv_gives_harmless_text_back(texts: list[str]) -> None:
    name, attention, member_of = texts
    row = a_row(name, attention=attention, member_of=member_of)

    _, found = cells_of(export(ExportFormat.CSV, a_table(row)))

    assert [found[1], found[2], found[9]] == texts


def test_csv_begins_with_a_byte_order_mark_and_ends_lines_as_excel_does() -> None:
    whole = exporter_for(ExportFormat.CSV)(everyday_table(), OPTIONS)

    assert whole.startswith(b"\xef\xbb\xbfheading;")
    assert whole.count(b"\n") == whole.count(b"\r\n") == 7


@pytest.mark.parametrize(
    ("phone", "cell"),
    [
        ("+45 12 34 56 78", "+45 12 34 56 78"),
        ("+47 (0) 22-24.90", "+47 (0) 22-24.90"),
        ("+4512345678", "+4512345678"),
        ("12 34 56 78", "12 34 56 78"),
        ("+45-12-34-56", "'+45-12-34-56"),
        ("+45 A1", "'+45 A1"),
        ("+45+12", "'+45+12"),
    ],
)
def test_csv_keeps_a_phone_number_that_is_no_sum(phone: str, cell: str) -> None:
    _, found = cells_of(export(ExportFormat.CSV, a_table(a_row(phone=phone))))

    assert found[COLUMNS.index("phone")] == cell


@given(TABLES)
def test_json_gives_every_field_back(table: RecipientTable) -> None:
    whole = json.loads(export(ExportFormat.JSON, table))

    assert (whole["version"], whole["hearing"]) == (1, table.hearing)
    assert tuple(_row(fields) for fields in whole["recipients"]) == table.rows


def _row(fields: dict[str, object]) -> RecipientRow:
    lists = {key: tuple(value) for key, value in fields.items() if isinstance(value, list)}
    kinds = {
        "language": Language(str(fields["language"])),
        "role": RecipientRole(str(fields["role"])),
    }
    return RecipientRow(**{**fields, **lists, **kinds})  # type: ignore[arg-type]


@given(TABLES, st.integers(1, 4))
def test_txt_names_every_address_once_in_small_batches(table: RecipientTable, batch: int) -> None:
    lines = export(ExportFormat.TXT, table, ExportOptions(batch=batch)).splitlines()

    batches = [line.split("; ") for line in lines]
    named = [address.lower() for addresses in batches for address in addresses]
    assert all(len(addresses) == batch for addresses in batches[:-1])
    assert all(1 <= len(addresses) <= batch for addresses in batches[-1:])
    assert sorted(named) == sorted({mail.lower() for row in table.rows for mail in row.emails})


def test_txt_keeps_the_first_spelling_and_the_order() -> None:
    table = a_table(
        a_row(emails=("B@x.example", "a@x.example")),
        a_row(emails=("b@X.example", "c@x.example"), role=RecipientRole.COPY),
    )

    lines = export(ExportFormat.TXT, table, ExportOptions(batch=2))

    assert lines == "B@x.example; a@x.example\nc@x.example\n"


@pytest.mark.parametrize(
    "address",
    [
        "",
        "a@x.example\r\nBcc: b@x.example",
        "a@x.example, b@x.example",
        "a@x.example;b@x.example",
        "A <a@x.example>",
        "a@x.example\u2028b@x.example",
        "a\x00@x.example",
    ],
)
def test_txt_leaves_out_what_would_become_a_header_or_a_second_address(address: str) -> None:
    table = a_table(a_row(emails=(address, "post@x.example")))

    assert export(ExportFormat.TXT, table) == "post@x.example\n"


@pytest.mark.parametrize("batch", [0, -1])
def test_a_batch_of_nobody_is_refused(batch: int) -> None:
    with pytest.raises(ValueError, match="less than one"):
        ExportOptions(batch=batch)


@pytest.mark.parametrize("delimiter", ["", "|", ";;", "\n"])
def test_a_delimiter_that_no_spreadsheet_expects_is_refused(delimiter: str) -> None:
    with pytest.raises(ValueError, match="semicolon, comma or tab"):
        ExportOptions(delimiter=delimiter)


@settings(max_examples=15)
@given(TABLES)
def test_a_workbook_has_a_row_a_recipient_and_text_alone(table: RecipientTable) -> None:
    whole = exporter_for(ExportFormat.XLSX)(table, OPTIONS)

    sheet, provenance = openpyxl.load_workbook(io.BytesIO(whole))
    head, *rows = sheet.iter_rows()
    assert tuple(cell.value for cell in head) == COLUMNS
    assert len(rows) == len(table.rows)
    cells = [cell for row in (head, *rows, *provenance.iter_rows()) for cell in row]
    filled = [cell for cell in cells if cell.value is not None]
    assert {cell.data_type for cell in filled} == {"s"}
    assert {cell.number_format for cell in filled} == {"@"}
    # An empty cell looks as its column does.
    columns = list(sheet.column_dimensions.values())
    reached = [number for one in columns for number in range(one.min, one.max + 1)]
    assert reached == [cell.column for cell in head]
    assert {one.number_format for one in columns} == {"@"}


def test_a_workbook_keeps_its_head_in_sight_and_filters_by_it() -> None:
    whole = exporter_for(ExportFormat.XLSX)(everyday_table(), OPTIONS)

    sheet, _ = openpyxl.load_workbook(io.BytesIO(whole))
    assert sheet.freeze_panes == "A2"
    assert sheet.auto_filter.ref == "A1:L7"
    assert sheet.column_dimensions["A"].width > len("Organisationer / Læger")


@settings(max_examples=15)
@given(TABLES)
def test_a_spreadsheet_has_a_row_a_recipient_and_text_alone(table: RecipientTable) -> None:
    sheets = list(
        parts_of(exporter_for(ExportFormat.ODS)(table, OPTIONS))["content.xml"].iter("{*}table")
    )

    head, *rows = sheets[0].iter("{*}table-row")
    assert tuple(map(text_of, head)) == COLUMNS
    assert len(rows) == len(table.rows)
    assert {len(row) for row in (head, *rows)} == {len(COLUMNS)}
    cells = [cell for sheet in sheets for cell in sheet.iter("{*}table-cell")]
    assert {cell.get(f"{_OFFICE}value-type") for cell in cells if len(cell)} == {"string"}
    assert not any(cell.get(f"{_TABLE}formula") for cell in cells)
    assert [text_of(cell) for cell in cells] == [
        cell for sheet in in_a_workbook(table) for row in sheet for cell in row
    ]


def in_a_workbook(table: RecipientTable) -> list[list[list[str]]]:
    """Return the sheets of the same list as .xlsx."""
    book = openpyxl.load_workbook(io.BytesIO(exporter_for(ExportFormat.XLSX)(table, OPTIONS)))
    return [[[cell or "" for cell in row] for row in sheet.values] for sheet in book]


def test_a_spreadsheet_keeps_its_head_in_sight() -> None:
    parts = parts_of(exporter_for(ExportFormat.ODS)(everyday_table(), OPTIONS))

    [sheet] = parts["settings.xml"].xpath("//*[@config:name='Recipients']", namespaces=CONFIG)
    frozen = {one.get(f"{{{CONFIG['config']}}}name"): one.text for one in sheet}
    assert frozen == {"VerticalSplitMode": "2", "VerticalSplitPosition": "1", "PositionBottom": "1"}


def test_a_workbook_says_where_it_comes_from() -> None:
    table = replace(everyday_table(), source="hearings.yaml", dated=dt.date(2026, 2, 2))
    whole = exporter_for(ExportFormat.XLSX)(table, OPTIONS)

    book = openpyxl.load_workbook(io.BytesIO(whole))
    facts = dict(book["Provenance"].values)
    assert (facts["hearing"], facts["file"]) == ("kroniske-smerter", "hearings.yaml")
    assert (facts["date"], facts["recipients"]) == ("2026-02-02", "6")
    assert all(sheet.sheet_properties.pageSetUpPr.fitToPage for sheet in book)
    assert {sheet.page_setup.orientation for sheet in book} == {"landscape"}
    assert book.properties.created.isoformat() == "2026-02-02T00:00:00"


def test_a_sheet_has_the_columns_asked_for() -> None:
    table, wanted = everyday_table(), ExportOptions(columns=("email", "name"))

    csv_ = cells_of(export(ExportFormat.CSV, table, wanted))
    xlsx = export(ExportFormat.XLSX, table, wanted).splitlines()

    assert csv_[1] == ["post@laege.example; hoering@laege.example", "Lægeforeningen"]
    assert xlsx[1:3] == ["email | name", " | ".join(csv_[1])]


@settings(max_examples=30)
@given(TABLES)
def test_a_mail_merge_has_a_row_an_address(table: RecipientTable) -> None:
    _, *rows = cells_of(export(ExportFormat.MERGE, table))

    addresses = [one for row in table.rows for one in row.emails or ("",)]
    assert [row[COLUMNS.index("email")] for row in rows] == addresses


@settings(max_examples=30)
@given(TABLES)
def test_a_vcard_holds_one_recipient_and_no_more(table: RecipientTable) -> None:
    whole = export(ExportFormat.VCF, table)

    lines = whole.split("\r\n")
    assert all(len(line.encode()) <= 75 for line in lines)
    assert lines.count("BEGIN:VCARD") == lines.count("END:VCARD") == len(table.rows)
    unfolded = whole.replace("\r\n ", "").split("\r\n")
    emails = [line.partition(":")[2] for line in unfolded if line.startswith("EMAIL")]
    assert emails == [one for row in table.rows for one in row.emails]


@pytest.mark.skipif(SOFFICE is None, reason="needs LibreOffice's soffice")
@pytest.mark.parametrize("delimiter", DELIMITERS)
def test_libreoffice_reads_csv_as_it_was_meant(delimiter: str, tmp_path: Path) -> None:
    table = a_table(*everyday_table().rows, *awkward_table().rows, a_row("=1+1"))
    whole = exporter_for(ExportFormat.CSV)(table, ExportOptions(delimiter=delimiter))
    (tmp_path / "list.csv").write_bytes(whole)

    content = spreadsheet_xml(tmp_path, delimiter)

    assert "table:formula" not in content
    for text in ("Blåbærvej 7, 2100 København Ø", "Tromsø kommune", "+45 12 34 56 78"):
        assert f"<text:p>{text}</text:p>" in content


@pytest.mark.skipif(SOFFICE is None, reason="needs LibreOffice's soffice")
@pytest.mark.parametrize("format_", [ExportFormat.XLSX, ExportFormat.ODS])
def test_libreoffice_keeps_zeros_and_plus_signs_of_a_workbook(
    format_: ExportFormat, tmp_path: Path
) -> None:
    row = a_row(phone="004722334455", org_number="01234567", attention="+4512345678")
    whole = exporter_for(format_)(a_table(row, *awkward_table().rows), OPTIONS)
    (tmp_path / f"list.{format_}").write_bytes(whole)

    content = converted(tmp_path / f"list.{format_}")

    assert "table:formula" not in content
    assert 'office:value-type="float"' not in content
    for text in ("004722334455", "01234567", "+4512345678", "=HYPERLINK("):
        assert f"<text:p>{text}" in content
    assert 'table:display-filter-buttons="true"' in content
    assert "<number:text-content/>" in content


def spreadsheet_xml(folder: Path, delimiter: str) -> str:
    """Open list.csv as the import dialog would: separator, quotation mark, UTF-8, first line.

    Source:
        LibreOffice Help, CSV Filter Parameters: 76 is UTF-8, 1030 Danish, true finds numbers.
    """
    filter_ = f"Text - txt - csv (StarCalc):{ord(delimiter)},34,76,1,,1030,false,true"
    return converted(folder / "list.csv", f"--infilter={filter_}")


def converted(path: Path, *options: str) -> str:
    """Open a file in LibreOffice, and return it as a spreadsheet in XML."""
    profile = f"-env:UserInstallation={(path.parent / 'profile').as_uri()}"
    asks = ["--headless", *options, "--convert-to", "fods", "--outdir", str(path.parent)]
    ran = subprocess.run(
        [str(SOFFICE), profile, *asks, str(path)],
        check=True,
        capture_output=True,
        text=True,
        timeout=600,
    )
    if "source file could not be loaded" in ran.stderr:
        pytest.skip("needs LibreOffice Calc; only other parts of LibreOffice are here")
    return path.with_suffix(".fods").read_text(encoding="utf-8")


@pytest.mark.parametrize(
    ("format_", "fields", "number"),
    [
        (ExportFormat.EFORMIDLING, {"org_number": "974 760 673"}, "0192:974760673"),
        (ExportFormat.EFORMIDLING, {"org_number": "974760674"}, ""),
        (ExportFormat.EFORMIDLING, {"org_number": "12345674"}, ""),
        (ExportFormat.EFORMIDLING, {"eformidling": "0192:987654325"}, "0192:987654325"),
        (ExportFormat.DIGITALPOST, {"org_number": "12 34 56 74"}, "12345674"),
        (ExportFormat.DIGITALPOST, {"org_number": "974760673"}, ""),
        (ExportFormat.DIGITALPOST, {"org_number": "x", "digital_post": "12345674"}, "12345674"),
    ],
)
def test_finds_who_is_written_to_by_a_number_that_checks(
    format_: ExportFormat, fields: dict[str, object], number: str
) -> None:
    table = a_table(a_row("A", **fields), a_row("B", **fields))

    head, *rows = cells_of(export(format_, table))

    assert head == ["org_number", "name", "role"]
    assert rows == ([[number, "A", "to"]] if number else [])
    missing = left_out(format_, table)
    assert missing.names == (() if number else ("A", "B"))
