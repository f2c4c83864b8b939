"""Mistakes inside a value: quotes, brackets, and characters that mean something else to YAML.

Each function knows one mistake and answers None to all others. The parser's words only narrow the
search: they differ between libyaml and PyYAML, and tell what was expected, not what was meant. What
counts is what stands in the source.
"""

import re
from typing import Final

import yaml

from hearingkit.source.events import offsets
from hearingkit.source.hints.trouble import Mistake, Trouble
from hearingkit.source.quoting import quoted_line

_CLOSES: Final = {"[": "]", "{": "}"}
_KEY_BEFORE: Final = re.compile(r"(?:^|[ {\[,])\S[^#]*?:[ \t]")


def unclosed_quote(trouble: Trouble) -> Mistake | None:
    """A quote is opened and the file, or the document, ends before it closes."""
    if "quoted scalar" not in trouble.during or "unexpected" not in trouble.problem:
        return None
    return _never_closed(trouble.since, trouble.lines.text[trouble.since : trouble.since + 1])


def bad_escape(trouble: Trouble) -> Mistake | None:
    """A backslash in double quotes that begins no escape, as in a Windows path."""
    if "quoted scalar" not in trouble.during:
        return None
    text = trouble.lines.text
    start = max(text.rfind("\\", trouble.since, trouble.at + 1), trouble.since)
    found = re.compile(r"\\(?:u[0-9A-Fa-f]{4}|U[0-9A-Fa-f]{8}|.?)").match(text, start)
    escape = found[0] if found else text[start : start + 1]
    end = start + len(escape)
    if len(escape) > 2:
        hint = "delete the escape, or write the character itself"
        return Mistake(start, end, f'"{escape}" stands for no character', hint, "HK004")
    hint = "write the backslash twice, or use single quotes, where it stands for itself"
    return Mistake(start, end, f'"{escape}" is no escape that YAML knows', hint)


def special_beginning(trouble: Trouble) -> Mistake | None:
    """A value begins with a character that means something else to YAML."""
    words = ("an alias", "an anchor", "a tag", "a directive", "a %")
    if any(word in trouble.during for word in words) or "tag handle" in trouble.problem:
        at = trouble.since
    elif any(word in trouble.problem for word in ("any token", "node content", "mapping keys")):
        at = trouble.at
    else:
        return None
    char = trouble.lines.text[at : at + 1]
    if not char.strip():
        return None
    message = f'a text can\'t begin with "{char}" unless it is in quotes'
    if char in _CLOSES.values():
        message = f'"{char}" closes nothing that is open'
    return Mistake(at, at + 1, message, quoted_line(trouble.lines, at))


def text_beside_block_mark(trouble: Trouble) -> Mistake | None:
    """Text on the line of ``|`` or ``>``, which announce text on the lines below."""
    if "block scalar" not in trouble.during:
        return None
    mark = trouble.lines.text[trouble.since : trouble.since + 1]
    message = f'text can\'t stand on the same line as "{mark}"'
    hint = f'begin the text on the next line, indented; use quotes if "{mark}" belongs to it'
    return Mistake(trouble.at, trouble.line_end, message, hint)


def unclosed_bracket(trouble: Trouble) -> Mistake | None:
    """A list in brackets or a mapping in braces that doesn't end, or lacks a comma."""
    if (
        "flow" in trouble.during
        and trouble.lines.text[trouble.since : trouble.since + 1] in _CLOSES
    ):
        opened = trouble.since
    elif trouble.levels and trouble.levels[-1].flow:
        opened = trouble.levels[-1].start
    else:
        return None
    mark = trouble.lines.text[opened]
    close = _CLOSES.get(mark)
    if close is None:
        return None
    if not _is_closed(trouble.lines.text, opened):
        return _never_closed(opened, mark)
    message = f'a "," or "{close}" is missing in front of this'
    hint = 'put a comma between entries; put a text with ":" or "," in it in quotes'
    # A comma that is missing at the end of a line shows at the colon of the next one.
    start = trouble.text_start if trouble.char == ":" and _goes_on(trouble) else trouble.at
    return Mistake(start, trouble.at + 1, message, hint)


def text_behind_quote(trouble: Trouble) -> Mistake | None:
    """Text goes on behind a closing quote, or the quote was closed by the next one below."""
    last = trouble.last
    if not isinstance(last, yaml.ScalarEvent) or last.style not in ("'", '"'):
        return None
    start, end = offsets(last)
    if trouble.lines.text[end : trouble.at].strip(" ") or not trouble.char.strip():
        return None
    if not trouble.on_one_line(start, end):
        number, _ = trouble.lines.position(end)
        message = f"the quote that opens here is only closed in line {number}"
        return Mistake(start, start + 1, message, "add the closing quote where the text ends")
    hint = "put single quotes around the whole value; the double quotes may stay inside"
    if last.style == "'":
        hint = "write an apostrophe inside single quotes twice, or use double quotes around it all"
    return Mistake(trouble.at, trouble.line_end, "text follows the closing quote", hint)


def text_behind_bracket(trouble: Trouble) -> Mistake | None:
    """Text goes on behind a list in brackets or a mapping in braces."""
    last = trouble.last
    if not isinstance(last, yaml.CollectionEndEvent):
        return None
    _, end = offsets(last)
    mark = trouble.lines.text[max(end - 1, 0) : end]
    if mark not in _CLOSES.values() or trouble.lines.text[end : trouble.at].strip(" "):
        return None
    message = f'text follows the closing "{mark}"'
    hint = "put the whole value in quotes if the bracket belongs to the text"
    return Mistake(trouble.at, trouble.line_end, message, hint)


def colon_in_text(trouble: Trouble) -> Mistake | None:
    """A colon and a space inside a value that is not in quotes."""
    if "mapping values" not in trouble.problem or not _KEY_BEFORE.search(trouble.stem):
        return None
    message = "a colon and a space end a key; a text that holds them has to be in quotes"
    hint = quoted_line(trouble.lines, trouble.at)
    return Mistake(trouble.at, trouble.at + 1, message, hint)


def _never_closed(start: int, mark: str) -> Mistake:
    if mark in _CLOSES:
        hint = f'add "{_CLOSES[mark]}"; put the value in quotes if the "{mark}" belongs to the text'
        return Mistake(start, start + 1, f'"{mark}" is opened here and never closed', hint)
    message = "a quote is opened here and never closed"
    return Mistake(start, start + 1, message, f"add the closing {mark} where the text ends")


def _is_closed(text: str, opened: int) -> bool:
    """Tell whether a bracket is closed, counting brackets wherever they stand."""
    depth = 0
    for found in re.compile(r"[\[\]{}]").finditer(text, opened):
        depth += 1 if found[0] in _CLOSES else -1
        if depth == 0:
            return True
    return False


def _goes_on(trouble: Trouble) -> bool:
    """Tell whether the last text goes on in the line of the spot."""
    if not isinstance(trouble.last, yaml.ScalarEvent):
        return False
    return not trouble.on_one_line(offsets(trouble.last)[0], trouble.at)
