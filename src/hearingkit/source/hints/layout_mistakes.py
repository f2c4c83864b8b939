"""Mistakes between lines: indentation, colons, and lists among keys.

Each function knows one mistake and answers None to all others, as in ``value_mistakes``.
"""

import re
from typing import Final

import yaml

from hearingkit.source.hints.trouble import Mistake, Trouble

_INDENTATION: Final = re.compile(r"[ \t]*")
_GLUED: Final = re.compile(r"[ ]*(?:- +)*([\w-]+):(?!//)[^\s:]")
_SAME_COLUMN: Final = "let entries that belong together begin in the same column, with spaces"


def tab_as_indentation(trouble: Trouble) -> Mistake | None:
    """A tab in front of a line's text, where YAML wants spaces."""
    indentation = _INDENTATION.match(trouble.line)
    at = (indentation[0] if indentation else "").find("\t")
    hint = "use spaces; most editors can turn tabs into spaces"
    if at >= 0:
        start = trouble.line_start + at
        return Mistake(start, start + 1, "the line is indented with a tab", hint)
    if trouble.char == "\t":
        return Mistake(trouble.at, trouble.at + 1, "a tab stands where YAML wants spaces", hint)
    return None


def missing_key(trouble: Trouble) -> Mistake | None:
    """A line that begins with a colon."""
    if trouble.char != ":" or trouble.stem.strip():
        return None
    message = "the key in front of the colon is missing"
    return Mistake(
        trouble.at, trouble.at + 1, message, "write the key, or delete the colon", "HK012"
    )


def second_document(trouble: Trouble) -> Mistake | None:
    """More text behind three dots, which end the document."""
    ended = isinstance(trouble.last, yaml.DocumentEndEvent) and trouble.last.explicit
    if not ended:
        return None
    message = "text follows the three dots, which end the document"
    return Mistake(trouble.at, trouble.line_end, message, "delete the dots", "HK011")


def missing_space(trouble: Trouble) -> Mistake | None:
    """A colon without a space behind it, on the line that the parser could not end."""
    if "mapping values" in trouble.problem:
        number = trouble.lines.position(trouble.at)[0] - 1
    elif "expected ':'" in trouble.problem:
        number = trouble.lines.position(trouble.since)[0]
    else:
        return None
    found = _GLUED.match(trouble.lines.line(number)) if number else None
    if found is None:
        return None
    start = trouble.lines.starts[number - 1] + found.end(1)
    message = f'a space is missing behind the colon of "{found[1]}"'
    return Mistake(start, start + 1, message, f'write "{found[1]}: ", then the value')


def deeper_than_key(trouble: Trouble) -> Mistake | None:
    """A key that is indented as if it went on with the value above."""
    if "mapping values" not in trouble.problem:
        return None
    start = trouble.text_start
    message = "the line is indented deeper than the key above it"
    hint = f"{_SAME_COLUMN}; if the line belongs to the text above, put that in quotes"
    return Mistake(start, trouble.line_end, message, hint)


def list_beside_key(trouble: Trouble) -> Mistake | None:
    """A list that begins on the line of its key."""
    if "sequence entries" not in trouble.problem:
        return None
    message = "a list can't begin on the line of its key"
    hint = "begin it on the next line; put the value in quotes if the dash belongs to the text"
    return Mistake(trouble.at, trouble.at + 1, message, hint)


def no_colon(trouble: Trouble) -> Mistake | None:
    """A line among keys that has no colon."""
    if "expected ':'" not in trouble.problem:
        return None
    start = trouble.since
    end = start + len(trouble.lines.text[start : trouble.at].splitlines()[0].rstrip())
    if isinstance(trouble.last, yaml.ScalarEvent) and trouble.last.style in ("|", ">"):
        message = "the line is not indented deeper than the key whose text it continues"
        return Mistake(start, end, message, "indent all lines of the text by two spaces more")
    hint = "put a colon and a space behind a key; indent the line if it continues the text above"
    return Mistake(start, end, "the line has no key: its colon is missing", hint)


def list_among_keys(trouble: Trouble) -> Mistake | None:
    """A list entry in the column where keys are expected."""
    if "block mapping" not in trouble.during or not re.match(
        r"-(\s|$)", trouble.char + _next(trouble)
    ):
        return None
    hint = "a value is either a list or keys; indent the entry below the key that it belongs to"
    return Mistake(trouble.at, trouble.line_end, "a list entry stands among keys", hint)


def key_among_list(trouble: Trouble) -> Mistake | None:
    """A key in the column where list entries are expected."""
    in_list = "block collection" in trouble.during or "block sequence" in trouble.during
    column = trouble.lines.position(trouble.since)[1]
    if not in_list or trouble.lines.position(trouble.at)[1] != column:
        return None
    hint = 'begin the entry with "- ", or indent the line below the entry that it belongs to'
    return Mistake(trouble.at, trouble.line_end, "a key stands among the entries of a list", hint)


def wrong_indentation(trouble: Trouble) -> Mistake | None:
    """A line that begins in a column where nothing above it does."""
    if trouble.stem.strip() or not trouble.char:
        return None
    message = "the indentation of this line fits no line above it"
    return Mistake(trouble.at, trouble.line_end, message, _SAME_COLUMN)


def _next(trouble: Trouble) -> str:
    return trouble.lines.text[trouble.at + 1 : trouble.at + 2]
