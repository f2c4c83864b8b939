"""What ``hearingkit letterhead check`` finds, and files that are no letterheads."""

import io
import json
import zipfile
from pathlib import Path

import pytest

from hearingkit.language.language import Language
from hearingkit.letterheads.codes import CODES
from hearingkit.source.foreign_files import COMPOUND
from hearingkit.source.word_files import NO_WORD_FILE
from hearingkit.source.zip_files import packed
from tests.letterheads.letters import data_of_a_letter
from tests.letterheads.word_files import (
    HEAD,
    LINKS,
    NAMES,
    OFFICE,
    PAGE,
    STYLES,
    WORD,
    control,
    in_box,
    members,
    merge_field,
    p,
    word_file,
)
from tests.rendering import findings, written
from tests.workspaces import in_process

SLOTS = "".join(
    p(f"{{{{ {name} }}}}")
    for name in ("recipient", "references", "subject", "body", "signature", "enclosures")
)


def _typed(letterhead: bytes, name: str, type_: str, root: str) -> dict[str, bytes]:
    """Return a part with its type, and the relationship of the package where it needs one."""
    there = members(letterhead)
    override = f'<Override PartName="/{name}" ContentType="{type_}"/></Types>'
    types = there["[Content_Types].xml"].replace(b"</Types>", override.encode())
    kind = f"{LINKS}/metadata/core-properties"
    relation = f'<Relationship Id="z" Type="{kind}" Target="{name}"/></Relationships>'
    own = there["_rels/.rels"].replace(b"</Relationships>", relation.encode())
    of_package = {"_rels/.rels": own} if name.startswith("docProps") else {}
    return {"[Content_Types].xml": types, name: f"{HEAD}{root}".encode(), **of_package}


PICTURE = (
    '<w:p><w:r><w:drawing><wp:inline><wp:extent cx="1" cy="1"/><wp:docPr id="1" name="Bilde 1"/>'
    "<a:graphic><a:graphicData><pic:pic/></a:graphicData></a:graphic></wp:inline></w:drawing>"
    "</w:r></w:p>"
)
COMMENTS = f'{HEAD}<w:comments xmlns:w="urn:w"><w:comment w:id="0"/></w:comments>'.encode()
RELATION = '<Relationship Id="x" Type="{0}/{1}" Target="{2}" TargetMode="External"/>'
RELATION_OF_SETTINGS = f'<Relationship Id="y" Type="{OFFICE}/settings" Target="settings.xml"/>'
SETTINGS = _typed(
    word_file(SLOTS),
    "word/settings.xml",
    f"{WORD}.settings+xml",
    f"<w:settings {NAMES}><w:mailMerge/></w:settings>",
)
PROPERTIES = _typed(
    word_file(SLOTS),
    "docProps/core.xml",
    "application/vnd.openxmlformats-package.core-properties+xml",
    """<cp:coreProperties xmlns:dc="http://purl.org/dc/elements/1.1/"
xmlns:cp="http://schemas.openxmlformats.org/package/2006/metadata/core-properties">
<dc:creator>En ansat</dc:creator></cp:coreProperties>""",
)


def _checked(letterhead: bytes, folder: Path) -> list[str]:
    """Return what the command finds besides missing styles: line, column, code and message."""
    file = folder / "brevmal.docx"
    file.write_bytes(letterhead)
    result = in_process("letterhead", "check", file, "--format", "json")
    found = json.loads(result.stdout)["findings"]
    assert result.exit_code == any(one["severity"] == "error" for one in found)
    return [
        f"{one['line']}:{one['column']} {one['code']} {one['message']}"
        for one in found
        if one["code"] != "HK808"
    ]


FAULTS = {
    '7:7 HK802 paragraph 7: unknown field "issuer.telefon"': p("Tlf.: {{ issuer.telefon }}"),
    '7:1 HK802 paragraph 7: the merge field "Sagsnr" is not known': (
        f"<w:p>{merge_field('Sagsnr')}</w:p>"
    ),
    '1:1 HK802 the control "Dato": the content control "Dato" would print its prompt': (
        control("Dato", p("Klik her"), "<w:showingPlcHdr/>")
    ),
    '7:6 HK803 paragraph 7: braces that nothing closes: "{{ date }': p("Dato {{ date }"),
    '7:1 HK803 paragraph 7: "{% if dato %}" is a tag of another program': p("{% if dato %}"),
    '7:6 HK804 paragraph 7: "{{ closing }}" is a part of the letter': p("Hils {{ closing }}"),
    '7:1 HK804 paragraph 7: "{{ body }}" stands here again': p("{{ body }}"),
    '7:6 HK807 paragraph 7: "{{ date }}" is split over 2 runs': (
        p("Dato {{ da</w:t></w:r><w:r><w:t>te }}")
    ),
    "7:1 HK809 paragraph 7: the text is marked as en-US": (
        p("Text").replace("<w:r>", '<w:r><w:rPr><w:lang w:val="en-US"/></w:rPr>')
    ),
    "7:1 HK811 paragraph 7: a picture has no alt text": PICTURE,
    "7:1 HK812 paragraph 7: a tracked change goes out with every letter": (
        p("x</w:t></w:r><w:ins><w:r><w:t>y</w:t></w:r></w:ins><w:r><w:t>")
    ),
    '8:3 HK802 paragraph 8: unknown field "dato"': in_box(p("- {{ dato }}")),
}


