"""``hearingkit init`` and ``new``: files to be edited, right from the start, never over others."""

import datetime as dt
from pathlib import Path

import pytest
from jsonschema import Draft202012Validator
from tests.conftest import Golden
from tests.workspaces import ID, a_workspace, bytes_below, in_process
from tests.yaml12 import load

from hearingkit.validation.schema import json_schema

TODAY = "2026-02-02"
FILES = [".gitignore", "data/hearings.yaml", "hearingkit.schema.json", "hearingkit.toml"]
DAYS = [dt.date(2026, 1, 1) + dt.timedelta(days=9 * number) for number in range(41)]
VALIDATOR = Draft202012Validator(json_schema())


@pytest.fixture(autouse=True)
def _here(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)


@pytest.mark.parametrize(
    ("options", "language"),
    [
        ([], "da"),
        (["--country", "NO"], "nb"),
        (["--language", "nn"], "nn"),
        (["--country", "DK", "-l", "nb"], "nb"),
    ],
)
def test_writes_a_workspace_in_which_nothing_is_wrong(
    options: list[str], language: str, tmp_path: Path
) -> None:
    result = in_process("init", *options, "--today", TODAY)

    assert result.exit_code == 0
    assert sorted(result.stdout.splitlines()) == FILES == sorted(bytes_below(tmp_path))
    checked = in_process("validate", "--today", TODAY)
    assert (checked.exit_code, checked.stdout) == (0, "")
    assert in_process("render").exit_code == 0
    assert (tmp_path / "out" / "eksempel" / f"letter-{language}.docx").is_file()


@pytest.mark.parametrize("country", ["DK", "NO"])
def test_finds_a_good_deadline_on_any_day(country: str) -> None:
    for day in DAYS:
        folder = f"{country}-{day}"
        in_process("init", folder, "--country", country, "--today", str(day))

        checked = in_process("validate", "-w", folder, "--today", str(day))

        assert checked.stdout == "", day


def test_the_example_reads_well(golden: Golden, tmp_path: Path) -> None:
    in_process("init", "hoeringer", "-l", "nb", "--today", TODAY)

    golden("cli/init-nb.yaml", (tmp_path / "hoeringer/data/hearings.yaml").read_text("utf-8"))


def test_editors_find_nothing_wrong_in_the_example(tmp_path: Path) -> None:
    in_process("init", "--country", "NO", "--today", TODAY)

    text = (tmp_path / "data" / "hearings.yaml").read_text("utf-8")

    assert text.startswith("# yaml-language-server: $schema=../hearingkit.schema.json\n")
    assert list(VALIDATOR.iter_errors(load(text))) == []


@pytest.mark.parametrize("there", ["data/hearings.yaml", "hearingkit.toml"])
def test_never_writes_over_a_file(there: str, tmp_path: Path) -> None:
    (tmp_path / there).parent.mkdir(exist_ok=True)
    (tmp_path / there).write_text("mine", "utf-8")

    result = in_process("init")

    assert (result.exit_code, result.stdout) == (2, "")
    assert result.stderr == (
        f"error: {there} exists; nothing was written: "
        "choose another place, or move what is there away\n"
    )
    assert bytes_below(tmp_path) == {there: b"mine"}


def test_a_second_time_names_every_file_that_is_there(tmp_path: Path) -> None:
    in_process("init", "--today", TODAY)
    before = bytes_below(tmp_path)

    result = in_process("init", "--today", "2026-03-03")

    assert result.exit_code == 2
    assert result.stderr.count(" exists") == 3
    assert bytes_below(tmp_path) == before


def test_leaves_a_gitignore_alone_and_says_what_to_add(tmp_path: Path) -> None:
    (tmp_path / ".gitignore").write_text("*.bak\n", "utf-8")

    result = in_process("init")

    assert result.exit_code == 0
    assert ".gitignore is left as it is; add a line /out/ to it\n" in result.stderr
    assert (tmp_path / ".gitignore").read_text("utf-8") == "*.bak\n"


def test_a_link_that_leads_nowhere_is_a_file_too(tmp_path: Path) -> None:
    (tmp_path / "hearingkit.toml").symlink_to(tmp_path / "elsewhere.toml")

    assert in_process("init").exit_code == 2
    assert not (tmp_path / "elsewhere.toml").exists()


