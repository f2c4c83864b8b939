"""How wide text is where all letters are equally wide: on a terminal, in a mail."""

import re
import unicodedata
from typing import Final

_OF_ONE_COLUMN: Final = re.compile("[\0-\xac\xae-\u02ff]*")  # Latin letters; not the soft hyphen


def columns(text: str) -> int:
    """Return how many columns a text takes: Chinese letters two, a combining accent none."""
    return len(text) if _OF_ONE_COLUMN.fullmatch(text) else sum(map(_columns_of_one, text))


def _columns_of_one(character: str) -> int:
    if unicodedata.category(character) in {"Mn", "Me", "Cf"}:
        return 0
    return 2 if unicodedata.east_asian_width(character) in {"W", "F"} else 1
