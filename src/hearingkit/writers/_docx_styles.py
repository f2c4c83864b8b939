"""What a letterhead offers: its styles by name, its lists by the style that starts them."""

import copy
from collections.abc import Iterator, Mapping
from functools import cache
from itertools import count
from typing import Any

from docx.document import Document as WordDocument
from docx.opc.constants import CONTENT_TYPE, RELATIONSHIP_TYPE
from docx.opc.packuri import PackURI
from docx.oxml.ns import qn
from docx.oxml.xmlchemy import BaseOxmlElement
from docx.parts.numbering import NumberingPart

from hearingkit.documents.blocks import Marker
from hearingkit.letterheads.styles import ADDED, ADDED_UNSEEN, TEXT, style_ids
from hearingkit.writers._docx_letterhead import house_part
from hearingkit.writers._ooxml import element

LIST_STYLES = {Marker.BULLET: "List Bullet", Marker.NUMBER: "List Number"}
"""The names of the styles of a list's items."""

_HOUSE_STYLES, _HOUSE_LISTS = "word/styles.xml", "word/numbering.xml"
_MOST_ANCESTORS = 10


class Styles:
    """The styles and lists of a letterhead; what it lacks is added when it is asked for.

    Args:
        word: The letterhead.
        base: The id of the style that added ones begin from; None for the default one.
    """

    def __init__(self, word: WordDocument, base: str | None = None) -> None:
        self._word = word
        self._element = word.styles.element
        self._own = style_ids(self._element)
        self._base = base or self._own.get(TEXT)
        self._added: dict[str, str] = {}
        self._lists = _Lists(word)
        self._house_lists: dict[Marker, Any] = {}
        self._own_lists: dict[Marker, Any] = {}

    def id_of(self, name: str) -> str | None:
        """Return the id of a style; None for what looks as the text around it."""
        if name in self._own:
            return self._own[name]
        if name not in self._added and name in (*ADDED, *ADDED_UNSEEN):
            self._added[name] = self._add(name)
        return self._added.get(name)

    def new_list(self, marker: Marker, level: int, start: int) -> int:
        """Return the number of a list that counts anew from its start; levels count from 0."""
        made = self._lists.new(self._abstract(marker, level))
        if marker is Marker.NUMBER:
            made.add_lvlOverride(level).add_startOverride(start)
        return int(made.numId)

    def indent_of(self, marker: Marker, level: int) -> int:
        """Return how far in the text of a list's items stands, in twips."""
        return _indent(self._abstract(marker, level), level) or 0

    def _abstract(self, marker: Marker, level: int) -> Any:  # noqa: ANN401 - lxml has no types
        """Return the letterhead's own list of a kind, or that of hearingkit where it has none."""
        if marker not in self._own_lists:
            styles = self._style(self._own.get(LIST_STYLES[marker]))
            self._own_lists[marker] = self._lists.of_style(styles)
        own = self._own_lists[marker]
        if own is not None and _is_fit(own, marker, level):
            return own
        if marker not in self._house_lists:
            self._house_lists[marker] = self._lists.add(_house_list(marker))
        return self._house_lists[marker]

    def _style(self, id_: str | None) -> list[BaseOxmlElement]:
        """Return a style and those that it is based on."""
        found: list[BaseOxmlElement] = []
        while id_ and len(found) < _MOST_ANCESTORS:
            styles = self._element.iterfind(qn("w:style"))
            style = next((one for one in styles if one.get(qn("w:styleId")) == id_), None)
            found += [style] if style is not None else []
            based = None if style is None else style.find(qn("w:basedOn"))
            id_ = None if based is None else based.get(qn("w:val"))
        return found

    def _add(self, name: str) -> str:
        made = copy.deepcopy(_house_styles()[name])
        taken = {style.get(qn("w:styleId")) for style in self._element.iterfind(qn("w:style"))}
        id_ = next(one for one in _ids(made.get(qn("w:styleId"), name)) if one not in taken)
        made.set(qn("w:styleId"), id_)
        for tag in ("w:next", "w:link"):
            for one in made.findall(qn(tag)):
                made.remove(one)
        for based in made.findall(qn("w:basedOn")):
            self._base_on(made, based)
        self._element.append(made)
        return id_

    def _base_on(self, made: BaseOxmlElement, based: BaseOxmlElement) -> None:
        names = {style.get(qn("w:styleId")): name for name, style in _house_styles().items()}
        name = names[based.get(qn("w:val"))]
        id_ = self._base if name == TEXT else self.id_of(name)
        if id_ is None:
            made.remove(based)
        else:
            based.set(qn("w:val"), id_)


