"""Texts of letters in files of their own: from Word, and in Markdown."""

import io
import re
from pathlib import Path
from typing import Any

import docx
import pytest
import yaml
from docx.oxml import parse_xml
from docx.oxml.ns import nsdecls
from tests.letterheads.word_files import control, in_box, p, word_file
from tests.rendering import findings, written
from tests.workspaces import ID, in_process, some_data

from hearingkit.findings import Finding
from hearingkit.source.foreign_files import COMPOUND
from hearingkit.source.word_files import NO_TEXT, NO_WORD_FILE
from hearingkit.validation.file_codes import OF_FILES

NAME = "brevtekst.docx"


def a_text() -> Any:
    """Return a Word file with all that a letter can hold."""
    word = docx.Document()
    word.add_heading("Bakgrunn", 1)
    text = word.add_paragraph("Svar innen ")
    text.add_run("{{ dead").bold = True
    text.add_run("line }}")
    text.add_run(", helst *snart*")
    text.add_run(" og kort").italic = True
    word.add_heading("Punkter", 2)
    for style, said in (("List Bullet", "et punkt"), ("List Bullet 2", "under det")):
        word.add_paragraph(said, style=style)
    word.add_paragraph("et punkt til", style="List Bullet")
    word.add_paragraph("")
    for said in ("først", "så"):
        word.add_paragraph(said, style="List Number")
    table = word.add_table(2, 2)
    for at, said in enumerate(("Steg", "Tid", "Vedtak", "fredag 5. mai 2026")):
        table.cell(*divmod(at, 2)).text = said
    word.add_paragraph("Til slutt.")
    return word


MARKDOWN = """\
## Bakgrunn

Svar innen **{{ deadline }}**, helst \\*snart\\* _og kort_

### Punkter

- et punkt

  - under det

- et punkt til

1. først
2. så

| Steg | Tid |
| --- | --- |
| Vedtak | fredag 5. mai 2026 |

Til slutt.
"""


def bytes_of(word: Any) -> bytes:
    stream = io.BytesIO()
    word.save(stream)
    return stream.getvalue()


def workspace(folder: Path, content: bytes, name: str = NAME, **changes: Any) -> Path:
    made = written(some_data(body={"file": name}, **changes), folder)
    (made / "data" / name).write_bytes(content)
    return made


def found(folder: Path, content: bytes, name: str = NAME, **changes: Any) -> list[Finding]:
    workspace(folder, content, name, **changes)
    return [*findings(some_data(body={"file": name}, **changes), folder)]


def body(folder: Path, content: bytes) -> tuple[str, str]:
    """Return what ``hearingkit body`` prints on both streams."""
    (folder / NAME).write_bytes(content)
    result = in_process("body", folder / NAME)
    assert result.exit_code == 0
    return result.stdout, result.stderr


def test_prints_a_text_from_word_as_markdown(tmp_path: Path) -> None:
    assert body(tmp_path, bytes_of(a_text())) == (MARKDOWN, "")


def test_a_letter_is_the_same_whether_its_text_is_from_word_or_in_the_data(tmp_path: Path) -> None:
    from_word = workspace(tmp_path / "a", bytes_of(a_text()))
    in_data = written(some_data(body=MARKDOWN), tmp_path / "b")

    for folder in (from_word, in_data):
        result = in_process("render", "-w", folder, "-f", "docx", "-f", "txt", "-q")
        assert result.exit_code == 0, result.output

    for name in ("letter-nb.txt", "letter-nb.docx"):
        first, second = ((one / "out" / ID / name).read_bytes() for one in (from_word, in_data))
        assert first == second


def test_rules_judge_the_text_at_its_paragraph(tmp_path: Path) -> None:
    report = found(tmp_path, bytes_of(a_text()))

    places = {one.code: (Path(one.place.file).name, one.place.line) for one in report}
    assert places["HK401"] == (NAME, 13)
    wrong = next(one.place for one in report if one.code == "HK401")
    assert wrong.excerpt[wrong.column - 1 :].startswith("fredag 5. mai 2026")


