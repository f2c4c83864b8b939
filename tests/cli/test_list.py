"""``hearingkit list`` and ``show``: what is open, until when, and what is missing."""

import json
import os
from pathlib import Path

import pytest
from tests.conftest import Golden
from tests.rendering import ROOT, written
from tests.workspaces import ID, a_hearing, a_workspace, in_process, some_data

TODAY = ("--today", "2026-03-02")
AT_FAULT = "run hearingkit validate to see what is wrong with those at fault\n"


@pytest.fixture(autouse=True)
def _here(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)


def several(folder: Path) -> Path:
    """Write a workspace with a hearing in each state."""
    data = some_data()
    data["hearings"] = {
        "uten-mottakere": a_hearing(recipients=None, deadline="2026-05-05"),
        "uten-utsteder": a_hearing(issuer="annen", deadline="2026-04-07"),
        "i-dag": a_hearing(sent="2025-12-01", deadline="2026-03-02 12:00"),
        "forbi": a_hearing(sent="2025-10-01", deadline="2026-02-27"),
        "lukket": a_hearing(sent="2025-10-01", deadline="2026-01-30", closed="true"),
        "senere": a_hearing(language=["nn", "nb"], title={"nb": "Om prøver", "nn": "Om prøver\t2"}),
    }
    return written(data, folder)


@pytest.mark.parametrize("format_", ["text", "tsv", "json"])
def test_lists_the_hearings_by_deadline(format_: str, tmp_path: Path, golden: Golden) -> None:
    several(tmp_path)

    result = in_process("list", "--format", format_, *TODAY)

    assert (result.exit_code, result.stderr) == (0, AT_FAULT)
    golden(f"cli/list.{format_}", result.stdout)


def test_gives_lines_to_a_pipe(tmp_path: Path) -> None:
    several(tmp_path)

    piped = in_process("list", *TODAY)

    assert piped.stdout == in_process("list", "--format", "tsv", *TODAY).stdout


def test_marks_states_by_colour_for_whom_it_is_asked(tmp_path: Path) -> None:
    several(tmp_path)

    shown = in_process("list", "--format", "text", "--color", "always", *TODAY).stdout

    assert "\x1b[31mat fault" in shown
    assert "\x1b[33mpassed" in shown


def test_lists_nothing_where_there_is_nothing(tmp_path: Path) -> None:
    written({"issuers": {}}, tmp_path)

    result = in_process("list", "--format", "json")

    assert json.loads(result.stdout) == {"version": 1, "hearings": []}
    assert result.stderr == ""


@pytest.mark.parametrize("id_", ["folkehelseplan", "kroniske-smerter", "smerteklinikker"])
def test_shows_one_hearing(id_: str, golden: Golden) -> None:
    result = in_process("show", id_, "-w", ROOT, "--today", "2026-12-01")

    assert result.exit_code == 0
    golden(f"cli/show-{id_}.txt", result.stdout.replace(_relative(ROOT), ""))


@pytest.mark.parametrize(
    ("today", "said"),
    [
        ("2026-05-02", "2 days left"),
        ("2026-05-03", "1 day left"),
        ("2026-05-04", "today"),
        ("2026-05-05", "1 day ago"),
        ("2026-05-07", "3 days ago"),
    ],
)
def test_counts_the_days_to_the_deadline(today: str, said: str, tmp_path: Path) -> None:
    a_workspace(tmp_path, deadline="2026-05-04 12:00")

    shown = in_process("show", ID, "--today", today).stdout

    assert f"  deadline    Monday 2026-05-04 12:00 ({said})\n" in shown


def test_counts_no_days_to_the_deadline_of_a_hearing_that_was_called_off(tmp_path: Path) -> None:
    changes = [{"kind": "cancellation", "sent": "2026-04-20"}]
    a_workspace(tmp_path, deadline="2026-05-04 12:00", changes=changes)

    shown = in_process("show", ID, "--today", "2026-04-27").stdout

    assert "  deadline    Monday 2026-05-04 12:00\n" in shown


def test_shows_the_findings_of_that_hearing_and_no_others(tmp_path: Path) -> None:
    data = some_data()
    data["hearings"]["annen"] = a_hearing(deadline="2026-05-17")
    data["hearings"]["skjev"] = a_hearing(deadline="2026-05-16", body="> sitat")
    written(data, tmp_path)

    shown = in_process("show", "skjev", *TODAY).stdout

    codes = [line.split()[1] for line in shown.splitlines() if line.startswith("data/")]
    assert sorted(codes) == ["HK118", "HK205"]
    assert "2026-05-17" not in shown


def test_shows_why_a_hearing_can_t_be_read(tmp_path: Path) -> None:
    a_workspace(tmp_path, title=["Prøver"])

    shown = in_process("show", ID, *TODAY).stdout

    assert shown.startswith(f"{ID}\n  state       at fault\n  described   data/hearings.yaml:")
    assert "HK101" in shown


def test_shows_what_can_be_read_of_a_hearing_at_fault(tmp_path: Path) -> None:
    a_workspace(tmp_path, kind="lov")

    shown = in_process("show", ID, *TODAY).stdout

    assert shown.startswith(f"{ID}: Forskrift om prøver\n")
    facts = [line.split()[0] for line in shown.splitlines() if line.startswith("  ")]
    assert facts == [
        "state",
        "described",
        "issuer",
        "language",
        "sent",
        "deadline",
        "answers",
        "without",
    ]


def test_says_who_gets_no_mail(tmp_path: Path) -> None:
    reached, other = {"name": "KS", "email": "post@ks.example"}, {"name": "Fylkeslegene"}
    lists = {"with": [reached], "without": [other], "both": [reached, other]}
    for id_, recipients in lists.items():
        a_workspace(tmp_path / id_, recipients=recipients)

    shown = {id_: in_process("show", ID, "-w", tmp_path / id_, *TODAY).stdout for id_ in lists}

    assert "recipients  1, all of them with an e-mail address\n" in shown["with"]
    assert "recipients  1, all of them without an e-mail address\n" in shown["without"]
    assert "recipients  2, 1 of them without an e-mail address\n" in shown["both"]


def test_names_the_hearings_where_there_is_none_of_that_id(tmp_path: Path) -> None:
    a_workspace(tmp_path)

    result = in_process("show", "prover")

    assert (result.exit_code, result.stdout) == (2, "")
    assert result.stderr == f'error: no hearing "prover"; did you mean "{ID}"?\n'


def _relative(folder: Path) -> str:
    near, whole = os.path.relpath(folder), os.fspath(folder)
    return (near if len(near) <= len(whole) else whole) + "/"
