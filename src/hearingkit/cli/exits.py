"""Exit codes, and how a command that can't go on says so."""

import contextlib
import enum
from collections.abc import Iterator

import typer

from hearingkit.cli import streams
from hearingkit.errors import HasErrors, HearingkitError
from hearingkit.findings import Report, Severity
from hearingkit.reporters.plain import visible


class Exit(enum.IntEnum):
    """What a command's exit code means."""

    CLEAN = 0
    FINDINGS = 1
    STOPPED = 2
    INTERRUPTED = 130


def exit_code(report: Report, fail_on: Severity) -> Exit:
    """Return FINDINGS if something is as grave as ``fail_on`` or graver."""
    worst = report.worst()
    return Exit.FINDINGS if worst and worst.rank >= fail_on.rank else Exit.CLEAN


@contextlib.contextmanager
def stopping() -> Iterator[None]:
    """Turn what ends a command early into one line on stderr and an exit code; for commands.

    A reader that went away (``| head``) and Ctrl-C end it without a word.
    """
    try:
        yield
        streams.flush()
    except HearingkitError as error:
        _tell(str(error))
        raise typer.Exit(Exit.FINDINGS if isinstance(error, HasErrors) else Exit.STOPPED) from None
    except KeyboardInterrupt:
        raise typer.Exit(Exit.INTERRUPTED) from None
    except BrokenPipeError:
        streams.abandon()
        raise typer.Exit(Exit.STOPPED) from None
    except OSError as error:
        if error.filename is None:  # a stream's own
            streams.abandon()
        what = error.filename or "can't write standard output"
        _tell(f"{what}: {(error.strerror or str(error)).lower()}")
        raise typer.Exit(Exit.STOPPED) from None


def _tell(message: str) -> None:
    for line in message.splitlines():
        streams.say(f"error: {visible(line)}")
