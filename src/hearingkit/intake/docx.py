"""Read the tables and the paragraphs of a Word file (.docx)."""

import io
from collections.abc import Iterator
from typing import TYPE_CHECKING, Final

from hearingkit.intake.grid import Continued, Grid, GridRow
from hearingkit.intake.text import lines_of

_WIDEST_CELL: Final = 100  # columns

if TYPE_CHECKING:
    from docx.table import Table
    from docx.text.paragraph import Paragraph


def read(data: bytes) -> tuple[Grid, ...]:
    """Return the rows of each table, and the paragraphs between them, in order."""
    import docx
    from docx.table import Table

    grids: list[Grid] = []
    paragraphs: list[GridRow] = []
    number = tables = 0
    for block in docx.Document(io.BytesIO(data)).iter_inner_content():
        if isinstance(block, Table):
            tables += 1
            grids += [_text(paragraphs), Grid(tuple(_rows(block)), unit=f"table {tables}, row")]
            paragraphs = []
        else:
            number += 1
            paragraphs += _paragraph(block, number)
    return (*grids, _text(paragraphs))


def _text(paragraphs: list[GridRow]) -> Grid:
    return Grid(tuple(paragraphs), unit="paragraph")


def _paragraph(paragraph: "Paragraph", number: int) -> Iterator[GridRow]:
    style = paragraph.style.name if paragraph.style else None
    runs = [run for run in paragraph.runs if run.text.strip()]
    is_bold = bool(runs) and all(run.bold for run in runs)
    is_heading = (style or "").startswith(("Heading", "Title")) or is_bold
    for line in lines_of(paragraph.text):
        yield GridRow(number, (line,), is_heading)


def _rows(table: "Table") -> Iterator[GridRow]:
    from docx.table import _Cell

    above: dict[int, str] = {}
    for number, row in enumerate(table.rows, start=1):
        texts: list[str] = []
        cells = row._tr.tc_lst  # noqa: SLF001 (its cells would repeat a wide one without bound)
        for cell in cells:
            column = len(texts)
            is_below = cell.vMerge == "continue"
            text = Continued(above.get(column, "")) if is_below else _Cell(cell, table).text
            above[column] = text
            texts += [text, *[""] * (min(cell.grid_span, _WIDEST_CELL) - 1)]
        yield GridRow(number, tuple(texts), len(cells) == 1 < len(table.columns))
