"""Add imported recipients to a recipient list; every other sign of the file stays as it is.

The places of values, which findings have too, tell where a line belongs. A library that writes YAML
anew would keep comments, but not layout.
"""

import contextlib
import os
from codecs import BOM_UTF8
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from pathlib import Path

from hearingkit import errors
from hearingkit.errors import HearingkitError
from hearingkit.exporters.yaml import entries_text
from hearingkit.frozen import frozen
from hearingkit.intake.row import ReportLine
from hearingkit.lists.marks import marks_of
from hearingkit.lists.table import RecipientRow
from hearingkit.source.file import SourceFile, Tree, TreePath
from hearingkit.source.reader import read_text
from hearingkit.validation.sections import LISTS, PARTIES
from hearingkit.workflows.import_recipients import read_file
from hearingkit.workflows.insertions import Piece, diff_of, put_in
from hearingkit.workflows.reading import read_all
from hearingkit.workflows.workspace import display_path, find_workspace


@frozen
class MergedList:
    """A file with recipients added to one of its lists.

    Attributes:
        data: The new content.
        diff: What is new, as ``diff -u`` shows it.
        added: How many recipients are new.
        there: How many were there.
        differing: What the import says otherwise of those who were there; nothing is changed.
    """

    data: bytes
    diff: str
    added: int
    there: int
    differing: tuple[ReportLine, ...]


def merge_into(path: Path, rows: Sequence[RecipientRow], id_: str | None) -> MergedList:
    """Return a file of hearing data with the recipients that a list in it lacks.

    Who is there already is known by number, by mailbox or by name.

    Args:
        path: The file.
        rows: The recipients.
        id_: The list; None for the only one in the file.

    Raises:
        HearingkitError: If the file can't be read as hearing data, it has no such list, or the list
            is written so that nothing can be added to it.
    """
    name, data = display_path(path), _content(path)
    source, _ = read_text(data, name)
    if source is None:
        raise errors.cannot_read(name, "it is no hearing data; hearingkit validate shows why")
    list_path = (LISTS, _list_id(source, id_))
    known = _known(source, list_path)
    found = [(row, next(filter(None, map(known.get, marks_of(row))), None)) for row in rows]
    new = [row for row, there in found if there is None]
    pieces = _pieces(source, list_path, new)
    text = _put_in(source, pieces)
    return MergedList(
        data=(BOM_UTF8 if data.startswith(BOM_UTF8) else b"") + text.encode(),
        diff=diff_of(source.text, pieces, name),
        added=len(new),
        there=len(rows) - len(new),
        differing=tuple(
            one for row, there in found if there for one in _differing(source, row, there)
        ),
    )


def _content(path: Path) -> bytes:
    """Return the content of a file; where it is a list that is named, refuse with its file."""
    id_ = os.fspath(path)
    if not os.path.lexists(path) and (file := _file_of_list(id_)):
        raise errors.list_for_file(id_, file)
    return read_file(path)


def _file_of_list(id_: str) -> str:
    """Return the data file of the workspace that has a list of an id; empty where none has."""
    with contextlib.suppress(HearingkitError):
        workspace = find_workspace(Path())
        sources, _ = read_all(workspace, workspace.files)
        return next((one.name for one in sources if id_ in _list_ids(one)), "")
    return ""


def _list_ids(source: SourceFile) -> list[str]:
    lists = source.tree.get(LISTS)
    return list(lists) if isinstance(lists, dict) else []


def _list_id(source: SourceFile, given: str | None) -> str:
    known = _list_ids(source)
    if given in known:
        return given
    if given is None and len(known) == 1:
        return known[0]
    raise errors.unclear_list(source.name, given, known)


def _known(source: SourceFile, list_path: TreePath) -> Mapping[str, TreePath]:
    """Return the way to each recipient of a list, by all that it is known by.

    A party of the register in the same file is known by what stands there, by former names too.
    """
    known: dict[str, TreePath] = {}
    groups = _groups(source)
    for path in _recipients(groups, source.at(list_path), list_path):
        for mark in _marks(source.at(path)):
            known.setdefault(mark, path)
    return known


def _groups(source: SourceFile) -> Mapping[str, Sequence[str]]:
    """Return the ids of the parties of the register in each group, and of each alone."""
    register = source.tree.get(PARTIES)
    groups: dict[str, list[str]] = {}
    for id_, party in register.items() if isinstance(register, dict) else ():
        given = party.get("groups") if isinstance(party, dict) else None
        for group in given if isinstance(given, list) else ():
            groups.setdefault(f"group {group}", []).append(id_)
        groups[f"party {id_}"] = [id_]
    return groups


def _recipients(
    groups: Mapping[str, Sequence[str]], entries: Tree, path: TreePath
) -> Iterator[TreePath]:
    for number, entry in enumerate(entries if isinstance(entries, list) else ()):
        here = (*path, number)
        if isinstance(entry, str):
            yield here
        elif isinstance(entry, dict):
            if "name" in entry:
                yield here
            for key in ("party", "group"):
                yield from ((PARTIES, id_) for id_ in groups.get(f"{key} {entry.get(key)}", ()))
            for key in ("entries", "members"):
                yield from _recipients(groups, entry.get(key), (*here, key))


