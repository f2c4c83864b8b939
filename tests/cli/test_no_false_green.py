"""Nothing is passed over in silence: files in subfolders, a second workspace, a second option."""

import unicodedata
from pathlib import Path

import pytest
from tests.workspaces import a_workspace, in_process

from hearingkit.source import reader

BAD = "hearings:\n  skole: {rubbish: 1}\n"


@pytest.fixture
def here(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.chdir(tmp_path)
    return a_workspace(tmp_path)


def put(path: Path, text: str = BAD) -> Path:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(text, "utf-8")
    return path


@pytest.mark.parametrize(
    "name", ["2027/skole.yaml", "a/b/c/skole.yml", "x.yaml/skole.YAML", "data/år 1/skole.yaml"]
)
@pytest.mark.parametrize("given", [[], ["data"]])
def test_reads_files_in_subfolders(here: Path, name: str, given: list[str]) -> None:
    put(here / "data" / name)

    result = in_process("validate", *given)

    assert (result.exit_code, f"data/{name}:2:" in result.stdout) == (1, True)
    assert "in 2 files" in result.stderr


def test_reads_a_subfolder_as_part_of_its_workspace(here: Path) -> None:
    hearing = (here / "data" / "hearings.yaml").read_text("utf-8").partition("hearings:")[2]
    put(here / "data" / "2027" / "skole.yaml", f"hearings:{hearing.replace('proever', 'skole')}")

    result = in_process("validate", "data/2027")

    assert (result.exit_code, result.stderr) == (0, "nothing found in 1 file\n")
    assert "out/skole/letter-nb.md" in in_process("render", "skole", "-f", "md").stdout


def test_leaves_rules_out_by_the_name_of_a_subfolder(here: Path) -> None:
    text = (here / "data" / "hearings.yaml").read_text("utf-8").replace("2026-05-04", "2026-05-17")
    (here / "data" / "hearings.yaml").unlink()
    put(here / "data" / "old" / "hearings.yaml", text)
    assert "HK205" in in_process("validate").stdout

    put(here / "hearingkit.toml", '[per-file-ignores]\n"data/old/*" = ["HK2"]\n')

    assert in_process("validate").stdout == ""


HIDDEN = [
    ".skole.yaml",
    ".#hearings.yaml",
    "._hearings.yaml",
    "~$hearings.yaml",
    ".git/skole.yaml",
    "2027/.venv/lib/skole.yaml",
    "#hearings.yaml#",
    "hearings.yaml~",
    ".hearings.yaml.swp",
]


@pytest.mark.parametrize("name", HIDDEN)
def test_leaves_hidden_files_and_those_of_editors_alone(here: Path, name: str) -> None:
    put(here / "data" / name, "[")

    assert in_process("validate").stderr == "nothing found in 1 file\n"
    assert in_process("validate", "data/*.yaml").stderr == "nothing found in 1 file\n"
    assert in_process("render", "-f", "md").exit_code == 0


@pytest.mark.parametrize("folder", ["data", "data/2027"])
def test_leaves_the_lock_of_an_editor_alone(here: Path, folder: str) -> None:
    (here / folder).mkdir(exist_ok=True)
    (here / folder / ".#hearings.yaml").symlink_to("user@machine.1:1")

    assert in_process("validate").exit_code == 0
    assert in_process("list").exit_code == 0
    assert in_process("render", "-f", "txt").exit_code == 0


def test_reads_a_hidden_file_that_is_named(here: Path) -> None:
    put(here / "data" / ".skole.yaml")

    assert "data/.skole.yaml:2:" in in_process("validate", "data/.skole.yaml").stdout


def test_follows_linked_folders_within_the_workspace_and_no_others(here: Path) -> None:
    put(here / "shelf" / "skole.yaml")
    (here / "data" / "2027").symlink_to(here / "shelf")
    assert "data/2027/skole.yaml:2:" in in_process("validate").stdout

    (here / "data" / "2027").unlink()
    (here / "data" / "2027").symlink_to(put(here.parent / "away" / "skole.yaml").parent)

    assert in_process("validate").stdout.startswith("data/2027:1:1: HK001 ")


def test_follows_no_link_in_circles(here: Path) -> None:
    for name, target in {"data/a": "data", "data/b": ".", "data/c/d/e": "data/c"}.items():
        (here / name).parent.mkdir(parents=True, exist_ok=True)
        (here / name).symlink_to(here / target)
    put(here / "other.yaml")

    assert in_process("validate").stderr == "nothing found in 1 file\n"


@pytest.mark.parametrize(
    "arguments",
    [
        ["validate", "-w", "a", "-w", "b"],
        ["validate", "--workspace=a", "-w", "b"],
        ["validate", "-wa", "-wb"],
        ["render", "-w", "a", "-w", "b"],
        ["list", "-w", "a", "-w", "a"],
        ["show", "-w", "a", "x", "-w", "b"],
        ["validate", "--fail-on", "note", "--fail-on", "error"],
        ["recipients", "-f", "csv", "-f", "txt"],
        ["recipients", "-o", "a.csv", "--output", "b.csv"],
        ["new", "x", "--issuer", "a", "--issuer", "b"],
    ],
)
def test_refuses_an_option_of_which_only_the_last_would_count(
    here: Path, arguments: list[str]
) -> None:
    for name in ("a", "b"):
        a_workspace(here / name)

    result = in_process(*arguments)

    assert (result.exit_code, result.stdout) == (2, "")
    assert "is given 2 times; only one can count" in result.stderr


@pytest.mark.parametrize(
    "args",
    [
        ("validate", ""),
        ("validate", "-w", ""),
        ("validate", "-w", " "),
        ("validate", "data", ""),
        ("render", "-o", ""),
        ("verify", ""),
    ],
)
def test_an_empty_text_is_not_the_folder_that_one_is_in(
    args: tuple[str, ...], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    a_workspace(tmp_path)
    monkeypatch.chdir(tmp_path)

    result = in_process(*args)

    assert (result.exit_code, result.stdout) == (2, "")
    assert result.stderr.endswith(": it is empty; write what is meant, or leave it out.\n")
    assert [one.name for one in tmp_path.iterdir()] == ["data"]


@pytest.mark.parametrize(
    ("arguments", "reported"),
    [
        (
            ["render", "-l", "nynorsk"],
            "'nynorsk' is not one of 'da', 'nb', 'nn'; did you mean 'nn'?",
        ),
        (["render", "-f", ".docx"], "'md'; did you mean 'docx'?"),
        (["render", "--kind", "forlengelse"], "'meeting'; did you mean 'extension'?"),
        (["recipients", "-f", "pdfa"], ": 'pdfa' is not one of 'csv', "),
    ],
)
@pytest.mark.usefixtures("here")
def test_a_choice_in_a_user_s_words_is_answered_by_the_one_that_is_meant(
    arguments: list[str], reported: str
) -> None:
    result = in_process(*arguments)

    assert (result.exit_code, result.stdout) == (2, "")
    assert reported in result.stderr
    assert "Value error" not in result.stderr


@pytest.mark.parametrize(
    "command", [["body"], ["letterhead", "check"], ["recipients", "import"]], ids=" ".join
)
def test_a_file_that_is_not_there_is_answered_by_the_near_one(
    here: Path, command: list[str]
) -> None:
    (here / "Høringstekst.docx").write_bytes(b"")
    (here / unicodedata.normalize("NFD", "Høringsliste å.xlsx")).write_bytes(b"")

    misspelt = in_process(*command, "hoeringstekst.docx")
    composed = in_process(*command, str(here / "Høringsliste å.xlsx"))
    unknown = in_process(*command, "x.txt")

    assert 'no such file; did you mean "Høringstekst.docx"?' in misspelt.stderr
    assert "only look the same; let the shell complete it" in composed.stderr
    assert unknown.stderr == "error: can't read x.txt: there is no such file\n"


@pytest.mark.usefixtures("here")
def test_takes_options_twice_that_may_be_repeated() -> None:
    assert in_process("validate", "-q", "-q").exit_code == 0
    assert in_process("render", "-f", "md", "-f", "md", "-l", "nb", "-l", "nb").exit_code == 0


def test_stops_where_the_files_are_too_large_together(here: Path) -> None:
    for number in range(11):
        with put(here / "data" / "old" / f"{number:02}.yaml", "").open("wb") as file:
            file.truncate(5_000_000)

    result = in_process("validate")

    reported = [line for line in result.stdout.splitlines() if " HK002 " in line]
    assert (result.exit_code, len(reported)) == (1, 1)
    assert reported[0].startswith("data/old/09.yaml:1:1: HK002 error: with this file")


def test_stops_where_the_files_hold_too_many_values(
    here: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(reader, "MOST_VALUES_TOGETHER", 5)
    put(here / "data" / "old.yaml")

    result = in_process("validate")

    assert "data/old.yaml:1:1: HK002 error: the files before it hold more" in result.stdout
