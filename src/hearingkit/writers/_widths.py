"""How wide the columns of a table are on paper."""

from hearingkit.documents.blocks import Table, plain

# In twips: an average bold letter of 10 points, generously, and what stands beside the text.
_LETTER_WIDTH, _CELL_MARGINS = 120, 216
_LONG_TEXT = 60


def column_widths(table: Table, width: int) -> list[int]:
    """Share out a width, in twips.

    Each column has room for its longest word; the rest goes by the length of its text.
    """
    columns = [[plain(cell) for cell in one] for one in zip(table.head, *table.rows, strict=True)]
    least = _narrowed([_least_width(column) for column in columns], width)
    spare = width - sum(least)
    wanted = [min(max(map(len, column)), _LONG_TEXT) or 1 for column in columns]
    every = sum(wanted)
    shared = [room + spare * share // every for room, share in zip(least, wanted, strict=True)]
    return [*shared[:-1], width - sum(shared[:-1])]


def _narrowed(widths: list[int], width: int) -> list[int]:
    """Where the longest words find no room, take it from the widest columns alone."""
    excess = [max(0, one - width // len(widths)) for one in widths]
    over, every = max(0, sum(widths) - width), sum(excess)
    return [
        one - -(-over * more // every) if over else one
        for one, more in zip(widths, excess, strict=True)
    ]


def _least_width(column: list[str]) -> int:
    words = (word for text in column for word in text.split())
    return _CELL_MARGINS + _LETTER_WIDTH * max(map(len, words), default=1)
