"""Texts that YAML cuts off at a ``#``, although the rest may belong to the text."""

from typing import Final

from hearingkit.patterns import late_pattern
from hearingkit.source.lines import Lines, Span

# A row of signs is a divider, and "#hearingkit:" is a comment for this program.
_COMMENT: Final = late_pattern(r"[ \t]+(?P<said>#(?!hearingkit:)(?P<first>[^\W_])[^\r\n]*)")
_BLANKS: Final = (" ", "\t")
_BEFORE_COMMENT: Final = (*_BLANKS, ",", "#")
_BEGIN_A_BLOCK: Final = "&!|>"
_WORD: Final = late_pattern(r"[^\W\d_]{2,}")
_MOST_LOOKED_AT: Final = 1000
_NEAR: Final = late_pattern(r"(?:[ \t]*,)?(?P<said>#[^\r\n]*)")
_BLOCK: Final = late_pattern(r"(?:[&!]\S*\s+)*[|>]")
_NEAR_BAR: Final = late_pattern(rf"{_BLOCK.pattern}[-+0-9]*(?P<said>#[^\r\n]*)")


def comment_after_text(lines: Lines, start: int, end: int) -> Span | None:
    """Return the comment behind a text without quotes, if it may be the rest of the text.

    A number behind the ``#`` is probably no comment. A word may be a comment, as in ``#TODO``. So a
    word counts only if the text has several words, and is not a day or an id.

    Args:
        lines: The file.
        start: Offset where the text begins.
        end: Offset behind it.
    """
    if not lines.text.startswith(_BLANKS, end):  # as nearly always
        return None
    found = _COMMENT.match(lines.text, end)
    if found is None or not (found["first"].isdigit() or _has_words(lines, start, end)):
        return None
    begin, _ = found.span("said")
    return lines.span(begin, begin + len(found["said"].rstrip()))


def comment_without_space(lines: Lines, start: int, end: int) -> Span | None:
    """Return the comment right behind a quote, a bracket, a comma, or the mark of a block.

    YAML asks for a space in front of the ``#``, but its parsers do not.

    Args:
        lines: The text.
        start: Offset where a value, or its bracket, begins; with its anchor.
        end: Offset behind it.
    """
    if lines.text[start] not in _BEGIN_A_BLOCK and not lines.text.startswith(_BEFORE_COMMENT, end):
        return None  # as nearly always
    is_block = _BLOCK.match(lines.text, start, end)
    found = _NEAR_BAR.match(lines.text, start, end) if is_block else _NEAR.match(lines.text, end)
    return lines.span(*found.span("said")) if found else None


def _has_words(lines: Lines, start: int, end: int) -> bool:
    return len(_WORD.findall(lines.text, start, min(end, start + _MOST_LOOKED_AT))) > 1
