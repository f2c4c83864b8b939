"""Lists as offices keep them, of different make."""

import io
from collections.abc import Sequence

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