@pytest.mark.parametrize("said", FAULTS)
def test_finds_a_fault_in_its_paragraph_and_nothing_else(said: str, tmp_path: Path) -> None:
    (found,) = _checked(word_file(SLOTS + FAULTS[said]), tmp_path)

    assert found.startswith(said)


OF_FILES = {
    "HK810 the page is 216 x 279 mm": word_file(
        SLOTS, section=PAGE.replace("11906", "12240").replace("16838", "15840")
    ),
    "HK812 comments go out": word_file(SLOTS, extra={"word/comments.xml": COMMENTS}),
    'HK809 its text is marked as "en-US"': word_file(
        SLOTS, styles=STYLES.replace("da-DK", "en-US")
    ),
    'HK814 the template leads out of the file, to "file:///H:/mal.dotx"': word_file(
        SLOTS, links=RELATION.format(OFFICE, "attachedTemplate", "file:///H:/mal.dotx")
    ),
    'HK814 a link leads out of the file, to "file:///H:/notat.docx"': word_file(
        SLOTS, links=RELATION.format(OFFICE, "hyperlink", "file:///H:/notat.docx")
    ),
}


@pytest.mark.parametrize("said", OF_FILES)
def test_finds_a_fault_of_the_file(said: str, tmp_path: Path) -> None:
    (found,) = _checked(OF_FILES[said], tmp_path)

    assert found.startswith(f"1:1 {said}")


def test_lets_links_to_the_web_be(tmp_path: Path) -> None:
    link = RELATION.format(OFFICE, "hyperlink", "https://etaten.example")

    assert _checked(word_file(SLOTS, links=link), tmp_path) == []


def test_finds_what_has_no_slot(tmp_path: Path) -> None:
    found = _checked(word_file(p("Dato {{ date }}")), tmp_path)

    assert [one.split()[1] for one in found] == ["HK805", *["HK806"] * 4]
    assert not any("references" in one for one in found)


def test_finds_a_closing_that_is_typed_where_letters_have_their_own(tmp_path: Path) -> None:
    slots = "".join(map(p, (f"{{{{ {one} }}}}" for one in ("recipient", "subject", "body"))))
    typed = p("Med venleg helsing,") + p("{{ signature }}{{ enclosures }}")

    found = _checked(word_file(p("{{ date }}") + slots + typed), tmp_path)

    assert found[0].startswith('5:1 HK806 paragraph 5: "Med venleg helsing" stands twice')
    assert not any("HK806 paragraph" in one for one in _checked(word_file(SLOTS), tmp_path))


def test_names_a_header_as_the_place(tmp_path: Path) -> None:
    (found,) = _checked(word_file(SLOTS, pages={"header first": p("{{ x }}")}), tmp_path)

    assert found.startswith('7:1 HK802 header 1, paragraph 1: unknown field "x"')


BOMB = io.BytesIO()
with zipfile.ZipFile(BOMB, "w", zipfile.ZIP_DEFLATED) as _file:
    for _number in range(11):
        _file.writestr(f"word/{_number}.xml", bytes(10_000_000))
GOOD = word_file(SLOTS)
DTD = b'<?xml version="1.0"?><!DOCTYPE x [<!ENTITY a SYSTEM "file:///etc/passwd">]><x>&a;</x>'


def _with(old: bytes, new: bytes) -> bytes:
    return packed((name, part.replace(old, new)) for name, part in members(GOOD).items())


def _locked_zip() -> bytes:
    data = bytearray(GOOD)
    for sign, offset in ((b"PK\x03\x04", 6), (b"PK\x01\x02", 8)):
        data[data.index(sign) + offset] |= 1
    return bytes(data)


