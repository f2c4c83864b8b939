"""A YAML file: its values, and the place of each value and of each part of a text."""

from collections.abc import Mapping, Sequence
from dataclasses import field

from hearingkit.findings import Place
from hearingkit.frozen import frozen
from hearingkit.source.lines import Lines, Span
from hearingkit.source.places import Places, Tree, TreePath, child
from hearingkit.source.scalars import value_offsets

__all__ = ["SourceFile", "Span", "Tree", "TreePath"]


@frozen
class AttachedText:
    """A text of the data that stands in a file of its own.

    Attributes:
        name: The name of that file in findings.
        text: The text as hearing data would have it.
        numbers: For each line of the text, which line or paragraph of the file it comes from.
        shown: What the file shows there, by its number.
        losses: What the text lacks of the file: number, kind, and the words that stand there.
    """

    name: str
    text: str = field(repr=False)
    numbers: Sequence[int] = field(repr=False)
    shown: Mapping[int, str] = field(repr=False)
    losses: Sequence[tuple[int, str, str]] = ()

    def place(self, start: int, end: int) -> Place:
        """Return the place in the file of a part of the text, as near as can be told."""
        begin = self.text.rfind("\n", 0, start) + 1
        line, _, _ = self.text[begin:].partition("\n")
        stretch = line[start - begin : end - begin]
        number = self._number_of(self.text.count("\n", 0, begin), stretch)
        shown = self.shown.get(number, "")
        column = start - begin if shown == line else max(shown.find(stretch), 0)
        is_found = bool(stretch) and shown[column:].startswith(stretch)
        last = column + len(stretch) + 1 if is_found else None
        return Place(self.name, number, column + 1, last, shown)

    def _number_of(self, line: int, stretch: str) -> int:
        """Return the number of the paragraph of a line; a row of a table has one for each cell."""
        first = self.numbers[line]
        later = (number for number in self.numbers[line:] if number > first)
        here = range(first, next(later, max(self.shown, default=first) + 1))
        return next((one for one in here if stretch in self.shown.get(one, "")), first)

    def place_of(self, number: int) -> Place:
        """Return the place of a line or a paragraph of the file."""
        return Place(self.name, number, excerpt=self.shown.get(number, ""))


@frozen
class SourceFile:
    """One file that has been read.

    Attributes:
        name: The name in findings, with ``/`` between its parts.
        lines: The text and its lines.
        tree: The root mapping; empty for an empty file.
        values: The place of each value; values that an alias repeats have the original's places.
        keys: The place of each key.
        has_properties: Whether a value has an anchor, by which an alias may repeat it, or a tag.
        attached: Texts that stand in files of their own, by their paths in the tree.
    """

    name: str
    lines: Lines = field(repr=False)
    tree: dict[str, Tree]
    values: Places = field(repr=False)
    keys: Places = field(repr=False)
    has_properties: bool = False
    attached: Mapping[TreePath, AttachedText] = field(default_factory=dict, repr=False)
    # Offsets are kept: the place of the hundredth part is found as quickly as the first.
    _offsets: dict[TreePath, Sequence[int] | None] = field(
        default_factory=dict, init=False, repr=False, compare=False
    )

    @property
    def text(self) -> str:
        """Return the whole text, without a byte order mark."""
        return self.lines.text

    def place(self, path: TreePath, *, key: bool = False) -> Place:
        """Return the place of a value, or of its key.

        An empty value has the place of its key. So has a list or mapping that begins below its key,
        because its first line shows only the first of its parts.

        Args:
            path: The path to the value. Unknown elements are skipped: so the nearest known ancestor
                is found, and the tags that pydantic puts into a ``loc`` do no harm.
            key: Return the place of the key in any case.
        """
        known = self.known_path(path)
        own = self.values[known]
        its_key = self.keys.get(known)
        if its_key and (key or own.start == own.end or self._begins_below(known, its_key)):
            return self.lines.place(self.name, its_key)
        return self.lines.place(self.name, own)

    def place_at(self, path: TreePath, start: int, end: int) -> Place:
        """Return the place of a part of a text.

        Args:
            path: The path to the text, as for ``place``.
            start: Offset of the part in the text, as ``at`` returns it.
            end: Offset behind the part.

        Returns:
            The exact place; the place of the whole value if it is no text, or an alias.
        """
        known = self.known_path(path)
        if known in self.attached:
            return self.attached[known].place(start, end)
        offsets = self._offsets_of(known)
        if offsets is None:
            return self.place(known)
        return self.lines.place(self.name, self.lines.span(offsets[start], offsets[end]))

    def place_of(self, path: TreePath, quote: str) -> Place:
        """Return the place where a quote from a text stands first, as ``place_at`` does.

        It is the place of the whole value if the quote does not stand in it.
        """
        known = self.known_path(path)
        value = self.at(known)
        if not isinstance(value, str) or not quote or quote not in value:
            return self.place(known)
        start = value.index(quote)
        return self.place_at(known, start, start + len(quote))

    def known_path(self, path: TreePath) -> TreePath:
        """Return the path without its unknown elements."""
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
        for step in path:
            node = child(node, step)
        return node

    def _begins_below(self, path: TreePath, key: Span) -> bool:
        return isinstance(self.at(path), list | dict) and self.values[path].line > key.line

    def _offsets_of(self, path: TreePath) -> Sequence[int] | None:
        if path not in self._offsets:
            value, span = self.at(path), self.values[path]
            found = value_offsets(self.text, span, value) if isinstance(value, str) else None
            self._offsets[path] = found
        return self._offsets[path]
