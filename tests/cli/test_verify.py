"""``verify`` tells what was changed after it was rendered, and nothing else."""

import codecs
import json
from pathlib import Path

import pytest
from tests.workspaces import ID, a_workspace, in_process

OUT = Path("out") / ID


@pytest.fixture(autouse=True)
def _rendered(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    a_workspace(tmp_path)
    assert in_process("render", "-f", "txt", "-f", "docx").exit_code == 0


def test_says_that_nothing_was_changed() -> None:
    result = in_process("verify")

    assert (result.exit_code, result.stdout) == (0, "")
    assert result.stderr == "all 6 files are as they were rendered\n"
    assert in_process("verify", "-q").stderr == ""


def test_says_what_was_changed_taken_away_and_added() -> None:
    (OUT / "letter-nb.txt").write_text("Endret.\n", "utf-8")
    (OUT / "letter-nb.docx").unlink()
    (OUT / "notat æ.txt").write_text("", "utf-8")

    result = in_process("verify", "out")

    assert (result.exit_code, result.stderr) == (1, "")
    assert result.stdout.splitlines() == [
        f"{OUT}/letter-nb.docx: was rendered, and is gone",
        f"{OUT}/letter-nb.txt: was changed after it was rendered",
        f"{OUT}/notat æ.txt: was not rendered",
    ]
    assert json.loads(in_process("verify", "--format", "json").stdout) == {
        "version": 1,
        "files": 6,
        "differences": [
            {"file": f"{OUT}/letter-nb.docx", "change": "missing"},
            {"file": f"{OUT}/letter-nb.txt", "change": "changed"},
            {"file": f"{OUT}/notat æ.txt", "change": "added"},
        ],
    }


def test_line_ends_and_marks_that_git_and_editors_change_are_no_change() -> None:
    letter, mailing_list = OUT / "letter-nb.txt", OUT / "recipients.csv"
    letter.write_bytes(codecs.BOM_UTF8 + letter.read_bytes().replace(b"\n", b"\r\n"))
    mailing_list.write_bytes(mailing_list.read_bytes().removeprefix(codecs.BOM_UTF8))

    assert in_process("verify").exit_code == 0


@pytest.mark.parametrize(
    "name", ["~$tter-nb.docx", ".~lock.letter-nb.docx#", ".DS_Store", "Thumbs.db", "desktop.ini"]
)
def test_what_programs_and_systems_keep_in_a_folder_is_no_change(name: str) -> None:
    (OUT / name).write_bytes(b"")

    assert in_process("verify").exit_code == 0


def test_a_file_of_a_run_that_was_stopped_is_reported() -> None:
    manifest = json.loads((OUT / "manifest.json").read_text("utf-8"))
    hash_ = manifest["files"]["letter-nb.txt"]
    manifest["files"]["letter-nb.txt"] = [hash_, "sha256:" + "0" * 64]
    (OUT / "manifest.json").write_text(json.dumps(manifest), "utf-8")

    assert "letter-nb.txt: may be an old one" in in_process("verify").stdout


@pytest.mark.parametrize("content", ["", "[", "{}", '{"files": {}}', '{"files": {"../x": "y"}}'])
def test_a_manifest_that_can_t_be_read_is_reported(content: str) -> None:
    (OUT / "manifest.json").write_text(content, "utf-8")

    result = in_process("verify")

    assert result.exit_code == 1
    assert f"{OUT}/manifest.json: was changed after it was rendered" in result.stdout


@pytest.mark.parametrize("folder", ["data", "elsewhere", "data/hearings.yaml"])
def test_a_folder_without_anything_rendered_is_an_error(folder: str) -> None:
    result = in_process("verify", folder)

    assert (result.exit_code, result.stdout) == (2, "")
    assert result.stderr.count("\n") == 1
