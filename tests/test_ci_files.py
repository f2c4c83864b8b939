"""What action.yml and docs/ci.md promise, run as their runners would run it."""

import json
import re
import shutil
import subprocess
import sys
from collections.abc import Mapping
from pathlib import Path
from typing import Any

import pytest
import yaml
from jsonschema import Draft202012Validator
from lxml import etree

from tests.cli.test_wheel import UNREACHABLE
from tests.rendering import ROOT
from tests.workspaces import a_workspace, environment

BASH = shutil.which("bash")
ACTION: Any = yaml.safe_load((ROOT / "action.yml").read_text("utf-8"))
INSTALL, VALIDATE = ACTION["runs"]["steps"]
WORKFLOW: Any = yaml.safe_load((ROOT / ".github/workflows/ci.yml").read_text("utf-8"))
DOCUMENTED = re.findall(r"```yaml\n(.*?)```", (ROOT / "docs/ci.md").read_text("utf-8"), re.DOTALL)
GITLAB: Any = next(
    each["hearings"] for each in map(yaml.safe_load, DOCUMENTED) if "hearings" in (each or {})
)
SCHEMAS = ROOT / "tests" / "schemas"
EXPRESSION = re.compile(r"\$\{\{ (?:inputs|github)\.([\w-]+) \}\}")
HOSTILE = [
    """"; touch harmed; " $(touch harmed) `touch harmed` '; touch harmed; '""",
    "a\n$(touch harmed)\n; touch harmed",
    "--format=text=harmed",
]

pytestmark = pytest.mark.skipif(
    BASH is None or sys.platform == "win32", reason="bash of Linux or macOS is not installed"
)


def bash(script: str, folder: Path, **env: str) -> subprocess.CompletedProcess[str]:
    """Run a script in a folder, in the shell that runners use."""
    file = folder.parent / "script.sh"
    file.write_text(script, "utf-8")
    return subprocess.run(
        [str(BASH), "--noprofile", "--norc", "-eo", "pipefail", str(file)],
        cwd=folder,
        env=environment(**env),
        capture_output=True,
        encoding="utf-8",
        check=False,
    )


def run(step: Mapping[str, Any], folder: Path, **given: str) -> subprocess.CompletedProcess[str]:
    """Run a step of the action with inputs, ``_`` for their ``-``, and defaults for the rest."""
    known = {name.replace("-", "_"): each["default"] for name, each in ACTION["inputs"].items()}
    known |= given
    env = {
        name: EXPRESSION.sub(lambda match: known[match[1].replace("-", "_")], text)
        for name, text in step["env"].items()
    }
    return bash(step["run"], folder, RUNNER_TEMP=str(folder.parent), **env)


def a_command(path: Path) -> None:
    """Write a command that runs this hearingkit, in the place of an installed one."""
    path.parent.mkdir(parents=True)
    path.write_text(f'#!/bin/sh\nexec "{sys.executable}" -m hearingkit "$@"\n', "utf-8")
    path.chmod(0o755)


@pytest.fixture
def checkout(tmp_path: Path) -> Path:
    """Return the folder that a job works in, beside an installed hearingkit."""
    a_command(tmp_path / "kjører 1" / "hearingkit" / "bin" / "hearingkit")
    folder = tmp_path / "kjører 1" / "høringer på nett"
    folder.mkdir()
    return folder


def test_the_action_takes_inputs_through_the_environment_alone() -> None:
    asked_for = [name for text in VALIDATE["env"].values() for name in EXPRESSION.findall(text)]

    assert sorted(asked_for) == sorted(ACTION["inputs"])
    assert all("${{" not in step["run"] for step in (INSTALL, VALIDATE))


def test_workflows_give_inputs_that_the_action_has() -> None:
    documented = next(each for each in map(yaml.safe_load, DOCUMENTED) if "jobs" in (each or {}))
    jobs = [*WORKFLOW["jobs"].values(), *documented["jobs"].values()]
    ours = [
        step["with"]
        for job in jobs
        for step in job["steps"]
        if step.get("uses") == "./" or "hearingkit@" in step.get("uses", "")
    ]

    assert len(ours) == 2
    assert all(given.keys() <= ACTION["inputs"].keys() for given in ours)


def test_the_action_passes_sound_hearings(checkout: Path) -> None:
    a_workspace(checkout)

    done = run(VALIDATE, checkout)

    assert (done.returncode, done.stdout) == (0, ""), done.stderr


def test_the_action_annotates_what_is_wrong_and_fails(checkout: Path) -> None:
    a_workspace(checkout, deadline="2026-01-02")

    done = run(VALIDATE, checkout)

    assert done.returncode == 1
    assert done.stdout.startswith("::error file=data/hearings.yaml,line=")


