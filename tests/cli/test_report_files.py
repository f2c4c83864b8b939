"""Reports and lists in files: over earlier reports only, and into streams by their names."""

import itertools
import json
import os
import subprocess
from pathlib import Path

import pytest
from tests.workspaces import PROGRAM, a_workspace, bytes_below, environment, in_process

from hearingkit.reporters import ReportFormat
from hearingkit.reporters.recognition import HEAD, is_report

FORMATS = list(ReportFormat)


@pytest.fixture
def here(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.chdir(tmp_path)
    return a_workspace(tmp_path)


MINE = {
    "data/hearings.yaml": None,
    "hearingkit.toml": '[severity]\nHK205 = "error"\n',
    "notes.md": "see HK205\n",
    "package.json": '{"version": 1, "name": "mine"}',
    "other.sarif": '{"$schema": "x/sarif.json", "runs": [{"tool": {"driver": {"name": "lint"}}}]}',
    "quality.json": '[{"description": "x", "check_name": "E501"}]',
    "tests.xml": '<?xml version="1.0"?>\n<testsuites name="pytest"></testsuites>\n',
    "out.docx": "PK\x03\x04",
    "first.txt": "data/a.yaml:1:1: HK205 one\nand my own line\n",
}


@pytest.mark.parametrize(
    ("asked", "format_"),
    [*(([], one) for one in FORMATS), (["-"], FORMATS[0]), (["notes.yaml"], FORMATS[0])],
)
@pytest.mark.parametrize("name", MINE)
def test_writes_a_report_over_no_other_file(
    here: Path, name: str, asked: list[str], format_: str
) -> None:
    (here / "notes.yaml").write_text("hearings: {}\n")
    if text := MINE[name]:
        (here / name).write_text(text)
    before = bytes_below(here)

    result = in_process("validate", *asked, "--format", f"{format_}={name}", stdin=b"")

    assert (result.exit_code, result.stdout) == (2, "")
    says = f"error: {name} is no report of hearingkit and is never replaced; choose another name"
    assert result.stderr.splitlines()[0] == says
    assert bytes_below(here) == before


@pytest.mark.parametrize("kind", ["regulatoin", "regulation"], ids=["with", "without"])
def test_writes_a_report_over_an_earlier_one(here: Path, kind: str) -> None:
    a_workspace(here, kind=kind)
    wanted = {one: in_process("validate", "--format", one).stdout for one in FORMATS}
    pairs = itertools.combinations_with_replacement(FORMATS, 2)

    for format_ in itertools.chain.from_iterable((first, second, first) for first, second in pairs):
        result = in_process("validate", "--format", f"{format_}=report")
        assert result.exit_code == (0 if kind == "regulation" else 1)
        assert (here / "report").read_text("utf-8") == wanted[format_]


def test_writes_a_report_into_an_empty_file(here: Path) -> None:
    (here / "report.json").touch()

    assert in_process("validate", "--format", "json=report.json").exit_code == 0
    assert json.loads((here / "report.json").read_bytes())["findings"] == []


def test_knows_a_long_report_by_its_head() -> None:
    line = "data/høring.yaml:1:1: HK205 a message\n".encode()

    assert is_report((line * HEAD)[:HEAD])
    assert not is_report((b"mine\n" + line * HEAD)[:HEAD])


def shell(command: str, folder: Path) -> subprocess.CompletedProcess[str]:
    program = " ".join(f"'{part}'" for part in PROGRAM)
    return subprocess.run(
        ["/bin/sh", "-c", command.replace("hearingkit", program)],
        cwd=folder,
        env=environment(),
        capture_output=True,
        text=True,
        check=False,
    )


posix = pytest.mark.skipif(os.name == "nt", reason="/dev/stdout is for POSIX")


@posix
@pytest.mark.parametrize("name", ["-", "/dev/stdout", "/dev/fd/1", "/proc/self/fd/1"])
@pytest.mark.parametrize("into", ["", " | cat", " > list.csv && cat list.csv"])
def test_writes_a_list_to_standard_output_by_any_of_its_names(
    here: Path, name: str, into: str
) -> None:
    done = shell(f"hearingkit recipients -o {name}{into}", here)

    assert (done.returncode, done.stderr) == (0, "")
    assert "post@ostre.example" in done.stdout


@posix
@pytest.mark.parametrize("name", ["/dev/stdout", "-"])
def test_writes_a_report_to_standard_output_by_any_of_its_names(here: Path, name: str) -> None:
    done = shell(f"hearingkit validate --format json={name} > report && cat report", here)

    assert json.loads(done.stdout)["findings"] == []


@posix
def test_writes_into_a_stream_that_the_shell_has_opened(here: Path) -> None:
    done = shell("hearingkit validate --format json=/dev/fd/7 -q 7> report; cat report", here)
    closed = shell("hearingkit validate --format json=/dev/fd/8 -q", here)

    assert json.loads(done.stdout)["findings"] == []
    assert (closed.returncode, closed.stderr) == (
        2,
        "error: can't write stream 8: Bad file descriptor\n",
    )


@posix
def test_writes_a_register_into_a_stream_that_the_shell_has_opened(here: Path) -> None:
    done = shell("hearingkit recipients known NO -o /dev/fd/7 7> register; cat register", here)

    assert "parties:\n" in done.stdout


@pytest.mark.parametrize("name", ["-", "/dev/stdout"])
def test_says_that_letters_are_several_files(here: Path, name: str) -> None:
    before = bytes_below(here)

    result = in_process("render", "-o", name)

    assert (result.exit_code, result.stdout) == (2, "")
    assert result.stderr == "error: letters and lists are several files; name a folder with -o\n"
    assert bytes_below(here) == before


@pytest.mark.usefixtures("here")
def test_escapes_line_ends_in_paths_that_it_prints() -> None:
    lines = in_process("render", "-f", "md", "-o", "a\nb\x1b[2J").stdout.splitlines()
    (listed,) = in_process("recipients", "-o", "list\nb.csv").stdout.splitlines()

    assert len(lines) == 4
    assert all(line.startswith("a\\x0ab\\x1b[2J/proever/") for line in lines)
    assert listed == "list\\x0ab.csv"
