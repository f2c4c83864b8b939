"""Findings for a person: on a terminal with excerpts and colour, in a pipe one line each."""

import sys

import typer

from hearingkit.cli import streams
from hearingkit.cli.options import Colour
from hearingkit.findings import Report, Severity
from hearingkit.reporters import text


def show_findings(report: Report, colour: Colour, *, err: bool) -> None:
    """Print findings: for a person on a terminal, for a program in a pipe."""
    stream = sys.stderr if err else sys.stdout
    if colour.wanted(stream):
        _print_coloured(report, err=err)
    elif streams.on_terminal(stream):
        typer.echo(text.report_with_excerpts(report), nl=False, err=err)
    else:
        typer.echo(text.report(report), nl=False, err=err)


def show_concerns(report: Report, colour: Colour, *, quiet: bool) -> None:
    """Print on stderr what was found by a command that makes something else than findings."""
    least = Severity.ERROR if quiet else Severity.NOTE
    show_findings(as_grave_as(report, least), colour, err=True)


def as_grave_as(report: Report, least: Severity) -> Report:
    """Return the report without what is less grave than ``least``."""
    findings = tuple(one for one in report.findings if one.severity.rank >= least.rank)
    return Report(findings, report.files, report.accepted)


def _print_coloured(report: Report, *, err: bool) -> None:
    from rich.console import Console
    from rich.text import Text

    console = Console(
        stderr=err,
        force_terminal=True,
        color_system="standard",
        no_color=False,  # who asks for colour in so many words gets it, NO_COLOR or not
        highlight=False,
        soft_wrap=True,
    )
    for line in text.report_with_excerpts(report).splitlines():
        shown = Text(line)
        shown.highlight_regex(r"^\S.*?:\d+:\d+:", "bold")
        shown.highlight_regex(r"\bHK\d{3}\b", "bold red")
        shown.highlight_regex(r"^\s+(hint|source):", "cyan")
        shown.highlight_regex(r"^\s*\^+\s*$", "red")
        console.print(shown)
