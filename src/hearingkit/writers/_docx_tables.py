"""Word's tables: for data, and for what stands side by side."""

from collections.abc import Iterable

from docx.oxml.ns import qn
from docx.oxml.table import CT_Tbl
from docx.oxml.text.paragraph import CT_P
from docx.oxml.xmlchemy import BaseOxmlElement

from hearingkit.writers import _ooxml
from hearingkit.writers._docx_styles import Styles

_NO_ROW = "0000"


def side_by_side(
    cells: list[list[BaseOxmlElement]], widths: list[int], indent: int, styles: Styles
) -> BaseOxmlElement:
    """Return a table without lines: what stands side by side, as many rows as it needs.

    Args:
        cells: What each holds.
        widths: Of the columns, in twips.
        indent: From the left margin, in twips.
        styles: What the letterhead offers.
    """
    made = table(styles.id_of("Columns"), widths, indent, _NO_ROW)
    for first in range(0, len(cells), len(widths)):
        some = zip(widths, cells[first : first + len(widths)], strict=False)
        made.append(row(cell(width, content) for width, content in some))
    return made


def at_foot(made: BaseOxmlElement, below_top: int) -> None:
    """Set a table of a header at the foot of the page, this many twips below the page's upper edge.

    So it is read with the header, and no text stands beside it.
    """
    place = {"w:vertAnchor": "page", "w:horzAnchor": "margin", "w:tblpX": "1"}
    floating = _ooxml.element("w:tblpPr", {**place, "w:tblpY": str(below_top)})
    made.tblPr.insert(1, floating)


def least_height(made: BaseOxmlElement, height: int) -> None:
    """Give the rows of a table a height in twips that more text exceeds."""
    for properties in made.iter(qn("w:trPr")):
        properties.append(
            _ooxml.element("w:trHeight", {"w:val": str(height), "w:hRule": "atLeast"})
        )


def table(style: str | None, widths: Iterable[int], indent: int, look: str) -> BaseOxmlElement:
    """Return a table without rows, of fixed widths.

    Word fits columns to their text each time it opens a file, LibreOffice never does: widths that
    are given look the same in both.

    Args:
        style: The style's id.
        widths: Of the columns, in twips.
        indent: From the left margin, in twips.
        look: Which parts the style marks, as ``w:tblLook`` has it.
    """
    columns = [_ooxml.element("w:gridCol", {"w:w": str(width)}) for width in widths]
    total = sum(int(column.get(qn("w:w"), "0")) for column in columns)
    properties = _ooxml.element(
        "w:tblPr",
        None,
        *([_ooxml.element("w:tblStyle", {"w:val": style})] if style else []),
        _ooxml.element("w:tblW", {"w:w": str(total), "w:type": "dxa"}),
        _ooxml.element("w:tblInd", {"w:w": str(indent), "w:type": "dxa"}),
        _ooxml.element("w:tblLayout", {"w:type": "fixed"}),
        _ooxml.element("w:tblLook", {"w:val": look}),
    )
    return _ooxml.element("w:tbl", None, properties, _ooxml.element("w:tblGrid", None, *columns))


def row(cells: Iterable[BaseOxmlElement], *, head: bool = False) -> BaseOxmlElement:
    """Return a row that stays on one page; a head row is repeated on each."""
    properties = _ooxml.element("w:trPr", None, _ooxml.element("w:cantSplit"))
    if head:
        properties.append(_ooxml.element("w:tblHeader"))
    return _ooxml.element("w:tr", None, properties, *cells)


def cell(width: int, content: Iterable[BaseOxmlElement]) -> BaseOxmlElement:
    """Return a cell; what it holds must end with a paragraph, or Word calls the file damaged."""
    properties = _ooxml.element(
        "w:tcPr", None, _ooxml.element("w:tcW", {"w:w": str(width), "w:type": "dxa"})
    )
    return _ooxml.element("w:tc", None, properties, *content)


def separated(
    elements: Iterable[BaseOxmlElement], styles: Styles, *, may_end_with_table: bool = False
) -> list[BaseOxmlElement]:
    """Return the elements with a thin paragraph after a table where Word must have one.

    Two tables in a row become one in Word, and a cell or a header that ends with a table is
    damaged: the places where an empty paragraph says something. A body may end with a table.
    """
    waiting, made = list(elements), list[BaseOxmlElement]()
    for element, following in zip(waiting, [*waiting[1:], None], strict=False):
        made.append(element)
        parted = isinstance(following, CT_P) or (following is None and may_end_with_table)
        if isinstance(element, CT_Tbl) and not parted:
            made.append(separator(styles))
    return made


def separator(styles: Styles) -> CT_P:
    """Return a thin paragraph."""
    return _ooxml.paragraph(styles.id_of("Table Separator"))
