"""Read standard input; write standard output and standard error, even where they fail."""

import contextlib
import io
import os
import sys
from pathlib import Path
from typing import Final, TextIO

import typer

from hearingkit import errors
from hearingkit.patterns import late_pattern
from hearingkit.reporters.plain import visible, without_commands

_NUMBERS: Final = {"-": 1, "/dev/stdout": 1, "/dev/stderr": 2}
_STREAM: Final = late_pattern(r"-|/dev/std(?:out|err)|/(?:dev|proc/self)/fd/(?P<number>[0-9]{1,6})")


def on_terminal(stream: TextIO | None) -> bool:
    """Return whether a stream is a terminal."""
    return stream is not None and stream.isatty()


def escape_unencodable() -> None:
    r"""Print characters that the encoding of a stream lacks as ``\xe6``, instead of failing."""
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, io.TextIOWrapper):
            stream.reconfigure(errors="backslashreplace")


def read_stdin(most: int) -> bytes:
    """Return the bytes of standard input, at most ``most`` + 1.

    Raises:
        HearingkitError: If it is closed or can't be read.
    """
    if sys.stdin is None:
        raise errors.cannot_read("standard input", "it is closed")
    try:
        return sys.stdin.buffer.read(most + 1)
    except OSError as error:
        raise errors.cannot_read("standard input", error.strerror or str(error)) from None


def _write_to_stdout(data: bytes, *, binary: bool) -> None:
    if binary and on_terminal(sys.stdout):
        raise errors.binary_on_terminal()
    if sys.stdout is None:
        raise errors.cannot_write("standard output", "it is closed")
    sys.stdout.buffer.write(data)


def stream_of(name: str) -> int | None:
    """Return the number of the stream that a path stands for; None for a file.

    ``-`` and ``/dev/stdout`` are 1, ``/dev/fd/63`` is 63: what a shell makes of ``>(gzip)``.
    """
    found = _STREAM.fullmatch(name)
    return int(found["number"] or _NUMBERS[found[0]]) if found else None


def write_to_stream(number: int, data: bytes, *, binary: bool = False) -> None:
    """Write bytes to an open stream, by its number.

    Args:
        number: The stream.
        data: The bytes.
        binary: They are no text.

    Raises:
        HearingkitError: If it is not open; on standard output, if it is a terminal and the bytes
            are no text.
    """
    if number == 1:
        _write_to_stdout(data, binary=binary)
        return
    try:
        with open(number, "wb", closefd=False) as stream:
            stream.write(data)
    except OSError as error:
        raise errors.cannot_write(f"stream {number}", error.strerror or str(error)) from None


def write_new(output: str, data: bytes) -> None:
    """Write data into a new file and print its path, or to the stream that is named in its place.

    Raises:
        HearingkitError: If the file exists already, or can't be written.
    """
    from hearingkit.workflows import new_files
    from hearingkit.workflows.workspace import display_path

    stream = stream_of(output)
    if stream is None:
        new_files.write_new({Path(output): data})
        print_path(display_path(Path(output)))
    else:
        write_to_stream(stream, data)


def print_path(path: str) -> None:
    """Print a path on a line of its own; line ends in it are escaped."""
    typer.echo(visible(path))


def say(text: str) -> None:
    """Write a line to standard error; do nothing if that fails."""
    with contextlib.suppress(OSError):
        typer.echo(for_people(text), err=True)


def for_people(text: str) -> str:
    """Return a text as it is printed: in a log of GitHub, without what is a command there."""
    return without_commands(text) if os.environ.get("GITHUB_ACTIONS") else text


def flush() -> None:
    """Write what Python still buffers, so that a failure is seen here and not at exit.

    Raises:
        OSError: If standard output can't be written.
    """
    if sys.stdout is not None:
        sys.stdout.flush()


def discard_stdout() -> None:
    """Drop what is still buffered for standard output, so that Python doesn't fail at exit."""
    with contextlib.suppress(OSError, ValueError):
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
