"""A text in which names were replaced by their values, with the way back to what was written."""

import dataclasses
from collections.abc import Mapping, Sequence
from dataclasses import field

from hearingkit.frozen import frozen
from hearingkit.texts.reading import LinkSpan, Reading


@frozen
class Problem:
    """What can't be filled.

    Attributes:
        start: Where it stands in the text as written.
        end: The offset behind it.
        variant: Which message tells what is wrong with it.
        facts: The facts of that message.
    """

    start: int
    end: int
    variant: str
    facts: Mapping[str, str]


@frozen
class Filled:
    """A text in which names were replaced by their values.

    Attributes:
        text: With the values.
        origin: For each sign of it, and for its end, an offset in the text as written; a value
            comes from where its name begins.
        ends: Where each name that was replaced ends, by where it begins, in the text as written.
        problems: What could not be filled, and stands as it was written.
    """

    text: str
    origin: Sequence[int]
    ends: Mapping[int, int] = field(default_factory=dict)
    problems: tuple[Problem, ...] = ()

    def written(self, start: int, end: int) -> tuple[int, int]:
        """Return where a stretch of the filled text stands in the text as written."""
        first = self.origin[start]
        last = self.origin[max(end - 1, start)]
        return first, self.ends.get(last, last + (end > start))

    def traced(self, reading: Reading) -> Reading:
        """Return a reading of the filled text with its offsets in the text as written."""
        if isinstance(self.origin, range):
            return reading
        origin = [self.origin[offset] for offset in reading.origin]
        links = tuple(self._traced_link(link) for link in reading.links)
        return dataclasses.replace(reading, origin=origin, links=links)

    def _traced_link(self, link: LinkSpan) -> LinkSpan:
        return dataclasses.replace(link, target=self.written(*link.target))


def unfilled(text: str) -> Filled:
    """Return a text that names nothing."""
    return Filled(text, range(len(text) + 1))
