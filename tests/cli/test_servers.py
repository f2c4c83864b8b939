"""What CI servers get: files named from the checkout, places in the log, a page, no commands."""

import contextlib
import re
import sys
from collections.abc import Mapping
from pathlib import Path
from typing import Any

import pytest
from tests.reporters.builders import a_finding, a_report
from tests.workspaces import a_workspace, in_process
from typer.testing import Result

from hearingkit.findings import Place
from hearingkit.reporters.github_page import page

SUNDAY: Mapping[str, Any] = {"deadline": "2026-05-03"}
ROOTS = ("GITHUB_WORKSPACE", "CI_PROJECT_DIR", "BUILD_SOURCESDIRECTORY")
WRITTEN = {
    "github": r"file=([^,]*),",
    "gitlab": r'"path": "([^"]*)"',
    "sarif": r'"uri": "([^"]*)"',
    "junit": r'classname="([^"]*)"',
    "json": r'"file": "([^"]*)"',
    "text": r"^([^:]*):\d+:\d+: ",
}
FOR_SERVERS = ("github", "gitlab", "sarif", "junit")


def run(
    *arguments: str, cwd: Path, env: Mapping[str, str] | None = None, stdin: bytes | None = None
) -> Result:
    """Run a command in a folder, with variables of a server."""
    with contextlib.chdir(cwd):
        return in_process(*arguments, env=env, stdin=stdin)


def named(format_: str, *arguments: str, cwd: Path, env: Mapping[str, str]) -> set[str]:
    """Return the files that a report names."""
    done = run("validate", "--format", format_, *arguments, cwd=cwd, env=env)
    return set(re.findall(WRITTEN[format_], done.stdout, re.MULTILINE))


# Files


@pytest.mark.parametrize("root", ROOTS)
@pytest.mark.parametrize("format_", FOR_SERVERS)
def test_names_files_from_the_checkout_wherever_it_runs(
    tmp_path: Path, format_: str, root: str
) -> None:
    a_workspace(tmp_path / "etat" / "to", **SUNDAY)
    env = {root: str(tmp_path)}

    for folder, arguments in (
        ("etat/to", ()),
        ("etat/to/data", ()),
        ("etat", ("-w", "to")),
        (".", ("etat/to/data/hearings.yaml",)),
        ("etat/to", (str(tmp_path / "etat/to/data"),)),
    ):
        found = named(format_, *arguments, cwd=tmp_path / folder, env=env)
        assert found == {"etat/to/data/hearings.yaml"}


@pytest.mark.parametrize("format_", ["json", "text"])
def test_names_files_for_people_from_where_they_are(tmp_path: Path, format_: str) -> None:
    a_workspace(tmp_path / "etat", **SUNDAY)

    found = named(format_, cwd=tmp_path / "etat", env={"GITHUB_WORKSPACE": str(tmp_path)})

    assert found == {"data/hearings.yaml"}


@pytest.mark.parametrize("given", ["", "..", "../", "../etat/.."])
def test_takes_the_checkout_however_its_path_is_written(tmp_path: Path, given: str) -> None:
    a_workspace(tmp_path / "etat", **SUNDAY)
    expected = "etat/data/hearings.yaml" if given else "data/hearings.yaml"

    found = named("github", cwd=tmp_path / "etat", env={"GITHUB_WORKSPACE": given})

    assert found == {expected}


@pytest.mark.skipif(sys.platform == "win32", reason="links need a right on Windows")
def test_names_what_a_link_to_the_checkout_or_in_it_leads_to(tmp_path: Path) -> None:
    a_workspace(tmp_path / "repo" / "etat", **SUNDAY)
    (tmp_path / "link").symlink_to(tmp_path / "repo")
    (tmp_path / "repo" / "short").symlink_to(tmp_path / "repo" / "etat")
    env = {"GITHUB_WORKSPACE": str(tmp_path / "link")}

    for folder in ("repo/etat", "link/etat", "link/short"):
        found = named("github", cwd=tmp_path / folder, env=env)
        assert found == {"etat/data/hearings.yaml"}


@pytest.mark.parametrize("format_", FOR_SERVERS)
def test_a_file_outside_the_checkout_keeps_its_name(tmp_path: Path, format_: str) -> None:
    a_workspace(tmp_path / "here", **SUNDAY)
    (tmp_path / "repo").mkdir()
    env = {"GITHUB_WORKSPACE": str(tmp_path / "repo")}

    assert named(format_, cwd=tmp_path / "here", env=env) == {"data/hearings.yaml"}


def test_standard_input_is_no_file_of_the_checkout(tmp_path: Path) -> None:
    text = (a_workspace(tmp_path / "etat", **SUNDAY) / "data" / "hearings.yaml").read_bytes()
    env = {"GITHUB_WORKSPACE": str(tmp_path)}

    done = run("validate", "-", "--format", "github", cwd=tmp_path / "etat", env=env, stdin=text)

    assert "file=<stdin>,line=" in done.stdout


# The log and the page of GitHub


