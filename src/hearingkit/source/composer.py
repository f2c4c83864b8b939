"""Build a tree with places from YAML events.

libyaml gives the events and their positions at C speed. ``yaml.compose`` is not used. It calls
itself for each level, so a file full of brackets would end the process. And it accepts an alias
bomb, a tag or a second document silently, or reports it in its own words.
"""

import sys
from array import array
from collections import Counter
from collections.abc import Callable, Mapping
from typing import Any, ClassVar, Final

import yaml

from hearingkit.findings import MOST_REPORTED, Finding
from hearingkit.patterns import late_pattern
from hearingkit.quoting import shortened
from hearingkit.shared_texts import SharedTexts
from hearingkit.source.characters import FORBIDDEN, forbidden_escapes, may_hold_forbidden
from hearingkit.source.codes import fault
from hearingkit.source.events import event_offsets
from hearingkit.source.hints.cut_texts import comment_after_text, comment_without_space
from hearingkit.source.hints.folded_texts import heading_in_comment, lost_structure
from hearingkit.source.lines import Lines, Span
from hearingkit.source.open_values import AnchoredValue, OpenCollection
from hearingkit.source.places import Numbers, Offsets, Places, Tree

DEEPEST: Final = 50
"""Highest number of nested lists and mappings; hearing data has about ten."""

MOST_VALUES: Final = 1_500_000
"""Highest number of values in a file; a register of 100,000 parties has about a million."""

MOST_REPEATED: Final = 100_000
"""Highest number of values that all aliases of a file repeat."""

LONGEST_TEXT: Final = 100_000
"""Highest number of characters in a text, about forty pages; longer Markdown is slow to read."""

_NULLS: Final = frozenset({"", "~", "null", "Null", "NULL"})  # of the core schema of YAML 1.2
_LEAVES_OUT: Final = frozenset({"HK010", "HK012"})
_TAG: Final = late_pattern(r"![^\s,\[\]{}]*")
_NAMED = yaml.ScalarEvent | yaml.MappingStartEvent | yaml.SequenceStartEvent


class ReadingStopped(Exception):
    """The file cannot be read any further; ``finding`` gives the reason."""

    def __init__(self, finding: Finding) -> None:
        super().__init__(finding.message)
        self.finding = finding


