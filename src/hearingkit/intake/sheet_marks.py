"""What a sheet of a workbook (.xlsx) tells beside its cells: merged, linked, hidden, comments."""

import html
import re
from collections.abc import Iterator, Mapping
from typing import Any, Final
from urllib.parse import unquote

from hearingkit.frozen import frozen

_MERGED: Final = re.compile(rb'<(?:\w+:)?mergeCell\b[^>]*\bref="([A-Z]+\d+:[A-Z]+\d+)"')
_LINK: Final = re.compile(rb"<(?:\w+:)?hyperlink\b([^>]*)>")
_FORMULA: Final = re.compile(  # of a cell that shows a text and leads to a mailbox
    rb'\br="([A-Z]+\d+)"[^>]*>\s*<(?:\w+:)?f\b[^>]*>\s*HYPERLINK\((?:&quot;|")(mailto:[^"&<]+)'
)
_HIDDEN_ROW: Final = re.compile(rb'<(?:\w+:)?row\b(?=[^>]*\bhidden="(?:1|true)")[^>]*\br="(\d+)"')
_ATTRIBUTE: Final = re.compile(r'([\w:]+)="([^"]*)"')
_MOST_MERGED: Final = 100_000  # cells

CellPlace = tuple[int, int]
"""The row and the column of a cell, counted from 1."""


@frozen
class SheetMarks:
    """What stands beside the cells of a sheet.

    Attributes:
        continued: Cells that are merged with one above, by place.
        wide: Rows of one merged cell.
        links: The mailbox that a cell leads to.
        comments: What is remarked on a cell.
        hidden: Rows that aren't shown.
    """

    continued: Mapping[CellPlace, CellPlace]
    wide: frozenset[int]
    links: Mapping[CellPlace, str]
    comments: Mapping[CellPlace, str]
    hidden: frozenset[int]


def mailbox_of(target: str) -> str:
    """Return the mailbox that a link leads to; empty if it leads elsewhere."""
    scheme, _, rest = target.strip().partition(":")
    return unquote(rest.partition("?")[0]).strip() if scheme.casefold() == "mailto" else ""


def marks_of(sheet: Any) -> SheetMarks:  # noqa: ANN401 (openpyxl has no types)
    """Return the marks of a sheet; read by rows, openpyxl doesn't tell them."""
    with sheet._get_source() as source:  # noqa: SLF001 (as above)
        text: bytes = source.read()
    archive, path = sheet.parent._archive, sheet._worksheet_path  # noqa: SLF001 (as above)
    targets = {one: target for one, kind, target in _related(archive, path) if kind == "hyperlink"}
    parts = [target for _, kind, target in _related(archive, path) if kind == "comments"]
    continued, wide = _merged(text)
    return SheetMarks(
        continued,
        wide,
        {place: box for place, target in _links(text, targets) if (box := mailbox_of(target))},
        {place: words for part in parts for place, words in _comments(archive, part)},
        frozenset(map(int, _HIDDEN_ROW.findall(text))),
    )


def _merged(text: bytes) -> tuple[dict[CellPlace, CellPlace], frozenset[int]]:
    """Return cells that are merged with one above, by place, and rows of one merged cell."""
    from openpyxl.utils import range_boundaries

    continued: dict[CellPlace, CellPlace] = {}
    wide: set[int] = set()
    for ref in _MERGED.findall(text):
        left, top, right, bottom = range_boundaries(ref.decode())
        if bottom == top and right > left:
            wide.add(top)
        if left == right and len(continued) < _MOST_MERGED:
            rows = range(top + 1, min(bottom, top + _MOST_MERGED) + 1)
            continued.update(((row, left), (top, left)) for row in rows)
    return continued, frozenset(wide)


def _links(text: bytes, targets: Mapping[str, str]) -> Iterator[tuple[CellPlace, str]]:
    """Yield cells and what they lead to: by a formula, or by a link that the file tells apart."""
    for ref, target in _FORMULA.findall(text):
        yield _place(ref.decode()), html.unescape(target.decode("utf-8", "replace"))
    for found in _LINK.findall(text):
        attributes = dict(_ATTRIBUTE.findall(found.decode("utf-8", "replace")))
        ref = attributes.get("ref", "").partition(":")[0]
        id_ = next((text for key, text in attributes.items() if key.endswith(":id")), "")
        if ref and id_ in targets:
            yield _place(ref), targets[id_]


def _place(ref: str) -> CellPlace:
    from openpyxl.utils.cell import coordinate_to_tuple

    row, column = coordinate_to_tuple(ref)
    return row, column


def _related(archive: Any, path: str) -> list[tuple[str, str, str]]:  # noqa: ANN401 (as above)
    """Return id, kind and target of what a part of the file refers to."""
    from openpyxl.packaging.relationship import get_dependents, get_rels_path

    rels = get_rels_path(path)
    if rels not in archive.namelist():
        return []
    found = get_dependents(archive, rels)
    return [(one.Id, str(one.Type).rpartition("/")[2], str(one.Target)) for one in found]


def _comments(archive: Any, part: str) -> Iterator[tuple[CellPlace, str]]:  # noqa: ANN401 (as above)
    from lxml import etree

    if part not in archive.namelist():
        return
    parser = etree.XMLParser(resolve_entities=False, no_network=True)
    for one in etree.fromstring(archive.read(part), parser).iter("{*}comment"):
        words = "".join(text.text or "" for text in one.iter("{*}t"))
        if words.strip():
            yield _place(one.get("ref", "A1")), words
