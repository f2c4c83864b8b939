"""pydantic's errors as findings: the kind and the place of each.

They are told apart by ``type`` and ``loc``; pydantic's English texts are never shown.
"""

import difflib
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import Any, Final, TypeAlias

from pydantic import ValidationError
from pydantic_core import ErrorDetails

from hearingkit.findings import MOST_REPORTED, Finding
from hearingkit.language.terms import exactly_meant_by, meant_by
from hearingkit.model.base import NO_VALUE, UNKNOWN_KEY
from hearingkit.model.recipient import KIND_KEYS, RECIPIENT_TAG
from hearingkit.patterns import late_pattern
from hearingkit.source.file import TreePath
from hearingkit.source.site import Site
from hearingkit.validation.examples import example_for
from hearingkit.validation.faults import finding, named
from hearingkit.validation.unknown_keys import unknown_key

_MOST_ALLOWED = 9  # words that a message lists where it can propose one
_FLAGS = ("true", "false")
_TAG = late_pattern(r"<[a-z]+>|\[key\]|")  # what pydantic puts into a way, and no key
_REPORTED_AS = {
    "no_value": "HK101 no_value",
    "too_short": "HK101 no_entry",
    "missing": "HK103 ",
    "union_tag_not_found": "HK103 address",  # only an address has kinds, known by their key
}
"""Code and variant of some of pydantic's types."""
_SHAPES = {
    "model_type": "keys",
    "model_attributes_type": "keys",
    "text_or_keys_type": "text_or_keys",
    "dict_type": "keys",
    "tuple_type": "list",
    "list_type": "list",
    "bool_type": "flag",
    "bool_parsing": "flag",
    "day_type": "day",
}
"""The shape that others of its types ask for; the rest ask for a text."""
_FEW_WORDS: Final = late_pattern(r"[^\W\d_][\w .-]{0,30}(?:, ?[^\W\d_][\w .-]{0,30}){0,3}")
"""Texts that need no quotes in brackets."""
Faults: TypeAlias = Sequence[ErrorDetails]
"""Lines of an error of pydantic, a line a fault."""


def faults_and_gaps(error: ValidationError) -> tuple[Faults, Faults]:
    """Return the faults of a value where something is wrong, and those where nothing stands."""
    lines = error.errors(include_url=False)
    meant = frozenset(_meant_keys(lines))
    faults: list[ErrorDetails] = []
    gaps: list[ErrorDetails] = []
    for line in lines:
        is_gap = _is_gap(line) and line["loc"] not in meant
        (gaps if is_gap else faults).append(line)
    return faults, gaps


def _is_gap(line: ErrorDetails) -> bool:
    return line["input"] is None or line["type"] in {"missing", "too_short", NO_VALUE}


def findings_of(lines: Faults, site: Site) -> Iterator[Finding]:
    """Yield a finding for each fault of a value, at its place in the source."""
    named_otherwise = frozenset(_meant_keys(lines))
    number_of = Counter[str]()
    for line in lines:
        if line["type"] == "missing" and line["loc"] in named_otherwise:
            continue
        number_of[line["type"]] += 1
        if number_of[line["type"]] > MOST_REPORTED + 1:
            continue
        if line["type"] == "too_short" and line["input"]:
            continue  # it has entries, but none without a fault of its own
        path: TreePath = tuple(step for step in line["loc"] if step != "[key]")
        is_key = line["type"] == "missing" or line["loc"][-1:] == ("[key]",)
        key = str(path[-1]) if path else ""
        where = site.at(*(path[:-1] if line["type"] == "missing" else path))
        context = line.get("ctx") or {}
        if line["type"] == UNKNOWN_KEY:
            yield unknown_key(where, _keys_for(line, where))
            continue
        code, variant, facts = _understood(line["type"], line["input"], context, key)
        variant = _as_written(variant, where)
        place = where.key_place if is_key else where.place
        if variant == "several":
            facts = {**facts, "meant": _each_alone(where.path, *context["found"])}
        if code == "HK101":
            facts = {"example": _with_given(example_for(where), line["input"]), **facts}
        yield finding(code, place, variant, **{"holder": named(where), **facts})