class Composer:
    """Builds the tree of one file from its events, in their order.

    Attributes:
        findings: The faults found so far.
        tree: The root mapping; complete after the last event.
        levels: The lists and mappings that are still open, the outermost first.
        whole: Whether the tree holds all data of the file. A merge key or a key that is no text
            leaves data out. A key that stands twice does not: its first value counts.
    """

    def __init__(self, name: str, lines: Lines) -> None:
        self.findings: list[Finding] = []
        self.tree: dict[str, Tree] = {}
        self.levels: list[OpenCollection] = []
        self.whole = True
        self._name = name
        self._lines = lines
        self._anchors: dict[str, AnchoredValue] = {}
        self._values = Offsets()
        self._keys = Offsets()
        self._sizes = array("I")
        self._count = 0
        self._repeated = 0
        self._documents = 0
        self._only_text: Span | None = None
        self._found = Counter[str]()
        self._one_of = SharedTexts().one_of

    def take(self, event: yaml.Event) -> None:
        """Add the next event to the tree.

        Raises:
            ReadingStopped: If the file cannot be read any further.
        """
        take = self._TAKES.get(type(event))
        if take:
            take(self, event)

    @property
    def has_properties(self) -> bool:
        """Return whether a value has an anchor, by which an alias may repeat it, or a tag."""
        return bool(self._anchors or self._found["HK009"])

    def places(self) -> tuple[Places, Places]:
        """Return the place of each value, and of each key."""
        if not self._sizes:
            self._note(0, 0)
        numbers = Numbers(self.tree, self._sizes)
        of_values, of_keys = (
            Places(self._lines, numbers, one) for one in (self._values, self._keys)
        )
        return of_values, of_keys

    def _document(self, event: yaml.DocumentStartEvent) -> None:
        self._documents += 1
        if self._documents > 1:
            raise self._stop("HK011", self._lines.span(*event_offsets(event)), "begins")

    def _finish(self, _event: yaml.StreamEndEvent) -> None:
        for anchor in self._anchors.values():
            self._refuse_unused(anchor)
        if self._only_text:
            raise self._stop("HK013", self._only_text, "text")

    def _scalar(self, event: yaml.ScalarEvent) -> None:
        text, style = event.value, event.style
        start, end = event_offsets(event)
        if style in ("|", ">"):
            end = start + len(self._lines.text[start:end].rstrip())
        if event.tag is not None:
            self._refuse_tag(event)
        if len(text) > LONGEST_TEXT:
            facts = {"length": len(text), "most": LONGEST_TEXT}
            raise self._stop("HK002", self._lines.span(start, end), "text", **facts)
        if style == '"':
            text = self._without_control_characters(text, start, end)
        if self.levels and self.levels[-1].awaits_key:
            self._name_anchor(event, text)
            self._key(sys.intern(text), start, end, plain=not style)  # many entries have the same
            return
        value = None if not style and text in _NULLS else self._one_of(text)
        if text or style:
            self._refuse_near_comment(start, end)
        if value and not style:
            self._report_comments(start, end)
        if value and style != "|":
            self._report_lost_structure(start, end, value)
        self._note(start, end)
        self._name_anchor(event, value)
        self._put(value, start, end, 0)

    def _key(self, key: str, start: int, end: int, *, plain: bool) -> None:
        level = self.levels[-1]
        first = level.first.setdefault(key, start)
        if plain and key == "<<":
            self._find("HK010", self._lines.span(start, end))
        elif plain and not key:
            self._find("HK012", self._lines.span(start, end), "missing")
        elif first != start:
            line, _ = self._lines.position(first)
            self._find("HK006", self._lines.span(start, end), key=shortened(key), line=line)
        else:
            level.await_value(key, (start, end), drops=False)
            return
        level.await_value(key, drops=True)

    def _mapping(self, event: yaml.MappingStartEvent) -> None:
        self._open(event, {})

    def _sequence(self, event: yaml.SequenceStartEvent) -> None:
        self._open(event, [])

    def _open(
        self,
        event: yaml.MappingStartEvent | yaml.SequenceStartEvent,
        node: dict[str, Tree] | list[Tree],
    ) -> None:
        start, _ = event_offsets(event)
        end = start + 1
        self._refuse_depth(start, end, 1)
        if event.tag is not None:
            self._refuse_tag(event)
        if event.flow_style:
            self._refuse_near_comment(start, end)
        if not self.levels and isinstance(node, list):
            raise self._stop("HK013", self._lines.span(start, end), "list")
        is_key = bool(self.levels) and self.levels[-1].awaits_key
        if is_key:
            self._refuse_key(start, end)
        outside_tree, count, flow = self._is_outside_tree(), self._count, bool(event.flow_style)
        number = self._note(start, end)
        anchor = self._name_anchor(event)
        self.levels.append(
            OpenCollection(number, node, start, flow, outside_tree, is_key, count, anchor, end=end)
        )

    def _close(self, event: yaml.CollectionEndEvent) -> None:
        level = self.levels.pop()
        # The parser sees the end of a block only at the next text, maybe many lines below.
        end = event_offsets(event)[1] if level.flow else level.end
        if level.flow:
            self._refuse_near_comment(end - 1, end)
        if not level.outside_tree:
            self._values.ends[level.number] = end
            self._sizes[level.number] = len(self._sizes) - level.number
        if level.anchor:
            self._close_anchor(level.anchor, level)
        if not level.is_key:
            self._put(level.node, level.start, end, level.height)

    def _close_anchor(self, anchor: AnchoredValue, level: OpenCollection) -> None:
        anchor.node = level.node
        anchor.size = self._count - level.count
        anchor.height = level.height
        anchor.last = len(self._sizes)
        anchor.closed = True

    def _alias(self, event: yaml.AliasEvent) -> None:
        start, end = event_offsets(event)
        anchor = self._referred(event.anchor or "", self._lines.span(start, end))
        self._refuse_depth(start, end, anchor.height)
        if self.levels and self.levels[-1].awaits_key:
            if isinstance(anchor.node, str):
                self._key(anchor.node, start, end, plain=False)
            else:
                self._refuse_key(start, end)
            return
        self._note(start, end)
        self._repeat(anchor)
        self._put(anchor.node, start, end, anchor.height)

    def _referred(self, name: str, span: Span) -> AnchoredValue:
        anchor = self._anchors.get(name)
        if anchor is None:
            raise self._stop("HK005", span, "no_anchor", name=shortened(name))
        if not anchor.closed:
            raise self._stop("HK007", span, "inside", name=shortened(name))
        anchor.used = True
        self._repeated += anchor.size
        if self._repeated > MOST_REPEATED:
            raise self._stop("HK007", span, "many", most=MOST_REPEATED)
        return anchor

    def _repeat(self, anchor: AnchoredValue) -> None:
        """Give the values that an alias repeats the places of the original."""
        self._count += anchor.size - 1
        if self._is_outside_tree():
            return
        number, first, last = len(self._sizes) - 1, anchor.first + 1, anchor.last
        self._values.repeat(first, last)
        self._keys.repeat(first, last)
        self._sizes.extend(self._sizes[first:last])
        if first == last:
            self._add_unplaced(anchor.node)
        self._sizes[number] = len(self._sizes) - number

    def _add_unplaced(self, node: Tree) -> None:
        """Add the values in one that an alias repeats, but that stands outside the tree itself."""
        if not isinstance(node, dict | list):
            return
        for one in node.values() if isinstance(node, dict) else node:
            number = len(self._sizes)
            self._values.add()
            self._keys.add()
            self._sizes.append(1)
            self._add_unplaced(one)
            self._sizes[number] = len(self._sizes) - number

    def _name_anchor(self, event: _NAMED, value: Tree = None) -> AnchoredValue | None:
        """Remember the anchor of a value, if it has one; a list or mapping is closed later."""
        if event.anchor is None:
            return None
        if event.anchor in self._anchors:
            self._refuse_unused(self._anchors[event.anchor])
        text = f"&{event.anchor}"
        start = self._lines.text.find(text, event_offsets(event)[0])
        span = self._lines.span(start, start + len(text))
        anchor = AnchoredValue(event.anchor, span, first=len(self._sizes) - 1, node=value)
        anchor.closed = isinstance(event, yaml.ScalarEvent)
        self._anchors[event.anchor] = anchor
        return anchor

    def _is_outside_tree(self) -> bool:
        return bool(self.levels) and (self.levels[-1].outside_tree or self.levels[-1].drops)

    def _note(self, start: int, end: int) -> int:
        """Count the next value, keep its place, and return its number."""
        self._count += 1
        if self._count > MOST_VALUES:
            raise self._stop("HK002", self._lines.span(start, end), "values", most=MOST_VALUES)
        number = len(self._sizes)
        if not self._is_outside_tree():
            self._values.add(start, end)
            self._keys.add(*(self.levels[-1].of_key if self.levels else ()))
            self._sizes.append(1)
        return number

    def _put(self, value: Tree, start: int, end: int, height: int) -> None:
        if self.levels:
            self.levels[-1].put(value, end, height)
        elif isinstance(value, dict):
            self.tree = value
        elif value is not None:
            # Wait: a mistake in the first key makes it a text, and the next line shows the mistake.
            self._only_text = self._lines.span(start, end)

    def _refuse_key(self, start: int, end: int) -> None:
        if not self.levels[-1].is_key:
            self._find("HK012", self._lines.span(start, end), "no_text")
        self.levels[-1].await_value("", drops=True)

    def _refuse_depth(self, start: int, end: int, height: int) -> None:
        if len(self.levels) + height > DEEPEST:
            raise self._stop("HK008", self._lines.span(start, end), most=DEEPEST)

    def _refuse_tag(self, event: _NAMED) -> None:
        found = _TAG.search(self._lines.text, event_offsets(event)[0])
        if found:
            self._find("HK009", self._lines.span(*found.span()), tag=shortened(found[0]))

    def _without_control_characters(self, value: str, start: int, end: int) -> str:
        """Report characters written as escapes, which exist in double quotes only."""
        if not (may_hold_forbidden(value) and FORBIDDEN.search(value)):
            return value
        for offsets in forbidden_escapes(self._lines.text, start, end):
            escape = self._lines.text[slice(*offsets)]
            self._find("HK004", self._lines.span(*offsets), "unprintable", escape=escape)
        return FORBIDDEN.sub("□", value)

    def _refuse_unused(self, anchor: AnchoredValue) -> None:
        if not anchor.used:
            self._find("HK014", anchor.span, name=shortened(anchor.name))

    def _report_comments(self, start: int, end: int) -> None:
        behind = comment_after_text(self._lines, start, end)
        above = heading_in_comment(self._lines, start)
        for comment, variant in ((behind, "behind"), (above, "above")):
            if comment:
                text = shortened(self._lines.text[comment.start : comment.end])
                self._find("HK017", comment, variant, comment=text)

    def _refuse_near_comment(self, start: int, end: int) -> None:
        """Report a comment that begins right behind a value, or behind the mark of a block."""
        comment = comment_without_space(self._lines, start, end)
        if comment:
            mark = self._lines.text[comment.start - 1]
            facts = {
                "mark": mark,
                "comment": shortened(self._lines.text[comment.start : comment.end]),
            }
            variant = "behind_block_mark" if mark in "|>-+0123456789" else "near_comment"
            self._find("HK005", comment, variant, **facts)

    def _report_lost_structure(self, start: int, end: int, value: str) -> None:
        found = lost_structure(self._lines, start, end, value)
        if found:
            self._find("HK018", *found)

    def _find(self, code: str, span: Span, variant: str = "", **facts: object) -> None:
        self.whole = self.whole and code not in _LEAVES_OUT
        self._found[code] += 1
        if self._found[code] <= MOST_REPORTED + 1:
            self.findings.append(fault(code, self._lines.place(self._name, span), variant, **facts))

    def _stop(self, code: str, span: Span, variant: str = "", **facts: object) -> ReadingStopped:
        return ReadingStopped(fault(code, self._lines.place(self._name, span), variant, **facts))

    _TAKES: ClassVar[Mapping[type[yaml.Event], Callable[[Any, Any], None]]] = {
        yaml.ScalarEvent: _scalar,
        yaml.MappingStartEvent: _mapping,
        yaml.MappingEndEvent: _close,
        yaml.SequenceStartEvent: _sequence,
        yaml.SequenceEndEvent: _close,
        yaml.AliasEvent: _alias,
        yaml.DocumentStartEvent: _document,
        yaml.StreamEndEvent: _finish,
    }
