"""Exit codes, and how a command that has to stop reports the reason."""

import contextlib
import enum
from collections.abc import Iterator

import typer

from hearingkit.cli import streams
from hearingkit.errors import HearingkitError, Unfinished
from hearingkit.findings import Report, Severity
from hearingkit.reporters.plain import visible


class Exit(enum.IntEnum):
    """What a command's exit code means."""

    CLEAN = 0
    FINDINGS = 1
    STOPPED = 2
    INTERRUPTED = 130


def exit_code(report: Report, fail_on: Severity) -> Exit:
    """Return FINDINGS if a finding has the severity ``fail_on`` or a higher one."""
    worst = report.worst()
    return Exit.FINDINGS if worst and worst.rank >= fail_on.rank else Exit.CLEAN


@contextlib.contextmanager
def handle_errors() -> Iterator[None]:
    """Report an error as one line on stderr and stop with an exit code; decorates commands.

    Ctrl-C and a closed pipe (``| head``) stop the command without a message.
    """
    try:
        yield
        streams.flush()
    except HearingkitError as error:
        _print_error(str(error))
        raise typer.Exit(Exit.FINDINGS if isinstance(error, Unfinished) else Exit.STOPPED) from None
    except KeyboardInterrupt:
        raise typer.Exit(Exit.INTERRUPTED) from None
    except BrokenPipeError:
        streams.discard_stdout()
        raise typer.Exit(Exit.STOPPED) from None
    except OSError as error:
        if error.filename is None:  # of a stream
            streams.discard_stdout()
        what = error.filename or "can't write standard output"
        _print_error(f"{what}: {(error.strerror or str(error)).lower()}")
        raise typer.Exit(Exit.STOPPED) from None


def _print_error(message: str) -> None:
    for line in message.splitlines():
        streams.say(f"error: {visible(line)}")
