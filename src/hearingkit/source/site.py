"""Where a value stands in the sources: a file, and the way to the value in it."""

from dataclasses import field

from hearingkit.findings import Place
from hearingkit.frozen import frozen
from hearingkit.source.file import SourceFile, TreePath


@frozen
class Site:
    """Where a value stands in the sources.

    A long list has a site for each recipient, so a site holds one step, not the whole way.

    Attributes:
        source: The file.
        above: The site of the mapping or list that holds the value; None at the root.
        step: The key or index of the value there.
    """

    source: SourceFile = field(repr=False)
    above: "Site | None" = field(default=None, repr=False)
    step: str | int = ""

    @property
    def path(self) -> TreePath:
        """Return the keys and indexes that lead to the value."""
        steps: list[str | int] = []
        here = self
        while above := here.above:
            steps.append(here.step)
            here = above
        steps.reverse()
        return tuple(steps)

    def at(self, *steps: str | int) -> "Site":
        """Return the site of a part of the value."""
        here = self
        for step in steps:
            here = Site(self.source, here, step)
        return here

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
