"""What is found in a Markdown text is found however it is spelt: rules read what readers read."""

import functools
import json
import re
from collections import Counter
from collections.abc import Callable, Iterator
from copy import deepcopy
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Final

import pytest
from tests.judging import sound_cases, today_of

from hearingkit.findings import Finding, Place
from hearingkit.texts.markdown import read
from hearingkit.texts.sentences import sentence_at
from hearingkit.texts.text import Text
from hearingkit.workflows.check import CheckedWorkspace, check
from hearingkit.workflows.workspace import find_workspace

FILES: Final = sorted((Path(__file__).parents[1] / "corpus/invalid").glob("HK4*.yaml"))
LEAST: Final = 47
"""Files with a finding in what is read; others have theirs in lines, and where a link leads."""
PUNCTUATION: Final = re.compile(r"[!-/:-@\[-`{-~]")
MARKS: Final = frozenset("*_")


@dataclass(frozen=True)
class Spot:
    """A finding in a Markdown text: the stretch of what is read.

    Attributes:
        code: Of the finding.
        text: The text.
        start: The offset of the stretch in the plain text.
        end: The offset behind it.
    """

    code: str
    text: Text
    start: int
    end: int

    @property
    def said(self) -> str:
        return self.text.plain[self.start : self.end]

    @property
    def sentence(self) -> tuple[int, int]:
        """Return the offsets of the sentence around it, however long."""
        first, _ = sentence_at(self.text.plain, self.start)
        _, last = sentence_at(self.text.plain, self.end - 1)
        return first, first + len(self.text.plain[first:last].rstrip())

    @property
    def markdown(self) -> str:
        return str(self.text.site.source.at(self.text.site.path))

    def written(self, offset: int) -> int:
        """Return where a sign of the plain text stands in the Markdown."""
        return self.text.reading.origin[offset]

    def spelt(self, start: int, end: int, pattern: str) -> str:
        """Return the Markdown with a stretch of the plain text put into a pattern."""
        first, last = self.written(start), self.written(end - 1) + 1
        said = self.markdown[first:last]
        return self.markdown[:first] + pattern.replace("…", said) + self.markdown[last:]


def escaped(spot: Spot) -> Iterator[str]:
    """Yield it with a backslash before a punctuation sign of it, or else of its sentence."""
    for stretch in ((spot.start, spot.end), spot.sentence):
        for found in PUNCTUATION.finditer(spot.text.plain, *stretch):
            yield spot.spelt(*found.span(), "\\…")


def with_a_no_break_space(spot: Spot) -> Iterator[str]:
    """Yield it with the entity of a no-break space, or with one for its last sign."""
    for found in re.finditer(" ", spot.said):
        at = spot.start + found.start()
        yield spot.spelt(at, at + 1, "&nbsp;")
    yield spot.spelt(spot.end - 1, spot.end, f"&#{ord(spot.said[-1])};")


def with_an_entity(spot: Spot) -> Iterator[str]:
    """Yield it with an entity for its first sign."""
    yield spot.spelt(spot.start, spot.start + 1, f"&#{ord(spot.said[0])};")


def with_emphasis(spot: Spot) -> Iterator[str]:
    """Yield it with its first word, or its first signs, printed bold or slanted."""
    for found in re.finditer(r"[^\s@]+|^..", spot.said):
        for pattern in ("**…**", "*…*"):
            yield spot.spelt(spot.start, spot.start + found.end(), pattern)


def as_a_link(spot: Spot) -> Iterator[str]:
    """Yield it as the label of a link."""
    yield spot.spelt(spot.start, spot.end, "[…](https://x.example/)")


def in_a_table(spot: Spot) -> Iterator[str]:
    """Yield the rest of the text with the sentence in a cell of a table behind it."""
    start, end = spot.sentence
    first, last = spot.written(start), spot.written(end - 1) + 1
    while spot.markdown[first - 1 : first] in MARKS:
        first -= 1
    while spot.markdown[last : last + 1] in MARKS:
        last += 1
    cell = " ".join(spot.markdown[first:last].replace("|", "\\|").split())
    rest = f"{spot.markdown[:first]}{spot.markdown[last:]}"
    yield f"{rest}\n\n| Nr. | Sak |\n| --- | --- |\n| 1 | {cell} |"


