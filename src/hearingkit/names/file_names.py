"""Names of files made of names of bodies: any system takes them, and no two are the same."""

import unicodedata
from collections.abc import Iterable, Iterator
from typing import Final

from hearingkit.patterns import late_pattern

_LONGEST: Final = 100
"""Characters of a name; a path of Windows has 260."""
_MOST_BYTES: Final = 200
"""A name has 255 at most on Linux, with its ending."""
_REFUSED: Final = late_pattern(r"""[<>:"/\\|?*'`$&;!%^~#{}\[\]]""")
_BETWEEN: Final = late_pattern(r"[\s_-]*-[\s_-]*|\s+")
_RESERVED: Final = late_pattern(r"(?i)(con|prn|aux|nul|conin\$|conout\$|(com|lpt)[0-9¹²³])(?=\.|$)")
"""Names that Windows keeps to itself, whatever their ending."""
_NAMELESS: Final = "x"


def file_name(text: str) -> str:
    """Return a name for a file, without its ending, that tells what a text says.

    What a file system or a shell takes for something else becomes a hyphen, and so does a space.
    """
    name = unicodedata.normalize("NFC", text)
    name = "".join(sign if sign.isprintable() or sign.isspace() else "" for sign in name)
    name = _shortened(_BETWEEN.sub("-", _REFUSED.sub("-", name)).strip(" .-_"))
    return _RESERVED.sub(r"\1-", name) or _NAMELESS


def distinct(names: Iterable[str], others: Iterable[str] = ()) -> Iterator[str]:
    """Yield the names, with a number behind one that only looks other than one before.

    Some systems take names for the same that differ in capital letters, or in how their letters are
    composed.

    Args:
        names: As ``file_name`` makes them.
        others: Names that are taken.
    """
    taken = set(map(_alike, others))
    for name in names:
        number, tried = 1, name
        while _alike(tried) in taken:
            number += 1
            tried = f"{name}-{number}"
        taken.add(_alike(tried))
        yield tried


def _alike(name: str) -> str:
    return unicodedata.normalize("NFKC", unicodedata.normalize("NFKC", name).casefold())


def _shortened(name: str) -> str:
    name = name[:_LONGEST]
    while len(name.encode()) > _MOST_BYTES:
        name = name[:-1]
    return name.rstrip(" .-_")
