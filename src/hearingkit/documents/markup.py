"""Small Markdown to blocks, and any text to Markdown that stays text.

Small: paragraphs, headings with ``#``, lists, tables, links, emphasis, hard line breaks, backslash
escapes and entities. All else (HTML, pictures, code, quotes, rules) is printed as it was written:
a letter has no use for it, and text from data must not turn into it.
"""

import dataclasses
import functools
import itertools
import re
from collections.abc import Iterable, Iterator
from typing import assert_never

from markdown_it import MarkdownIt
from markdown_it.common.normalize_url import normalizeLink
from markdown_it.token import Token

from hearingkit.documents.blocks import (
    Block,
    Cell,
    Emphasis,
    Heading,
    Inline,
    ItemList,
    LineBreak,
    Link,
    Marker,
    Paragraph,
    Strong,
    Table,
    Text,
)
from hearingkit.documents.inlines import clean, normal, shows_target

RULES = (
    *("heading", "list", "table"),
    *("autolink", "emphasis", "entity", "escape", "link", "newline"),
)
"""What is small Markdown, in the words of markdown-it; addresses that stand alone come on top."""

# Deep enough for any letter, and far from Python's own limit on nesting.
_NESTING = 60
TARGET = re.compile(r"https?://[^/?#\s]|(?:mailto|tel):[^\s]", re.IGNORECASE)
"""How an address begins that a letter links to."""

_MARKERS = {"bullet_list_open": Marker.BULLET, "ordered_list_open": Marker.NUMBER}
_MAYBE_STRANGE = re.compile(r"[`<]|!\[")  # no inline text without one of these is unsupported
_UNSUPPORTED = {
    "blockquote_open": "quote",
    "code_block": "code",
    "code_inline": "code",
    "fence": "code",
    "hr": "rule",
    "html_block": "html",
    "html_inline": "html",
    "image": "image",
}

# What may mean something anywhere in a line; an underscore inside a word never does. The second
# stroke of "//" is enough to keep a web address plain, and the @ an e-mail address.
_ANYWHERE = re.compile(
    r"[\\`*<\[\]|~@]"
    r"|(?<![^\W_])_|_(?![^\W_])"
    r"|&(?=\#?\w*(?:;|$))"
    r"|(?<=/)/"
    r"|(?<!\S)\#(?=\#*$)"
)
# What may mean something at the start of a line: a number or a bullet, a heading, a quote, a line
# under a heading, the second row of a table. A backslash goes where the match ends.
_AT_START = re.compile(r"\A(?:\d{0,9}(?=[.)](?: |$))|(?=\#[# ]|>|[-+](?:[-: ]|$)|=(?:[= ]|$)|:-))")


def parse(markdown: str) -> tuple[Block, ...]:
    """Return the blocks of a Markdown text; none for an empty text.

    Inline text is in its normal form. A link leads to an ``https``, ``http``, ``mailto`` or ``tel``
    address; any other is the plain text of its label. An e-mail address, and a web address that
    begins with its scheme, is a link as it stands; an address that is printed stays unbroken.
    Empty items, lists, headings and paragraphs are left out.
    """
    return tuple(_blocks(iter(_parser().parse(markdown))))


def parse_inline(markdown: str) -> tuple[Inline, ...]:
    """Return the inline text of a Markdown text in which nothing is a heading, list or table.

    Several paragraphs become one, with a line break between them.
    """
    inlines: list[Inline] = []
    for paragraph in re.split(r"\n\s*\n", markdown.replace("\r\n", "\n")):
        for token in _parser().parseInline(paragraph):
            inlines += [LineBreak(), *_raw_inlines(token.children or ())]
    return normal(inlines)


def escape(text: str, *, starts_line: bool = True) -> str:
    r"""Return Markdown that is read as exactly this text, wherever it is put.

    Args:
        text: Any text. It is cleaned as ``inlines.clean`` tells, and loses the space at its ends.
        starts_line: It may come to stand at the start of a line; False saves the backslash
            in ``6\. oktober``.
    """
    return escape_part(clean(text).strip(), starts_line=starts_line)


def escape_part(text: str, *, starts_line: bool) -> str:
    """Return Markdown for clean text that stands among other text: its outer space is kept."""
    escaped = _ANYWHERE.sub(r"\\\g<0>", text)
    return _AT_START.sub(r"\g<0>\\", escaped) if starts_line else escaped


def link(label: str, href: str) -> str:
    """Return a Markdown link; the label alone where the address is none that a letter links to."""
    target = _normalized(clean(href).strip())
    if not TARGET.match(target):
        return escape(label)
    return f"[{escape(label, starts_line=False) or escape(target)}]({escape_url(target)})"


def escape_url(url: str) -> str:
    """Return an address as it stands in the round brackets of a Markdown link."""
    encoded = re.sub(r"&(?=#?\w+;)", "&amp;", _normalized(clean(url).strip()))
    return encoded if re.fullmatch(r"[^\s()<>]+", encoded) else f"<{encoded}>"


def unsupported(markdown: str) -> tuple[tuple[int, str], ...]:
    """Return what is printed as it is written although its author surely meant structure.

    Returns:
        Lines, counted from 1, and what stands there: ``image``, ``html``, ``quote``, ``code``,
        ``rule``, ``heading`` (underlined) or ``reference`` (a link's address set apart).
    """
    environment: dict[str, dict[str, dict[str, list[int]]]] = {}
    tokens = _full_parser().parse(markdown, environment)
    for token in tokens:
        if token.children is not None and _MAYBE_STRANGE.search(token.content):
            _full_parser().inline.parse(token.content, _full_parser(), environment, token.children)
    found = set(_strange(tokens))
    for label, reference in environment.get("references", {}).items():
        if not label.startswith("^"):  # a footnote, in other kinds of Markdown
            found.add((reference["map"][0] + 1, "reference"))
    return tuple(sorted(found))


