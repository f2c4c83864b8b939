"""A draft: it may lack what is still to be filled in, is marked on each page, and isn't sent."""

import copy
import functools
import io
import json
import zipfile
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import docx
import pytest
import yaml
from tests.rendering import ROOT, TXT, written
from tests.workspaces import ID, a_hearing, a_workspace, in_process, some_data

from hearingkit.findings import Severity
from hearingkit.workflows.check import check
from hearingkit.workflows.render import rendered_files
from hearingkit.workflows.workspace import find_workspace

OTHER = "ferdig"
BLANK = "[…]"
GAPS: dict[str, Any] = dict.fromkeys(("title", "deadline", "recipients", "submission", "body"))


@pytest.fixture(autouse=True)
def _here(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)


def a_draft(folder: Path, **changes: Any) -> Path:
    """Write a workspace with a draft with these changes, and a hearing that is ready."""
    data = some_data()
    data["hearings"] = {ID: a_hearing(draft="true", **changes), OTHER: a_hearing()}
    return written(data, folder)


def found() -> list[str]:
    reported = json.loads(in_process("validate", "--format", "json").stdout)["findings"]
    return [f"{one['code']} {one['severity']}: {one['message']}" for one in reported]


@pytest.mark.parametrize(
    ("gaps", "lacks"),
    [
        (GAPS, "title, deadline, recipients, where to answer"),
        ({"deadline": ""}, "deadline"),
        ({"submission": {"addresses": []}}, "where to answer"),
        ({"submission": {"addresses": [{"email": ""}, {"post": []}]}}, "where to answer"),
        ({"questions": {"addresses": [{"phone": ""}]}}, "where to ask"),
        ({"recipients": [{"name": ""}, {"list": ""}]}, "recipients.name, recipients.list"),
        ({"recipients": [{"heading": "Fylker", "entries": ""}]}, "recipients"),
        ({"meeting": {"place": "Rådhuset", "url": "https://etaten.example"}}, "meeting.starts"),
        ({"language": ["nb", "nn"], "title": {"nb": "Forskrift om prøver"}}, "title.nn"),
        ({"signatories": [{"name": ""}]}, "signatories.name"),
    ],
)
def test_says_all_that_a_draft_lacks_in_one_note(
    gaps: dict[str, Any], lacks: str, tmp_path: Path
) -> None:
    path = a_draft(tmp_path, **gaps) / "data" / "hearings.yaml"
    path.write_text(path.read_text("utf-8").replace(": ''", ":"), "utf-8")

    assert found() == [f"HK128 note: the draft lacks: {lacks}"]


@pytest.mark.parametrize("key", ["language", "issuer", "kind"])
def test_asks_a_draft_too_for_what_nothing_can_be_written_without(key: str, tmp_path: Path) -> None:
    a_draft(tmp_path, **{key: None})

    assert any(f'HK103 error: "{key}" is missing' in one for one in found())


@pytest.mark.parametrize(
    ("changes", "reported"),
    [
        ({"deadline": "2026-02-31"}, "HK108 error"),
        ({"deadline": "2026-01-02"}, "HK202 error"),
        ({"submission": {"addresses": [{"email": "svar@"}, {"email": ""}]}}, "HK106 error"),
        ({"frist": "2026-05-04", "deadline": None}, "HK102 error"),
        ({"title": None, "body": "Svar innen TODO."}, "HK504 warning"),
    ],
)
def test_judges_what_is_there(changes: dict[str, Any], reported: str, tmp_path: Path) -> None:
    a_draft(tmp_path, **changes)

    assert any(one.startswith(reported) for one in found())


def test_is_reported_as_faults_once_it_is_no_draft(tmp_path: Path) -> None:
    a_workspace(tmp_path, draft="false", **GAPS)

    assert sum(one.startswith("HK103 error") for one in found()) == len(GAPS) - 1


@pytest.mark.parametrize("wording", [{}, {"submission": "Svar innen {{ deadline }}."}])
def test_prints_blanks_where_something_is_missing(wording: dict[str, str], tmp_path: Path) -> None:
    a_draft(tmp_path, **{**GAPS, "body": "Se {{ title }}.", "wording": wording})

    result = in_process("render", ID, "-f", "txt")

    assert result.exit_code == 0
    letter = (tmp_path / "out" / ID / "letter-nb.txt").read_text("utf-8")
    assert f"Se {BLANK}." in letter
    assert letter.count(BLANK) >= (4 if wording else 5)
    assert "None" not in letter


def test_prints_what_is_whole_of_what_has_gaps(tmp_path: Path) -> None:
    a_draft(
        tmp_path,
        language=["nb", "nn"],
        title={"nb": "Forskrift om prøver"},
        recipients={"placement": "inline", "entries": [{"email": "a@b.example"}, "Vestre kommune"]},
        submission={"addresses": [{"email": "svar@etaten.example"}, {"post": []}]},
        meeting={"place": "Rådhuset"},
        enclosures=[{"title": {"nb": "Notat"}}],
    )

    in_process("render", ID, "-f", "txt")

    bokmaal, nynorsk = (
        (tmp_path / "out" / ID / f"letter-{one}.txt").read_text("utf-8") for one in ("nb", "nn")
    )
    assert BLANK not in bokmaal
    assert "Til\n\nVestre kommune\n" in bokmaal
    assert "sendes til svar@etaten.example." in " ".join(bokmaal.split())
    assert "Rådhuset" not in bokmaal
    assert nynorsk.count(BLANK) >= 3


