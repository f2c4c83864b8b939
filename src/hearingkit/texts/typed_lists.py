"""Lists that were typed with signs of which Markdown makes no list: «•», «–», «a)».

Their lines run on as one paragraph, and a screen reader finds no list in any case.
"""

import itertools
import re
from collections.abc import Iterator, Sequence
from typing import Final

from hearingkit.frozen import frozen
from hearingkit.patterns import late_pattern
from hearingkit.texts.reading import Reading, Stretch, WrittenLine

_BULLET: Final = late_pattern(r"[•·‣◦▪●○■\uf0b7](?=[ \t\u00a0]|[^\W\d_])")
# A hyphen with a space behind it does begin a list; "o" comes from Word.
_DASH: Final = late_pattern(r"[–—](?=[ \t\u00a0]|[^\W\d_])|-(?=[^\W\d_]|\u00a0)|o(?=[ \t\u00a0])")
_LETTER: Final = late_pattern(r"(?P<letter>[a-z])\)(?=[ \t\u00a0])")
_ON_ONE_LINE: Final = late_pattern(r"(?:\A|:)[ \t]*(?P<mark>•)[^•]+\s•[ \t\u00a0]*[^\s•]")
_LONGEST: Final = 60

_Paragraph = Sequence[WrittenLine]


@frozen
class TypedEntry:
    """An entry of a list that was typed: where it stands, and the sign before it."""

    stretch: Stretch
    mark: str


def typed_lists(reading: Reading) -> Iterator[TypedEntry]:
    """Yield the first entry of each such list.

    Entries with bullets may have empty lines between them. A dash may begin a remark, so that only
    lines right below each other count; letters count from a to b.
    """
    alone: TypedEntry | None = None
    goes_on = False
    for passage in reading.paragraphs:
        paragraph = reading.lines(passage)
        is_entry = bool(_BULLET.match(paragraph[0].text))
        if is_entry and goes_on:
            continue
        found = _list_in(paragraph) or (alone if is_entry else None)
        if found:
            yield found
        goes_on = is_entry and found is not None
        alone = _entry(paragraph[0]) if is_entry else None


def _list_in(paragraph: _Paragraph) -> TypedEntry | None:
    """Return the first entry of a list within a paragraph."""
    bullets = [line for line in paragraph if _BULLET.match(line.text)]
    if len(bullets) > 1:
        return _entry(bullets[0])
    for line, below in itertools.pairwise(paragraph):
        if _follows(line.text, below.text):
            return _entry(line)
    return next((_entry(line, found.start("mark")) for line, found in _several(paragraph)), None)


def _follows(line: str, below: str) -> bool:
    """Return whether two lines begin with the same dash, or with a) and b)."""
    dash, next_dash = _DASH.match(line), _DASH.match(below)
    if dash and next_dash:
        return dash[0] == next_dash[0]
    letter, next_letter = _LETTER.match(line), _LETTER.match(below)
    return bool(letter and next_letter and letter["letter"] + next_letter["letter"] == "ab")


def _several(paragraph: _Paragraph) -> Iterator[tuple[WrittenLine, re.Match[str]]]:
    for line in paragraph:
        if found := _ON_ONE_LINE.search(line.text):
            yield line, found


def _entry(line: WrittenLine, at: int = 0) -> TypedEntry:
    """Return the entry that begins at a place of a line, short."""
    text = line.text[at : at + _LONGEST].rstrip()
    mark, bracket, _ = text.partition(")") if _LETTER.match(text) else (text[0], "", "")
    if text.startswith("-\u00a0"):  # a hyphen alone would look right
        mark = text[:2]
    start = line.start + at
    return TypedEntry(Stretch(start, start + len(text)), mark + bracket)
