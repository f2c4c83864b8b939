"""Markdown that a letter prints as it is written, although its author surely meant structure.

What all of Markdown has and small Markdown lacks is text to the reader of Markdown: it is found
here by the signs with which lines begin, and by those within them.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Final

from markdown_it.rules_block.html_block import HTML_SEQUENCES

from hearingkit.patterns import late_pattern
from hearingkit.texts.blanks import is_filled_in
from hearingkit.texts.line_search import holding
from hearingkit.texts.reading import InlineText, Kind, Reading, Stretch, WrittenLine
from hearingkit.texts.unclosed_marks import Remnant

_may_hold_some: Final = holding(*"`<>~^=", "++", "![", "]:")
_MAYBE: Final = late_pattern(r"^(?:[ ]{0,3}[-*_][ \t]*[-*_]| {4}|\t)", re.MULTILINE)
_FENCE: Final = late_pattern(r"`{3,}(?=[^`]*\Z)|~{3,}")
_REFERENCE: Final = late_pattern(
    r"\[(?!\^)[^\[\]]{1,200}\]:[ \t]*(?:<[^<>]*>|[^\s<]\S*)"
    r"""(?:[ \t]+(?:"[^"]*"|'[^']*'|\([^()]*\)))?"""
)
_RULE: Final = late_pattern(r"^[ ]{0,3}(?P<sign>[-*_])[ \t]*(?:(?P=sign)[ \t]*){2,}$", re.MULTILINE)
_UNDERLINE: Final = late_pattern(r"=+|-+")
_INDENT: Final = 4
_BLOCKS_OF_HTML: Final = tuple(begin for begin, _, interrupts in HTML_SEQUENCES if interrupts)
_VALUE: Final = r"""(?:"[^"<>]{0,300}"|'[^'<>]{0,300}'|[^\s"'=<>`]{1,300})"""
_ATTRIBUTE: Final = rf"\s{{1,20}}[a-zA-Z_:][a-zA-Z0-9:._-]{{0,60}}(?:\s?=\s?{_VALUE})?"
# Each repetition is bounded, or ends at a sign it can't hold: a text is read in linear time.
_WITHIN: Final = late_pattern(
    r"\\.|https?://[^\s<>]*"  # neither is looked into
    r"|(?P<code>(?<!`)(?P<ticks>`+)(?!`).{1,2000}?(?<!`)(?P=ticks)(?!`))"
    rf"|(?P<html></?[A-Za-z][A-Za-z0-9-]{{0,60}}(?:{_ATTRIBUTE}){{0,20}}+\s?/?>|<!--|<\?|<![A-Z])"
    r"|(?P<struck>(?<!~)~~(?=[^\s~])[^~]{1,400}(?<!\s)~~(?!~))"
    r"|(?P<marked>(?<![\w=+])(?P<sign>==|\+\+)(?=[^\W_])[^=+\n]{1,200}(?<=[\w.!?)])(?P=sign)"
    r"(?![\w=+]))"
    r"|(?<=\w)(?P<lowered>~[^\W_]{1,20}~)(?!~)"
    r"|(?<=[\w)])(?P<raised>\^[^\s^]{1,20}\^)",
    re.DOTALL,
)
_EXACT: Final = {"struck", "marked", "lowered", "raised"}


def unsupported(reading: Reading) -> tuple[Remnant, ...]:
    """Return what is printed as it is written although its author surely meant structure.

    Returns:
        The lines where it begins, with their kinds: ``image``, ``html``, ``quote``, ``code``,
        ``rule``, ``underlined`` (a heading), ``reference`` (a link's address set apart); and all
        of what is ``struck``, ``marked``, ``lowered`` or ``raised``.
    """
    if not (_may_hold_some(reading.markdown) or _MAYBE.search(reading.markdown)):
        return ()
    found = set(_Search(reading).remnants())
    return tuple(sorted(found, key=lambda one: (one.stretch.start, one.kind)))


@dataclass(slots=True, eq=False, repr=False)
class _Search:
    """The search through one text.

    Attributes:
        reading: The text.
        fence: What opened the code that is passed through; empty outside code.
        is_indented: Whether the passage before was code, by its indent.
        understood: The offsets of lines in which nothing else is looked for.
    """

    reading: Reading
    fence: str = ""
    is_indented: bool = False
    understood: set[int] = field(default_factory=set)

    def remnants(self) -> Iterator[Remnant]:
        """Yield all that there is, a line perhaps more than once."""
        for passage in self.reading.passages:
            yield from self._in_passage(passage)
        for found in _RULE.finditer(self.reading.markdown):
            if not self._is_understood(found.start()):
                yield self._remnant("rule", found.start())
        for link in self.reading.links:
            if link.is_image and not self._is_understood(link.written.start):
                yield self._remnant("image", link.written.start)

    def _in_passage(self, passage: InlineText) -> Iterator[Remnant]:
        lines = self.reading.lines(passage)
        was_indented = self.is_indented
        self.is_indented = (
            passage.kind is Kind.PARAGRAPH and not passage.depth and lines[0].column >= _INDENT
        )
        if self.is_indented:
            self._understand(*lines)
            if not was_indented:
                yield self._remnant("code", lines[0].start)
        elif passage.kind is Kind.PARAGRAPH or self.fence:
            yield from self._in_lines(lines)
        for found in _WITHIN.finditer(passage.content):
            start = passage.lines.written(found.start())
            if (
                found.lastgroup
                and not self._is_understood(start)
                and not is_filled_in(found[0][1:-1])
            ):
                yield self._within_line(found, passage)

    def _within_line(self, found: re.Match[str], passage: InlineText) -> Remnant:
        start, last = (passage.lines.written(at) for at in (found.start(), found.end() - 1))
        kind = str(found.lastgroup)
        return (
            Remnant(kind, Stretch(start, last + 1))
            if kind in _EXACT
            else self._remnant(kind, start)
        )

    def _in_lines(self, lines: tuple[WrittenLine, ...]) -> Iterator[Remnant]:
        """Yield what the first signs of lines tell."""
        first: WrittenLine | None = None  # of a paragraph
        has_quote = False
        for number, line in enumerate(lines):
            text = line.text
            if self._is_code(text):
                self._understand(line)
            elif fence := _FENCE.match(text):
                self.fence = fence[0]
                self._understand(line)
                yield self._remnant("code", line.start)
            elif any(begin.match(text) for begin in _BLOCKS_OF_HTML):
                self._understand(*lines[number:])
                yield self._remnant("html", line.start)
                return
            elif first and _UNDERLINE.fullmatch(text):
                self._understand(line)
                yield self._remnant("underlined", first.start)
                first = None
            elif _RULE.fullmatch(text):
                yield self._remnant("rule", line.start)
                first = None
            elif not first and _REFERENCE.fullmatch(text):
                yield self._remnant("reference", line.start)
            else:
                first = first or line
                if text.startswith(">") and not has_quote:
                    has_quote = True
                    yield self._remnant("quote", line.start)

    def _is_code(self, text: str) -> bool:
        """Return whether a line stands within code, or ends it."""
        if not self.fence:
            return False
        if text.startswith(self.fence) and not text.strip(self.fence[0]):
            self.fence = ""
        return True

    def _understand(self, *lines: WrittenLine) -> None:
        self.understood.update(self.reading.line_at(line.start).start for line in lines)

    def _is_understood(self, offset: int) -> bool:
        return self.reading.line_at(offset).start in self.understood

    def _remnant(self, kind: str, offset: int) -> Remnant:
        return Remnant(kind, self.reading.line_at(offset))