@functools.cache
def _full_parser() -> MarkdownIt:
    """Return a parser of all of Markdown that leaves inline text to whoever asks for it.

    Most inline text holds nothing strange, and what is slow to parse mostly isn't: brackets.
    """
    return MarkdownIt("commonmark").enable("table").disable("inline")


def _strange(tokens: Iterable[Token]) -> Iterator[tuple[int, str]]:
    for token in tokens:
        line = token.map[0] + 1 if token.map else 1
        if token.type in _UNSUPPORTED:
            yield line, _UNSUPPORTED[token.type]
        elif token.type == "heading_open" and token.markup in {"=", "-"}:
            yield line, "heading"
        for child in token.children or ():
            # Inline tokens tell no line of their own; the breaks before them do.
            line += child.type in {"softbreak", "hardbreak"}
            if child.type in _UNSUPPORTED:
                yield line, _UNSUPPORTED[child.type]


@functools.cache
def _parser() -> MarkdownIt:
    import linkify_it

    parser = MarkdownIt("zero", {"linkify": True, "maxNesting": _NESTING}).enable(
        (*RULES, "linkify")
    )
    # A bare domain is often a name: "Legeforeningen.no".
    parser.linkify = linkify_it.LinkifyIt(
        {"//": None, "ftp:": None}, {"fuzzy_link": False, "fuzzy_email": True}
    )
    # Every link is let in here, so that one to a place we refuse is its label and no more.
    parser.validateLink = lambda url: True  # type: ignore[method-assign]  # noqa: ARG005
    parser.normalizeLink = _normalized  # type: ignore[method-assign]
    return parser


def _normalized(url: str) -> str:
    scheme, colon, rest = url.partition(":")
    return normalizeLink(scheme.lower() + colon + rest)


def _blocks(tokens: Iterator[Token]) -> Iterator[Block]:
    """Yield the blocks up to the end of the text or of a list item, without the empty ones."""
    for token in tokens:
        match token.type:
            case "paragraph_open":
                if inlines := _inlines(next(tokens)):
                    yield Paragraph(inlines)
            case "heading_open":
                if inlines := _inlines(next(tokens)):
                    yield Heading(int(token.tag[1:]), inlines)
            case "bullet_list_open" | "ordered_list_open":
                if items := tuple(item for item in _items(tokens) if item):
                    yield ItemList(items, _MARKERS[token.type], int(token.attrs.get("start", 1)))
            case "table_open":
                head, *rows = _rows(tokens)
                yield Table(head, tuple(rows))
            case "list_item_close":
                return


def _items(tokens: Iterator[Token]) -> Iterator[tuple[Block, ...]]:
    for token in tokens:
        if token.type != "list_item_open":
            return
        yield tuple(_blocks(tokens))


def _rows(tokens: Iterator[Token]) -> tuple[tuple[Cell, ...], ...]:
    rows: list[tuple[Cell, ...]] = []
    for token in itertools.takewhile(lambda one: one.type != "table_close", tokens):
        if token.type == "tr_open":
            rows.append(())
        elif token.type == "inline":
            rows[-1] += (_inlines(token),)
    return tuple(rows)


def _inlines(token: Token) -> tuple[Inline, ...]:
    return normal(_raw_inlines(token.children or ()))


def _raw_inlines(tokens: Iterable[Token]) -> list[Inline]:
    """Return inline text as the parser gives it.

    What opens inside its own kind opens nothing: so the tree is at most three deep, however deep
    a text nests its stars.
    """
    levels: list[list[Inline]] = [[]]
    opened: list[Token | None] = []
    kinds: set[str] = set()
    for token in tokens:
        if token.nesting == 1:
            opened.append(None if token.type in kinds else token)
            if token.type not in kinds:
                kinds.add(token.type)
                levels.append([])
        elif token.nesting == 0:
            levels[-1].append(_leaf(token))
        elif opener := opened.pop():
            kinds.remove(opener.type)
            children = tuple(levels.pop())
            levels[-1] += _held(opener, children)
    return levels[0]


def _leaf(token: Token) -> Inline:
    match token.type:
        case "hardbreak":
            return LineBreak()
        case "softbreak":
            return Text(" ")
        case _:
            return Text(token.content)


def _held(opener: Token, children: tuple[Inline, ...]) -> tuple[Inline, ...]:
    match opener.type:
        case "strong_open":
            return (Strong(children),)
        case "em_open":
            return (Emphasis(children),)
        case _:
            return _link(str(opener.attrs["href"]), children)


def _link(href: str, children: tuple[Inline, ...]) -> tuple[Inline, ...]:
    """Return a link, or its label where it leads nowhere that a letter links to."""
    if not TARGET.match(href):
        return children
    found = Link(href, children if normal(children) else (Text(href),))
    return (Link(href, _unbroken(found.children)) if shows_target(found) else found,)


def _unbroken(inlines: Iterable[Inline]) -> tuple[Inline, ...]:
    return tuple(_unbroken_one(inline) for inline in inlines)


def _unbroken_one(inline: Inline) -> Inline:
    match inline:
        case Text():
            return dataclasses.replace(inline, unbroken=True)
        case LineBreak():
            return inline
        case Strong() | Emphasis() | Link():
            return dataclasses.replace(inline, children=_unbroken(inline.children))
        case _:
            assert_never(inline)
