"""Print findings: with excerpts and colour on a terminal, one line each in a pipe."""

import sys
from collections.abc import Mapping
from typing import Final

import typer

from hearingkit.cli import streams
from hearingkit.cli.options import Colour
from hearingkit.findings import Report, Severity
from hearingkit.reporters import text

_STYLES: Final[Mapping[Severity, str]] = {
    Severity.ERROR: "bold red",
    Severity.WARNING: "bold yellow",
    Severity.NOTE: "bold cyan",
}


def show_findings(report: Report, colour: Colour, *, err: bool) -> None:
    """Print findings: with excerpts on a terminal, one line each in a pipe."""
    stream = sys.stderr if err else sys.stdout
    coloured = colour.wanted(stream)
    shown = text.report_with_excerpts if coloured or streams.on_terminal(stream) else text.report
    lines = streams.for_people(shown(report))
    if coloured:
        _print_coloured(lines, err=err)
    else:
        typer.echo(lines, nl=False, err=err)


def show_findings_on_stderr(report: Report, colour: Colour, *, quiet: bool) -> None:
    """Print findings on stderr, for commands whose output on stdout is something else.

    With ``quiet``, print only errors.
    """
    least = Severity.ERROR if quiet else Severity.NOTE
    show_findings(at_or_above(report, least), colour, err=True)


def at_or_above(report: Report, least: Severity) -> Report:
    """Return the report with only the findings of severity ``least`` or higher."""
    findings = tuple(one for one in report.findings if one.severity.rank >= least.rank)
    return Report(findings, report.files, report.accepted)


def _print_coloured(lines: str, *, err: bool) -> None:
    from rich.console import Console
    from rich.text import Text

    console = Console(
        stderr=err,
        force_terminal=True,
        color_system="standard",
        no_color=False,  # --color always outweighs NO_COLOR
        highlight=False,
        soft_wrap=True,
    )
    for line in lines.splitlines():
        shown = Text(line)
        shown.highlight_regex(r"^\S.*?:\d+:\d+:", "bold")
        for severity, style in _STYLES.items():
            shown.highlight_regex(rf"(?<=\d: )HK\d{{3}} {severity}(?=:)", style)
        shown.highlight_regex(r"^\s+(hint|source):", "cyan")
        shown.highlight_regex(r"^\s*\^+\s*$", "red")
        console.print(shown)
