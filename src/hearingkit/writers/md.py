"""Documents as Markdown that reads well as it is: CommonMark with GitHub's tables.

What ``markup.parse`` makes of it is the document again, one heading level down. What Markdown has
no word for is shown by what it has: an address, references and plain lists are paragraphs with hard
line breaks, columns follow one another, and a picture is its words.
"""

import dataclasses
import string
import unicodedata
from collections.abc import Iterable, Iterator, Sequence
from typing import assert_never

from hearingkit.documents.blocks import (
    Alignment,
    Block,
    Cell,
    Columns,
    Document,
    Emphasis,
    Fields,
    Heading,
    Image,
    Inline,
    ItemList,
    LineBlock,
    LineBreak,
    Link,
    Marker,
    Paragraph,
    Plain,
    Strong,
    Table,
    plain,
)
from hearingkit.documents.inlines import normal
from hearingkit.documents.markup import escape, escape_part, escape_url
from hearingkit.patterns import late_pattern
from hearingkit.writers._text import apart, hung, page, with_pictures
from hearingkit.writers.dress import PLAIN, Dress

_DEEPEST_HEADING = 6
# Two lists that follow one another stay two only with different marks.
_MARKS = {Marker.BULLET: ("-", "*"), Marker.NUMBER: (".", ")")}
_RULES = {None: "---", Alignment.LEFT: ":---", Alignment.CENTER: ":---:", Alignment.RIGHT: "---:"}
_SIMPLE_ADDRESS = late_pattern(
    r"https?://[a-z0-9.-]+(?:/[A-Za-z0-9/.=?_-]*)?|mailto:[A-Za-z0-9._-]+@[a-z0-9.-]+\.[a-z]+"
)


def write(document: Document, _dress: Dress = PLAIN) -> bytes:
    """Return the document as Markdown in UTF-8."""
    title = f"# {escape(document.title, starts_line=False)}" if document.title else ""
    return page(document, title, markdown)


def markdown(blocks: Sequence[Block]) -> str:
    """Return blocks as Markdown, a blank line between them; the highest heading has level 2."""
    said: list[str] = []
    marks = dict.fromkeys(Marker, 0)
    before: Block | None = None
    for block in blocks:
        if isinstance(block, ItemList):
            is_next = isinstance(before, ItemList) and before.marker is block.marker
            marks[block.marker] = 1 - marks[block.marker] if is_next else 0
            said.append(_item_list(block, marks[block.marker]))
        elif not isinstance(block, Image):
            said.append(_block(block))
        before = block
    return with_pictures(said, blocks, escape)


def _block(block: Block) -> str:  # noqa: PLR0911  # one for each kind
    match block:
        case Paragraph():
            return _paragraph(block.inlines)
        case Heading():
            strokes = "#" * min(block.level + 1, _DEEPEST_HEADING)
            return f"{strokes} {_on_one_line(block.inlines)}"
        case ItemList():
            return _item_list(block, 0)
        case Table():
            return _table(block)
        case LineBlock():
            return _broken(block.lines)
        case Fields():
            return _broken(field.line for field in block.fields)
        case Columns():
            return apart(markdown(column) for column in block.columns)
        case Image():
            return escape(block.alt)
        case _:
            assert_never(block)


def _broken(lines: Iterable[tuple[Inline, ...]]) -> str:
    """Return lines as one paragraph with a hard break after each but the last."""
    inlines: list[Inline] = []
    for line in lines:
        inlines += [LineBreak(), *line]
    return _paragraph(inlines)


def _item_list(block: ItemList, mark: int) -> str:
    if block.marker is Marker.NONE:
        return _plain_list(block)
    sign = _MARKS[block.marker][mark]
    is_tight = all(len(item) == 1 and isinstance(item[0], Paragraph) for item in block.items)
    items = (
        hung(f"{number}{sign} " if block.marker is Marker.NUMBER else f"{sign} ", markdown(item))
        for number, item in enumerate(block.items, block.start)
    )
    return ("\n" if is_tight else "\n\n").join(items)


