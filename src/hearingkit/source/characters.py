"""Characters that a letter cannot show and an editor does not show.

The line separators NEL, U+2028 and U+2029 belong to them. YAML ends a line there. So one value in
the editor could become two keys.
"""

import re
from collections.abc import Iterator
from typing import Final

FORBIDDEN: Final = re.compile(
    "[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\u2028\u2029\ud800-\udfff\ufdd0-\ufdef\ufeff\ufffe\uffff]"
)
"""Characters that YAML, XML or Unicode do not allow in a text, and the line separators."""

TOO_HIGH: Final = re.compile(r"\\U(?!0010|000[0-9A-Fa-f])[0-9A-Fa-f]{8}")
"""An escape for a number that is too high to be a Unicode character."""

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
