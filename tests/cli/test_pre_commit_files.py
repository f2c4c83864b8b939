"""Which files the pre-commit hook runs for: the manifest's own, with this hearingkit, offline."""

import re
import shutil
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest
import yaml
from tests.cli.test_pre_commit import _committed, _run
from tests.rendering import ROOT
from tests.workspaces import ID, a_workspace, in_process

pytestmark = pytest.mark.skipif(shutil.which("git") is None, reason="git is not installed")


def the_hook(**changes: Any) -> dict[str, Any]:
    """Return the hook of the manifest, run from here instead of installed."""
    (hook,) = yaml.safe_load((ROOT / ".pre-commit-hooks.yaml").read_text("utf-8"))
    program, *arguments = hook["entry"].split()
    entry = " ".join([f"'{sys.executable}' -m", program, *arguments])
    return {**hook, "language": "system", "entry": entry, **changes}


def a_repository(folder: Path, deadline: str = "2026-01-02", **changes: Any) -> Path:
    """Return a repository with a hearing, and the hook; by default the hearing is at fault."""
    a_workspace(folder, deadline=deadline)
    hooks = {"repos": [{"repo": "local", "hooks": [the_hook(**changes)]}]}
    (folder / ".pre-commit-config.yaml").write_text(yaml.safe_dump(hooks), "utf-8")
    _committed(folder)
    return folder


def after_a_change(folder: Path, name: str, text: str) -> subprocess.CompletedProcess[str]:
    """Run the hooks for one file that is added."""
    path = folder / name
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(text, "utf-8")
    _run(folder, "git", "add", "-A")
    return _run(folder, sys.executable, "-m", "pre_commit", "run")


@pytest.mark.parametrize(
    "name", ["data/to.yaml", "data/en høring til.yml", "data/eldre/2025.yaml", "etat/data/x.yaml"]
)
def test_the_hook_runs_for_data_of_hearings(tmp_path: Path, name: str) -> None:
    done = after_a_change(a_repository(tmp_path / "høringer 1"), name, "hearings: {}\n")

    assert done.returncode == 1, done.stdout
    assert "data/hearings.yaml:" in done.stdout


@pytest.mark.parametrize("name", ["templates/letters/nb/x.md.j2", "hearingkit.toml", "notat.pdf"])
def test_the_hook_runs_for_what_else_hearings_need(tmp_path: Path, name: str) -> None:
    done = after_a_change(a_repository(tmp_path / "høringer 1"), name, "")

    assert done.returncode == 1, done.stdout
    assert "data/hearings.yaml:" in done.stdout


@pytest.mark.parametrize("also", [[], ["data/hearings.yaml"]], ids=["alone", "and a change"])
def test_the_hook_runs_for_a_deletion(tmp_path: Path, also: list[str]) -> None:
    folder = a_repository(tmp_path / "høringer 1", deadline="2026-05-04")
    data = folder / "data"
    whole = (data / "hearings.yaml").read_text("utf-8")
    issuers, _, hearings = whole.partition("hearings:")
    (data / "issuers.yaml").write_text(issuers, "utf-8")
    (data / "hearings.yaml").write_text("hearings: {}\n", "utf-8")
    (data / "proever.yaml").write_text(f"hearings:{hearings}", "utf-8")
    _committed(folder)
    for name in also:
        (folder / name).write_text("# changed\nhearings: {}\n", "utf-8")
    (data / "issuers.yaml").unlink()
    _run(folder, "git", "add", "-A")

    done = _run(folder, sys.executable, "-m", "pre_commit", "run")

    assert (done.returncode, "HK110" in done.stdout) == (1, True), done.stdout


@pytest.mark.parametrize("draft", ["hearings: {kladd: {title: x}}", "hearings: ["])
@pytest.mark.parametrize("name", ["data/kladd.yaml", "data/2027/kladd.yml"])
def test_the_hook_leaves_a_draft_alone_that_git_does_not_track(
    tmp_path: Path, draft: str, name: str
) -> None:
    folder = a_repository(tmp_path / "høringer 1", deadline="2026-05-04")
    (folder / name).parent.mkdir(exist_ok=True)
    (folder / name).write_text(draft, "utf-8")
    path = folder / "data" / "hearings.yaml"
    path.write_text(f"# changed\n{path.read_text('utf-8')}", "utf-8")
    _run(folder, "git", "add", "data/hearings.yaml")

    done = _run(folder, sys.executable, "-m", "pre_commit", "run")

    assert (done.returncode, "Passed" in done.stdout) == (0, True), done.stdout
    assert in_process("validate", "-w", folder).exit_code == 1


