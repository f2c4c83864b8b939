"""Lines and columns of a text, counted as an editor counts them.

A line ends at LF, CRLF or CR. YAML 1.1 also ends a line at NEL, U+2028 and U+2029, but editors do
not. So places are computed from character offsets, never from the line numbers of the parser.
"""

import bisect
import re
from dataclasses import dataclass
from typing import Final, Self

from hearingkit.findings import Place

LONGEST_EXCERPT: Final = 10_000
"""Highest number of characters in an excerpt; a place further right in its line has no excerpt."""

_LINE_END: Final = re.compile(r"\r\n|\n|\r")


@dataclass(frozen=True, slots=True)
class Span:
    """A part of a text.

    Attributes:
        start: Offset of the first character, from 0.
        end: Offset behind the last character.
        line: Line of the first character, from 1.
        column: Column of the first character, from 1.
        end_line: Line of the offset ``end``, from 1.
        end_column: Column of the offset ``end``, from 1.
    """

    start: int
    end: int
    line: int
    column: int
    end_line: int
    end_column: int


@dataclass(frozen=True, slots=True)
class Lines:
    """A text and its lines.

    Attributes:
        text: The text, without a byte order mark.
        starts: Offset of each line's first character.
    """

    text: str
    starts: tuple[int, ...]

    @classmethod
    def of(cls, text: str) -> Self:
        """Return the lines of a text; an empty text has one empty line."""
        return cls(text, (0, *(found.end() for found in _LINE_END.finditer(text))))

    def position(self, offset: int) -> tuple[int, int]:
        """Return the line and the column of an offset, both from 1."""
        line = bisect.bisect_right(self.starts, offset)
        return line, offset - self.starts[line - 1] + 1

    def line(self, number: int) -> str:
        """Return a line by its number, from 1, without its line end."""
        return self.text[slice(*self._bounds(number))]

    def span(self, start: int, end: int) -> Span:
        """Return the part between two offsets; an offset behind the text means its end."""
        first = min(max(start, 0), len(self.text))
        last = min(max(end, first), len(self.text))
        line, column = self.position(first)
        if line == len(self.starts) or last < self.starts[line]:  # most spans have one line
            return Span(first, last, line, column, line, column + last - first)
        return Span(first, last, line, column, *self.position(last))

    def place(self, file: str, span: Span) -> Place:
        """Return the place of a span; it has an end column only if the span is on one line."""
        begin, end = self._bounds(span.line)
        # An editor shows an offset between CR and LF as the end of the line.
        last = end - begin + 1
        column = min(span.column, last)
        ends_here = span.end_line == span.line and span.end > span.start
        return Place(
            file=file,
            line=span.line,
            column=column,
            end_column=max(min(span.end_column, last), column) if ends_here else None,
            excerpt=self._excerpt(begin, end) if column <= LONGEST_EXCERPT else "",
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
