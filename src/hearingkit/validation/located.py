"""A value of the data with its place, and with what is at fault in it."""

import functools
from typing import Final, Generic, TypeVar

from hearingkit.frozen import frozen
from hearingkit.source.file import TreePath
from hearingkit.source.site import Site

T = TypeVar("T")


class Ways(tuple[TreePath, ...]):  # noqa: SLOT001 (it keeps what is made of the ways)
    """Ways from a value to parts of it; of a list at fault, there may be one to each entry."""

    @functools.cached_property
    def _on_them(self) -> frozenset[TreePath]:
        return frozenset(way[:end] for way in self for end in range(len(way) + 1))

    @functools.cached_property
    def _ends(self) -> frozenset[TreePath]:
        return frozenset(self)

    def lead_to(self, path: TreePath) -> bool:
        """Return whether one leads to a part, to a part of that, or to what it is a part of."""
        if not self:
            return False
        return path in self._on_them or any(path[:end] in self._ends for end in range(len(path)))


NO_WAYS: Final = Ways()


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
    faults: Ways = NO_WAYS
    lacks: Ways = NO_WAYS
    good_id: bool = True

    @property
    def whole(self) -> bool:
        """Return whether nothing of it is at fault, nor its id."""
        return self.good_id and not self.faults

    def is_at_fault(self, *path: str | int) -> bool:
        """Return whether something of a part of the value is at fault, or that of which it is one.

        What a draft lacks can't be judged either.
        """
        return self.is_lacking(*path) or self.faults.lead_to(path)

    def is_lacking(self, *path: str | int) -> bool:
        """Return whether a draft lacks something of a part, or that of which it is one."""
        return self.lacks.lead_to(path)
