"""Markdown that a letter prints as it is written, although its author surely meant structure."""

import functools
import re
from collections.abc import Iterable, Iterator
from typing import Final

from markdown_it import MarkdownIt
from markdown_it.token import Token

# No inline text without one of these is unsupported.
_MAYBE_STRANGE: Final = re.compile(r"[`<]|!\[")
_UNSUPPORTED: Final = {
    "blockquote_open": "quote",
    "code_block": "code",
    "code_inline": "code",
    "fence": "code",
    "hr": "rule",
    "html_block": "html",
    "html_inline": "html",
    "image": "image",
}


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
