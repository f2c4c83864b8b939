"""What all models share: frozen values that name their own keys.

A fault is an error whose type names the code of a finding; no message of pydantic's own
ever reaches a user.
"""

import functools
from collections.abc import Callable, Iterator, Mapping
from dataclasses import field
from typing import Any, ClassVar, Final, Self, TypeVar, cast

from pydantic import (
    BaseModel,
    ConfigDict,
    Field,
    GetCoreSchemaHandler,
    GetJsonSchemaHandler,
    ValidationError,
    ValidationInfo,
    create_model,
    model_validator,
)
from pydantic_core import CoreSchema, InitErrorDetails, PydanticCustomError, core_schema

from hearingkit.frozen import frozen

AS_WRITTEN: Mapping[str, bool] = {"as_written": True}
"""The context in which data from YAML is validated: there, None is a key with nothing behind it."""
LENIENT: Mapping[str, bool] = {**AS_WRITTEN, "lenient": True}
"""The context in which data from YAML is read without what is at fault in it."""

UNKNOWN_KEY: Final = "HK102 "
"""The type of the error on a key that a value doesn't know."""
NO_VALUE: Final = "HK101 no_value"
"""The type of the error on a key with nothing behind it."""

V = TypeVar("V", bound="Value")
_GIVEN: Final[dict[frozenset[str], set[str]]] = {}


@frozen(eq=False)
class _Described:
    """What JSON Schema says of a type that is annotated with this.

    Attributes:
        json: All that it says; None for what pydantic makes of the type.
    """

    json: Mapping[str, Any] | None = field(default=None, kw_only=True)

    def __get_pydantic_json_schema__(
        self, schema: CoreSchema, handler: GetJsonSchemaHandler
    ) -> dict[str, Any]:
        return handler(schema) if self.json is None else dict(self.json)


@frozen(eq=False)
class Checked(_Described):
    """What a function makes of a value, as ``AfterValidator`` has it.

    Pydantic reads a function's signature anew wherever its type is used, to see whether it has two
    parameters; these have one.
    """

    check: Callable[[Any], object]

    def __get_pydantic_core_schema__(
        self, source: object, handler: GetCoreSchemaHandler
    ) -> CoreSchema:
        return core_schema.no_info_after_validator_function(self.check, handler(source))


@frozen(eq=False)
class ReadBy(_Described):
    """What a function makes of what stands in YAML, as ``BeforeValidator`` has it."""

    read: Callable[[Any], object]

    def __get_pydantic_core_schema__(
        self, source: object, handler: GetCoreSchemaHandler
    ) -> CoreSchema:
        return core_schema.no_info_before_validator_function(self.read, handler(source))


class Value(BaseModel):
    """A frozen value that refuses keys it doesn't know and, as written, keys without a value.

    Validated as ``LENIENT``, it leaves out what is at fault: an optional field has its default
    then, and any other is None. Whoever reads such a value asks first what is at fault in it.

    Attributes:
        shorthand: The field that a bare text stands for: ``- KL`` is ``- name: KL``.
        demanded: The required fields that may be None, as something in the value was at fault.
    """

    model_config = ConfigDict(frozen=True, extra="forbid", defer_build=True)
    shorthand: ClassVar[str] = ""
    demanded: ClassVar[tuple[str, ...]] = ()

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
            lines = list(cls._raised_anew(error, empty))
        lines += [InitErrorDetails(type=error_of(NO_VALUE), loc=(key,), input="") for key in empty]
        if not lines:
            _share_given(value)
            return cast("Self", value)
        if (info.context or {}).get("lenient") and (keys := _keys_at_fault(lines)):
            return _without(cls, data, keys)
        raise ValidationError.from_exception_data(cls.__name__, lines)

    @property
    def has_gap(self) -> bool:
        """Return whether the value itself lacks what it must have."""
        return any(getattr(self, name) is None for name in self.demanded)

    @classmethod
    def keys(cls) -> tuple[str, ...]:
        """Return the keys that the value has in YAML, in the model's order."""
        return tuple(info.alias or name for name, info in cls.model_fields.items())

    @classmethod
    def _raised_anew(cls, error: ValidationError, empty: tuple[str, ...]) -> Iterator[Any]:
        """Yield the errors again, those of this very value with what only the class knows.

        A key without a value is reported as such: neither as missing, nor by what follows from it.
        """
        for line in error.errors(include_url=False):
            kind, loc, facts = line["type"], line["loc"], dict(line.get("ctx") or {})
            if empty and (not loc or (kind == "missing" and loc[0] in empty)):
                continue
            if kind == "extra_forbidden" and len(loc) == 1:
                kind, facts = UNKNOWN_KEY, {"known": cls.keys()}
            elif kind == "model_type" and not loc and cls.shorthand:
                kind = "text_or_keys_type"
            yield InitErrorDetails(type=error_of(kind, facts), loc=loc, input=line["input"])


def _share_given(value: BaseModel) -> None:
    """Let values share the names of the fields that are given, which take more than the fields."""
    given = value.model_fields_set
    object.__setattr__(value, "__pydantic_fields_set__", _GIVEN.setdefault(frozenset(given), given))


def value_fault(code: str, variant: str = "", **facts: object) -> PydanticCustomError:
    """Return an error that becomes a finding: its code, the variant of the message, its facts."""
    return error_of(f"{code} {variant}", facts)


def error_of(type_: str, facts: Mapping[str, object] | None = None) -> PydanticCustomError:
    """Return an error of one of pydantic's types, or of one that is handled as those are."""
    return PydanticCustomError(cast("Any", type_), cast("Any", type_), dict(facts or {}) or None)


def _keys_at_fault(lines: list[InitErrorDetails]) -> frozenset[str]:
    """Return the keys that hold what is at fault; none where the whole value is."""
    ways = [line.get("loc", ()) for line in lines]
    return frozenset(str(way[0]) for way in ways) if all(ways) else frozenset()


def _without(cls: type[V], data: Mapping[str, object], at_fault: frozenset[str]) -> V:
    """Return a value of what is left of the data.

    Raises:
        ValidationError: If the rest has a fault too, as where it says nothing alone.
    """
    rest = {key: value for key, value in data.items() if key not in at_fault}
    return cast("V", _undemanding(cls).model_validate(rest, context=dict(LENIENT)))


@functools.cache
def _undemanding(cls: type[Value]) -> type[Value]:
    """Return the same model with no key that must be there."""
    required: dict[str, Any] = {
        name: (info.rebuild_annotation(), Field(None, alias=info.alias))
        for name, info in cls.model_fields.items()
        if info.is_required()
    }
    lenient = create_model(cls.__name__, __base__=cls, __module__=cls.__module__, **required)
    lenient.demanded = tuple(required)
    return lenient


def _without_value(data: object, model: type[Value]) -> tuple[str, ...]:
    """Return the known keys that stand with nothing behind them."""
    if not isinstance(data, Mapping) or None not in data.values():
        return ()
    known = model.keys()
    return tuple(key for key in known if key in data and data[key] is None)
