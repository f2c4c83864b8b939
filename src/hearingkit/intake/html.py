"""Read the tables and the lines of a saved web page, and of an «.xls» that is one."""

from collections.abc import Collection, Iterator
from dataclasses import replace
from typing import Any, Final

from hearingkit.intake.encodings import decoded
from hearingkit.intake.grid import Continued, Grid, GridRow, NoList, bounded
from hearingkit.intake.sheet_marks import mailbox_of
from hearingkit.intake.text import rows_of

_MOST_ELEMENTS: Final = 1_000_000  # all of them are held at once
_WIDEST: Final = 100  # columns of a cell, and of those that go on below
_TALLEST: Final = 10_000  # rows of a cell
_UNSHOWN: Final = frozenset(
    {"script", "style", "head", "template", "noscript", "svg", "select", "button", "iframe"}
)
_AROUND: Final = frozenset({"nav", "footer", "aside"})
_SET_OFF: Final = frozenset({"h1", "h2", "h3", "h4", "h5", "h6", "b", "strong"})
_STRUCK: Final = frozenset({"s", "strike", "del"})
_INLINE: Final = frozenset(
    {"a", "abbr", "acronym", "bdi", "bdo", "big", "cite", "code", "dfn", "em", "font", "i", "img"}
    | {"ins", "kbd", "label", "mark", "nobr", "q", "samp", "small", "span", "sub", "sup", "time"}
    | {"tt", "u", "var", "wbr", "b", "strong"}
    | _STRUCK
)

_Element = Any
"""An element of lxml, which has no types."""


def read(data: bytes) -> tuple[Grid, ...]:
    """Return the rows of each table that holds no other, and the lines between them, in order.

    What a page has around its text, as menus, is left out; so is all beside ``main``, if it has it.

    Raises:
        NoList: If it has more in it than a list can have, or is nested without end.
    """
    page = _parsed(decoded(data))
    grids: list[Grid] = []
    lines: list[GridRow] = []
    tables = 0
    for number, block in enumerate(_blocks(page), start=1):
        if isinstance(block, _Line):
            lines += block.rows(number)
            continue
        tables += 1
        for caption in block.iter("caption"):
            lines += rows_of(_shown(caption), number, looks_like_heading=True)
        table = Grid(tuple(bounded(_rows(block))), unit=f"table {tables}, row")
        grids += [_text(lines, is_above=True), table]
        lines = []
    return (*grids, _text(lines))


def _parsed(text: str) -> _Element:
    from lxml import etree

    if text.count("<") > _MOST_ELEMENTS:
        raise NoList("it has more in it than a list can have; split it")
    parser = etree.HTMLParser(encoding="utf-8", remove_comments=True, remove_pis=True)
    root = etree.fromstring(text.encode("utf-8", "replace"), parser)
    if any("depth" in one.message for one in parser.error_log):
        raise NoList("it is nested too deeply")
    main = None if root is None else next(root.iter("main"), root)
    return etree.Element("html") if main is None else main


def _text(lines: list[GridRow], *, is_above: bool = False) -> Grid:
    return Grid(tuple(bounded(lines)), unit="paragraph", is_above=is_above)


class _Line:
    """A line of a page, on its way to rows."""

    def __init__(self) -> None:
        self._pieces: list[str] = []
        self._boxes: dict[int, str] = {}  # by the number of the piece that each stands before
        self._looks: set[frozenset[str]] = set()

    def add(self, text: str | None, looks: frozenset[str]) -> None:
        """Add text that looks as some elements around it have it."""
        if text:
            self._pieces.append(text)
            self._looks |= set() if text.isspace() else {looks}

    def lead_to(self, target: str) -> None:
        """Add a mailbox that the last part of the line leads to."""
        if box := mailbox_of(target):
            self._boxes[len(self._pieces)] = box

    @property
    def text(self) -> str:
        """Return the line, with the mailboxes that it leads to where it shows none.

        One stands at its end; of several, each behind its link.
        """
        line = " ".join("".join(self._pieces).split())
        boxes = frozenset(self._boxes.values())
        if len(boxes) < 2 or "@" in line:
            return _linked(line, boxes)
        pieces = enumerate([*self._pieces, ""])
        linked = (f" <{box}>{one}" if (box := self._boxes.get(at)) else one for at, one in pieces)
        return " ".join("".join(linked).split())

    def rows(self, number: int) -> Iterator[GridRow]:
        """Yield what it comes to."""
        is_set_off = all(map(_SET_OFF.intersection, self._looks))
        is_struck = all(map(_STRUCK.intersection, self._looks))
        for row in rows_of(self.text, number, looks_like_heading=is_set_off):
            yield replace(row, struck=frozenset({0})) if is_struck else row


