"""Letters that tell what happened after the one that began the hearing."""

import json
from collections.abc import Mapping
from pathlib import Path

import pytest
import yaml

from hearingkit.language.language import Language
from hearingkit.model.letter_kinds import LetterKind
from hearingkit.workflows.check import check
from hearingkit.workflows.render import RenderRequest, rendered_files
from hearingkit.workflows.workspace import find_workspace
from hearingkit.writers import DocumentFormat
from tests.conftest import Golden
from tests.rendering import Data, render, written
from tests.workspaces import ID, a_workspace, in_process, some_data

ALL = RenderRequest(formats=(DocumentFormat.TXT,), kinds=tuple(LetterKind))
WHOSE = ("egen", "paa-vegne-af", "videresendt")


def _data() -> Data:
    text = Path(__file__).with_name("changes.yaml").read_text("utf-8")
    data: Data = yaml.load(text, Loader=yaml.SafeLoader)
    return data


@pytest.fixture(scope="module")
def files(tmp_path_factory: pytest.TempPathFactory) -> Mapping[str, Mapping[str, str]]:
    """Return the letters of each hearing, by file name."""
    workspace = find_workspace(written(_data(), tmp_path_factory.mktemp("changes")))
    cases = check(workspace).cases
    return {
        id_: {one.name: one.data.decode() for one in rendered_files(workspace, cases[id_], ALL)}
        for id_ in WHOSE
    }


@pytest.mark.parametrize("language", Language)
@pytest.mark.parametrize("whose", WHOSE)
def test_every_change_is_written_in_every_language(
    files: Mapping[str, Mapping[str, str]], golden: Golden, whose: str, language: Language
) -> None:
    ending = f"-{language.value}.txt"
    letters = {
        name: text
        for name, text in files[whose].items()
        if name.endswith(ending) and not name.startswith(("letter", "recipient"))
    }

    parts = (f"===== {name}\n{text}" for name, text in letters.items())
    golden(f"letters/changes.{whose}.{language.value}.txt", "\n".join(parts))


def test_the_latest_letter_is_written_unless_others_are_asked_for(tmp_path: Path) -> None:
    changes = [
        {"kind": "extension", "sent": "2026-03-02", "deadline": "2026-06-01"},
        {"kind": "extension", "sent": "2026-05-04", "deadline": "2026-06-15"},
        {"kind": "reminder", "sent": "2026-06-01"},
    ]
    folder = a_workspace(tmp_path, changes=changes)
    lists = {"manifest.json", "recipient-list-nb.txt", "recipients.csv", "recipients.json"}

    def rendered(*options: str) -> set[str]:
        in_process("render", "-f", "txt", "-w", folder, "-o", tmp_path / "out", *options)
        return {one.name for one in (tmp_path / "out" / ID).iterdir()} - lists

    assert rendered() == {"reminder-nb.txt"}
    assert rendered("--kind", "extension") == {
        *("reminder-nb.txt", "extension-nb.txt", "extension-2-nb.txt")
    }
    assert len(rendered("--all")) == 4


def test_a_kind_that_no_hearing_has_is_refused(tmp_path: Path) -> None:
    folder = a_workspace(tmp_path)

    done = in_process("render", "--kind", "reminder", "-w", folder, "-o", tmp_path / "out")

    assert done.exit_code == 2
    assert "no hearing has a letter of kind reminder" in done.stderr
    assert not (tmp_path / "out").exists()


def test_an_older_letter_stays_as_it_was_sent(tmp_path: Path) -> None:
    body = "Svar innen {{ deadline.date }}."
    extension = {"kind": "extension", "sent": "2026-03-02", "deadline": "2026-06-01"}
    alone = render(some_data(body=body), tmp_path / "alone", ID, ALL)

    both = render(some_data(body=body, changes=[extension]), tmp_path / "both", ID, ALL)

    assert both["letter-nb.txt"] == alone["letter-nb.txt"]


def test_a_change_names_the_deadline_that_it_sets(tmp_path: Path) -> None:
    extension = {
        "kind": "extension",
        "sent": "2026-03-02",
        "deadline": "2026-06-01",
        "body": "Svar innen {{ deadline.date }}.",
    }
    reminder = {"kind": "reminder", "sent": "2026-05-20"}

    data = some_data(changes=[extension, reminder])
    text = render(data, tmp_path, ID, ALL)["extension-nb.txt"].decode()

    assert "Svar innen 1.\u00a0juni 2026." in text


EXTENSION = {"kind": "extension", "sent": "2026-04-27", "deadline": "2026-06-01"}


