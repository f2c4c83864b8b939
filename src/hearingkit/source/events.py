"""PyYAML's parser, and the offsets of its events."""

from collections.abc import Iterator
from typing import Final, cast

import yaml

LOADER: Final = getattr(yaml, "CSafeLoader", yaml.SafeLoader)
"""libyaml's parser; where PyYAML has no libyaml, its own one, about ten times slower."""


def events_of(text: str) -> Iterator[yaml.Event]:
    """Yield the events of a text; both parsers read only a few thousand characters ahead.

    Raises:
        yaml.YAMLError: If the text is no YAML.
        ValueError: If PyYAML's own parser meets an escape that is too high for Unicode.
        OverflowError: If the escape is much too high.
    """
    parser = LOADER(text)
    try:  # as yaml.parse, which asks twice for each event
        yield from iter(parser.get_event, None)
    finally:
        parser.dispose()


def event_offsets(event: yaml.Event) -> tuple[int, int]:
    """Return the offset where an event begins, and the offset behind its end."""
    # The type stubs allow missing marks, but the events of a parser always have them.
    start, end = cast("tuple[yaml.Mark, yaml.Mark]", (event.start_mark, event.end_mark))
    return start.index, end.index
