"""Read the text of a letter that somebody wrote in Word, as blocks with their paragraphs.

Libraries that turn Word files into Markdown do not tell of which paragraph a line is made. What a
letter can't hold is left out, and reported.
"""

import itertools
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Final

from hearingkit.documents.blocks import (
    Alignment,
    Block,
    Cell,
    Heading,
    Inline,
    LineBreak,
    Marker,
    Paragraph,
    Plain,
    Table,
    plain,
)
from hearingkit.documents.inlines import normal
from hearingkit.frozen import frozen
from hearingkit.intake.word_lists import WordItem, WordLists, nested
from hearingkit.intake.word_runs import Runs
from hearingkit.intake.word_styles import WordStyles
from hearingkit.letterheads.marks import Element, ParagraphText, W, tag_of
from hearingkit.letterheads.opening import loaded
from hearingkit.patterns import late_pattern
from hearingkit.source.word_files import NoWordFile, word_parts

if TYPE_CHECKING:
    from docx.document import Document as WordDocument

_CHANGES: Final = tuple(f"{W}{tag}" for tag in ("ins", "del", "moveFrom", "moveTo"))
_ALIGNED: Final = {"right": Alignment.RIGHT, "end": Alignment.RIGHT, "center": Alignment.CENTER}
_THROUGH: Final = {"sdt", "sdtContent", "customXml", "smartTag"}
# A label with a colon reads well without its tab, and so does the number of an item.
_COLUMNS: Final = late_pattern(r"(?!\(?\w{1,3}[.)]\t)[^\W_][^\t]*(?<!:)\t\s*\S")
_BREAKS: Final = late_pattern(r"\s*\n\s*")


@frozen
class Step:
    """A block, and the numbers of the paragraphs that it is made of; of a table, a row each."""

    block: Block
    numbers: tuple[int, ...]


@frozen
class WordText:
    """A text that was written in Word.

    Attributes:
        steps: Its blocks in order.
        shown: The text of each paragraph, by its number from 1.
        losses: What a letter can't hold: the number of its paragraph, what it is, and its words.
    """

    steps: tuple[Step, ...]
    shown: dict[int, str]
    losses: tuple[tuple[int, str, str], ...]


def read_text(data: bytes) -> WordText:
    """Return the text of a Word file.

    Raises:
        NoWordFile: If it is none, can't be read, or has tracked changes.
    """
    word_parts(data)
    word = loaded(data)
    if next(word.element.body.iter(*_CHANGES), None) is not None:
        raise NoWordFile("changed_word")
    return _Reading(word).done()


