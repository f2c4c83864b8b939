"""Every printed text of a value, found by what its fields say: one walk for all of the model."""

import functools
from collections.abc import Callable, Iterable, Iterator, Mapping
from typing import Any, TypeAlias, TypeVar, cast, get_args

from hearingkit.frozen import frozen
from hearingkit.model.base import Value
from hearingkit.model.text import LineIn, ProseIn
from hearingkit.source.file import TreePath
from hearingkit.texts.roles import Printed, Role

T = TypeVar("T")
_Part: TypeAlias = tuple[str | int, object, Role | None]
_Fields: TypeAlias = Callable[[type[Value]], Mapping[str, tuple[str, Role | None]]]


@frozen
class PrintedText:
    """A printed text of a value.

    Attributes:
        role: What it is in a letter or a list.
        path: The way to it in the value, as YAML has it.
        words: The text, or one for each language.
    """

    role: Role
    path: TreePath
    words: str | LineIn | ProseIn


def printed_texts(value: object, without: type[Value] | None = None) -> Iterator[PrintedText]:
    """Return the printed texts of a value and of all values in it, in the order of the model.

    What is at fault in the value is left out.

    Args:
        value: A value of the model, or several.
        without: The class of values whose texts are left out.
    """
    return _texts(value, (), None, without or ())


def _texts(
    value: object, path: TreePath, role: Role | None, without: type[Value] | tuple[()]
) -> Iterator[PrintedText]:
    if type(value) is str or isinstance(value, LineIn | ProseIn):
        if role:
            yield PrintedText(role, path, value)
        return
    for step, one, own in _parts(value, role, _that_may_print):
        if type(one) is str:
            if own:
                yield PrintedText(own, (*path, step), one)
        elif one and not isinstance(one, without):
            yield from _texts(one, (*path, step), own, without)


def with_lines(value: T, change: Callable[[str], str], role: Role | None = None) -> T:
    """Return a value in which each printed line is changed; Markdown stays as it is.

    What has no line that changes is the same value, not a copy: a hearing may have 10,000
    recipients.

    Args:
        value: A value of the model, or what stands in one of its fields.
        change: Returns the line to be printed.
        role: What a text is that stands there; None where none of it is printed.
    """
    made: Any = value
    match value:
        case str() if type(value) is str:
            made = change(value) if role and not role.is_markdown else value
        case Value():
            fields, given = fields_of(type(value)), value.__dict__
            parts = {
                name: with_lines(given[name], change, own) for name, (_, own) in fields.items()
            }
            changed = {name: one for name, one in parts.items() if one is not given[name]}
            return cast("T", value.model_copy(update=changed)) if changed else value
        case Mapping():
            made = {key: with_lines(one, change, role) for key, one in value.items()}
        case tuple():
            made = tuple(with_lines(one, change, role) for one in value)
        case _:
            pass
    return value if made == value else cast("T", made)


def parts_of(value: object) -> Iterable[_Part]:
    """Return what is given in a value, the step to it, and what a text is there."""
    return _parts(value, None, fields_of)


def _parts(value: object, role: Role | None, fields: _Fields) -> Iterable[_Part]:
    match value:
        case tuple():
            return ((number, one, role) for number, one in enumerate(value))
        case Value():
            given = value.__dict__
            of_model = fields(type(value)).items()
            return [
                (key, given[name], own)
                for name, (key, own) in of_model
                if given.get(name) is not None
            ]
        case Mapping():
            return [(str(key), one, role) for key, one in value.items()]
        case _:
            return ()


@functools.cache
def fields_of(model: type[Value]) -> Mapping[str, tuple[str, Role | None]]:
    """Return the fields of a model: the key of each, and what a text is that stands there."""
    fields: dict[str, tuple[str, Role | None]] = {}
    for name, field in model.model_fields.items():
        marks = [one for one in field.metadata if isinstance(one, Printed)]
        mark = marks[-1] if marks else next(_marks(field.annotation), None)
        fields[name] = field.alias or name, mark.role if mark else None
    return fields


@functools.cache
def _that_may_print(model: type[Value]) -> Mapping[str, tuple[str, Role | None]]:
    """Return the fields of a model that hold a printed text, or a value that may hold one."""
    return {
        name: (key, role)
        for name, (key, role) in fields_of(model).items()
        if role or _holds_values(model.model_fields[name].annotation)
    }


def _holds_values(annotation: object) -> bool:
    is_value = isinstance(annotation, type) and issubclass(annotation, Value)
    return is_value or any(map(_holds_values, get_args(annotation)))


def _marks(annotation: object) -> Iterator[Printed]:
    """Yield the marks in an annotation, the outermost first."""
    marks = getattr(annotation, "__metadata__", ())
    yield from (mark for mark in reversed(marks) if isinstance(mark, Printed))
    for part in get_args(annotation):
        yield from _marks(part)
