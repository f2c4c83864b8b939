"""Where the values of a file stand, and their keys: two numbers each, and no path.

A large file has a million values, of which few places are ever asked for. So a value is known by
its number: how many values are written before it. A way leads through the tree to the number.
"""

from array import array
from collections.abc import Iterator, Mapping, Sequence
from typing import Final, TypeAlias, cast

from hearingkit.source.lines import Lines, Span

TreePath: TypeAlias = tuple[str | int, ...]
"""Keys of mappings and, from 0, indexes of lists that lead to a value; the root is ``()``."""

Tree: TypeAlias = str | list["Tree"] | dict[str, "Tree"] | None
"""A value: all scalars are text, except that an empty value, ``~`` and ``null`` (or ``Null``,
``NULL``) are None."""

_Children: TypeAlias = Mapping[str, int] | Sequence[int]
_FEW: Final = 16  # children that are counted each time; there are many lists and mappings of them
_NOWHERE: Final = 0xFFFF_FFFF  # beyond the end of any file that is read


class Offsets:
    """Where values begin and end, by their numbers.

    Attributes:
        starts: The offset of the first character of each.
        ends: The offset behind the last.
    """

    def __init__(self) -> None:
        self.starts = array("I")
        self.ends = array("I")

    def add(self, start: int = _NOWHERE, end: int = _NOWHERE) -> None:
        """Add the next value; without offsets, it stands nowhere."""
        self.starts.append(start)
        self.ends.append(end)

    def repeat(self, first: int, last: int) -> None:
        """Add values anew that were added before, up to another one."""
        self.starts.extend(self.starts[first:last])
        self.ends.extend(self.ends[first:last])


class Numbers:
    """The numbers of a tree's values, in the order in which they are written.

    Args:
        tree: The root.
        sizes: How many values each holds, itself included.
    """

    def __init__(self, tree: Tree, sizes: Sequence[int]) -> None:
        self._tree = tree
        self._sizes = sizes
        # The number of the hundredth child is found as quickly as the first.
        self._children: dict[int, _Children] = {}

    def number(self, path: TreePath) -> int:
        """Return the number of the value that a way leads to.

        Raises:
            LookupError: If there is none.
        """
        number, node = 0, self._tree
        for step in path:
            below = child(node, step)
            numbers = cast("Mapping[str | int, int]", self._numbers_in(number, node))
            number, node = numbers[step], below
        return number

    def leads_to_a_value(self, path: TreePath) -> bool:
        """Return whether a way leads to a value."""
        node = self._tree
        try:
            for step in path:
                node = child(node, step)
        except LookupError:
            return False
        return True

    def walk(self) -> Iterator[tuple[TreePath, Tree]]:
        """Yield the way to each value, and the value, in the order of their numbers."""
        waiting: list[tuple[TreePath, Tree]] = [((), self._tree)]
        while waiting:
            path, node = waiting.pop()
            yield path, node
            if isinstance(node, dict | list):
                steps = [*node.items()] if isinstance(node, dict) else [*enumerate(node)]
                waiting += [((*path, step), below) for step, below in reversed(steps)]

    def _numbers_in(self, number: int, node: Tree) -> _Children:
        if number in self._children:
            return self._children[number]
        found = array("I")
        following = number + 1
        for _ in range(len(node or ())):  # a long list would read its entries again
            found.append(following)
            following += self._sizes[following]
        numbers = dict(zip(node, found, strict=True)) if isinstance(node, dict) else found
        if len(found) > _FEW:
            self._children[number] = numbers
        return numbers


def child(node: Tree, step: str | int) -> Tree:
    """Return the value that a step leads to.

    Raises:
        KeyError: If a mapping has no such key, or the value is neither mapping nor list.
        IndexError: If a list is shorter.
    """
    if isinstance(node, dict) and isinstance(step, str):
        return node[step]
    if isinstance(node, list) and isinstance(step, int) and step >= 0:
        return node[step]
    raise KeyError(step)


class Places(Mapping[TreePath, Span]):
    """Where each value of a file stands, or each key, by the way to the value.

    Args:
        lines: The text of the file.
        numbers: Which number each value has.
        offsets: Where each stands.
    """

    def __init__(self, lines: Lines, numbers: Numbers, offsets: Offsets) -> None:
        self._lines = lines
        self._numbers = numbers
        self._offsets = offsets
        self._some_stand_nowhere = _NOWHERE in offsets.starts

    def __getitem__(self, path: TreePath) -> Span:
        try:
            span = self._span(self._numbers.number(path))
        except LookupError:
            raise KeyError(path) from None
        if span is None:
            raise KeyError(path)
        return span

    def __contains__(self, path: object) -> bool:
        if not isinstance(path, tuple) or not self._numbers.leads_to_a_value(path):
            return False
        return not self._some_stand_nowhere or self.get(path) is not None

    def __iter__(self) -> Iterator[TreePath]:
        ways = enumerate(self._numbers.walk())
        return (path for number, (path, _) in ways if self._span(number))

    def __len__(self) -> int:
        return len(self._offsets.starts) - self._offsets.starts.count(_NOWHERE)

    def placed(self) -> Iterator[tuple[Tree, Span]]:
        """Yield each value that has a place, and the place."""
        for number, (_, node) in enumerate(self._numbers.walk()):
            if span := self._span(number):
                yield node, span

    def _span(self, number: int) -> Span | None:
        start = self._offsets.starts[number]
        return None if start == _NOWHERE else self._lines.span(start, self._offsets.ends[number])
