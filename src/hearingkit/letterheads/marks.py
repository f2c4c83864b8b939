"""Marks in a paragraph of Word, as ``{{ date }}``: found and replaced, however Word split them.

Word cuts a text into runs where somebody stopped typing, and between them puts what its proofing
tools think. So a mark is looked for in the text of the whole paragraph.
"""

from collections.abc import Iterator
from typing import Any, Final

from hearingkit.frozen import frozen
from hearingkit.patterns import late_pattern

W: Final = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
"""The namespace of Word's elements."""

_MARK: Final = late_pattern(r"\{\{[ \xa0]*([^{}\t\n]*?)[ \xa0]*\}\}")
_STRAY: Final = late_pattern(r"\{([%#])[^{}]*\1\}|\{\{|\}\}|\{[%#]|[%#]\}")
_SIGNS: Final = {"tab": "\t", "ptab": "\t", "br": "\n", "cr": "\n", "noBreakHyphen": "-"}
_APART: Final = {"pPr", "rPr", "p", "drawing", "pict", "object", "AlternateContent"} | {
    *("del", "moveFrom", "instrText", "sdtPr", "fldData")
}
"""What is no text of the paragraph that it stands in, or has paragraphs of its own."""
_SPACE: Final = "{http://www.w3.org/XML/1998/namespace}space"

Element = Any
"""An element of lxml, which has no types."""


@frozen
class Mark:
    """A mark in the text of a paragraph.

    Attributes:
        name: What stands between the braces.
        start: The offset of its first brace.
        end: The offset behind its last one.
    """

    name: str
    start: int
    end: int


@frozen
class _Piece:
    element: Element
    start: int
    text: str

    @property
    def end(self) -> int:
        return self.start + len(self.text)


def tag_of(element: Element) -> str:
    """Return the name of an element without its namespace; empty for a comment."""
    return element.tag.rpartition("}")[2] if isinstance(element.tag, str) else ""


def value_in(element: Element, way: str) -> str:
    """Return what a property of an element says, as ``rPr/rStyle``; empty where it is not there."""
    found = element.find("/".join(f"{W}{step}" for step in way.split("/")))
    return "" if found is None else str(found.get(f"{W}val", ""))


class ParagraphText:
    """The text of a paragraph as a reader sees it, and where in it marks stand.

    Attributes:
        element: The paragraph.
        text: Its text; a tab, or a new line within the paragraph, is one character.
        marks: In order.
        stray: The offsets of signs that belong to no mark: braces that nothing closes.
    """

    def __init__(self, element: Element) -> None:
        self.element = element
        self._pieces = tuple(_pieces(element))
        self.text = "".join(piece.text for piece in self._pieces)
        found = _MARK.finditer(self.text) if "{" in self.text else ()
        self.marks = tuple(Mark(one[1], *one.span()) for one in found)
        self.stray = tuple(_stray(self.text)) if "{" in self.text or "}" in self.text else ()

    @property
    def is_alone(self) -> bool:
        """Return whether the paragraph holds one mark, and nothing else."""
        stands = [(mark.start, mark.end) for mark in self.marks]
        core = self.text.strip()
        return len(stands) == 1 and self.text[slice(*stands[0])] == core

    def lines(self) -> Iterator[tuple[int, int]]:
        """Yield start and end of each line, as far as the paragraph itself breaks them."""
        start = 0
        for line in self.text.split("\n"):
            yield start, start + len(line)
            start += len(line) + 1

    def runs_of(self, mark: Mark) -> list[Element]:
        """Return the runs that a mark is split over."""
        runs = (_run(piece.element) for piece in self._within(mark.start, mark.end))
        return list(dict.fromkeys(runs))

    def replace(self, start: int, end: int, text: str) -> None:
        """Put a text in place of a part of the paragraph's; go from the last one to the first.

        It looks as the first character that it replaces.
        """
        for piece in self._within(start, end):
            shown = text if piece.start <= start else ""
            if tag_of(piece.element) == "t":
                at, to = max(start - piece.start, 0), min(end - piece.start, len(piece.text))
                said = piece.element.text or ""
                _write(piece.element, said[:at] + shown + said[to:])
            elif (parent := piece.element.getparent()) is not None:  # not taken away before
                parent.remove(piece.element)

    def _within(self, start: int, end: int) -> list[_Piece]:
        return [piece for piece in self._pieces if piece.start < end and piece.end > start]


def paragraphs(root: Element) -> Iterator[Element]:
    """Yield the paragraphs of a part: also those of tables, text boxes and content controls."""
    yield from root.iter(f"{W}p")


def _pieces(paragraph: Element) -> Iterator[_Piece]:
    at = 0
    for element in _leaves(paragraph):
        text = element.text or "" if tag_of(element) == "t" else _SIGNS[tag_of(element)]
        yield _Piece(element, at, text)
        at += len(text)


def _leaves(element: Element) -> Iterator[Element]:
    for child in element:
        tag = tag_of(child)
        if tag == "t" or tag in _SIGNS:
            yield child
        elif tag not in _APART:
            yield from _leaves(child)


def _stray(text: str) -> Iterator[int]:
    blank = _MARK.sub(lambda found: " " * len(found[0]), text)
    return (found.start() for found in _STRAY.finditer(blank))


def _run(element: Element) -> Element:
    return next(element.iterancestors(f"{W}r"), element)


def _write(element: Element, text: str) -> None:
    element.text = text
    if text != text.strip():
        element.set(_SPACE, "preserve")
