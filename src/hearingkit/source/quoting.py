"""What somebody wrote, shown in a message: as it stands, or as it should stand."""

import re
from typing import Final

from hearingkit.source.lines import Lines

QUOTE_IT: Final = "put the text in quotes"

_LONGEST_LINE: Final = 100
_LONGEST_NAME: Final = 60
_ENTRY: Final = re.compile(r"\s*((?:- +)*(?:[^\s'\"#%][^:#]*: +)?)(.*?)\s*")


def shown(text: str) -> str:
    """Return a text on one line, cut where it is too long for a message."""
    line = " ".join(text.split())
    return line if len(line) <= _LONGEST_NAME else f"{line[: _LONGEST_NAME - 1]}…"


def quoted_line(lines: Lines, offset: int) -> str:
    """Return advice to put the value at an offset in single quotes, with the line as it becomes.

    Without the line where it is too long to be repeated, or the offset is not in its value.
    """
    number, column = lines.position(offset)
    line = lines.line(number)
    found = _ENTRY.fullmatch(line)
    if found is None or len(line) > _LONGEST_LINE or column <= found.start(2):
        return QUOTE_IT
    value = found[2]
    if not value or value[0] in "'\"[{|>":
        return QUOTE_IT
    quoted = value.replace("'", "''")
    return f"{QUOTE_IT}: {found[1]}'{quoted}'"
