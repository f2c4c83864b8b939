"""Characters that a letter cannot show and an editor does not show.

The line separators NEL, U+2028 and U+2029 belong to them. YAML ends a line there. So one value in
the editor could become two keys.
"""

import re
import unicodedata
from collections.abc import Iterator, Mapping
from typing import Final

from hearingkit.patterns import late_pattern

FORBIDDEN: Final = late_pattern(
    "[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\u2028\u2029\ud800-\udfff\ufdd0-\ufdef\ufeff\ufffe\uffff"
    "\u202a-\u202e\u2066-\u2069"  # a text reads otherwise than it is written
    "\U000e0000-\U000e007f"  # tags: a whole text that nobody sees
    "\ue000-\uf8ff\U000f0000-\U0010ffff]"  # private use
)
"""Characters that no letter can hold.

YAML, XML or Unicode do not allow them, or they end a line, turn the direction of a text, are tags,
or have a meaning in one font only.
"""

UNSEEN: Final = late_pattern(
    "[\u00ad\u034f\u061c\u115f\u1160\u17b4\u17b5\u180b-\u180f\u200b\u200c\u200e\u200f\u2060-\u2065"
    "\u206a-\u206f\u2800\u3164\uffa0\ufff0-\ufffb\U0001bca0-\U0001bca3\U0001d173-\U0001d17a\U000e0080-\U000e0fff]"
    "|(?<=[^\\W\\d_])[\u200d\ufe00-\ufe0f]"  # behind no letter, they make an emoji
)
"""Characters that have no width: a text with one looks the same as without it."""

UNSEEN_OR_SPACE: Final = late_pattern(
    f"{UNSEEN.pattern}|[\u00a0\u1680\u2000-\u200a\u202f\u205f\u3000]"
)
"""The same, and each space that only looks like the one of the keyboard."""

TOO_HIGH: Final = late_pattern(r"\\U(?!0010|000[0-9A-Fa-f])[0-9A-Fa-f]{8}")
"""An escape for a number that is too high to be a Unicode character."""

_ESCAPE: Final = late_pattern(
    r"\\(?:x([0-9A-Fa-f]{2})|u([0-9A-Fa-f]{4})|U([0-9A-Fa-f]{8})|([0abvfeNLP])|.)", re.DOTALL
)
_SHORT: Final = {
    "0": "\x00",
    "a": "\x07",
    "b": "\x08",
    "v": "\x0b",
    "f": "\x0c",
    "e": "\x1b",
    "N": "\x85",
    "L": "\u2028",
    "P": "\u2029",
}


def may_hold_forbidden(text: str) -> bool:
    """Return whether a character of a text, but a line end, isn't printable: a cheap sign."""
    return not text.replace("\n", "").isprintable()


def forbidden_escapes(text: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    """Yield the start and the end of each escape that stands for a forbidden character.

    Args:
        text: The text of the file.
        start: Offset where a text in double quotes begins.
        end: Offset behind it.
    """
    for found in _ESCAPE.finditer(text, start, end):
        digits = found[1] or found[2] or found[3]
        number = int(digits, 16) if digits else ord(_SHORT.get(found[4] or "", " "))
        if number > 0x10FFFF or FORBIDDEN.match(chr(number)):
            yield found.span()


def named(sign: str) -> Mapping[str, str]:
    """Return number and name of a character, for a message; the name may be empty."""
    return {"number": f"U+{ord(sign):04X}", "name": unicodedata.name(sign, "").lower()}


def stranger_in(address: str) -> str:
    """Return the first letter of another alphabet among Latin ones; empty where there is none.

    Source:
        Unicode Technical Standard 39, 5.1: mixed scripts
    """
    letters = [] if address.isascii() else [sign for sign in address if sign.isalpha()]
    others = [one for one in letters if not unicodedata.name(one, "?").startswith("LATIN ")]
    return others[0] if 0 < len(others) < len(letters) else ""
