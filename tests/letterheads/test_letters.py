"""Letters in letterheads of other hands."""

import dataclasses
import io
import shutil
import subprocess
from pathlib import Path

import docx
import pytest
from docx.oxml.ns import qn
from openxml_audit import FileFormat, OpenXmlValidator

from hearingkit.writers.docx import write
from hearingkit.writers.dress import Dress
from tests.letterheads.letters import data_of_a_letter, letter_in, lines, list_in, opened
from tests.letterheads.word_files import (
    PAGE,
    STYLES,
    control,
    in_box,
    members,
    merge_field,
    p,
    word_file,
)
from tests.rendering import written
from tests.workspaces import in_process
from tests.writers.docx_builders import a_danish_letter

ENCLOSED = "Utkast <https://etaten.example/utkast>"
SLOTS = (
    p("{{ recipient }}")
    + p("Vår ref.: {{ our_reference }}")
    + p("{{ subject }}")
    + p("{{ body }}")
    + p("{{ closing }}")
    + p("{{ signature }}")
    + p("{{ enclosures }}")
)


def test_puts_each_part_where_its_slot_stands(tmp_path: Path) -> None:
    said = lines(opened(letter_in(word_file(SLOTS), tmp_path)).element)

    assert said[:4] == ["Til", "Østre kommune", "Vår ref.: 26/1234", "Høring – Forskrift om prøver"]
    assert said[-5:] == [
        "Med hilsen",
        "Prøveetaten",
        "Etatens navn\nDirektør",
        "Vedlegg:",
        ENCLOSED,
    ]


SPLIT = (
    '<w:p w:rsidR="00A1"><w:r w:rsidRPr="00B2"><w:t xml:space="preserve">Dato {{</w:t></w:r>'
    '<w:proofErr w:type="spellStart"/><w:r><w:t xml:space="preserve"> da</w:t></w:r>'
    '<w:r><w:rPr><w:b/></w:rPr><w:t>te }</w:t></w:r><w:proofErr w:type="spellEnd"/>'
    '<w:r><w:t xml:space="preserve">} i Oslo</w:t></w:r></w:p>'
)
CELL = '<w:tc><w:tcPr><w:tcW w:w="4000" w:type="dxa"/></w:tcPr>{}</w:tc>'


def _table(*rows: tuple[str, str]) -> str:
    shown = "".join(f"<w:tr>{''.join(map(CELL.format, row))}</w:tr>" for row in rows)
    grid = '<w:tblGrid><w:gridCol w:w="4000"/><w:gridCol w:w="4000"/></w:tblGrid>'
    return f'<w:tbl><w:tblPr><w:tblW w:w="8000" w:type="dxa"/></w:tblPr>{grid}{shown}</w:tbl>'


@pytest.mark.parametrize(
    ("field", "shown"),
    [
        (p("Dato {{date}}, {{ our_reference }}"), "Dato 02.02.2026, 26/1234"),
        (SPLIT, "Dato 02.02.2026 i Oslo"),
        (f"<w:p>{merge_field('references_ours')}</w:p>", "26/1234"),
        (
            "<w:p><w:fldSimple w:instr=' MERGEFIELD \"date\" '><w:r><w:t>«date»</w:t></w:r>"
            "</w:fldSimple></w:p>",
            "02.02.2026",
        ),
        (f"<w:p>{control('date', '<w:r><w:t>x</w:t></w:r>')}</w:p>", "02.02.2026"),
        (control("issuer_email", p("Klikk her"), "<w:showingPlcHdr/>"), "post@etaten.example"),
        (_table((p("Dato"), p("{{ date }}"))), "02.02.2026"),
        (
            f"<w:p><w:hyperlink w:anchor='x'>{p('{{ date }}')[5:-6]}</w:hyperlink></w:p>",
            "02.02.2026",
        ),
    ],
)
def test_fills_a_field_wherever_it_stands(field: str, shown: str, tmp_path: Path) -> None:
    said = lines(opened(letter_in(word_file(field + SLOTS), tmp_path)).element)

    assert shown in said[:2]
    assert not any("{{" in line or "}}" in line or "«" in line for line in said)


def test_fills_a_text_box_also_for_programs_that_show_its_copy(tmp_path: Path) -> None:
    box = in_box(p("Skriv til {{ issuer.email }}") + p("Tlf. {{ issuer.phone }}"))
    said = lines(opened(letter_in(word_file(box + SLOTS), tmp_path)).element)

    assert said[:2] == ["Skriv til post@etaten.example"] * 2
    assert not any(line.startswith("Tlf.") for line in said)


