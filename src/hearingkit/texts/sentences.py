"""Sentences of a plain text: the one place that knows where a sentence ends."""

import functools
import re
from bisect import bisect_right
from collections.abc import Sequence
from typing import Final

from hearingkit.language.dates import month_names
from hearingkit.language.language import Language
from hearingkit.language.words import Words
from hearingkit.patterns import late_pattern

CAPITALS: Final = "A-ZÀ-ÖØ-ÞČĐŊŠŦŽ"
"""The capital letters of Nordic languages and their neighbours, for a pattern."""
_END: Final = late_pattern(
    r"[\n\u2028.!?](?:"  # then what makes it an end
    r"(?<=\n)\n*"
    r"|(?:(?<=[.!?])[»«”\"’')\]]*[ \u00a0\u2028]+(?:\| )?|(?<=\u2028))"
    rf"(?=[«»“”\"‘’'(\[]?[{CAPITALS}]))"
)
_WORD: Final = late_pattern(r"[^\W\d_]+")
_WORD_BEFORE: Final = late_pattern(r"[^\s(\[«»“”\"|]{1,12}\Z")


class AbbreviationWords(Words):
    """Abbreviations with a full stop behind them.

    Attributes:
        whole: In small letters, with the full stops inside.
        ends: The same, as the last part of any word: «saksnr.».
    """

    section = "texts.sentences"

    whole: frozenset[str]
    ends: tuple[str, ...]


@functools.lru_cache(maxsize=64)
def sentence_starts(plain: str) -> Sequence[int]:
    """Return where the sentences of a plain text begin, in order; the first begins at 0.

    An item of a list and a row of a table are sentences of their own. An abbreviation, an initial
    and the number of a day end no sentence. In a row, a cell may end one.
    """
    ends = (
        found.end()
        for found in _END.finditer(plain)
        if not found[0].startswith(".") or not _is_inside(plain, found)
    )
    return (0, *ends)


def sentence_at(plain: str, offset: int) -> tuple[int, int]:
    """Return where the sentence around an offset begins, and where the next one does."""
    starts = sentence_starts(plain)
    number = bisect_right(starts, offset)
    return starts[max(number - 1, 0)], starts[number] if number < len(starts) else len(plain)


def _is_inside(plain: str, found: re.Match[str]) -> bool:
    """Return whether a full stop belongs to the word before it, or to the number of a day."""
    stop = found.start()
    before = _WORD_BEFORE.search(plain, max(0, stop - 12), stop)
    word = before[0].casefold() if before else ""
    behind = _WORD.match(plain, found.end())
    if word.isdigit():
        return behind is not None and behind[0].casefold() in _months()
    is_name = before and len(word) > 1 and before[0].isalpha() and before[0].isupper()
    if is_name and not (behind and behind[0].isupper()):
        return False  # KL is a body, and no «kl.», unless all is in capitals
    short = AbbreviationWords.of_any()
    is_initial = len(word) == 1 and word.isalpha()
    return is_initial or word in short.whole or word.endswith(short.ends)


@functools.cache
def _months() -> frozenset[str]:
    return frozenset(name for language in Language for name in month_names(language))