def _plain_list(block: ItemList) -> str:
    """Return items with nothing before them: lines of one paragraph where each is but a line."""
    lines: list[tuple[Inline, ...]] = []
    for item in block.items:
        match item:
            case (Paragraph(inlines=inlines),):
                lines.append(inlines)
            case _:
                return apart(markdown(one) for one in block.items)
    return _broken(lines)


def _table(table: Table) -> str:
    alignments = table.alignments or (None,) * len(table.head)
    rule = "|".join(f" {_RULES[one]} " for one in alignments)
    return "\n".join((_row(table.head), f"|{rule}|", *map(_row, table.rows)))


def _row(cells: Iterable[Cell]) -> str:
    return "|" + "|".join(f" {_on_one_line(cell)} " for cell in cells) + "|"


def _paragraph(inlines: Iterable[Inline]) -> str:
    return _inlines(normal(_breakable(inlines, LineBreak())), starts_line=True)


def _on_one_line(inlines: Iterable[Inline]) -> str:
    """Return inline text where Markdown has no line breaks: a heading, a cell."""
    return _inlines(normal(_breakable(inlines, Plain(" "))), starts_line=False)


def _breakable(inlines: Iterable[Inline], line_break: Inline) -> Iterator[Inline]:
    """Yield the text without what Markdown cannot say: that it must stay on one line."""
    for inline in inlines:
        match inline:
            case Plain():
                yield Plain(inline.text)
            case LineBreak():
                yield line_break
            case _:
                children = tuple(_breakable(inline.children, line_break))
                yield dataclasses.replace(inline, children=children)


def _inlines(inlines: Iterable[Inline], *, starts_line: bool) -> str:
    done = ""
    mark = ""
    for inline in inlines:
        starts_now = done.endswith("\n") or (starts_line and not done)
        piece = _inline(inline, starts_line=starts_now)
        if mark and not _ends_mark(done, mark, piece):
            piece = f"&#{ord(piece[0])};{piece[1:]}"
        mark = _mark(inline)
        if mark and not _begins_mark(done, mark, piece):
            done = f"{done[:-1]}&#{ord(done[-1])};"
        if isinstance(inline, Link) and done.endswith("!") and not done.endswith("\\!"):
            # Elsewhere than here, a link after an exclamation mark is a picture.
            done = f"{done[:-1]}\\!"
        done += piece
    return done


def _inline(inline: Inline, *, starts_line: bool) -> str:
    match inline:
        case Plain():
            return escape_part(inline.text, starts_line=starts_line)
        case LineBreak():
            return "\\\n"
        case Strong() | Emphasis():
            mark = _mark(inline)
            return f"{mark}{_inlines(inline.children, starts_line=False)}{mark}"
        case Link():
            return _link(inline)
        case _:
            assert_never(inline)


def _link(link: Link) -> str:
    """Return a link; a plain address as ``<address>``, which reads better."""
    label = plain(link.children)
    is_bare = label == link.href.removeprefix("mailto:") and link.children == (Plain(label),)
    if is_bare and _SIMPLE_ADDRESS.fullmatch(link.href):
        return f"<{label}>"
    return f"[{_inlines(link.children, starts_line=False)}]({escape_url(link.href)})"


def _mark(inline: Inline) -> str:
    return {Strong: "**", Emphasis: "_"}.get(type(inline), "")


def _begins_mark(before: str, mark: str, piece: str) -> bool:
    """Return whether the mark at the start of a piece would be read as one.

    CommonMark reads no mark between a word and a sign, and no underscore inside a word. Where it
    would not, the neighbour is written as an entity, which ends in a sign.
    """
    return _is_apart(before[-1:]) or (mark == "**" and _is_letter(piece[len(mark)]))


def _ends_mark(before: str, mark: str, piece: str) -> bool:
    return _is_apart(piece[:1]) or (mark == "**" and _is_letter(before[-len(mark) - 1]))


def _is_apart(character: str) -> bool:
    """Return whether every reader of Markdown takes a character for space or punctuation."""
    return (
        not character
        or character.isspace()
        or character in string.punctuation
        or unicodedata.category(character).startswith("P")
    )


def _is_letter(character: str) -> bool:
    return unicodedata.category(character)[0] in "LMN"