def test_the_log_of_github_shows_every_place(tmp_path: Path) -> None:
    a_workspace(tmp_path / "etat", *(f"h{number}" for number in range(12)), **SUNDAY)

    done = run(
        "validate",
        *("--format", "github"),
        cwd=tmp_path / "etat",
        env={"GITHUB_WORKSPACE": str(tmp_path)},
    )

    shown = [line.partition("::")[2].partition("::")[2] for line in done.stdout.splitlines()]
    assert len(shown) == 12
    assert all(
        re.match(r"etat/data/hearings\.yaml:\d+:\d+: HK205 the deadline", one) for one in shown
    )


def test_the_page_of_github_lists_what_was_found_below_what_it_held(tmp_path: Path) -> None:
    a_workspace(tmp_path / "etat", title="<b>|x|</b> [y](z) `w`", **SUNDAY, org_number=7)
    shown_on = tmp_path / "page.md"
    shown_on.write_text("before\n\n", "utf-8")
    env = {"GITHUB_WORKSPACE": str(tmp_path), "GITHUB_STEP_SUMMARY": str(shown_on)}

    done = run("validate", "--format", "github", cwd=tmp_path / "etat", env=env)

    before, heading, _, head, _, *rows, _ = (
        shown_on.read_text("utf-8").removesuffix("\n").split("\n")[1:]
    )
    findings = len(done.stdout.splitlines())
    assert heading == f"### hearingkit: {done.stderr.strip()}"
    assert (before, head) == ("", "| place | code | severity | what is wrong |")
    assert len(rows) == findings > 1
    assert rows[0].startswith(r"| etat\/data\/hearings\.yaml\:")
    assert all(len(re.findall(r"(?<!\\)(?:\\\\)*\|", row)) == 5 for row in rows)
    assert {row.split(" | ")[2] for row in rows} == {"warning", "error"}


def test_the_page_says_that_nothing_was_found(tmp_path: Path) -> None:
    a_workspace(tmp_path)
    env = {"GITHUB_STEP_SUMMARY": str(tmp_path / "page.md")}

    run("validate", "--format", "github", cwd=tmp_path, env=env)

    shown = (tmp_path / "page.md").read_text("utf-8")
    assert shown == "### hearingkit: nothing found in 1 file\n\n"


def test_the_page_holds_no_more_than_github_takes() -> None:
    many = [a_finding(place=Place("data/hearings.yaml", line)) for line in range(1, 5001)]

    shown = page(a_report(*many))

    assert len(shown.encode()) < 300_000
    left = re.search(r"^and (\d+) findings more, in the log$", shown, re.MULTILINE)
    assert left is not None
    assert shown.count("| HK") + int(left[1]) == 5000


@pytest.mark.parametrize("arguments", [(), ("--format", "sarif=a.sarif"), ("--format", "json")])
def test_no_page_is_written_without_annotations(tmp_path: Path, arguments: tuple[str]) -> None:
    a_workspace(tmp_path, **SUNDAY)
    env = {"GITHUB_STEP_SUMMARY": str(tmp_path / "page.md")}

    run("validate", *arguments, cwd=tmp_path, env=env)

    assert not (tmp_path / "page.md").exists()


def test_a_page_that_cant_be_written_does_not_fail_the_run(tmp_path: Path) -> None:
    a_workspace(tmp_path)
    env = {"GITHUB_STEP_SUMMARY": str(tmp_path / "no" / "page.md")}

    done = run("validate", "--format", "github", cwd=tmp_path, env=env)

    assert done.exit_code == 0
    assert "page.md: no such file or directory; no summary there" in done.stderr


# Commands in texts

COMMANDS = ("##[error]stolen", "x ##[add-mask]a", "::error::stolen", "  ::stop-commands::x")


@pytest.mark.parametrize("text", COMMANDS)
@pytest.mark.parametrize(
    "arguments",
    [
        ("validate",),
        ("validate", "--color", "always"),
        ("list",),
        ("list", "--format", "text"),
        ("show", "proever"),
        ("render",),
        ("recipients", "-l", "nb"),
    ],
    ids=" ".join,
)
def test_no_text_is_a_command_in_a_log_of_github(
    tmp_path: Path, arguments: tuple[str, ...], text: str
) -> None:
    a_workspace(tmp_path, title=text, kind=text if "list" not in arguments else "other")

    done = run(*arguments, cwd=tmp_path, env={"GITHUB_ACTIONS": "true"})

    assert done.stdout + done.stderr
    for line in (done.stdout + done.stderr).splitlines():
        assert "##[" not in line
        assert not line.lstrip().startswith("::")


def test_a_file_named_as_a_command_is_none(tmp_path: Path) -> None:
    folder = a_workspace(tmp_path, **SUNDAY)
    (folder / "data" / "hearings.yaml").rename(folder / "::error::x.yaml")

    done = run("validate", "::error::x.yaml", cwd=tmp_path, env={"GITHUB_ACTIONS": "true"})

    assert done.stdout.startswith(": :error::x.yaml:")


def test_texts_are_left_alone_elsewhere(tmp_path: Path) -> None:
    a_workspace(tmp_path, kind="##[error]x")

    assert '"##[error]x"' in run("validate", cwd=tmp_path).stdout
