"""Write findings as Markdown for the page that GitHub shows about a run: all of them, in a table.

Source:
    https://docs.github.com/en/actions/reference/workflows-and-actions/workflow-commands
"""

import itertools
from typing import Final

from hearingkit.findings import Finding, Report
from hearingkit.patterns import late_pattern
from hearingkit.reporters.plain import one_line
from hearingkit.reporters.text import counted, summary, where

_MOST_BYTES: Final = 250_000
"""Bytes of a table at the most: a page takes a megabyte, of all that runs in a step."""

_HEAD: Final = "| place | code | severity | what is wrong |\n| --- | --- | --- | --- |\n"
_PUNCTUATION: Final = late_pattern(r"[!-/:-@\[-`{-~]")


def page(run: Report) -> str:
    """Return a heading with the summary and, if something was found, a table of the findings."""
    rows = [_row(finding) for finding in run.findings]
    sizes = itertools.accumulate(len(row.encode(errors="backslashreplace")) for row in rows)
    shown = sum(1 for size in sizes if size <= _MOST_BYTES)
    table = _HEAD + "".join(rows[:shown]) + "\n" if rows else ""
    left = len(rows) - shown
    more = f"and {counted(left, 'finding')} more, in the log\n\n" if left else ""
    return f"### hearingkit: {summary(run)}\n\n{table}{more}"


def _row(finding: Finding) -> str:
    message = " – ".join(filter(None, (finding.message, finding.hint)))
    cells = (plain(where(finding.place)), finding.code, finding.severity, plain(message))
    return f"| {' | '.join(cells)} |\n"


def plain(text: str) -> str:
    """Return a text in which no sign is Markdown or HTML."""
    return _PUNCTUATION.sub(r"\\\g<0>", one_line(text))
