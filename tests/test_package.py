"""The sdist holds all that git tracks, so that its own tests run."""

import subprocess
import sys
import tarfile
from pathlib import Path, PurePosixPath

import pytest

from tests.rendering import ROOT

SDIST_ONLY = {"PKG-INFO"}


def test_the_sdist_holds_all_that_git_tracks(tmp_path: Path) -> None:
    listed = subprocess.run(
        ["git", "ls-files", "-z"], cwd=ROOT, check=False, capture_output=True, text=True
    )
    if listed.returncode:
        pytest.skip("not a git checkout")
    build = (sys.executable, "-m", "build", "--sdist", "--no-isolation", "--outdir")

    subprocess.run([*build, tmp_path, ROOT], check=True, capture_output=True)

    tracked = {name for name in listed.stdout.split("\0") if (ROOT / name).is_file()}
    (sdist,) = tmp_path.glob("*.tar.gz")
    with tarfile.open(sdist) as file:
        paths = [PurePosixPath(name) for name in file.getnames()]
    assert {str(PurePosixPath(*path.parts[1:])) for path in paths} - SDIST_ONLY >= tracked
