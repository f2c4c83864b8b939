"""Where a value stands in the sources: a file, and the way to the value in it."""

from dataclasses import field

from hearingkit.findings import Place
from hearingkit.frozen import frozen
from hearingkit.source.file import SourceFile, TreePath


@frozen
class Site:
    """Where a value stands in the sources.

    Attributes:
        source: The file.
        path: The keys and indexes that lead to it.
    """

    source: SourceFile = field(repr=False)
    path: TreePath

    def at(self, *steps: str | int) -> "Site":
        """Return the site of a part of the value."""
        return Site(self.source, (*self.path, *steps))

    def is_within(self, other: "Site") -> bool:
        """Return whether the value is another one, or a part of it."""
        return self.source is other.source and self.path[: len(other.path)] == other.path

    @property
    def place(self) -> Place:
        """Return the place of the value."""
        return self.source.place(self.path)

    @property
    def key_place(self) -> Place:
        """Return the place of the key that names the value."""
        return self.source.place(self.path, key=True)

    def quote(self, text: str) -> Place:
        """Return the place of a piece of the value's text."""
        return self.source.place_of(self.path, text)
