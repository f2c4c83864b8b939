"""Render and check data in tests, through the same functions as the commands."""

import copy
from collections.abc import Mapping
from pathlib import Path
from typing import Any

import yaml

from hearingkit.findings import Finding
from hearingkit.workflows.check import check
from hearingkit.workflows.render import RenderRequest, rendered_files
from hearingkit.workflows.workspace import find_workspace
from hearingkit.writers import DocumentFormat

ROOT = Path(__file__).parents[1]
TXT = RenderRequest(formats=(DocumentFormat.TXT,))

Data = dict[str, Any]


def shipped() -> Data:
    """Return a new copy of the example hearings as plain data; a test may change it."""
    text = (ROOT / "data" / "hearings.yaml").read_text("utf-8")
    data: Data = yaml.load(text, Loader=yaml.BaseLoader)
    return copy.deepcopy(data)  # aliases would share what a test changes


def written(data: Data, folder: Path) -> Path:
    """Write data as the only file of a workspace; returns the workspace."""
    (folder / "data").mkdir(parents=True, exist_ok=True)
    path = folder / "data" / "hearings.yaml"
    path.write_text(yaml.safe_dump(data, allow_unicode=True, sort_keys=False), "utf-8")
    return folder


def findings(data: Data, folder: Path) -> tuple[Finding, ...]:
    """Return the findings in the data."""
    return check(find_workspace(written(data, folder))).report.findings


def render(
    data: Data, folder: Path, hearing: str, request: RenderRequest = TXT
) -> Mapping[str, bytes]:
    """Return the files of a hearing, by name."""
    workspace = find_workspace(written(data, folder))
    checked = check(workspace)
    assert hearing in checked.cases, checked.report.findings
    return {
        output.name: output.data
        for output in rendered_files(workspace, checked.cases[hearing], request)
    }
