"""Labels above a line without words: the heads of its columns in a table, or the line above."""

from typing import Final

_CELL: Final = " | "
_LONGEST: Final = 60  # signs; a longer line is no label, but a sentence
_NO_LABEL: Final = (".", "!", "?")  # at the end of a sentence


def label_above(plain: str, start: int, end: int) -> str:
    """Return the label of a stretch of a plain text in whose line there are no words.

    That is the head of its column, in a table with one row below the head, or the line above it.

    Args:
        plain: The text as readers see it.
        start: Where the stretch begins.
        end: Where it ends.

    Returns:
        The label without its colon; empty where there is none.
    """
    first = plain.rfind("\n", 0, start) + 1
    last = (plain + "\n").find("\n", end)
    if _CELL in plain[first:last]:
        return _head_of_column(plain, first, last, plain.count(_CELL, first, start))
    above = plain[:first].rstrip().rpartition("\n")[2].strip(" :")
    return "" if len(above) > _LONGEST or above.endswith(_NO_LABEL) else above


def _head_of_column(plain: str, first: int, last: int, column: int) -> str:
    """Return the head of a column above a row that is the only one; else the empty string."""
    above = plain[:first].rpartition("\n\n")[2].splitlines()
    is_last = last >= len(plain) or plain.startswith("\n\n", last)
    heads = above[0].split(_CELL) if is_last and len(above) == 1 else []
    return heads[column] if column < len(heads) else ""
