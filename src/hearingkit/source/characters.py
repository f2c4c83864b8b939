"""Characters that no letter can show, and that nobody sees in an editor.

The line separators NEL, U+2028 and U+2029 are among them: YAML ends a line there, so that what an
editor shows as one value could become two keys.
"""

import re
import unicodedata
from collections.abc import Iterator
from typing import Final

FORBIDDEN: Final = re.compile(
    "[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\u2028\u2029\ud800-\udfff\ufeff\ufffe\uffff]"
)
"""What YAML or XML refuse in a text, so that no file or .docx could hold it, and separators."""

TOO_HIGH: Final = re.compile(r"\\U(?!0010|000[0-9A-Fa-f])[0-9A-Fa-f]{8}")
"""An escape for a character behind the last one that Unicode has."""

_ESCAPE: Final = re.compile(
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


def named(char: str) -> str:
    """Return a character as Unicode names it: ``U+2028, line separator``."""
    name = unicodedata.name(char, "control character").lower()
    return f"U+{ord(char):04X}, {name}"


def forbidden_escapes(text: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    """Yield start and end of each escape that stands for a forbidden character.

    Args:
        text: The whole source.
        start: Where a text in double quotes begins.
        end: Where it ends.
    """
    for found in _ESCAPE.finditer(text, start, end):
        digits = found[1] or found[2] or found[3]
        number = int(digits, 16) if digits else ord(_SHORT.get(found[4] or "", " "))
        if number > 0x10FFFF or FORBIDDEN.match(chr(number)):
            yield found.span()
