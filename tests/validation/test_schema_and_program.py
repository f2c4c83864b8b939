"""The schema and ``validate`` take the same: every type of scalar, however it is spelt."""

import json
import re
import unicodedata
from pathlib import Path
from typing import Final

import pytest
from hypothesis import given
from hypothesis import strategies as st
from jsonschema import Draft202012Validator
from tests.validation.scalars import SCALAR_TYPES, a_file, spellings_of
from tests.workspaces import in_process
from tests.yaml12 import load

from hearingkit.language.dates import check_pattern
from hearingkit.model import json_types
from hearingkit.model.text import is_blank
from hearingkit.validation.schema import json_schema

VALIDATOR: Final = Draft202012Validator(json_schema())
OF_VALUES: Final = re.compile("HK10[1-9]|HK121|HK013")
UNSHOWABLE: Final = re.compile("HK004")
MOST_IN_A_FILE: Final = 80  # a report shows a hundred findings of a code in a file


def refused_by_the_program(text: str, path: Path) -> tuple[set[str], set[str]]:
    """Return the ids of the entries that hold a fault of a value, and a sign of no text at all."""
    path.write_text(text, "utf-8")
    found = json.loads(in_process("validate", path, "--format", "json").stdout)["findings"]
    lines = text.splitlines()
    faults = [
        (
            one["code"],
            next(filter(re.compile("  e").match, lines[one["line"] - 1 :: -1])).strip(" :"),
        )
        for one in found
    ]
    of_values, unshowable = (
        {id_ for code, id_ in faults if codes.fullmatch(code)} for codes in (OF_VALUES, UNSHOWABLE)
    )
    return of_values, unshowable


def refused_by_the_schema(text: str) -> set[str]:
    return {str(error.absolute_path[1]) for error in VALIDATOR.iter_errors(load(text))}


@pytest.mark.parametrize("name", SCALAR_TYPES)
def test_the_schema_and_the_program_take_the_same(name: str, tmp_path: Path) -> None:
    spellings = spellings_of(SCALAR_TYPES[name])
    program, unshowable, schema = set[str](), set[str](), set[str]()
    for first in range(0, len(spellings), MOST_IN_A_FILE):
        text = a_file(SCALAR_TYPES[name], first, first + MOST_IN_A_FILE)
        of_values, of_signs = refused_by_the_program(text, tmp_path / "a.yaml")
        program, unshowable = program | of_values, unshowable | of_signs
        schema |= refused_by_the_schema(text) - of_signs

    assert 0 < len(program) < len(spellings)
    by_key = {f"e{number}": spelling for number, spelling in enumerate(spellings)}
    assert {by_key[one] for one in program - unshowable - schema} == set(), "the schema takes these"
    assert {by_key[one] for one in schema - program} == set(), "the program takes these"


def test_both_see_the_same_signs() -> None:
    seen = re.compile(json_types.TEXT["pattern"])
    signs = (chr(number) for number in range(0x10000))
    assigned = [sign for sign in signs if unicodedata.category(sign) not in {"Cn", "Cs"}]

    assert [sign for sign in assigned if is_blank(sign) is bool(seen.search(sign))] == []


@given(st.text(alphabet="dMLyEcxHY' .ø", max_size=12) | st.from_regex(r"(d|dd|M|'x'|y|L| ){0,9}"))
def test_both_take_the_same_patterns_of_dates(pattern: str) -> None:
    try:
        check_pattern(pattern)
    except ValueError:
        taken = False
    else:
        taken = True

    assert bool(re.search(json_types.DATE_PATTERN["pattern"], pattern)) is taken
