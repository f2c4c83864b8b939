"""Where YAML's parser gave up, and what it had understood by then."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Self

import yaml

from hearingkit.source.lines import Lines
from hearingkit.source.open_values import Level


@dataclass(frozen=True, slots=True)
class Trouble:
    """A text that is no YAML, and the spot where that showed.

    Attributes:
        lines: The text.
        at: Offset where the parser gave up.
        problem: Its own words, which differ between libyaml and PyYAML.
        since: Offset where the construct began that it was busy with; ``at`` where it doesn't say.
        during: Its own words for that construct; may be empty.
        last: The last event before; None where there was none.
        levels: The lists and mappings still open.
    """

    lines: Lines
    at: int
    problem: str
    since: int
    during: str
    last: yaml.Event | None
    levels: Sequence[Level]

    @classmethod
    def of(
        cls,
        error: yaml.YAMLError,
        lines: Lines,
        last: yaml.Event | None,
        levels: Sequence[Level],
    ) -> Self:
        """Return what an error of PyYAML tells."""
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
        """Return the character where the parser gave up; empty at the end of the text."""
        return self.lines.text[self.at : self.at + 1]

    @property
    def line(self) -> str:
        """Return the line where the parser gave up."""
        return self.lines.line(self.lines.position(self.at)[0])

    @property
    def line_start(self) -> int:
        """Return the offset where that line begins."""
        return self.lines.starts[self.lines.position(self.at)[0] - 1]

    @property
    def stem(self) -> str:
        """Return the part of that line in front of the spot."""
        return self.lines.text[self.line_start : self.at]

    @property
    def text_start(self) -> int:
        """Return the offset of that line's first character that is no blank."""
        return self.line_start + len(self.line) - len(self.line.lstrip())

    @property
    def line_end(self) -> int:
        """Return the offset behind that line's last character that is no blank."""
        return max(self.line_start + len(self.line.rstrip()), self.at)

    def on_one_line(self, start: int, end: int) -> bool:
        """Tell whether two offsets are on the same line."""
        return self.lines.position(start)[0] == self.lines.position(end)[0]


@dataclass(frozen=True, slots=True)
class Mistake:
    """What somebody probably meant to write, in plain words.

    Attributes:
        start: Offset where to look.
        end: Offset behind what is wrong.
        message: What is wrong.
        hint: How to mend it.
        code: The code of the finding.
    """

    start: int
    end: int
    message: str
    hint: str
    code: str = "HK005"
