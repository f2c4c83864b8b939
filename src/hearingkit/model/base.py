"""What all models share: frozen values that name their own keys, and may have gaps.

A fault is an error whose type ``faults`` turns into a finding; no message of pydantic's own
ever reaches a user.
"""

import difflib
import functools
from collections.abc import Iterator, Mapping
from typing import TYPE_CHECKING, Any, ClassVar, Self, TypeVar, cast

from pydantic import (
    BaseModel,
    ConfigDict,
    Field,
    ValidationError,
    ValidationInfo,
    create_model,
    model_validator,
)
from pydantic_core import InitErrorDetails, PydanticCustomError

from hearingkit.model.gaps import LeftOut

AS_WRITTEN: Mapping[str, bool] = {"as_written": True}
"""The context in which data from YAML is validated: there, None is a key with nothing behind it."""
WITH_GAPS: Mapping[str, bool] = {**AS_WRITTEN, "with_gaps": True}
"""The context in which what is at fault in data from YAML is left out, and the rest is read."""

V = TypeVar("V", bound="Value")


class Value(BaseModel):
    """A frozen value that refuses keys it doesn't know and, as written, keys without a value.

    Validated ``WITH_GAPS``, it leaves out what is at fault: reading that raises ``LeftOut``.

    Attributes:
        shorthand: The field that a bare text stands for: ``- KL`` is ``- name: KL``.
    """

    model_config = ConfigDict(frozen=True, extra="forbid")
    shorthand: ClassVar[str] = ""

    @model_validator(mode="wrap")
    @classmethod
    def _read(cls, data: Any, handler: Any, info: ValidationInfo) -> Self:  # noqa: ANN401 (pydantic's own types)
        if cls.shorthand and isinstance(data, str):
            data = {cls.shorthand: data}
        empty = _without_value(data, cls) if (info.context or {}).get("as_written") else ()
        try:
            value = handler({key: data[key] for key in data if key not in empty} if empty else data)
            lines: list[InitErrorDetails] = []
        except ValidationError as error:
            lines = list(cls._told_anew(error, empty))
        lines += [InitErrorDetails(type=fault("no_value"), loc=(key,), input="") for key in empty]
        if not lines:
            return cast("Self", value)
        if (info.context or {}).get("with_gaps") and (keys := _keys_at_fault(lines)):
            return _with_gaps(cls, data, keys)
        raise ValidationError.from_exception_data(cls.__name__, lines)

    if not TYPE_CHECKING:  # it would tell mypy that every name is an attribute

        def __getattr__(self, name: str) -> object:
            """Refuse to tell of what was left out; only what isn't there is asked for here."""
            if name in type(self).model_fields:
                raise LeftOut(name)
            return super().__getattr__(name)

    @classmethod
    def keys(cls) -> tuple[str, ...]:
        """Return the keys that the value has in YAML, in the model's order."""
        return tuple(info.alias or name for name, info in cls.model_fields.items())

    @classmethod
    def _told_anew(cls, error: ValidationError, empty: tuple[str, ...]) -> Iterator[Any]:
        """Yield the errors again, those of this very value with what only the class knows.

        A key without a value is told of as such: neither as missing, nor by what follows from it.
        """
        for line in error.errors(include_url=False):
            kind, loc, facts = line["type"], line["loc"], dict(line.get("ctx") or {})
            if empty and (not loc or (kind == "missing" and loc[0] in empty)):
                continue
            if kind == "extra_forbidden" and len(loc) == 1:
                kind, facts = "unknown_key", {"known": cls.keys()}
            elif kind == "model_type" and not loc and cls.shorthand:
                kind = "text_or_keys_type"
            yield InitErrorDetails(type=fault(kind, **facts), loc=loc, input=line["input"])


def fault(kind: str, **facts: object) -> PydanticCustomError:
    """Return an error of a kind that ``faults`` knows, with the facts of its message."""
    return PydanticCustomError(cast("Any", kind), cast("Any", kind), dict(facts) or None)


def _keys_at_fault(lines: list[InitErrorDetails]) -> frozenset[str]:
    """Return the keys that hold what is at fault; none where the whole value is."""
    ways = [line.get("loc", ()) for line in lines]
    return frozenset(str(way[0]) for way in ways) if all(ways) else frozenset()


def _with_gaps(cls: type[V], data: Mapping[str, object], at_fault: frozenset[str]) -> V:
    """Return a value of what is left of the data; what is at fault can't be read.

    So it is with a key that a misspelt one may have been meant to be: that is no less at fault.

    Raises:
        ValidationError: If the rest has a fault too, as where it says nothing without the gap.
    """
    rest = {key: value for key, value in data.items() if key not in at_fault}
    known = {info.alias or name: name for name, info in cls.model_fields.items()}
    absent = [key for key in known if key not in rest]
    misspelt = [near for key in at_fault for near in difflib.get_close_matches(key, absent)]
    value = cast("V", _undemanding(cls).model_validate(rest, context=dict(WITH_GAPS)))
    for key in {*at_fault, *misspelt} & known.keys():
        value.__dict__.pop(known[key])
    return value


@functools.cache
def _undemanding(cls: type[Value]) -> type[Value]:
    """Return the same model with no key that must be there."""
    required: dict[str, Any] = {
        name: (info.rebuild_annotation(), Field(None, alias=info.alias))
        for name, info in cls.model_fields.items()
        if info.is_required()
    }
    return create_model(cls.__name__, __base__=cls, __module__=cls.__module__, **required)


def _without_value(data: object, model: type[Value]) -> tuple[str, ...]:
    """Return the known keys that stand with nothing behind them."""
    if not isinstance(data, Mapping) or None not in data.values():
        return ()
    known = model.keys()
    return tuple(key for key in known if key in data and data[key] is None)
