"""What ``--help`` says, in 80 columns."""

from collections.abc import Callable

import pytest
from typer.testing import CliRunner

from hearingkit import __version__
from hearingkit.cli.app import app
from hearingkit.cli.lazy import LAZY_COMMANDS, LazyCommand

COMMANDS = (
    "",
    "init",
    "new",
    "validate",
    "render",
    "recipients",
    "recipients import",
    "list",
    "show",
    "explain",
    "rules",
    "schema",
)


@pytest.mark.parametrize("command", COMMANDS)
def test_explains_each_command_in_80_columns(
    command: str, golden: Callable[[str, str], None]
) -> None:
    arguments = [*command.split(), "--help"]

    result = CliRunner().invoke(app, arguments, prog_name="hearingkit", env={"COLUMNS": "80"})

    assert result.exit_code == 0
    assert max(map(len, result.stdout.splitlines())) <= 80
    golden(f"help/{command.replace(' ', '-') or 'hearingkit'}.txt", result.stdout)


def test_names_every_command() -> None:
    assert {command.name for command in app.registered_commands} == {*COMMANDS} - {""}


def test_tells_its_version() -> None:
    result = CliRunner().invoke(app, ["--version"])

    assert (result.exit_code, result.stdout) == (0, f"hearingkit {__version__}\n")


@pytest.mark.parametrize("command", LAZY_COMMANDS, ids=lambda command: command.name)
def test_a_summary_is_the_first_line_of_the_help(command: LazyCommand) -> None:
    assert command.load().help.splitlines()[0] == command.summary
