"""Lists as offices keep them, of different make."""

import io
import zipfile
from collections.abc import Mapping, Sequence

import docx
import xlsxwriter

Rows = Sequence[Sequence[object]]


def a_workbook(
    rows: Rows, sheet: str = "Ark1", merged: Sequence[str] = (), bold: bool = False
) -> bytes:
    """Return an .xlsx with one sheet; rows of one cell are bold where asked."""
    data = io.BytesIO()
    with xlsxwriter.Workbook(data, {"in_memory": True}) as book:
        there = book.add_worksheet(sheet)
        letters = book.add_format({"bold": bold})
        for number, row in enumerate(rows):
            alone = sum(cell is not None for cell in row) == 1
            for column, cell in enumerate(row):
                if cell is not None:
                    there.write(number, column, cell, letters if alone else None)
        for area in merged:
            first = area.partition(":")[0]
            there.merge_range(area, rows[int(first[1:]) - 1][ord(first[0]) - 65])
    return data.getvalue()


def a_marked_workbook() -> bytes:
    """Return an .xlsx with links, comments, struck cells and a hidden row."""
    data = io.BytesIO()
    with xlsxwriter.Workbook(data, {"in_memory": True}) as book:
        there, struck = book.add_worksheet("Parter"), book.add_format({"font_strikeout": True})
        there.write_row(0, 0, ["Navn", "E-post"])
        there.write_row(1, 0, ["Østre kommune"])
        there.write_url(1, 1, "mailto:post@ostre.example?subject=H%C3%B8ring", string="Skriv hit")
        there.write_comment(1, 0, "Ny adresse i 2027")
        there.write_row(2, 0, ["Gamle kommune", "post@gamle.example"], struck)
        there.write_row(3, 0, ["Vestre kommune"])
        there.write_url(3, 1, "mailto:gammel@vestre.example", string="post@vestre.example")
        there.set_row(3, None, None, {"hidden": True})
        there.write_row(4, 0, ["Lærerlaget"])
        there.write_row(4, 1, ["gammel@larerlaget.example"], struck)
        there.write_row(5, 0, ["Elevlaget"])
        there.write_formula(5, 1, '=HYPERLINK("mailto:post@elev.example","Post")', None, "Post")
    return data.getvalue()


def an_open_document(rows: str) -> bytes:
    """Return an .ods with rows as XML; the style ``ce1`` strikes a text through."""
    data = io.BytesIO()
    spaces = " ".join(
        f'xmlns:{name}="urn:oasis:names:tc:opendocument:xmlns:{name}:1.0"'
        for name in ("office", "table", "text", "style")
    )
    style = (
        '<office:automatic-styles><style:style style:name="ce1" style:family="table-cell">'
        '<style:text-properties style:text-line-through-style="solid"/></style:style>'
        "</office:automatic-styles>"
    )
    with zipfile.ZipFile(data, "w") as file:
        file.writestr(
            "content.xml",
            f'<office:document-content {spaces} xmlns:xlink="http://www.w3.org/1999/xlink">{style}'
            f'<office:body><office:spreadsheet><table:table table:name="Parter">{rows}'
            "</table:table></office:spreadsheet></office:body></office:document-content>",
        )
    return data.getvalue()


def a_workbook_of(sheets: Mapping[str, Rows]) -> bytes:
    """Return an .xlsx with several sheets."""
    data = io.BytesIO()
    with xlsxwriter.Workbook(data, {"in_memory": True}) as book:
        for name, rows in sheets.items():
            there = book.add_worksheet(name)
            for number, row in enumerate(rows):
                there.write_row(number, 0, row)
    return data.getvalue()


def a_word_table(rows: Sequence[Sequence[str]], above: str = "") -> bytes:
    """Return a .docx with a table, and a bold line above it."""
    document = docx.Document()
    if above:
        document.add_paragraph().add_run(above).bold = True
    table = document.add_table(rows=len(rows), cols=len(rows[0]))
    for row, texts in zip(table.rows, rows, strict=True):
        for cell, text in zip(row.cells, texts, strict=True):
            cell.text = text
    data = io.BytesIO()
    document.save(data)
    return data.getvalue()


