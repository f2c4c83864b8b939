"""Names in texts of the data: ``{{ deadline.date }}`` is replaced by its value, and no more.

A text of the data may come with a stranger's pull request. It is no program: a name is looked up
here, in code that calls nothing.
"""

import dataclasses
import difflib
import re
from collections.abc import Iterator, Mapping
from typing import Final

from markupsafe import Markup

from hearingkit.documents import markup
from hearingkit.errors import TemplateFault

_MARK: Final = re.compile(
    r"(?P<braces>\\\{\{)|\{\{(?P<name>[^{}]*)\}\}|(?P<open>\{\{)|(?P<tag>\{%|\{#)"
)
_NAME: Final = re.compile(r"[a-z_]+(?:\.[a-z_]+)*")


def fill_names(text: str, values: Mapping[str, object], where: str) -> str:
    r"""Return a Markdown text with names replaced by their values; ``\{{`` prints braces.

    Args:
        text: As written.
        values: What may be named; a dataclass among them has parts that may be named too.
        where: What the text is called in an error.

    Raises:
        TemplateFault: If a name is unknown, or what stands in braces is no name; says where.
    """

    def filled(found: re.Match[str]) -> str:
        try:
            return "{{" if found["braces"] else _filled(found, values)
        except ValueError as error:
            line = text.count("\n", 0, found.start()) + 1
            raise TemplateFault(where, line, str(error)) from None

    return _MARK.sub(filled, text)


def _filled(found: re.Match[str], values: Mapping[str, object]) -> str:
    if found["open"]:
        raise ValueError('"{{" has no "}}"; write \\{{ to print it')
    if found["tag"]:
        raise ValueError(f'"{found["tag"]}" has no place in a text; a text names values only')
    name = found["name"].strip()
    if not _NAME.fullmatch(name):
        raise ValueError(f'"{name}" is no name; write one as {{{{ deadline.date }}}}')
    return printed(_value(name, values))


def _value(name: str, values: Mapping[str, object]) -> object:
    first, *parts = name.split(".")
    if first not in values:
        raise ValueError(_unknown(first, values))
    value = values[first]
    for part in parts:
        known = tuple(_parts(value))
        if part not in known:
            raise ValueError(_unknown(part, known))
        value = getattr(value, part)
    return value


def _parts(value: object) -> Iterator[str]:
    if dataclasses.is_dataclass(value) and not isinstance(value, type):
        yield from (one.name for one in dataclasses.fields(value))


def _unknown(name: str, known: Mapping[str, object] | tuple[str, ...]) -> str:
    near = difflib.get_close_matches(name, known, n=1)
    return f'unknown name "{name}"' + (f'; did you mean "{near[0]}"?' if near else "")


def printed(value: object) -> str:
    """Return a value as Markdown; escaped where it isn't that already.

    Raises:
        ValueError: If the value has no text of its own.
    """
    match value:
        case Markup():
            return str(value)
        case None:
            return ""
        case str():
            return markup.escape(value)
        case _ if isinstance(full := getattr(value, "full", None), str):
            return markup.escape(full)
        case _:
            raise ValueError("this is no text; name one of its parts")