@pytest.mark.parametrize(
    ("changes", "deadline", "state"),
    [
        ([], "2026-05-04", "passed"),
        (
            [{"kind": "extension", "sent": "2026-04-27", "deadline": "2026-06-01"}],
            "2026-06-01",
            "open",
        ),
        ([{"kind": "cancellation", "sent": "2026-04-27"}], "2026-05-04", "closed"),
        (
            [
                {"kind": "cancellation", "sent": "2026-04-27"},
                {"kind": "renewed", "sent": "2026-05-04", "deadline": "2026-08-10 12:00"},
            ],
            "2026-08-10 12:00",
            "open",
        ),
    ],
)
def test_the_deadline_in_force_is_that_of_the_latest_change(
    changes: list[Data], deadline: str, state: str, tmp_path: Path
) -> None:
    folder = a_workspace(tmp_path, changes=changes)

    listed = in_process("list", "-w", folder, "--today", "2026-05-05", "--format", "json")

    (one,) = json.loads(listed.stdout)["hearings"]
    assert (one["deadline"], one["state"]) == (deadline, state)
    shown = in_process("show", ID, "-w", folder, "--today", "2026-05-05").stdout
    assert deadline in shown
    assert ("HK204" in shown) == (state == "passed")


@pytest.mark.parametrize(
    ("change", "says"),
    [
        ({"kind": "extention", "sent": "2026-03-02"}, 'did you mean "extension"'),
        ({"kind": "invitation", "sent": "2026-03-02"}, "HK104"),
        ({"sent": "2026-03-02"}, "HK103"),
        ({"kind": "extension", "sent": "2026-03-02"}, "HK103"),
        ({"kind": "reminder", "sent": "2026-03-02", "decision": "Ja"}, "HK102"),
        ("reminder", "HK101"),
    ],
)
def test_a_change_that_is_none_is_reported(change: Data | str, says: str, tmp_path: Path) -> None:
    folder = a_workspace(tmp_path, changes=[change])

    done = in_process("validate", folder)

    assert done.exit_code == 1
    assert says in done.stdout
    assert done.stdout.count(": HK") == 1, done.stdout


def test_own_templates_of_the_first_letter_word_only_what_both_say(tmp_path: Path) -> None:
    own = tmp_path / "templates" / "letters" / "nb" / "invitation.md.j2"
    own.parent.mkdir(parents=True)
    own.write_text(
        '{% extends "builtin/nb/invitation.md.j2" %}'
        "{% block prose %}Svar innen {{ deadline }} til svar@etaten.example.{% endblock %}"
        "{% block closing %}Beste helsing{% endblock %}",
        "utf-8",
    )

    text = render(some_data(changes=[EXTENSION]), tmp_path, ID, ALL)["extension-nb.txt"].decode()

    assert "Høringsfristen utsettes med fire uker" in text
    assert "Beste helsing" in text


def test_the_wording_of_a_change_counts_in_its_letter_alone(tmp_path: Path) -> None:
    own = {"subject": "Husk: {{ title }}", "change_page": "Svar før {{ deadline.date }}.\n\n- nå"}
    changes = [
        {"kind": "reminder", "sent": "2026-04-20", "wording": own | {"closing": None}},
        {"kind": "reminder", "sent": "2026-04-27"},
    ]
    wording = {
        "subject": "Vi hører",
        "closing": "Hei",
        "change_opening": "Vi hørte {{ proposal }}.",
    }
    data = some_data(changes=changes, wording=wording)

    said = {name: one.decode() for name, one in render(data, tmp_path, ID, ALL).items()}
    first, second = (said[f"reminder{number}-nb.txt"] for number in ("", "-2"))

    assert "Husk: Forskrift om prøver" in first
    assert "Svar før 4.\u00a0mai 2026.\n\n- nå" in first
    assert "Vi hørte forslag til forskrift om prøver." in first
    assert "Hei" not in first
    assert "Påminnelse" in second
    assert "Husk" not in second
    assert "Svar før" not in second
    assert "Hei" in second
    assert "Vi hører\n" in said["letter-nb.txt"]


def test_a_formula_that_no_letter_on_a_change_has_is_reported(tmp_path: Path) -> None:
    change = {"kind": "reminder", "sent": "2026-04-20", "wording": {"thanks": None}}

    done = in_process("validate", a_workspace(tmp_path, changes=[change]))

    assert done.exit_code == 1
    assert 'HK104 error: "thanks" is not one of addressees, subject, change_opening' in done.stdout
