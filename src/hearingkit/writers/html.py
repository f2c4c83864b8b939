"""Documents as one self-contained HTML page, for the screen and for printing; no script.

The page's frame is a template; blocks are put together with ``Markup``, which escapes every value
that is formatted into it. The style is named by its hash in the page's own security policy, so that
nothing that came from data could ever be run, loaded or styled.
"""

import base64
import hashlib
import re
from collections.abc import Iterable, Sequence
from typing import TYPE_CHECKING, assert_never

from markupsafe import Markup

from hearingkit.assets import page_templates, templates_dir
from hearingkit.documents.addresses import on_paper
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
from hearingkit.writers import _arrangement
from hearingkit.writers._arrangement import NamesInColumns
from hearingkit.writers.dress import PLAIN, Dress

if TYPE_CHECKING:
    from hearingkit.letters.overview import Overview

_DEEPEST_HEADING = 6


def write(document: Document, _dress: Dress = PLAIN) -> bytes:
    """Return the document as an HTML page in UTF-8."""
    page = page_templates().get_template("html/document.html.j2")
    document = on_paper(document)
    head, contact = _arrangement.letterhead(document)
    facts = {
        "document": document,
        "head": head,
        "contact": _contact(contact),
        "blocks": _part,
        "arrangement": "beside" if _arrangement.references_beside(document) else "rows",
        **_style(document.page_label),
    }
    return page.render(facts).encode()


def write_overview(overview: "Overview") -> bytes:
    """Return the overview of hearings as an HTML page in UTF-8, in the style of the letters."""
    page = page_templates().get_template("html/overview.html.j2")
    return page.render({"overview": overview, **_style()}).encode()


def _style(page_label: str = "") -> dict[str, Markup | str]:
    """Return the style of pages and its hash, by which a page's policy allows it.

    Args:
        page_label: What stands before the number of a printed page.
    """
    css = (templates_dir() / "html" / "document.css").read_text(encoding="utf-8")
    style = Markup(css.replace("PAGE_LABEL", _css_string(page_label)))  # noqa: S704
    hash_ = base64.b64encode(hashlib.sha256(style.encode()).digest()).decode()
    return {"style": style, "style_hash": hash_}


def _css_string(text: str) -> str:
    """Return a CSS string with all but ASCII letters and digits as numbers: it ends nothing."""
    return '"' + re.sub(r"[^A-Za-z0-9]", lambda found: f"\\{ord(found[0]):x} ", text) + '"'


def _contact(lines: Sequence[Cell]) -> Markup:
    """Return contact lines side by side; on paper they stand at the foot of the first page."""
    columns = _each("<p>{}</p>", map(_inlines, lines))
    return Markup('<div class="contact">\n{}\n</div>').format(columns) if lines else Markup("")


def _part(blocks: Sequence[Block]) -> Markup:
    """Return a part of the document, its long lists of names in columns."""
    return Markup("\n").join(
        Markup('<div class="names names-{}">\n{}\n</div>').format(one.columns, _blocks(one.blocks))
        if isinstance(one, NamesInColumns)
        else _block(one)
        for one in _arrangement.arranged(blocks)
    )


def _blocks(blocks: Iterable[Block]) -> Markup:
    return Markup("\n").join(_block(block) for block in blocks)


def _block(block: Block) -> Markup:  # noqa: PLR0911  # one for each kind
    match block:
        case Paragraph():
            return Markup("<p>{}</p>").format(_inlines(block.inlines))
        case Heading():
            tag = f"h{min(block.level + 1, _DEEPEST_HEADING)}"
            return Markup("<{0}>{1}</{0}>").format(tag, _inlines(block.inlines))
        case ItemList():
            return _item_list(block)
        case Table():
            return _table(block)
        case LineBlock():
            joined = Markup("<br>\n").join(_inlines(line) for line in block.lines)
            return Markup('<p class="lines">{}</p>').format(joined)
        case Fields():
            pairs = (
                Markup("<dt>{}</dt><dd>{}</dd>").format(field.label, _inlines(field.value))
                for field in block.fields
            )
            fields = _each("<div>{}</div>", pairs)
            return Markup('<dl class="fields">\n{}\n</dl>').format(fields)
        case Columns():
            columns = _each("<div>\n{}\n</div>", (_blocks(column) for column in block.columns))
            return Markup('<div class="columns">\n{}\n</div>').format(columns)
        case Image():
            source = f"data:{block.media_type};base64,{base64.b64encode(block.data).decode()}"
            return Markup('<img src="{}" alt="{}">').format(source, block.alt)
        case _:
            assert_never(block)


