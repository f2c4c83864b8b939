"""The look of a slot: what stands in its place looks as its paragraph did."""

import copy
from typing import Self

from docx.oxml.ns import qn
from docx.oxml.text.paragraph import CT_P
from docx.oxml.xmlchemy import BaseOxmlElement

from hearingkit.frozen import frozen
from hearingkit.letterheads.marks import tag_of
from hearingkit.writers import _ooxml
from hearingkit.writers._ooxml import ORDER_IN_PARAGRAPH, ORDER_IN_RUN

# What belongs to the place of the slot's paragraph, not to its look.
_OF_THE_PLACE = {"sectPr", "numPr", "pageBreakBefore", "pPrChange", "rPr"}
_OF_LINKS = {"color", "u"}


@frozen
class Look:
    """How the paragraph of a slot looks.

    Attributes:
        paragraph: Its properties: style, indent, spacing, …
        run: Those of its first run: font, size, …
    """

    paragraph: tuple[BaseOxmlElement, ...] = ()
    run: tuple[BaseOxmlElement, ...] = ()

    @classmethod
    def of(cls, slot: CT_P) -> Self:
        """Return the look of a slot's paragraph."""
        own = slot.find(qn("w:pPr"))
        runs = [one.find(qn("w:rPr")) for one in slot.iter(qn("w:r"))]
        first = next((one for one in runs if one is not None), None)
        return cls(
            tuple(one for one in _children(own) if tag_of(one) not in _OF_THE_PLACE),
            _children(first),
        )

    @property
    def is_plain(self) -> bool:
        """Return whether the slot says nothing of how it looks."""
        return not (self.paragraph or self.run)

    def dress(self, made: CT_P, *, tight: bool) -> None:
        """Let a paragraph look as the slot's did.

        Args:
            made: The paragraph; what it says itself of its look counts.
            tight: Whether there is no space between paragraphs of the kind.
        """
        spacing = [_ooxml.element("w:contextualSpacing")] if tight else []
        # A number or a bullet looks as the mark of its paragraph.
        mark = [_ooxml.element("w:rPr", None, *map(copy.deepcopy, self.run))] if self.run else []
        if self.paragraph or spacing or mark:
            own = made.get_or_add_pPr()
            given = [*own]
            own[:] = []
            _ooxml.merge(own, (*self.paragraph, *spacing, *mark, *given), ORDER_IN_PARAGRAPH)
        for run in made.iter(qn("w:r")) if self.run else ():
            self._dress_run(run)

    def _dress_run(self, run: BaseOxmlElement) -> None:
        own = run.find(qn("w:rPr"))
        if own is None:
            own = _ooxml.element("w:rPr")
            run.insert(0, own)
        is_link = own.find(qn("w:rStyle")) is not None
        given = [*own]
        own[:] = []
        wanted = (one for one in self.run if not (is_link and tag_of(one) in _OF_LINKS))
        _ooxml.merge(own, (*wanted, *given), ORDER_IN_RUN)


PLAIN_LOOK = Look()
"""The look of a slot that says nothing of it."""


def _children(properties: BaseOxmlElement | None) -> tuple[BaseOxmlElement, ...]:
    return () if properties is None else tuple(map(copy.deepcopy, properties))
