"""Comments for hearingkit: ``# hearingkit: ignore[HK205] agreed with the ministry``.

A comment applies to its own line. A comment that is alone on a line applies to the next line. A
comment behind the ``|`` or ``>`` of a text applies to the whole text, because such a text cannot
contain comments.
"""

import bisect
import re
from typing import Final

from hearingkit.findings import Finding, Place
from hearingkit.frozen import frozen
from hearingkit.patterns import late_pattern
from hearingkit.source.codes import fault
from hearingkit.source.file import SourceFile, Span

# The sign goes first: a pattern that looks back first is tried at every character of the file.
_COMMENT: Final = late_pattern(r"#(?<!\S#)[ \t]*hearingkit:[ \t]*(?P<said>[^\r\n]*)")
_IGNORE: Final = late_pattern(r"ignore\[(?P<codes>[^\]]*)\]\s*(?P<reason>.*)")
_CODE: Final = late_pattern(r"HK[2-9]\d\d")


@frozen
class Directive:
    """A comment that silences rules.

    Attributes:
        codes: The codes of these rules.
        reason: Why they are silenced.
        first: The first line that the comment applies to, from 1.
        last: The last line that it applies to.
        place: The place of the comment.
    """

    codes: tuple[str, ...]
    reason: str
    first: int
    last: int
    place: Place

    def silences(self, finding: Finding) -> bool:
        """Return whether the comment silences a finding."""
        place = finding.place
        on_its_lines = place.file == self.place.file and self.first <= place.line <= self.last
        return on_its_lines and finding.code in self.codes

    def needless(self) -> Finding:
        """Return the finding that the comment silences nothing."""
        return fault("HK016", self.place, codes=", ".join(self.codes))


def directives(source: SourceFile) -> tuple[tuple[Directive, ...], tuple[Finding, ...]]:
    """Return the valid comments of a file, and the findings on the others."""
    good: list[Directive] = []
    bad: list[Finding] = []
    comments = list(_COMMENT.finditer(source.text))
    if not comments:
        return (), ()
    texts = _Texts(source)
    for comment in comments:
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
        text = comment["said"].strip()
        return fault("HK015", place, "nothing", said=text, code=_code_in(text))
    codes = tuple(dict.fromkeys(code.strip() for code in said["codes"].split(",")))
    strange = next((code for code in codes if not _CODE.fullmatch(code)), None)
    if strange is not None:
        return fault("HK015", place, "no_code", code=strange, meant=_code_in(strange))
    if not said["reason"].strip():
        return fault("HK015", place, "no_reason")
    first, last = texts.lines_of(span)
    return Directive(codes, said["reason"].strip(), first, last, place)


def _code_in(text: str) -> str:
    """Return the first code that a text names, in whatever letters; empty if it names none."""
    found = _CODE.search(text.upper())
    return found[0] if found else ""


class _Texts:
    """The places of a file's texts, in which a ``#`` begins no comment.

    An entry that was passed over counts as a text: nothing is known of what stands in it.
    """

    def __init__(self, source: SourceFile) -> None:
        self._source = source
        spans = [span for _, span in source.keys.placed()]
        spans += [span for one, span in source.values.placed() if not isinstance(one, list | dict)]
        self._spans = sorted(set(spans), key=lambda span: (span.start, span.end))
        self._starts = [span.start for span in self._spans]

    def hold(self, offset: int) -> bool:
        """Return whether an offset lies in a text; the line of ``|`` or ``>`` is not part of it."""
        return any(self._content(span) <= offset < span.end for span in self._last(offset))

    def lines_of(self, comment: Span) -> tuple[int, int]:
        """Return the first and the last line that a comment applies to."""
        for span in self._last(comment.start):
            if span.line == comment.line and self._is_block(span):
                return span.line, span.end_line
        line = self._source.lines.line(comment.line)
        alone = not line[: comment.column - 1].strip()
        counted = comment.line + alone
        return counted, counted

    def _last(self, offset: int) -> list[Span]:
        """Return the last text that begins before an offset; a text never contains another one."""
        number = bisect.bisect_right(self._starts, offset)
        return self._spans[max(number - 1, 0) : number]

    def _is_block(self, span: Span) -> bool:
        return self._source.text[span.start : span.start + 1] in ("|", ">")

    def _content(self, span: Span) -> int:
        """Return where a text begins; a block begins on the line below its ``|`` or ``>``."""
        if not self._is_block(span):
            return span.start
        return self._source.lines.starts[min(span.line, len(self._source.lines.starts) - 1)]
