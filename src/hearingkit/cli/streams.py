"""Standard input and output, whatever they are: a terminal, a pipe, a full disk, closed."""

import contextlib
import io
import os
import sys
from typing import TextIO

import typer

from hearingkit.errors import BadOption, CannotRead, CannotWrite


def on_terminal(stream: TextIO | None) -> bool:
    """Tell whether a person reads a stream."""
    return stream is not None and stream.isatty()


def speak_any_text() -> None:
    r"""Let a letter that the terminal's encoding lacks come out as ``\xe6``, not as a failure."""
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, io.TextIOWrapper):
            stream.reconfigure(errors="backslashreplace")


def given_on_stdin(most: int) -> bytes:
    """Return what comes from standard input, one byte more than allowed at the most.

    Raises:
        CannotRead: If it is closed or fails.
    """
    if sys.stdin is None:
        raise CannotRead("standard input", "it is closed")
    try:
        return sys.stdin.buffer.read(most + 1)
    except OSError as error:
        raise CannotRead("standard input", error.strerror or str(error)) from None


def hand_over(data: bytes, *, binary: bool) -> None:
    """Write bytes to standard output.

    Raises:
        BadOption: If they are no text, and a terminal would show them.
        CannotWrite: If standard output is closed.
    """
    if binary and on_terminal(sys.stdout):
        raise BadOption("a Word file is not for the terminal; name a file with -o")
    if sys.stdout is None:
        raise CannotWrite("standard output", "it is closed")
    sys.stdout.buffer.write(data)


def say(text: str) -> None:
    """Write a line to standard error; if nobody listens there, say nothing."""
    with contextlib.suppress(OSError):
        typer.echo(text, err=True)


def flush() -> None:
    """Hand on what Python still holds back, so that a failure is met here and not at its end.

    Raises:
        OSError: If standard output takes no more.
    """
    if sys.stdout is not None:
        sys.stdout.flush()


def abandon() -> None:
    """Let what standard output doesn't take fall, so that Python doesn't fail on it at its end."""
    with contextlib.suppress(OSError, ValueError):
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