def _marks(entry: Tree) -> Iterable[str]:
    """Return what a recipient in the file is known by."""
    fields = entry if isinstance(entry, dict) else {"name": entry}
    names = (*_texts(fields.get("name")), *_texts(fields.get("former_names")))
    boxes = (
        one.get("email") if isinstance(one, dict) else one for one in _all(fields, "mailboxes")
    )
    emails = (*_texts(fields.get("email")), *(one for box in boxes for one in _texts(box)))
    number = str(fields.get("org_number") or "")
    rows = (RecipientRow(name, emails=emails, org_number=number) for name in names or ("",))
    return {mark: None for row in rows for mark in marks_of(row)}


def _all(fields: Mapping[str, Tree], key: str) -> Iterable[Tree]:
    given = fields.get(key)
    return given if isinstance(given, list) else (given,)


def _texts(given: Tree) -> tuple[str, ...]:
    """Return a text, or those of a list."""
    ones = given if isinstance(given, list) else [given]
    return tuple(one for one in ones if isinstance(one, str))


def _differing(source: SourceFile, row: RecipientRow, path: TreePath) -> Iterator[ReportLine]:
    """Yield what the import says and the file doesn't, of a recipient that is in both."""
    there = set(_marks(source.at(path)))
    for mark, shown in marks_of(row).items():
        if mark not in there:
            reason = f'the import gives the {mark.partition(" ")[0]} "{shown}"'
            yield ReportLine(source.place(path).line_in_file, reason)


def _pieces(
    source: SourceFile, list_path: TreePath, rows: Sequence[RecipientRow]
) -> Sequence[Piece]:
    """Return the texts of recipients, at the end of the groups that they belong to."""
    by_group: dict[TreePath, list[RecipientRow]] = {}
    places = _Places(source)
    for row in rows:
        path, left = places.of(list_path, row)
        by_group.setdefault(path, []).append(left)
    return [_piece(source, path, added) for path, added in by_group.items()]


def _put_in(source: SourceFile, pieces: Iterable[Piece]) -> str:
    """Return the text of a file with pieces.

    Raises:
        HearingkitError: If they change anything else.
    """
    text = put_in(source.text, pieces)
    again, _ = read_text(text.encode(), source.name)
    if again is None or _cut(again.tree, source.tree) != source.tree:
        raise errors.cannot_add(source.name)
    return text


class _Places:
    """Where recipients belong in a list: each group is looked up once."""

    def __init__(self, source: SourceFile) -> None:
        self._source = source
        self._below: dict[TreePath, Mapping[tuple[str, str], TreePath]] = {}

    def of(self, path: TreePath, row: RecipientRow) -> tuple[TreePath, RecipientRow]:
        """Return the way to the entries that a recipient belongs to, and what is left to say."""
        if row.headings:
            wanted = ("heading", row.headings[0].casefold())
            rest = replace(row, headings=row.headings[1:])
        else:
            wanted, rest = ("name", row.member_of.casefold()), replace(row, member_of="")
        if path not in self._below:
            self._below[path] = dict(self._groups(path))
        below = self._below[path].get(wanted) if wanted[1] else None
        return self.of(below, rest) if below else (path, row)

    def _groups(self, path: TreePath) -> Iterator[tuple[tuple[str, str], TreePath]]:
        """Yield what has entries of its own, the first of a name last."""
        entries = self._source.at(path)
        found = [*enumerate(entries if isinstance(entries, list) else ())]
        for number, entry in reversed(found):
            for title, below in (("heading", "entries"), ("name", "members")):
                if isinstance(entry, dict) and isinstance(entry.get(below), list):
                    yield (title, str(entry.get(title)).casefold()), (*path, number, below)


def _piece(source: SourceFile, path: TreePath, rows: Sequence[RecipientRow]) -> Piece:
    """Return the text of new entries of a list, and its offset.

    Raises:
        HearingkitError: If there is no list of entries.
    """
    span, entries = source.values[path], source.at(path)
    if not isinstance(entries, list):
        raise errors.cannot_add(source.name)
    if source.text[span.start] == "[":
        text = entries_text(rows, in_brackets=True)
        last = source.values[*path, len(entries) - 1].end if entries else span.end - 1
        return last, f", {text}" if entries else text
    line_before = source.text.rfind("\n", 0, span.start) + 1
    line_end = "\r\n" if source.text.endswith("\r\n", 0, line_before) else "\n"
    indent = " " * (span.column - 1)
    lines = [f"{indent}{line}{line_end}" for line in entries_text(rows).splitlines()]
    end = source.text.find("\n", span.end) + 1
    return end or len(source.text), "".join(lines) if end else line_end + "".join(lines)


def _cut(new: Tree, old: Tree) -> Tree:
    """Return a tree without what its lists have more than those of the tree before."""
    match new, old:
        case list(), list():
            return [_cut(*pair) for pair in zip(new, old, strict=False)]
        case dict(), dict():
            return {key: _cut(value, old.get(key)) for key, value in new.items()}
        case _:
            return new
