"""What is left of a value with gaps, so that it can be shown."""

from collections.abc import Callable
from typing import Any, TypeVar

from hearingkit.model.base import Value
from hearingkit.model.text import LineIn

V = TypeVar("V", bound=Value)
Fill = Callable[[LineIn], LineIn]


def without_gaps(value: V, fill: Fill = lambda line: line) -> V:
    """Return a value in which no part lacks what it must have: such a part is left out.

    An address without its mailbox goes, and with its last address the whole contact.

    Args:
        value: A value read leniently. What it lacks itself stays None.
        fill: Returns a line that is written in some languages, with what stands in others.
    """
    left = {name: _left(part, fill) for name, part in value.__dict__.items()}
    return value.model_copy(update=left)


def _left(part: Any, fill: Fill) -> Any:  # noqa: ANN401 (whatever a field holds)
    if isinstance(part, LineIn):
        return fill(part)
    if isinstance(part, tuple):
        return tuple(one for one in (_left(one, fill) for one in part) if one is not None)
    if not isinstance(part, Value):
        return part
    left = without_gaps(part, fill)
    required = [name for name, field in type(part).model_fields.items() if field.is_required()]
    is_empty = any(getattr(left, name) in (None, ()) for name in required)
    return None if left.has_gap or is_empty else left
