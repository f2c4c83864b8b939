"""The program and its commands; each command has a module."""

from typing import Annotated

import typer

from hearingkit import __version__
from hearingkit.cli.exits import clean_up_when_ended, ends_without_traceback
from hearingkit.cli.lazy import LazyGroup
from hearingkit.cli.streams import escape_unencodable

app = typer.Typer(
    name="hearingkit",
    cls=LazyGroup,
    help="Public hearings (høring / høyring) from YAML: checked, as letters and as mailing lists.",
    no_args_is_help=True,
    add_completion=False,
    # rich would double the time of --help, and its tracebacks force a terminal in CI.
    rich_markup_mode=None,
    pretty_exceptions_enable=False,
    context_settings={"help_option_names": ["-h", "--help"]},
)


def _show_version(wanted: bool) -> None:
    if wanted:
        typer.echo(f"hearingkit {__version__}")
        raise typer.Exit


@app.callback()
def _program(
    _version: Annotated[
        bool,
        typer.Option(
            "--version", callback=_show_version, is_eager=True, help="Show the version and stop."
        ),
    ] = False,
) -> None:
    """Public hearings (høring / høyring) from YAML: checked, as letters and as mailing lists."""


def main() -> None:
    """Run the program."""
    escape_unencodable()
    clean_up_when_ended()
    with ends_without_traceback():
        app()
