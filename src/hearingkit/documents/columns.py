"""How wide text is where all letters are equally wide: on a terminal, in a mail."""

import unicodedata
from collections.abc import Sequence
from typing import Final

from hearingkit.patterns import late_pattern

_OF_ONE_COLUMN: Final = late_pattern("[\0-\xac\xae-\u02ff]*")  # Latin letters; not the soft hyphen


def columns(text: str) -> int:
    """Return how many columns a text takes: Chinese letters two, a combining accent none."""
    return len(text) if _OF_ONE_COLUMN.fullmatch(text) else sum(map(_columns_of_one, text))


def widest(texts: Sequence[str]) -> int:
    """Return how many columns the widest of many texts takes; 0 where there are none."""
    text = "".join(texts)
    is_plain = text.isascii() or _OF_ONE_COLUMN.fullmatch(text)
    return max(map(len if is_plain else columns, texts), default=0)


def _columns_of_one(character: str) -> int:
    if unicodedata.category(character) in {"Mn", "Me", "Cf"}:
        return 0
    return 2 if unicodedata.east_asian_width(character) in {"W", "F"} else 1
