"""The JSON Schema of a hearing file: fresh, complete, and of one mind with ``validate``."""

import json
import re
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any, Final

import pytest
from jsonschema import Draft202012Validator
from tests.yaml12 import load

from hearingkit.validation.schema import json_schema
from hearingkit.values.table import NAMES

ROOT: Final = Path(__file__).parents[2]
CORPUS: Final = ROOT / "tests" / "corpus"
SCHEMA: Final = json_schema()
VALIDATOR: Final = Draft202012Validator(SCHEMA)
STRUCTURAL: Final = {f"HK10{number}" for number in range(1, 10)} | {"HK013", "HK121", "HK126"}
BEYOND_A_SCHEMA: Final = {
    "HK106-two-alphabets.yaml": "a pattern does not know the alphabets of letters",
    "HK107-two-alphabets.yaml": "a pattern does not know the alphabets of letters",
    "HK126-unseen-in-an-id.yaml": "a schema doesn't know which ids there are",
    "HK126-unseen-in-a-name-in-braces.yaml": "a name in braces stands in a text",
}
REFUSED_TOO: Final = {
    "HK309-without-its-heading.yaml": "the group without its heading is a fault too",
}
INVALID: Final = sorted(
    path
    for path in CORPUS.glob("invalid/HK*.yaml")
    if path.name[:5] >= "HK100" or "HK013" in path.name
)
VALID: Final = [*sorted(CORPUS.glob("valid/HK*.yaml")), *sorted((ROOT / "data").rglob("*.yaml"))]


def faults(path: Path) -> list[str]:
    found = VALIDATOR.iter_errors(load(path.read_text("utf-8")))
    return [f"{one.json_path}: {one.message}" for one in found]


def accepts(text: str) -> bool:
    return VALIDATOR.is_valid(load(text))


def test_the_committed_file_is_fresh() -> None:
    committed = (ROOT / "hearingkit.schema.json").read_text("utf-8")

    assert committed == json.dumps(SCHEMA, ensure_ascii=False, indent=2) + "\n", (
        "run: hearingkit schema > hearingkit.schema.json"
    )


def test_it_is_a_schema() -> None:
    Draft202012Validator.check_schema(SCHEMA)


@pytest.mark.parametrize("path", VALID, ids=lambda path: path.stem)
def test_accepts_every_valid_file(path: Path) -> None:
    assert faults(path) == []


@pytest.mark.parametrize("path", INVALID, ids=lambda path: path.stem)
def test_refuses_a_file_if_its_fault_is_structural(path: Path) -> None:
    is_beyond = path.name in BEYOND_A_SCHEMA
    structural = path.name in REFUSED_TOO or (path.name[:5] in STRUCTURAL and not is_beyond)

    assert bool(faults(path)) is structural


def test_the_exceptions_are_there() -> None:
    assert {*REFUSED_TOO, *BEYOND_A_SCHEMA} <= {path.name for path in INVALID}


@pytest.mark.parametrize("text", ["", "# nothing yet", "hearings:", "issuers:\nhearings:\n"])
def test_accepts_a_file_that_is_only_begun(text: str) -> None:
    assert accepts(text)


@pytest.mark.parametrize("number", ["77", "0150", "25.10", "974760673"])
def test_takes_a_number_where_a_text_is_asked_for(number: str) -> None:
    assert accepts(f"recipient_lists: {{faste: [{{name: Norsk Vann, org_number: {number}}}]}}")


@pytest.mark.parametrize("flag", ["true", "false", "TRUE", "yes", "No", "on", "Off", "y", '"true"'])
def test_takes_a_flag_however_an_editor_types_it(flag: str) -> None:
    assert accepts(f"recipient_lists: {{faste: [{{name: Norsk Vann, copy: {flag}}}]}}")


def test_takes_norway_without_quotes() -> None:
    assert accepts("issuers: {etaten: {name: Prøveetaten, country: NO, kind: state}}")


def test_every_key_has_a_title_and_a_description() -> None:
    bare = [
        f"{where}.{name}"
        for where, schema in _schemas(SCHEMA, "")
        for name, said in schema.get("properties", {}).items()
        if not (said.get("title") and said.get("description"))
    ]

    assert bare == []


@pytest.mark.parametrize("key", ["body", "wording"])
def test_an_editor_lists_the_names_that_a_text_may_use(key: str) -> None:
    shown = SCHEMA["$defs"]["Hearing"]["properties"][key]["markdownDescription"]

    assert re.findall(r"^- `\{\{ ([\w.]+) \}\}`: \S", shown, re.MULTILINE) == list(NAMES)


@pytest.mark.parametrize(
    ("model", "key", "may"),
    [
        ("Hearing", "title", True),
        ("LineIn", "nb", True),
        ("Enclosure", "title", True),
        ("Issuer", "address", True),
        ("RecipientGroup", "heading", True),
        ("Recipient", "name", False),
        ("Hearing", "accept", False),
        ("Enclosure", "file", False),
    ],
)
def test_an_editor_shows_which_lines_may_hold_names(model: str, key: str, *, may: bool) -> None:
    schema = SCHEMA["$defs"][model]
    keys = (schema if "properties" in schema else schema["anyOf"][1])["properties"]

    assert ("{{ names }}" in keys[key]["description"]) is may


def test_every_pattern_is_put_in_words() -> None:
    patterns = [(where, schema) for where, schema in _schemas(SCHEMA, "") if "pattern" in schema]

    assert len(patterns) > 10
    for where, schema in patterns:
        assert re.fullmatch(r"[^\\^$]{10,80}", schema.get("patternErrorMessage", "")), where


def test_every_word_of_choice_is_described() -> None:
    choices = [schema for _, schema in _schemas(SCHEMA, "") if "enum" in schema]

    assert len(choices) >= 8
    for schema in choices:
        assert len(schema["enumDescriptions"]) == len(schema["enum"])
        assert all(schema["enumDescriptions"]), schema["title"]


def test_a_description_is_one_short_line() -> None:
    for where, schema in _schemas(SCHEMA, ""):
        said = schema.get("description", "-")
        assert re.fullmatch(r"[^\n]{1,100}", said), where
        assert schema.get("title", "A")[0].isupper(), where


def _schemas(value: Any, where: str) -> Iterator[tuple[str, Mapping[str, Any]]]:
    """Yield every mapping of a schema, and the path to it; also the mapping of keys itself."""
    match value:
        case dict():
            if not where.endswith((".properties", ".$defs")):
                yield where, value
            for key, one in value.items():
                yield from _schemas(one, f"{where}.{key}")
        case list():
            for number, one in enumerate(value):
                yield from _schemas(one, f"{where}[{number}]")