def test_fills_the_headers_and_footers_of_every_section(tmp_path: Path) -> None:
    first = f'<w:sectPr><w:headerReference w:type="default" r:id="p0"/>{PAGE}</w:sectPr>'
    letterhead = word_file(
        p("", first) + SLOTS,
        section=f"{PAGE}<w:titlePg/>",
        pages={
            "header default": p("{{ issuer.name }}"),
            "header first": p("{{ issuer.address }}"),
            "footer first": p("{{ page_label }}: {{ date }}"),
        },
    )
    word = opened(letter_in(letterhead, tmp_path))

    first_section, last = word.sections
    assert lines(first_section.header._element) == ["Prøveetaten"]
    assert lines(last.first_page_header._element) == ["Postboks 1, 0001 Oslo"]
    assert lines(last.first_page_footer._element) == ["Side: 02.02.2026"]


@pytest.mark.parametrize(
    ("letterhead", "left"),
    [
        (p("Tlf. {{ issuer.phone }}"), []),
        (p("Tlf. {{ issuer.phone }}</w:t><w:br/><w:t>E-post {{ issuer.email }}"), ["E-post"]),
        (p("{{ issuer.email }}</w:t><w:br/><w:t>Tlf. {{ issuer.phone }}"), ["post@etaten"]),
        (p("{{ issuer.phone }} · {{ issuer.email }}"), [" · post@etaten"]),
        (
            _table((p("Tlf."), p("{{ issuer.phone }}")), (p("Ref."), p("{{ our_reference }}"))),
            ["Ref.", "26/1234"],
        ),
        (_table((p("Tlf."), p("{{ issuer.phone }}"))), []),
        (_table((p("Prøveetaten") + p("Oslo"), p("{{ issuer.phone }}"))), ["Prøveetaten", "Oslo"]),
    ],
)
def test_takes_the_line_of_a_field_of_nothing_along(
    letterhead: str, left: list[str], tmp_path: Path
) -> None:
    said = lines(opened(letter_in(word_file(letterhead + p("–") + SLOTS), tmp_path)).element)

    above = said[: said.index("–")]
    assert len(above) == len(left)
    assert all(line.startswith(start) for line, start in zip(above, left, strict=True))
    assert not any("\n" in line for line in above)


PICTURE = b"\x89PNG of nobody's making"
CUSTOM = b"<?xml version='1.0'?>\r\n<b:brev xmlns:b='urn:brev'   >\xc3\xa6 </b:brev>"


def _without_links(letterhead: bytes, folder: Path) -> bytes:
    changes = {
        "body": "Tekst.",
        "submission": {"addresses": [{"post": ["Postboks 1", "0001 Oslo"]}]},
    }
    return letter_in(letterhead, folder, enclosures=None, **changes)


def test_leaves_what_it_does_not_fill_byte_for_byte(tmp_path: Path) -> None:
    extra = {"word/media/logo.png": PICTURE, "customXml/item1.xml": CUSTOM, "word/bin.dat": b"\0"}
    pages = {"header default": p("Uten felt") + "<!-- en merknad -->", "footer default": p("Bunn")}
    letterhead = word_file(SLOTS, extra=extra, pages=pages)
    before, after = members(letterhead), members(_without_links(letterhead, tmp_path))

    same = {name for name, part in before.items() if after[name] == part}
    with_properties = {"[Content_Types].xml", "_rels/.rels"}
    assert before.keys() - same == {"word/document.xml", "word/styles.xml"} | with_properties
    assert after.keys() - before.keys() == {"docProps/core.xml"}
    assert list(after)[: len(before)] == list(before)


def test_writes_the_same_bytes_twice(tmp_path: Path) -> None:
    letterhead = word_file(SLOTS)

    first = letter_in(letterhead, tmp_path / "a")

    assert letter_in(letterhead, tmp_path / "b") == first


def test_keeps_the_styles_of_the_letterhead_by_the_names_of_its_word(tmp_path: Path) -> None:
    word = opened(letter_in(word_file(SLOTS), tmp_path))

    heading = next(one for one in word.paragraphs if one.text == "Bakgrunn")
    assert heading._p.style == "Overskrift1"
    assert [one.name for one in word.styles if one.name.startswith("Heading")] == ["Heading 1"]


OWN_LISTS = STYLES.replace(
    "</w:styles>",
    '<w:style w:type="paragraph" w:customStyle="1" w:styleId="Punktliste"><w:name '
    'w:val="Liste med punkttegn"/><w:basedOn w:val="Normal"/></w:style></w:styles>',
)


