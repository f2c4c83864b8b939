"""A YAML file as text with places: what was written, and where each piece of it stands."""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from typing import Final

from hearingkit.findings import Place
from hearingkit.source.lines import Lines, Span

__all__ = ["SourceFile", "Span", "Tree", "TreePath"]

TreePath = tuple[str | int, ...]
"""The way to a value: keys of mappings and, from 0, places in lists; the root is ``()``."""

Tree = None | str | list["Tree"] | dict[str, "Tree"]
"""What was written: all is text, except an empty value, ``null`` and ``~``, which are None."""

_BEFORE_VALUE: Final = re.compile(r"(?:&\S+\s+)?")
_WORDS_AND_GAPS: Final = re.compile(r"[ \n]+|.", re.DOTALL)


@dataclass(frozen=True, slots=True)
class SourceFile:
    """One file that has been read.

    Attributes:
        name: As shown in findings, with ``/`` between its parts.
        lines: The text and where its lines begin.
        tree: The root mapping; empty for an empty file.
        values: Where each value stands; what an alias repeats has the places of the original.
        keys: Where the key of each entry stands; elements of lists have none.
    """

    name: str
    lines: Lines = field(repr=False)
    tree: dict[str, Tree]
    values: Mapping[TreePath, Span] = field(repr=False)
    keys: Mapping[TreePath, Span] = field(repr=False)
    # What was looked for is kept: the hundredth occurrence is as quick as the first.
    _found: dict[tuple[TreePath, str], list[Span]] = field(
        default_factory=dict, init=False, repr=False, compare=False
    )

    @property
    def text(self) -> str:
        """Return the whole text, without a byte order mark."""
        return self.lines.text

    def place(self, path: TreePath, *, key: bool = False) -> Place:
        """Return the place of a value, or of its key.

        A value without text of its own is shown by its key: one that is empty, and a list or
        mapping that begins below its key, where the first line would tell of something else.

        Args:
            path: Elements that lead nowhere are skipped: so the nearest known ancestor is found,
                and the tags that pydantic puts into a ``loc`` do no harm.
            key: Whether to show the key and not the value.
        """
        known = self.known(path)
        own = self.values[known]
        its_key = self.keys.get(known)
        if its_key and (key or own.start == own.end or self._begins_below(known, its_key)):
            return self.lines.place(self.name, its_key)
        return self.lines.place(self.name, own)

    def place_of(self, path: TreePath, quote: str, nth: int = 0) -> Place:
        """Return the place of a piece of text inside a value.

        Args:
            path: The way to the text, as for ``place``.
            quote: The piece, as it stands in the value.
            nth: Which of its occurrences, from 0; counted as ``str.count`` does.

        Returns:
            The exact place; the value's own where the source writes the piece in another way, as
            with an escape, so that it can't be told apart.
        """
        known = self.known(path)
        value = self.at(known)
        if not isinstance(value, str) or not quote:
            return self.place(path)
        if (known, quote) not in self._found:
            self._found[known, quote] = list(self._occurrences(self.values[known], quote))
        found = self._found[known, quote]
        if len(found) != value.count(quote) or not 0 <= nth < len(found):
            return self.place(path)
        return self.lines.place(self.name, found[nth])

    def known(self, path: TreePath) -> TreePath:
        """Return the path without the elements that lead nowhere."""
        if path in self.values:
            return path
        known: TreePath = ()
        for element in path:
            if (*known, element) in self.values:
                known = (*known, element)
        return known

    def at(self, path: TreePath) -> Tree:
        """Return the value at a known path.

        Raises:
            KeyError: If a mapping on the way has no such key.
            IndexError: If a list on the way is shorter.
        """
        node: Tree = self.tree
        for element in path:
            match node, element:
                case dict(), str():
                    node = node[element]
                case list(), int():
                    node = node[element]
                case _:
                    raise KeyError(path)
        return node

    def _begins_below(self, path: TreePath, key: Span) -> bool:
        return isinstance(self.at(path), list | dict) and self.values[path].line > key.line

    def _occurrences(self, span: Span, quote: str) -> Iterator[Span]:
        start, style = self._body(span)
        pieces = _WORDS_AND_GAPS.findall(quote)
        pattern = re.compile("".join(_as_written(piece, style) for piece in pieces))
        for found in pattern.finditer(self.text, start, span.end):
            yield self.lines.span(found.start(), found.end())

    def _body(self, span: Span) -> tuple[int, str]:
        """Return where the text of a scalar begins, and the mark that tells its style."""
        before = _BEFORE_VALUE.match(self.text, span.start, span.end)
        start = before.end() if before else span.start
        style = self.text[start : start + 1]
        if style in ("|", ">"):
            number, _ = self.lines.position(start)
            return min(self.lines.starts[number], span.end), style
        return (start + 1, style) if style in ("'", '"') else (start, "")


def _as_written(piece: str, style: str) -> str:
    """Return a pattern for a character or a gap of a value, as a scalar of that style writes it."""
    if piece.isspace() and piece.strip(" \n") == "":
        return r"\s+"
    if piece == "'" and style == "'":
        return "''"
    if piece in ('"', "\\") and style == '"':
        return r"\\" + re.escape(piece)
    return re.escape(piece)
