"""The examples in the rules' manuals: what is bad is found, and what is good is not.

An example is what differs from the hearing below, in the flow style of YAML: keys of the hearing,
``issuer`` with keys of the issuer, ``parties``, ``recipient_lists``, and ``today``, on which it is
looked at.
"""

import datetime as dt
import json
import re
import textwrap
from collections.abc import Iterator
from pathlib import Path
from typing import Final

import pytest
import yaml
from tests.rendering import ROOT, Data
from tests.workspaces import ID, some_data

from hearingkit.config import Choice
from hearingkit.findings import Finding, Severity, practice
from hearingkit.rules.registry import RULES, Breach, Rule, rule
from hearingkit.rules.run import all_rules
from hearingkit.texts.roles import Role
from hearingkit.texts.text import Text
from hearingkit.workflows.check import check
from hearingkit.workflows.workspace import find_workspace

EXAMPLE: Final = re.compile(r"^(Bad|Good): +(.*(?:\n .*)*)", re.MULTILINE)
CODE_BLOCK: Final = re.compile(r"^ *```python\n(.*?)^ *```", re.DOTALL | re.MULTILINE)
NAMES: Final = {one.__name__: one for one in (rule, Severity, Iterator, Text, Role, Breach)} | {
    "practice": practice
}
EXAMPLES: Final = [
    pytest.param(rule.code, kind, text, id=f"{rule.code}-{kind}")
    for rule in all_rules().values()
    for kind, text in EXAMPLE.findall(rule.details)
]


def _completed(example: Data) -> Data:
    """Return a file with one hearing, in which all stands that the example leaves out."""
    data = some_data(sent=None)
    data["issuers"]["etaten"] |= example.pop("issuer", {})
    lists = {key: example.pop(key) for key in ("parties", "recipient_lists") if key in example}
    data["hearings"][ID] |= example
    return data | lists


def _found(text: str, folder: Path) -> tuple[Finding, ...]:
    example = yaml.load(f"{{{text}}}", Loader=yaml.BaseLoader)
    today = example.pop("today", None)
    (folder / "data.yaml").write_text(json.dumps(_completed(example)), "utf-8")
    workspace = find_workspace(folder, [folder / "data.yaml"])
    day = dt.date.fromisoformat(today) if today else None
    return check(workspace, today=day, choice=Choice(preview=True)).report.findings


@pytest.mark.parametrize(("code", "kind", "text"), EXAMPLES)
def test_an_example_shows_what_is_found(code: str, kind: str, text: str, tmp_path: Path) -> None:
    found = {one.code: one.message for one in _found(text, tmp_path)}

    assert not [message for other, message in found.items() if other < "HK2"]
    assert (code in found) == (kind == "Bad"), found


def test_every_rule_has_both_examples() -> None:
    kinds = {(code, kind) for code, kind, _ in (one.values for one in EXAMPLES)}

    assert kinds == {(code, kind) for code in all_rules() for kind in ("Bad", "Good")}


@pytest.fixture
def shown_rule() -> Iterator[Rule]:
    """Return the rule that the guide shows, while it is a rule."""
    guide = (ROOT / "CONTRIBUTING.md").read_text("utf-8")
    code = next(one for one in CODE_BLOCK.findall(guide) if "@rule" in one)
    exec(textwrap.dedent(code), NAMES)
    yield RULES["HK299"]
    del RULES["HK299"]


def test_a_rule_is_no_more_than_the_guide_shows(shown_rule: Rule, tmp_path: Path) -> None:
    examples = EXAMPLE.findall(shown_rule.details)

    assert [kind for kind, _ in examples] == ["Bad", "Good"]
    for kind, text in examples:
        test_an_example_shows_what_is_found("HK299", kind, text, tmp_path)
