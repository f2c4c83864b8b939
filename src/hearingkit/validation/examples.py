"""What can stand at a place of a hearing file, and the smallest example of it: from its schema."""

import functools
from collections.abc import Iterator
from typing import Any, Final

from hearingkit.language.terms import exactly_meant_by
from hearingkit.source.file import Tree, TreePath
from hearingkit.source.site import Site
from hearingkit.validation.faults import visible

_ANY_TEXT: Final = "…"
_LONGEST: Final = 120  # characters; more is read less easily than the manual

_FLAG: Final = ["boolean", "string"]

Schema = dict[str, Any]


def example_at(path: TreePath) -> str:
    """Return what may stand at a place, in YAML on one line; empty where any text may.

    Keys that must be there are in it; of what a name alone may stand for, its first two keys.

    Args:
        path: The keys and indexes that lead there; unknown ones and tags are passed over.
    """
    smallest = _smallest(_at(path)[0])
    whole = _in_yaml(smallest)
    if whole == _ANY_TEXT:
        return ""
    return whole if len(whole) <= _LONGEST else _in_yaml(smallest, 1)


def example_for(site: Site) -> str:
    """Return the same with its key before it, or with the dash of an entry; empty as above."""
    path = site.source.known_path(site.path)
    example = example_at(site.path)
    key = path[-1] if path else ""
    return example and (f"{visible(key)}: {example}" if isinstance(key, str) else f"- {example}")


def holders_of(key: str, path: TreePath) -> list[tuple[str, str]]:
    """Return the keys at a place below which another can stand, each with that other.

    Args:
        key: In the words of the data, or in a user's own.
        path: The way to the keys, as above.
    """
    inner = {
        holder: [name for one in _parts(under) for name in one.get("properties", ())]
        for form in _forms(_at(path)[0])
        for holder, under in form.get("properties", {}).items()
    }
    meant = ((holder, exactly_meant_by(key, names)) for holder, names in inner.items())
    return [(holder, name) for holder, name in meant if name]


def _at(path: TreePath) -> list[Schema]:
    """Return what may stand at a place."""
    schemas = [_whole()]
    for step in path:
        schemas = [found for one in schemas for found in _below(one, step)] or schemas
    return schemas


def _parts(schema: Schema) -> Iterator[Schema]:
    """Yield the forms of a value, and those of its entries."""
    for form in _forms(schema):
        yield from _forms(form["items"]) if "items" in form else [form]


@functools.cache
def _whole() -> Schema:
    from hearingkit.validation.schema import json_schema

    return json_schema()


def _forms(schema: Schema) -> list[Schema]:
    """Return the forms that a value may have, or its only one; a short form only if alone."""
    if "$ref" in schema:
        return _forms(_whole()["$defs"][schema["$ref"].rpartition("/")[2]])
    if "properties" in schema or "anyOf" not in schema:
        return [schema]
    return [one for form in schema["anyOf"] for one in _forms(form)]


def _below(schema: Schema, step: str | int) -> Iterator[Schema]:
    """Yield what may stand under a key, or at an index."""
    for form in _forms(schema):
        if isinstance(step, int) and "items" in form:
            yield form["items"]
        elif step in form.get("properties", {}):
            yield form["properties"][step]
        elif isinstance(step, str) and form.get("additionalProperties"):
            yield form["additionalProperties"]


def _smallest(schema: Schema) -> Tree:
    """Return the smallest value: of several forms, the first that is no mapping if there is one."""
    from hearingkit.validation.schema import SHORT_FORM

    forms = _forms(schema)
    whole = [one for one in forms if one.get("description") != SHORT_FORM]
    form = next((one for one in whole if "properties" not in one), whole[0])
    for choice in ("enum", "examples"):
        if choice in form:
            return str(form[choice][0]).lower() if form.get("type") == _FLAG else form[choice][0]
    if "items" in form:
        return [_smallest(form["items"])]
    if "properties" in form:
        every = list(form["properties"])
        keys = every[:2] if len(whole) < len(forms) else _required(form) or every[:1]
        return {key: _smallest(form["properties"][key]) for key in keys}
    has_ids = form.get("additionalProperties")
    return {_ANY_TEXT: _smallest(form["additionalProperties"])} if has_ids else _ANY_TEXT


def _required(form: Schema) -> list[str]:
    """Return the keys that are required, also those that only a draft may lack."""
    return [*form.get("required", ()), *form.get("else", {}).get("required", ())]


def _in_yaml(value: Tree, depth: int = 9) -> str:
    """Return a value in YAML on one line; what is deeper than that is left open."""
    match value:
        case list():
            return (
                f"[{', '.join(_in_yaml(one, depth - 1) for one in value) if depth else _ANY_TEXT}]"
            )
        case dict():
            keys = (f"{key}: {_in_yaml(one, depth - 1)}" for key, one in value.items())
            return f"{{{', '.join(keys) if depth else _ANY_TEXT}}}"
        case _:
            return str(value)
