"""The place where the YAML parser failed, and what it had read before."""

from collections.abc import Mapping, Sequence
from typing import Self

import yaml

from hearingkit.frozen import frozen
from hearingkit.source.lines import Lines
from hearingkit.source.open_values import OpenCollection


@frozen
class ParseFailure:
    """A text that is not YAML, and the place where the parser failed.

    Attributes:
        lines: The text.
        at: Offset where the parser failed.
        problem: The parser's message; libyaml and PyYAML use different words.
        since: Offset where the construct begins that the parser was reading; ``at`` if unknown.
        during: The parser's words for this construct; may be empty.
        last: The last event before the failure; None if there was none.
        levels: The lists and mappings that are still open.
    """

    lines: Lines
    at: int
    problem: str
    since: int
    during: str
    last: yaml.Event | None
    levels: Sequence[OpenCollection]

    @classmethod
    def from_error(
        cls,
        error: yaml.YAMLError,
        lines: Lines,
        last: yaml.Event | None,
        levels: Sequence[OpenCollection],
    ) -> Self:
        """Return the failure that an error of PyYAML describes."""
        end = len(lines.text)
        mark = getattr(error, "problem_mark", None)
        at = min(mark.index, end) if mark else end
        since_mark = getattr(error, "context_mark", None)
        since = min(since_mark.index, at) if since_mark else at
        problem = getattr(error, "problem", None) or ""
        during = getattr(error, "context", None) or ""
        return cls(lines, at, problem, since, during, last, tuple(levels))

    @property
    def char(self) -> str:
        """Return the character where the parser failed; empty at the end of the text."""
        return self.lines.text[self.at : self.at + 1]

    @property
    def line(self) -> str:
        """Return the line where the parser failed."""
        return self.lines.line(self.lines.position(self.at)[0])

    @property
    def line_start(self) -> int:
        """Return the offset where this line begins."""
        return self.lines.starts[self.lines.position(self.at)[0] - 1]

    @property
    def text_before(self) -> str:
        """Return the part of this line before the failure."""
        return self.lines.text[self.line_start : self.at]

    @property
    def text_start(self) -> int:
        """Return the offset of the first character of this line that is no blank."""
        return self.line_start + len(self.line) - len(self.line.lstrip())

    @property
    def line_end(self) -> int:
        """Return the offset behind the last character of this line that is no blank."""
        return max(self.line_start + len(self.line.rstrip()), self.at)

    def on_one_line(self, start: int, end: int) -> bool:
        """Return whether two offsets are on the same line."""
        return self.lines.position(start)[0] == self.lines.position(end)[0]

    def mistake(
        self,
        variant: str,
        start: int | None = None,
        end: int | None = None,
        code: str = "HK005",
        **facts: object,
    ) -> "Mistake":
        """Return a mistake: one character where the parser failed, or another part of the text."""
        first = self.at if start is None else start
        return Mistake(first, first + 1 if end is None else end, code, variant, facts)


@frozen
class Mistake:
    """A probable mistake.

    Attributes:
        start: Offset where the mistake begins.
        end: Offset behind it.
        code: The code of the finding.
        variant: Which of the code's messages it has.
        facts: The facts of the message.
    """

    start: int
    end: int
    code: str
    variant: str
    facts: Mapping[str, object]