def test_says_what_keeps_it_from_writing(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("", "utf-8")

    result = in_process("init", "file")

    assert result.exit_code == 2
    assert result.stderr == (
        "error: can't write file/data/hearings.yaml: a part of its path is a file, not a folder\n"
    )


def test_new_writes_a_hearing_to_be_filled_in(tmp_path: Path, golden: Golden) -> None:
    a_workspace(tmp_path)

    result = in_process("new", "slam", "--today", TODAY)

    assert (result.exit_code, result.stdout) == (0, "data/slam.yaml\n")
    golden("cli/new.yaml", (tmp_path / "data" / "slam.yaml").read_text("utf-8"))


def test_new_leaves_nothing_wrong_but_what_is_to_be_filled_in(tmp_path: Path) -> None:
    a_workspace(tmp_path)
    in_process("new", "slam", "-l", "nb", "-l", "nn", "--kind", "plan", "--today", TODAY)

    found = in_process("validate", "data/slam.yaml", "--today", TODAY).stdout

    assert [line.split(": ", 1)[1] for line in found.splitlines()] == [
        "HK128 note: the draft lacks: title.nb, title.nn, recipients, where to answer"
    ]


def test_new_knows_the_only_list_and_the_issuer_s_mailbox() -> None:
    in_process("init", "--today", TODAY)
    in_process("new", "slam", "--today", TODAY)
    path = Path("data/slam.yaml")

    path.write_text(path.read_text("utf-8").replace("title: ", "title: Slam"), "utf-8")

    assert in_process("validate", "--today", TODAY).stdout == ""


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        ([ID], f'there is a hearing "{ID}" already; choose another id'),
        (["Slam"], '"Slam" is no id; write lower-case letters a-z, digits and single hyphens'),
        (
            ["../slam"],
            '"../slam" is no id; write lower-case letters a-z, digits and single hyphens',
        ),
        (["con"], '"con" is a name that Windows keeps to itself; choose another'),
        (["slam", "--issuer", "etatn"], 'no issuer "etatn"; did you mean "etaten"?'),
        (["slam", "--issuer", "x"], 'no issuer "x"; there are: etaten'),
    ],
)
def test_new_refuses_what_would_be_wrong(arguments: list[str], said: str, tmp_path: Path) -> None:
    a_workspace(tmp_path)
    before = bytes_below(tmp_path)

    result = in_process("new", *arguments)

    assert (result.exit_code, result.stderr) == (2, f"error: {said}\n")
    assert bytes_below(tmp_path) == before


def test_new_lists_the_kinds_of_hearing(tmp_path: Path) -> None:
    a_workspace(tmp_path)

    result = in_process("new", "slam", "--kind", "law")

    assert result.exit_code == 2
    assert result.stderr.startswith('error: "law" is no kind of hearing; choose bill, act, ')


def test_new_understands_a_kind_of_hearing_in_another_language(tmp_path: Path) -> None:
    result = in_process("new", "slam", "--kind", "Forskrift", "-w", tmp_path)

    assert result.exit_code == 2
    assert result.stderr.endswith('eu-proposal, other; did you mean "regulation"?\n')


def test_new_asks_which_issuer_where_there_are_several(tmp_path: Path) -> None:
    a_workspace(tmp_path)
    (tmp_path / "data" / "b.yaml").write_text(
        "issuers: {direktoratet: {name: Direktoratet, country: DK, kind: state}}\n", "utf-8"
    )

    refused = in_process("new", "slam")
    written = in_process("new", "slam", "--issuer", "direktoratet")

    assert "there are several issuers; name one with --issuer: direktoratet, etaten" in (
        refused.stderr
    )
    assert (refused.exit_code, written.exit_code) == (2, 0)
    assert "language: da" in (tmp_path / "data" / "slam.yaml").read_text("utf-8")


def test_new_needs_an_issuer(tmp_path: Path) -> None:
    (tmp_path / "data").mkdir()
    (tmp_path / "data" / "a.yaml").write_text("hearings:\n", "utf-8")

    result = in_process("new", "slam")

    assert result.stderr == 'error: there is no issuer; describe one under "issuers"\n'


def test_new_never_writes_over_a_file(tmp_path: Path) -> None:
    a_workspace(tmp_path)
    (tmp_path / "data" / "slam.yaml").write_text("# mine", "utf-8")

    result = in_process("new", "slam")

    assert result.exit_code == 2
    assert (tmp_path / "data" / "slam.yaml").read_text("utf-8") == "# mine"


def test_new_stops_where_a_file_that_can_t_be_read_may_hold_the_id(tmp_path: Path) -> None:
    a_workspace(tmp_path)
    (tmp_path / "data" / "b.yaml").write_text("hearings: {slam: [", "utf-8")

    result = in_process("new", "slam")

    assert result.exit_code == 2
    assert result.stderr == (
        'error: a file can\'t be read and may hold a hearing "slam"; '
        "run hearingkit validate to see what to mend first\n"
    )
