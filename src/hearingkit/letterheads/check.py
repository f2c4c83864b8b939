"""What is wrong with a letterhead; it needs no data."""

import itertools
from collections import Counter
from collections.abc import Iterator, Mapping
from typing import TYPE_CHECKING

from hearingkit.codes import reported
from hearingkit.findings import Finding, Place
from hearingkit.frozen import frozen
from hearingkit.language.closings import is_closing
from hearingkit.language.language import Language
from hearingkit.letterheads import outside
from hearingkit.letterheads.codes import CODES
from hearingkit.letterheads.fields import FIELDS_OF, SUBJECT, Slot, known, meant
from hearingkit.letterheads.marks import Element, Mark, ParagraphText, W, paragraphs, tag_of
from hearingkit.letterheads.opening import opened, stories
from hearingkit.letterheads.styles import ADDED, LOOKS_AS_TEXT, style_ids
from hearingkit.letterheads.word_fields import merge_names_left, unfilled_controls
from hearingkit.quoting import shortened
from hearingkit.source.word_files import NoWordFile

if TYPE_CHECKING:
    from docx.document import Document as WordDocument

_CHANGES = frozenset({"ins", "del", "moveFrom", "moveTo", "rPrChange", "pPrChange"})
_DECORATIVE = ".//{http://schemas.microsoft.com/office/drawing/2017/decorative}decorative[@val='1']"
_ALT_OF_VML = "alt"
_BEFORE = "letters have it above their text"
_BEHIND = "letters have it below their text"
_INSTEAD: Mapping[str, str] = {
    Slot.RECIPIENT: _BEFORE,
    Slot.REFERENCES: _BEFORE,
    SUBJECT: _BEFORE,
    Slot.SIGNATURE: _BEHIND,
    Slot.ENCLOSURES: _BEHIND,
}
"""Where a part of the letter stands that has no slot."""


@frozen
class _Paragraph:
    """A paragraph of a letterhead, and where a reader finds it."""

    element: Element
    text: ParagraphText
    where: str
    number: int

    def place(self, file: str, start: int = 0, end: int | None = None) -> Place:
        shown = self.text.text.replace("\n", " ").replace("\t", " ")
        return Place(file, self.number, start + 1, None if end is None else end + 1, shown)

    def finding(self, file: str, code: str, variant: str = "", **facts: object) -> Finding:
        return _finding(self.place(file), code, variant, where=self.where, **facts)

    def at_mark(self, file: str, code: str, mark: Mark, variant: str, **facts: object) -> Finding:
        place = self.place(file, mark.start, mark.end)
        return _finding(place, code, variant, where=self.where, **facts)


def letterhead_findings(data: bytes, file: str) -> tuple[Finding, ...]:
    """Return what is wrong with a letterhead, in order.

    A finding's line is the number of the paragraph, counted through the text, tables and text boxes
    included, and on through the headers and footers.

    Args:
        data: The file.
        file: What findings call it.
    """
    try:
        return reported(_findings(opened(data), data, file))
    except NoWordFile as why:
        return (_finding(Place(file), "HK801", why.variant, **why.facts),)
    except Exception:  # noqa: BLE001 (a file may say anything where a number belongs)
        return (broken(file),)


def broken(file: str) -> Finding:
    """Return the finding for a file that Word would not open either."""
    return _finding(Place(file), "HK801", "broken_word")


def _findings(word: "WordDocument", data: bytes, file: str) -> Iterator[Finding]:
    every = tuple(_paragraphs(word))
    yield from itertools.chain.from_iterable(_of_paragraph(one, file) for one in every)
    yield from _of_slots(every, file)
    yield from _of_file(word, data, file)


def _finding(place: Place, code: str, variant: str = "", **facts: object) -> Finding:
    known_code = CODES[code]
    return known_code.finding(place, variant, facts, known_code.source)


def _paragraphs(word: "WordDocument") -> Iterator[_Paragraph]:
    number = 0
    for story, part in stories(word):
        shown = (one for one in paragraphs(part.element) if not _is_fallback(one))
        for here, element in enumerate(shown, start=1):
            number += 1
            where = f"{story}, paragraph {here}" if story else f"paragraph {here}"
            yield _Paragraph(element, ParagraphText(element), where, number)


def _is_fallback(element: Element) -> bool:
    """Return whether an element is the copy of a text box that older programs show."""
    return any(tag_of(one) == "Fallback" for one in element.iterancestors())


def _of_paragraph(one: _Paragraph, file: str) -> Iterator[Finding]:
    yield from _of_marks(one, file)
    for offset in one.text.stray:
        given = shortened(one.text.text[offset:])
        variant = "tag" if "%" in given[:2] or "#" in given[:2] else "open"
        place = one.place(file, offset, offset + 2)
        yield _finding(place, "HK803", variant, where=one.where, given=given)
    for name in merge_names_left(one.element):
        yield one.finding(file, "HK802", "merge", given=shortened(name), meant=meant(name))
    yield from _of_look(one, file)