Way = Callable[[Spot], Iterator[str]]
WAYS: Final[tuple[Way, ...]] = (
    escaped,
    with_a_no_break_space,
    with_an_entity,
    with_emphasis,
    as_a_link,
    in_a_table,
)


def respelt(spot: Spot, way: Way) -> str | None:
    """Return the Markdown of a spot in another spelling that prints the same; None for none."""
    wanted = spot.text.plain[slice(*spot.sentence)] if way is in_a_table else spot.text.plain
    for markdown in way(spot):
        plain = read(markdown).plain
        if plain.split()[-len(wanted.split()) :] == wanted.split():
            return markdown
    return None


def has_no_other_spelling(spot: Spot, way: Way) -> bool:
    """Return whether a sentence has no sign that could be escaped."""
    return way is escaped and not PUNCTUATION.search(spot.text.plain, *spot.sentence)


@functools.cache
def checked(path: Path, content: bytes | None = None) -> CheckedWorkspace:
    given = {path: content} if content is not None else None
    return check(find_workspace(path.parent, [path]), given, today_of(path))


def spots(path: Path) -> Iterator[Spot]:
    """Yield the findings of a file that stand in what a reader of Markdown reads."""
    result = checked(path)
    for text in (text for case in sound_cases(result.book) for text in case.texts):
        if text.role.is_markdown:
            places = [text.place(at, at + 1) for at in range(len(text.plain))]
            starts = {(one.line, one.column): at for at, one in reversed([*enumerate(places)])}
            for one in result.report.findings:
                start = starts.get((one.place.line, one.place.column))
                if start is not None and one.code.startswith("HK4"):
                    yield Spot(one.code, text, start, _end(one, text, start))


def _end(finding: Finding, text: Text, start: int) -> int:
    """Return where the stretch ends that a finding quotes, or that it points to."""
    for quoted in re.findall(r'"([^"]+)"', finding.message):
        if text.plain.startswith(quoted, start):
            return start + len(quoted)
    return start + (finding.place.end_column or 0) - finding.place.column


def codes_in(path: Path, text: Text, markdown: str) -> Counter[str]:
    """Return what is found inside the value of a text that is spelt otherwise."""
    result = checked(path, _file_with(text, markdown))
    whole = next(case.site for case in sound_cases(result.book)).source.place(text.site.path)
    return Counter(one.code for one in result.report.findings if _is_within(one.place, whole))


def _file_with(text: Text, markdown: str) -> bytes:
    """Return the file of a text with another Markdown in it; JSON is YAML."""
    tree: Any = deepcopy(text.site.source.tree)
    *steps, last = text.site.path
    functools.reduce(lambda node, step: node[step], steps, tree)[last] = markdown
    return json.dumps(tree, ensure_ascii=False, indent=1).encode()


def _is_within(place: Place, whole: Place) -> bool:
    return place.line == whole.line and whole.column <= place.column < (whole.end_column or 0)


@pytest.mark.parametrize("way", WAYS, ids=lambda way: way.__name__)
def test_what_is_found_stays_in_every_spelling_that_prints_the_same(way: Way) -> None:
    found = {path: [*spots(path)] for path in FILES}
    lost: list[tuple[str, str, str]] = []
    for path, spot in ((path, spot) for path, each in found.items() for spot in each):
        markdown = respelt(spot, way)
        if markdown is None:
            assert has_no_other_spelling(spot, way), (path.stem, spot.said)
            continue
        before = Counter(one.code for one in found[path] if one.text is spot.text)
        missed = before - codes_in(path, spot.text, markdown)
        lost += [(path.stem, spot.said, code) for code in missed]

    assert lost == []
    assert sum(map(bool, found.values())) >= LEAST
