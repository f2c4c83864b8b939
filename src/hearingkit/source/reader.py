"""Read a YAML file: its bytes become a tree with places, or findings."""

import codecs
import itertools
import os
import pathlib
import re
import stat
import unicodedata
from collections.abc import Iterator
from typing import Final

import yaml

from hearingkit.findings import Finding, Place, in_order
from hearingkit.patterns import late_pattern
from hearingkit.source.characters import FORBIDDEN, TOO_HIGH, may_hold_forbidden, named
from hearingkit.source.codes import fault
from hearingkit.source.composer import Composer, ReadingStopped
from hearingkit.source.events import events_of
from hearingkit.source.file import SourceFile
from hearingkit.source.foreign_files import kind_of_foreign
from hearingkit.source.hints.conflicts import merge_conflict
from hearingkit.source.hints.parse_failure import ParseFailure
from hearingkit.source.lines import Lines
from hearingkit.source.sifting import Entangled, Wanted, sifted

MOST_BYTES: Final = 40_000_000
"""Largest size of a file; a hearing takes about 3 kB, a register of 100,000 parties 28 MB."""

MOST_BYTES_TOGETHER: Final = 50_000_000
"""Largest size of all files of a workspace."""

MOST_VALUES_TOGETHER: Final = 3_000_000
"""Highest number of values in all of them: each takes half a kB of memory."""

MOST_CONTROL_CHARACTERS: Final = 20
"""Highest number of findings HK004 in a file; a file with more is probably no text."""

# Opening a pipe must not wait, and opening a terminal must not attach it; neither is read.
_FLAGS: Final = (
    os.O_RDONLY
    | getattr(os, "O_NONBLOCK", 0)
    | getattr(os, "O_NOCTTY", 0)
    | getattr(os, "O_BINARY", 0)
)
_OUTERMOST: Final = late_pattern(r"^[^ \t\r\n#].*", re.MULTILINE)
_OF_CATEGORY: Final = {"Cc": "control", "Co": "private"}
_UTF_16: Final = (codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)

ReadResult = tuple[SourceFile | None, tuple[Finding, ...]]


def read(path: pathlib.Path, name: str, wanted: Wanted | None = None) -> ReadResult:
    """Read a file.

    Args:
        path: The path of the file; a symbolic link is followed.
        name: The name in findings, with ``/`` between its parts.
        wanted: Which entries of its sections to read. Of the others, only the syntax is checked,
            and each is None in the tree. None for all.

    Returns:
        The file, or None if it can't be read; and the findings.
    """
    try:
        data = _bytes_of(path)
    except (OSError, ValueError) as error:
        return None, (_unreadable(error, name),)
    if data is None:
        return None, (fault("HK001", Place(name), "irregular"),)
    return read_text(data, name, wanted)


def holds_alone(section: str, path: pathlib.Path, data: bytes | None = None) -> bool:
    """Return whether a file holds one section and nothing else, as its lines show.

    A file that can't be read, or is laid out otherwise, does not.

    Args:
        section: The key of the section.
        path: The path of the file.
        data: Its content, where it is not what stands there.
    """
    try:
        text = (_bytes_of(path) or b"" if data is None else data).decode("latin-1")
    except (OSError, ValueError):
        return False
    return [found[0].rstrip() for found in _OUTERMOST.finditer(text)] == [f"{section}:"]


def missing(name: str, near: str, data: str) -> Finding:
    """Return the finding for a file that isn't there.

    Args:
        name: The path as asked for.
        near: The path that may be meant; empty if none is near.
        data: The folder of the workspace's data; empty if there is none.
    """
    variant = "needless" if data and not near else "missing"
    return fault("HK001", Place(name), variant, near=near, data=data)


def link_outside(name: str) -> Finding:
    """Return the finding for a link that leads out of the workspace, and is not read."""
    return fault("HK001", Place(name), "outside")


