"""README.md says what the program does: its examples are run, its list of keys is complete."""

import re
import shlex
import subprocess
from pathlib import Path

import pytest

from hearingkit.cli.lazy import SUMMARIES
from hearingkit.language.language import Language
from hearingkit.letterheads.built_in import starter
from hearingkit.model.base import Value
from hearingkit.model.hearing import Hearing
from hearingkit.model.issuer import Issuer
from hearingkit.model.recipient import ListReference, Recipient, RecipientGroup, Recipients
from hearingkit.model.submission import Contact
from hearingkit.model.wording import Formula
from tests.rendering import ROOT
from tests.workflows.test_render import a_png
from tests.workspaces import PROGRAM, as_process, environment

README = (ROOT / "README.md").read_text("utf-8")
EXAMPLE = re.findall(r"```yaml\n(.*?)```", README, re.DOTALL)[0]
EVERY_KEY = re.findall(r"<!-- every key -->\n```yaml\n(.*?)```", README, re.DOTALL)[0]
CONSOLE = "".join(re.findall(r"```console\n(.*?)```", README, re.DOTALL))


def workspace(folder: Path, text: str) -> Path:
    (folder / "data").mkdir()
    (folder / "data" / "hearings.yaml").write_text(text, "utf-8")
    return folder


def shown(command: str, folder: Path) -> str:
    """Return what a person sees of a command: both streams, as they come."""
    name, *arguments = shlex.split(command)
    assert name == "hearingkit"
    done = subprocess.run(
        [*PROGRAM, *arguments],
        cwd=folder,
        env=environment(),
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        check=True,
    )
    return done.stdout.decode()


def test_readme_shows_what_its_commands_say(tmp_path: Path) -> None:
    workspace(tmp_path, EXAMPLE)
    sessions = re.findall(r"^\$ (.*)\n((?:(?!\$ ).*\n)*)", CONSOLE, re.MULTILINE)
    assert len(sessions) > 2

    for command, expected in sessions:
        assert shown(command, tmp_path) == expected


def test_readme_shows_the_findings_of_the_two_edits_that_it_names(tmp_path: Path) -> None:
    mistaken = EXAMPLE.replace("sent: 2027-02-01", "sent: 2027-06-02")
    mistaken = mistaken.replace("deadline: 2027-05-03", "deadline: 2027-05-17")
    expected = re.findall(r"^    (data/hearings\.yaml:\d+:\d+: HK.*\n)", README, re.MULTILINE)

    done = as_process("validate", cwd=workspace(tmp_path, mistaken))

    assert done.stdout.splitlines(keepends=True) == expected
    assert (done.returncode, len(expected)) == (1, 2)


def test_readme_names_no_key_that_is_not_there(tmp_path: Path) -> None:
    workspace(tmp_path, EVERY_KEY)
    (tmp_path / "data" / "logo.png").write_bytes(a_png())
    (tmp_path / "data" / "brevmal.docx").write_bytes(starter(Language.NB))

    done = as_process("validate", cwd=tmp_path)

    assert (done.returncode, done.stdout) == (0, "")
    assert as_process("render", cwd=tmp_path).returncode == 0


def models(of: type[Value]) -> set[type[Value]]:
    return {of}.union(*map(models, of.__subclasses__()))


# What stands as one text in YAML, and what has languages for keys.
SPELLINGS = {model for model in models(Value) if model.__module__ == "hearingkit.model.text"}
MODELS = sorted(models(Value) - {Value} - SPELLINGS, key=lambda model: model.__name__)


@pytest.mark.parametrize("model", MODELS, ids=lambda model: model.__name__)
def test_readme_names_every_key(model: type[Value]) -> None:
    # Some stand in a comment, as they exclude what is shown.
    names = set(re.findall(r"[a-z_]+(?=:)", EVERY_KEY))

    assert set(model.keys()) <= names


def test_readme_is_measured_by_all_models() -> None:
    known = {Issuer, Hearing, Recipient, RecipientGroup, ListReference, Recipients, Contact}

    assert known <= {*MODELS}


def test_readme_names_every_formula() -> None:
    formulas = re.findall(r"`wording` knows the formulas (.*?)\.", README, re.DOTALL)[0]

    assert set(re.findall(r"[a-z_]{4,}", formulas)) - {"and"} == {one.value for one in Formula}


def test_readme_names_every_command_and_exit_code() -> None:
    named = re.findall(r"^\| `hearingkit (\w+(?: [a-z]+)?)", README, re.MULTILINE)
    assert named == [*SUMMARIES]
    assert re.findall(r"^\| (\d+) \|", README, re.MULTILINE) == ["0", "1", "2"]
