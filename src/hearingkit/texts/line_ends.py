"""Line ends that Markdown does not keep: a line below a list, and lines pasted from Word.

A line end within a paragraph is a blank on paper. So a line that begins something new is looked
for: one that would have had room on the line above, or that follows a whole sentence.
"""

import enum
import itertools
import re
from collections.abc import Iterator, Sequence
from typing import Final, assert_never

from hearingkit.frozen import frozen
from hearingkit.language.words import Words
from hearingkit.patterns import late_pattern
from hearingkit.texts.reading import InlineText, Reading, Stretch, WrittenLine
from hearingkit.texts.sentences import CAPITALS

_LEAST_WIDTH: Final = 60
_LONGEST_HEADING: Final = 40
_LONGEST_WRAPPED: Final = 120  # signs: no editor wraps a line that far to the right
_MUCH_ROOM: Final = 20  # signs: that of several words
_CAPITAL: Final = late_pattern(r"[*_\[(«»“”\"’']{0,4}[" + CAPITALS + "]")
_FIGURE: Final = late_pattern(r"[0-9§]|\{\{")
_SENTENCE_END: Final = late_pattern(r"[.!?:][*_)»«“”\"’']{0,4}\Z")
_WHOLE: Final = late_pattern(r"\S+ \S+ .*[.!?][*_)»«“”\"’']{0,4}\Z")
_ENDS_ANYHOW: Final = late_pattern(r"[^\w\s]\Z")
_GOES_ON: Final = r"(?i)(?:[,:(/–-]|\b%goes_on\.?)\Z"
# «skole- og fritid» is whole, and so is «inn-, ut- og på».
_BROKEN: Final = r"(?i)(?<![\w-])[^\W_]{2,40}- (?!%behind_hyphens(?!\w))[^\W_]{2,40}(?![\w-])"
_NUMBERED: Final = late_pattern(r"§{1,2}\s?[0-9]{1,4}\b|[0-9]{1,4}[.)]?(?=[ \u00a0])")
# What stands before the tab is no bullet, number or letter alone: that is a list.
_TABBED: Final = late_pattern(r"(?:[^\W_][^\t]+|[0-9])\t[\t ]*\S")
_BESIDE_A_LETTER: Final = late_pattern(r"[^\W\d_]\)\t")


class LineWords(Words):
    """What tells whether a line goes on.

    Attributes:
        goes_on: Words with which no sentence ends; of an abbreviation, without its full stop.
        behind_hyphens: Words behind the hyphen of a word that lends its end from another one.
    """

    section = "texts.line_ends"

    goes_on: tuple[str, ...]
    behind_hyphens: tuple[str, ...]


class Pasted(enum.Enum):
    """What lines were before they were pasted."""

    NUMBERS = enum.auto()
    TABLE = enum.auto()
    PARAGRAPHS = enum.auto()
    HEADING = enum.auto()


_FEWEST: Final = 2
_FEWEST_SENTENCES: Final = 3
"""How many lines can't end like that by chance; a sentence may end where its line does."""


@frozen
class Run:
    """Lines that are printed as one paragraph, though each was meant to stand alone."""

    kind: Pasted
    lines: tuple[WrittenLine, ...]


def stuck_lines(reading: Reading) -> Iterator[WrittenLine]:
    """Yield the lines right below an item of a list that begin like a new sentence.

    They belong to the item, as any line that is not parted from it. One that begins with a figure
    is found where it alone ends as a sentence, and stands far from the end of the line above.
    """
    width = _width(reading)
    for in_list, passages in itertools.groupby(reading.paragraphs, lambda one: one.depth > 0):
        if in_list:
            items = [reading.lines(passage) for passage in passages]
            yield from (line for item in items if (line := _stuck_to(item, items, width)))


def stuck_rows(reading: Reading) -> Iterator[Stretch]:
    """Yield the first line right below each table that has no | as rows have, and becomes one."""
    for one in reading.tables:
        if len(one.table.head) > 1:
            below = (row for row in one.rows if "|" not in reading.says(row))
            yield from itertools.islice(below, 1)


def broken_words(prose: str) -> Iterator[re.Match[str]]:
    """Yield the words of which a hyphen at the end of a line, and a blank behind it, made two."""
    return LineWords.pattern(_BROKEN).finditer(prose) if "- " in prose else iter(())


def pasted_lines(reading: Reading) -> Run | None:
    """Return the first lines of a text that look pasted; None where there are none."""
    width = _width(reading)
    found = (_run_in(reading.lines(one), width, one.depth) for one in _long(reading))
    return next(filter(None, found), None)


def _long(reading: Reading) -> Iterator[InlineText]:
    return (one for one in reading.paragraphs if "\n" in one.content)


def _width(reading: Reading) -> int:
    """Return how many signs have room on a line of a text."""
    return max(_LEAST_WIDTH, *map(len, reading.markdown.split("\n")), 0)


