"""SARIF passes the validator of those who wrote it, with the rules of SARIF and of GitHub."""

import json
import subprocess
from pathlib import Path
from typing import Final

from tests.clients.node import program
from tests.rendering import ROOT
from tests.reporters.builders import a_report, an_awkward_report
from tests.workspaces import in_process

from hearingkit.reporters import sarif

CORPUS: Final = ROOT / "tests" / "corpus" / "invalid"
LEFT: Final = {"SARIF2005"}
"""It asks for the address of the program's page on the web, and there is none."""


def test_all_that_may_be_found_passes_the_validator(tmp_path: Path) -> None:
    validator = program("sarif-multitool")
    one_of_each = {path.name[:5]: path for path in CORPUS.glob("HK*.yaml")}
    in_process("validate", *one_of_each.values(), "--format", f"sarif={tmp_path / 'corpus.sarif'}")
    for name, report in (("awkward", an_awkward_report()), ("empty", a_report())):
        (tmp_path / f"{name}.sarif").write_text(sarif.report(report), "utf-8")

    # Its script gives the arguments to a shell, to which ";" would end a command.
    rules = ("--rule-kind", '"Sarif;Gh"', "--level", '"Error;Warning"', "--output", "found.json")
    files = ("corpus.sarif", "awkward.sarif", "empty.sarif")
    done = subprocess.run(
        [validator, "validate", *files, *rules],
        cwd=tmp_path,
        capture_output=True,
        encoding="utf-8",
        check=False,
    )

    assert done.returncode == 0, done.stdout
    results = json.loads((tmp_path / "found.json").read_text("utf-8"))["runs"][0]["results"]
    assert [one for one in results if one["ruleId"] not in LEFT] == []
    assert (
        len(json.loads((tmp_path / "corpus.sarif").read_text("utf-8"))["runs"][0]["results"]) > 100
    )