@dataclass(slots=True)
class _Reading:
    """A Word file while it is read."""

    word: "WordDocument"
    styles: WordStyles = field(init=False)
    lists: WordLists = field(init=False)
    runs: Runs = field(init=False)
    number: int = 0
    shown: dict[int, str] = field(default_factory=dict)
    columns: list[tuple[int, str]] = field(default_factory=list)

    def __post_init__(self) -> None:
        self.styles = WordStyles(self.word)
        self.lists = WordLists(self.word, self.styles)
        self.runs = Runs(self.word, self.styles)

    def done(self) -> WordText:
        steps = [*self._steps(self.word.element.body), *self._notes()]
        return WordText(tuple(steps), self.shown, tuple(dict.fromkeys(self.runs.losses)))

    def _steps(self, container: Element) -> Iterator[Step]:
        waiting: list[WordItem] = []
        for element in _below(container):
            entry = self._entry(element) if tag_of(element) == "p" else None
            if entry is not None:
                waiting.append(entry)
                continue
            made = [*self._step(element)]
            if made or tag_of(element) == "tbl":
                yield from _of_list(waiting)
                waiting = []
            yield from made
        yield from _of_list(waiting)

    def _entry(self, paragraph: Element) -> WordItem | None:
        """Return a paragraph as an item of a list; None where it is none."""
        place = self.lists.place_of(paragraph)
        if place is None or self.styles.level_of(paragraph):
            return None
        inlines = self._inlines(paragraph)
        if not plain(inlines).strip():
            return None
        if self.lists.is_lettered(place):
            self._lose_numbers(inlines)
        return WordItem(place, inlines, self.number, self.lists.count(place))

    def _step(self, element: Element) -> Iterator[Step]:
        if tag_of(element) == "tbl":
            yield from self._table(element)
            return
        if self.lists.place_of(element) is not None and not self.styles.level_of(element):
            return  # an item without text, which was counted
        level = self.styles.level_of(element)
        inlines = self._inlines(element, is_heading=bool(level))
        if plain(inlines).strip():
            place = self.lists.place_of(element) if level else None
            if place and place.marker is Marker.NUMBER:
                self._lose_numbers(inlines)
            block = Heading(level, inlines) if level else Paragraph(inlines)
            yield Step(block, (self.number,))

    def _lose_numbers(self, inlines: tuple[Inline, ...]) -> None:
        """Note the first numbers of Word that a letter has otherwise: of headings, and letters."""
        if not any(kind == "numbers" for _, kind, _ in self.runs.losses):
            self.runs.lose(self.number, "numbers", plain(inlines))

    def _inlines(self, paragraph: Element, *, is_heading: bool = False) -> tuple[Inline, ...]:
        self.number += 1
        found = self.runs.inlines(paragraph, self.number, is_heading=is_heading)
        self.shown[self.number] = _BREAKS.sub(" ", plain(found))
        self._look_for_columns(paragraph)
        return found

    def _look_for_columns(self, paragraph: Element) -> None:
        """Note the first of two lines that follow each other and are parted by tabs."""
        typed = ParagraphText(paragraph).text.split("\n")
        lines = [(self.number, line) for line in typed if _COLUMNS.match(line)]
        before = len(self.columns)
        self.columns = [*self.columns, *lines][:2] if lines else []
        if before < 2 <= len(self.columns):
            number, line = self.columns[0]
            self.runs.lose(number, "columns", line)

    def _table(self, table: Element) -> Iterator[Step]:
        rows: list[tuple[Cell, ...]] = []
        numbers: list[int] = []
        for row in table.iterchildren(f"{W}tr"):
            numbers.append(self.number + 1)
            rows.append(tuple(self._cells(row)))
        width = max(map(len, rows), default=0)
        if width:
            head, *rest = (row + ((),) * (width - len(row)) for row in rows)
            alignments = tuple(_alignment(table, column) for column in range(width))
            # The row below the head is the rule of Markdown's table.
            lines = (numbers[0], numbers[0], *numbers[1:])
            given = alignments if any(alignments) else ()
            yield Step(Table(head, tuple(rest), given), lines)

    def _cells(self, row: Element) -> Iterator[Cell]:
        for cell in row.iterchildren(f"{W}tc"):
            here = self.number + 1
            texts = [self._inlines(one) for one in cell.iter(f"{W}p")]
            joined = [inline for text in texts for inline in (LineBreak(), *text)][1:]
            span = cell.find(f"{W}tcPr/{W}gridSpan")
            extra = int(span.get(f"{W}val", "1")) - 1 if span is not None else 0
            if extra or cell.find(f"{W}tcPr/{W}vMerge") is not None:
                self.runs.lose(here, "merged", plain(tuple(joined)))
            if cell.find(f".//{W}tbl") is not None:
                self.runs.lose(here, "nested", plain(tuple(joined)))
            elif _lines_in(joined) > 1:
                self.runs.lose(here, "joined", plain(tuple(joined)))
            yield normal(Plain(" ") if isinstance(one, LineBreak) else one for one in joined)
            yield from ((),) * min(extra, 100)

    def _notes(self) -> Iterator[Step]:
        """Yield the notes at the foot of pages, behind the text, by the numbers that it has."""
        for mark, (number, texts) in enumerate(self.runs.notes, start=1):
            inlines = normal((Plain(f"[{mark}] "), *texts))
            yield Step(Paragraph(inlines), (number,))


def _lines_in(inlines: Sequence[Inline]) -> int:
    """Return how many lines with text there are."""
    lines = itertools.groupby(inlines, lambda one: isinstance(one, LineBreak))
    return sum(bool(plain(tuple(line)).strip()) for _, line in lines)


def _below(container: Element) -> Iterator[Element]:
    for child in container:
        if tag_of(child) in {"p", "tbl"}:
            yield child
        elif tag_of(child) in _THROUGH:
            yield from _below(child)


def _of_list(entries: Sequence[WordItem]) -> Iterator[Step]:
    for block, numbers in nested(entries):
        yield Step(block, numbers)


def _alignment(table: Element, column: int) -> Alignment | None:
    """Return the alignment that the first row below the head gives; None if it gives none."""
    for row in [*table.iterchildren(f"{W}tr")][1:2]:
        cells = [*row.iterchildren(f"{W}tc")]
        found = cells[column].find(f"{W}p/{W}pPr/{W}jc") if column < len(cells) else None
        if found is not None:
            return _ALIGNED.get(found.get(f"{W}val", ""), Alignment.LEFT)
    return None