def _stuck_to(
    item: Sequence[WrittenLine], items: Sequence[Sequence[WrittenLine]], width: int
) -> WrittenLine | None:
    for number, (above, line) in enumerate(itertools.pairwise(item), 1):
        if line.column >= item[0].column or above.is_broken:
            continue
        if _begins_anew(above, line) and (
            _has_room(above, line, width) or _is_unlike(item[number:], above, items)
        ):
            return line
        if (
            _begins_anew(above, line, _FIGURE)
            and _has_room(above, line, width - _MUCH_ROOM)
            and _is_unlike(item[number:], above, items)
        ):
            return line
    return None


def _begins_anew(above: WrittenLine, line: WrittenLine, begin: re.Pattern[str] = _CAPITAL) -> bool:
    return bool(begin.match(line.text)) and not LineWords.pattern(_GOES_ON).search(above.text)


def _has_room(above: WrittenLine, line: WrittenLine, width: int) -> bool:
    """Return whether the first word of a line could have stood on the line above."""
    return above.column + len(above.text) + 1 + len(line.text.partition(" ")[0]) <= width


def _is_unlike(
    rest: Sequence[WrittenLine], above: WrittenLine, items: Sequence[Sequence[WrittenLine]]
) -> bool:
    """Return whether lines are a sentence in a list in which no other item, nor theirs, ends so."""
    others = [one[-1] for one in items if one[-1] is not rest[-1]]
    if not others or not _SENTENCE_END.search(rest[-1].text):
        return False
    return not any(_SENTENCE_END.search(one.text) for one in (*others, above))


def _run_in(lines: Sequence[WrittenLine], width: int, depth: int) -> Run | None:
    """Return the first run of lines of a paragraph that were pasted."""
    for kind in Pasted:
        for run in _runs(kind, lines, width):
            if _is_pasted(kind, run, width, depth) and _begins_run(lines, run[0]):
                return Run(kind, tuple(run))
    return None


def _is_pasted(kind: Pasted, run: Sequence[WrittenLine], width: int, depth: int) -> bool:
    """Return whether the lines of a run can't end like that by chance.

    A sentence may end where a line is wrapped: two of them tell something only outside lists, where
    the first one is much shorter than others in the text, or longer than any editor makes it.
    """
    if kind is not Pasted.PARAGRAPHS or len(run) != _FEWEST:
        return len(run) >= (_FEWEST_SENTENCES if kind is Pasted.PARAGRAPHS else _FEWEST)
    above, line = run
    end = above.column + len(above.text)
    has_much_room = max(end + _MUCH_ROOM, _LEAST_WIDTH + 1) <= width and _has_room(
        above, line, width
    )
    is_wrapped = end <= _LONGEST_WRAPPED and not has_much_room
    return (
        not (depth or is_wrapped)
        and all(_WHOLE.match(one.text) for one in run)
        and _begins_anew(above, line)
    )


def _runs(kind: Pasted, lines: Sequence[WrittenLine], width: int) -> Iterator[list[WrittenLine]]:
    """Yield the longest runs of lines in which each goes with the one above."""
    run = [lines[0]]
    for above, line in itertools.pairwise(lines):
        if above.is_broken or not _goes_with(kind, above, line, width):
            yield run
            run = []
        run.append(line)
    yield run


def _goes_with(kind: Pasted, above: WrittenLine, line: WrittenLine, width: int) -> bool:
    match kind:
        case Pasted.NUMBERS:
            is_numbered = _NUMBERED.match(above.text) and _NUMBERED.match(line.text)
            ends = _SENTENCE_END.search(above.text) or _has_room(above, line, width)
            return bool(is_numbered and ends)
        case Pasted.TABLE:
            return all(_TABBED.match(one.text) for one in (above, line)) and not (
                _BESIDE_A_LETTER.match(line.text)
            )
        case Pasted.PARAGRAPHS:
            return bool(_SENTENCE_END.search(above.text) and _CAPITAL.match(line.text))
        case Pasted.HEADING:
            return _is_heading(above, line) and _has_room(above, line, width)
        case _:
            assert_never(kind)


def _is_heading(above: WrittenLine, line: WrittenLine) -> bool:
    """Return whether a line is a few words with a capital, and the next one begins a sentence."""
    is_short = len(above.text) <= _LONGEST_HEADING and bool(_CAPITAL.match(above.text))
    is_sentence = len(line.text) > _LONGEST_HEADING or bool(_SENTENCE_END.search(line.text))
    return (
        is_short
        and is_sentence
        and not _ENDS_ANYHOW.search(above.text)
        and (_begins_anew(above, line))
    )


def _begins_run(lines: Sequence[WrittenLine], first: WrittenLine) -> bool:
    """Return whether a run begins the paragraph, or follows a sentence."""
    number = lines.index(first)
    return not number or bool(_SENTENCE_END.search(lines[number - 1].text))
