"""Patterns that are compiled late are right, and are used as any other."""

import importlib
import pkgutil
import re

import pytest

import hearingkit
from hearingkit.patterns import late_pattern

MODULES = [
    one.name
    for one in pkgutil.walk_packages(hearingkit.__path__, "hearingkit.")
    if not one.name.endswith("__main__")
]


@pytest.mark.parametrize("name", MODULES)
def test_each_pattern_of_a_module_can_be_compiled(name: str) -> None:
    for value in vars(importlib.import_module(name)).values():
        if type(value) is type(late_pattern("")):
            value.search("")


def test_a_late_pattern_is_used_as_one_that_is_compiled() -> None:
    late, compiled = late_pattern("(A)b?", re.IGNORECASE), re.compile("(A)b?", re.IGNORECASE)

    assert late.pattern == compiled.pattern
    assert late.findall("a-ab") == compiled.findall("a-ab")
    assert late.sub(r"\1!", "a-ab") == compiled.sub(r"\1!", "a-ab")
    with pytest.raises(AttributeError):
        late.no_such_method  # type: ignore[attr-defined]  # noqa: B018
    with pytest.raises(re.error):
        late_pattern("(").search("a")
