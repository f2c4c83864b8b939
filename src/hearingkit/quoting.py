"""Words of the user in messages: cut short, or those that are meant."""

import difflib
import itertools
from collections.abc import Iterable
from typing import Final

_LONGEST_NAME: Final = 60
_MOST_COMPARED: Final = 1000  # words looked through for one to propose


def shortened(text: str) -> str:
    """Return a text on one line, cut off if it is too long for a message."""
    line = " ".join(text.split())
    return line if len(line) <= _LONGEST_NAME else f"{line[: _LONGEST_NAME - 1]}…"


def nearest(given: str, known: Iterable[str]) -> str:
    """Return the known word that is meant by one that is misspelt; empty where none is near.

    Capital and small letters are the same here.
    """
    every = list(itertools.islice(known, _MOST_COMPARED + 1))
    if len(every) > _MOST_COMPARED:
        return ""
    words = {word.casefold(): word for word in sorted(every)}
    near = difflib.get_close_matches(shortened(given).casefold(), words, n=1)
    return words[near[0]] if near else ""


def did_you_mean(given: str, known: Iterable[str]) -> str:
    """Return ``; did you mean "address"?``, or nothing where no known word is near."""
    near = nearest(given, known)
    return f'; did you mean "{near}"?' if near else ""
