"""Frozen values, for which no function is compiled before the first is made.

``dataclass(frozen=True, slots=True)`` writes six functions for each class, and compiles them when
the class is imported: for our classes, a tenth of the time in which one hearing is judged. Here
five are the same for all classes, and ``__init__`` is compiled once a value of the class is made.
"""

import functools
from collections.abc import Callable
from dataclasses import MISSING, FrozenInstanceError, dataclass, field, fields
from operator import attrgetter
from types import FunctionType
from typing import Any, Final, TypeVar, dataclass_transform, overload

_T = TypeVar("_T")


@overload
def frozen(cls: type[_T], /) -> type[_T]: ...


@overload
def frozen(*, eq: bool = True, slots: bool = True) -> Callable[[type[_T]], type[_T]]: ...


@dataclass_transform(frozen_default=True, field_specifiers=(field,))
def frozen(cls: type[Any] | None = None, /, *, eq: bool = True, slots: bool = True) -> Any:
    """Make a class of frozen values, as ``dataclass(frozen=True, slots=True)`` does.

    Args:
        cls: The class.
        eq: Whether values with the same fields are equal; else each is equal to none but itself.
        slots: Whether a value holds nothing but its fields; else also what a ``cached_property`` of
            it has found.
    """
    return _frozen(cls, eq, slots) if cls else functools.partial(_frozen, eq=eq, slots=slots)


def _frozen(cls: type[_T], eq: bool, slots: bool) -> type[_T]:
    cls.__doc__ = cls.__doc__ or cls.__name__  # else dataclass asks inspect for a signature
    made: Any = dataclass(init=False, repr=False, eq=False, slots=slots)(cls)
    compared = attrgetter("__class__", *(one.name for one in fields(made) if one.compare))
    others = (*vars(cls), *(() if eq else _OF_EQUALS), *(() if slots else _OF_SLOTS))
    for name, function in {**_SHARED, "_compared": compared}.items():
        if name not in others:
            setattr(made, name, function)
    value: type[_T] = made
    return value


class _Value:
    """What all frozen values do in the same way."""

    __slots__ = ()
    _compared: Callable[[object], object]

    def __init__(self, *given: object, **named: object) -> None:
        cls: Any = type(self)
        cls.__init__ = _initializer(cls)
        cls.__init__(self, *given, **named)

    def __eq__(self, other: object) -> bool:
        if other.__class__ is not self.__class__:
            return NotImplemented
        return self._compared(self) == self._compared(other)

    def __hash__(self) -> int:
        return hash(self._compared(self))

    def __repr__(self) -> str:
        shown = (one.name for one in fields(self) if one.repr)  # type: ignore[arg-type]
        values = ", ".join(f"{name}={getattr(self, name)!r}" for name in shown)
        return f"{type(self).__qualname__}({values})"

    def __setattr__(self, name: str, _: object) -> None:
        raise FrozenInstanceError(f"cannot assign to field {name!r}")

    def __delattr__(self, name: str) -> None:
        raise FrozenInstanceError(f"cannot delete field {name!r}")

    def __setstate__(self, state: tuple[None, dict[str, object]]) -> None:
        for name, value in state[1].items():  # what pickle keeps of slots
            object.__setattr__(self, name, value)


_SHARED: Final = {name: it for name, it in vars(_Value).items() if isinstance(it, FunctionType)}
_OF_EQUALS: Final = ("__eq__", "__hash__")
_OF_SLOTS: Final = ("__setstate__",)


def _initializer(cls: type) -> Callable[..., None]:
    """Return ``__init__`` of a class, compiled from its fields; it sets each past the lock."""
    known: dict[str, Any] = {"MISSING": MISSING}
    by_place, by_name, lines = ["self"], ["*"], ["pass"]
    for one in fields(cls):
        name, is_made = one.name, one.default_factory is not MISSING
        if not (one.init or is_made):  # __post_init__ sets it
            continue
        known[f"default_{name}"], known[f"make_{name}"] = one.default, one.default_factory
        has_default = is_made or one.default is not MISSING
        parameters = by_name if one.kw_only else by_place
        parameters.append(f"{name}=default_{name}" if has_default else name)
        value = f"make_{name}() if {name} is MISSING else {name}" if is_made else name
        known[f"set_{name}"] = setter = getattr(getattr(cls, name, None), "__set__", None)
        lines.append(
            f"set_{name}(self, {value})" if setter else f"self.__dict__[{name!r}] = {value}"
        )
    if hasattr(cls, "__post_init__"):
        lines.append("self.__post_init__()")
    parameters = [*by_place, *by_name] if len(by_name) > 1 else by_place
    # The text is of names of fields alone, as it is in dataclasses.
    exec(f"def __init__({', '.join(parameters)}): {'; '.join(lines)}", known)  # noqa: S102
    initializer: Callable[..., None] = known["__init__"]
    return initializer
