"""The outline of small Markdown: its blocks, with the inline text left to whoever asks for it.

Inline text is what takes long to parse, and most of it is of no interest to those who only want to
know about headings, or about the few paragraphs that hold a certain sign.
"""

import functools
import itertools
from collections.abc import Iterator

from markdown_it import MarkdownIt
from markdown_it.token import Token

from hearingkit.texts.inline_tokens import RULES
from hearingkit.texts.markdown import parse_inline


def highest_heading(markdown: str) -> int:
    """Return the level of the highest heading that is no part of a list; 0 where there is none."""
    tokens = _parser().parse(markdown)
    levels = {
        int(token.tag[1:])
        for token, said in itertools.pairwise(tokens)
        if token.type == "heading_open" and not token.level and parse_inline(said.content)
    }
    return min(levels, default=0)


def inline_texts(markdown: str) -> Iterator[Token]:
    """Yield the inline text of each paragraph, heading and cell, unread."""
    return (token for token in _parser().parse(markdown) if token.type == "inline")


def read(text: Token) -> list[Token]:
    """Return the inline tokens of a text; a sign that was escaped is a token of its own."""
    tokens: list[Token] = []
    _parser().inline.parse(text.content, _parser(), {}, tokens)
    return tokens


@functools.cache
def _parser() -> MarkdownIt:
    return MarkdownIt("zero").enable(RULES).disable(("inline", "text_join"))
