"""Which rows of a sheet are headings over recipients."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from itertools import pairwise
from typing import Final

from hearingkit.intake import cells
from hearingkit.intake.blocks import headings_of_blocks
from hearingkit.intake.grid import Continued, GridRow
from hearingkit.model.text import LONGEST_LINE
from hearingkit.patterns import late_pattern

_NUMBER: Final = late_pattern(r"\(?(?:\d{1,2}|[IVX]{1,4}|[A-H])[.)]\s+(?=[^\W\d_a-zæøå])")
_FEWEST_NUMBERED: Final = 2
_LONGEST_LETTERS: Final = 6
_LONGEST_ENDING: Final = 2  # «Statsforvaltar|ne», «departement|a»
_ITEM: Final = late_pattern(r"\s*\(?\d{1,3}[.)]\s+(?=[^\W\d_a-zæøå])")
_MOST_ABOVE: Final = 3  # headings that stand right above a table of Word
_OUTLINE: Final = late_pattern(r"\s*\d{1,2}(?:\.\d{1,2}){0,3}\.?\s*")
_COUNT: Final = late_pattern(r"\s*\(\s*\d{1,4}(?:\s+stk\.?)?\s*\)\s*:?$")


class Headings:
    """What tells that rows of a sheet are headings.

    Args:
        rows: Its rows that hold text.
        heads: The meaning of columns, by the number of a row that is their head.
        is_above: Whether a table stands right below them.
    """

    def __init__(
        self,
        rows: Sequence[GridRow],
        heads: Mapping[int, tuple[str, ...]],
        *,
        is_above: bool = False,
    ) -> None:
        self._heads = heads
        is_short = is_above and len(rows) <= _MOST_ABOVE
        self._trusts_looks = is_short or sum(map(_looks_alone, rows)) * 2 <= len(rows)
        self._trusts_capitals = self._begin_blocks(rows)
        self._trusts_numbers = _parts_by_number(rows)
        self._follows = {row.number: next_ for row, next_ in pairwise(rows)}
        self._has_gaps = any(next_.number > row + 1 for row, next_ in self._follows.items())
        self._ends = {row.number for row in rows}
        self._has_names_alone = all(len(row.filled) == 1 for row in rows)
        self._of_blocks = headings_of_blocks(rows) if self._has_gaps else frozenset[int]()

    def is_one(self, row: GridRow, meaning: str) -> bool:
        """Return whether a row is a heading.

        Args:
            row: The row.
            meaning: What the column of its first cell holds.
        """
        if len(row.filled) != 1 or row.heading:
            return False
        text = cells.cleaned(row.cells[row.filled[0]])
        if "@" in text or not any(map(str.isalpha, text)) or len(text) > LONGEST_LINE:
            return False
        if cells.is_title(text):
            return False
        return (
            (row.looks_like_heading and self._trusts_looks)
            or (text.endswith(":") and not cells.is_introduction(text))
            or self._is_usual(row, text)
            or (self._trusts_capitals and _is_capital(text))
            or meaning == "heading"
            or (self._trusts_numbers and _is_numbered(row))
            or self._stands_above_head(row, text)
            or row.number in self._of_blocks
        )

    def _begin_blocks(self, rows: Sequence[GridRow]) -> bool:
        """Return whether rows in capitals, two at least, all stand right above others."""
        capital = {
            row.number
            for row in rows
            if (text := row.cells[row.filled[0]]).isupper() and _is_capital(cells.cleaned(text))
        }
        numbers = {row.number for row in rows}
        stand_above = capital <= {number - 1 for number in numbers - capital}
        stand_first = all(number - 1 not in numbers for number in capital)
        alone = {row.number for row in rows if len(row.filled) == 1}
        is_sheet = capital == alone - set(self._heads_of_columns()) and len(alone) < len(rows)
        return len(capital) >= _FEWEST_NUMBERED and stand_above and (stand_first or is_sheet)

    def _heads_of_columns(self) -> list[int]:
        return [number for number, head in self._heads.items() if head]

    def _is_usual(self, row: GridRow, text: str) -> bool:
        """Return whether a text is a known heading; one that may be a body begins a block."""
        words = cells.CellWords.of_any()
        if _COUNT.search(text):
            return True
        if text.casefold() not in words.collectives:
            return cells.is_group(text) or cells.says_dropped(text) or _says_copy_to(text)
        if self._has_names_alone:
            return self._stands_over_kin(row, text)
        if not self._has_gaps:
            return True
        is_followed = (
            row.number in self._follows and self._follows[row.number].number == row.number + 1
        )
        return is_followed and row.number - 1 not in self._ends

    def _stands_over_kin(self, row: GridRow, text: str) -> bool:
        """Return whether the next row is one of those that a text names: ``Statsforvalteren i …``.

        Else it stands for all of them.
        """
        next_ = self._follows.get(row.number)
        below = next_.cells[next_.filled[0]] if next_ else ""
        return text[:-_LONGEST_ENDING].casefold() in below.casefold() and not cells.is_collective(
            below
        )

    def _stands_above_head(self, row: GridRow, text: str) -> bool:
        next_ = self._follows.get(row.number)
        is_said = cells.is_remark(text) or cells.is_sentence(text) or cells.has_date(text)
        return bool(next_ and self._heads.get(next_.number)) and not is_said


def _says_copy_to(text: str) -> bool:
    """Return whether a text says to whom a copy goes; «Kopi» alone may be a body."""
    return " " in text and cells.says_copy(text)


def _is_capital(text: str) -> bool:
    """Return whether a text is of capitals, and too long to be letters for a name."""
    return text.isupper() and len(text) > _LONGEST_LETTERS and text.replace(" ", "").isalpha()


def _looks_alone(row: GridRow) -> bool:
    return row.looks_like_heading and len(row.filled) == 1


def heading_in(text: str) -> str:
    """Return a heading without the number before it, and the count behind: ``Kommuner (98)``."""
    bare = _NUMBER.sub("", text, count=1) if _NUMBER.match(text) else text
    return _COUNT.sub("", bare).rstrip() or text


def unnumbered(rows: Sequence[GridRow]) -> list[GridRow]:
    """Return rows without the numbers before their names, where most have them: ``1. LO``."""
    if _is_outlined(rows):
        return [*_without_outline(rows)]
    firsts = [row.filled[0] for row in rows]
    found = [_ITEM.match(row.cells[one]) for row, one in zip(rows, firsts, strict=True)]
    if sum(map(bool, found)) * 3 < len(rows) * 2 or len(rows) < 3:
        return list(rows)
    return [
        replace(row, cells=(*row.cells[:one], row.cells[one][match.end() :], *row.cells[one + 1 :]))
        if match
        else row
        for row, one, match in zip(rows, firsts, found, strict=True)
    ]


def _is_outlined(rows: Sequence[GridRow]) -> bool:
    """Return whether the first cells of rows number them on two levels: 1, 1.1, 1.2, 2."""
    numbered = [
        row for row in rows if len(row.filled) > 1 and _OUTLINE.fullmatch(row.cells[row.filled[0]])
    ]
    levels = {row.cells[row.filled[0]].strip(" .").count(".") for row in numbered}
    return len(levels) > 1 and len(numbered) * 3 >= len(rows) * 2


def _without_outline(rows: Sequence[GridRow]) -> Iterator[GridRow]:
    """Yield rows without their numbers; one that stands above lower ones is a heading."""
    levels = [_level(row) for row in rows]
    for row, level, next_ in zip(rows, levels, [*levels[1:], -1], strict=True):
        if level < 0:
            yield row
            continue
        first = row.filled[0]
        is_heading = len(row.filled) == 2 and next_ > level
        cells_ = (*row.cells[:first], "", *row.cells[first + 1 :])
        yield replace(row, cells=cells_, looks_like_heading=is_heading)


def _level(row: GridRow) -> int:
    """Return how deep the number is that a row begins with; -1 where it has none."""
    first = row.cells[row.filled[0]].strip()
    return first.strip(".").count(".") if _OUTLINE.fullmatch(first) and len(row.filled) > 1 else -1


def says_itself(rows: Sequence[GridRow], column: int) -> bool:
    """Return whether each row of a column says its group, so that an empty cell is of none.

    It does if the same stands in two rows that follow each other, and neither is merged.
    """
    texts = [row.cells[column] if column in row.filled else "" for row in rows]
    return any(
        one and one == next_ and not isinstance(next_, Continued) for one, next_ in pairwise(texts)
    )


def _is_numbered(row: GridRow) -> bool:
    text = row.cells[row.filled[0]].lstrip() if len(row.filled) == 1 else ""
    return "@" not in text and bool(_NUMBER.match(text))


def _parts_by_number(rows: Sequence[GridRow]) -> bool:
    """Return whether numbered rows stand over others, and none of them over another."""
    if any(len(row.filled) > 1 and _NUMBER.match(row.cells[row.filled[0]]) for row in rows):
        return False
    numbered = [_is_numbered(row) for row in rows]
    if sum(numbered) < _FEWEST_NUMBERED:
        return False
    return not any(one and next_ for one, next_ in pairwise([*numbered, True]))
