"""Lists as Word counts them: a ``w:num`` for an outermost list, and levels of it for those inside.

Word counts a level anew after a paragraph of a higher one. A list that would have other numbers so
is one of its own: a second one of the same item, or one of another kind on the same level.
"""

import copy
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from itertools import count

from docx.document import Document as WordDocument
from docx.opc.constants import CONTENT_TYPE, RELATIONSHIP_TYPE
from docx.opc.packuri import PackURI
from docx.oxml.ns import qn
from docx.oxml.xmlchemy import BaseOxmlElement
from docx.parts.numbering import NumberingPart

from hearingkit.documents.blocks import Marker
from hearingkit.frozen import frozen
from hearingkit.letterheads.marks import Element
from hearingkit.writers._docx_letterhead import house_part
from hearingkit.writers._ooxml import element

_HOUSE_LISTS = "word/numbering.xml"


@frozen
class Numbering:
    """What stands before the items of a list.

    Attributes:
        marker: A bullet or a number.
        start: The number of the first item.
    """

    marker: Marker
    start: int


@dataclass(slots=True)
class ListInWord:
    """An outermost list, and those inside that count as its levels.

    Attributes:
        number: Its ``w:num``.
        kinds: What each level has, from the first list on that level.
    """

    number: Element
    kinds: dict[int, Numbering] = field(default_factory=dict)
    _counting: set[int] = field(default_factory=set)

    def begins(self, level: int, kind: Numbering) -> bool:
        """Return whether a list that is on a level now has the marks that it should have."""
        has_begun = kind.marker is Marker.NUMBER and level in self._counting
        return self.kinds.get(level, kind) == kind and not has_begun

    def count(self, level: int) -> int:
        """Count an item on a level; return the number of the list."""
        self._counting = {one for one in self._counting if one < level} | {level}
        return int(self.number.numId)


class NumberedLists:
    """The lists of a letterhead; what it lacks is added when it is asked for.

    Args:
        word: The letterhead.
        styles_of: Gives the style of a list's items, and those that it is based on.
    """

    def __init__(
        self, word: WordDocument, styles_of: Callable[[Marker], list[BaseOxmlElement]]
    ) -> None:
        self._word = word
        self._styles_of = styles_of
        self._own: dict[Marker, Element] = {}
        self._house: dict[Marker, Element] = {}
        self._numbers: Iterator[int] | None = None
        self._last: Element = None

    def inside(self, outer: ListInWord | None, level: int, kind: Numbering) -> ListInWord:
        """Return the list that a list belongs to: the outer one, or else a new one.

        Args:
            outer: The list around it; None where it is the outermost.
            level: How many lists are around it.
            kind: What stands before its items.
        """
        abstract = self._abstract(kind.marker, level)
        if outer is None or not outer.begins(level, kind):
            outer = ListInWord(self._new(abstract))
        if level not in outer.kinds:
            outer.kinds[level] = kind
            _override(outer.number, level, kind, abstract)
        return outer

    def indent_of(self, marker: Marker, level: int) -> int:
        """Return how far in the text of a list's items stands, in twips."""
        return _indent(self._abstract(marker, level), level) or 0

    def _abstract(self, marker: Marker, level: int) -> Element:
        """Return the letterhead's own list of a kind, or that of hearingkit where it has none."""
        if marker not in self._own:
            self._own[marker] = self._of_style(self._styles_of(marker))
        own = self._own[marker]
        if own is not None and _is_fit(own, marker, level):
            return own
        if marker not in self._house:
            self._house[marker] = self._add(_house_list(marker))
        return self._house[marker]

    @property
    def _root(self) -> Element:
        """Return the part for lists, made with the first one."""
        part = self._word.part
        relations = (one for one in part.rels.values() if one.reltype.endswith("/numbering"))
        if (relation := next(relations, None)) is not None:
            return relation.target_part.element
        empty = b'<w:numbering xmlns:w="%s"/>' % qn("w:p")[1:-2].encode()
        name = PackURI("/word/numbering.xml")
        made = NumberingPart.load(name, CONTENT_TYPE.WML_NUMBERING, empty, part.package)
        part.relate_to(made, RELATIONSHIP_TYPE.NUMBERING)
        return made.element

    def _of_style(self, styles: list[BaseOxmlElement]) -> Element:
        """Return the list that a style, or one that it is based on, starts; None without one."""
        ids = (one.find(f"{qn('w:pPr')}/{qn('w:numPr')}/{qn('w:numId')}") for one in styles)
        id_ = next((one.get(qn("w:val")) for one in ids if one is not None), None)
        if id_ is None:
            return None
        root = self._root
        kinds = root.xpath(f"w:num[@w:numId='{int(id_)}']/w:abstractNumId/@w:val")
        found = root.xpath(f"w:abstractNum[@w:abstractNumId='{int(kinds[0])}']") if kinds else []
        return found[0] if found else None

    def _add(self, abstract: BaseOxmlElement) -> BaseOxmlElement:
        """Add a kind of list."""
        root = self._root
        there = root.findall(qn("w:abstractNum"))
        taken = [int(one.get(qn("w:abstractNumId"))) for one in there]
        abstract.set(qn("w:abstractNumId"), str(max(taken, default=-1) + 1))
        if there:
            there[-1].addnext(abstract)
        else:
            root.insert(len(root.findall(qn("w:numPicBullet"))), abstract)
        return abstract

    def _new(self, abstract: BaseOxmlElement) -> Element:
        """Return a new list of a kind."""
        root = self._root
        if self._numbers is None:
            there = root.findall(qn("w:num"))
            self._numbers = count(max((int(one.numId) for one in there), default=0) + 1)
            self._last = there[-1] if there else root.findall(qn("w:abstractNum"))[-1]
        kind = {"w:val": abstract.get(qn("w:abstractNumId"), "")}
        number = {"w:numId": str(next(self._numbers))}
        made = element("w:num", number, element("w:abstractNumId", kind))
        # python-docx would look through all lists for a number, and again for the place.
        self._last.addnext(made)
        self._last = made
        return made


