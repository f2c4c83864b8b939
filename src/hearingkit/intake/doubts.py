"""What of a list somebody should look at: what its columns are taken for, and doubtful names."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import Final

from hearingkit.intake.cells import cleaned, group_in
from hearingkit.intake.grid import GridRow, letters
from hearingkit.patterns import late_pattern
from hearingkit.quoting import shortened

_MOST_COMMAS: Final = 2  # in the name of one body
_LONGEST: Final = 200  # signs of a name with an address
_WITH_ADDRESS: Final = late_pattern(r".*\D\d{1,4}\s?[A-Za-z]?,?\s+\d{4}\s+[^\W\d_]{2}.*")


def columns_told(
    sheet: str, rows: Iterable[GridRow], columns: Sequence[str], titles: Mapping[int, str]
) -> Iterator[str]:
    """Yield what the columns of a sheet are taken for, where more than one holds something.

    Args:
        sheet: Its name; empty if it has none.
        rows: Its rows, without heads.
        columns: Their meaning; empty where it isn't known.
        titles: Their heads, by column; empty where there is no head.
    """
    filled = frozenset[int]().union(*{row.filled for row in rows})
    taken = {one: meaning for one, meaning in enumerate(columns) if meaning and one in filled}
    if len(taken) > 1:
        names = {one: shortened(cleaned(titles.get(one, ""))) for one in taken}
        places = {one: letters(one) if sheet else str(one + 1) for one in taken}
        pairs = (f"{names[one] or places[one]} = {meaning}" for one, meaning in taken.items())
        where, how = f"{sheet}: " if sheet else "", "" if titles else " (there is no head)"
        yield f"{where}{', '.join(pairs)}{how}"


def hidden_rows_told(rows: Iterable[GridRow]) -> Iterator[str]:
    """Yield that rows of a sheet are hidden."""
    hidden = [row.number for row in rows if row.is_hidden]
    if hidden:
        are = f"row {hidden[0]} is" if len(hidden) == 1 else f"{len(hidden)} rows are"
        first = "" if len(hidden) == 1 else f", the first in row {hidden[0]}"
        yield f"{are} hidden, and read as the others{first}"


def doubts_about(name: str) -> Iterator[str]:
    """Yield what is to be reported of a name.

    It may be a heading and several names, or have a postal address in it that nobody can part from
    it with certainty: ``Etaten Storgata 5 0101 OSLO``.
    """
    is_list = name.count(",") + name.count(";") > _MOST_COMMAS
    if is_list or (group_in(name)[0] and any(sign in name for sign in ",;")):
        yield "may be several; write each on a line of its own"
    if _WITH_ADDRESS.fullmatch(name[:_LONGEST]):
        yield "has an address in it; write that on lines of its own"
