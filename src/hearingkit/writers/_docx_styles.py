"""What a letterhead offers: its styles by name, its lists by the style that starts them."""

from dataclasses import dataclass
from typing import Any

from docx.document import Document as WordDocument
from docx.oxml.ns import qn

from hearingkit.documents.blocks import Marker
from hearingkit.writers._ooxml import element

LIST_STYLES = {Marker.BULLET: "List Bullet", Marker.NUMBER: "List Number"}
"""The names of the styles of a list's items."""


@dataclass(frozen=True, slots=True)
class Styles:
    """A letterhead's styles.

    Attributes:
        ids: By the name that Word shows.
        numbers: The ``w:num`` of each list, in order.
        numbered: By the style's id, the ``w:abstractNum`` that its paragraphs are numbered by.
    """

    ids: dict[str, str]
    numbers: list[Any]
    numbered: dict[str, Any]

    def id_of(self, name: str) -> str | None:
        """Return the id of a style; None, the default style, where the letterhead has no such."""
        return self.ids.get(name)

    def new_list(self, marker: Marker, level: int, start: int) -> int:
        """Return the number of a list that counts anew from its start; levels count from 0."""
        abstract = self._abstract(marker).get(qn("w:abstractNumId"))
        # python-docx would look through all lists for a number, and again for the place.
        number = {"w:numId": str(self.numbers[-1].numId + 1)}
        made: Any = element("w:num", number, element("w:abstractNumId", {"w:val": abstract}))
        self.numbers[-1].addnext(made)
        self.numbers.append(made)
        if marker is Marker.NUMBER:
            made.add_lvlOverride(level).add_startOverride(start)
        return int(made.numId)

    def indent_of(self, marker: Marker, level: int) -> int:
        """Return how far in the text of a list's items stands, in twips."""
        levels = self._abstract(marker).findall(qn("w:lvl"))
        return int(levels[level].find(f"{qn('w:pPr')}/{qn('w:ind')}").get(qn("w:left")))

    def _abstract(self, marker: Marker) -> Any:  # noqa: ANN401 - lxml has no types
        return self.numbered[self.ids[LIST_STYLES[marker]]]


def styles_of(word: WordDocument) -> Styles:
    """Return what a letterhead offers."""
    numbering = word.part.numbering_part.element
    abstracts = {one.get(qn("w:abstractNumId")): one for one in numbering.xpath("w:abstractNum")}
    numbers = {
        one.get(qn("w:numId")): abstracts[one.xpath("w:abstractNumId/@w:val")[0]]
        for one in numbering.xpath("w:num")
    }
    numbered = {
        one.getparent().getparent().getparent().get(qn("w:styleId")): numbers[one.get(qn("w:val"))]
        for one in word.styles.element.xpath("w:style/w:pPr/w:numPr/w:numId")
    }
    every = sorted(numbering.xpath("w:num"), key=lambda one: int(one.numId))
    return Styles({str(style.name): style.style_id for style in word.styles}, every, numbered)
