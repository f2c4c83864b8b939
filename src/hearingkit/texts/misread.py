r"""Letters that another program has misread, or keeps in signs of its own: Ã¸, =C3=B8, \u00f8, ﬁ.

A file in UTF-8 that is opened as Windows' own encoding shows two signs for an ø; a mail's source
has the numbers of its bytes. A PDF may hold two letters as the one sign by which it prints them, in
which no search finds the word. What had no letter to show for a byte leaves U+FFFD, and a picture
that was copied along with a text U+FFFC.
"""

import re
import unicodedata
from collections.abc import Iterator
from typing import Final

from hearingkit.patterns import late_pattern
from hearingkit.texts.line_search import holding

_HIGH: Final = "".join(
    bytes([byte]).decode("cp1252", "ignore") or chr(byte) for byte in range(0x80, 0xC0)
)
"""What all bytes of a letter in UTF-8, but the first, are to a program that is misled."""
_JOINED: Final = "\ufb00\ufb01\ufb02\ufb03\ufb04\ufb05\ufb06"
_MISREAD: Final = late_pattern(
    rf"(?P<signs>[ÂÃ][{_HIGH}]|â[{_HIGH}]{{2}})"
    r"|(?P<bytes>(?:[=%][C-E][0-9A-F])(?:[=%][89AB][0-9A-F]){1,2})"
    r"|\\u(?P<number>00[A-Fa-f][0-9A-Fa-f])"
    rf"|(?P<joined>[{_JOINED}])"
    r"|(?P<object>\ufffc)"
    r"|(?:[^\W_]{0,40}\ufffd){1,40}[^\W_]{0,40}"
)
may_hold_misread: Final = holding(
    *_JOINED, *("Â", "Ã", "â", "\ufffc", "\ufffd", "\\u00", "%C", "%D", "%E", "=C", "=D", "=E")
)


def misread(prose: str) -> Iterator[tuple[re.Match[str], str]]:
    """Yield what stands for a letter, and that letter; empty where it is lost.

    The group ``joined`` of a match is several letters that are one sign, ``object`` what stands for
    a picture.

    Args:
        prose: A text in which addresses are hidden by NUL: there, %C3%B8 is right.
    """
    if not may_hold_misread(prose):
        return
    for found in _MISREAD.finditer(prose):
        meant = _meant(found)
        if meant is not None:
            yield found, meant


def _meant(found: re.Match[str]) -> str | None:
    """Return the letter that is meant; empty if it is lost, None if it is no letter at all."""
    if found["joined"]:
        return unicodedata.normalize("NFKC", found[0])
    if found["number"]:
        return chr(int(found["number"], 16))
    if found["bytes"]:
        written = bytes.fromhex(re.sub("[=%]", "", found[0]))
    elif found["signs"]:
        written = b"".join(map(_byte, found[0]))
    else:
        return ""
    letter = written.decode("utf-8", "ignore")
    return letter if letter.isprintable() and letter else None


def _byte(sign: str) -> bytes:
    # Five bytes are no sign to Windows; they are shown as if in Latin-1.
    return sign.encode("cp1252", "ignore") or sign.encode("latin-1")
