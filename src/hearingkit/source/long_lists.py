"""Long lists whose entries are let go once they are understood, and read again when asked for.

The tree of a list of 100,000 recipients takes as much memory as the recipients themselves; and once
these are made, few entries are asked for: those that a finding is about.
"""

import functools
from array import array
from collections.abc import Iterator
from typing import Any, Final

import yaml

from hearingkit.patterns import late_pattern
from hearingkit.source.composer import Composer
from hearingkit.source.events import events_of
from hearingkit.source.file import SourceFile, Tree, TreePath
from hearingkit.source.lines import Lines, Span

LONG: Final = 200
"""How many entries a list has at least, for its entries to be let go."""
_KEPT: Final = 1024  # entries that were read again, of each list: many hearings may share it
# The rest of a line, and lines without text.
_BEHIND: Final = late_pattern(r"[^\r\n]*(?:[ \t\r\n]*(?:[\r\n]|\Z))?")


class LongList(list[Tree]):
    """A list that holds no mappings: one is read again when it is asked for.

    It holds those that only a list in brackets can have, without braces: ``[name: KL]``.

    Args:
        entries: What is in the list.
        span: Where it stands.
        spans: Where each entry stands.
    """

    def __init__(self, entries: list[Tree], span: Span, spans: list[Span]) -> None:
        self._lines, text = span.lines, span.lines.text
        begins = "{" if text[span.start] == "[" else ""
        pairs = [*zip(entries, spans, strict=True)]
        goes = [isinstance(one, dict) and text.startswith(begins, at.start) for one, at in pairs]
        super().__init__(None if gone else one for one, gone in zip(entries, goes, strict=True))
        self._starts = array("I", (at.start for at in spans))
        ends = (at.end if gone else 0 for at, gone in zip(spans, goes, strict=True))
        self._ends = array("I", ends)
        self._read = functools.lru_cache(_KEPT)(self._read_again)

    def __getitem__(self, number: Any) -> Any:  # noqa: ANN401 (as a list, which takes slices too)
        """Return an entry, or several."""
        numbers = range(len(self))[number]
        return self._entry(numbers) if isinstance(numbers, int) else [*map(self._entry, numbers)]

    def __iter__(self) -> Iterator[Tree]:
        """Yield the entries."""
        return map(self._entry, range(len(self)))

    def __eq__(self, other: object) -> bool:
        """Return whether the entries are those of another list."""
        return [*self] == other

    __hash__ = None  # as of a list

    def _entry(self, number: int) -> Tree:
        return self._read(number) if self._ends[number] else super().__getitem__(number)

    def _read_again(self, number: int) -> dict[str, Tree]:
        """Return a mapping as it stands in its lines; in the first one, only its column counts.

        Its last line may be the first of what follows: where it ends, no more is read.
        """
        text, start, end = self._lines.text, self._starts[number], self._ends[number]
        if text[start] != "{" and (behind := _BEHIND.match(text, end)):
            end = behind.end()  # empty lines at its end may be a part of its last text
        _, column = self._lines.position(start)
        alone = " " * (column - 1) + text[start:end]
        composer = Composer("", Lines(alone))
        for event in events_of(alone):
            composer.take(event)
            if isinstance(event, yaml.MappingEndEvent) and not composer.levels:
                break
        return composer.tree


def let_go(source: SourceFile) -> None:
    """Let go of the mappings in long lists of a file; what is asked of it, it still answers.

    A file with anchors or tags stays as it is: what an anchor names may be repeated anywhere, and
    what a tag means may be said above the list.
    """
    if len(source.values) >= LONG and not source.has_properties:
        _let_go(source, (), source.tree)


def _let_go(source: SourceFile, path: TreePath, node: dict[str, Tree] | list[Tree]) -> None:
    holder: Any = node
    for step, below in node.items() if isinstance(node, dict) else enumerate(node):
        here = (*path, step)
        if isinstance(below, list) and len(below) >= LONG:
            spans = [source.values[*here, number] for number in range(len(below))]
            holder[step] = LongList(below, source.values[here], spans)
        elif isinstance(below, dict | list):
            _let_go(source, here, below)
