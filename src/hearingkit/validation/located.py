"""A value of the data with its place, and with what is at fault in it."""

from typing import Generic, TypeVar

from hearingkit.frozen import frozen
from hearingkit.source.file import TreePath
from hearingkit.source.site import Site

T = TypeVar("T")


@frozen
class Located(Generic[T]):
    """A value and where it stands.

    Attributes:
        value: As described, without what is at fault in it.
        site: Where it stands.
        faults: The ways from it to what is at fault.
        lacks: The ways to what a draft lacks, which is no fault yet.
        good_id: Whether its id is written as ids are, and stands once.
    """

    value: T
    site: Site
    faults: tuple[TreePath, ...] = ()
    lacks: tuple[TreePath, ...] = ()
    good_id: bool = True

    @property
    def whole(self) -> bool:
        """Return whether nothing of it is at fault, nor its id."""
        return self.good_id and not self.faults

    def is_at_fault(self, *path: str | int) -> bool:
        """Return whether something of a part of the value is at fault, or that of which it is one.

        What a draft lacks can't be judged either.
        """
        return self.is_lacking(*path) or _lead_to(self.faults, path)

    def is_lacking(self, *path: str | int) -> bool:
        """Return whether a draft lacks something of a part, or that of which it is one."""
        return _lead_to(self.lacks, path)


def _lead_to(ways: tuple[TreePath, ...], path: TreePath) -> bool:
    return bool(ways) and any(way[: len(path)] == path[: len(way)] for way in ways)