@pytest.mark.parametrize(("styles", "style"), [(STYLES, "Brevtekst"), (OWN_LISTS, "Punktliste")])
def test_numbers_lists_whether_the_letterhead_has_any_or_not(
    styles: str, style: str, tmp_path: Path
) -> None:
    slots = SLOTS.replace(p("{{ body }}"), p("{{ body }}", '<w:pStyle w:val="Brevtekst"/>'))
    word = opened(letter_in(word_file(slots, styles=styles), tmp_path))

    items = [one for one in word.paragraphs if one._p.xpath("w:pPr/w:numPr")]
    said = [(one.text, one._p.pPr.numPr.ilvl.val) for one in items]
    assert said[:3] == [("et punkt", 0), ("under det", 1), ("et punkt til", 0)]
    assert items[0]._p.style == style
    kinds = word.part.numbering_part.element.xpath("//w:num/w:numId | //w:num/@w:numId")
    assert len(kinds) == len(set(kinds))


def test_gives_the_text_the_look_of_its_slot(tmp_path: Path) -> None:
    look = '<w:rPr><w:rFonts w:ascii="Georgia" w:hAnsi="Georgia"/></w:rPr>'
    body = p("{{ body }}", '<w:jc w:val="both"/><w:spacing w:after="80"/>')
    slots = SLOTS.replace(p("{{ body }}"), body.replace("<w:r>", f"<w:r>{look}"))
    word = opened(letter_in(word_file(slots), tmp_path))

    text = next(one for one in word.paragraphs if one.text.startswith("Første"))
    assert text._p.xpath("w:pPr/w:jc/@w:val") == ["both"]
    assert set(text._p.xpath(".//w:rFonts/@w:ascii")) == {"Georgia"}
    tags = [child.tag for child in text._p.pPr]
    assert tags.index(qn("w:spacing")) < tags.index(qn("w:jc"))


def test_loses_no_part_that_has_no_slot(tmp_path: Path) -> None:
    said = lines(opened(letter_in(word_file(p("{{ body }}")), tmp_path)).element)

    wanted = ["Til", "Vår ref.: 26/1234", "Høring – Forskrift om prøver", "Bakgrunn", "Med hilsen"]
    found = [said.index(line) for line in wanted]
    assert found == sorted(found)
    assert said.index(ENCLOSED) > found[-1]


def test_marks_a_draft_where_the_letterhead_has_no_field_for_it(tmp_path: Path) -> None:
    said = lines(opened(letter_in(word_file(SLOTS), tmp_path, draft="true")).element)

    assert "UTKAST" in said


def test_dresses_the_list_of_recipients_too(tmp_path: Path) -> None:
    numbers = p("Deres ref.: {{ your_reference }}") + p("Vår ref.: {{ our_reference }}")
    letterhead = word_file(p("Etatens brevark") + numbers + SLOTS)
    references = {"ours": "26/1234", "yours": "77"}

    said = lines(opened(list_in(letterhead, tmp_path, references=references)).element)

    assert said == [
        *("Etatens brevark", "Vår ref.: 26/1234", "Vår ref.: 26/1234"),
        *("Liste over høringsinstanser", "Høring – Forskrift om prøver", "Østre kommune"),
    ]


def test_the_command_for_the_printed_list_dresses_it_so_too(tmp_path: Path) -> None:
    data = data_of_a_letter()
    data["issuers"]["etaten"]["letterhead"] = "brevmal.docx"
    written(data, tmp_path)
    own = word_file(p("Etatens brevark") + p("{{ body }}"))
    (tmp_path / "data" / "brevmal.docx").write_bytes(own)

    made = in_process(
        "recipients", "--printed", "docx", "-o", tmp_path / "liste.docx", "-w", tmp_path
    )

    assert made.exit_code == 0, made.output
    assert lines(docx.Document(str(tmp_path / "liste.docx")).element)[0] == "Etatens brevark"


@pytest.mark.parametrize(
    ("end", "columns"),
    [
        (PAGE, ["1", "3", ""]),
        ('<w:pgSz w:w="11906" w:h="16838"/><w:pgNumType w:start="1"/>', ["1", "3", ""]),
        (f'{PAGE}<w:cols w:num="2"/>', ["2"]),
    ],
)
def test_sets_many_names_in_columns_of_a_letterhead_of_one_section(
    end: str, columns: list[str], tmp_path: Path
) -> None:
    letterhead = word_file(p("{{ body }}") + p("Til slutt"), section=end)
    entries = [f"Kommune {number}" for number in range(60)]

    made = list_in(letterhead, tmp_path, recipients={"placement": "enclosed", "entries": entries})

    sections = opened(made).element.xpath("//w:sectPr")
    assert [one.xpath("string(w:cols/@w:num)") for one in sections] == columns
    assert sum(map(len, (one.xpath("w:pgNumType/@w:start") for one in sections))) <= 1
    assert _faults(made, tmp_path) <= _faults(letterhead, tmp_path)


