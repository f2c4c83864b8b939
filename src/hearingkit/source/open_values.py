"""What a composer remembers: values that are still open, and values that aliases may repeat."""

from dataclasses import dataclass, field

from hearingkit.source.file import Tree, TreePath
from hearingkit.source.lines import Span


@dataclass(slots=True)
class AnchoredValue:
    """A value with an anchor; aliases repeat it.

    Attributes:
        name: The name of the anchor, without the ampersand.
        span: The place of the anchor, with its ampersand.
        path: The path to the value.
        first: The number of places that were noted before the value.
        last: The number of places that were noted when the value was complete.
        node: The value.
        size: The number of values in it, itself included.
        height: The number of levels of lists and mappings in it.
        closed: Whether the value is complete; an alias inside the value would never end.
        used: Whether an alias refers to it.
    """

    name: str
    span: Span
    path: TreePath
    first: int
    last: int = 0
    node: Tree = None
    size: int = 1
    height: int = 0
    closed: bool = False
    used: bool = False


@dataclass(slots=True)
class OpenCollection:
    """A list or mapping that is still open.

    Attributes:
        path: The path to it.
        node: The part of it that has been read.
        start: Offset where it begins.
        flow: Whether it is written in brackets or braces.
        outside_tree: Whether it is left out of the tree; then its places are not kept.
        is_key: Whether it stands in the place of a key.
        count: The number of values before it.
        anchor: The value with its anchor, if it has one.
        key: The key whose value comes next; None if a key comes next.
        of_key: The path to that value.
        drops: Whether the next value is left out of the tree.
        first: The first place of each key of a mapping.
        height: The number of its levels, itself included.
        end: Offset behind its last child.
    """

    path: TreePath
    node: list[Tree] | dict[str, Tree]
    start: int
    flow: bool
    outside_tree: bool
    is_key: bool
    count: int
    anchor: AnchoredValue | None
    key: str | None = None
    of_key: TreePath = ()
    drops: bool = False
    first: dict[str, Span] = field(default_factory=dict)
    height: int = 1
    end: int = 0

    @property
    def awaits_key(self) -> bool:
        """Whether the next value is a key."""
        return isinstance(self.node, dict) and self.key is None

    @property
    def next_path(self) -> TreePath:
        """Return the path to the next value; that of a key, as long as its value is awaited."""
        if isinstance(self.node, list):
            return (*self.path, len(self.node))
        return self.of_key

    def await_value(self, key: str, *, drops: bool) -> None:
        """Remember a key whose value comes next."""
        self.key = key
        self.of_key = (*self.path, key)
        self.drops = drops

    def put(self, value: Tree, end: int, height: int) -> None:
        """Add the next value, with the offset behind it and the number of its levels."""
        self.end = end
        self.height = max(self.height, height + 1)
        if isinstance(self.node, list):
            self.node.append(value)
            return
        if not self.drops and self.key is not None:
            self.node[self.key] = value
        self.key = None
        self.drops = False
