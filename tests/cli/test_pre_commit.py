"""The pre-commit hook, run by the real pre-commit on a scratch repository."""

import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest
from tests.rendering import ROOT

UNREACHABLE = ("NewConnectionError", "NameResolutionError", "ConnectTimeoutError", "ProxyError")
IDENTITY = {
    "GIT_AUTHOR_NAME": "test",
    "GIT_AUTHOR_EMAIL": "test@test.example",
    "GIT_COMMITTER_NAME": "test",
    "GIT_COMMITTER_EMAIL": "test@test.example",
    "GIT_CONFIG_GLOBAL": os.devnull,
}

pytestmark = pytest.mark.skipif(shutil.which("git") is None, reason="git is not installed")


def _run(folder: Path, *command: str) -> subprocess.CompletedProcess[str]:
    own = {name: value for name, value in os.environ.items() if not name.startswith("GIT_")}
    environment = own | IDENTITY | {"PRE_COMMIT_HOME": str(folder.parent / "cache")}
    return subprocess.run(
        command, cwd=folder, env=environment, capture_output=True, text=True, check=False
    )


def _committed(folder: Path) -> str:
    """Make the folder a repository with one commit; returns its hash."""
    for command in (["init", "-q"], ["add", "-A"], ["commit", "-q", "-m", "all"]):
        done = _run(folder, "git", *command)
        assert done.returncode == 0, done.stderr
    return _run(folder, "git", "rev-parse", "HEAD").stdout.strip()


@pytest.fixture(scope="module")
def scratch(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return a repository with hearings, and the hook of a copy of this checkout."""
    base = tmp_path_factory.mktemp("hooked")
    hook = base / "hearingkit"
    for name in ("src", "templates"):
        shutil.copytree(ROOT / name, hook / name, ignore=shutil.ignore_patterns("__pycache__"))
    for name in ("pyproject.toml", "README.md", ".pre-commit-hooks.yaml"):
        shutil.copy(ROOT / name, hook / name)
    revision = _committed(hook)
    folder = base / "høringer 1"
    shutil.copytree(ROOT / "data", folder / "data")
    (folder / ".pre-commit-config.yaml").write_text(
        f"repos:\n- repo: {hook.as_posix()}\n  rev: {revision}\n"
        "  hooks:\n  - id: hearingkit-validate\n",
        "utf-8",
    )
    _committed(folder)
    made = _run(folder, sys.executable, "-m", "pre_commit", "install-hooks")
    said = made.stdout + made.stderr
    if made.returncode and any(sign in said for sign in UNREACHABLE):
        pytest.skip("the package index can't be reached")
    assert made.returncode == 0, said
    return folder


def test_the_hook_lets_sound_hearings_pass(scratch: Path) -> None:
    done = _run(scratch, sys.executable, "-m", "pre_commit", "run", "--all-files")

    assert done.returncode == 0, done.stdout + done.stderr
    assert "Passed" in done.stdout


def test_the_hook_stops_a_hearing_at_fault_and_says_where(scratch: Path) -> None:
    path = scratch / "data" / "hearings.yaml"
    sound = path.read_text("utf-8")
    path.write_text(sound.replace("unit: evm}", "unit: emv}", 1), "utf-8")
    _run(scratch, "git", "add", "-A")

    done = _run(scratch, sys.executable, "-m", "pre_commit", "run")

    path.write_text(sound, "utf-8")
    assert done.returncode == 1
    assert "data/hearings.yaml:" in done.stdout
    assert "HK111" in done.stdout
