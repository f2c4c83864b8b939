"""``hearingkit render``: the same bytes each time, and nothing of the user's lost."""

import subprocess
from pathlib import Path

import pytest
from tests.rendering import ROOT
from tests.workspaces import (
    ID,
    PROGRAM,
    a_workspace,
    as_process,
    bytes_below,
    environment,
    in_process,
)

from hearingkit.writers import DocumentFormat

EVERY_FORMAT = [argument for one in DocumentFormat for argument in ("-f", one)]
DOCUMENTS = [f"{name}-nb.{end}" for name in ("letter", "recipient-list") for end in ("md", "txt")]


@pytest.fixture
def here(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.chdir(tmp_path)
    monkeypatch.delenv("SOURCE_DATE_EPOCH", raising=False)
    return a_workspace(tmp_path)


def test_prints_the_paths_of_what_it_wrote(here: Path) -> None:
    result = in_process("render", "-f", "md", "-f", "txt")

    paths = result.stdout.splitlines()
    assert paths[:4] == [f"out/{ID}/{name}" for name in DOCUMENTS]
    assert all((here / path).is_file() for path in paths)
    assert (result.exit_code, result.stderr) == (0, "")


def test_writes_a_pdf_where_it_is_asked_for(here: Path) -> None:
    letter = here / "out" / ID / "letter-nb.pdf"

    assert in_process("render").exit_code == 0
    assert not letter.exists()
    assert in_process("render", "-f", "pdf").exit_code == 0
    assert letter.read_bytes().startswith(b"%PDF-1.7")


def test_says_why_it_makes_no_pdf_and_writes_nothing(here: Path) -> None:
    a_workspace(here, title="Høring om 日")

    result = in_process("render", "-f", "pdf", "-q")

    assert (result.exit_code, result.stdout) == (2, "")
    assert result.stderr.endswith(
        'the text `"日"` could not be displayed with font `"Arimo"`; render it as docx\n'
    )
    assert not (here / "out").exists()


def test_gives_the_same_bytes_in_two_folders_and_processes(tmp_path: Path) -> None:
    for name, seed in (("one", "1"), ("two", "2")):
        env = {"PYTHONHASHSEED": seed, "TZ": f"UTC{seed}", "LC_ALL": "C"}
        done = as_process("render", *EVERY_FORMAT, "-o", tmp_path / name, cwd=ROOT, env=env)
        assert done.returncode == 0

    assert bytes_below(tmp_path / "one") == bytes_below(tmp_path / "two") != {}


def test_touches_nothing_the_second_time(here: Path) -> None:
    in_process("render")
    before = {path: path.stat().st_mtime_ns for path in (here / "out").rglob("*")}

    result = in_process("render")

    assert result.exit_code == 0
    assert {path: path.stat().st_mtime_ns for path in (here / "out").rglob("*")} == before


def test_says_how_to_keep_an_edited_letter(here: Path) -> None:
    in_process("render", "-f", "md")
    (here / "out" / ID / "letter-nb.md").write_text("by hand")
    before = bytes_below(here)

    result = in_process("render", "-f", "md")

    assert (result.exit_code, result.stdout) == (1, "")
    assert result.stderr == (
        f"error: out/{ID}/letter-nb.md was changed after it was rendered, or is not hearingkit's; "
        "its folder was left as it is: rename it and render again to keep both, "
        "or use --force to replace it\n"
    )
    assert bytes_below(here) == before
    assert in_process("render", "-f", "md", "--force").exit_code == 0


def test_reports_errors_and_writes_nothing(here: Path) -> None:
    a_workspace(here, deadline="2026-02-31")

    result = in_process("render", "-q")

    assert (result.exit_code, result.stdout) == (1, "")
    first, last = result.stderr.splitlines()
    assert first.startswith("data/hearings.yaml:13:15: HK108 ")
    assert last == "error: nothing was written; mend the errors above first"
    assert not (here / "out").exists()


def test_reports_warnings_and_writes(here: Path) -> None:
    a_workspace(here, deadline="2026-05-17")

    loud = in_process("render", "-f", "md")
    quiet = in_process("render", "-f", "md", "-q")

    assert (loud.exit_code, "HK205" in loud.stderr, len(loud.stdout.splitlines())) == (0, True, 4)
    assert (quiet.exit_code, quiet.stderr, quiet.stdout) == (0, "", loud.stdout)


@pytest.mark.parametrize(
    ("arguments", "says"),
    [
        (["prover"], 'no hearing "prover"; did you mean "proever"?'),
        (["proever", "zzz"], 'no hearing "zzz"; there are: proever'),
        (["proever", "-l", "nn"], '"proever" is written in nb, not in nn'),
        (["-l", "da"], "the hearings are written in nb, not in da"),
        (["-o", "data/hearings.yaml"], "can't write data/hearings.yaml: a part of its path is"),
        (["-w", "out"], 'there is no folder "out"'),
        (["../.."], 'no hearing "../.."; there are: proever'),
    ],
)
def test_says_why_it_could_not(here: Path, arguments: list[str], says: str) -> None:
    before = bytes_below(here)

    result = in_process("render", *arguments)

    assert (result.exit_code, result.stdout) == (2, "")
    assert result.stderr.startswith(f"error: {says}")
    assert bytes_below(here) == before


@pytest.mark.parametrize("output", ["data", ".", "templates", "a/b/c", "Nytt år"])
def test_never_touches_data_wherever_it_writes(here: Path, output: str) -> None:
    data = (here / "data" / "hearings.yaml").read_bytes()

    result = in_process("render", "-f", "md", "-o", output, "--force")

    assert result.exit_code == 0
    assert (here / "data" / "hearings.yaml").read_bytes() == data
    assert in_process("render", "-f", "md", "-o", output).exit_code == 0


def test_writes_beside_the_workspace_it_was_told_of(
    here: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (here / "elsewhere").mkdir()
    monkeypatch.chdir(here / "elsewhere")

    result = in_process("render", "-f", "md")

    assert result.stdout.startswith(f"../out/{ID}/letter-nb.md\n")


@pytest.mark.parametrize("epoch", ["0", "1", "1700000000", "99999999999"])
def test_follows_source_date_epoch(here: Path, epoch: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("SOURCE_DATE_EPOCH", epoch)

    assert in_process("render", "-o", "a").exit_code == 0
    assert in_process("render", "-o", "b").exit_code == 0
    assert bytes_below(here / "a") == bytes_below(here / "b")


@pytest.mark.parametrize("epoch", ["now", "-1", "1e9", "1.5", "999999999999", "١٢", " 7"])
def test_refuses_a_source_date_epoch_that_is_none(
    here: Path, epoch: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("SOURCE_DATE_EPOCH", epoch)

    result = in_process("render")

    assert (result.exit_code, result.stdout) == (2, "")
    assert result.stderr.startswith("error: SOURCE_DATE_EPOCH is ")
    assert not (here / "out").exists()


def test_renders_twice_at_once(here: Path) -> None:
    running = [
        subprocess.Popen(
            [*PROGRAM, "render", "-f", "md", "-f", "docx"],
            env=environment(),
            stdout=subprocess.PIPE,
            stderr=subprocess.PIPE,
        )
        for _ in range(3)
    ]

    ended = [(*process.communicate(timeout=600), process.returncode) for process in running]

    assert {code for _, _, code in ended} == {0}, ended
    assert [path.name for path in (here / "out").iterdir()] == [ID]
    a_workspace(here, title="Forskrift om noe annet")
    assert in_process("render", "-f", "md", "-f", "docx").exit_code == 0


def test_reports_a_template_of_ones_own_that_is_no_text(here: Path) -> None:
    folder = here / "templates" / "letters" / "nb"
    folder.mkdir(parents=True)
    (folder / "invitation.md.j2").write_text("{% block", "utf-8")

    result = in_process("render")

    assert (result.exit_code, "HK119" in result.stderr) == (1, True)
