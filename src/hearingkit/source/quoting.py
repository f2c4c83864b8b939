"""Text from the file in messages: as it is, or as it should be."""

import difflib
import itertools
from collections.abc import Iterable
from typing import Final

from hearingkit.patterns import late_pattern
from hearingkit.source.lines import Lines

_LONGEST_LINE: Final = 100
_LONGEST_NAME: Final = 60
_MOST_COMPARED: Final = 1000  # words looked through for one to propose
_ENTRY: Final = late_pattern(r"\s*((?:- +)*(?:[^\s'\"#%][^:#]*: +)?)(.*?)\s*")


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


def quoted_entry(lines: Lines, offset: int) -> str:
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
