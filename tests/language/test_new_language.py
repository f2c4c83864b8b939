"""A language is added by files alone: here Swedish, made up of the Danish ones."""

import shutil
import subprocess
from collections.abc import Callable
from pathlib import Path

import pytest
from tests.rendering import ROOT, written
from tests.workspaces import ID, as_process, some_data

Program = Callable[..., subprocess.CompletedProcess[str]]
CODE = "sv"
OF_WORDS = {
    "name: Danish": "name: Swedish",
    "tag: da-DK": "tag: sv-SE",
    "is_usual: yes": "is_usual: no",
    'numeric: "%d-%m-%Y"': 'numeric: "%Y-%m-%d"',
    'long: "{day}. {month}': 'long: "{day} {month}',
    "frå: fra,": "frå: från, ikke: inte,",
    "extension: Forlænget frist for høring": "extension: Förlängd tid för remiss",
    "recipient_list: Høringsliste": "recipient_list: Sändlista",
    "days: [dag, dage]": "days: [dag, dagar]",
    "the_enclosure: [bilaget]": "the_enclosure: [bilagan]",
}
OF_LETTERS = {
    "invitation.md.j2": {"|and_da": "|and_sv", "|or_da": "|or_sv", "høringsliste": "sändlistan"},
    "change.md.j2": {"da/": "sv/", "forlænges": "förlängs", "fra": "från"},
}


@pytest.fixture(scope="module")
def program(tmp_path_factory: pytest.TempPathFactory) -> Program:
    """Return the program as a wheel has it, with the files of one more language."""
    folder = tmp_path_factory.mktemp("program")
    shutil.copytree(ROOT / "src", folder, dirs_exist_ok=True)
    templates = folder / "hearingkit" / "templates"
    shutil.copytree(ROOT / "templates", templates)
    _translate(templates / "words" / "da.yaml", templates / "words" / f"{CODE}.yaml", OF_WORDS)
    (templates / "letters" / CODE).mkdir()
    for name, words in OF_LETTERS.items():
        source = templates / "letters" / "da" / name
        _translate(source, templates / "letters" / CODE / name, words)

    def run(*arguments: str, cwd: Path) -> subprocess.CompletedProcess[str]:
        return as_process(*arguments, cwd=cwd, env={"PYTHONPATH": str(folder)})

    return run


def _translate(source: Path, target: Path, words: dict[str, str]) -> None:
    text = source.read_text("utf-8")
    for known, new in words.items():
        assert known in text
        text = text.replace(known, new)
    target.write_text(text, "utf-8")


def test_a_letter_comes_out_in_a_new_language(program: Program, tmp_path: Path) -> None:
    recipients = {"placement": "enclosed", "entries": ["Ystads kommun"]}
    text = {CODE: "Remiss om prov", "da": "Bekendtgørelse om prøver"}
    hearing = {"language": [CODE, "da"], "title": text, "recipients": recipients}
    written(some_data(**hearing), tmp_path)

    done = program("render", "-f", "txt", cwd=tmp_path)

    assert done.returncode == 0, done.stdout + done.stderr
    folder = tmp_path / "out" / ID
    letter = (folder / f"letter-{CODE}.txt").read_text("utf-8")
    assert "Remiss om prov" in letter
    assert "den vedhæftede sändlistan" in letter
    assert "4 maj 2026" in letter.replace("\u00a0", " ")
    own, danish = (
        (folder / f"recipient-list-{code}.txt").read_text("utf-8") for code in (CODE, "da")
    )
    assert "Dato: 2026-02-02\n\nSändlista\n" in own
    assert "Dato: 02-02-2026\n\nHøringsliste\n" in danish


def test_a_change_is_written_in_a_new_language(program: Program, tmp_path: Path) -> None:
    change = {"kind": "extension", "sent": "2026-04-20", "deadline": "2026-06-01"}
    written(some_data(language=CODE, changes=[change]), tmp_path)

    done = program("render", "-f", "txt", cwd=tmp_path)

    assert done.returncode == 0, done.stdout + done.stderr
    letter = (tmp_path / "out" / ID / f"extension-{CODE}.txt").read_text("utf-8")
    assert "Förlängd tid för remiss" in letter
    assert "förlängs" in letter


def test_rules_read_a_text_in_a_new_language(program: Program, tmp_path: Path) -> None:
    written(some_data(language=CODE, body="Det gäller ikke prov."), tmp_path)

    done = program("validate", cwd=tmp_path)

    assert 'HK601 warning: "ikke" is not Swedish; write "inte"' in done.stdout
    assert done.stdout.count("\n") == 1, done.stdout


def test_rules_know_what_is_said_of_enclosures_in_a_new_language(
    program: Program, tmp_path: Path
) -> None:
    written(some_data(language=CODE, body="Förslaget finns på webben. Se bilagan."), tmp_path)

    done = program("validate", cwd=tmp_path)

    assert 'HK701 warning: the text speaks of "Se bilagan"' in done.stdout


def test_a_workspace_begins_in_a_new_language(program: Program, tmp_path: Path) -> None:
    done = program("init", "-l", CODE, cwd=tmp_path)

    assert done.returncode == 0, done.stderr
    assert f'"{CODE}"' in (tmp_path / "hearingkit.schema.json").read_text("utf-8")
    assert program("validate", cwd=tmp_path).stdout == ""
