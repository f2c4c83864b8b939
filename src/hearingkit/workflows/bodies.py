"""Texts of letters that stand in files of their own, put in their places in the data."""

import os
from collections.abc import Iterator, Mapping
from dataclasses import replace
from pathlib import Path
from typing import Final

from hearingkit import errors
from hearingkit.codes import reported
from hearingkit.findings import Finding, Report
from hearingkit.language.language import Language
from hearingkit.quoting import shortened
from hearingkit.source.file import AttachedText, SourceFile, Tree, TreePath
from hearingkit.source.foreign_files import COMPOUND, is_page, kind_of_foreign
from hearingkit.source.hidden_names import LOCK
from hearingkit.source.word_files import MOST_MEGABYTES, NoWordFile
from hearingkit.validation.book import Case
from hearingkit.validation.faults import finding
from hearingkit.validation.sections import HEARINGS
from hearingkit.workflows.user_files import reading_named
from hearingkit.workflows.workspace import Workspace, display_path

KEY: Final = "body"
_FILE: Final = "file"
_MOST_BYTES: Final = MOST_MEGABYTES * 1_000_000
_ARCHIVE: Final = b"PK"


def with_texts(source: SourceFile, workspace: Workspace) -> SourceFile:
    """Return a data file with the texts of the files that it names, as if they stood in it.

    A file that can't be used is left named, and found with the other files of the hearing.
    """
    hearings = source.tree.get(HEARINGS)
    named = [*_named(hearings)] if isinstance(hearings, dict) else []
    if not named:
        return source
    root, folder = os.path.realpath(workspace.root), workspace.folder_of(source.name)
    attached: dict[TreePath, AttachedText] = {}
    tree: Tree = source.tree
    for path, name in named:
        if not Path(os.path.realpath(folder / name)).is_relative_to(root):
            continue
        try:
            text = text_of(folder / name)
        except (NoWordFile, OSError, ValueError):
            continue
        attached[HEARINGS, *path] = text
        tree = _with(tree, (HEARINGS, *path), text.text)
    assert isinstance(tree, dict)
    return replace(source, tree=tree, attached=attached)


def _named(hearings: Mapping[str, Tree]) -> Iterator[tuple[TreePath, str]]:
    """Yield the way to each text that a file holds, and the name of the file."""
    for id_, hearing in hearings.items():
        body = hearing.get(KEY) if isinstance(hearing, dict) else None
        if name := _file_in(body):
            yield (id_, KEY), name
        elif isinstance(body, dict):
            own = ((language.value, _file_in(body.get(language.value))) for language in Language)
            yield from (((id_, KEY, key), name) for key, name in own if name)


def _file_in(value: Tree) -> str:
    is_file = isinstance(value, dict) and [*value] == [_FILE]
    name = value[_FILE] if is_file and isinstance(value, dict) else ""
    return name if isinstance(name, str) else ""


def _with(tree: Tree, path: TreePath, text: str) -> Tree:
    """Return a tree with a text in place of a value; what is beside the way stays the same."""
    if not path:
        return text
    assert isinstance(tree, dict)
    key = str(path[0])
    return {**tree, key: _with(tree[key], path[1:], text)}


def text_of(path: Path) -> AttachedText:
    """Return the text of a Word file, or of one of Markdown; its content tells which it is.

    Raises:
        NoWordFile: If it is neither, or has tracked changes.
        OSError: If it can't be read.
    """
    if path.name.startswith(LOCK):
        raise NoWordFile("lock_word")
    with path.open("rb") as file:
        data = file.read(_MOST_BYTES + 1)
    name = display_path(path)
    text = _from_word(data, name) if data.startswith((_ARCHIVE, COMPOUND)) else _plain(data, name)
    if _is_open(path):
        text = replace(text, losses=((1, "open", ""), *text.losses))
    if not text.text.strip():
        raise NoWordFile("empty_text")
    return text


def _plain(data: bytes, name: str) -> AttachedText:
    try:
        text = data.decode("utf-8-sig")
    except UnicodeDecodeError:
        raise NoWordFile("no_text") from None
    if "\0" in text or kind_of_foreign(data) or is_page(data):
        raise NoWordFile("no_text")
    lines = text.replace("\r\n", "\n").replace("\r", "\n").split("\n")
    numbers = range(1, len(lines) + 1)
    return AttachedText(name, "\n".join(lines), numbers, dict(zip(numbers, lines, strict=True)))


def _from_word(data: bytes, name: str) -> AttachedText:
    from hearingkit.intake.word_text import read_text
    from hearingkit.writers.md import markdown

    try:
        read = read_text(data)
    except NoWordFile:
        raise
    except Exception:  # noqa: BLE001 (a file may say anything where a number belongs)
        raise NoWordFile("broken_word") from None
    said = markdown([step.block for step in read.steps])
    numbers = _numbers(said, [number for step in read.steps for number in step.numbers])
    return AttachedText(name, said, numbers, read.shown, read.losses)


def _is_open(path: Path) -> bool:
    """Return whether Word keeps a file open: it puts another beside it, of nearly the same name."""
    names = (f"{LOCK}{path.name}", f"{LOCK}{path.name[len(LOCK) :]}")
    return any((path.parent / name).exists() for name in names)


def _numbers(said: str, paragraphs: list[int]) -> list[int]:
    """Return the number of the paragraph that each line of Markdown is made of.

    A line is a paragraph, but for empty ones and those behind a hard break.
    """
    waiting = iter(paragraphs)
    numbers: list[int] = []
    here, goes_on = 1, False
    for line in said.split("\n"):
        if line.strip() and not goes_on:
            here = next(waiting, here)
        goes_on = line.endswith("\\")
        numbers.append(here)
    return numbers


def loss_findings(case: Case) -> Iterator[Finding]:
    """Yield what the letter of a hearing lacks of the Word file with its text."""
    for path, text in case.site.source.attached.items():
        if path[: len(case.site.path)] == case.site.path:
            yield from _losses(text)


def _losses(text: AttachedText) -> Iterator[Finding]:
    for number, kind, words in text.losses:
        yield finding("HK140", text.place_of(number), kind, words=shortened(words))


def body_of(file: Path) -> tuple[str, Report]:
    """Return the text of a file as Markdown for the data, and what it lacks of the file.

    Raises:
        HearingkitError: If there is no such file, or it can't be used.
    """
    try:
        with reading_named(file):
            text = text_of(file)
    except NoWordFile as why:
        raise errors.unusable(display_path(file), why.reason) from None
    return f"{text.text.rstrip()}\n", Report(reported(_losses(text)), 1)