def test_a_comment_may_silence_a_rule_in_data_that_names_a_text(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    text = yaml.safe_dump(some_data(ID, deadline="2026-12-25", body={"file": NAME}))
    silenced = "\\g<0>  # hearingkit: ignore[HK205] avtalt"
    text = re.sub("deadline: .*", silenced, text)
    (tmp_path / "data").mkdir()
    (tmp_path / "data" / "hearings.yaml").write_text(text, "utf-8")
    (tmp_path / "data" / NAME).write_bytes(bytes_of(a_text()))
    monkeypatch.chdir(tmp_path)

    assert "HK205" not in in_process("validate").stdout


def test_finds_an_unknown_name_at_its_paragraph(tmp_path: Path) -> None:
    report = found(tmp_path, word_file(p("Ja.") + p("") + p("Frist: {{ deadlin }}")))

    (wrong,) = (one for one in report if one.code == "HK119")
    assert (wrong.place.line, wrong.place.column) == (3, 8)


def test_takes_markdown_at_its_own_lines_and_columns(tmp_path: Path) -> None:
    text = "Ja.\r\n\r\nFrist: {{ deadlin }}\r\n".encode("utf-8-sig")
    report = found(tmp_path, text, "tekst.md")

    (wrong,) = (one for one in report if one.code == "HK119")
    assert Path(wrong.place.file).name == "tekst.md"
    assert (wrong.place.line, wrong.place.column, wrong.place.end_column) == (3, 8, 21)


def test_each_language_has_a_file_of_its_own(tmp_path: Path) -> None:
    texts = {"nb": {"file": "nb.docx"}, "nn": {"file": "nn.md"}}
    made = written(some_data(language=["nb", "nn"], body=texts), tmp_path)
    (made / "data" / "nb.docx").write_bytes(word_file(p("Ikke dette.")))
    (made / "data" / "nn.md").write_text("Ikkje dette.", "utf-8")

    assert in_process("render", "-w", made, "-f", "txt", "-q").exit_code == 0

    said = [(made / "out" / ID / f"letter-{one}.txt").read_text("utf-8") for one in texts]
    assert "Ikke dette." in said[0]
    assert "Ikkje dette." in said[1]


def _note() -> bytes:
    notes = (
        f'<?xml version="1.0"?><w:footnotes {nsdecls("w")}><w:footnote w:id="2"><w:p><w:r>'
        "<w:t>Lov av 2020.</w:t></w:r></w:p></w:footnote></w:footnotes>"
    )
    office = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
    link = f'<Relationship Id="n" Type="{office}/footnotes" Target="footnotes.xml"/>'
    text = p('Se loven</w:t></w:r><w:r><w:footnoteReference w:id="2"/></w:r><w:r><w:t>.')
    return word_file(text + p("Mer."), extra={"word/footnotes.xml": notes.encode()}, links=link)


def test_keeps_notes_behind_the_text(tmp_path: Path) -> None:
    said, _ = body(tmp_path, _note())

    assert said == "Se loven\\[1\\].\n\nMer.\n\n\\[1\\] Lov av 2020.\n"


OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
LINK = f'<Relationship Id="l" Type="{OFFICE}/hyperlink" Target="{{}}" TargetMode="External"/>'
LINKED = '<w:p><w:hyperlink r:id="l"><w:r><w:t>siden</w:t></w:r></w:hyperlink></w:p>'
FIELD = (
    '<w:p><w:r><w:fldChar w:fldCharType="begin"/></w:r><w:r><w:instrText> HYPERLINK '
    '"https://etaten.example" </w:instrText></w:r><w:r><w:fldChar w:fldCharType="separate"/></w:r>'
    '<w:r><w:t>siden</w:t></w:r><w:r><w:fldChar w:fldCharType="end"/></w:r></w:p>'
)


@pytest.mark.parametrize(
    "data",
    [word_file(LINKED, links=LINK.format("https://etaten.example")), word_file(FIELD)],
)
def test_keeps_links(data: bytes, tmp_path: Path) -> None:
    assert body(tmp_path, data) == ("[siden](https://etaten.example)\n", "")


def test_reads_what_stands_in_content_controls(tmp_path: Path) -> None:
    assert body(tmp_path, word_file(control("x", p("Inne.")) + p("Ute.")))[0] == "Inne.\n\nUte.\n"


def _run(properties: str) -> str:
    return p("før").replace("<w:r>", f"<w:r><w:rPr>{properties}</w:rPr>")


CELLS = (
    '<w:tbl><w:tr><w:tc><w:tcPr><w:gridSpan w:val="2"/></w:tcPr>{}</w:tc></w:tr>'
    "<w:tr><w:tc>{}</w:tc><w:tc>{}</w:tc></w:tr></w:tbl>"
)
LOSSES = {
    "picture": p("x</w:t></w:r><w:r><w:drawing/></w:r><w:r><w:t>"),
    "box": in_box(p("Boks")),
    "object": p("x</w:t></w:r><w:r><w:object/></w:r><w:r><w:t>"),
    "formula": p("x</w:t></w:r><w:oMath/><w:r><w:t>"),
    "sign": p('x</w:t><w:sym w:font="Wingdings" w:char="F0E0"/><w:t>'),
    "comment": p('x</w:t></w:r><w:r><w:commentReference w:id="0"/></w:r><w:r><w:t>'),
    "link": '<w:p><w:hyperlink w:anchor="her"><w:r><w:t>over</w:t></w:r></w:hyperlink></w:p>',
    "merged": CELLS.format(p("a"), p("b"), p("c")),
    "joined": f"<w:tbl><w:tr><w:tc>{p('a')}{p('b')}</w:tc></w:tr></w:tbl>",
    "columns": p("Navn</w:t><w:tab/><w:t>By") + p("Laget</w:t><w:tab/><w:t>Oslo"),
    "nested": f"<w:tbl><w:tr><w:tc><w:tbl><w:tr><w:tc>{p('a')}</w:tc></w:tr></w:tbl>{p('b')}"
    "</w:tc></w:tr></w:tbl>",
    "struck": _run("<w:strike/>"),
    "underlined": _run('<w:u w:val="single"/>'),
    "raised": _run('<w:vertAlign w:val="superscript"/>'),
}


@pytest.mark.parametrize("kind", LOSSES)
def test_says_what_a_letter_can_not_hold(kind: str, tmp_path: Path) -> None:
    _, said = body(tmp_path, word_file(p("Først.") + LOSSES[kind]))

    message = OF_FILES["HK140"].messages[kind].says
    known = (message if isinstance(message, str) else message[-1]).partition("{")[0].split('"')[0]
    assert f"{NAME}:2:1: HK140 warning: {known}" in said
    assert said.count("HK140") == 1


@pytest.mark.parametrize(
    "rows",
    [
        p("Navn</w:t><w:tab/><w:t>By") + p("Om dette."),
        p("Telefon:</w:t><w:tab/><w:t>22") + p("Mobil:</w:t><w:tab/><w:t>23"),
        p("a)</w:t><w:tab/><w:t>Laget") + p("b)</w:t><w:tab/><w:t>Foreningen"),
        p("</w:t><w:tab/><w:t>Laget") + p("</w:t><w:tab/><w:t>Foreningen"),
        f"<w:tbl><w:tr><w:tc>{p('a')}{p('')}</w:tc></w:tr></w:tbl>",
    ],
)
def test_takes_no_tab_or_empty_line_for_a_loss(rows: str, tmp_path: Path) -> None:
    assert "HK140" not in body(tmp_path, word_file(rows))[1]


def test_says_that_the_file_is_open_in_word(tmp_path: Path) -> None:
    (tmp_path / f"~${NAME[2:]}").write_bytes(b"")

    assert "HK140 warning: somebody has the file open" in body(tmp_path, word_file(p("Ja.")))[1]


def test_every_loss_is_met_above() -> None:
    assert OF_FILES["HK140"].messages.keys() == {*LOSSES, "open", "numbers"}


CHANGED = word_file(p("x</w:t></w:r><w:ins><w:r><w:t>y</w:t></w:r></w:ins><w:r><w:t>"))
BAD_FILES = {
    ("changed_word", NAME): CHANGED,
    ("lock_word", "~$evtekst.docx"): b"\5navn",
    ("no_text", NAME): "Høring".encode("latin-1"),
    ("no_text", "tekst.pdf"): b"%PDF-1.7\n\xe2\xe3\xcf\xd3",
    ("no_text", "tekst.rtf"): rb"{\rtf1\ansi Tekst}",
    ("no_text", "tekst.html"): b"<!DOCTYPE html>\n<p>Tekst",
    ("empty_text", NAME): word_file(p("")),
    ("empty_text", "tekst.md"): b" \n",
    ("locked_word", NAME): COMPOUND + "EncryptedPackage".encode("utf-16-le"),
    ("broken_word", NAME): CHANGED[:-40],
    ("broken_word", "tal.docx"): word_file(p("x", '<w:outlineLvl w:val="dyb"/>')),
}


@pytest.mark.parametrize("case", BAD_FILES)
def test_refuses_a_file_that_holds_no_text(case: tuple[str, str], tmp_path: Path) -> None:
    variant, name = case
    reason = {**NO_WORD_FILE, **NO_TEXT}[variant]

    report = found(tmp_path, BAD_FILES[case], name)
    printed = in_process("body", tmp_path / "data" / name)

    assert [(one.code, one.message) for one in report if one.code == "HK114"] == [
        ("HK114", f'"{name}" {reason}')
    ]
    assert (printed.exit_code, printed.stdout) == (2, "")
    assert printed.stderr.endswith(f"{name} {reason}\n")


def test_finds_a_file_that_is_missing_or_outside(tmp_path: Path) -> None:
    report = findings(some_data(body={"file": "borte.docx"}), tmp_path / "a")
    outside = findings(some_data(body={"file": "../../../ute.md"}), tmp_path / "b")

    assert [one.code for one in report if one.code == "HK114"] == ["HK114"]
    assert [one.code for one in outside if one.code == "HK117"] == ["HK117"]


def test_a_list_goes_on_where_a_paragraph_stands_in_it(tmp_path: Path) -> None:
    word = docx.Document()
    word.add_paragraph("en", style="List Number")
    word.add_paragraph("Midt i.")
    word.add_paragraph("to", style="List Number")

    assert body(tmp_path, bytes_of(word))[0] == "1. en\n\nMidt i.\n\n2\\. to\n"


def numbered(word: Any, texts: list[str], start: int = 1, kind: str = "decimal") -> None:
    """Add items of a list of their own, as Word makes them of a number that is typed."""
    root = word.part.numbering_part.element
    id_ = str(900 + len(root))
    root.insert(
        0,
        parse_xml(
            f"<w:abstractNum {nsdecls('w')} w:abstractNumId='{id_}'><w:lvl w:ilvl='0'>"
            f"<w:start w:val='{start}'/><w:numFmt w:val='{kind}'/></w:lvl></w:abstractNum>"
        ),
    )
    root.append(
        parse_xml(f"<w:num {nsdecls('w')} w:numId='{id_}'><w:abstractNumId w:val='{id_}'/></w:num>")
    )
    for text in texts:
        _number(word.add_paragraph(text), id_)


def _number(paragraph: Any, id_: str) -> None:
    paragraph._p.get_or_add_pPr().append(
        parse_xml(f"<w:numPr {nsdecls('w')}><w:ilvl w:val='0'/><w:numId w:val='{id_}'/></w:numPr>")
    )


def test_keeps_dates_of_which_word_made_lists(tmp_path: Path) -> None:
    word = docx.Document()
    numbered(word, ["april 2027: møte"], 15)
    numbered(word, ["mai 2027: vedtak", "mai 2027: klage"], 28)
    numbered(word, ["første", "andre"], 4)

    said, found = body(tmp_path, bytes_of(word))

    dates = r"15\. april 2027: møte|28\. mai 2027: vedtak|29\. mai 2027: klage"
    assert said == dates.replace("|", "\n\n") + "\n\n4. første\n5. andre\n"
    assert not found


def test_reports_letters_before_items_and_of_numbers_before_headings(tmp_path: Path) -> None:
    lettered, headed = docx.Document(), docx.Document()
    numbered(lettered, ["første", "andre"], kind="lowerLetter")
    numbered(headed, ["Bakgrunn", "Forslag"])
    for paragraph in headed.paragraphs:
        paragraph.style = "Heading 1"

    for word, first in ((lettered, "første"), (headed, "Bakgrunn")):
        _, found = body(tmp_path, bytes_of(word))

        assert found.count("HK140") == 1
        assert f'{NAME}:1:1: HK140 warning: from "{first}" on, headings lose their' in found


def test_leaves_out_no_text_of_a_paragraph_with_a_break(tmp_path: Path) -> None:
    word = docx.Document()
    word.add_paragraph("en linje").add_run().add_break()
    word.paragraphs[0].add_run("en til")
    word.paragraphs[0]._p.append(parse_xml(f"<w:bookmarkEnd {nsdecls('w')} w:id='1'/>"))

    assert body(tmp_path, bytes_of(word))[0] == "en linje\\\nen til\n"
