"""Texts of several lines without their ``|``: YAML looks for keys and lists in them.

The parser fails far below the key: at a colon, behind a heading, at the second paragraph. So this
module looks for the key above, and checks whether the lines below it look like a text.
"""

import re
from collections.abc import Iterator
from typing import Final

from hearingkit.patterns import late_pattern
from hearingkit.source.hints.parse_failure import Mistake, ParseFailure
from hearingkit.source.lines import Lines

_KEY: Final = late_pattern(r"[ ]*(?:- +)*(?P<name>[a-z][\w-]*):(?:[ \t]+(?P<value>.*))?$")
_LISTED: Final = late_pattern(r"[-*][ \t]+")
_OTHER_STYLE: Final = late_pattern(r"[|>'\"&!]|\{(?!\{)|\[(?![^\[\]]*\]\()")
_SENTENCE_ENDS: Final = (".", "!", "?", ":")
_FEWEST_WORDS: Final = 3

_NumberedKey = tuple[int, re.Match[str]]


def text_without_mark(failure: ParseFailure) -> Mistake | None:
    """A text of several lines, below its key or beginning beside it, has no ``|``."""
    lines = failure.lines
    number = _line_at_fault(failure)
    above = _key_above(lines, number)
    if above is None or not _is_text_of(lines, above, number):
        return None
    key_number, key = above
    start = lines.starts[key_number - 1] + key.start("name")
    name = key["name"]
    return failure.mistake("no_bar", start, start + len(name) + 1, name=name)


def _line_at_fault(failure: ParseFailure) -> int:
    at = failure.since if "expected ':'" in failure.problem else failure.at
    return failure.lines.position(at)[0]


def _key_above(lines: Lines, number: int) -> _NumberedKey | None:
    """Return the key above a line, in its column or further left, and the number of its line."""
    line = lines.line(number)
    if found := _KEY.match(line):
        value = found["value"]
        if value and ": " in value + " ":
            below = next(_text_lines(lines, number + 1, len(lines.starts)), "")
            if _indent(below) > found.start("name") and _reads_as_text(below):
                return number, found
    indent = _indent(line)
    for above in range(number - 1, 0, -1):
        found = _KEY.match(lines.line(above))
        if found and found.start("name") <= indent:
            is_far = found.start("name") < indent
            parted = not found["value"] or not lines.line(above + 1).strip()
            return (above, found) if is_far or (parted and _reads_as_text(line)) else None
    return None


def _is_text_of(lines: Lines, above: _NumberedKey, number: int) -> bool:
    """Return whether the lines from a key to the line of the failure are a text."""
    key_number, key = above
    if key["value"] and key["value"].strip() and not key["value"].startswith("#"):
        is_plain = not _OTHER_STYLE.match(key["value"])
        return is_plain and (number == key_number or _reads_as_text(lines.line(number)))
    before = list(_text_lines(lines, key_number + 1, number - 1))
    at_fault = lines.line(number)
    first = before[0] if before else at_fault
    if _LISTED.match(first.strip()):
        is_plain = not _KEY.match(first)
        return is_plain and _reads_as_text(at_fault) and _ends_a_sentence(at_fault)
    if _KEY.match(first) or len(first.split()) < _FEWEST_WORDS - 1:
        return False
    is_listed = bool(before and _LISTED.match(at_fault.strip()))
    return _reads_as_text(at_fault) or is_listed or len(before) > 1 or _ends_a_sentence(first)


def _text_lines(lines: Lines, first: int, last: int) -> Iterator[str]:
    """Yield the lines from one number to another that are neither empty nor comments."""
    for number in range(first, last + 1):
        line = lines.line(number)
        if line.strip() and not line.lstrip().startswith("#"):
            yield line


def _reads_as_text(line: str) -> bool:
    words = _LISTED.sub("", line.strip(), count=1)
    return not _KEY.match(line) and len(words.split()) >= _FEWEST_WORDS


def _ends_a_sentence(line: str) -> bool:
    return line.rstrip().endswith(_SENTENCE_ENDS)


def _indent(line: str) -> int:
    return len(line) - len(line.lstrip(" "))