def a_word_file() -> bytes:
    """Return a .docx with headings, a list and a table."""
    document = docx.Document()
    document.add_heading("Kommuner", 2)
    document.add_paragraph("Østre kommune", style="List Bullet")
    document.add_paragraph("Vestre kommune (post@vestre.example)", style="List Bullet")
    document.add_paragraph().add_run("Organisasjoner").bold = True
    document.add_paragraph("LO\n• NHO")
    table = document.add_table(rows=2, cols=2)
    for row, texts in zip(table.rows, [("Navn", "E-post"), ("Etaten", "a@b.example")], strict=True):
        for cell, text in zip(row.cells, texts, strict=True):
            cell.text = text
    data = io.BytesIO()
    document.save(data)
    return data.getvalue()


CARDS = b"""BEGIN:VCARD\r
VERSION:2.1\r
N;CHARSET=Windows-1252;ENCODING=QUOTED-PRINTABLE:S=F8rensen;Bj=F8rn\r
ORG;CHARSET=UTF-8;ENCODING=QUOTED-PRINTABLE:L=C3=A6ge=\r
foreningen\r
ADR;WORK;PREF:;;Vej 1;By;;2100;Danmark\r
EMAIL;PREF;INTERNET:post@laege.example\r
END:VCARD\r
BEGIN:VCARD\r
VERSION:3.0\r
FN:Uten ad\r
 resse\r
END:VCARD\r
BEGIN:VCARD\r
TEL:1\r
END:VCARD\r
"""
OUTLOOK = (
    '"First Name","Last Name","Company","Business Street","Business City","Business Postal Code",'
    '"E-mail Address","E-mail 2 Address","Business Phone","Priority"\r\n'
    '"Ola","Nordmann","Østre kommune","Storgata 1","Oslo","0150","ola@o.example","post@o.example",'
    '"22 33 44 55","Normal"\r\n'
    '"Kari","Hansen","","","","","kari@x.example","","","Normal"\r\n'
).encode("utf-8-sig")
PASTED = (
    '"Hansen, Ole" <ole@x.example>; Lægeforeningen <post@laege.example>; alene@x.example\n'.encode()
)
PLAIN = """Kommunar:
• Ørsta kommune
• Volda kommune, post@volda.example

Organisasjonar
1. LO
2. NHO – nho@x.example
""".encode()


A_PAGE = """\
<!DOCTYPE html>
<!-- saved from url=(0029)https://etaten.example/hoering -->
<html lang="nb"><head><title>Høring</title><style>p{}</style></head>
<body><header><a href="/">Forsiden</a></header><nav><ul><li>Tema</li></ul></nav>
<main><h1>Høring – forslag til forskrift</h1>
<p>Departementet sender med dette forslag til forskrift på høring.</p>
<h2>Høringsinstanser</h2>
<h3>Departementer</h3>
<ul><li>Finansdepartementet</li><li>Kommunal- og
   distriktsdepartementet</li></ul>
<h3>Organisasjoner</h3>
<ul><li>LO</li><li><a href="mailto:post@nho.example">NHO</a></li><li><del>Gamlelaget</del></li></ul>
<p>KS<br>Virke<br/></p>
</main><footer>Personvern</footer><script>var a="<p>x</p>";</script></body></html>
""".encode()


MAIL = b"""From: =?utf-8?Q?Pr=C3=B8veetaten?= <fra@x.example>
To: "=?utf-8?Q?L=C3=A6rerlaget?=" <a@x.example>,
 =?iso-8859-1?Q?=D8rsta?= <b@x.example>, c@x.example
Cc: Etaten <d@x.example>
Subject: =?utf-8?Q?H=C3=B8ring?=
Message-ID: <1@x.example>

Svar til svar@x.example.
"""
