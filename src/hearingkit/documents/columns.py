"""How wide text is where all letters are equally wide: on a terminal, in a mail."""

import functools
import unicodedata


def columns(text: str) -> int:
    """Return how many columns a text takes: Chinese letters two, a combining accent none."""
    return len(text) if text.isascii() else sum(map(_columns_of_one, text))


@functools.lru_cache(maxsize=4096)
def _columns_of_one(character: str) -> int:
    if unicodedata.category(character) in {"Mn", "Me", "Cf"}:
        return 0
    return 2 if unicodedata.east_asian_width(character) in {"W", "F"} else 1
