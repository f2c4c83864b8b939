"""Write a mailing list as a recipient list of hearing data."""

import functools
import itertools
from collections.abc import Callable, Iterator, Mapping, Sequence
from typing import TYPE_CHECKING, Any, Final

from hearingkit.exporters import ExportOptions
from hearingkit.lists.table import RecipientRole, RecipientRow, RecipientTable

if TYPE_CHECKING:
    import yaml

_SCHEMA: Final = "# yaml-language-server: $schema=../hearingkit.schema.json\n"
_WIDE: Final = 90  # characters of a recipient on one line
_STR: Final = "tag:yaml.org,2002:str"

_Node = RecipientRow | tuple[str, list[RecipientRow]]
"""A recipient, or a heading and who stands under it."""


def export(table: RecipientTable, options: ExportOptions) -> bytes:  # noqa: ARG001
    """Return a file of data: a group stands where it begins, members under their collective.

    PyYAML quotes what a program might take for a number, a time or a truth value.
    """
    return file_of({"recipient_lists": {table.hearing: entries(table.rows, recipient)}})


def file_of(sections: Mapping[str, Any]) -> bytes:
    """Return a file of data with some sections."""
    return f"{_SCHEMA}\n{_dumped(sections)}".encode()


def part_text(part: object, *, in_brackets: bool = False) -> str:
    """Return a part of a file of data, a mapping or a list, as lines.

    Args:
        part: As ``entries`` and ``on_one_line`` make it.
        in_brackets: Return what stands between brackets or braces.
    """
    text = _dumped(part, in_brackets=in_brackets)
    return text.strip()[1:-1] if in_brackets else text


def _dumped(value: object, *, in_brackets: bool = False) -> str:
    import yaml

    emitter = getattr(yaml, "CSafeDumper", yaml.SafeDumper)
    events = _events(value, in_brackets=in_brackets)
    text: str = yaml.emit(events, Dumper=emitter, allow_unicode=True, width=1_000_000)
    return text


def _events(value: object, *, in_brackets: bool) -> "Iterator[yaml.Event]":
    """Yield what is written, part by part: a tree of 100,000 recipients would take 300 MB."""
    import yaml

    yield yaml.StreamStartEvent()
    yield yaml.DocumentStartEvent(explicit=False)
    yield from _parts(value, in_brackets=in_brackets)
    yield yaml.DocumentEndEvent(explicit=False)
    yield yaml.StreamEndEvent()


def _parts(value: Any, *, in_brackets: bool) -> "Iterator[yaml.Event]":  # noqa: ANN401 (a tree)
    import yaml

    match value:
        case bool():
            yield yaml.ScalarEvent(None, None, (True, False), str(value).lower())
        case str():
            yield _text(value)
        case Mapping():
            is_flow = in_brackets or isinstance(value, _OnOneLine)
            yield yaml.MappingStartEvent(None, None, implicit=True, flow_style=is_flow)
            for key, below in value.items():
                yield _text(key)
                yield from _parts(below, in_brackets=is_flow)
            yield yaml.MappingEndEvent()
        case _:
            yield yaml.SequenceStartEvent(None, None, implicit=True, flow_style=in_brackets)
            for below in value:
                yield from _parts(below, in_brackets=in_brackets)
            yield yaml.SequenceEndEvent()


def _text(text: str) -> "yaml.Event":
    """Return a text, which stands in quotes where a program might take it for something else."""
    import yaml

    is_plain = _resolver().resolve(yaml.ScalarNode, text, (True, False)) == _STR
    return yaml.ScalarEvent(None, _STR, (is_plain, True), text)


@functools.cache
def _resolver() -> Any:  # noqa: ANN401 (PyYAML's own type)
    import yaml

    return yaml.resolver.Resolver()


class _OnOneLine(dict[str, Any]):
    """A mapping that is written in braces."""


def entries(
    rows: Sequence[RecipientRow], entry_for: Callable[[RecipientRow], object], depth: int = 0
) -> Iterator[object]:
    """Yield entries of a list; recipients of a collective are its members.

    Args:
        rows: The recipients.
        entry_for: Returns the entry of who is no member.
        depth: How many headings stand above them already.
    """
    for collective, nodes in itertools.groupby(_nodes(rows, depth), _collective):
        if collective:
            members = [recipient(node) for node in nodes if isinstance(node, RecipientRow)]
            yield {"name": collective, "members": members}
            continue
        for node in nodes:
            match node:
                case RecipientRow():
                    yield entry_for(node)
                case heading, below:
                    yield {"heading": heading, "entries": entries(below, entry_for, depth + 1)}


def _nodes(rows: Sequence[RecipientRow], depth: int) -> list[_Node]:
    nodes: list[_Node] = []
    groups: dict[str, list[RecipientRow]] = {}
    for row in rows:
        if len(row.headings) == depth:
            nodes.append(row)
            continue
        heading = row.headings[depth]
        if heading not in groups:
            groups[heading] = []
            nodes.append((heading, groups[heading]))
        groups[heading].append(row)
    return nodes


def _collective(node: _Node) -> str:
    return node.member_of if isinstance(node, RecipientRow) else ""


def recipient(row: RecipientRow) -> object:
    """Return a recipient: its name where there is no more, and one line where it has room."""
    fields = fields_of(row)
    return row.name if fields.keys() == {"name"} else on_one_line(fields)


def fields_of(row: RecipientRow) -> Mapping[str, Any]:
    """Return what is known of a recipient, by the keys of the data."""
    fields = {
        "name": row.name,
        "email": row.emails[0] if len(row.emails) == 1 else list(row.emails),
        "attention": row.attention,
        "their_reference": row.their_reference,
        "phone": row.phone,
        "address": list(row.address),
        "org_number": row.org_number,
        "language": row.language.value if row.language else "",
        "copy": row.role is RecipientRole.COPY,
    }
    return {key: value for key, value in fields.items() if value}


def on_one_line(fields: Mapping[str, Any]) -> object:
    """Return a mapping that is written on one line where it has room."""
    is_short = sum(len(key) + len(str(value)) + 4 for key, value in fields.items()) <= _WIDE
    return _OnOneLine(fields) if is_short else dict(fields)
