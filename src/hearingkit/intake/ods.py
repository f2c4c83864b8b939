"""Read the sheets of an OpenDocument spreadsheet (.ods), each cell as it is shown."""

import io
import zipfile
from collections.abc import Iterator
from typing import Final

from lxml import etree

from hearingkit.intake.grid import Continued, Grid, GridRow, bounded
from hearingkit.lists.columns import PROVENANCE

_TABLE: Final = "{urn:oasis:names:tc:opendocument:xmlns:table:1.0}"
_TEXT: Final = "{urn:oasis:names:tc:opendocument:xmlns:text:1.0}"
_STYLE: Final = "{urn:oasis:names:tc:opendocument:xmlns:style:1.0}"
_NOTE: Final = "{urn:oasis:names:tc:opendocument:xmlns:office:1.0}annotation"
_MOST_REPEATED: Final = 1000  # a value that stands in more cells side by side is no list


def read(data: bytes) -> tuple[Grid, ...]:
    """Return the rows of each sheet.

    Source:
        OpenDocument 1.3, part 3, 9.1: repeated rows and cells.
    """
    with zipfile.ZipFile(io.BytesIO(data)) as file:
        content = file.read("content.xml")
    parser = etree.XMLParser(resolve_entities=False, no_network=True)
    tree = etree.fromstring(content, parser)
    hidden = frozenset(
        style.getparent().get(f"{_STYLE}name")
        for style in tree.iter(f"{_STYLE}table-properties")
        if style.get(f"{_TABLE}display") == "false"
    )
    tables = [table for table in tree.iter(f"{_TABLE}table") if _name(table) != PROVENANCE]
    return tuple(_grid(table, hidden) for table in tables)


def _grid(table: etree._Element, hidden: frozenset[str | None]) -> Grid:
    is_hidden = table.get(f"{_TABLE}style-name") in hidden
    return Grid(tuple(bounded(_rows(table))), _name(table), is_hidden=is_hidden)


def _name(table: etree._Element) -> str:
    return table.get(f"{_TABLE}name") or "Sheet"


def _rows(table: etree._Element) -> Iterator[GridRow]:
    number = 0
    spans: dict[int, tuple[int, str]] = {}
    for row in table.iter(f"{_TABLE}table-row"):
        times = _times(row, "rows")
        cells = tuple(_cells(row, spans))
        if any(cell.strip() for cell in cells):
            for repeated in range(times):
                yield GridRow(number + repeated + 1, cells, _is_wide(row))
        number += times


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
    """Tell whether a cell is merged with those beside it."""
    spans = (cell.get(f"{_TABLE}number-columns-spanned", "1") for cell in row)
    return any(span != "1" for span in spans)
