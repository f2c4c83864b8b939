"""Comments that speak to hearingkit: ``# hearingkit: ignore[HK205] agreed with the ministry``.

A comment counts for its own line; alone on a line, for the next one; behind the ``|`` or ``>`` of a
text on lines of its own, for the whole text, which has no room for comments itself.
"""

import bisect
import re
from dataclasses import dataclass
from typing import Final

from hearingkit.findings import Finding, Place
from hearingkit.source.codes import fault
from hearingkit.source.file import SourceFile, Span

_COMMENT: Final = re.compile(
    r"(?:(?<=\s)|^)#[ \t]*hearingkit:[ \t]*(?P<said>[^\r\n]*)", re.MULTILINE
)
_IGNORE: Final = re.compile(r"ignore\[(?P<codes>[^\]]*)\]\s*(?P<reason>.*)")
_CODE: Final = re.compile(r"HK[2-9]\d\d")


@dataclass(frozen=True, slots=True)
class Directive:
    """What a comment asks for.

    Attributes:
        codes: Of the rules that it silences.
        reason: Why.
        first: The first line that it counts for, from 1.
        last: The last one.
        place: Of the comment.
    """

    codes: tuple[str, ...]
    reason: str
    first: int
    last: int
    place: Place

    def silences(self, finding: Finding) -> bool:
        """Tell whether a finding is of its codes and on its lines."""
        place = finding.place
        on_its_lines = place.file == self.place.file and self.first <= place.line <= self.last
        return on_its_lines and finding.code in self.codes


def directives(source: SourceFile) -> tuple[tuple[Directive, ...], tuple[Finding, ...]]:
    """Return what the comments of a file ask for, and what is wrong with them."""
    good: list[Directive] = []
    bad: list[Finding] = []
    texts = _Texts(source)
    for comment in _COMMENT.finditer(source.text):
        if texts.hold(comment.start()):
            continue
        read = _read(source, comment, texts)
        if isinstance(read, Directive):
            good.append(read)
        else:
            bad.append(read)
    return tuple(good), tuple(bad)


def _read(source: SourceFile, comment: re.Match[str], texts: "_Texts") -> Directive | Finding:
    span = source.lines.span(comment.start(), comment.end())
    place = source.lines.place(source.name, span)
    said = _IGNORE.fullmatch(comment["said"].strip())
    if said is None:
        return fault(
            "HK015", place, f'"{comment["said"].strip()}" is nothing to ask hearingkit for'
        )
    codes = tuple(code.strip() for code in said["codes"].split(","))
    strange = next((code for code in codes if not _CODE.fullmatch(code)), None)
    if strange is not None:
        return fault("HK015", place, f'"{strange}" is no code of a rule')
    if not said["reason"].strip():
        return fault("HK015", place, "gives no reason; write it behind the bracket")
    first, last = texts.lines_of(span)
    return Directive(codes, said["reason"].strip(), first, last, place)


class _Texts:
    """Where the texts of a file stand: in them a ``#`` is a sign like any other."""

    def __init__(self, source: SourceFile) -> None:
        self._source = source
        spans = [*source.keys.values()]
        spans += [span for path, span in source.values.items() if isinstance(source.at(path), str)]
        self._spans = sorted(set(spans), key=lambda span: (span.start, span.end))
        self._starts = [span.start for span in self._spans]

    def hold(self, offset: int) -> bool:
        """Tell whether a place lies in a text; behind the sign that begins it is outside."""
        return any(self._content(span) <= offset < span.end for span in self._last(offset))

    def lines_of(self, comment: Span) -> tuple[int, int]:
        """Return the first and the last line that a comment counts for."""
        for span in self._last(comment.start):
            if span.line == comment.line and self._is_block(span):
                return span.line, span.end_line
        line = self._source.lines.line(comment.line)
        alone = not line[: comment.column - 1].strip()
        counted = comment.line + alone
        return counted, counted

    def _last(self, offset: int) -> list[Span]:
        """Return the text that begins last before a place; texts never lie inside another."""
        number = bisect.bisect_right(self._starts, offset)
        return self._spans[max(number - 1, 0) : number]

    def _is_block(self, span: Span) -> bool:
        return self._source.text[span.start : span.start + 1] in ("|", ">")

    def _content(self, span: Span) -> int:
        """Return where a text begins: a block's on the line below its sign."""
        if not self._is_block(span):
            return span.start
        return self._source.lines.starts[min(span.line, len(self._source.lines.starts) - 1)]


def needless(directive: Directive) -> Finding:
    """Return the finding that a comment silences nothing."""
    codes = ", ".join(directive.codes)
    return fault("HK016", directive.place, f"silences {codes}, but nothing of that is found here")
