"""pydantic's errors as findings: the kind and the place of each.

They are told apart by ``type`` and ``loc``; pydantic's English texts are never shown.
"""

import difflib
import re
from collections.abc import Iterator, Mapping
from typing import Any

from pydantic import ValidationError

from hearingkit.findings import Finding
from hearingkit.source.file import TreePath
from hearingkit.source.quoting import did_you_mean
from hearingkit.source.site import Site
from hearingkit.validation.faults import FAULTS, finding, named, visible

_MOST_ALLOWED = 9  # words that a message lists where it can propose one
_TAG = re.compile(r"<[a-z]+>|\[key\]|")  # what pydantic puts into a way, and no key
_SHAPES = {
    "model_type": "keys with values",
    "model_attributes_type": "keys with values",
    "text_or_keys_type": "a text, or keys with values",
    "dict_type": "keys with values",
    "tuple_type": "a list",
    "list_type": "a list",
    "string_type": "a text",
    "bool_type": "true or false",
    "bool_parsing": "true or false",
    "day_type": "a day",
}


def findings_of(error: ValidationError, site: Site) -> Iterator[Finding]:
    """Yield a finding for each fault of a value, at its place in the source."""
    for line in error.errors(include_url=False):
        if line["type"] == "too_short" and line["input"]:
            continue  # it has entries, but none without a fault of its own
        path: TreePath = tuple(step for step in line["loc"] if step != "[key]")
        is_key = line["type"] == "unknown_key" or line["loc"][-1:] == ("[key]",)
        kind, facts = _understood(line["type"], line["input"], dict(line.get("ctx") or {}), path)
        if kind == "missing":
            path, is_key = path[:-1], True
        where = site.at(*path)
        kind = _as_written(kind, facts, where)
        yield finding(
            kind, where.key_place if is_key else where.place, **{"what": named(where), **facts}
        )


def paths_at_fault(error: ValidationError) -> Iterator[TreePath]:
    """Yield the ways from a value to what is at fault in it.

    A misspelt key stands for the one that was meant: that is no less at fault.
    """
    for line in error.errors(include_url=False):
        *above, last = line["loc"] or ("",)
        holder: TreePath = tuple(step for step in above if not _TAG.fullmatch(str(step)))
        if line["type"] != "unknown_key":
            yield (*holder, *(() if _TAG.fullmatch(str(last)) else (last,)))
            continue
        known = (line.get("ctx") or {})["known"]
        for near in (last, *difflib.get_close_matches(str(last), known)):
            yield (*holder, near)


def _understood(
    type_: str, given: object, ctx: dict[str, Any], path: TreePath
) -> tuple[str, dict[str, object]]:
    """Return the kind of fault, and the facts of its message."""
    key = str(path[-1]) if path else ""
    if type_ == "union_tag_not_found":  # only an address has kinds that are told by their key
        type_ = "no_kind_of_address"
    if type_ == "unknown_key":
        return type_, {"key": key, "meant": did_you_mean(key, ctx["known"])}
    if type_ == "missing":
        return type_, {"key": key}
    if given is None:
        return "no_value", {}
    if type_ == "enum" and isinstance(given, str):
        return _not_among(given, ctx["expected"])
    if type_ in FAULTS:
        return type_, ctx
    return "wrong_shape", {"wanted": _SHAPES.get(type_, "a text"), "got": shape(given)}


def _as_written(kind: str, facts: Mapping[str, object], where: Site) -> str:
    """Return the kind of fault, more closely where the source shows how it came about."""
    source, path = where.source, where.source.known_path(where.path)
    is_list = source.text.startswith("- ", source.values[path].start)
    if kind == "wrong_shape" and is_list and facts["wanted"] == "a text":
        return "list_for_text"
    key = source.keys.get(path)
    if kind != "unknown_key" or key is None:
        return kind
    if source.at(path) is None and source.text[key.end : key.end + 100].lstrip()[:1] in {",", "}"}:
        return "comma_in_braces"
    return "text_as_key" if " " in str(path[-1]).strip() else kind


def _not_among(given: str, expected: str) -> tuple[str, dict[str, object]]:
    """Tell what is allowed; where that is much and a word is near, only that one."""
    allowed = [name.strip("' ") for name in expected.replace(" or ", ",").split(",")]
    facts = {"given": given, "allowed": ", ".join(allowed), "meant": did_you_mean(given, allowed)}
    short = len(allowed) > _MOST_ALLOWED and facts["meant"]
    return "not_known" if short else "not_among", {**facts}


def shape(given: object) -> str:
    """Return what something is, in a caseworker's words."""
    match given:
        case Mapping():
            return "keys with values"
        case list() | tuple():
            return "a list"
        case str() if len(given) <= 40:
            return f'the text "{visible(given)}"'
        case _:
            return "a text"
