"""Read an office's own Word letterhead, check it, and begin one."""

import datetime as dt
import functools
from collections.abc import Iterator, Sequence
from pathlib import Path

from hearingkit import errors
from hearingkit.dispatch.letter import Letter
from hearingkit.documents.blocks import (
    Block,
    Columns,
    Document,
    Field,
    Fields,
    Heading,
    ItemList,
    LineBlock,
    Link,
    Marker,
    Paragraph,
    Plain,
    Table,
)
from hearingkit.findings import Finding, Report, Severity, in_order
from hearingkit.language.language import Language
from hearingkit.source.word_files import MOST_MEGABYTES, NoWordFile
from hearingkit.workflows.output import write_file
from hearingkit.workflows.user_files import reading_named
from hearingkit.workflows.workspace import Workspace, display_path
from hearingkit.writers.dress import Dress

_MOST_BYTES = MOST_MEGABYTES * 1_000_000
_ENDING = ".docx"
_WORDS = (Link("https://etaten.example", (Plain("–"),)),)


def letterhead(path: Path) -> bytes:
    """Return the bytes of a letterhead that can be filled.

    Raises:
        NoWordFile: If the file can't be read, is no Word file, or a field in it is at fault.
    """
    try:
        data = _content(path)
    except OSError:
        raise NoWordFile("barred_word") from None
    return _usable(data, path)


def _usable(data: bytes, path: Path) -> bytes:
    """Return the bytes of a letterhead, if they can be filled.

    Raises:
        NoWordFile: If they are no Word file, or a field in it is at fault.
    """
    from hearingkit.letterheads.opening import names_in

    names_in(data)
    if not _can_be_filled(data):
        raise NoWordFile("broken_word")
    worst = [one for one in _findings(data) if one.severity is Severity.ERROR]
    if worst:
        raise NoWordFile("letterhead", number=len(worst), path=display_path(path))
    return data


def _content(path: Path) -> bytes:
    with path.open("rb") as file:
        return file.read(_MOST_BYTES + 1)


@functools.lru_cache(8)  # each hearing of an issuer has the same
def _findings(data: bytes) -> tuple[Finding, ...]:
    from hearingkit.letterheads.check import letterhead_findings

    return letterhead_findings(data, "")


@functools.lru_cache(8)  # as above
def _can_be_filled(data: bytes) -> bool:
    """Return whether a letter can be written: a file may say anything where a number belongs."""
    from hearingkit.writers.docx import write

    epoch = dt.datetime.fromtimestamp(0, dt.UTC)
    letter = Document(
        next(iter(Language)),
        "–",
        "–",
        epoch,
        "–",
        recipient=(LineBlock((_WORDS,)),),
        references=(Fields((Field("–", _WORDS),)),),
        body=tuple(_blocks_of_all_kinds()),
        signature=(Columns(((LineBlock((_WORDS,)),),) * 2),),
        attachments=(Paragraph(_WORDS),),
        draft="–",
    )
    try:
        write(letter, Dress(letterhead=data))
    except Exception:  # noqa: BLE001 (python-docx fails in many ways at a broken file)
        return False
    return True


def _blocks_of_all_kinds() -> Iterator[Block]:
    yield from (Heading(level, _WORDS) for level in (1, 2, 3))
    for marker in Marker:
        yield ItemList(((Paragraph(_WORDS), ItemList(((Paragraph(_WORDS),),), marker)),), marker)
    yield Table((_WORDS,), ((_WORDS,),))


def letterhead_to_use(path: Path) -> bytes:
    """Return the bytes of a letterhead that the user named.

    Raises:
        HearingkitError: If it isn't there, or can't be filled.
    """
    data = _named(path)
    try:
        return _usable(data, path)
    except NoWordFile as why:
        raise errors.unusable(display_path(path), why.reason) from None


def letterhead_of(letter: Letter, workspace: Workspace) -> bytes | None:
    """Return the bytes of the letterhead that the issuer of a letter has; None if it has none.

    Raises:
        HearingkitError: If it can't be used.
    """
    given = letter.issuer.letterhead
    if given is None:
        return None
    return letterhead_to_use(workspace.folder_of(letter.case.issuer_site.source.name) / given)


def check_letterheads(files: Sequence[Path]) -> Report:
    """Return what is wrong with letterheads; they need no data.

    Raises:
        HearingkitError: If there is no such file, or it can't be read.
    """
    from hearingkit.letterheads.check import broken, letterhead_findings

    found: list[Finding] = []
    for file in files:
        data, name = _named(file), display_path(file)
        own = letterhead_findings(data, name)
        is_sound = all(one.severity is not Severity.ERROR for one in own)
        found += own if not is_sound or _can_be_filled(data) else (broken(name),)
    return Report(in_order(found), len(files))


def _named(file: Path) -> bytes:
    """Return the bytes of a file that the user named.

    Raises:
        HearingkitError: If there is none, or it can't be read.
    """
    with reading_named(file):
        return _content(file)


def create_letterhead(file: Path, language: Language) -> str:
    """Write a letterhead to begin with; returns the path to print.

    Raises:
        HearingkitError: If the file exists, is no .docx by its name, or can't be written.
    """
    from hearingkit.letterheads.built_in import starter

    if file.suffix.casefold() != _ENDING:
        raise errors.no_word_name(display_path(file))
    return str(write_file(file, starter(language)))
