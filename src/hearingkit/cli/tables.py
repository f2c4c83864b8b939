"""Print tables: in columns on a terminal, tab-separated in a pipe."""

import enum
import sys
from collections.abc import Iterable, Sequence
from typing import Literal

import typer

from hearingkit.cli import streams
from hearingkit.cli.options import Colour
from hearingkit.reporters.plain import one_line

Rows = Iterable[Sequence[str]]

_COLOURS = {"at fault": "red", "error": "red", "passed": "yellow", "warning": "yellow"}
_FAINT = {"closed", "draft", "note", "preview"}
_WRAPPED = {"title", "sentence", "source"}


class TableFormat(enum.StrEnum):
    """The formats of a table that is also JSON."""

    TEXT = "text"
    TSV = "tsv"
    JSON = "json"


FORMAT = typer.Option(
    "--format", help="Default: text on a terminal, tsv in a pipe.", show_default=False
)


def in_columns(format_: str | None) -> bool:
    """Return whether a table is printed in columns: by default on a terminal only."""
    return format_ == "text" if format_ else streams.on_terminal(sys.stdout)


def show_table(columns: Sequence[str], rows: Rows, format_: str | None, colour: Colour) -> None:
    """Print a table with its column heads."""
    cells = [[one_line(cell) for cell in row] for row in rows]
    if in_columns(format_):
        _show_in_columns(columns, cells, coloured=colour.wanted(sys.stdout))
        return
    for row in (columns, *cells):
        typer.echo(streams.for_people("\t".join(row)))


def _show_in_columns(columns: Sequence[str], rows: Rows, *, coloured: bool) -> None:
    """Print columns; long cells wrap on a narrow terminal."""
    from rich.console import Console
    from rich.table import Table
    from rich.text import Text

    table = Table(box=None, pad_edge=False, header_style="bold", padding=(0, 2, 0, 0))
    for name in columns:
        side: Literal["right", "left"] = "right" if name == "days" else "left"
        table.add_column(name, justify=side, no_wrap=name not in _WRAPPED)
    for row in rows:
        table.add_row(*(Text(cell, style=_style(cell)) for cell in row))
    console = Console(
        force_terminal=coloured,
        no_color=not coloured,
        color_system="standard" if coloured else None,
        highlight=False,
    )
    with console.capture() as capture:
        console.print(table)
    for line in capture.get().splitlines():
        typer.echo(streams.for_people(line.rstrip()), color=coloured)


def _style(cell: str) -> str:
    return "dim" if cell in _FAINT else _COLOURS.get(cell, "")
