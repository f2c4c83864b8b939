"""Read the sheets of an OpenDocument spreadsheet (.ods), each cell as it is shown."""

import io
import zipfile
from collections.abc import Iterator
from typing import Final

from lxml import etree

from hearingkit.intake.grid import MOST_ROWS, Continued, Grid, GridRow, bounded
from hearingkit.lists.columns import PROVENANCE

_TABLE: Final = "{urn:oasis:names:tc:opendocument:xmlns:table:1.0}"
_TEXT: Final = "{urn:oasis:names:tc:opendocument:xmlns:text:1.0}"
_STYLE: Final = "{urn:oasis:names:tc:opendocument:xmlns:style:1.0}"
_NOTE: Final = "{urn:oasis:names:tc:opendocument:xmlns:office:1.0}annotation"
_MOST_REPEATED: Final = 1000  # a value that stands in more cells side by side is no list


def read(data: bytes) -> tuple[Grid, ...]:
    """Return the rows of each sheet; each row is let go once it is read.

    Source:
        OpenDocument 1.3, part 3, 9.1: repeated rows and cells.
    """
    with zipfile.ZipFile(io.BytesIO(data)) as file, file.open("content.xml") as content:
        tags = (f"{_TABLE}table", f"{_TABLE}table-row", f"{_STYLE}table-properties")
        steps = etree.iterparse(
            content, ("start", "end"), tag=tags, resolve_entities=False, no_network=True
        )
        return tuple(grid for grid in _grids(iter(steps)) if grid.name != PROVENANCE)


def _grids(steps: Iterator[tuple[str, etree._Element]]) -> Iterator[Grid]:
    """Yield the sheets; the styles that hide some of them stand before."""
    hidden: set[str | None] = set()
    for step, element in steps:
        if step == "start" and element.tag == f"{_TABLE}table":
            is_hidden = element.get(f"{_TABLE}style-name") in hidden
            yield Grid(tuple(bounded(_rows(steps), MOST_ROWS)), _name(element), is_hidden=is_hidden)
        elif element.get(f"{_TABLE}display") == "false":
            hidden.add(_parent(element).get(f"{_STYLE}name"))


def _parent(element: etree._Element) -> etree._Element:
    parent = element.getparent()
    return element if parent is None else parent


def _name(table: etree._Element) -> str:
    return table.get(f"{_TABLE}name") or "Sheet"


def _rows(steps: Iterator[tuple[str, etree._Element]]) -> Iterator[GridRow]:
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
            cells = tuple(_cells(element, spans))
            if any(cell.strip() for cell in cells):
                is_wide = _is_wide(element)
                for repeated in range(times):
                    yield GridRow(number + repeated + 1, cells, is_wide)
            number += times
            _let_go(element)


def _let_go(row: etree._Element) -> None:
    """Free a row, and what stands before it."""
    row.clear()
    parent = _parent(row)
    while parent[0] is not row:
        del parent[0]


def _cells(row: etree._Element, spans: dict[int, tuple[int, str]]) -> Iterator[str]:
    """Yield the texts of a row; a merged cell goes on in the rows below it."""
    column = 0
    for cell in row.iter(f"{_TABLE}table-cell", f"{_TABLE}covered-table-cell"):
        text = "\n".join(_shown(line) for line in cell.findall(f"{_TEXT}p"))
        span = cell.get(f"{_TABLE}number-rows-spanned", "1")
        if span != "1" and span.isdecimal():
            spans[column] = (int(span[:7]), text)
        times = min(_times(cell, "columns"), _MOST_REPEATED)
        for _ in range(times):
            left, above = spans.get(column, (0, ""))
            is_below = cell.tag == f"{_TABLE}covered-table-cell" and left > 0
            yield Continued(above) if is_below else text
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
