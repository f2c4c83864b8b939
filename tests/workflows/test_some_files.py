"""``validate`` asked about some files of a workspace: the others are known, but not reported on."""

from pathlib import Path

import pytest
import yaml
from tests.rendering import Data
from tests.workspaces import a_hearing, in_process

LISTS: Data = {"recipient_lists": {"alle": ["Østre kommune"], "ubrukt": ["Vestre kommune"]}}
ISSUERS: Data = {"issuers": {"etaten": {"name": "Prøveetaten", "country": "NO", "kind": "state"}}}


@pytest.fixture(autouse=True)
def _here(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    (tmp_path / "data").mkdir()
    hearing = a_hearing(recipients=[{"list": "alle"}, "Østre kommune"])
    write(lister=LISTS, avsendere=ISSUERS, høring={"hearings": {"proever": hearing}})


def write(**files: Data) -> None:
    for name, data in files.items():
        text = yaml.safe_dump(data, allow_unicode=True, sort_keys=False)
        Path("data", f"{name}.yaml").write_text(text, "utf-8")


def reported(*arguments: str) -> list[tuple[str, str]]:
    result = in_process("validate", *arguments)
    lines = (line.split(":", 3) for line in result.stdout.splitlines())
    return [(line[0], line[3].split()[0]) for line in lines]


def test_what_a_file_refers_to_in_another_is_known() -> None:
    assert reported("data/høring.yaml") == [("data/høring.yaml", "HK301")]


def test_only_the_files_asked_about_are_reported_on() -> None:
    assert reported("data/lister.yaml") == [("data/lister.yaml", "HK310")]
    assert reported("data/avsendere.yaml") == []
    assert in_process("validate", "data/avsendere.yaml").stderr == "nothing found in 1 file\n"


def test_all_files_by_name_are_the_same_as_none() -> None:
    everything = reported()

    assert {code for _, code in everything} == {"HK301", "HK310"}
    assert reported("data") == everything
    assert reported("data/avsendere.yaml", "data/høring.yaml", "data/lister.yaml") == everything


def test_a_file_that_can_t_be_read_is_reported_with_those_that_may_rest_on_it() -> None:
    Path("data/avsendere.yaml").write_text("issuers: [", "utf-8")

    assert {code for _, code in reported("data/høring.yaml")} == {"HK005", "HK110", "HK301"}


def test_a_file_outside_the_data_is_a_book_of_its_own() -> None:
    Path("data/høring.yaml").rename("høring.yaml")

    assert [code for _, code in reported("høring.yaml")] == ["HK110", "HK112"]


def test_what_another_file_accepts_is_not_counted() -> None:
    hearing = a_hearing(recipients=[{"list": "alle"}, "Østre kommune"], accept={"HK301": "avtalt"})
    write(høring={"hearings": {"proever": hearing}})

    assert in_process("validate", "data/lister.yaml").stderr == "1 note in 1 file\n"
    assert "1 accepted" in in_process("validate", "data/høring.yaml").stderr
