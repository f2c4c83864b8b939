"""PyYAML's parser, and what its events tell about places."""

from collections.abc import Iterator
from typing import Final, cast

import yaml

LOADER: Final = getattr(yaml, "CSafeLoader", yaml.SafeLoader)
"""libyaml's parser; PyYAML's own, some ten times slower, where it was built without."""


def events_of(text: str) -> Iterator[yaml.Event]:
    """Yield the events of a text; both parsers look only some thousand characters ahead.

    Raises:
        yaml.YAMLError: If the text is no YAML.
        ValueError: If PyYAML's own parser meets an escape behind the last character of Unicode.
        OverflowError: If that escape is far behind it.
    """
    yield from yaml.parse(text, Loader=LOADER)


def offsets(event: yaml.Event) -> tuple[int, int]:
    """Return the offsets of an event's first character and of the spot behind its last."""
    # The type stubs allow for marks that are missing; a parser's events have theirs.
    start, end = cast("tuple[yaml.Mark, yaml.Mark]", (event.start_mark, event.end_mark))
    return start.index, end.index
