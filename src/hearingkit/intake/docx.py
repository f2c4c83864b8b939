"""Read the tables and the paragraphs of a Word file (.docx)."""

import io
from collections.abc import Iterator, Mapping
from dataclasses import replace
from typing import Final

from hearingkit.intake.grid import Continued, Grid, GridRow, bounded
from hearingkit.intake.sheet_marks import mailbox_of
from hearingkit.intake.text import rows_of
from hearingkit.letterheads.marks import Element, W, tag_of
from hearingkit.patterns import late_pattern

_FIELD: Final = late_pattern(r'HYPERLINK\s+"(mailto:[^"]*)"')
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
    links = {
        id_: mailbox_of(one.target_ref)
        for id_, one in document.part.rels.items()
        if one.is_external
    }
    grids: list[Grid] = []
    paragraphs: list[GridRow] = []
    number = tables = 0
    for block in _below(document.element.body, "p", "tbl"):
        if tag_of(block) == "tbl":
            tables += 1
            rows = tuple(bounded(_rows(block, links)))
            above = replace(_text(paragraphs), is_above=True)
            grids += [above, Grid(rows, unit=f"table {tables}, row")]
            paragraphs = []
        else:
            number += 1
            paragraphs += _paragraph(block, number, styles, links)
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


def _paragraph(
    paragraph: Element,
    number: int,
    styles: Mapping[str, str],
    links: Mapping[str, str],
) -> Iterator[GridRow]:
    style = styles.get(paragraph.style or "", "")
    runs = [run for run in _below(paragraph, "r") if _shown(run).strip()]
    is_bold = bool(runs) and all(map(_is_bold, runs))
    looks_like_heading = style.startswith(_HEADINGS) or is_bold
    struck = frozenset({0}) if _is_struck(paragraph) else frozenset[int]()
    for row in rows_of(_linked(paragraph, links), number, looks_like_heading=looks_like_heading):
        yield replace(row, struck=struck) if struck else row


def _is_struck(element: Element) -> bool:
    """Return whether all of a text is struck through."""
    runs = [run for run in _below(element, "r") if _shown(run).strip()]
    return bool(runs) and all(_has(run, "strike") or _has(run, "dstrike") for run in runs)


def _linked(element: Element, links: Mapping[str, str]) -> str:
    """Return the text of an element, with the mailbox that it leads to where it shows none."""
    text = _shown(element).rstrip()
    boxes = [] if "@" in text else list(dict.fromkeys(filter(None, _mailboxes(element, links))))
    return f"{text} <{boxes[0]}>" if len(boxes) == 1 and text.strip() else text


def _mailboxes(element: Element, links: Mapping[str, str]) -> Iterator[str]:
    from docx.oxml.ns import qn

    for link in element.iter(qn("w:hyperlink")):
        yield links.get(link.get(qn("r:id"), ""), "")
    for field in element.iter(qn("w:instrText")):
        found = _FIELD.search(field.text or "")
        yield mailbox_of(found[1]) if found else ""


def _is_bold(run: Element) -> bool:
    return _has(run, "b") or _has(run, "u")


def _has(run: Element, look: str) -> bool:
    found = run.find(f"{W}rPr/{W}{look}")
    return found is not None and found.get(f"{W}val") not in {"0", "false", "off", "none"}


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


def _rows(table: Element, links: Mapping[str, str]) -> Iterator[GridRow]:
    above: dict[int, str] = {}
    for number, row in enumerate(_below(table, "tr"), start=1):
        texts: list[str] = []
        struck: set[int] = set()
        cells = list(_below(row, "tc"))
        for cell in cells:
            column, is_below = len(texts), cell.vMerge == "continue"
            text = Continued(above.get(column, "")) if is_below else _linked(cell, links).strip()
            if _is_struck(cell):
                struck.add(column)
            above[column] = text
            texts += [text, *[""] * (min(cell.grid_span, _WIDEST_CELL) - 1)]
        is_wide = len(cells) == 1 < len(texts)
        yield GridRow(number, tuple(texts), is_wide, struck=frozenset(struck))
