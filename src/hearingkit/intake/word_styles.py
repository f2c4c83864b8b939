"""What the styles of a Word file say of text: headings, bold letters, lists."""

import re
from collections.abc import Iterator
from typing import TYPE_CHECKING, Final

from hearingkit.letterheads.marks import Element, W, value_in
from hearingkit.letterheads.styles import style_ids
from hearingkit.patterns import late_pattern

if TYPE_CHECKING:
    from docx.document import Document as WordDocument

_OFF: Final = {"0", "false", "off", "none"}
_HEADING: Final = late_pattern(
    r"(?:heading|title|overskrift|tit(?:t?el|le))\s*(\d?)", re.IGNORECASE
)
_DEEPER: Final = late_pattern(r" ([2-5])$")
_MOST_ANCESTORS: Final = 10
_TEXT_LEVEL: Final = 9


class WordStyles:
    """The styles of a Word file, by their ids."""

    def __init__(self, word: "WordDocument") -> None:
        root = word.styles.element
        self._by_id = {one.get(f"{W}styleId"): one for one in root.iterfind(f"{W}style")}
        self._headings = {
            id_: int(name[-1]) if name[-1].isdigit() else 1
            for name, id_ in style_ids(root).items()
            if name.startswith("Heading") or name == "Title"
        }

    def level_of(self, paragraph: Element) -> int:
        """Return the level of a heading; 0 for text."""
        own = paragraph.find(f"{W}pPr/{W}outlineLvl")
        if own is not None:
            return _outline(own)
        for id_, style in self._chain(value_in(paragraph, "pPr/pStyle")):
            if id_ in self._headings:
                return self._headings[id_]
            if found := _HEADING.fullmatch(value_in(style, "name")):
                return int(found[1] or 1)
            outline = style.find(f"{W}pPr/{W}outlineLvl")
            if outline is not None:
                return _outline(outline)
        return 0

    def list_of(self, paragraph: Element) -> Element | None:
        """Return what puts a paragraph into a list: it itself, or its style; None for text."""
        own = paragraph.find(f"{W}pPr/{W}numPr")
        if own is not None:
            return own
        styles = self._chain(value_in(paragraph, "pPr/pStyle"))
        found = (style.find(f"{W}pPr/{W}numPr") for _, style in styles)
        return next((one for one in found if one is not None), None)

    def depth_of(self, paragraph: Element) -> int:
        """Return how far in a list's style says that it stands, from 0: «List Bullet 2» is 1."""
        style = self._by_id.get(value_in(paragraph, "pPr/pStyle"))
        found = _DEEPER.search(value_in(style, "name")) if style is not None else None
        return int(found[1]) - 1 if found else 0

    def is_on(self, run: Element, tag: str) -> bool:
        """Return whether letters have a property: their own, or that of their character style."""
        own = run.find(f"{W}rPr/{W}{tag}")
        if own is not None:
            return own.get(f"{W}val", "") not in _OFF
        styles = self._chain(value_in(run, "rPr/rStyle"))
        found = (style.find(f"{W}rPr/{W}{tag}") for _, style in styles)
        said = next((one for one in found if one is not None), None)
        return said is not None and said.get(f"{W}val", "") not in _OFF

    def _chain(self, id_: str) -> Iterator[tuple[str, Element]]:
        for _ in range(_MOST_ANCESTORS):
            style = self._by_id.get(id_)
            if style is None:
                return
            yield id_, style
            id_ = value_in(style, "basedOn")


def _outline(element: Element) -> int:
    level = int(element.get(f"{W}val") or _TEXT_LEVEL)
    return 0 if level >= _TEXT_LEVEL else level + 1
