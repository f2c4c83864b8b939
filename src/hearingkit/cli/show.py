"""Findings for a person: on a terminal with excerpts and colour, in a pipe one line each."""

import sys

import typer

from hearingkit.cli.options import Colour
from hearingkit.findings import Report, Severity
from hearingkit.reporters import text


def show_findings(report: Report, colour: Colour, *, err: bool) -> None:
    """Print findings: for a person on a terminal, for a program in a pipe."""
    stream = sys.stderr if err else sys.stdout
    if not stream.isatty() and colour is not Colour.ALWAYS:
        typer.echo(text.report(report), nl=False, err=err)
    elif not colour.wanted():
        typer.echo(text.report_with_excerpts(report), nl=False, err=err)
    else:
        _print_coloured(report, err=err)


def _print_coloured(report: Report, *, err: bool) -> None:
    from rich.console import Console
    from rich.text import Text

    console = Console(stderr=err, force_terminal=True, highlight=False, soft_wrap=True)
    for line in text.report_with_excerpts(report).splitlines():
        shown = Text(line)
        shown.highlight_regex(r"^\S.*?:\d+:\d+:", "bold")
        shown.highlight_regex(r"\bHK\d{3}\b", "bold red")
        shown.highlight_regex(r"^\s+(hint|source):", "cyan")
        shown.highlight_regex(r"^[\s|]*\^+\s*$", "red")
        console.print(shown)


def show_summary(report: Report) -> None:
    """Print how much was found, on stderr."""
    typer.echo(text.summary(report), err=True)


def only_errors(report: Report) -> Report:
    """Return the report without notes and warnings."""
    errors = tuple(one for one in report.findings if one.severity is Severity.ERROR)
    return Report(errors, report.files, report.accepted)
