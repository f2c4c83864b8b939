"""Exit codes, and how a command that can't go on says so."""

import contextlib
import enum
import os
import sys
from collections.abc import Iterator

import typer

from hearingkit.errors import HearingkitError
from hearingkit.findings import Report, Severity


class Exit(enum.IntEnum):
    """What a command's exit code means."""

    CLEAN = 0
    FINDINGS = 1
    STOPPED = 2


def exit_code(report: Report, fail_on: Severity) -> Exit:
    """Return FINDINGS if something is as grave as ``fail_on`` or graver."""
    worst = report.worst()
    return Exit.FINDINGS if worst and worst.rank >= fail_on.rank else Exit.CLEAN


@contextlib.contextmanager
def stopping() -> Iterator[None]:
    """Turn an error of ours into one line on stderr and exit code 2.

    A reader that went away (``| head``) ends the command without a word.
    """
    try:
        yield
        sys.stdout.flush()
    except HearingkitError as error:
        for line in str(error).splitlines():
            typer.echo(f"error: {line}", err=True)
        raise typer.Exit(Exit.STOPPED) from None
    except BrokenPipeError:
        # What Python flushes at its end must not fail again.
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        raise typer.Exit(Exit.STOPPED) from None
