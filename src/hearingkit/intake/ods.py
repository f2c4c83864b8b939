"""Read the sheets of an OpenDocument spreadsheet (.ods), each cell as it is shown."""

import io
import re
import zipfile
from collections.abc import Iterator
from dataclasses import replace
from typing import Final

from lxml import etree

from hearingkit.intake.grid import MOST_ROWS, Continued, Grid, GridRow, bounded
from hearingkit.intake.sheet_marks import mailbox_of
from hearingkit.lists.columns import PROVENANCE
from hearingkit.patterns import late_pattern

_TABLE: Final = "{urn:oasis:names:tc:opendocument:xmlns:table:1.0}"
_TEXT: Final = "{urn:oasis:names:tc:opendocument:xmlns:text:1.0}"
_STYLE: Final = "{urn:oasis:names:tc:opendocument:xmlns:style:1.0}"
_OF_STYLES: Final = (f"{_STYLE}table-properties", f"{_STYLE}text-properties")
_THROUGH: Final = f"{_STYLE}text-line-through-style"
_NOTE: Final = "{urn:oasis:names:tc:opendocument:xmlns:office:1.0}annotation"
_TARGET: Final = "{http://www.w3.org/1999/xlink}href"
_FORMULA: Final = late_pattern(r'of:=HYPERLINK\(\s*"(mailto:[^"]*)"', re.IGNORECASE)
_MOST_REPEATED: Final = 1000  # a value that stands in more cells side by side is no list


def read(data: bytes) -> tuple[Grid, ...]:
    """Return the rows of each sheet; each row is let go once it is read.

    Source:
        OpenDocument 1.3, part 3, 9.1: repeated rows and cells.
    """
    with zipfile.ZipFile(io.BytesIO(data)) as file, file.open("content.xml") as content:
        tags = (f"{_TABLE}table", f"{_TABLE}table-row", *_OF_STYLES)
        steps = etree.iterparse(
            content, ("start", "end"), tag=tags, resolve_entities=False, no_network=True
        )
        return tuple(grid for grid in _grids(iter(steps)) if grid.name != PROVENANCE)


def _grids(steps: Iterator[tuple[str, etree._Element]]) -> Iterator[Grid]:
    """Yield the sheets; the styles that hide some of them, or strike cells, stand before."""
    hidden: set[str | None] = set()
    struck: set[str | None] = set()
    for step, element in steps:
        if step == "start" and element.tag == f"{_TABLE}table":
            is_hidden = element.get(f"{_TABLE}style-name") in hidden
            rows = bounded(_rows(steps, frozenset(struck)), MOST_ROWS)
            yield Grid(tuple(rows), _name(element), is_hidden=is_hidden)
        elif element.get(f"{_TABLE}display") == "false":
            hidden.add(_parent(element).get(f"{_STYLE}name"))
        elif element.get(_THROUGH, "none") != "none":
            struck.add(_parent(element).get(f"{_STYLE}name"))


def _parent(element: etree._Element) -> etree._Element:
    parent = element.getparent()
    return element if parent is None else parent


def _name(table: etree._Element) -> str:
    return table.get(f"{_TABLE}name") or "Sheet"


def _rows(
    steps: Iterator[tuple[str, etree._Element]], struck: frozenset[str | None]
) -> Iterator[GridRow]:
    """Yield the rows of a sheet up to its end, those of tables in it too."""
    number, depth = 0, 1
    spans: dict[int, tuple[int, str]] = {}
    for step, element in steps:
        if element.tag == f"{_TABLE}table":
            depth += 1 if step == "start" else -1
            if not depth:
                return
        elif step == "end" and element.tag == f"{_TABLE}table-row":
            times = _times(element, "rows")
            row = _row(element, number + 1, spans, struck)
            for repeated in range(times if row.filled else 0):
                yield replace(row, number=number + repeated + 1) if repeated else row
            number += times
            _let_go(element)


def _let_go(row: etree._Element) -> None:
    """Free a row, and what stands before it."""
    row.clear()
    parent = _parent(row)
    while parent[0] is not row:
        del parent[0]


def _row(
    row: etree._Element,
    number: int,
    spans: dict[int, tuple[int, str]],
    struck: frozenset[str | None],
) -> GridRow:
    cells: list[str] = []
    beside: list[tuple[int, etree._Element]] = []
    for text, cell in _cells(row, spans):
        if cell.get(f"{_TABLE}style-name") in struck or len(cell):
            beside.append((len(cells), cell))
        cells.append(text)
    links = tuple((column, box) for column, cell in beside if (box := _mailbox(cell)))
    notes = ((column, cell.find(_NOTE)) for column, cell in beside)
    return GridRow(
        number,
        tuple(cells),
        _is_wide(row),
        struck=frozenset(
            column
            for column, cell in beside
            if cells[column] and cell.get(f"{_TABLE}style-name") in struck
        ),
        links=links,
        comments=tuple((column, _words(note)) for column, note in notes if note is not None),
        is_hidden=row.get(f"{_TABLE}visibility", "visible") != "visible",
    )


def _words(element: etree._Element) -> str:
    return "\n".join(_shown(line) for line in element.findall(f"{_TEXT}p"))


def _mailbox(cell: etree._Element) -> str:
    """Return the mailbox that a cell leads to; empty if it leads to none."""
    formula = _FORMULA.match(cell.get(f"{_TABLE}formula", ""))
    targets = [one.get(_TARGET, "") for one in cell.iterfind(f"{_TEXT}p//{_TEXT}a")]
    if formula:
        targets.append(formula[1])
    return next(filter(None, map(mailbox_of, targets)), "")


def _cells(
    row: etree._Element, spans: dict[int, tuple[int, str]]
) -> Iterator[tuple[str, etree._Element]]:
    """Yield the texts and cells of a row; a merged cell goes on in the rows below it."""
    column = 0
    for cell in row.iter(f"{_TABLE}table-cell", f"{_TABLE}covered-table-cell"):
        text = _words(cell)
        span = cell.get(f"{_TABLE}number-rows-spanned", "1")
        if span != "1" and span.isdecimal():
            spans[column] = (int(span[:7]), text)
        times = min(_times(cell, "columns"), _MOST_REPEATED)
        for _ in range(times):
            left, above = spans.get(column, (0, ""))
            is_below = cell.tag == f"{_TABLE}covered-table-cell" and left > 0
            yield Continued(above) if is_below else text, cell
            spans[column] = (left - 1, above)
            column += 1


def _shown(line: etree._Element) -> str:
    """Return the text of a paragraph, with its spaces and line breaks."""
    text = line.text or ""
    for part in line:
        if part.tag == f"{_TEXT}s":
            count = part.get(f"{_TEXT}c", "1")
            text += " " * (min(int(count), 100) if count.isdecimal() else 1)
        elif part.tag == f"{_TEXT}line-break":
            text += "\n"
        elif part.tag != _NOTE:
            text += _shown(part)
        text += part.tail or ""
    return text


def _times(element: etree._Element, what: str) -> int:
    given = element.get(f"{_TABLE}number-{what}-repeated", "1")
    return int(given) if given.isdecimal() and len(given) < 10 else 1


def _is_wide(row: etree._Element) -> bool:
    """Return whether a cell is merged with those beside it."""
    spans = (cell.get(f"{_TABLE}number-columns-spanned", "1") for cell in row)
    return any(span != "1" for span in spans)
