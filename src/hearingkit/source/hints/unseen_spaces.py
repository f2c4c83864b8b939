"""Spaces that only look like that of the keyboard, where YAML asks for one."""

from typing import Final

from hearingkit.patterns import late_pattern
from hearingkit.source.characters import UNSEEN_OR_SPACE

_SIGN: Final = f"(?:{UNSEEN_OR_SPACE.pattern})"
_IN_STRUCTURE: Final = late_pattern(
    rf"(?:^[ ]*(?:- +)*|[{{,][ ]*)(?:-?{_SIGN}|[\w-]+[ ]*(?:{_SIGN}(?=(?:{_SIGN}|[ ])*:)|:{_SIGN}))"
)


def unseen_in_structure(line: str) -> int | None:
    """Return the offset of such a space before a line, behind its dash, or beside its colon.

    None if it has none there.
    """
    found = _IN_STRUCTURE.search(line)
    return found.end() - 1 if found else None