def too_large_together(name: str, size: int, values: int) -> Finding | None:
    """Return the finding for the file with which the data of a workspace becomes too large.

    Args:
        name: The name of the file.
        size: Bytes of all files up to it.
        values: Values in them.

    Returns:
        None if it is not too large.
    """
    if size > MOST_BYTES_TOGETHER:
        return fault("HK002", Place(name), "together", most=MOST_BYTES_TOGETHER // 1_000_000)
    if values > MOST_VALUES_TOGETHER:
        return fault("HK002", Place(name), "values_together", most=MOST_VALUES_TOGETHER)
    return None


def read_text(data: bytes, name: str, wanted: Wanted | None = None) -> ReadResult:
    """Read bytes, as from standard input; return the same as ``read``."""
    if refused := _refused(data, name):
        return None, (refused,)
    body = data.removeprefix(codecs.BOM_UTF8)
    try:
        text = body.decode()
    except UnicodeDecodeError as error:
        return None, (_not_utf_8(body, error.start, name),)
    lines = Lines(text)
    bad = tuple(_control_characters(lines, name))
    if bad:
        return None, bad
    if conflict := merge_conflict(lines, name):
        return None, (conflict,)
    return (_compose_some(lines, name, wanted) if wanted else None) or _compose(lines, name)


def _refused(data: bytes, name: str) -> Finding | None:
    """Return why bytes are no text to read; None where they may be."""
    if foreign := kind_of_foreign(data):
        return fault("HK001", Place(name), foreign)
    if len(data) > MOST_BYTES:
        return fault("HK002", Place(name), "file", most=MOST_BYTES // 1_000_000)
    return fault("HK003", Place(name), "utf_16") if _looks_like_utf_16(data) else None


def _unreadable(error: OSError | ValueError, name: str) -> Finding:
    """Return why a file can't be read, if possible in the same words on every system."""
    match error:
        case FileNotFoundError():
            return fault("HK001", Place(name), "missing")
        case PermissionError():
            return fault("HK001", Place(name), "barred")
        case OSError():
            return fault("HK001", Place(name), "unreadable", reason=(error.strerror or "").lower())
        case _:
            return fault("HK001", Place(name), "bad_name")


def _bytes_of(path: pathlib.Path) -> bytes | None:
    """Return at most one byte more than a file may have; None if it is no regular file."""
    if not stat.S_ISREG(path.stat().st_mode):
        return None
    with open(os.open(path, _FLAGS), "rb") as file:  # noqa: PTH123 - a descriptor has no path
        # Another file may have replaced the one that was checked.
        if not stat.S_ISREG(os.fstat(file.fileno()).st_mode):
            return None
        return file.read(MOST_BYTES + 1)


def _not_utf_8(data: bytes, at: int, name: str) -> Finding:
    before = data[:at].decode()
    lines = Lines(before + data[at:].decode(errors="replace"))
    place = lines.place(name, lines.span(len(before), len(before) + 1))
    byte = data[at : at + 1]
    meant = byte.decode("cp1252", errors="replace")
    facts = {"byte": byte.hex().upper(), "meant": meant if meant.isprintable() else ""}
    return fault("HK003", place, "byte", **facts)


def _looks_like_utf_16(data: bytes) -> bool:
    """Return whether the bytes begin with a UTF-16 mark, or have NUL as every second byte."""
    head = data[:64]
    every_other_is_nul = len(head) > 1 and not (any(head[::2]) and any(head[1::2]))
    return data.startswith(_UTF_16) or every_other_is_nul


def _control_characters(lines: Lines, name: str) -> Iterator[Finding]:
    if not may_hold_forbidden(lines.text):
        return
    found = itertools.islice(FORBIDDEN.finditer(lines.text), MOST_CONTROL_CHARACTERS)
    for bad in found:
        place = lines.place(name, lines.span(*bad.span()))
        variant = _OF_CATEGORY.get(unicodedata.category(bad[0]), "unseen")
        yield fault("HK004", place, variant, **named(bad[0]))


def _compose_some(lines: Lines, name: str, wanted: Wanted) -> ReadResult | None:
    """Return the file without what isn't wanted; None if the two can't be told apart."""
    composer = Composer(name, lines)
    try:
        for event in sifted(_events(lines, name), wanted):
            composer.take(event)
    except (Entangled, ReadingStopped, yaml.YAMLError):
        return None
    return _result(composer, lines, name)


def _compose(lines: Lines, name: str) -> ReadResult:
    composer = Composer(name, lines)
    last: yaml.Event | None = None
    try:
        for event in _events(lines, name):
            composer.take(event)
            last = event
    except ReadingStopped as stopped:
        return None, in_order([*composer.findings, stopped.finding])
    except yaml.YAMLError as error:
        from hearingkit.source.hints.syntax import syntax_finding

        wrong = syntax_finding(ParseFailure.from_error(error, lines, last, composer.levels), name)
        # Findings below the syntax error are only its consequences.
        above = (one for one in composer.findings if one.place.line <= wrong.place.line)
        return None, in_order([*above, wrong])
    return _result(composer, lines, name)


def _result(composer: Composer, lines: Lines, name: str) -> ReadResult:
    if not composer.whole:
        return None, in_order(composer.findings)
    file = SourceFile(name, lines, composer.tree, *composer.places(), composer.has_properties)
    return file, in_order(composer.findings)


def _events(lines: Lines, name: str) -> Iterator[yaml.Event]:
    try:
        yield from events_of(lines.text)
    except (ValueError, OverflowError) as error:
        # PyYAML's own parser calls chr() with an escape that is too high for Unicode.
        found = TOO_HIGH.search(lines.text)
        if found is None:
            raise
        place = lines.place(name, lines.span(*found.span()))
        raise ReadingStopped(fault("HK004", place, "too_high", escape=found[0])) from error
