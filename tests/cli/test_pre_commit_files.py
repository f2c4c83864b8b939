"""Which files the pre-commit hook runs for: the manifest's own, with this hearingkit, offline."""

import shutil
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest
import yaml
from tests.cli.test_pre_commit import _committed, _run
from tests.rendering import ROOT
from tests.workspaces import a_workspace

pytestmark = pytest.mark.skipif(shutil.which("git") is None, reason="git is not installed")


def the_hook(**changes: Any) -> dict[str, Any]:
    """Return the hook of the manifest, run from here instead of installed."""
    (hook,) = yaml.safe_load((ROOT / ".pre-commit-hooks.yaml").read_text("utf-8"))
    program, *arguments = hook["entry"].split()
    entry = " ".join([f"'{sys.executable}' -m", program, *arguments])
    return {**hook, "language": "system", "entry": entry, **changes}


def a_repository(folder: Path, **changes: Any) -> Path:
    """Return a repository with a hearing at fault, and the hook."""
    a_workspace(folder, deadline="2026-01-02")
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


@pytest.mark.parametrize(
    "name", ["mkdocs.yml", "database/x.yaml", "data/brev.md", "data.yaml", "olddata/x.yaml"]
)
def test_the_hook_leaves_other_files_alone(tmp_path: Path, name: str) -> None:
    done = after_a_change(a_repository(tmp_path / "høringer 1"), name, "x: 1\n")

    assert done.returncode == 0, done.stdout
    assert "Skipped" in done.stdout


def test_the_hook_takes_a_workspace_within_the_repository(tmp_path: Path) -> None:
    folder = tmp_path / "høringer 1"
    a_workspace(folder / "etat 1", deadline="2026-01-02")
    a_repository(folder, args=["--workspace", "etat 1"])

    done = after_a_change(folder, "etat 1/data/to.yaml", "hearings: {}\n")

    assert done.returncode == 1, done.stdout
    assert "etat 1/data/hearings.yaml:" in done.stdout
