"""Mistakes inside a value: quotes, brackets, and characters with a meaning in YAML.

Each function recognises one mistake, and returns None for all others. The parser's message is only
a first sign: libyaml and PyYAML use different words, and they say what the parser expected, not
what the user meant. The source decides.
"""

import re
from typing import Final

import yaml

from hearingkit.source.events import event_offsets
from hearingkit.source.hints.parse_failure import Mistake, ParseFailure
from hearingkit.source.quoting import advice_to_quote

_CLOSES: Final = {"[": "]", "{": "}"}
_KEY_BEFORE: Final = re.compile(r"(?:^|[ {\[,])\S[^#]*?:[ \t]")


def unclosed_quote(failure: ParseFailure) -> Mistake | None:
    """A quote is opened, and the file or the document ends before it is closed."""
    if "quoted scalar" not in failure.during or "unexpected" not in failure.problem:
        return None
    return _never_closed(failure.since, failure.lines.text[failure.since : failure.since + 1])


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
        hint = "delete the escape, or write the character itself"
        return Mistake(start, end, f'"{escape}" stands for no character', hint, "HK004")
    hint = "write the backslash twice, or use single quotes, where it stands for itself"
    return Mistake(start, end, f'"{escape}" is no escape that YAML knows', hint)


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
    message = f'a text can\'t begin with "{char}" unless it is in quotes'
    if char in _CLOSES.values():
        message = f'"{char}" closes nothing that is open'
    return Mistake(at, at + 1, message, advice_to_quote(failure.lines, at))


def text_beside_block_mark(failure: ParseFailure) -> Mistake | None:
    """Text stands on the line of ``|`` or ``>``, and not on the lines below."""
    if "block scalar" not in failure.during:
        return None
    mark = failure.lines.text[failure.since : failure.since + 1]
    message = f'text can\'t stand on the same line as "{mark}"'
    hint = f'begin the text on the next line, indented; use quotes if "{mark}" belongs to it'
    return Mistake(failure.at, failure.line_end, message, hint)


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
        return _never_closed(opened, mark)
    message = f'a "," or "{close}" is missing in front of this'
    hint = 'put a comma between entries; put a text with ":" or "," in it in quotes'
    # If the comma is missing at the end of a line, the parser fails at the colon of the next line.
    start = failure.text_start if failure.char == ":" and _goes_on(failure) else failure.at
    return Mistake(start, failure.at + 1, message, hint)


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
        message = f"the quote that opens here is only closed in line {number}"
        return Mistake(start, start + 1, message, "add the closing quote where the text ends")
    hint = "put single quotes around the whole value; the double quotes may stay inside"
    if last.style == "'":
        hint = "write an apostrophe inside single quotes twice, or use double quotes around it all"
    return Mistake(failure.at, failure.line_end, "text follows the closing quote", hint)


def text_behind_bracket(failure: ParseFailure) -> Mistake | None:
    """Text follows a list in brackets or a mapping in braces."""
    last = failure.last
    if not isinstance(last, yaml.CollectionEndEvent):
        return None
    _, end = event_offsets(last)
    mark = failure.lines.text[max(end - 1, 0) : end]
    if mark not in _CLOSES.values() or failure.lines.text[end : failure.at].strip(" "):
        return None
    message = f'text follows the closing "{mark}"'
    hint = "put the whole value in quotes if the bracket belongs to the text"
    return Mistake(failure.at, failure.line_end, message, hint)


def colon_in_text(failure: ParseFailure) -> Mistake | None:
    """A value without quotes contains a colon and a space."""
    if "mapping values" not in failure.problem or not _KEY_BEFORE.search(failure.text_before):
        return None
    message = "a colon and a space end a key; a text that holds them has to be in quotes"
    hint = advice_to_quote(failure.lines, failure.at)
    return Mistake(failure.at, failure.at + 1, message, hint)


def _never_closed(start: int, mark: str) -> Mistake:
    if mark in _CLOSES:
        hint = f'add "{_CLOSES[mark]}"; put the value in quotes if the "{mark}" belongs to the text'
        return Mistake(start, start + 1, f'"{mark}" is opened here and never closed', hint)
    message = "a quote is opened here and never closed"
    return Mistake(start, start + 1, message, f"add the closing {mark} where the text ends")


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