def _each(pattern: str, pieces: Iterable[Markup]) -> Markup:
    """Return each piece in the pattern, a line each."""
    return Markup("\n").join(Markup(pattern).format(piece) for piece in pieces)  # noqa: S704


def _item_list(block: ItemList) -> Markup:
    items = _each("<li>{}</li>", (_item(item) for item in block.items))
    match block.marker:
        case Marker.BULLET:
            return Markup("<ul>\n{}\n</ul>").format(items)
        case Marker.NUMBER:
            start = Markup(' start="{}"').format(block.start) if block.start != 1 else ""
            return Markup("<ol{}>\n{}\n</ol>").format(start, items)
        case Marker.NONE:
            # Without its role, Safari takes a list without bullets for no list.
            return Markup('<ul class="plain" role="list">\n{}\n</ul>').format(items)
        case _:
            assert_never(block.marker)


def _item(blocks: tuple[Block, ...]) -> Markup:
    """Return an item; one that is a single paragraph needs no paragraph's space."""
    match blocks:
        case (Paragraph(inlines=inlines),):
            return _inlines(inlines)
        case _:
            return _blocks(blocks)


def _table(table: Table) -> Markup:
    aligned = [_aligned(one) for one in table.aligned()]
    head = _cells('<th scope="col"{}>{}</th>', table.head, aligned)
    rows = _each("<tr>{}</tr>", (_cells("<td{}>{}</td>", row, aligned) for row in table.rows))
    # On a narrow screen a wide table moves in a frame of its own, by keys too.
    return Markup(
        '<div class="wide" role="group" tabindex="0" aria-label="{}">\n'
        "<table>\n<thead>\n<tr>{}</tr>\n</thead>\n<tbody>\n{}\n</tbody>\n</table>\n</div>"
    ).format(", ".join(filter(None, map(plain, table.head))), head, rows)


def _cells(pattern: str, cells: Iterable[Cell], aligned: Iterable[Markup]) -> Markup:
    return Markup("").join(
        Markup(pattern).format(alignment, _inlines(cell))  # noqa: S704
        for cell, alignment in zip(cells, aligned, strict=True)
    )


def _aligned(alignment: Alignment) -> Markup:
    if alignment is Alignment.LEFT:
        return Markup("")
    return Markup(' class="{}"').format(alignment.value)


def _inlines(inlines: Iterable[Inline]) -> Markup:
    return Markup("").join(_inline(inline) for inline in inlines)


def _inline(inline: Inline) -> Markup:
    match inline:
        case Plain(unbroken=True):
            return Markup('<span class="unbroken">{}</span>').format(inline.text)
        case Plain():
            return Markup("{}").format(inline.text)
        case LineBreak():
            return Markup("<br>\n")
        case Strong():
            return Markup("<strong>{}</strong>").format(_inlines(inline.children))
        case Emphasis():
            return Markup("<em>{}</em>").format(_inlines(inline.children))
        case Link():
            # A link that does not show its address carries it along, for paper; apart, as a line
            # under the link would run on under its address.
            address = Markup('<span data-target="{}"></span>').format(inline.told)
            link = Markup('<a href="{}">{}</a>').format(inline.href, _inlines(inline.children))
            return link + address if inline.told else link
        case _:
            assert_never(inline)
