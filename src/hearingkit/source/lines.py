"""Lines and columns of a text, counted as an editor counts them.

A line ends at LF, CRLF or CR. YAML 1.1 also ends a line at NEL, U+2028 and U+2029, but editors do
not. So places are computed from character offsets, never from the line numbers of the parser.
"""

import bisect
import functools
from array import array
from collections.abc import Sequence
from dataclasses import field
from typing import Final

from hearingkit.findings import Place
from hearingkit.frozen import frozen
from hearingkit.patterns import late_pattern

LONGEST_EXCERPT: Final = 10_000
"""Highest number of characters in an excerpt; a place further right in its line has no excerpt."""

_LINE_END: Final = late_pattern(r"\r\n|\n|\r")


@frozen
class Span:
    """A part of a text.

    A large file has a million of them, of which few are shown: lines and columns are counted when
    somebody asks.

    Attributes:
        lines: The text.
        start: Offset of the first character, from 0.
        end: Offset behind the last character.
    """

    lines: "Lines" = field(repr=False, compare=False)
    start: int
    end: int

    @property
    def line(self) -> int:
        """Return the line of the first character, from 1."""
        return self.lines.position(self.start)[0]

    @property
    def column(self) -> int:
        """Return the column of the first character, from 1."""
        return self.lines.position(self.start)[1]

    @property
    def end_line(self) -> int:
        """Return the line of the offset ``end``, from 1."""
        return self.lines.position(self.end)[0]

    @property
    def end_column(self) -> int:
        """Return the column of the offset ``end``, from 1."""
        return self.lines.position(self.end)[1]


@frozen(slots=False)
class Lines:
    """A text and its lines; an empty text has one empty line.

    Attributes:
        text: The text, without a byte order mark.
    """

    text: str

    @functools.cached_property
    def starts(self) -> Sequence[int]:
        """Return the offset of each line's first character."""
        starts = array("I", (0,))  # numbers alone would take ten times the memory of a text
        starts.extend(found.end() for found in _LINE_END.finditer(self.text))
        return starts

    def position(self, offset: int) -> tuple[int, int]:
        """Return the line and the column of an offset, both from 1."""
        line = bisect.bisect_right(self.starts, offset)
        return line, offset - self.starts[line - 1] + 1

    def line(self, number: int) -> str:
        """Return a line by its number, from 1, without its line end."""
        return self.text[slice(*self._bounds(number))]

    def span(self, start: int, end: int) -> Span:
        """Return the part between two offsets; an offset behind the text means its end."""
        size = len(self.text)
        first = start if 0 <= start <= size else min(max(start, 0), size)
        return Span(self, first, end if first <= end <= size else min(max(end, first), size))

    def place(self, file: str, span: Span) -> Place:
        """Return the place of a span; it has an end column only if the span is on one line."""
        line, column = self.position(span.start)
        end_line, end_column = self.position(span.end)
        begin, end = self._bounds(line)
        # An editor shows an offset between CR and LF as the end of the line.
        last = end - begin + 1
        shown = min(column, last)
        ends_here = end_line == line and span.end > span.start
        return Place(
            file=file,
            line=line,
            column=shown,
            end_column=max(min(end_column, last), shown) if ends_here else None,
            excerpt=self._excerpt(begin, end) if shown <= LONGEST_EXCERPT else "",
        )

    def _bounds(self, number: int) -> tuple[int, int]:
        """Return where a line begins, and where it ends without its line end."""
        start = self.starts[number - 1]
        if number == len(self.starts):
            return start, len(self.text)
        end = self.starts[number] - 1
        return start, end - self.text.startswith("\r\n", end - 1)

    def _excerpt(self, begin: int, end: int) -> str:
        return self.text[begin : min(end, begin + LONGEST_EXCERPT)]
