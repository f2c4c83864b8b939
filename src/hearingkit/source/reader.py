"""Reading a file of hearing data: bytes to a tree with places, or a finding that tells why not."""

import codecs
import itertools
import os
import pathlib
import stat
from collections.abc import Iterator
from typing import Final

import yaml

from hearingkit.findings import Finding, Place, in_order
from hearingkit.source.characters import FORBIDDEN, TOO_HIGH, named
from hearingkit.source.codes import fault
from hearingkit.source.composer import Composer, Stop
from hearingkit.source.events import events_of
from hearingkit.source.file import SourceFile
from hearingkit.source.hints.conflicts import unmerged
from hearingkit.source.hints.syntax import syntax_finding
from hearingkit.source.hints.trouble import Trouble
from hearingkit.source.lines import Lines

MOST_BYTES: Final = 5_000_000
"""Size of a file; the two letters that hearingkit began with take 5 kB together."""

MOST_CONTROL_CHARACTERS: Final = 20
"""Findings of that kind in one file; where there are more, it is hardly a text."""

# A pipe is opened without waiting for a writer, a terminal without becoming ours; neither is read.
_FLAGS: Final = (
    os.O_RDONLY
    | getattr(os, "O_NONBLOCK", 0)
    | getattr(os, "O_NOCTTY", 0)
    | getattr(os, "O_BINARY", 0)
)
_UTF_16: Final = (codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)

Read = tuple[SourceFile | None, tuple[Finding, ...]]


def read(path: pathlib.Path, name: str) -> Read:
    """Read a file.

    Args:
        path: Where it is; a symbolic link is followed.
        name: How findings name it, with ``/`` between its parts.

    Returns:
        The file, or None where it can't be understood, and what is wrong with it.
    """
    try:
        data = _bytes_of(path)
    except (OSError, ValueError) as error:
        return None, (fault("HK001", Place(name), _reason(error)),)
    if data is None:
        return None, (fault("HK001", Place(name), "is no regular file"),)
    return read_text(data, name)


def left(name: str) -> Finding:
    """Return the finding for a file that is not read, for a link leads elsewhere."""
    return fault("HK001", Place(name), "is a link that leads out of the workspace; copy the file")


def read_text(data: bytes, name: str) -> Read:
    """Read what came from standard input, or any bytes; returns the same as ``read``."""
    if len(data) > MOST_BYTES:
        message = f"is larger than {MOST_BYTES // 1_000_000} MB"
        return None, (fault("HK002", Place(name), message),)
    if _looks_like_utf_16(data):
        return None, (fault("HK003", Place(name), "is UTF-16 text, not UTF-8"),)
    body = data.removeprefix(codecs.BOM_UTF8)
    try:
        text = body.decode()
    except UnicodeDecodeError as error:
        return None, (_not_utf_8(body, error.start, name),)
    lines = Lines.of(text)
    bad = tuple(_control_characters(lines, name))
    if bad:
        return None, bad
    if conflict := unmerged(lines, name):
        return None, (conflict,)
    return _compose(lines, name)


def _reason(error: OSError | ValueError) -> str:
    """Return why a file can't be read, in the same words on every system where possible."""
    match error:
        case FileNotFoundError():
            return "does not exist"
        case PermissionError():
            return "can't be read: permission is missing"
        case OSError():
            return f"can't be read: {(error.strerror or 'unknown reason').lower()}"
        case _:
            return "can't be read: no file can have this name"


def _bytes_of(path: pathlib.Path) -> bytes | None:
    """Return a file's bytes, one more than allowed at the most; None where it is no file."""
    if not stat.S_ISREG(path.stat().st_mode):
        return None
    with open(os.open(path, _FLAGS), "rb") as file:  # noqa: PTH123 - a descriptor has no path
        # Another file may have taken the place of the one that was looked at.
        if not stat.S_ISREG(os.fstat(file.fileno()).st_mode):
            return None
        return file.read(MOST_BYTES + 1)


def _not_utf_8(data: bytes, at: int, name: str) -> Finding:
    before = data[:at].decode()
    lines = Lines.of(before + data[at:].decode(errors="replace"))
    place = lines.place(name, lines.span(len(before), len(before) + 1))
    byte = data[at : at + 1]
    meant = byte.decode("cp1252", errors="replace")
    known = f'; in Windows-1252 it would be "{meant}"' if meant.isprintable() else ""
    return fault("HK003", place, f"byte 0x{byte.hex().upper()} is not UTF-8{known}")


def _looks_like_utf_16(data: bytes) -> bool:
    """Tell whether there is a mark of UTF-16, or every other of the first bytes is NUL."""
    head = data[:64]
    every_other_is_nul = len(head) > 1 and not (any(head[::2]) and any(head[1::2]))
    return data.startswith(_UTF_16) or every_other_is_nul


def _control_characters(lines: Lines, name: str) -> Iterator[Finding]:
    found = itertools.islice(FORBIDDEN.finditer(lines.text), MOST_CONTROL_CHARACTERS)
    for bad in found:
        place = lines.place(name, lines.span(*bad.span()))
        yield fault("HK004", place, f"{named(bad[0])}, stands here unseen")


def _compose(lines: Lines, name: str) -> Read:
    composer = Composer(name, lines)
    last: yaml.Event | None = None
    try:
        for event in _events(lines, name):
            composer.take(event)
            last = event
    except Stop as stop:
        return None, in_order([*composer.findings, stop.finding])
    except yaml.YAMLError as error:
        wrong = syntax_finding(Trouble.of(error, lines, last, composer.levels), name)
        # Whatever else is told of the very text that YAML could not read follows from that.
        told = (one for one in composer.findings if one.place.line <= wrong.place.line)
        return None, in_order([*told, wrong])
    if not composer.whole:
        return None, in_order(composer.findings)
    file = SourceFile(name, lines, composer.tree, composer.values, composer.keys)
    return file, in_order(composer.findings)


def _events(lines: Lines, name: str) -> Iterator[yaml.Event]:
    try:
        yield from events_of(lines.text)
    except (ValueError, OverflowError) as error:
        # PyYAML's own scanner hands an escape behind the last character of Unicode to chr().
        found = TOO_HIGH.search(lines.text)
        if found is None:
            raise
        place = lines.place(name, lines.span(*found.span()))
        raise Stop(fault("HK004", place, f'"{found[0]}" stands for no character')) from error
