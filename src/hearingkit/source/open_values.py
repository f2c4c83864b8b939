"""What a composer keeps in mind: the values still open, and those that aliases may repeat."""

from dataclasses import dataclass, field

from hearingkit.source.file import Tree, TreePath
from hearingkit.source.lines import Span


@dataclass(slots=True)
class Anchor:
    """A value with a name, which aliases repeat.

    Attributes:
        name: Without the ampersand.
        span: Where the name stands, with its ampersand.
        path: The way to the value.
        first: How many places were known before it.
        last: How many places were known behind it.
        node: The value.
        size: How many values it is made of.
        height: How many levels of lists and mappings it has.
        closed: Whether the value is complete; an alias inside it would have no end.
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
class Level:
    """A list or mapping that is still open.

    Attributes:
        path: The way to it.
        node: What has been read of it.
        start: Offset where it begins.
        flow: Whether it is written in brackets or braces.
        muted: It does not come into the tree, so its places are not kept.
        is_key: It stands where a key should.
        count: How many values were counted before it.
        anchor: Its name, if it has one.
        key: The key that waits for its value; None where a key is awaited.
        drops: The awaited value does not come into the tree.
        first: Where each key of a mapping stands first.
        height: How many levels it has, itself included.
        end: Offset behind its last child.
    """

    path: TreePath
    node: list[Tree] | dict[str, Tree]
    start: int
    flow: bool
    muted: bool
    is_key: bool
    count: int
    anchor: Anchor | None
    key: str | None = None
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
        """Return the way to the next value."""
        if isinstance(self.node, list):
            return (*self.path, len(self.node))
        return (*self.path, self.key or "")

    def await_value(self, key: str, *, drops: bool) -> None:
        """Take a key; its value comes next."""
        self.key = key
        self.drops = drops

    def put(self, value: Tree, end: int, height: int) -> None:
        """Take the next value, which ends at an offset and has that many levels."""
        self.end = end
        self.height = max(self.height, height + 1)
        if isinstance(self.node, list):
            self.node.append(value)
            return
        if not self.drops and self.key is not None:
            self.node[self.key] = value
        self.key = None
        self.drops = False
