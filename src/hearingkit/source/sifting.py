"""Entries of a file that nobody asks about: passed over, unless others hang on them."""

from collections.abc import Callable, Iterator
from typing import Any, TypeAlias

import yaml

Wanted: TypeAlias = Callable[[str, str], bool]
"""Tells by section and key whether an entry of a file is wanted."""


class Entangled(Exception):
    """An entry can't be passed over: an anchor or an alias in it ties it to another."""


def sifted(events: Iterator[yaml.Event], wanted: Wanted) -> Iterator[yaml.Event]:
    """Yield the events of a file, with an empty value in place of each entry that isn't wanted.

    Raises:
        Entangled: If such an entry can't be passed over.
    """
    keys: list[Any] = []  # of each open mapping, the key whose value comes next; of a list, ()
    for event in events:
        if isinstance(event, yaml.MappingStartEvent) and _is_unwanted(keys, wanted):
            yield _passed_over(event, events)
            _step(keys, "")
            continue
        match event:
            case yaml.CollectionEndEvent():
                keys.pop()
                _step(keys, "")
            case yaml.MappingStartEvent():
                keys.append(None)
            case yaml.SequenceStartEvent():
                keys.append(())
            case yaml.ScalarEvent():
                _step(keys, event.value)
            case yaml.AliasEvent():
                _step(keys, "")
        yield event


def _step(keys: list[Any], text: str) -> None:
    """Take note of a key, or of the end of a value."""
    if keys and keys[-1] != ():
        keys[-1] = text if keys[-1] is None else None


def _is_unwanted(keys: list[Any], wanted: Wanted) -> bool:
    return len(keys) == 2 and all(isinstance(key, str) for key in keys) and not wanted(*keys)


def _passed_over(start: yaml.MappingStartEvent, events: Iterator[yaml.Event]) -> yaml.ScalarEvent:
    """Return an empty value that stands where a mapping does, once its events are consumed."""
    depth = 1
    last: yaml.Event = start
    event: yaml.Event = start
    while depth:
        if getattr(event, "anchor", None):
            raise Entangled
        last, event = event, next(events)
        depth += isinstance(event, yaml.CollectionStartEvent)
        depth -= isinstance(event, yaml.CollectionEndEvent)
    # The end of a block is only noticed at whatever follows, maybe many empty lines below.
    end = event if start.flow_style else last
    return yaml.ScalarEvent(None, None, (True, False), "", start.start_mark, end.end_mark)