@pytest.mark.parametrize(("fail_on", "code"), [("error", 0), ("warning", 1), ("note", 1)])
def test_the_action_fails_on_what_it_is_told_to(checkout: Path, fail_on: str, code: int) -> None:
    a_workspace(checkout, deadline="2026-05-03")

    done = run(VALIDATE, checkout, fail_on=fail_on)

    assert done.returncode == code, done.stderr
    assert "::warning file=data/hearings.yaml,line=" in done.stdout


@pytest.mark.parametrize(
    ("paths", "named"),
    [
        ("data/en høring.yaml", ["en høring"]),
        ("data/en høring.yaml\ndata/to.yaml\n", ["en høring", "to"]),
        ("\n  data/to.yaml\n\n", ["to"]),
        ("data/", ["en høring", "to"]),
        ("", ["en høring", "to"]),
    ],
)
def test_the_action_takes_paths_one_on_each_line(
    checkout: Path, paths: str, named: list[str]
) -> None:
    a_workspace(checkout, "en", deadline="2026-01-02")
    both = (checkout / "data" / "hearings.yaml").rename(checkout / "data" / "en høring.yaml")
    hearings = both.read_text("utf-8").replace("  en:", "  to:").partition("hearings:")[2]
    (checkout / "data" / "to.yaml").write_text("hearings:" + hearings, "utf-8")

    done = run(VALIDATE, checkout, paths=paths)

    assert done.returncode == 1, done.stderr
    assert sorted(set(re.findall(r"file=data/(.*?)\.yaml", done.stdout))) == named


def test_the_action_names_files_from_the_checkout_for_a_workspace_within(checkout: Path) -> None:
    a_workspace(checkout / "etat 1", deadline="2026-01-02")

    done = run(VALIDATE, checkout, workspace="etat 1")

    assert done.returncode == 1, done.stderr
    assert done.stdout.startswith("::error file=etat 1/data/hearings.yaml,line=")


def test_the_action_writes_sarif_beside_its_annotations(checkout: Path) -> None:
    a_workspace(checkout, deadline="2026-01-02")

    done = run(VALIDATE, checkout, sarif="funn og feil.sarif")

    assert (done.returncode, done.stdout[:8]) == (1, "::error "), done.stderr
    written = json.loads((checkout / "funn og feil.sarif").read_text("utf-8"))
    place = written["runs"][0]["results"][0]["locations"][0]["physicalLocation"]
    assert place["artifactLocation"]["uri"] == "data/hearings.yaml"


@pytest.mark.parametrize("text", HOSTILE)
@pytest.mark.parametrize(
    ("name", "code"), [("paths", 1), ("workspace", 2), ("fail_on", 2), ("sarif", 0)]
)
def test_an_input_of_the_action_is_never_run(
    checkout: Path, name: str, code: int, text: str
) -> None:
    a_workspace(checkout)

    done = run(VALIDATE, checkout, **{name: text})

    assert done.returncode == code, done.stderr
    assert not list(checkout.parent.rglob("harmed"))


def test_the_action_installs_itself_and_validates(tmp_path: Path) -> None:
    source = tmp_path / "kjører 1" / "hearingkit på nett"
    for name in ("src", "templates"):
        shutil.copytree(ROOT / name, source / name, ignore=shutil.ignore_patterns("__pycache__"))
    for name in ("pyproject.toml", "README.md", "LICENSE", "constraints.txt"):
        shutil.copy(ROOT / name, source / name)
    folder = source.with_name("høringer 1")
    a_workspace(folder, deadline="2026-01-02")

    installed = run(INSTALL, folder, action_path=str(source))

    if installed.returncode and any(sign in installed.stderr for sign in UNREACHABLE):
        pytest.skip("the package index can't be reached")
    assert installed.returncode == 0, installed.stderr
    done = run(VALIDATE, folder)
    assert (done.returncode, done.stdout[:8]) == (1, "::error "), done.stderr


@pytest.mark.parametrize(("deadline", "code"), [("2026-05-04", 0), ("2026-01-02", 1)])
def test_the_documented_gitlab_job_leaves_its_reports(
    checkout: Path, deadline: str, code: int
) -> None:
    a_workspace(checkout, deadline=deadline)
    install, *script = GITLAB["script"]
    commands = checkout.parent / "hearingkit" / "bin"

    done = bash("\n".join(script), checkout, PATH=f"{commands}:/usr/bin:/bin")

    assert install.startswith("pip install ")
    assert done.returncode == code, done.stderr
    assert GITLAB["artifacts"]["when"] == "always"
    reports = GITLAB["artifacts"]["reports"]
    quality = json.loads((checkout / reports["codequality"]).read_text("utf-8"))
    schema = json.loads((SCHEMAS / "gitlab-code-quality.json").read_text("utf-8"))
    Draft202012Validator(schema).validate(quality)
    tests = etree.parse(checkout / reports["junit"])
    etree.XMLSchema(etree.parse(SCHEMAS / "junit-10.xsd")).assertValid(tests)
    assert bool(quality) == bool(tests.findall(".//failure")) == bool(code)
