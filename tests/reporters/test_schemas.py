"""Every report for programs, held against the schema of its format."""

import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from jsonschema import Draft4Validator, Draft202012Validator, FormatChecker
from lxml import etree
from tests.reporters.builders import REPORTS, a_report, an_awkward_report

import hearingkit.reporters
from hearingkit.findings import Report
from hearingkit.reporters import ReportFormat, reporter_for

SCHEMAS = Path(__file__).parents[1] / "schemas"
OWN = Path(hearingkit.reporters.__file__).with_name("json.schema.json")

SARIF = Draft4Validator(
    json.loads((SCHEMAS / "sarif-2.1.0-rtm.5.json").read_text("utf-8")),
    format_checker=FormatChecker(["uri", "uri-reference"]),
)
GITLAB = Draft202012Validator(json.loads((SCHEMAS / "gitlab-code-quality.json").read_text("utf-8")))
OWN_SCHEMA = json.loads(OWN.read_text("utf-8"))
JSON = Draft202012Validator(OWN_SCHEMA)
JUNIT = etree.XMLSchema(etree.parse(SCHEMAS / "junit-10.xsd"))


def _as_junit(shown: str) -> None:
    JUNIT.assertValid(etree.fromstring(shown.encode()))


CHECKS: dict[ReportFormat, Callable[[str], object]] = {
    ReportFormat.JSON: lambda shown: JSON.validate(json.loads(shown)),
    ReportFormat.GITLAB: lambda shown: GITLAB.validate(json.loads(shown)),
    ReportFormat.SARIF: lambda shown: SARIF.validate(json.loads(shown)),
    ReportFormat.JUNIT: _as_junit,
}


@pytest.mark.parametrize("format_", CHECKS)
@pytest.mark.parametrize("run", [a_report(), an_awkward_report()], ids=["empty", "awkward"])
def test_keeps_to_the_schema(format_: ReportFormat, run: Report) -> None:
    CHECKS[format_](reporter_for(format_)(run))


@pytest.mark.parametrize("format_", CHECKS)
@given(run=REPORTS)
def test_keeps_to_the_schema_whatever_was_found(format_: ReportFormat, run: Report) -> None:
    CHECKS[format_](reporter_for(format_)(run))


@pytest.mark.parametrize("schema", [SARIF, GITLAB, JSON], ids=["sarif", "gitlab", "json"])
def test_a_schema_keeps_to_its_own(schema: Any) -> None:
    schema.check_schema(schema.schema)


def test_the_json_schema_names_every_member() -> None:
    shown = json.loads(reporter_for(ReportFormat.JSON)(an_awkward_report()))

    assert shown.keys() == OWN_SCHEMA["properties"].keys()
    assert shown["version"] == OWN_SCHEMA["properties"]["version"]["const"]
    wanted = OWN_SCHEMA["$defs"]["finding"]
    assert all(finding.keys() == wanted["properties"].keys() for finding in shown["findings"])
    assert set(wanted["required"]) == wanted["properties"].keys()
