"""The lists of a Word file: what number a paragraph has, and which items belong together."""

import itertools
from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING

from hearingkit.documents.blocks import (
    Block,
    Inline,
    ItemList,
    Marker,
    Paragraph,
    Plain,
    plain,
)
from hearingkit.frozen import frozen
from hearingkit.intake.word_styles import WordStyles
from hearingkit.letterheads.marks import Element, W, value_in
from hearingkit.texts.line_starts import may_begin_list

if TYPE_CHECKING:
    from docx.document import Document as WordDocument


@frozen
class ListPlace:
    """Where a paragraph stands among lists.

    Attributes:
        list_id: Which list.
        level: How far in, from 0.
        marker: A bullet or a number.
    """

    list_id: str
    level: int
    marker: Marker


@frozen
class WordItem:
    """An item of a list, with the number of its paragraph, and its own number in the list."""

    place: ListPlace
    inlines: tuple[Inline, ...]
    number: int
    count: int


class WordLists:
    """The lists of a Word file."""

    def __init__(self, word: "WordDocument", styles: WordStyles) -> None:
        self._styles = styles
        relations = (one for one in word.part.rels.values() if one.reltype.endswith("/numbering"))
        part = next((one.target_part for one in relations), None)
        root = getattr(part, "element", None)
        self._kinds: dict[str, Element] = {}
        self._starts: dict[tuple[str, int], int] = {}
        self._counts: dict[tuple[str, int], int] = {}
        if root is not None:
            kinds = {one.get(f"{W}abstractNumId"): one for one in root.iterfind(f"{W}abstractNum")}
            for number in root.iterfind(f"{W}num"):
                id_ = number.get(f"{W}numId", "")
                self._kinds[id_] = kinds.get(value_in(number, "abstractNumId"))
                for override in number.iterfind(f"{W}lvlOverride"):
                    level = int(override.get(f"{W}ilvl") or 0)
                    self._starts[id_, level] = int(value_in(override, "startOverride") or 1)

    def place_of(self, paragraph: Element) -> ListPlace | None:
        """Return where a paragraph stands among lists; None where it is no item."""
        found = self._styles.list_of(paragraph)
        id_ = value_in(found, "numId") if found is not None else ""
        if id_ in {"", "0"}:
            return None
        level = int(value_in(found, "ilvl") or 0)
        marker = self._marker(self._kinds.get(id_), level)
        return ListPlace(id_, level or self._styles.depth_of(paragraph), marker)

    def is_lettered(self, place: ListPlace) -> bool:
        """Return whether its items have letters, or Roman numerals."""
        here = self._level(self._kinds.get(place.list_id), place.level)
        return here is not None and value_in(here, "numFmt").endswith(("Letter", "Roman"))

    def count(self, place: ListPlace) -> int:
        """Return the number of the next item at a place."""
        key = place.list_id, place.level
        here = self._level(self._kinds.get(place.list_id), place.level)
        start = int(value_in(here, "start") or 1) if here is not None else 1
        self._counts[key] = self._counts.get(key, self._starts.get(key, start) - 1) + 1
        for other in [one for one in self._counts if one[0] == key[0] and one[1] > key[1]]:
            del self._counts[other]
        return self._counts[key]

    def _marker(self, kind: Element | None, level: int) -> Marker:
        here = self._level(kind, level)
        format_ = value_in(here, "numFmt") if here is not None else "bullet"
        return Marker.BULLET if format_ in {"bullet", "none", ""} else Marker.NUMBER

    @staticmethod
    def _level(kind: Element | None, level: int) -> Element | None:
        levels = kind.iterfind(f"{W}lvl") if kind is not None else ()
        return next((one for one in levels if one.get(f"{W}ilvl") == str(level)), None)


def nested(entries: Sequence[WordItem]) -> Iterator[tuple[Block, tuple[int, ...]]]:
    """Yield the lists that items make, each with the numbers of its paragraphs.

    Items whose number begins no list in Markdown, as «15. april», are paragraphs with that number.
    """
    if not entries:
        return
    top = entries[0].place.level
    heads = [at for at, one in enumerate(entries) if one.place.level <= top]
    groups = itertools.groupby(
        itertools.pairwise([*heads, len(entries)]), key=lambda pair: entries[pair[0]].place
    )
    for place, grouped in groups:
        pairs = list(grouped)
        if not _is_list([entries[start] for start, _ in pairs]):
            for start, end in pairs:
                yield _numbered(entries[start])
                yield from nested(entries[start + 1 : end])
            continue
        items, numbers = list[tuple[Block, ...]](), list[int]()
        first: int | None = None
        for start, end in pairs:
            first = entries[start].count if first is None else first
            below: list[Block] = [block for block, _ in nested(entries[start + 1 : end])]
            items.append((Paragraph(entries[start].inlines), *below))
            numbers += [one.number for one in entries[start:end]]
        yield ItemList(tuple(items), place.marker, first or 1), tuple(numbers)


def _is_list(items: Sequence[WordItem]) -> bool:
    first = items[0]
    is_long = first.count == 1 or len(items) > 1
    begins = is_long and may_begin_list(first.count, plain(first.inlines))
    return first.place.marker is Marker.BULLET or begins


def _numbered(item: WordItem) -> tuple[Paragraph, tuple[int, ...]]:
    return Paragraph((Plain(f"{item.count}. "), *item.inlines)), (item.number,)
