"""Texts of several paragraphs whose lines YAML joins, because the ``|`` is missing."""

import itertools
import re
from typing import Final

from hearingkit.patterns import late_pattern
from hearingkit.source.lines import Lines, Span

# One empty line becomes a line break; two empty lines become one empty line.
_EMPTY_LINE: Final = late_pattern(r"(?<=\S)[ \t]*\r?\n[ \t]*\r?\n(?=[ \t]*\S)")
_GAP: Final = late_pattern(r"(?<=\S)[ \t]*\r?\n(?:[ \t]*\r?\n)+(?=[ \t]*\S)")
_ENTRY: Final = late_pattern(r"^[ \t]*- (?=\S)", re.MULTILINE)
_WIDEST_INDENT: Final = 200
_HEADING: Final = late_pattern(r"[ \t]*##{1,5}[ \t]+[^\s#].*")


def lost_structure(lines: Lines, start: int, end: int, value: str) -> tuple[Span, str] | None:
    """Return the first line where a text loses a paragraph or a list, and which of the two.

    Args:
        lines: The file.
        start: Offset where a text without ``|`` begins, with its quotes or its ``>``.
        end: Offset behind it.
        value: The value that YAML reads.

    Returns:
        None if nothing is lost.
    """
    said = lines.text[start:end]
    if not ("\n" in said or "\r" in said):  # as nearly always
        return None
    text = lines.span(start, end)
    is_escaped = said[0] == '"' and "\\" in said
    if text.line == text.end_line or said.startswith("|") or is_escaped:
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


def heading_in_comment(lines: Lines, start: int) -> Span | None:
    """Return the heading between a key and its text that YAML reads as a comment."""
    if lines.text.endswith((": ", "- "), 0, start):  # as nearly always, both stand on one line
        return None
    text = lines.span(start, start)
    before = lines.text[max(start - _WIDEST_INDENT, 0) : start]
    if before.rstrip(" \t")[-1:] == ":":
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