@pytest.mark.parametrize(("language", "mark"), [("da", "UDKAST"), ("nb", "UTKAST")])
def test_marks_each_page_and_the_properties(language: str, mark: str, tmp_path: Path) -> None:
    a_draft(tmp_path, language=language)

    in_process("render", ID)

    for name in (f"letter-{language}", f"recipient-list-{language}"):
        of = {path.suffix: path.read_bytes() for path in (tmp_path / "out" / ID).glob(f"{name}.*")}
        assert of[".txt"].decode().startswith(f"{mark}\n\n")
        assert of[".md"].decode().startswith(f"**{mark}**\n\n")
        assert f'<aside class="draft">{mark}</aside>' in of[".html"].decode()
        assert f"<title>{mark}: " in of[".html"].decode()
        word = docx.Document(io.BytesIO(of[".docx"]))
        assert word.core_properties.content_status == mark
        assert word.core_properties.title.startswith(f"{mark}: ")
        (section,) = word.sections
        for header in (section.first_page_header, section.header):
            assert header.paragraphs[0].text == mark


def test_marks_nothing_that_is_ready(tmp_path: Path) -> None:
    a_draft(tmp_path)

    in_process("render", OTHER)

    files = list((tmp_path / "out" / OTHER).iterdir())
    assert "recipients.csv" in {file.name for file in files}
    for file in files:
        if file.suffix == ".docx":
            with zipfile.ZipFile(file) as package:
                assert b"contentStatus" not in package.read("docProps/core.xml")
                assert b"UTKAST" not in b"".join(map(package.read, package.namelist()))
        else:
            assert b"UTKAST" not in file.read_bytes()


def test_blocks_no_other_hearing(tmp_path: Path) -> None:
    a_draft(tmp_path, **GAPS)

    result = in_process("render", "-f", "txt")

    assert result.exit_code == 0
    assert (tmp_path / "out" / OTHER / "letter-nb.txt").is_file()


def test_is_not_sent(tmp_path: Path) -> None:
    a_draft(tmp_path)
    in_process("render", ID)

    result = in_process("recipients", ID)

    assert (result.exit_code, result.stdout) == (2, "")
    assert result.stderr == (
        f'error: "{ID}" is a draft and can\'t be sent; fill in what it lacks, '
        'and remove "draft: true"\n'
    )
    assert not list((tmp_path / "out" / ID).glob("recipients.*"))
    assert in_process("recipients", ID, "--printed", "txt").stdout.startswith("UTKAST\n")


def test_loses_its_mailing_list_when_it_becomes_a_draft_again(tmp_path: Path) -> None:
    a_workspace(tmp_path)
    in_process("render")
    assert (tmp_path / "out" / ID / "recipients.csv").is_file()

    a_workspace(tmp_path, draft="true")
    in_process("render")

    assert not list((tmp_path / "out" / ID).glob("recipients.*"))


def test_show_and_list_say_so(tmp_path: Path) -> None:
    a_draft(tmp_path, deadline=None, submission=None)

    assert "  lacks       deadline, where to answer\n" in in_process("show", ID).stdout
    assert f"\t\tdraft\t{ID}\t" in in_process("list", "--format", "tsv").stdout


def test_show_says_that_nothing_is_left(tmp_path: Path) -> None:
    a_draft(tmp_path)

    shown = in_process("show", ID).stdout

    assert '  lacks       nothing; remove "draft: true" to send it\n' in shown
    assert "recipients.{csv" not in shown


def test_new_begins_one_that_can_be_rendered_at_once(tmp_path: Path) -> None:
    a_workspace(tmp_path)
    in_process("new", "slam")

    assert [one for one in found() if "error" in one] == []
    assert in_process("render", "slam", "-f", "txt").exit_code == 0


def ways(value: Any, way: tuple[Any, ...] = ()) -> Iterator[tuple[Any, ...]]:
    """Yield the way to everything in a value."""
    steps = value.items() if isinstance(value, dict) else enumerate(value)
    for step, one in steps:
        yield (*way, step)
        if isinstance(one, dict | list):
            yield from ways(one, (*way, step))


def test_any_part_may_be_left_to_fill_in(tmp_path: Path) -> None:
    text = (ROOT / "tests" / "letters" / "everything.yaml").read_text("utf-8")
    whole = yaml.load(text, Loader=yaml.BaseLoader)
    hearing = whole["hearings"]["alt"] | {"draft": "true", "language": "nb"}
    gaps = [way for way in ways(hearing) if way[0] not in {"language", "issuer", "kind", "draft"}]
    drafts = {}
    for number, (*above, last) in enumerate(gaps):
        drafts[f"gap-{number}"] = draft = copy.deepcopy(hearing)
        functools.reduce(lambda value, step: value[step], above, draft)[last] = None
    folder = written({**whole, "hearings": drafts}, tmp_path)
    workspace = find_workspace(folder)

    checked = check(workspace)

    errors = [one for one in checked.report.findings if one.severity is Severity.ERROR]
    assert (errors, checked.cases.keys()) == ([], drafts.keys())
    for case in checked.cases.values():
        for output in rendered_files(workspace, case, TXT):
            assert b"None" not in output.data, (case.located.lacks, output.name)


def test_a_template_of_its_own_may_lack_what_the_draft_lacks(tmp_path: Path) -> None:
    folder = a_draft(tmp_path, **GAPS) / "templates" / "letters" / "nb"
    folder.mkdir(parents=True)
    (folder / "invitation.md.j2").write_text(
        '{% extends "builtin/nb/invitation.md.j2" %}'
        "{% block submission %}Svar innen {{ deadline.date }}.{% endblock %}",
        "utf-8",
    )

    reported = json.loads(in_process("validate", "--format", "json").stdout)["findings"]

    lines = [one["line"] for one in reported if one["code"] == "HK713"]
    assert len(lines) == 1
    assert in_process("render", ID, "-f", "txt").exit_code == 0
