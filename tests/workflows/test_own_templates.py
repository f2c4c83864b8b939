"""Templates of a workspace's own: each mistake in them is told at its file and line."""

from pathlib import Path

import pytest
from tests.workspaces import a_workspace, in_process

EXTENDS = '{% extends "builtin/nb/invitation.md.j2" %}\n'
LETTER = "templates/letters/nb/invitation.md.j2"


def reported(folder: Path, files: dict[str, str], monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """Return what validate says of a workspace with these files."""
    a_workspace(folder)
    for name, text in files.items():
        (folder / name).parent.mkdir(parents=True, exist_ok=True)
        (folder / name).write_text(text, "utf-8")
    monkeypatch.chdir(folder)
    return in_process("validate").stdout.splitlines()


@pytest.mark.parametrize(
    ("name", "meant"),
    [
        ("nb/invitaton.md.j2", "nb/invitation.md.j2"),
        ("nb/invitation.j2", "nb/invitation.md.j2"),
        ("nb/invitation.md", "nb/invitation.md.j2"),
        ("NB/Invitation.md.j2", "nb/invitation.md.j2"),
    ],
)
def test_a_misspelt_file_is_reported_with_the_near_name(
    name: str, meant: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (found,) = reported(tmp_path, {f"templates/letters/{name}": EXTENDS}, monkeypatch)

    assert found == (
        f'templates/letters/{name}:1:1: HK131 warning: no letter reads "{name}"; '
        f'did you mean "{meant}"?'
    )


@pytest.mark.parametrize(
    "name",
    [
        *("letters/nb/invitation.md.j2~", "letters/nb/#invitation.md.j2#"),
        *("letters/nb/invitation.md.j2.bak", "letters/nb/.#invitation.md.j2"),
        *("words/.#nb.yaml", "words/._nb.yaml", "words/~$nb.yaml"),
    ],
)
def test_what_an_editor_leaves_beside_a_file_is_let_alone(
    name: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    assert reported(tmp_path, {f"templates/{name}": ""}, monkeypatch) == []


def test_a_misspelt_folder_is_reported_with_the_near_name(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (found,) = reported(tmp_path, {"templates/leters/nb/invitation.md.j2": ""}, monkeypatch)

    assert found == (
        'templates/leters:1:1: HK131 warning: nothing is read from "leters"; '
        'did you mean "letters"?'
    )


def test_a_misspelt_block_is_reported_at_its_line(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    text = f"{EXTENDS}\n  {{% block submision %}}Svar.{{% endblock %}}\n"

    (found,) = reported(tmp_path, {LETTER: text}, monkeypatch)

    assert found == (
        f'{LETTER}:3:3: HK131 warning: no letter prints the block "submision"; '
        'did you mean "submission"?'
    )


@pytest.mark.parametrize(
    "files",
    [
        pytest.param({LETTER: f"{EXTENDS}{{% block thanks %}}Takk.{{% endblock %}}"}, id="block"),
        pytest.param(
            {
                LETTER: f"{EXTENDS}{{% block thanks %}}{{% include 'nb/takk.j2' %}}"
                "{% endblock %}",
                "templates/letters/nb/takk.j2": "Takk.",
            },
            id="file that another includes",
        ),
        pytest.param(
            {
                LETTER: f"{EXTENDS}{{% block thanks %}}{{% block hei %}}Hei.{{% endblock %}}"
                "{% endblock %}"
            },
            id="block inside another",
        ),
        pytest.param(
            {
                LETTER: f"{EXTENDS}{{% block hei %}}Hei.{{% endblock %}}"
                "{% block thanks %}{{ self.hei() }}{% endblock %}"
            },
            id="block that another prints",
        ),
        pytest.param({"templates/letters/LES-MEG.txt": "{% block"}, id="note to colleagues"),
        pytest.param({"templates/docx/brev.docx": ""}, id="folder of another kind"),
    ],
)
def test_nothing_is_said_of_what_is_right(
    files: dict[str, str], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    assert reported(tmp_path, files, monkeypatch) == []


def test_a_template_that_is_none_is_reported_at_its_line_once(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    broken = f"{EXTENDS}\n{{% block thanks %}}{{% if %}}\n{{% endblock %}}"

    found = reported(tmp_path, {LETTER: broken}, monkeypatch)

    assert len(found) == 1
    assert found[0].startswith(f"{LETTER}:3:1: HK119 error: can't be filled: ")


def test_a_template_that_is_none_is_reported_also_where_no_hearing_has_its_language(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (found,) = reported(tmp_path, {"templates/letters/da/invitation.md.j2": "{% if"}, monkeypatch)

    assert found.startswith("templates/letters/da/invitation.md.j2:1:1: HK119 error: ")


def test_files_of_another_folder_are_not_reported_through_a_link(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "outside" / "nb").mkdir(parents=True)
    for name in ("invitation.md.j2", "invitaton.md.j2"):
        (tmp_path / "outside" / "nb" / name).write_text("{% if", "utf-8")
    inside = tmp_path / "inside"
    (inside / "templates").mkdir(parents=True)
    (inside / "templates" / "letters").symlink_to(tmp_path / "outside")

    (found,) = reported(inside, {}, monkeypatch)

    assert "is a link that leads out of the workspace" in found
