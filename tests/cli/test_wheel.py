"""The wheel alone, in an environment of its own, gives what the checkout gives."""

import shutil
import subprocess
import sys
import venv
from importlib.metadata import distributions
from pathlib import Path

import pytest
from tests.rendering import ROOT
from tests.workspaces import as_process, bytes_below, environment

from hearingkit.writers import DocumentFormat

UNREACHABLE = (
    "NewConnectionError",
    "NameResolutionError",
    "ConnectTimeoutError",
    "ProxyError",
)


def run(*command: str | Path, cwd: Path) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        [*map(str, command)],
        cwd=cwd,
        env=environment(),
        capture_output=True,
        text=True,
        check=False,
    )


@pytest.fixture(scope="module")
def installed(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return the Python of an environment with the wheel, and what it asks for as it is here."""
    folder = tmp_path_factory.mktemp("wheel")
    build = ("-m", "build", "--wheel", "--no-isolation", "--outdir", folder, ROOT)
    built = run(sys.executable, *build, cwd=folder)
    assert built.returncode == 0, built.stdout + built.stderr
    (wheel,) = folder.glob("*.whl")
    venv.create(folder / "venv", symlinks=True)
    python = folder / "venv" / ("Scripts" if sys.platform == "win32" else "bin") / "python"
    same = folder / "same-versions.txt"
    same.write_text("".join(f"{one.name}=={one.version}\n" for one in distributions()), "utf-8")
    pip = ("-m", "pip", "--python", python, "--quiet", "install", "--no-compile")
    done = run(sys.executable, *pip, "-c", same, wheel, cwd=folder)
    if done.returncode and any(sign in done.stderr for sign in UNREACHABLE):
        pytest.skip("the package index can't be reached")
    assert done.returncode == 0, done.stderr
    return python


def test_installed_from_a_wheel_it_gives_the_same_bytes(installed: Path, tmp_path: Path) -> None:
    shutil.copytree(ROOT / "data", tmp_path / "data")

    formats = [argument for one in DocumentFormat for argument in ("-f", one)]

    wheel = run(installed.with_name("hearingkit"), "render", *formats, cwd=tmp_path)
    checkout = as_process("render", *formats, "-o", tmp_path / "expected", cwd=ROOT)

    assert (wheel.returncode, checkout.returncode) == (0, 0), wheel.stderr
    assert bytes_below(tmp_path / "out") == bytes_below(tmp_path / "expected") != {}


def test_installed_from_a_wheel_it_is_the_wheel_that_runs(installed: Path, tmp_path: Path) -> None:
    where = "import hearingkit.assets as assets; print(assets.templates_dir().resolve())"

    done = run(installed, "-c", where, cwd=tmp_path)

    assert Path(done.stdout.strip()).is_relative_to(installed.parents[1].resolve()), done.stderr


def test_a_wheel_holds_all_that_it_asks_for(installed: Path, tmp_path: Path) -> None:
    done = run(sys.executable, "-m", "pip", "--python", installed, "check", cwd=tmp_path)

    assert done.returncode == 0, done.stdout
