"""``hearingkit validate`` for good input, bad input and no input."""

import json
import os
import re
import subprocess
import sys
from pathlib import Path

import pytest
from tests.workspaces import a_workspace, bytes_below, in_process

from hearingkit.source.reader import MOST_BYTES

BAD_DAY = "data/hearings.yaml:13:15: HK108 "
MISTAKE = {"deadline": "2026-02-31"}
HOLIDAY = {"deadline": "2026-05-17"}


@pytest.fixture
def here(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.chdir(tmp_path)
    return tmp_path


def test_says_that_nothing_was_found(here: Path) -> None:
    a_workspace(here)

    result = in_process("validate")

    reported = (0, "", "nothing found in 1 file\n")
    assert (result.exit_code, result.stdout, result.stderr) == reported


def test_reports_findings_on_stdout_and_the_summary_on_stderr(here: Path) -> None:
    a_workspace(here, **MISTAKE)

    result = in_process("validate")

    assert result.exit_code == 1
    assert result.stdout.startswith(BAD_DAY)
    assert result.stderr == "1 error in 1 file\n"


@pytest.mark.parametrize(
    ("options", "code", "lines"),
    [
        ([], 0, 1),
        (["--fail-on", "error"], 0, 1),
        (["--fail-on", "warning"], 1, 1),
        (["--fail-on", "note"], 1, 1),
        (["-q"], 0, 0),
        (["-q", "--fail-on", "warning"], 1, 1),
    ],
)
def test_fails_on_what_it_is_told_to(here: Path, options: list[str], code: int, lines: int) -> None:
    a_workspace(here, **HOLIDAY)

    result = in_process("validate", *options)

    assert (result.exit_code, len(result.stdout.splitlines())) == (code, lines)
    assert ("1 warning" in result.stderr) == ("-q" not in options)


def test_reports_json_with_nothing_else_on_stdout(here: Path) -> None:
    a_workspace(here, **MISTAKE)

    result = in_process("validate", "--format", "json")

    assert json.loads(result.stdout)["findings"][0]["code"] == "HK108"


def test_reads_standard_input(here: Path) -> None:
    text = (a_workspace(here / "elsewhere", **MISTAKE) / "data" / "hearings.yaml").read_bytes()

    result = in_process("validate", "-", stdin=text)

    assert result.exit_code == 1
    assert result.stdout.startswith("<stdin>:13:15: HK108 ")


def test_finds_files_that_standard_input_names_in_the_workspace(here: Path) -> None:
    enclosed = {"enclosures": [{"title": "Notat", "file": "notat.pdf"}]}
    text = (a_workspace(here / "a", **enclosed) / "data" / "hearings.yaml").read_bytes()
    (a_workspace(here / "b") / "notat.pdf").touch()

    there = in_process("validate", "-", "-w", here / "b", stdin=text)
    missing = in_process("validate", "-", "--workspace", here / "a", stdin=text)

    assert (there.exit_code, missing.exit_code) == (0, 1)
    assert "<stdin>:" in missing.stdout
    assert "HK114" in missing.stdout


@pytest.mark.parametrize(
    "stdin",
    [
        b"",
        b"\xff",
        b"\x00",
        b"a: [",
        b"- a",
        b"hearings: 7",
        b"\xff\xfea\x00",
        b"#" * (MOST_BYTES + 1),
    ],
    ids=["empty", "no utf-8", "nul", "cut", "list", "shape", "utf-16", "huge"],
)
@pytest.mark.usefixtures("here")
def test_has_a_finding_or_nothing_for_whatever_comes_in(stdin: bytes) -> None:
    result = in_process("validate", "-", stdin=stdin)

    assert result.exit_code == (1 if stdin else 0)
    assert all(line.startswith("<stdin>:") for line in result.stdout.splitlines())


def test_validates_a_folder_and_a_file(here: Path) -> None:
    a_workspace(here, **MISTAKE)
    (here / "data" / "more.yml").write_text("hearings: {}\n")

    assert "2 files" in in_process("validate", "data").stderr
    assert "1 file\n" in in_process("validate", "data/more.yml").stderr


def test_understands_a_pattern_that_no_shell_has_understood(here: Path) -> None:
    a_workspace(here, kind="regulatoin")

    result = in_process("validate", "data/*.yaml")
    none = in_process("validate", "data/*.yml")

    assert result.stdout.startswith("data/hearings.yaml:")
    assert (none.exit_code, none.stderr) == (2, 'error: no file is called "data/*.yml"\n')


def test_reads_all_files_of_the_workspace_as_one_book(here: Path) -> None:
    a_workspace(here, "first")
    a_workspace(here / "other", "second")
    (here / "other" / "data" / "hearings.yaml").rename(here / "data" / "more.yaml")

    result = in_process("validate")

    assert '"etaten" stands here and at data/hearings.yaml:2' in result.stdout


@pytest.mark.parametrize(
    ("name", "says"),
    [
        ("bil.yaml", "; leave it out to check all of data/"),
        ("data/sak/bil.yaml", "; leave it out to check all of data/"),
        ("hearings.yml", '; did you mean "data/hearings.yaml"?'),
        ("dta/hearing.yaml", '; did you mean "data/hearings.yaml"?'),
        ("dat", '; did you mean "data"?'),
    ],
)
def test_has_a_finding_for_a_missing_file(here: Path, name: str, says: str) -> None:
    a_workspace(here)

    result = in_process("validate", name)

    said = f"{name}:1:1: HK001 error: does not exist{says}\n"
    assert (result.exit_code, result.stdout) == (1, said)


@pytest.mark.skipif(os.name == "nt", reason="Windows takes such a name for one that isn't there")
def test_says_why_a_name_that_no_file_can_have_is_not_read(here: Path) -> None:
    a_workspace(here)

    result = in_process("validate", f"{'a' * 300}.yaml")

    assert "HK001 error: can't be read: file name too long" in result.stdout


@pytest.mark.skipif(os.name == "nt" or os.geteuid() == 0, reason="root may read every file")
def test_has_a_finding_for_a_file_that_is_barred(here: Path) -> None:
    (a_workspace(here) / "data" / "hearings.yaml").chmod(0)

    result = in_process("validate")

    assert (result.exit_code, "HK001" in result.stdout) == (1, True)


@pytest.mark.parametrize(
    ("folders", "arguments", "says"),
    [
        (
            *([], []),
            'no hearing data in or above "."; '
            "begin with hearingkit init, go to a folder with data/, or name a file",
        ),
        (["data"], [], 'no .yaml file in "data"; hearingkit init begins one'),
        (["empty"], ["empty"], 'no .yaml file in "empty"; hearingkit init empty begins one'),
        (
            *(["data", "empty"], ["empty"]),
            'no .yaml file in "empty"; write one there, or name another folder',
        ),
        (["data"], ["-w", "nowhere"], 'there is no folder "nowhere"'),
    ],
)
def test_says_that_there_is_nothing_to_read(
    here: Path, folders: list[str], arguments: list[str], says: str
) -> None:
    for folder in folders:
        (here / folder).mkdir()

    result = in_process("validate", *arguments)

    reported = (2, "", f"error: {says}\n")
    assert (result.exit_code, result.stdout, result.stderr) == reported


def test_says_that_a_workspace_has_no_data(here: Path) -> None:
    (here / "hearingkit.toml").touch()

    result = in_process("validate")

    says = 'no .yaml file in "data"; write one there, or name another folder'
    assert (result.exit_code, result.stderr) == (2, f"error: {says}\n")


def test_begins_a_workspace_as_it_is_told_where_there_is_no_data(here: Path) -> None:
    (here / "data").mkdir()
    (here / "data" / "liste.xlsx").touch()

    result = in_process("validate")

    says = 'no .yaml file in "data", only liste.xlsx; hearingkit init begins one'
    assert (result.exit_code, result.stderr) == (2, f"error: {says}\n")
    assert in_process("init").exit_code == 0
    assert in_process("validate").exit_code == 0


def test_finds_the_workspace_above(here: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    a_workspace(here, **MISTAKE)
    (here / "a" / "b").mkdir(parents=True)
    monkeypatch.chdir(here / "a" / "b")

    assert in_process("validate").stdout.startswith(f"../../{BAD_DAY}")


def test_works_in_folders_with_any_letters(here: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    folder = a_workspace(here / "Høringer på vent" / "år 2026, «ny»", **MISTAKE)
    monkeypatch.chdir(folder.parent)

    result = in_process("validate", "-w", "år 2026, «ny»")

    assert result.stdout.startswith(f"år 2026, «ny»/{BAD_DAY}")


@pytest.mark.usefixtures("here")
def test_shows_a_file_name_that_would_move_the_cursor() -> None:
    result = in_process("validate", "-w", "no\x1b[2Jwhere\nerror: forged")

    assert "\x1b" not in result.output
    assert result.exit_code == 2


def test_says_that_its_own_folder_is_gone(tmp_path: Path) -> None:
    code = (
        "import os, sys\n"
        "os.rmdir(os.getcwd())\n"
        "sys.argv[1:] = ['validate']\n"
        "import hearingkit.__main__"
    )
    (tmp_path / "gone").mkdir()

    done = subprocess.run(
        [sys.executable, "-P", "-c", code],
        cwd=tmp_path / "gone",
        capture_output=True,
        text=True,
        check=False,
    )

    assert (done.returncode, done.stderr) == (2, 'error: there is no folder "."\n')


@pytest.mark.parametrize(
    "arguments",
    [
        ["validate", "--fail-on", "never"],
        ["validate", "--format", "xml"],
        ["validate", "--format", "json="],
        ["validate", "--format", "json", "--format", "text"],
        ["validate", "--color", "perhaps"],
        ["validate", "--nothing"],
        ["render", "-f", "pdf-a"],
        ["render", "-l", "en"],
        ["recipients", "--batch", "0"],
        ["recipients", "--batch", "many"],
        ["recipients", "--delimiter", "x"],
        ["recipients", "a", "b"],
        ["nothing"],
        [],
    ],
)
def test_says_how_it_is_used(arguments: list[str]) -> None:
    result = in_process(*arguments)

    assert (result.exit_code, result.stdout) == (2, "")
    assert result.stderr.startswith("Usage: ")
    assert not set("╭│╰─\x1b") & set(result.stderr)


def test_gives_several_formats_in_one_run(here: Path) -> None:
    a_workspace(here, kind="regulatoin")
    formats = ("--format", "github", "--format", "json=report.json", "--format", "junit=r.xml")

    result = in_process("validate", *formats)
    again = in_process("validate", *formats)

    assert result.stdout.startswith("::error file=data/hearings.yaml,")
    assert json.loads((here / "report.json").read_text("utf-8"))["findings"][0]["code"] == "HK104"
    assert "<testsuites" in (here / "r.xml").read_text("utf-8")
    assert (again.exit_code, again.stdout) == (result.exit_code, result.stdout)


def test_never_writes_a_report_over_hearing_data(here: Path) -> None:
    a_workspace(here)
    before = bytes_below(here)

    result = in_process("validate", "--format", "json=data/hearings.yaml")

    assert result.exit_code == 2
    assert "is never replaced" in result.stderr
    assert bytes_below(here) == before


def test_takes_standard_input_for_the_unsaved_text_of_a_file(here: Path) -> None:
    a_workspace(here)
    saved = (here / "data" / "hearings.yaml").read_text("utf-8")
    (here / "data" / "other.yaml").write_text("hearings: [", "utf-8")

    result = in_process(
        "validate",
        "-",
        "--stdin-filename",
        "data/hearings.yaml",
        stdin=saved.replace("kind: ", "kid: ", 1),
    )

    assert {line.split(":")[0] for line in result.stdout.splitlines()} == {"data/hearings.yaml"}
    assert "HK10" in result.stdout


def test_judges_hearings_as_of_today_or_of_the_day_given(here: Path) -> None:
    a_workspace(here)

    assert in_process("validate").stdout == ""
    assert "HK204" in in_process("validate", "--today", "2026-05-05").stdout
    assert in_process("validate", "--today", "tomorrow").exit_code == 2


def test_changes_no_file(here: Path) -> None:
    a_workspace(here, **MISTAKE)
    before = bytes_below(here)

    in_process("validate")

    assert bytes_below(here) == before


def test_needs_no_hearing(here: Path) -> None:
    (here / "data").mkdir()
    (here / "data" / "empty.yaml").touch()

    assert in_process("validate").exit_code == 0


@pytest.mark.parametrize(
    ("severity", "shown"), [("error", "1;31"), ("warning", "1;33"), ("note", "1;36")]
)
def test_each_severity_has_its_colour(severity: str, shown: str, tmp_path: Path) -> None:
    a_workspace(tmp_path, deadline="2026-05-17")
    (tmp_path / "hearingkit.toml").write_text(f'[severity]\nHK205 = "{severity}"\n', "utf-8")

    done = in_process("validate", "-w", tmp_path, "--color", "always")

    assert f"\x1b[{shown}mHK205 {severity}\x1b[0m: the deadline" in done.stdout


def test_a_run_may_choose_rules_by_their_basis(tmp_path: Path) -> None:
    a_workspace(tmp_path, deadline="2026-03-01")

    codes = {
        basis: re.findall(
            r": (HK\d+)", in_process("validate", "-w", tmp_path, "--select", basis).stdout
        )
        for basis in ("guidance", "practice", "law")
    }

    assert codes == {"guidance": ["HK201"], "practice": ["HK205"], "law": []}


def test_verbose_shows_what_dates_and_periods_are_taken_for_and_why(tmp_path: Path) -> None:
    body = "Høringsfristen er 4. mai 2026. Høringen varer i tre måneder.\n\nDet var 3. mars 2025."
    a_workspace(tmp_path, body=body)

    done = in_process("validate", "-v", "-w", tmp_path)

    reported = [line.partition(".yaml:")[2].partition(": ")[2] for line in done.stderr.splitlines()]
    assert reported[:3] == [
        '"4. mai 2026" is answers, by "Høringsfristen er 4. mai 2026"',
        '"tre måneder" is the length of the hearing, by "Høringen varer i tre måneder"',
        '"3. mars 2025" is nothing that is compared',
    ]
