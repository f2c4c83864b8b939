"""Mistakes in the layout of lines: indentation, colons, and lists among keys.

Each function recognises one mistake, and returns None for all others, as in ``value_mistakes``.
"""

import re
from typing import Final

import yaml

from hearingkit.patterns import late_pattern
from hearingkit.source.characters import named
from hearingkit.source.hints.parse_failure import Mistake, ParseFailure
from hearingkit.source.hints.unseen_spaces import unseen_in_structure

_INDENTATION: Final = late_pattern(r"[ \t]*")
_GLUED: Final = late_pattern(r"[ ]*(?:- +)*([\w-]+):(?!//)[^\s:]")


def unseen_space(failure: ParseFailure) -> Mistake | None:
    """A space that only looks like one stands where YAML wants that of the keyboard."""
    numbers = {failure.lines.position(offset)[0] for offset in (failure.since, failure.at)}
    for number in sorted(numbers | {max(numbers) - 1} - {0}):
        at = unseen_in_structure(failure.lines.line(number))
        if at is not None:
            start = failure.lines.starts[number - 1] + at
            facts = named(failure.lines.text[start])
            return failure.mistake("unseen", start, start + 1, code="HK004", **facts)
    return None


def tab_as_indentation(failure: ParseFailure) -> Mistake | None:
    """A tab stands in front of the text of a line, where YAML wants spaces."""
    indentation = _INDENTATION.match(failure.line)
    at = (indentation[0] if indentation else "").find("\t")
    if at >= 0:
        return failure.mistake("tab_indents", failure.line_start + at)
    return failure.mistake("tab") if failure.char == "\t" else None


def missing_key(failure: ParseFailure) -> Mistake | None:
    """A line begins with a colon."""
    if failure.char != ":" or failure.text_before.strip():
        return None
    return failure.mistake("missing", code="HK012")


def second_document(failure: ParseFailure) -> Mistake | None:
    """Text follows three dots, which end the document."""
    if not (isinstance(failure.last, yaml.DocumentEndEvent) and failure.last.explicit):
        return None
    return failure.mistake("ended", end=failure.line_end, code="HK011")


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
    return failure.mistake("no_space", start, key=found[1])


def deeper_than_key(failure: ParseFailure) -> Mistake | None:
    """A key is indented like the continuation of the value above."""
    if "mapping values" not in failure.problem:
        return None
    return failure.mistake("too_deep", failure.text_start, failure.line_end)


def list_beside_key(failure: ParseFailure) -> Mistake | None:
    """A list begins on the line of its key."""
    if "sequence entries" not in failure.problem:
        return None
    return failure.mistake("list_beside_key")


def no_colon(failure: ParseFailure) -> Mistake | None:
    """A line among keys has no colon."""
    if "expected ':'" not in failure.problem:
        return None
    start = failure.since
    end = start + len(failure.lines.text[start : failure.at].splitlines()[0].rstrip())
    in_text = isinstance(failure.last, yaml.ScalarEvent) and failure.last.style in ("|", ">")
    return failure.mistake("text_not_indented" if in_text else "no_colon", start, end)


def list_among_keys(failure: ParseFailure) -> Mistake | None:
    """A list entry stands in the column of keys."""
    entry = re.compile(r"-(\s|$)").match(failure.lines.text, failure.at)
    if "block mapping" not in failure.during or not entry:
        return None
    return failure.mistake("list_among_keys", end=failure.line_end)


def key_among_list(failure: ParseFailure) -> Mistake | None:
    """A key stands in the column of list entries."""
    in_list = "block collection" in failure.during or "block sequence" in failure.during
    column = failure.lines.position(failure.since)[1]
    if not in_list or failure.lines.position(failure.at)[1] != column:
        return None
    return failure.mistake("key_among_list", end=failure.line_end)


def wrong_indentation(failure: ParseFailure) -> Mistake | None:
    """A line begins in a column where no line above begins."""
    if failure.text_before.strip() or not failure.char:
        return None
    return failure.mistake("fits_no_line", end=failure.line_end)