@pytest.mark.parametrize("how", [[], ["-a"], ["--", "etat 1/data/hearings.yaml"]])
def test_the_hook_sees_the_commit_that_git_makes(tmp_path: Path, how: list[str]) -> None:
    folder = a_repository(tmp_path / "høringer 1", args=["--workspace", "etat 1"])
    path = a_workspace(folder / "etat 1") / "data" / "hearings.yaml"
    (path.parent / "kladd.yaml").write_text("hearings: [", "utf-8")
    _run(folder, "git", "add", "etat 1/data/hearings.yaml")
    _run(folder, "git", "commit", "-qm", "sound", "--no-verify")
    _run(folder, sys.executable, "-m", "pre_commit", "install")

    codes = []
    for deadline in ("2026-05-05", "2026-01-02"):
        text = path.read_text("utf-8")
        path.write_text(re.sub(r"deadline: .*", f"deadline: '{deadline}'", text), "utf-8")
        if not how:
            _run(folder, "git", "add", "-u")
        codes.append(_run(folder, "git", "commit", "-qm", "change", *how))

    assert [done.returncode for done in codes] == [0, 1], codes
    assert "HK202" in codes[1].stdout + codes[1].stderr


def test_the_hook_reports_a_file_that_others_would_miss(tmp_path: Path) -> None:
    enclosure = {"title": "Notat", "file": "notat.pdf"}
    folder = a_workspace(tmp_path / "høringer 1", enclosures=[enclosure])
    _committed(folder)
    (folder / "data" / "notat.pdf").write_bytes(b"%PDF-1.7")

    missed = in_process("validate", "--tracked", "-w", folder)
    _run(folder, "git", "add", "data/notat.pdf")
    added = in_process("validate", "--tracked", "-w", folder)

    assert 'HK114 error: git does not track "notat.pdf"' in missed.stdout
    assert "HK114" not in added.stdout


def test_the_hook_passes_while_git_tracks_no_hearing(tmp_path: Path) -> None:
    done = after_a_change(a_repository(tmp_path / "høringer 1"), "README.md", "Om oss\n")
    assert done.returncode == 1
    _run(tmp_path / "høringer 1", "git", "rm", "-q", "--cached", "data/hearings.yaml")

    done = _run(tmp_path / "høringer 1", sys.executable, "-m", "pre_commit", "run")

    assert done.returncode == 0, done.stdout


def test_says_that_nothing_is_tracked_where_there_is_no_git(tmp_path: Path) -> None:
    result = in_process("validate", "--tracked", "-w", a_workspace(tmp_path))

    assert (result.exit_code, result.stdout) == (2, "")
    assert result.stderr.startswith("error: can't find out what git tracks in ")


def test_what_git_says_in_several_lines_is_shown_in_one(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    folder = a_repository(tmp_path / "høringer 1")
    monkeypatch.setenv("GIT_TEST_ASSUME_DIFFERENT_OWNER", "1")

    results = [
        in_process("validate", "--tracked", "-w", folder),
        in_process("recipients", "diff", f"{ID}@HEAD", ID, "-w", folder),
    ]

    for result in results:
        assert (result.exit_code, len(result.stderr.splitlines())) == (2, 1)
        assert "git config --global --add safe.directory '" in result.stderr


def test_the_hook_takes_a_workspace_within_the_repository(tmp_path: Path) -> None:
    folder = tmp_path / "høringer 1"
    a_workspace(folder / "etat 1", deadline="2026-01-02")
    a_repository(folder, args=["--workspace", "etat 1"])

    done = after_a_change(folder, "etat 1/data/to.yaml", "hearings: {}\n")

    assert done.returncode == 1, done.stdout
    assert "etat 1/data/hearings.yaml:" in done.stdout