def _linked(text: str, boxes: Collection[str]) -> str:
    return f"{text} <{'; '.join(boxes)}>" if boxes and text and "@" not in text else text


def _blocks(page: _Element) -> "Iterator[_Line | _Element]":
    """Yield the lines and the innermost tables of a page."""
    from lxml import etree

    walk = etree.iterwalk(page, events=("start", "end"))
    line = _Line()
    for event, element in walk:
        begins = event == "start"
        is_table = element.tag == "table" and element.find(".//table") is None
        is_skipped = is_table or _is_left_out(element)
        if begins and is_skipped:
            walk.skip_subtree()
        if not _is_inline(element):
            yield from [line] if line.text else []
            line = _Line()
        if begins and is_table:
            yield element
        elif begins and not is_skipped:
            line.add(element.text, _looks_of(element))
        elif not begins and element is not page:
            line.lead_to("" if is_skipped or element.tag != "a" else element.get("href", ""))
            line.add(element.tail, _looks_of(element.getparent()))
    yield from [line] if line.text else []


def _looks_of(element: _Element) -> frozenset[str]:
    """Return the elements around a text, and its own, that change how it looks."""
    around = {element.tag, *(one.tag for one in element.iterancestors(*_SET_OFF, *_STRUCK))}
    return frozenset(around & (_SET_OFF | _STRUCK))


def _is_inline(element: _Element) -> bool:
    is_of_word = ":" in element.tag  # «o:p», «st1:place»
    return element.tag in _INLINE or is_of_word


def _is_left_out(element: _Element) -> bool:
    tag = element.tag
    is_top = (
        tag == "header" and element.getparent() is not None and element.getparent().tag == "body"
    )
    return tag in _UNSHOWN or tag in _AROUND or is_top or _is_hidden(element)


def _is_hidden(element: _Element) -> bool:
    style = element.get("style", "").replace(" ", "").casefold()
    return "display:none" in style or element.get("hidden") is not None


def _rows(table: _Element) -> Iterator[GridRow]:
    above: dict[int, tuple[int, str]] = {}  # by column, the rows that a cell goes on in
    for number, row in enumerate(table.iter("tr"), start=1):
        texts: list[str] = []
        struck: set[int] = set()
        below: dict[int, tuple[int, str]] = {}
        cells = [cell for cell in row if cell.tag in {"td", "th"}]
        width = 0
        for cell in cells:
            _go_on(texts, above, below)
            text, width = _shown(cell), _span(cell, "colspan", _WIDEST)
            if _is_struck(cell):
                struck.add(len(texts))
            own = [text, *[""] * (width - 1)]
            if (height := _span(cell, "rowspan", _TALLEST)) > 1:
                columns = enumerate(own[: max(0, _WIDEST - len(texts))], start=len(texts))
                below |= {column: (height - 1, part) for column, part in columns}
            texts += own
        for column in sorted(above):  # behind the last cell
            texts += [""] * (column - len(texts))
            _go_on(texts, above, below)
        is_wide = len(cells) == 1 and len(texts) == width > 1
        above = below
        yield GridRow(
            number, tuple(texts), is_wide, struck=frozenset(struck), is_hidden=_is_hidden(row)
        )


def _go_on(
    texts: list[str], above: dict[int, tuple[int, str]], below: dict[int, tuple[int, str]]
) -> None:
    """Add the cells that go on here from rows above."""
    while len(texts) in above:
        column = len(texts)
        rows, text = above.pop(column)
        texts.append(Continued(text))
        if rows > 1:
            below[column] = (rows - 1, text)


def _span(cell: _Element, name: str, most: int) -> int:
    given = cell.get(name, "").strip()
    return min(int(given), most) if given.isascii() and given.isdecimal() and given != "0" else 1


def _shown(cell: _Element) -> str:
    """Return the text of a cell, with the mailboxes that it leads to where it shows none."""
    lines = (" ".join(line.split()) for line in _text_in(cell).splitlines())
    found = filter(None, (mailbox_of(link.get("href", "")) for link in cell.iter("a")))
    return _linked("\n".join(filter(None, lines)), dict.fromkeys(found))


def _text_in(element: _Element) -> str:
    """Return the text in an element; that of each block ends its line."""
    pieces = [_on_line(element.text)]
    for child in element:
        text = "" if _is_left_out(child) else _text_in(child)
        pieces += [text if _is_inline(child) else f"\n{text}\n", _on_line(child.tail)]
    return "".join(pieces)


def _on_line(text: str | None) -> str:
    return " ".join((text or "").splitlines()) + (" " if (text or "")[-1:] == "\n" else "")


def _is_struck(cell: _Element) -> bool:
    """Return whether all of a text is struck through."""
    whole = _text_in(cell).split()
    return any(_text_in(one).split() == whole != [] for one in cell.iter(*_STRUCK))
