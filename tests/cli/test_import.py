"""``hearingkit recipients import``: a list as an office keeps it becomes hearing data."""

import os
import stat
from pathlib import Path

import pytest
from tests.intake.lists import a_workbook
from tests.workspaces import a_workspace, bytes_below, in_process

from hearingkit.workflows import import_recipients as workflow

IMPORT = ("recipients", "import")


@pytest.fixture
def here(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.chdir(tmp_path)
    (tmp_path / "Faste høringsparter.csv").write_text("Gruppe;Navn;Mail\nA;LO;a@x.example\n")
    return tmp_path


def test_writes_a_file_that_validate_accepts(here: Path) -> None:
    result = in_process(*IMPORT, "Faste høringsparter.csv", "-o", "data/faste.yaml")

    assert (result.exit_code, result.stdout) == (0, "data/faste.yaml\n")
    assert result.stderr == (
        "Faste høringsparter.csv: rows: 2 (recipient: 1, head of columns: 1)\n"
        "columns: Gruppe = heading, Navn = name, Mail = email\n"
    )
    assert (here / "data/faste.yaml").read_text("utf-8").splitlines()[2:] == [
        "recipient_lists:",
        "  faste-hoeringsparter:",
        "  - heading: A",
        "    entries:",
        "    - {name: LO, email: a@x.example}",
    ]
    assert in_process("validate").exit_code == 0


@pytest.mark.usefixtures("here")
def test_reads_standard_input_and_takes_the_id_asked_for() -> None:
    result = in_process(*IMPORT, "-", "--id", "faste", "-q", stdin="LO <a@x.example>; NHO <b@x.no>")

    assert (result.exit_code, result.stderr) == (0, "")
    assert result.stdout.splitlines()[2:] == [
        "recipient_lists:",
        "  faste:",
        "  - {name: LO, email: a@x.example}",
        "  - {name: NHO, email: b@x.no}",
    ]


def test_a_register_keeps_ean_numbers_and_a_list_reports_them(here: Path) -> None:
    (here / "ean.csv").write_text("Navn;EAN-nr.;Mail\nKL;5790000000005;kl@kl.example\n", "utf-8")

    plain = in_process(*IMPORT, "ean.csv")
    register = in_process(*IMPORT, "ean.csv", "--register")

    assert "EAN numbers: 1; only parties have them; use --register\n" in plain.stderr
    assert "5790000000005" not in plain.stdout
    assert "ean: '5790000000005'" in register.stdout
    assert "EAN numbers" not in register.stderr


def test_a_number_of_thirteen_digits_without_a_head_is_an_ean(here: Path) -> None:
    (here / "ean.csv").write_text("KL;5790000000005\nLO;5790000000012\n", "utf-8")

    result = in_process(*IMPORT, "ean.csv", "--register")

    assert "kl: {name: KL, ean: '5790000000005'}" in result.stdout


def test_writes_nothing_where_it_is_asked_only_to_report(here: Path) -> None:
    before = bytes_below(here)

    result = in_process(*IMPORT, "Faste høringsparter.csv", "-o", "out.yaml", "--dry-run")

    assert (result.exit_code, result.stdout) == (0, "")
    assert "rows: 2 (recipient: 1, head of columns: 1)\n" in result.stderr
    assert bytes_below(here) == before


@pytest.mark.parametrize("dry", [True, False])
def test_adds_who_is_new_to_a_list_and_shows_what_changes(here: Path, *, dry: bool) -> None:
    (here / "data.yaml").write_text("recipient_lists:\n  faste:\n  - NHO  # ours\n", "utf-8")

    asked = (*IMPORT, "Faste høringsparter.csv", "--into", "data.yaml", *(["--dry-run"] * dry))
    result = in_process(*asked)

    new = "  - heading: A\n    entries:\n    - {name: LO, email: a@x.example}\n"
    changed = "".join(f"+{line}\n" for line in new.splitlines())
    assert result.exit_code == 0
    assert result.stdout.startswith("--- data.yaml\n+++ data.yaml\n")
    assert result.stdout.endswith(f"   - NHO  # ours\n{changed}")
    assert result.stderr.endswith("data.yaml: new: 1, there already: 0\n")
    assert (here / "data.yaml").read_text("utf-8").endswith("# ours\n" if dry else new)


def test_names_the_file_of_a_list_that_is_named_in_its_place(here: Path) -> None:
    (here / "data").mkdir()
    (here / "data/lister.yaml").write_text("recipient_lists:\n  faste: [NHO]\n", "utf-8")

    result = in_process(*IMPORT, "Faste høringsparter.csv", "--into", "faste")

    advice = "use --into data/lister.yaml --id faste"
    assert result.exit_code == 2
    assert result.stderr.endswith(f'error: "faste" is a list, and --into names a file; {advice}\n')


def test_names_each_row_that_it_could_not_read(here: Path) -> None:
    rows: list[list[object]] = [["Navn", "Mail"], ["LO", "a(at)x.example"], [None, "c"]]
    (here / "list.xlsx").write_bytes(a_workbook(rows, sheet="Parter"))

    result = in_process(*IMPORT, "list.xlsx", "-o", "list.yaml")

    assert (result.exit_code, result.stdout) == (1, "list.yaml\n")
    assert result.stderr.splitlines() == [
        "list.xlsx: rows: 3 (recipient: 1, head of columns: 1, not read: 1)",
        "columns: Parter: Navn = name, Mail = email",
        'left out: Parter!B2: "a(at)x.example" is no e-mail address',
        "not read: Parter!3: neither a name nor an e-mail address",
        "error: 1 row was not read; see above",
    ]


@pytest.mark.parametrize(
    ("arguments", "says"),
    [
        (["missing.csv"], "can't read missing.csv: there is no such file"),
        (["."], "can't read .: it is no file; name one"),
        (["empty.xlsx"], "can't read empty.xlsx: it is empty"),
        (["heads.csv"], "can't read heads.csv: nobody is on it"),
        (["Faste høringsparter.csv", "--id", "Å"], '"Å" is no id of a list'),
        (["Faste høringsparter.csv", "-o", "empty.xlsx"], "empty.xlsx exists; nothing was written"),
    ],
)
def test_says_why_it_could_not(here: Path, arguments: list[str], says: str) -> None:
    (here / "empty.xlsx").write_bytes(b"")
    (here / "heads.csv").write_bytes(b"Navn;Mail\n")
    before = bytes_below(here)

    result = in_process(*IMPORT, *arguments, "-q")

    assert (result.exit_code, result.stdout) == (2, "")
    assert result.stderr.startswith(f"error: {says}")
    assert result.stderr.count("\n") == 1
    assert bytes_below(here) == before


def test_writes_no_list_that_no_file_of_data_can_hold(
    here: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(workflow, "MOST_VALUES", 6)  # one recipient under a heading has 7
    before = bytes_below(here)

    result = in_process(*IMPORT, "Faste høringsparter.csv", "-o", "data/faste.yaml", "-q")

    reported = "Faste høringsparter.csv has 1 recipients, too many for one file; split the list"
    assert (result.exit_code, result.stderr) == (2, f"error: {reported}\n")
    assert bytes_below(here) == before


def test_a_hearing_may_be_called_import(here: Path) -> None:
    result = in_process("recipients", "-w", a_workspace(here, "import"), "--", "import")

    assert "Østre kommune" in result.stdout


def test_makes_a_register_with_a_list_of_the_same_recipients(here: Path) -> None:
    result = in_process(
        *IMPORT, "Faste høringsparter.csv", "--register", "--id", "faste", "-o", "data/faste.yaml"
    )

    assert result.exit_code == 0
    assert (here / "data/faste.yaml").read_text("utf-8").splitlines()[2:] == [
        "parties:",
        "  lo: {name: LO, email: a@x.example, groups: [a]}",
        "recipient_lists:",
        "  faste:",
        "  - heading: A",
        "    entries:",
        "    - {party: lo}",
    ]
    assert in_process("validate").exit_code == 0


def test_adds_who_is_new_to_the_register_and_to_its_list(here: Path) -> None:
    text = "parties:\n  nho: {name: NHO}\nrecipient_lists:\n  faste:\n  - {party: nho}\n"
    (here / "data").mkdir()
    (here / "data/faste.yaml").write_text(text, "utf-8")

    result = in_process(
        *IMPORT, "Faste høringsparter.csv", "--register", "--into", "data/faste.yaml"
    )

    assert result.exit_code == 0
    assert (here / "data/faste.yaml").read_text("utf-8").splitlines() == [
        "parties:",
        "  nho: {name: NHO}",
        "  lo: {name: LO, email: a@x.example, groups: [a]}",
        "recipient_lists:",
        "  faste:",
        "  - {party: nho}",
        "  - heading: A",
        "    entries:",
        "    - {party: lo}",
    ]
    assert in_process("validate").exit_code == 0


def test_a_register_names_a_body_once_though_it_stands_under_two_headings(here: Path) -> None:
    (here / "list.csv").write_text("Gruppe;Navn;Mail\nA;LO;a@x.example\nB;LO;a@x.example\n")

    result = in_process(*IMPORT, "list.csv", "--register")

    assert result.stdout.count("name: LO") == 1
    assert result.stdout.count("{party: lo}") == 2
    assert "groups: [a, b]" in result.stdout


@pytest.mark.usefixtures("here")
def test_writes_to_one_place_alone() -> None:
    result = in_process(*IMPORT, "Faste høringsparter.csv", "-o", "b.yaml", "--into", "a.yaml")

    assert (result.exit_code, result.stdout) == (2, "")
    assert "--output: is for a new file; leave it or --into out" in result.stderr


def test_fills_in_what_those_who_are_there_lack(here: Path) -> None:
    (here / "data.yaml").write_text("recipient_lists:\n  faste:\n  - LO  # ours\n", "utf-8")

    asked = (*IMPORT, "Faste høringsparter.csv", "--into", "data.yaml")
    left = in_process(*asked)
    filled = in_process(*asked, "--fill")

    assert (left.exit_code, left.stdout) == (0, "")
    assert 'differs: data.yaml:3: the import gives the mailbox "a@x.example"' in left.stderr
    assert filled.stderr.endswith("data.yaml: new: 0, there already: 1, filled in: 1\n")
    assert "-  - LO  # ours\n+  - {name: LO, email: a@x.example}  # ours\n" in filled.stdout


@pytest.mark.usefixtures("here")
def test_fills_in_nothing_without_a_file() -> None:
    result = in_process(*IMPORT, "Faste høringsparter.csv", "--fill")

    assert result.exit_code == 2
    assert "--fill: is of --into; name a file there" in result.stderr


@pytest.mark.skipif(os.name == "nt", reason="Windows has other rights")
@pytest.mark.parametrize("mode", [0o600, 0o640, 0o664, 0o444])
def test_who_may_read_a_file_stays_the_same(here: Path, mode: int) -> None:
    path = here / "data.yaml"
    path.write_text("recipient_lists: {faste: [NHO]}", "utf-8")
    path.chmod(mode)

    in_process(*IMPORT, "Faste høringsparter.csv", "--into", "data.yaml")

    assert "LO" in path.read_text("utf-8")
    assert stat.S_IMODE(path.stat().st_mode) == mode
