"""Mistakes inside a value: quotes, brackets, and characters with a meaning in YAML.

Each function recognises one mistake, and returns None for all others. The parser's message is only
a first sign: libyaml and PyYAML use different words, and they say what the parser expected, not
what the user meant. The source decides.
"""

import re
from typing import Final

import yaml

from hearingkit.patterns import late_pattern
from hearingkit.source.events import event_offsets
from hearingkit.source.hints.parse_failure import Mistake, ParseFailure
from hearingkit.source.lines import Lines

_CLOSES: Final = {"[": "]", "{": "}"}
_KEY_BEFORE: Final = late_pattern(r"(?:^|[ {\[,])\S[^#]*?:[ \t]")
_LONGEST_LINE: Final = 100
_ENTRY: Final = late_pattern(r"\s*((?:- +)*(?:[^\s'\"#%][^:#]*: +)?)(.*?)\s*")


def unclosed_quote(failure: ParseFailure) -> Mistake | None:
    """A quote is opened, and the file or the document ends before it is closed."""
    if "quoted scalar" not in failure.during or "unexpected" not in failure.problem:
        return None
    mark = failure.lines.text[failure.since : failure.since + 1]
    return failure.mistake("quote_open", failure.since, mark=mark)


def bad_escape(failure: ParseFailure) -> Mistake | None:
    """A backslash in double quotes begins no escape, as in a Windows path."""
    if "quoted scalar" not in failure.during:
        return None
    text = failure.lines.text
    start = max(text.rfind("\\", failure.since, failure.at + 1), failure.since)
    found = re.compile(r"\\(?:u[0-9A-Fa-f]{4}|U[0-9A-Fa-f]{8}|.?)").match(text, start)
    escape = found[0] if found else text[start : start + 1]
    end = start + len(escape)
    if len(escape) > 2:
        return failure.mistake("no_escape", start, end, "HK004", escape=escape)
    return failure.mistake("no_escape", start, end, escape=escape)


def special_beginning(failure: ParseFailure) -> Mistake | None:
    """A value begins with a character that has a meaning in YAML."""
    words = ("an alias", "an anchor", "a tag", "a directive", "a %")
    if any(word in failure.during for word in words) or "tag handle" in failure.problem:
        at = failure.since
    elif any(word in failure.problem for word in ("any token", "node content", "mapping keys")):
        at = failure.at
    else:
        return None
    char = failure.lines.text[at : at + 1]
    if not char.strip():
        return None
    variant = "bracket_unopened" if char in _CLOSES.values() else "special_beginning"
    return failure.mistake(variant, at, mark=char, quoted=_quoted_entry(failure.lines, at))


def text_beside_block_mark(failure: ParseFailure) -> Mistake | None:
    """Text stands on the line of ``|`` or ``>``, and not on the lines below."""
    if "block scalar" not in failure.during:
        return None
    mark = failure.lines.text[failure.since : failure.since + 1]
    return failure.mistake("beside_block_mark", end=failure.line_end, mark=mark)


def unclosed_bracket(failure: ParseFailure) -> Mistake | None:
    """A list in brackets or a mapping in braces is not closed, or a comma is missing."""
    if (
        "flow" in failure.during
        and failure.lines.text[failure.since : failure.since + 1] in _CLOSES
    ):
        opened = failure.since
    elif failure.levels and failure.levels[-1].flow:
        opened = failure.levels[-1].start
    else:
        return None
    mark = failure.lines.text[opened]
    close = _CLOSES.get(mark)
    if close is None:
        return None
    if not _is_closed(failure.lines.text, opened):
        return failure.mistake("bracket_open", opened, mark=mark, close=close)
    # If the comma is missing at the end of a line, the parser fails at the colon of the next line.
    start = failure.text_start if failure.char == ":" and _goes_on(failure) else failure.at
    return failure.mistake("no_comma", start, failure.at + 1, close=close)


def text_behind_quote(failure: ParseFailure) -> Mistake | None:
    """Text follows a closing quote, or a quote further below closes the text."""
    last = failure.last
    if not isinstance(last, yaml.ScalarEvent) or last.style not in ("'", '"'):
        return None
    start, end = event_offsets(last)
    if failure.lines.text[end : failure.at].strip(" ") or not failure.char.strip():
        return None
    if not failure.on_one_line(start, end):
        number, _ = failure.lines.position(end)
        return failure.mistake("quote_closed_below", start, line=number)
    variant = "behind_single_quote" if last.style == "'" else "behind_double_quote"
    return failure.mistake(variant, end=failure.line_end)


def text_behind_bracket(failure: ParseFailure) -> Mistake | None:
    """Text follows a list in brackets or a mapping in braces."""
    last = failure.last
    if not isinstance(last, yaml.CollectionEndEvent):
        return None
    _, end = event_offsets(last)
    mark = failure.lines.text[max(end - 1, 0) : end]
    if mark not in _CLOSES.values() or failure.lines.text[end : failure.at].strip(" "):
        return None
    return failure.mistake("behind_bracket", end=failure.line_end, mark=mark)


def colon_in_text(failure: ParseFailure) -> Mistake | None:
    """A value without quotes contains a colon and a space."""
    if "mapping values" not in failure.problem or not _KEY_BEFORE.search(failure.text_before):
        return None
    return failure.mistake("colon_in_text", quoted=_quoted_entry(failure.lines, failure.at))


def _quoted_entry(lines: Lines, offset: int) -> str:
    """Return the line of an offset, with quotes around its value.

    It is empty if the line is too long, or if the offset is not in its value.
    """
    number, column = lines.position(offset)
    line = lines.line(number)
    found = _ENTRY.fullmatch(line)
    if found is None or len(line) > _LONGEST_LINE or column <= found.start(2):
        return ""
    value = found[2]
    if not value or value[0] in "'\"[{|>":
        return ""
    quoted = value.replace("'", "''")
    return f"{found[1]}'{quoted}'"


def _is_closed(text: str, opened: int) -> bool:
    """Return whether a bracket is closed; brackets inside texts are counted too."""
    depth = 0
    for found in re.compile(r"[\[\]{}]").finditer(text, opened):
        depth += 1 if found[0] in _CLOSES else -1
        if depth == 0:
            return True
    return False


def _goes_on(failure: ParseFailure) -> bool:
    """Return whether the last text began above the line of the failure, and continues there."""
    if not isinstance(failure.last, yaml.ScalarEvent):
        return False
    return not failure.on_one_line(event_offsets(failure.last)[0], failure.at)
