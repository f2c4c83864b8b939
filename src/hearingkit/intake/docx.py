"""Read the tables and the paragraphs of a Word file (.docx)."""

import io
from collections.abc import Iterator, Mapping
from typing import Final

from hearingkit.intake.grid import Continued, Grid, GridRow, bounded
from hearingkit.intake.text import rows_of
from hearingkit.letterheads.marks import Element, W, tag_of

_WIDEST_CELL: Final = 100  # columns
_NO_TEXT: Final = {"pPr", "rPr", "sdtPr", "del", "moveFrom", "Fallback"}
_SPACES: Final = {"tab": "\t", "br": "\n", "cr": "\n"}
_HEADINGS: Final = ("Heading", "Title")  # the names of styles in the file, whatever Word shows


def read(data: bytes) -> tuple[Grid, ...]:
    """Return the rows of each table, and the paragraphs between them, in order.

    Elements are read rather than the texts of python-docx, which leave out what stands in content
    controls, text boxes, tables in tables, and insertions that nobody has accepted yet.
    """
    import docx

    document = docx.Document(io.BytesIO(data))
    styles = {one.style_id: one.name or "" for one in document.styles}
    grids: list[Grid] = []
    paragraphs: list[GridRow] = []
    number = tables = 0
    for block in _below(document.element.body, "p", "tbl"):
        if tag_of(block) == "tbl":
            tables += 1
            rows = tuple(bounded(_rows(block)))
            grids += [_text(paragraphs), Grid(rows, unit=f"table {tables}, row")]
            paragraphs = []
        else:
            number += 1
            paragraphs += _paragraph(block, number, styles)
    return (*grids, _text(paragraphs))


def _below(element: Element, *wanted: str) -> Iterator[Element]:
    """Yield the elements of a kind that are nearest below one, also those in content controls."""
    for child in element:
        if tag_of(child) in wanted:
            yield child
        elif tag_of(child) not in _NO_TEXT:
            yield from _below(child, *wanted)


def _text(paragraphs: list[GridRow]) -> Grid:
    return Grid(tuple(bounded(paragraphs)), unit="paragraph")


def _paragraph(paragraph: Element, number: int, styles: Mapping[str, str]) -> Iterator[GridRow]:
    style = styles.get(paragraph.style or "", "")
    runs = [run for run in _below(paragraph, "r") if _shown(run).strip()]
    is_bold = bool(runs) and all(map(_is_bold, runs))
    looks_like_heading = style.startswith(_HEADINGS) or is_bold
    yield from rows_of(_shown(paragraph), number, looks_like_heading=looks_like_heading)


def _is_bold(run: Element) -> bool:
    bold = run.find(f"{W}rPr/{W}b")
    return bold is not None and bold.get(f"{W}val") not in {"0", "false", "off"}


def _shown(element: Element) -> str:
    """Return the text of an element; that of each paragraph in it ends its line."""
    pieces = []
    for child in element:
        tag = tag_of(child)
        if tag == "t":
            pieces.append(child.text or "")
        elif tag in _SPACES:
            pieces.append(_SPACES[tag])
        elif tag not in _NO_TEXT:
            pieces.append(_shown(child) + ("\n" if tag == "p" else ""))
    return "".join(pieces)


def _rows(table: Element) -> Iterator[GridRow]:
    above: dict[int, str] = {}
    for number, row in enumerate(_below(table, "tr"), start=1):
        texts: list[str] = []
        cells = list(_below(row, "tc"))
        for cell in cells:
            column, is_below = len(texts), cell.vMerge == "continue"
            text = Continued(above.get(column, "")) if is_below else _shown(cell).strip()
            above[column] = text
            texts += [text, *[""] * (min(cell.grid_span, _WIDEST_CELL) - 1)]
        is_wide = len(cells) == 1 < len(texts)
        yield GridRow(number, tuple(texts), is_wide)
