"""What stands around the names: menus of a page, letters of an index, who signs a mail."""

from collections.abc import Collection, Iterator, Sequence
from itertools import pairwise
from typing import Final

from hearingkit.intake.cells import CellWords, is_introduction, is_sentence, is_title
from hearingkit.intake.columns import exact_meaning
from hearingkit.intake.grid import GridRow

_FEWEST: Final = 2  # signs of a page
_LONGEST: Final = 60  # characters
_MOST_SIGNING: Final = 7  # lines


def outside_list(rows: Sequence[GridRow]) -> frozenset[int]:
    """Return the numbers of rows that name nobody, as what stands around them shows."""
    return _around_list(rows) | _index_letters(rows) | _above_introduction(rows)


def _around_list(rows: Sequence[GridRow]) -> frozenset[int]:
    """Return the numbers of the rows that are not of the list: of a page, or of a letter.

    A page has menus, and links below its texts. Its list is what stands between a usual heading,
    as «Høringsinstanser», and the next link, or the next word for a contact; without such a
    heading, the links alone are around it.
    """
    words = CellWords.of_any()
    known, usual = words.links, words.groups | words.list_names
    texts = [_text(row) if len(row.filled) == 1 else "" for row in rows]
    signed = frozenset(row.number for row in _signed(rows, texts))
    if not known.intersection(texts):
        return signed
    links = [place for place, text in enumerate(texts) if text in known]
    if len(links) < _FEWEST:
        return signed
    titles = (place for place, text in enumerate(texts) if text in usual)
    start = next(titles, None)
    if start is None:
        return frozenset(rows[place].number for place in links)
    below = range(start + 1, len(rows))
    end = next(
        (one for one in below if texts[one] in known or exact_meaning(texts[one])), len(rows)
    )
    return frozenset(row.number for row in (*rows[:start], *rows[end:]))


def _above_introduction(rows: Sequence[GridRow]) -> frozenset[int]:
    """Return the numbers of the rows above a sentence or a title, and the words that introduce all.

    So the head of a bill stands above «Forslaget ble sendt på høring …» and «Sendt til:».
    """
    lines = [row.cells[row.filled[0]] if len(row.filled) == 1 else "" for row in rows]
    first = next((at for at, line in enumerate(lines) if is_introduction(line)), 0)
    above = lines[first - 1] if first else ""
    is_told = is_sentence(above) or is_title(above)
    return frozenset(row.number for row in rows[:first] if is_told)


def _index_letters(rows: Sequence[GridRow]) -> frozenset[int]:
    """Return the numbers of rows that are letters of an index, each above names that it begins."""
    found = frozenset(row.number for row, next_ in pairwise(rows) if _is_letter_of(row, next_))
    return found if len(found) >= _FEWEST else frozenset()


def _is_letter_of(row: GridRow, next_: GridRow) -> bool:
    letter = _text(row) if len(row.filled) == 1 else ""
    return len(letter) == 1 and letter.isalpha() and _text(next_).startswith(letter)


def _signed(rows: Sequence[GridRow], texts: Sequence[str]) -> Iterator[GridRow]:
    """Yield the greeting above all others, and the lines below one that ends a letter."""
    words = CellWords.of_any()
    if texts and texts[0].rstrip(",!") in words.greetings:
        yield rows[0]
    last = range(max(0, len(texts) - _MOST_SIGNING), len(texts))
    end = next((one for one in last if _begins(texts[one], words.closings)), len(texts))
    yield from rows[end:]


def _begins(text: str, closings: Collection[str]) -> bool:
    """Return whether a line is one that ends a letter, with its name or without: ``Mvh. Etaten``.

    A single word needs a sign behind it: a body may be called so, as «Helsing kommune».
    """
    for one in closings:
        behind = (".", ",", "!", " ") if " " in one else (".", ",", "!")
        if text == one or (text.startswith(one) and text[len(one) :].startswith(behind)):
            return True
    return False


def _text(row: GridRow) -> str:
    text = row.cells[row.filled[0]]
    return text.strip(" :").casefold() if len(text) <= _LONGEST else ""
