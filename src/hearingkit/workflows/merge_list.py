"""Add imported recipients to a recipient list or a register; every other sign of the file stays.

The places of values, which findings have too, tell where a line belongs. A library that writes YAML
anew would keep comments, but not layout.
"""

import contextlib
import os
from codecs import BOM_UTF8
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from pathlib import Path
from typing import Final, TypeAlias

from hearingkit import errors
from hearingkit.errors import HearingkitError
from hearingkit.exporters.register import Parties, reference
from hearingkit.exporters.yaml import entries, fields_of, recipient
from hearingkit.frozen import frozen
from hearingkit.intake.row import ReportLine
from hearingkit.lists.marks import marks_of
from hearingkit.lists.table import RecipientRow
from hearingkit.source.file import SourceFile, Tree, TreePath
from hearingkit.source.reader import read_text
from hearingkit.source.site import Site
from hearingkit.validation.sections import LISTS, PARTIES
from hearingkit.workflows.filled_in import FilledFields
from hearingkit.workflows.import_recipients import read_file
from hearingkit.workflows.insertions import Piece, diff_of, put_in
from hearingkit.workflows.known_recipients import KnownRecipients, marks_at, value_at
from hearingkit.workflows.new_parts import new_parts
from hearingkit.workflows.reading import read_all
from hearingkit.workflows.workspace import display_path, find_workspace

_NO_HEARING: Final = ("",)
"""The ids of the hearings that are read: none of them tells who is known."""
_Entry: TypeAlias = Callable[[RecipientRow], object]
"""Returns what stands for a recipient in a list."""


@frozen
class MergedList:
    """A file with recipients added to one of its lists.

    Attributes:
        data: The new content.
        diff: What is new, as ``diff -u`` shows it.
        added: How many recipients are new.
        there: How many were there.
        differing: What the import says otherwise of those who were there; nothing is changed.
        filled: How many of those who were there got what they lacked.
    """

    data: bytes
    diff: str
    added: int
    there: int
    differing: tuple[ReportLine, ...]
    filled: int


def merge_into(
    path: Path,
    rows: Sequence[RecipientRow],
    id_: str | None,
    *,
    as_register: bool = False,
    fill: bool = False,
) -> MergedList:
    """Return a file of hearing data with the recipients that a list in it lacks.

    Who is there already is known by number, by mailbox or by name. Where the file is data of a
    workspace, the list may name parties and lists of its other files; who is new on the list and a
    party of the register is named by its id.

    Args:
        path: The file.
        rows: The recipients.
        id_: The list; None for the only one in the file.
        as_register: Make who is new a party of the register in the file; it needs no list then.
        fill: Give those who are there the mailbox, telephone, address or number that they lack.

    Raises:
        HearingkitError: If the file can't be read as hearing data, it has no such list, or the list
            is written so that nothing can be added to it.
    """
    data = _content(path)
    source = _source(data, display_path(path))
    list_id = _list_id(source, id_, may_lack=as_register)
    known = KnownRecipients((source, *_others(path)))
    there = known.on_list(list_id) if list_id else known.registered
    found = [(row, _first(there, row)) for row in rows]
    new = [row for row, site in found if site is None]
    names = _Names(known, _to_register(new, list_id) if as_register else ())
    found += [(row, _first(known.registered, row)) for row in new if list_id]
    seen = [(row, site) for row, site in found if site]
    filled = FilledFields(source, seen if fill else ())
    pieces = [
        *filled.pieces(),
        *_new_parties(source, names.parties),
        *(_pieces(source, (LISTS, list_id), new, names.entry) if list_id else ()),
    ]
    new_data = _put_in(source, pieces, names.parties, filled.tree()).encode()
    return MergedList(
        data=BOM_UTF8 + new_data if data.startswith(BOM_UTF8) else new_data,
        diff=diff_of(source.text, pieces, source.name),
        added=len(new),
        there=len(rows) - len(new),
        differing=tuple(one for row, site in seen for one in _differing(row, site, filled)),
        filled=len(filled.by_path),
    )


def _to_register(rows: Sequence[RecipientRow], list_id: str) -> Sequence[RecipientRow]:
    """Return recipients as they are registered; without a list, a collective can't hold any."""
    return rows if list_id else [replace(row, member_of="") for row in rows]


def _source(data: bytes, name: str) -> SourceFile:
    source, _ = read_text(data, name)
    if source is None:
        raise errors.cannot_read(name, "it is no hearing data; hearingkit validate shows why")
    return source


def _others(path: Path) -> Sequence[SourceFile]:
    """Return the other files of data of a workspace; nothing if the file is no data of one."""
    with contextlib.suppress(HearingkitError):
        workspace = find_workspace(path.parent)
        real = os.path.realpath(path)
        files = {os.path.realpath(one): one for one in workspace.files}
        if files.pop(real, None):
            return read_all(workspace, files.values(), ids=_NO_HEARING)[0]
    return ()


