"""Build small workspaces, and run the program in them: in this process or in a new one."""

import os
import subprocess
import sys
from collections.abc import Mapping
from pathlib import Path
from typing import Any

import pytest
from typer.testing import CliRunner, Result

from hearingkit.cli.app import app
from hearingkit.rules.run import Known, Verdict, judge
from hearingkit.validation.book import Case
from hearingkit.workflows import judging
from tests.rendering import Data, written

PROGRAM = (sys.executable, "-m", "hearingkit")
ID = "proever"
TODAY = {"HEARINGKIT_TODAY": "2026-02-02"}
OF_SERVERS = (
    *("GITHUB_ACTIONS", "GITHUB_WORKSPACE", "GITHUB_STEP_SUMMARY"),
    *("CI_PROJECT_DIR", "BUILD_SOURCESDIRECTORY"),
)
"""Variables of a CI server that change what the program writes."""


def a_hearing(**changes: Any) -> Data:
    """Return a hearing without faults, with these changes; None removes a key."""
    hearing = {
        "language": "nb",
        "issuer": "etaten",
        "kind": "regulation",
        "title": "Forskrift om prøver",
        "sent": "2026-02-02",
        "deadline": "2026-05-04",
        "recipients": [{"name": "Østre kommune", "email": "post@ostre.example"}],
        "submission": {"addresses": [{"email": "svar@etaten.example"}]},
        "body": "Vi ber om svar.",
        "signatories": [{"title": "Direktør"}],
    } | changes
    return {key: value for key, value in hearing.items() if value is not None}


def some_data(*ids: str, **changes: Any) -> Data:
    """Return an issuer and a hearing for each id, all with these changes."""
    issuer = {"name": "Prøveetaten", "country": "NO", "kind": "state"}
    hearings = {id_: a_hearing(**changes) for id_ in ids or (ID,)}
    return {"issuers": {"etaten": issuer}, "hearings": hearings}


def a_workspace(folder: Path, *ids: str, **changes: Any) -> Path:
    """Write a workspace with a hearing for each id, all with these changes."""
    return written(some_data(*ids, **changes), folder)


def in_process(
    *arguments: str | Path,
    stdin: bytes | str | None = None,
    env: Mapping[str, str] | None = None,
) -> Result:
    """Run a command in this process; it must end with an exit code, not with an exception."""
    result = CliRunner().invoke(
        app,
        [*map(str, arguments)],
        input=stdin,
        env={**dict.fromkeys(OF_SERVERS), **TODAY, **(env or {})},
        catch_exceptions=False,
    )
    assert "Traceback" not in result.output
    return result


def note_judged(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """Return a list to which is added, from now on, the id of each hearing that is judged here."""
    ids: list[str] = []

    def judge_with_note(case: Case, known: Known) -> Verdict:
        ids.append(case.id)
        return judge(case, known)

    monkeypatch.setattr(judging, "judge", judge_with_note)
    return ids


def environment(**changes: str) -> dict[str, str]:
    """Return an environment without variables that change messages, with these changes."""
    known = {"NO_COLOR", "CI", "TERM", "COLUMNS", "SOURCE_DATE_EPOCH", *OF_SERVERS}
    return {name: text for name, text in os.environ.items() if name not in known} | TODAY | changes


def as_process(
    *arguments: str | Path, cwd: Path, env: Mapping[str, str] | None = None, stdin: bytes = b""
) -> subprocess.CompletedProcess[str]:
    """Run a command as a new process."""
    done = subprocess.run(
        [*PROGRAM, *map(str, arguments)],
        cwd=cwd,
        env={**environment(), **(env or {})},
        input=stdin,
        capture_output=True,
        check=False,
        timeout=600,
    )
    out, err = done.stdout.decode(errors="surrogateescape"), done.stderr.decode(errors="replace")
    assert "Traceback" not in err, err
    return subprocess.CompletedProcess(done.args, done.returncode, out, err)


def bytes_below(folder: Path) -> dict[str, bytes]:
    """Return the content of every file below a folder, by path."""
    files = sorted(path for path in folder.rglob("*") if path.is_file())
    return {path.relative_to(folder).as_posix(): path.read_bytes() for path in files}
