"""Words that a text has wherever a pattern matches: a cheap sign that it is worth compiling."""

import functools
import re
from typing import Final

_PIECE: Final = re.compile(
    r"(?P<asked><\+?\w+>|[^\W\d_]+)|(?P<times>[?*+]|\{[\d,]+\})|(?P<either>\|)"
    r"|\\(?:x\w{2}|u\w{4}|.)|\[\^?\]?(?:\\.|[^]\\])*\]|."
)
"""A piece of a pattern: a word or a part, how often it comes, or anything else."""
_TURKISH: Final = str.maketrans("İı", "ii")


@functools.cache
def asked_by(pattern: str) -> tuple[str, ...]:
    """Return words without case, and parts in < >, that any text has which a pattern matches.

    They are those outside all brackets; a sign that may be missing or come again is left out.
    """
    found, depth = [""], 0
    for piece in _PIECE.finditer(pattern):
        depth += (piece[0] == "(") - (piece[0] == ")")
        if depth:
            continue
        match piece.lastgroup:
            case "either":
                return ()
            case "times":
                found[-1] = "" if found[-1].startswith("<") else found[-1][:-1]
                found.append("")
            case "asked":
                found.append(piece[0])
            case _:
                found.append("")
    return tuple(one if one.startswith("<") else folded(one) for one in found if one)


def may_stand_in(pattern: str, text: str) -> bool:
    """Tell whether a text has all words that a pattern asks for, in whatever case."""
    return all(map(folded(text).__contains__, asked_by(pattern)))


@functools.lru_cache(maxsize=8)  # hundreds of patterns are asked about one text in a row
def folded(text: str) -> str:
    """Return a text without case, as ``re.IGNORECASE`` has it: to that, a Turkish i is an i."""
    return text.translate(_TURKISH).casefold()