def _of_marks(one: _Paragraph, file: str) -> Iterator[Finding]:
    for mark in one.text.marks:
        name, given = known(mark.name), shortened(f"{{{{ {mark.name} }}}}")
        number = len(one.text.runs_of(mark))
        if not name:
            said, near = shortened(mark.name), meant(mark.name)
            yield one.at_mark(file, "HK802", mark, "unknown", given=said, meant=near)
        elif name in list(Slot) and not one.text.is_alone:
            yield one.at_mark(file, "HK804", mark, "inside", given=given)
        if name and number > 1:
            yield one.at_mark(file, "HK807", mark, "", given=given, number=number)


def _of_look(one: _Paragraph, file: str) -> Iterator[Finding]:
    if any(tag_of(child) in _CHANGES for child in _own(one.element)):
        yield one.finding(file, "HK812", "changes")
    if any(map(_lacks_alt, _own(one.element))):
        yield one.finding(file, "HK811")
    languages = {lang.get(f"{W}val") for lang in _own(one.element) if tag_of(lang) == "lang"}
    for tag in sorted(filter(None, languages)):
        if one.text.text.strip() and not _is_ours(tag):
            yield one.finding(file, "HK809", "text", given=tag)


def _own(element: Element) -> Iterator[Element]:
    """Yield what is in a paragraph, but not what is in paragraphs in it."""
    for child in element:
        if tag_of(child) not in {"p", "Fallback"}:
            yield child
            yield from _own(child)


def _lacks_alt(element: Element) -> bool:
    """Return whether an element is a picture that says nothing; a text box says its text."""
    if tag_of(element) in {"inline", "anchor"}:
        described = next((one for one in element if tag_of(one) == "docPr"), None)
        is_picture = any(tag_of(one) == "pic" for one in element.iter())
        if described is None or not is_picture or described.find(_DECORATIVE) is not None:
            return False
        return not (described.get("descr") or described.get("title"))
    is_vml = tag_of(element) == "shape" and any(tag_of(one) == "imagedata" for one in element)
    return is_vml and not element.get(_ALT_OF_VML)


def _is_ours(tag: str) -> bool:
    ours = {language.value for language in Language} | {"no"}
    return tag.partition("-")[0].casefold() in ours


def _of_slots(every: tuple[_Paragraph, ...], file: str) -> Iterator[Finding]:
    placed = Counter[str]()
    for one in every:
        for mark in one.text.marks:
            name = known(mark.name)
            placed[name] += 1
            if name in list(Slot) and placed[name] > 1:
                yield one.at_mark(file, "HK804", mark, "twice", given=f"{{{{ {mark.name} }}}}")
    if not placed[Slot.BODY]:
        yield _finding(Place(file), "HK805")
    for slot, instead in _INSTEAD.items():
        if not any(map(placed.__getitem__, _standing_in(slot, placed))):
            yield _finding(Place(file), "HK806", given=str(slot), instead=instead)
    if not placed[Slot.CLOSING]:
        yield from _typed_closings(every, file)


def _typed_closings(every: tuple[_Paragraph, ...], file: str) -> Iterator[Finding]:
    """Yield a closing in plain text: a letter has its own, so that there are two."""
    for one in every:
        if is_closing(one.text.text):
            given = shortened(one.text.text.strip(" ,\t\n"))
            yield one.finding(file, "HK806", "typed", given=given)


def _standing_in(slot: str, placed: Mapping[str, int]) -> list[str]:
    """Return the names that show a part of the letter: its slot, and fields for its pieces."""
    begin = FIELDS_OF.get(Slot(slot), ()) if slot in list(Slot) else ()
    also = [Slot.CLOSING] if slot == Slot.SIGNATURE else []
    return [slot, *also, *(name for name in placed if begin and name.startswith(begin))]


def _of_file(word: "WordDocument", data: bytes, file: str) -> Iterator[Finding]:
    for control, name in _controls(word):
        where = f'the control "{name}"' if name else "a control"
        place = Place(file, excerpt=shortened("".join(control.itertext())))
        yield _finding(place, "HK802", "control", where=where, given=shortened(name))
    for code, variant, facts in (*_of_styles(word), *outside.faults(word, data)):
        yield _finding(Place(file), code, variant, **facts)


def _controls(word: "WordDocument") -> Iterator[tuple[Element, str]]:
    for _, part in stories(word):
        yield from unfilled_controls(part.element)


def _of_styles(word: "WordDocument") -> Iterator[outside.Fault]:
    styles = word.styles.element
    there = style_ids(styles)
    for names, variant in ((ADDED, "added"), (LOOKS_AS_TEXT[:2], "as_text")):
        lacking = ", ".join(f'"{name}"' for name in names if name not in there)
        if lacking:
            yield "HK808", variant, {"given": lacking}
    marked = styles.xpath(
        "w:docDefaults/w:rPrDefault/w:rPr/w:lang/@w:val | w:style[@w:default]/w:rPr/w:lang/@w:val"
    )
    for tag in dict.fromkeys(map(str, marked)):
        if not _is_ours(tag):
            yield "HK809", "default", {"given": f'"{tag}"'}