class _Lists:
    """The lists of a letterhead; a part for them is made with the first one."""

    def __init__(self, word: WordDocument) -> None:
        self._word = word
        self._numbers: Iterator[int] | None = None
        self._last: Any = None

    @property
    def root(self) -> Any:  # noqa: ANN401 - lxml has no types
        part = self._word.part
        relations = (one for one in part.rels.values() if one.reltype.endswith("/numbering"))
        if (relation := next(relations, None)) is not None:
            return relation.target_part.element
        empty = b'<w:numbering xmlns:w="%s"/>' % qn("w:p")[1:-2].encode()
        name = PackURI("/word/numbering.xml")
        made = NumberingPart.load(name, CONTENT_TYPE.WML_NUMBERING, empty, part.package)
        part.relate_to(made, RELATIONSHIP_TYPE.NUMBERING)
        return made.element

    def of_style(self, styles: list[BaseOxmlElement]) -> Any:  # noqa: ANN401 - as above
        """Return the list that a style, or one that it is based on, starts; None without one."""
        ids = (one.find(f"{qn('w:pPr')}/{qn('w:numPr')}/{qn('w:numId')}") for one in styles)
        id_ = next((one.get(qn("w:val")) for one in ids if one is not None), None)
        if id_ is None:
            return None
        root = self.root
        kinds = root.xpath(f"w:num[@w:numId='{int(id_)}']/w:abstractNumId/@w:val")
        found = root.xpath(f"w:abstractNum[@w:abstractNumId='{int(kinds[0])}']") if kinds else []
        return found[0] if found else None

    def add(self, abstract: BaseOxmlElement) -> BaseOxmlElement:
        """Add a kind of list."""
        root = self.root
        there = root.findall(qn("w:abstractNum"))
        taken = [int(one.get(qn("w:abstractNumId"))) for one in there]
        abstract.set(qn("w:abstractNumId"), str(max(taken, default=-1) + 1))
        if there:
            there[-1].addnext(abstract)
        else:
            root.insert(len(root.findall(qn("w:numPicBullet"))), abstract)
        return abstract

    def new(self, abstract: BaseOxmlElement) -> Any:  # noqa: ANN401 - as above
        """Return a new list of a kind."""
        root = self.root
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


def _ids(wanted: str) -> Iterator[str]:
    yield wanted
    yield from (f"{wanted}{number}" for number in count(2))


@cache
def _house_styles() -> Mapping[str, BaseOxmlElement]:
    styles = house_part(_HOUSE_STYLES).iterfind(qn("w:style"))
    named = {one.find(qn("w:name")).get(qn("w:val")): one for one in styles}
    return {f"{name[:1].upper()}{name[1:]}": one for name, one in named.items()}


def _house_list(marker: Marker) -> BaseOxmlElement:
    """Return a copy of a kind of list of hearingkit, tied to no style."""
    style = _house_styles()[LIST_STYLES[marker]].get(qn("w:styleId"))
    root = house_part(_HOUSE_LISTS)
    (found,) = root.xpath(f"w:abstractNum[w:lvl/w:pStyle/@w:val='{style}']")
    made: BaseOxmlElement = copy.deepcopy(found)
    for level in made.findall(qn("w:lvl")):
        for tied in level.findall(qn("w:pStyle")):
            level.remove(tied)
    return made


def _is_fit(abstract: BaseOxmlElement, marker: Marker, level: int) -> bool:
    """Tell whether a kind of list has a level, and bullets or numbers as they are wanted."""
    format_ = _at_level(abstract, level, "w:numFmt")
    is_bullet = format_ is not None and format_.get(qn("w:val")) == "bullet"
    has_indent = _indent(abstract, level) is not None
    return format_ is not None and is_bullet is (marker is Marker.BULLET) and has_indent


def _indent(abstract: BaseOxmlElement, level: int) -> int | None:
    found = _at_level(abstract, level, "w:pPr/w:ind")
    given = () if found is None else (found.get(qn("w:left")), found.get(qn("w:start")))
    return next((int(one) for one in given if one is not None), None)


def _at_level(abstract: BaseOxmlElement, level: int, path: str) -> BaseOxmlElement | None:
    levels = abstract.findall(qn("w:lvl"))
    here = next((one for one in levels if one.get(qn("w:ilvl")) == str(level)), None)
    return None if here is None else here.find("/".join(map(qn, path.split("/"))))
