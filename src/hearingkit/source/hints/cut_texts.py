"""Texts that YAML cuts off at a ``#``, although the rest may belong to them."""

import re
from typing import Final

from hearingkit.source.lines import Lines, Span

# A line of signs is there to divide, and "#hearingkit:" speaks to this program.
_COMMENT: Final = re.compile(r"[ \t]+(?P<said>#(?!hearingkit:)(?P<first>[^\W_])[^\r\n]*)")
_WORD: Final = re.compile(r"[^\W\d_]{2,}")
_MOST_LOOKED_AT: Final = 1000


def cut_by_comment(lines: Lines, text: Span) -> Span | None:
    """Return the comment right behind a text without quotes, if it may be meant as its rest.

    A number behind the ``#`` is hardly a comment; a word may be one, as ``#TODO``, and is told of
    where the text is of several words, and no day or id.
    """
    found = _COMMENT.match(lines.text, text.end)
    if found is None or not (found["first"].isdigit() or _has_words(lines, text)):
        return None
    start, _ = found.span("said")
    return lines.span(start, start + len(found["said"].rstrip()))


def _has_words(lines: Lines, text: Span) -> bool:
    end = min(text.end, text.start + _MOST_LOOKED_AT)
    return len(_WORD.findall(lines.text, text.start, end)) > 1