def test_keeps_a_logo_that_is_anchored_to_a_slot(tmp_path: Path) -> None:
    logo = in_box(p("LOGO"))[len("<w:p>") : -len("</w:p>")]
    slots = SLOTS.replace('<w:r><w:t xml:space="preserve">{{ body', f"{logo}<w:r><w:t>{{{{ body")
    said = lines(opened(letter_in(word_file(slots), tmp_path)).element)

    assert said.count("LOGO") == 2


def test_ends_the_section_that_a_slot_ended(tmp_path: Path) -> None:
    slots = SLOTS.replace(p("{{ body }}"), p("{{ body }}", f"<w:sectPr>{PAGE}</w:sectPr>"))

    assert len(opened(letter_in(word_file(slots), tmp_path)).sections) == 2


def test_fills_in_text_that_looks_like_a_field_as_it_is() -> None:
    document = dataclasses.replace(a_danish_letter(), title="Om {{ body }} og {{ date }}")

    said = lines(opened(write(document, Dress(word_file(SLOTS)))).element)

    assert "Om {{ body }} og {{ date }}" in said


LETTERHEADS = {
    "slots": word_file(SLOTS),
    "bare": word_file(p("{{ body }}")),
    "box": word_file(in_box(p("{{ recipient }}")) + SLOTS.replace(p("{{ recipient }}"), "")),
    "cells": word_file(_table((p("{{ recipient }}"), p("{{ body }}"))) + p("{{ signature }}")),
    "sections": word_file(SLOTS + p("", f"<w:sectPr>{PAGE}</w:sectPr>") + p("Bakside")),
}


@pytest.mark.parametrize("name", LETTERHEADS)
def test_is_valid_office_open_xml(name: str, tmp_path: Path) -> None:
    letter = letter_in(LETTERHEADS[name], tmp_path)

    assert _faults(letter, tmp_path) <= _faults(LETTERHEADS[name], tmp_path)


def _faults(data: bytes, folder: Path) -> set[str]:
    """Return what is no Office Open XML; a small letterhead lacks parts that Word would write."""
    file = folder / "judged.docx"
    file.write_bytes(data)
    result = OpenXmlValidator(file_format=FileFormat.MICROSOFT_365).validate(file)
    return {str(error) for error in result.errors}


@pytest.mark.skipif(not shutil.which("soffice"), reason="LibreOffice is missing")
@pytest.mark.parametrize("name", [*LETTERHEADS, "made by LibreOffice"])
def test_libreoffice_shows_all_of_a_letter(name: str, tmp_path: Path) -> None:
    letterhead = LETTERHEADS.get(name) or _made_by_libreoffice(tmp_path)
    letter = tmp_path / "letter.docx"
    letter.write_bytes(letter_in(letterhead, tmp_path))

    text = (_converted(letter, "txt:Text (encoded):UTF8")).read_text("utf-8-sig")

    for said in ("Høring – Forskrift om prøver", "under det", "Vedtak", "Etatens navn", "Utkast"):
        assert said in text
    assert "{{" not in text


def _made_by_libreoffice(folder: Path) -> bytes:
    page = folder / "brev.html"
    slots = "".join(f"<p>{{{{ {name} }}}}</p>" for name in ("recipient", "body", "signature"))
    page.write_text(f"<html><body><h1>{{{{ subject }}}}</h1>{slots}</body></html>", "utf-8")
    return _converted(_converted(page, "odt:writer8"), "docx").read_bytes()


def _converted(file: Path, to: str) -> Path:
    profile = f"-env:UserInstallation=file://{file.parent}/profile"
    command = ["soffice", profile, "--headless", "--writer", "--convert-to", to, file.name]
    subprocess.run(command, cwd=file.parent, check=True, capture_output=True, timeout=120)
    return file.with_suffix(f".{to.partition(':')[0]}")


def test_python_docx_opens_what_it_writes(tmp_path: Path) -> None:
    assert docx.Document(io.BytesIO(letter_in(LETTERHEADS["cells"], tmp_path))).tables