OF_LISTS = """<w:style w:type="paragraph" w:styleId="ListNumber"><w:name w:val="List Number"/>
<w:pPr><w:numPr><w:numId w:val="1.5"/></w:numPr></w:pPr></w:style>"""
BAD_FILES = {
    "heavy_word": b"PK" + bytes(20_000_001),
    "locked_word": COMPOUND + "EncryptedPackage".encode("utf-16-le"),
    "locked_word zip": _locked_zip(),
    "old_word": COMPOUND + "WordDocument".encode("utf-16-le"),
    "no_word": b"Et brev.",
    "no_word empty": b"",
    "no_word sheet": packed([("[Content_Types].xml", b"<Types/>"), ("xl/workbook.xml", b"")]),
    "broken_word": GOOD[:-60],
    "broken_word xml": _with(b"</w:body>", b""),
    "broken_word number": word_file(SLOTS, section=PAGE.replace("11906", "bred")),
    "broken_word list": word_file(
        SLOTS, styles=STYLES.replace("</w:styles>", f"{OF_LISTS}</w:styles>")
    ),
    "broken_word lacks styles": packed(
        (name, part) for name, part in members(GOOD).items() if name != "word/styles.xml"
    ),
    "vast_word": BOMB.getvalue(),
    "macro_word": _with(b"document.main+xml", b"macroEnabled.main+xml"),
    "template_word": _with(b"document.main+xml", b"template.main+xml"),
    "strict_word": _with(b"schemas.openxmlformats.org/wordprocessingml", b"purl.oclc.org/ooxml/w"),
    "entities_word": word_file(SLOTS, extra={"word/media/x.xml": DTD}),
}


@pytest.mark.parametrize("name", BAD_FILES)
def test_refuses_a_file_that_is_no_letterhead(name: str, tmp_path: Path) -> None:
    data = data_of_a_letter()
    data["issuers"]["etaten"]["letterhead"] = "brevmal.docx"
    workspace, file = written(data, tmp_path), tmp_path / "data" / "brevmal.docx"
    file.write_bytes(BAD_FILES[name])
    reason = NO_WORD_FILE[name.split(maxsplit=1)[0]].format(most=20)

    checked = in_process("letterhead", "check", file)
    rendered = in_process("render", "-w", workspace, "--letterhead", file, "-o", tmp_path / "out")
    (found,) = (one for one in findings(data, tmp_path) if one.code == "HK114")

    assert f"brevmal.docx:1:1: HK801 error: {reason}" in checked.stdout
    assert rendered.stderr.endswith(f"brevmal.docx {reason}\n")
    assert rendered.exit_code == 2
    assert found.message == f'"brevmal.docx" {reason}'
    assert not (tmp_path / "out").exists()


def test_every_reason_to_refuse_a_file_is_met_above() -> None:
    met = {name.split()[0] for name in BAD_FILES}

    assert NO_WORD_FILE.keys() - met == {"barred_word"}


def test_says_in_the_data_that_a_letterhead_has_faults(tmp_path: Path) -> None:
    data = data_of_a_letter()
    data["issuers"]["etaten"]["letterhead"] = "brevmal.docx"
    file = written(data, tmp_path) / "data" / "brevmal.docx"
    file.write_bytes(word_file(p("{{ x }}")))

    (found,) = (one for one in findings(data, tmp_path) if one.code == "HK114")

    assert (found.code, found.place.excerpt.strip()) == ("HK114", "letterhead: brevmal.docx")
    assert found.message.startswith('"brevmal.docx" has faults as a letterhead: 2; hearingkit')


@pytest.mark.parametrize("language", Language)
def test_begins_a_letterhead_without_faults(language: Language, tmp_path: Path) -> None:
    file = tmp_path / "ny.docx"

    made = in_process("letterhead", "new", file, "-l", language)
    checked = in_process("letterhead", "check", file)

    assert (made.exit_code, checked.exit_code, checked.stdout) == (0, 0, "")


def test_never_replaces_a_file_by_a_new_letterhead(tmp_path: Path) -> None:
    file = tmp_path / "ny.docx"
    file.write_bytes(b"mine")

    result = in_process("letterhead", "new", file)

    assert result.exit_code == 2
    assert "exists" in result.stderr
    assert file.read_bytes() == b"mine"


def test_a_new_letterhead_is_a_word_file_by_its_name(tmp_path: Path) -> None:
    result = in_process("letterhead", "new", tmp_path / "ny.txt")

    assert result.exit_code == 2
    assert "end its name with .docx" in result.stderr


def test_every_message_ends_without_a_full_stop() -> None:
    for code in CODES.values():
        assert not any(str(one.says).endswith(".") for one in code.messages.values())
