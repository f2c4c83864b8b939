"""The place of each character of a YAML text in its file.

The value of a scalar differs from its source: YAML joins lines, removes indentation and replaces
escapes. The parser reports only the start and the end of the scalar. So this module reads its
source again.
"""

import re
from array import array
from collections.abc import Callable, Iterable, Sequence
from typing import Final

from hearingkit.patterns import late_pattern
from hearingkit.source.lines import Span

_PROPERTIES: Final = late_pattern(r"(?:[&!]\S*(?:\s|#[^\r\n]*)+)*")
_REST_OF_LINE: Final = late_pattern(r"[^\r\n]*")
_BREAK: Final = late_pattern(r"\r\n|\r|\n")
_EMPTY_LINES: Final = late_pattern(r"(?: *[\r\n])*(?P<indentation> *)")
_JOINED: Final = late_pattern(r" |\n*")

_PLAIN: Final = late_pattern(r"(?P<fold>[ \t]*[\r\n][ \t\r\n]*)|(?P<same>[^ \t\r\n]+|[ \t]+)")
_QUOTED: Final = {
    "'": late_pattern(
        r"(?P<fold>[ \t]*[\r\n][ \t\r\n]*)|(?P<escape>'')|(?P<same>[^' \t\r\n]+|[ \t]+)"
    ),
    '"': late_pattern(
        r"(?P<fold>(?:\\|[ \t]*)[\r\n][ \t\r\n]*)"
        r"|(?P<escape>\\(?:x.{2}|u.{4}|U.{8}|.))"
        r"|(?P<same>[^\\ \t\r\n]+|[ \t]+)"
    ),
}

_Pieces = Iterable[re.Match[str]]
_FoldSize = Callable[[re.Match[str], str, int], int]


def value_offsets(text: str, scalar: Span, value: str) -> Sequence[int] | None:
    """Return the offset of each character of a scalar's value.

    Args:
        text: The text of the file.
        scalar: The place of the scalar, with its anchor, its tag and the header of a block. The
            last blanks and line ends of a block may be missing.
        value: The scalar's value.

    Returns:
        One offset in ``text`` for each character, and the offset behind the last one. An escape has
        the offset of its backslash. A space or a line end that YAML makes from a line end has the
        offset behind the text of that line. None if the value was not written here: an alias.
    """
    properties = _PROPERTIES.match(text, scalar.start, scalar.end)
    start, end = properties.end() if properties else scalar.start, scalar.end
    mark = text[start : start + 1]
    if mark in ("|", ">"):
        return _block_offsets(text, start, end, value)
    if mark in _QUOTED:
        start, end = start + 1, end - 1
    if text[start:end] == value:
        return range(start, end + 1)
    pieces = _QUOTED.get(mark, _PLAIN).finditer(text, start, end)
    return _offsets(pieces, value, end, _flow_fold_size)


def _block_offsets(text: str, start: int, end: int, value: str) -> Sequence[int] | None:
    header = _REST_OF_LINE.match(text, start, end)
    body = header.end() if header else end
    indentation = max(_indentation(text, body, end) - _indentation(value, 0, len(value)), 0)
    pieces = re.compile(
        rf"(?P<fold>(?:(?:\r\n|\r|\n) {{0,{indentation}}})+)|(?P<same>[^\r\n]+)"
    ).finditer(text, body, end)
    # The line end of the header begins the first fold, which may contain empty lines.
    offsets = _offsets(pieces, f"\n{value}", end, _block_fold_size)
    return offsets[1:] if offsets else None


def _indentation(text: str, start: int, end: int) -> int:
    """Return the number of spaces in front of the first line that is not empty."""
    found = _EMPTY_LINES.match(text, start, end)
    return len(found["indentation"]) if found else 0


def _offsets(pieces: _Pieces, value: str, end: int, fold_size: _FoldSize) -> Sequence[int] | None:
    offsets = array("l")
    for piece in pieces:
        done = len(offsets)
        if piece.lastgroup == "fold":
            offsets.extend(_line_ends(piece)[: fold_size(piece, value, done)])
        elif piece.lastgroup == "escape":
            offsets.append(piece.start())
        elif value.startswith(piece[0], done):
            offsets.extend(range(*piece.span()))
        else:
            return None
    left = len(value) - len(offsets)
    if left < 0 or value[len(offsets) :].strip():
        return None
    offsets.extend([end] * (left + 1))
    return offsets


def _line_ends(fold: re.Match[str]) -> list[int]:
    """Return the offsets of the line ends in a fold; the first with the blanks before it."""
    found = [line_end.start() for line_end in _BREAK.finditer(fold.string, *fold.span())]
    return [fold.start(), *found[1:]]


def _flow_fold_size(fold: re.Match[str], _value: str, _done: int) -> int:
    """Return the number of characters that replace a fold in a plain or quoted scalar."""
    line_ends = len(_BREAK.findall(fold[0]))
    return line_ends - 1 if fold[0].startswith("\\") else max(line_ends - 1, 1)


def _block_fold_size(_fold: re.Match[str], value: str, done: int) -> int:
    """Return the number of characters that replace a fold in a block.

    The value shows the number: a fold becomes one space or some line ends. The text behind the fold
    never begins with a line end, and it begins with a space only behind a line end.
    """
    found = _JOINED.match(value, done)
    return found.end() - done if found else 0
