"""Exit codes, and how a command that has to stop reports the reason."""

import contextlib
import enum
import signal
import sys
from collections.abc import Iterator
from typing import Final

import typer

from hearingkit.cli import streams
from hearingkit.errors import HearingkitError, Unfinished, reason_of
from hearingkit.findings import Report, Severity
from hearingkit.reporters.plain import visible

_SIGNALLED: Final = 128


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
    except OSError as error:
        raise typer.Exit(_stopped_by(error)) from None


@contextlib.contextmanager
def ends_without_traceback() -> Iterator[None]:
    """End the program with an exit code, also where what fails is no command's: ``--help``."""
    try:
        try:
            yield
        finally:
            streams.flush()
    except KeyboardInterrupt:  # before a command began
        sys.exit(Exit.INTERRUPTED)
    except OSError as error:
        sys.exit(_stopped_by(error))


def clean_up_when_ended() -> None:
    """Let the signals that end a program leave nothing unfinished behind.

    The exit code is 128 and the signal's number, as shells have it. A signal that is ignored, as
    under ``nohup``, stays so.
    """
    for name in ("SIGTERM", "SIGHUP"):
        number = getattr(signal, name, None)  # Windows lacks one of them
        if number and signal.getsignal(number) is signal.SIG_DFL:
            signal.signal(number, _end)


def _end(number: int, _: object) -> None:
    signal.signal(number, signal.SIG_IGN)  # a second one must not stop the cleaning up
    raise SystemExit(_SIGNALLED + number)


def _stopped_by(error: OSError) -> Exit:
    """Say why a stream or a file stopped the command; a reader that goes away is no news."""
    if error.filename is None:  # of a stream
        streams.discard_stdout()
    if not isinstance(error, BrokenPipeError):
        what = error.filename or "can't write standard output"
        _print_error(f"{what}: {reason_of(error)}")
    return Exit.STOPPED


def _print_error(message: str) -> None:
    for line in message.splitlines():
        streams.say(f"error: {visible(line)}")
