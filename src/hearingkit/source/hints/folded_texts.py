"""Texts of several paragraphs whose lines YAML joins, because the ``|`` is missing."""

import itertools
import re
from typing import Final

from hearingkit.source.lines import Lines, Span

# One empty line becomes a line break; two empty lines become one empty line.
_EMPTY_LINE: Final = re.compile(r"(?<=\S)[ \t]*\r?\n[ \t]*\r?\n(?=[ \t]*\S)")
_GAP: Final = re.compile(r"(?<=\S)[ \t]*\r?\n(?:[ \t]*\r?\n)+(?=[ \t]*\S)")
_ENTRY: Final = re.compile(r"^[ \t]*- (?=\S)", re.MULTILINE)
_WIDEST_INDENT: Final = 200
_HEADING: Final = re.compile(r"[ \t]*##{1,5}[ \t]+[^\s#].*")


def lost_structure(lines: Lines, text: Span, value: str) -> tuple[Span, str] | None:
    """Return the first line where a text loses a paragraph or a list, and which of the two.

    Args:
        lines: The file.
        text: The place of a text without ``|``, with its quotes or its ``>``.
        value: The value that YAML reads.

    Returns:
        None if nothing is lost.
    """
    said = lines.text[text.start : text.end]
    if not ("\n" in said or "\r" in said) or text.line == text.end_line:
        return None
    if said.startswith("|") or (said[0] == '"' and "\\" in said):
        return None
    if said[0] in "'\"" and "\n\n" in value:  # a program wrote it: it doubles empty lines
        return None
    below_mark = lines.starts[text.line] if said[0] == ">" else text.start
    empty = _EMPTY_LINE.search(lines.text, below_mark, text.end)
    gaps = len(_GAP.findall(lines.text, below_mark, text.end)) if empty else 0
    if empty and len(_GAP.findall(value)) < gaps:
        return _line_at(lines, empty.end()), "paragraph"
    entries = list(_ENTRY.finditer(lines.text, below_mark, text.end))
    if len(entries) > 1 and len(_ENTRY.findall(value)) < len(entries):
        return _line_at(lines, entries[1].start()), "list"
    return None


def heading_in_comment(lines: Lines, text: Span) -> Span | None:
    """Return the heading between a key and its text that YAML reads as a comment."""
    before = lines.text[max(text.start - _WIDEST_INDENT, 0) : text.start]
    if before.rstrip(" \t")[-1:] == ":":  # as nearly always, the key stands on this line
        return None
    indent = lines.text[text.start - min(text.column, _WIDEST_INDENT) + 1 : text.start]
    if text.column > _WIDEST_INDENT or indent.strip():
        return None
    above = range(text.line - 1, 0, -1)
    unread = list(itertools.takewhile(lambda number: _is_unread(lines.line(number)), above))
    first = text.line - len(unread)
    if not unread or not lines.line(first - 1).rstrip().endswith(":"):
        return None
    found = ((number, _HEADING.fullmatch(lines.line(number))) for number in reversed(unread))
    return next((_line_at(lines, lines.starts[number - 1]) for number, one in found if one), None)


def _is_unread(line: str) -> bool:
    return not line.strip() or line.lstrip().startswith("#")


def _line_at(lines: Lines, offset: int) -> Span:
    """Return the line of an offset, without the blanks around it."""
    number, _ = lines.position(offset)
    line, start = lines.line(number), lines.starts[number - 1]
    return lines.span(start + len(line) - len(line.lstrip()), start + len(line.rstrip()))
