"""What an import tells of those who are there, and the data lacks: it is filled in, and no more."""

import copy
from collections.abc import Iterable, Iterator, Mapping
from typing import Any, Final

from hearingkit.exporters.yaml import fields_of
from hearingkit.lists.marks import marks_of
from hearingkit.lists.table import RecipientRow
from hearingkit.names.plain_names import plain_name
from hearingkit.source.file import SourceFile, Tree, TreePath
from hearingkit.source.site import Site
from hearingkit.validation.sections import PARTIES
from hearingkit.workflows.insertions import Piece
from hearingkit.workflows.known_recipients import marks_at
from hearingkit.workflows.new_parts import new_parts, with_fields

_FILLED: Final = ("email", "phone", "address", "org_number")
_KINDS: Final = {"email": "mailbox", "org_number": "number"}
"""How reports call the marks by which a field makes a recipient known."""
_SPECIAL: Final = "|>&*!"
"""How a name begins in YAML that can't stand in braces as it is: in a block, with an anchor."""


class FilledFields:
    """The fields that are filled in, each of a recipient that has no such key.

    Args:
        source: The file that is changed.
        found: Recipients, and where each stands already. What stands in another file stays, and so
            does who has another name: a number or a mailbox may be of several.

    Attributes:
        by_path: The fields, by the way to the recipient.
    """

    def __init__(self, source: SourceFile, found: Iterable[tuple[RecipientRow, Site]]) -> None:
        self._source = source
        self.by_path: dict[TreePath, dict[str, Any]] = {}
        self._marks: dict[TreePath, frozenset[str]] = {}
        for row, site in found:
            is_meant = site.source is source and f"name {plain_name(row.name)}" in marks_at(site)
            may_grow = is_meant and site.path not in self.by_path and _may_grow(site)
            if may_grow and (fields := _missing(row, site.path, source)):
                self.by_path[site.path] = fields
                self._marks[site.path] = frozenset(_marks_by(fields, row))

    def pieces(self) -> Iterable[Piece]:
        """Return their texts, and where these belong."""
        for path, fields in self.by_path.items():
            if isinstance(self._source.at(path), str):
                yield from with_fields(self._source, path, fields)
            else:
                yield new_parts(self._source, path, fields)

    def tree(self) -> Tree:
        """Return what the file holds with them."""
        if not self.by_path:
            return self._source.tree
        tree: dict[str, Any] = copy.deepcopy(self._source.tree)
        for path, fields in self.by_path.items():
            *above, last = path
            holder: Any = tree
            for step in above:
                holder = holder[step]
            there = holder[last]
            holder[last] = {**({"name": there} if isinstance(there, str) else there), **fields}
        return tree

    def marks_of(self, site: Site) -> frozenset[str]:
        """Return by what a recipient is known now and was not before."""
        return (
            self._marks.get(site.path, frozenset()) if site.source is self._source else frozenset()
        )


def _may_grow(site: Site) -> bool:
    """Return whether a recipient has keys, or is a name that can stand in braces."""
    span = site.source.values[site.path]
    is_name = isinstance(site.source.at(site.path), str)
    return not is_name or site.source.text[span.start] not in _SPECIAL


def _marks_by(fields: Mapping[str, Any], row: RecipientRow) -> Iterator[str]:
    """Yield the marks of a recipient by which some of its fields make it known."""
    kinds = {kind for key, kind in _KINDS.items() if key in fields}
    yield from (mark for mark in marks_of(row) if mark.partition(" ")[0] in kinds)


def _missing(row: RecipientRow, path: TreePath, source: SourceFile) -> dict[str, Any]:
    """Return what is told of a recipient and has no key in the data."""
    there, told = source.at(path), fields_of(row)
    known: Mapping[str, Tree] = there if isinstance(there, dict) else {}
    fields = {key: told[key] for key in _FILLED if key in told}
    if row.ean and path[0] == PARTIES:  # no recipient of a list has such a number
        fields["ean"] = row.ean
    return {key: field for key, field in fields.items() if key not in known}
