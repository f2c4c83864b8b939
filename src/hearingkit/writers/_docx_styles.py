"""What a letterhead offers: its styles by name, its lists by the style that starts them."""

import copy
from collections.abc import Iterator, Mapping
from functools import cache
from itertools import count

from docx.document import Document as WordDocument
from docx.oxml.ns import qn
from docx.oxml.xmlchemy import BaseOxmlElement

from hearingkit.documents.blocks import Marker
from hearingkit.letterheads.styles import ADDED, ADDED_UNSEEN, TEXT, style_ids
from hearingkit.writers._docx_letterhead import house_part
from hearingkit.writers._docx_lists import NumberedLists

LIST_STYLES = {Marker.BULLET: "List Bullet", Marker.NUMBER: "List Number"}
"""The names of the styles of a list's items."""

_HOUSE_STYLES = "word/styles.xml"
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
        self.lists = NumberedLists(
            word, lambda marker: self._style(self._own.get(LIST_STYLES[marker]))
        )

    def id_of(self, name: str) -> str | None:
        """Return the id of a style; None for what looks as the text around it."""
        if name in self._own:
            return self._own[name]
        if name not in self._added and name in (*ADDED, *ADDED_UNSEEN):
            self._added[name] = self._add(name)
        return self._added.get(name)

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


def _ids(wanted: str) -> Iterator[str]:
    yield wanted
    yield from (f"{wanted}{number}" for number in count(2))


@cache
def _house_styles() -> Mapping[str, BaseOxmlElement]:
    styles = house_part(_HOUSE_STYLES).iterfind(qn("w:style"))
    named = {one.find(qn("w:name")).get(qn("w:val")): one for one in styles}
    return {f"{name[:1].upper()}{name[1:]}": one for name, one in named.items()}
