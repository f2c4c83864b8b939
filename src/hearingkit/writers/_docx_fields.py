"""Fields of a letterhead, filled where they stand; one of nothing takes its line along."""

from collections.abc import Mapping
from dataclasses import dataclass, field

from docx.oxml.ns import qn
from docx.oxml.xmlchemy import BaseOxmlElement

from hearingkit.letterheads.fields import known
from hearingkit.letterheads.marks import Mark, ParagraphText, tag_of
from hearingkit.writers import _ooxml

# What a paragraph may lose with its text; anything else in it is the letterhead's own.
_WORDLESS = {"pPr", "r", "proofErr", "hyperlink", "rPr", "t", "lastRenderedPageBreak"}
_COLUMNS_OF_LABELS = 2


@dataclass(slots=True)
class FieldFiller:
    """Fills the fields of a letterhead.

    Attributes:
        values: What each field shows, by its name in the table of names; empty for nothing.
    """

    values: Mapping[str, str]
    _rows: dict[BaseOxmlElement, bool] = field(default_factory=dict)

    def fill(self, paragraph: ParagraphText) -> None:
        """Fill a paragraph; a line of which no field shows anything goes.

        A label in the other cell of its row goes too.
        """
        shown = False
        for start, end in reversed([*paragraph.lines()]):
            marks = [one for one in paragraph.marks if start <= one.start < end]
            shown |= self._fill_line(paragraph, start, end, marks)
        row = next(paragraph.element.iterancestors(qn("w:tr")), None)
        if row is not None:
            self._rows[row] = self._rows.get(row, False) or shown
        if not shown:
            drop(paragraph.element)

    def _fill_line(self, paragraph: ParagraphText, start: int, end: int, marks: list[Mark]) -> bool:
        """Fill a line, or take it away; return whether it shows anything."""
        values = [self.values.get(known(mark.name), "") for mark in marks]
        if marks and not any(values):
            is_last = end == len(paragraph.text)
            paragraph.replace(start - (is_last and start > 0), end + (not is_last), "")
            return False
        for mark, value in reversed([*zip(marks, values, strict=True)]):
            paragraph.replace(mark.start, mark.end, _ooxml.carried(value))
        return bool(paragraph.text[start:end].strip())

    def drop_rows(self) -> None:
        """Take away the rows of which no field shows anything: a label, and nothing to it."""
        for row in [row for row, is_shown in self._rows.items() if not is_shown]:
            cells, table = row.findall(qn("w:tc")), row.getparent()
            is_pair = len(cells) == _COLUMNS_OF_LABELS and all(map(_is_label, cells))
            is_last = len(table.findall(qn("w:tr"))) == 1
            if is_pair and not is_last:
                table.remove(row)
            elif is_pair and _is_paragraph(table.getnext()):
                table.getparent().remove(table)
        self._rows.clear()


def drop(paragraph: BaseOxmlElement) -> None:
    """Take away a paragraph that lost its text, where Word can do without it.

    A picture, a bookmark or the end of a section that stands in it stays.
    """
    if paragraph.find(f".//{qn('w:sectPr')}") is not None or not _own(paragraph) <= _WORDLESS:
        return
    parent, before = paragraph.getparent(), paragraph.getprevious()
    after = paragraph.getnext()
    is_body = tag_of(parent) == "body"
    ends = after is None and not is_body
    is_needed = _is_table(before) and (_is_table(after) or ends)
    others = [one for one in parent.iterchildren(qn("w:p"), qn("w:tbl")) if one is not paragraph]
    if (others or is_body) and not is_needed:
        parent.remove(paragraph)
        return
    for one in [one for one in paragraph if tag_of(one) != "pPr"]:
        paragraph.remove(one)


def _own(element: BaseOxmlElement) -> set[str]:
    """Return the names of what is in an element, but for properties."""
    tags = set[str]()
    for child in element:
        if tag_of(child) not in {"", "pPr", "rPr"}:
            tags |= {tag_of(child)} | _own(child)
    return tags


def _is_label(cell: BaseOxmlElement) -> bool:
    """Return whether a cell holds one line of text at most, and nothing else."""
    lines = [one for one in cell.findall(qn("w:p")) if "".join(one.itertext()).strip()]
    tags = set(map(tag_of, cell.iter()))
    return len(lines) <= 1 and tags.isdisjoint({"drawing", "pict", "object", "tbl", "sdt"})


def _is_paragraph(element: BaseOxmlElement | None) -> bool:
    return element is not None and tag_of(element) == "p"


def _is_table(element: BaseOxmlElement | None) -> bool:
    return element is not None and tag_of(element) == "tbl"
