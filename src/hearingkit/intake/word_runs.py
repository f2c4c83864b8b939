"""The letters of a paragraph of Word: bold, stressed, linked, and what a letter can't hold."""

import itertools
import re
from collections.abc import Iterator
from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING, Final

from hearingkit.documents.blocks import Emphasis, Inline, LineBreak, Link, Plain, Strong, plain
from hearingkit.documents.inlines import normal
from hearingkit.documents.markup import TARGET, normalized_url
from hearingkit.frozen import frozen
from hearingkit.intake.word_styles import WordStyles
from hearingkit.letterheads.marks import Element, W, tag_of, value_in
from hearingkit.patterns import late_pattern

if TYPE_CHECKING:
    from docx.document import Document as WordDocument

_R: Final = "{http://schemas.openxmlformats.org/officeDocument/2006/relationships}"
_NAMES: Final = late_pattern(r"\{\{[^{}\n]*\}\}")
_LINK: Final = late_pattern(r'\s*HYPERLINK\s+(?:\\l\s+)?"([^"]*)"', re.IGNORECASE)
_SIGNS: Final = {"tab": " ", "cr": "\n", "noBreakHyphen": "-", "ptab": " "}
_LOST: Final = {"object": "object", "oMath": "formula", "oMathPara": "formula", "sym": "sign"}
_LOOKS: Final = {"strike": "struck", "dstrike": "struck", "u": "underlined"}


@frozen
class _Look:
    bold: bool = False
    italic: bool = False
    href: str = ""


_Piece = tuple[str, _Look]