def _first(known: Mapping[str, Site], row: RecipientRow) -> Site | None:
    """Return where somebody stands who has a mark of a recipient, the surest first."""
    return next(filter(None, map(known.get, marks_of(row))), None)


class _Names:
    """What new entries of a list are called: by an id of the register, or as they were read.

    Args:
        known: Who is known already.
        new: Who of those that the register lacks becomes a party of it.

    Attributes:
        parties: What is known of the new parties, by their ids.
    """

    def __init__(self, known: KnownRecipients, new: Iterable[RecipientRow]) -> None:
        self._registered = known.registered
        lacking = (row for row in new if not _first(self._registered, row))
        self._new = Parties(lacking, known.parties)
        self.parties = self._new.described

    def entry(self, row: RecipientRow) -> object:
        """Return the entry for a recipient that is no member of a collective."""
        if site := _first(self._registered, row):
            return reference(row, str(site.step), said=_said(row, site))
        return self._new.entry(row) if self.parties else recipient(row)


def _said(row: RecipientRow, site: Site) -> Mapping[str, str]:
    """Return what a list says of a party in place of what the register says."""
    party, fields = value_at(site), fields_of(row)
    known = party if isinstance(party, dict) else {}
    return {
        key: fields[key]
        for key in ("attention", "language")
        if key in fields and fields[key] != known.get(key)
    }


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


def _list_id(source: SourceFile, given: str | None, *, may_lack: bool) -> str:
    """Return the id of the list that is meant; empty where the file has none and may lack it."""
    known = _list_ids(source)
    if given in known:
        return given
    if given is None and len(known) == 1:
        return known[0]
    if given is None and not known and may_lack:
        return ""
    has_register = PARTIES in source.tree
    raise errors.unclear_list(source.name, given, known, has_register=has_register)


def _differing(row: RecipientRow, site: Site, filled: FilledFields) -> Iterator[ReportLine]:
    """Yield what the import says and the data doesn't, of a recipient that is in both."""
    there = {*marks_at(site), *filled.marks_of(site)}
    for mark, shown in marks_of(row).items():
        kind, _, _ = mark.partition(" ")
        if mark not in there:
            reason = f'the import gives the {kind} "{shown}"'
            yield ReportLine(site.place.line_in_file, reason)


def _new_parties(source: SourceFile, parties: Mapping[str, object]) -> Iterator[Piece]:
    """Yield the text of new parties, at the end of the register of a file."""
    if parties:
        register = source.tree.get(PARTIES)
        if not isinstance(register, dict):
            raise errors.no_register(source.name)
        yield new_parts(source, (PARTIES,), parties)


def _pieces(
    source: SourceFile, list_path: TreePath, rows: Sequence[RecipientRow], entry: _Entry
) -> Sequence[Piece]:
    """Return the texts of recipients, at the end of the groups that they belong to."""
    by_group: dict[TreePath, list[RecipientRow]] = {}
    places = _Places(source)
    for row in rows:
        path, left = places.of(list_path, row)
        by_group.setdefault(path, []).append(left)
    innermost_first = sorted(by_group.items(), key=lambda one: -len(one[0]))
    return [_entries(source, path, added, entry) for path, added in innermost_first]


def _entries(
    source: SourceFile, path: TreePath, rows: Sequence[RecipientRow], entry: _Entry
) -> Piece:
    """Return the text of new entries of a list, and its offset.

    Raises:
        HearingkitError: If there is no list of entries.
    """
    if not isinstance(source.at(path), list):
        raise errors.cannot_add(source.name)
    return new_parts(source, path, [*entries(rows, entry)])


def _put_in(
    source: SourceFile, pieces: Iterable[Piece], parties: Iterable[str], filled: Tree
) -> str:
    """Return the text of a file with pieces, in which some parties are new, and others filled in.

    Raises:
        HearingkitError: If the pieces change anything else.
    """
    text = put_in(source.text, pieces)
    again, _ = read_text(text.encode(), source.name)
    if again is None or _cut(_without(again.tree, parties), filled) != filled:
        raise errors.cannot_add(source.name)
    return text


def _without(tree: Mapping[str, Tree], parties: Iterable[str]) -> Tree:
    register = tree.get(PARTIES)
    if not isinstance(register, dict):
        return dict(tree)
    new = frozenset(parties)
    return {**tree, PARTIES: {id_: one for id_, one in register.items() if id_ not in new}}


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


def _cut(new: Tree, old: Tree) -> Tree:
    """Return a tree without what its lists have more than those of the tree before."""
    match new, old:
        case list(), list():
            return [_cut(*pair) for pair in zip(new, old, strict=False)]
        case dict(), dict():
            return {key: _cut(value, old.get(key)) for key, value in new.items()}
        case _:
            return new
