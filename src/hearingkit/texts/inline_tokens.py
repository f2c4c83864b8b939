"""Inline tokens of markdown-it into inline text, with an address that stands alone as a link."""

import dataclasses
import functools
import types
from collections.abc import Iterable
from typing import Final, TypeAlias, assert_never

from markdown_it import MarkdownIt
from markdown_it.rules_core import linkify
from markdown_it.token import Token

from hearingkit.documents.blocks import Emphasis, Inline, LineBreak, Link, Plain, Strong
from hearingkit.documents.inlines import normal, shows_target
from hearingkit.documents.markup import TARGET, normalized_url
from hearingkit.texts.inline_places import PlacedToken, placed
from hearingkit.texts.line_search import holding

RULES: Final = (
    *("heading", "list", "table"),
    *("autolink", "emphasis", "entity", "escape", "link", "newline"),
)
"""What is small Markdown, in the words of markdown-it; addresses that stand alone come on top."""
_may_hold_address: Final = holding(*":@")  # that is a link as it stands
_LONGEST_REMEMBERED: Final = 2_000
"""Signs of a paragraph that is remembered: a row of stars takes a thousand times its memory."""
Inlines: TypeAlias = tuple[tuple[PlacedToken, ...], tuple[Inline, ...]]
# Deep enough for any letter, and far from Python's own limit on nesting.
_NESTING: Final = 60


@functools.cache
def parser() -> MarkdownIt:
    """Return the parser of small Markdown."""
    import linkify_it

    small = MarkdownIt("zero", {"linkify": True, "maxNesting": _NESTING}).enable(RULES)
    small.disable(["text_join", "inline"])
    # A bare domain is often a name: "Legeforeningen.no".
    small.linkify = linkify_it.LinkifyIt(
        {"//": None, "ftp:": None}, {"fuzzy_link": False, "fuzzy_email": True}
    )
    # Every link is let in here, so that one to a place we refuse is its label and no more.
    small.validateLink = lambda url: True  # type: ignore[method-assign]  # noqa: ARG005
    small.normalizeLink = normalized_url  # type: ignore[method-assign]
    return small


def inlines_of(content: str) -> Inlines:
    """Return the tokens of an inline text, and what is printed of it.

    An address that stands alone is printed as a link, but is no token.
    """
    return (read_once if len(content) <= _LONGEST_REMEMBERED else _inlines_of)(content)


@functools.lru_cache(maxsize=256)
def read_once(content: str) -> Inlines:
    """Return the same for a paragraph that may stand in many letters of an office."""
    return _inlines_of(content)


def _inlines_of(content: str) -> Inlines:
    found: list[Token] = []
    parser().inline.parse(content, parser(), {}, found)
    token = Token("inline", "", 0, content=content, children=found)
    words = "\n".join(one.content for one in found if one.type == "text")
    if _may_hold_address(words):
        linkify(types.SimpleNamespace(md=parser(), tokens=[token]))  # type: ignore[arg-type]
    return tuple(placed(found, content)), normal(_raw_inlines(token.children or ()))


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
            return Plain(" ")
        case _:
            return Plain(token.content)


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
    found = Link(href, children if normal(children) else (Plain(href),))
    return (Link(href, _unbroken(found.children)) if shows_target(found) else found,)


def _unbroken(inlines: Iterable[Inline]) -> tuple[Inline, ...]:
    return tuple(_unbroken_one(inline) for inline in inlines)


def _unbroken_one(inline: Inline) -> Inline:
    match inline:
        case Plain():
            return dataclasses.replace(inline, unbroken=True)
        case LineBreak():
            return inline
        case Strong() | Emphasis() | Link():
            return dataclasses.replace(inline, children=_unbroken(inline.children))
        case _:
            assert_never(inline)