def _meant_keys(lines: Iterable[Mapping[str, Any]]) -> Iterator[TreePath]:
    """Yield the ways to the keys that stand there in a user's own word: these are not missing."""
    for line in lines:
        if line["type"] == UNKNOWN_KEY:
            *holder, key = line["loc"]
            known = line["ctx"]["known"]
            yield (*holder, exactly_meant_by(str(key), known))
            of_entry = (*known, *KIND_KEYS) if _is_of_an_entry(line) else ()
            if exactly_meant_by(str(key), of_entry) in KIND_KEYS:
                yield (*holder, "name")


def _is_of_an_entry(line: Mapping[str, Any]) -> bool:
    return RECIPIENT_TAG in line["loc"][-2:-1]


def _keys_for(line: Mapping[str, Any], where: Site) -> Sequence[str]:
    """Return the keys that can stand in place of an unknown one.

    In an entry without a name, it may be the key that tells what the entry is.
    """
    known: Sequence[str] = line["ctx"]["known"]
    above = where.source.at(where.source.known_path(where.path)[:-1])
    has_name = isinstance(above, dict) and "name" in above
    return (*known, *KIND_KEYS) if _is_of_an_entry(line) and not has_name else known


def paths_at_fault(lines: Faults) -> Iterator[TreePath]:
    """Yield the ways from a value to what is at fault in it.

    A misspelt key stands for the one that was meant: that is no less at fault.
    """
    for line in lines:
        *above, last = line["loc"] or ("",)
        holder: TreePath = tuple(step for step in above if not _TAG.fullmatch(str(step)))
        if line["type"] != UNKNOWN_KEY:
            yield (*holder, *(() if _TAG.fullmatch(str(last)) else (last,)))
            continue
        known = (line.get("ctx") or {})["known"]
        near = difflib.get_close_matches(str(last), known)
        meant = exactly_meant_by(str(last), known)
        for one in dict.fromkeys((last, *near, meant or last)):
            yield (*holder, one)


def _with_given(example: str, given: object) -> str:
    """Return an example of a list of texts with those that stand there as one text."""
    is_short = isinstance(given, str) and _FEW_WORDS.fullmatch(given)
    return example.replace("[…]", f"[{given}]") if is_short else example


def _understood(
    type_: str, given: object, ctx: Mapping[str, Any], key: str
) -> tuple[str, str, Mapping[str, object]]:
    """Return the code, the variant of its message, and the facts of that."""
    if type_ == "enum" and isinstance(given, str):
        return _not_among(given, ctx["expected"])
    meant = meant_by(str(given), _FLAGS) if type_ == "bool_parsing" else ""
    reported = _REPORTED_AS.get("no_value" if given is None else type_, type_)
    if not reported.startswith("HK"):
        reported = f"HK101 {_SHAPES.get(type_, 'text')}_not_{shape(given)}"
    code, _, variant = reported.partition(" ")
    return code, variant, {"key": key, "given": given, "meant": meant, **ctx}


def _as_written(variant: str, where: Site) -> str:
    """Return the variant, a closer one where the source shows how the fault came about."""
    source, path = where.source, where.source.known_path(where.path)
    is_list = source.text.startswith("- ", source.values[path].start)
    return "text_not_listed" if variant == "text_not_list" and is_list else variant


def _each_alone(path: TreePath, *addresses: str) -> str:
    """Return how addresses are written that stand in one text; empty where one alone can stand."""
    if isinstance(path[-1], int):
        return f"[{', '.join(addresses)}]" if addresses else ""
    if "addresses" in path:
        return ", ".join(f"{{email: {address}}}" for address in addresses)
    return ""


def _not_among(given: str, expected: str) -> tuple[str, str, Mapping[str, object]]:
    """Say what is allowed; where that is much and a word is near, only that one."""
    allowed = [name.strip("' ") for name in expected.replace(" or ", ",").split(",")]
    meant = meant_by(given, allowed)
    variant = "of_many" if meant and len(allowed) > _MOST_ALLOWED else ""
    return "HK104", variant, {"given": given, "allowed": ", ".join(allowed), "meant": meant}


def shape(given: object) -> str:
    """Return which shape a value has: ``keys``, ``list`` or ``text``."""
    match given:
        case Mapping():
            return "keys"
        case list() | tuple():
            return "list"
        case _:
            return "text"
