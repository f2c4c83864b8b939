"""What a composer remembers: values that are still open, and values that aliases may repeat."""

from dataclasses import dataclass, field

from hearingkit.source.lines import Span
from hearingkit.source.places import Tree


@dataclass(slots=True, eq=False, repr=False)
class AnchoredValue:
    """A value with an anchor; aliases repeat it.

    Attributes:
        name: The name of the anchor, without the ampersand.
        span: The place of the anchor, with its ampersand.
        first: The number of the value.
        last: How many values had numbers when it was complete.
        node: The value.
        size: The number of values in it, itself included.
        height: The number of levels of lists and mappings in it.
        closed: Whether the value is complete; an alias inside the value would never end.
        used: Whether an alias refers to it.
    """

    name: str
    span: Span
    first: int
    last: int = 0
    node: Tree = None
    size: int = 1
    height: int = 0
    closed: bool = False
    used: bool = False


@dataclass(slots=True, eq=False, repr=False)
class OpenCollection:
    """A list or mapping that is still open.

    Attributes:
        number: How many values are written before it.
        node: The part of it that has been read.
        start: Offset where it begins.
        flow: Whether it is written in brackets or braces.
        outside_tree: Whether it is left out of the tree; then its places are not kept.
        is_key: Whether it stands in the place of a key.
        count: The number of values before it.
        anchor: The value with its anchor, if it has one.
        key: The key whose value comes next; None if a key comes next.
        of_key: The offsets of that key.
        drops: Whether the next value is left out of the tree.
        first: The offset of each key of a mapping, where it stands first.
        height: The number of its levels, itself included.
        end: Offset behind its last child.
    """

    number: int
    node: list[Tree] | dict[str, Tree]
    start: int
    flow: bool
    outside_tree: bool
    is_key: bool
    count: int
    anchor: AnchoredValue | None
    key: str | None = None
    of_key: tuple[int, ...] = ()
    drops: bool = False
    first: dict[str, int] = field(default_factory=dict)
    height: int = 1
    end: int = 0

    @property
    def awaits_key(self) -> bool:
        """Whether the next value is a key."""
        return isinstance(self.node, dict) and self.key is None

    def await_value(self, key: str, offsets: tuple[int, ...] = (), *, drops: bool) -> None:
        """Remember a key whose value comes next."""
        self.key = key
        self.of_key = offsets
        self.drops = drops

    def put(self, value: Tree, end: int, height: int) -> None:
        """Add the next value, with the offset behind it and the number of its levels."""
        self.end = end
        if height >= self.height:
            self.height = height + 1
        if isinstance(self.node, list):
            self.node.append(value)
            return
        if not self.drops and self.key is not None:
            self.node[self.key] = value
        self.key = None
        self.drops = False
