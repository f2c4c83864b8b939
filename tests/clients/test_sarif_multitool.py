"""SARIF passes the validator of those who wrote it, with the rules of SARIF and of GitHub."""

import itertools
import json
import subprocess
from pathlib import Path
from typing import Final

from tests.clients.node import program
from tests.rendering import ROOT
from tests.reporters.builders import a_finding, a_report, an_awkward_report
from tests.workspaces import in_process

from hearingkit.findings import Place, Report
from hearingkit.reporters import sarif

CORPUS: Final = ROOT / "tests" / "corpus" / "invalid"
LEFT: Final = {"SARIF2005"}
"""It asks for the address of the program's page on the web, and there is none."""


def at_many_places() -> Report:
    """Return findings in, at the end of and behind a line, whose ends are known or not."""
    ends = (None, 1, 3, 6, 7, 99)
    places = itertools.product(("", "a", "a: høy"), (1, 3, 6, 7, 99), ends)
    return a_report(
        *(
            a_finding(place=Place("data/a.yaml", number, column, end, excerpt))
            for number, (excerpt, column, end) in enumerate(places, start=1)
        )
    )


def test_all_that_may_be_found_passes_the_validator(tmp_path: Path) -> None:
    validator = program("sarif-multitool")
    one_of_each = {path.name[:5]: path for path in CORPUS.glob("HK*.yaml")}
    in_process("validate", *one_of_each.values(), "--format", f"sarif={tmp_path / 'corpus.sarif'}")
    made = {"awkward": an_awkward_report(), "empty": a_report(), "places": at_many_places()}
    for name, report in made.items():
        (tmp_path / f"{name}.sarif").write_text(sarif.report(report), "utf-8")

    # Its script gives the arguments to a shell, to which ";" would end a command.
    rules = ("--rule-kind", '"Sarif;Gh"', "--level", '"Error;Warning"', "--output", "found.json")
    files = ("corpus.sarif", *(f"{name}.sarif" for name in made))
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
