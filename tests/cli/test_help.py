"""What ``--help`` says, in 80 columns."""

import subprocess
import sys
from collections.abc import Callable

import pytest
from typer.testing import CliRunner

from hearingkit import __version__
from hearingkit.cli.app import app
from hearingkit.cli.lazy import SUMMARIES, load


@pytest.mark.parametrize("command", ["", *SUMMARIES])
def test_explains_each_command_in_80_columns(
    command: str, golden: Callable[[str, str], None]
) -> None:
    arguments = [*command.split(), "--help"]

    result = CliRunner().invoke(app, arguments, prog_name="hearingkit", env={"COLUMNS": "80"})

    assert result.exit_code == 0
    assert max(map(len, result.stdout.splitlines())) <= 80
    golden(f"help/{command.replace(' ', '-') or 'hearingkit'}.txt", result.stdout)


@pytest.mark.parametrize("summary", SUMMARIES.values())
def test_a_summary_has_room_beside_the_longest_name(summary: str) -> None:
    assert len(summary) <= 80 - 2 - 6 - max(map(len, SUMMARIES))


def test_shows_its_version() -> None:
    result = CliRunner().invoke(app, ["--version"])

    assert (result.exit_code, result.stdout) == (0, f"hearingkit {__version__}\n")


@pytest.mark.parametrize("command", SUMMARIES)
def test_a_summary_is_the_first_line_of_the_help(command: str) -> None:
    assert load(command).help.splitlines()[0] == SUMMARIES[command]


def test_the_version_is_shown_before_typer_is_imported() -> None:
    code = (
        "import sys; from hearingkit.cli import main\n"
        "sys.argv = ['hearingkit', '--version']; main(); sys.exit('typer' in sys.modules)"
    )

    done = subprocess.run([sys.executable, "-c", code], check=False, capture_output=True, text=True)

    assert (done.returncode, done.stdout) == (0, f"hearingkit {__version__}\n")


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (["-w", "x", "validate"], "No such option: -w; options stand behind the name of the comm"),
        (["--workspace=x", "list"], "No such option: --workspace=x; options stand behind the nam"),
        (["import", "x.csv"], "No such command 'import'. Did you mean 'recipients import'?"),
        (["-"], "No such command '-'."),
    ],
)
def test_says_what_stands_in_another_place(arguments: list[str], said: str) -> None:
    result = CliRunner().invoke(app, arguments, prog_name="hearingkit")

    assert result.exit_code == 2
    assert f"\nError: {said}" in result.stderr
