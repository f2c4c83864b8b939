"""Mistakes in the layout of lines: indentation, colons, and lists among keys.

Each function recognises one mistake, and returns None for all others, as in ``value_mistakes``.
"""

import re
from typing import Final

import yaml

from hearingkit.source.hints.parse_failure import Mistake, ParseFailure

_INDENTATION: Final = re.compile(r"[ \t]*")
_GLUED: Final = re.compile(r"[ ]*(?:- +)*([\w-]+):(?!//)[^\s:]")
_SAME_COLUMN: Final = "let entries that belong together begin in the same column, with spaces"


def tab_as_indentation(failure: ParseFailure) -> Mistake | None:
    """A tab stands in front of the text of a line, where YAML wants spaces."""
    indentation = _INDENTATION.match(failure.line)
    at = (indentation[0] if indentation else "").find("\t")
    hint = "use spaces; most editors can turn tabs into spaces"
    if at >= 0:
        start = failure.line_start + at
        return Mistake(start, start + 1, "the line is indented with a tab", hint)
    if failure.char == "\t":
        return Mistake(failure.at, failure.at + 1, "a tab stands where YAML wants spaces", hint)
    return None


def missing_key(failure: ParseFailure) -> Mistake | None:
    """A line begins with a colon."""
    if failure.char != ":" or failure.text_before.strip():
        return None
    message = "the key in front of the colon is missing"
    return Mistake(
        failure.at, failure.at + 1, message, "write the key, or delete the colon", "HK012"
    )


def second_document(failure: ParseFailure) -> Mistake | None:
    """Text follows three dots, which end the document."""
    ended = isinstance(failure.last, yaml.DocumentEndEvent) and failure.last.explicit
    if not ended:
        return None
    message = "text follows the three dots, which end the document"
    return Mistake(failure.at, failure.line_end, message, "delete the dots", "HK011")


def missing_space(failure: ParseFailure) -> Mistake | None:
    """The space behind a colon is missing, on the line before the failure."""
    if "mapping values" in failure.problem:
        number = failure.lines.position(failure.at)[0] - 1
    elif "expected ':'" in failure.problem:
        number = failure.lines.position(failure.since)[0]
    else:
        return None
    found = _GLUED.match(failure.lines.line(number)) if number else None
    if found is None:
        return None
    start = failure.lines.starts[number - 1] + found.end(1)
    message = f'a space is missing behind the colon of "{found[1]}"'
    return Mistake(start, start + 1, message, f'write "{found[1]}: ", then the value')


def deeper_than_key(failure: ParseFailure) -> Mistake | None:
    """A key is indented like the continuation of the value above."""
    if "mapping values" not in failure.problem:
        return None
    start = failure.text_start
    message = "the line is indented deeper than the key above it"
    hint = f"{_SAME_COLUMN}; if the line belongs to the text above, put that in quotes"
    return Mistake(start, failure.line_end, message, hint)


def list_beside_key(failure: ParseFailure) -> Mistake | None:
    """A list begins on the line of its key."""
    if "sequence entries" not in failure.problem:
        return None
    message = "a list can't begin on the line of its key"
    hint = "begin it on the next line; put the value in quotes if the dash belongs to the text"
    return Mistake(failure.at, failure.at + 1, message, hint)


def no_colon(failure: ParseFailure) -> Mistake | None:
    """A line among keys has no colon."""
    if "expected ':'" not in failure.problem:
        return None
    start = failure.since
    end = start + len(failure.lines.text[start : failure.at].splitlines()[0].rstrip())
    if isinstance(failure.last, yaml.ScalarEvent) and failure.last.style in ("|", ">"):
        message = "the line is not indented deeper than the key whose text it continues"
        return Mistake(start, end, message, "indent all lines of the text by two spaces more")
    hint = "put a colon and a space behind a key; indent the line if it continues the text above"
    return Mistake(start, end, "the line has no key: its colon is missing", hint)


def list_among_keys(failure: ParseFailure) -> Mistake | None:
    """A list entry stands in the column of keys."""
    if "block mapping" not in failure.during or not re.match(
        r"-(\s|$)", failure.char + _next(failure)
    ):
        return None
    hint = "a value is either a list or keys; indent the entry below the key that it belongs to"
    return Mistake(failure.at, failure.line_end, "a list entry stands among keys", hint)


def key_among_list(failure: ParseFailure) -> Mistake | None:
    """A key stands in the column of list entries."""
    in_list = "block collection" in failure.during or "block sequence" in failure.during
    column = failure.lines.position(failure.since)[1]
    if not in_list or failure.lines.position(failure.at)[1] != column:
        return None
    hint = 'begin the entry with "- ", or indent the line below the entry that it belongs to'
    return Mistake(failure.at, failure.line_end, "a key stands among the entries of a list", hint)


def wrong_indentation(failure: ParseFailure) -> Mistake | None:
    """A line begins in a column where no line above begins."""
    if failure.text_before.strip() or not failure.char:
        return None
    message = "the indentation of this line fits no line above it"
    return Mistake(failure.at, failure.line_end, message, _SAME_COLUMN)


def _next(failure: ParseFailure) -> str:
    return failure.lines.text[failure.at + 1 : failure.at + 2]