def _override(
    number: Element,
    level: int,
    kind: Numbering,
    abstract: BaseOxmlElement,
) -> None:
    """Say in a list what a level of it has: where it starts, and what of another kind it is."""
    is_its_own = number.abstractNumId.val == int(abstract.get(qn("w:abstractNumId"), ""))
    if is_its_own and kind.marker is not Marker.NUMBER:
        return
    override = number.add_lvlOverride(level)
    if kind.marker is Marker.NUMBER:
        override.add_startOverride(kind.start)
    if not is_its_own:
        override.append(_untied(copy.deepcopy(_level(abstract, level))))


def _house_list(marker: Marker) -> BaseOxmlElement:
    """Return a copy of a kind of list of hearingkit, tied to no style."""
    there = house_part(_HOUSE_LISTS).findall(qn("w:abstractNum"))
    made: BaseOxmlElement = copy.deepcopy(next(one for one in there if _is_fit(one, marker, 0)))
    for level in made.findall(qn("w:lvl")):
        _untied(level)
    return made


def _untied(level: BaseOxmlElement) -> BaseOxmlElement:
    for tied in level.findall(qn("w:pStyle")):
        level.remove(tied)
    return level


def _is_fit(abstract: BaseOxmlElement, marker: Marker, level: int) -> bool:
    """Return whether a kind of list has a level, and bullets or numbers as they are wanted."""
    format_ = _at_level(abstract, level, "w:numFmt")
    is_bullet = format_ is not None and format_.get(qn("w:val")) == "bullet"
    has_indent = _indent(abstract, level) is not None
    return format_ is not None and is_bullet is (marker is Marker.BULLET) and has_indent


def _indent(abstract: BaseOxmlElement, level: int) -> int | None:
    found = _at_level(abstract, level, "w:pPr/w:ind")
    given = () if found is None else (found.get(qn("w:left")), found.get(qn("w:start")))
    return next((int(one) for one in given if one is not None), None)


def _at_level(abstract: BaseOxmlElement, level: int, path: str) -> BaseOxmlElement | None:
    here = _level(abstract, level)
    return None if here is None else here.find("/".join(map(qn, path.split("/"))))


def _level(abstract: BaseOxmlElement, level: int) -> Element:
    levels = abstract.findall(qn("w:lvl"))
    return next((one for one in levels if one.get(qn("w:ilvl")) == str(level)), None)