@dataclass(slots=True)
class Runs:
    """Reads the runs of a Word file.

    Attributes:
        losses: What a letter can't hold: the number of its paragraph, what it is, its words.
        notes: The notes that the text refers to, each with the paragraph of its mark.
    """

    word: "WordDocument"
    styles: WordStyles
    losses: list[tuple[int, str, str]] = field(default_factory=list)
    notes: list[tuple[int, tuple[Inline, ...]]] = field(default_factory=list)
    _number: int = 0
    _field: str = ""

    def inlines(
        self, paragraph: Element, number: int, *, is_heading: bool = False
    ) -> tuple[Inline, ...]:
        """Return the text of a paragraph.

        Args:
            paragraph: The paragraph.
            number: Its number, for what is lost.
            is_heading: Whether it is a heading, which needs no bold letters.
        """
        self._number, self._field = number, ""
        pieces = _with_whole_names([*self._pieces(paragraph, "")])
        if is_heading:
            pieces = [(text, replace(look, bold=False)) for text, look in pieces]
        return normal(_inlines(pieces))

    def lose(self, number: int, kind: str, words: str) -> None:
        """Note what a letter can't hold."""
        self.losses.append((number, kind, " ".join(words.split())))

    def _pieces(self, element: Element, href: str) -> Iterator[_Piece]:
        for child in element:
            tag = tag_of(child)
            if tag == "r":
                yield from self._run(child, href)
            elif tag == "hyperlink":
                target = self._target(child)
                if not TARGET.match(normalized_url(target)):
                    words = "".join(one.text or "" for one in child.iter(f"{W}t"))
                    self.lose(self._number, "link", words)
                yield from self._pieces(child, target)
            elif tag == "fldSimple":
                found = _LINK.match(child.get(f"{W}instr", ""))
                yield from self._pieces(child, found[1] if found else href)
            elif tag in _LOST:
                self.lose(self._number, _LOST[tag], "".join(child.itertext()))
            elif tag not in {"pPr", "sdtPr", "p"}:
                yield from self._pieces(child, href)

    def _target(self, hyperlink: Element) -> str:
        id_ = hyperlink.get(f"{_R}id", "")
        relation = self.word.part.rels.get(id_) if id_ else None
        target = relation.target_ref if relation is not None and relation.is_external else ""
        anchor = hyperlink.get(f"{W}anchor", "")
        return f"{target}#{anchor}" if target and anchor else target or f"#{anchor}"

    def _run(self, run: Element, href: str) -> Iterator[_Piece]:
        look = _Look(self.styles.is_on(run, "b"), self.styles.is_on(run, "i"), href)
        words = "".join(one.text or "" for one in run.iterfind(f"{W}t"))
        if words.strip():
            self._look_lost(run, words, href or self._field)
        for child in run:
            text = self._text(child)
            if text:
                yield text, replace(look, href=look.href or self._linked())

    def _look_lost(self, run: Element, words: str, href: str) -> None:
        for tag, kind in _LOOKS.items():
            if self.styles.is_on(run, tag) and not (tag == "u" and href):
                self.lose(self._number, kind, words)
        if value_in(run, "rPr/vertAlign") in {"superscript", "subscript"}:
            self.lose(self._number, "raised", words)

    def _text(self, child: Element) -> str:
        tag = tag_of(child)
        match tag:
            case "t":
                return child.text or ""
            case "br":
                return "" if child.get(f"{W}type") in {"page", "column"} else "\n"
            case "footnoteReference" | "endnoteReference":
                return self._note(tag.removesuffix("Reference"), child.get(f"{W}id", ""))
            case "fldChar" | "instrText":
                self._follow(child)
            case "drawing" | "pict" | "AlternateContent":
                self._picture(child)
            case "commentReference":
                self.lose(self._number, "comment", "")
            case _ if tag in _LOST:
                self.lose(self._number, _LOST[tag], "")
        return _SIGNS.get(tag, "")

    def _follow(self, child: Element) -> None:
        """Keep what a field's instruction says, until the field ends."""
        if child.get(f"{W}fldCharType") in {"begin", "end"}:
            self._field = ""
        self._field += child.text or ""

    def _linked(self) -> str:
        found = _LINK.match(self._field)
        return found[1] if found else ""

    def _picture(self, child: Element) -> None:
        box = "".join(one.text or "" for one in child.iter(f"{W}t"))
        described = (one.get("descr", "") for one in child.iter() if tag_of(one) == "docPr")
        alt = next(filter(None, described), "")
        self.lose(self._number, "box" if box.strip() else "picture", box or alt)

    def _note(self, kind: str, id_: str) -> str:
        """Return the mark of a note, whose text is kept for the end."""
        from lxml import etree

        parts = (one.target_part for one in self.word.part.rels.values() if not one.is_external)
        part = next((one for one in parts if one.partname.endswith(f"/{kind}s.xml")), None)
        root = etree.fromstring(part.blob, _parser()) if part is not None else None
        notes = root.iterfind(f"{W}{kind}") if root is not None else ()
        note = next((one for one in notes if one.get(f"{W}id") == id_), None)
        if note is None:
            return ""
        number, followed = self._number, self._field
        texts = [normal(_inlines([*self._pieces(one, "")])) for one in note.iter(f"{W}p")]
        self._number, self._field = number, followed
        joined = tuple(inline for text in texts for inline in (Plain(" "), *text))[1:]
        self.notes.append((number, joined))
        return f"[{len(self.notes)}]"


def _parser() -> Element:
    from lxml import etree

    return etree.XMLParser(resolve_entities=False, no_network=True)


def _with_whole_names(pieces: list[_Piece]) -> list[_Piece]:
    """Return the pieces with one look for all of a name such as ``{{ deadline }}``."""
    text = "".join(said for said, _ in pieces)
    if "{{" not in text:
        return pieces
    looks = [look for said, look in pieces for _ in said]
    for name in _NAMES.finditer(text):
        start, end = name.span()
        looks[start:end] = [looks[start]] * (end - start)
    return [*zip(text, looks, strict=True)]


def _inlines(pieces: list[_Piece]) -> Iterator[Inline]:
    for href, linked in itertools.groupby(pieces, key=lambda piece: piece[1].href):
        inner: list[Inline] = []
        for look, same in itertools.groupby(linked, key=lambda piece: piece[1]):
            inner += _styled("".join(text for text, _ in same), look)
        is_whole = plain(tuple(inner)).strip() and TARGET.match(normalized_url(href))
        yield from [Link(href, tuple(inner))] if is_whole else inner


def _styled(text: str, look: _Look) -> Iterator[Inline]:
    for number, line in enumerate(text.split("\n")):
        if number:
            yield LineBreak()
        shown: Inline = Plain(line)
        if look.italic:
            shown = Emphasis((shown,))
        yield Strong((shown,)) if look.bold else shown
