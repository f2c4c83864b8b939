"""Words that belong together, as a class with a field for each key."""

import functools
import inspect
import re
import types
from collections.abc import Callable, Iterable, Mapping
from dataclasses import is_dataclass
from typing import Annotated, Any, ClassVar, Final, Literal, TypeVar, cast, get_args, get_origin

from hearingkit.patterns import late_pattern

_Kind = TypeVar("_Kind")


class WordGroup:
    """Words that belong together, in a section or as a part of one: each field is a key of it.

    What a field says is read when it is first asked for, so that no pattern is compiled that
    nobody uses.

    Attributes:
        fields: The names of all fields.
        in_file: By key, what stands in the file.
        stands_at: The file and the section, as they stand in front of a key in errors.
    """

    fields: ClassVar[tuple[str, ...]] = ()
    in_file: Mapping[str, Any]
    stands_at: str

    def __init_subclass__(cls) -> None:
        hints = inspect.get_annotations(cls).items()
        own = {name: kind for name, kind in hints if not _is_of_class(kind)}
        cls.fields = tuple(own)
        for name, kind in own.items():
            setattr(cls, name, _Field(name, kind, vars(cls).get(name, _Field)))

    def __init__(self, in_file: Mapping[str, Any], stands_at: str = "") -> None:
        """Take words.

        Raises:
            ValueError: If a key is missing or unknown.
        """
        for name in self.fields:
            if name not in in_file and vars(type(self))[name].default is _Field:
                raise ValueError(f"{stands_at}{name}: is missing")
        for name in in_file:
            if name not in self.fields:
                raise ValueError(f"{stands_at}{name}: is unknown")
        self.in_file = in_file
        self.stands_at = stands_at


def _is_of_class(kind: object) -> bool:
    return get_origin(kind) == cast("object", ClassVar)


class _Field:
    """A field, whose value takes its place in the group as soon as it is read."""

    def __init__(self, name: str, kind: object, default: object) -> None:
        self.name, self.kind, self.default = name, kind, default

    def __get__(self, group: WordGroup, _: type[WordGroup]) -> object:
        value = self.default
        if self.name in group.in_file:
            try:
                value = _read(self.kind, group.in_file[self.name])
            except ValueError as error:
                raise ValueError(f"{group.stands_at}{self.name}: {error}") from None
        vars(group)[self.name] = value
        return value


AnyOf = Annotated[re.Pattern[str], "any of a list"]
"""A pattern for any of several, which stand in a list."""


def either(patterns: Iterable[str]) -> str:
    """Return a pattern for any of several words or patterns, each of them once."""
    return "|".join(dict.fromkeys(patterns))


def _read(kind: object, said: object) -> object:
    """Return what a file says as a value of a type.

    Raises:
        ValueError: If it says no such value.
    """
    return _reader(kind)(said)


@functools.cache
def _reader(kind: object) -> Callable[[object], object]:
    """Return what makes a value of a type; a list has many of the same."""
    reader, args = _READERS.get(get_origin(kind) or kind), get_args(kind)
    if reader is None:
        return functools.partial(_made, cast("type[object]", kind))
    return lambda said: reader(said, *args)


def _made(kind: Callable[..., object], said: object) -> object:
    return kind(**_keys(said)) if is_dataclass(kind) else kind(said)


def _text(said: object) -> str:
    return _of(str, said, "is no text")


def _items(said: object) -> list[object]:
    return _of(list, said, "is no list")


def _keys(said: object) -> dict[str, object]:
    return _of(dict, said, "has no keys")


def _of(kind: type[_Kind], said: object, fault: str) -> _Kind:
    if not isinstance(said, kind):
        raise ValueError(fault)  # noqa: TRY004 - it is the file that is wrong
    return said


def _flag(said: object) -> bool:
    if said not in ("yes", "no"):
        raise ValueError("is neither yes nor no")
    return said == "yes"


def _one_of(said: object, *choices: object) -> object:
    if said not in choices:
        raise ValueError("is not to choose from")
    return said


def _several(said: object, *kinds: object) -> tuple[object, ...]:
    items = _items(said)
    return tuple(map(_read, kinds[:1] * len(items) if kinds[-1] is ... else kinds, items))


_READERS: Final[Mapping[object, Callable[..., object]]] = {
    str: _text,
    int: int,
    bool: _flag,
    Literal: _one_of,
    tuple: _several,
    frozenset: lambda said, kind: frozenset(_read(kind, one) for one in _items(said)),
    Mapping: lambda said, *kinds: {
        _read(kinds[0], key): _read(kinds[1], value) for key, value in _keys(said).items()
    },
    re.Pattern: lambda said, _: late_pattern(_text(said)),
    Annotated: lambda said, *_: late_pattern(either(map(_text, _items(said)))),
    types.UnionType: lambda said, kind, _: _read(kind, said),  # or None, where the key is missing
}
