"""``hearingkit template``: who words a formula, its text, and what is wrong with it."""

import json
from pathlib import Path

import pytest
from tests.rendering import written
from tests.workspaces import ID, a_workspace, in_process, some_data

NB = "templates/letters/nb/invitation.md.j2"
OWN = (
    '{% extends "builtin/nb/invitation.md.j2" %}\n'
    "{% block thanks %}Takk{% if deadline %} for svar{% endif %}.{% endblock %}\n"
    "{% block closing %}Hei{% endblock %}\n"
)


@pytest.fixture
def workspace(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Return a workspace in which each layer words a formula."""
    data = some_data(wording={"opening": "Vi hører.", "forward": None}, language=["nb", "nn"])
    data["issuers"]["etaten"]["wording"] = {"closing": "Vennlig hilsen", "opening": "Ja."}
    written(data, tmp_path)
    (tmp_path / NB).parent.mkdir(parents=True)
    (tmp_path / NB).write_text(OWN, "utf-8")
    monkeypatch.chdir(tmp_path)
    return tmp_path


def layers(language: str, letter: str = "letter") -> dict[str, str]:
    """Return what the list says of each formula of a letter: layer and place."""
    lines = in_process("template", "list", ID, "-l", language).stdout.splitlines()
    cells = [line.split("\t") for line in lines]
    assert cells[0] == ["hearing", "letter", "language", "formula", "layer", "place"]
    found = [one for one in cells[1:] if one[1] == letter]
    assert {(one[0], one[2]) for one in found} == {(ID, language)}
    return {one[3]: " ".join(one[4:]) for one in found}


@pytest.mark.usefixtures("workspace")
def test_the_list_shows_which_layer_words_a_formula_and_where() -> None:
    of_nb, of_nn = layers("nb"), layers("nn")

    assert len(of_nb) == len(of_nn) == 22
    assert of_nb["opening"].startswith("hearing data/hearings.yaml:")
    assert of_nb["forward"].startswith("hearing, dropped data/hearings.yaml:")
    assert of_nb["closing"].startswith("issuer data/hearings.yaml:")
    assert of_nb["thanks"] == f"workspace {NB}:2"
    assert of_nn["thanks"].startswith("built in builtin/nn/invitation.md.j2:")
    assert of_nb["questions"].startswith("built in builtin/nb/invitation.md.j2:")


CHANGE = "templates/letters/nb/change.md.j2"
OWN_CHANGE = (
    '{% extends "builtin/nb/change.md.j2" %}\n'
    "{% block change_news %}Fristen er utsatt.{% endblock %}\n"
    "{% block questions %}Spør oss.{% endblock %}\n"
)


@pytest.fixture
def extended(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Return a workspace with a hearing that was extended, and a template for such letters."""
    change = {
        "kind": "extension",
        "sent": "2026-04-20",
        "deadline": "2026-05-18",
        "reason": "påske",
    }
    wording = {"change_reason": None, "subject": "Vi hører"}
    written(some_data(changes=[change], wording=wording), tmp_path)
    (tmp_path / CHANGE).parent.mkdir(parents=True)
    (tmp_path / CHANGE).write_text(OWN_CHANGE, "utf-8")
    monkeypatch.chdir(tmp_path)
    return tmp_path


@pytest.mark.usefixtures("extended")
def test_the_list_shows_letters_on_changes_by_themselves() -> None:
    first, extension = layers("nb"), layers("nb", "extension")

    assert first["subject"].startswith("hearing data/hearings.yaml:")
    assert first["questions"].startswith("built in")
    assert not {one for one in first if one.startswith("change_")}
    assert extension["subject"].startswith("built in builtin/nb/change.md.j2:")
    assert extension["change_news"] == f"workspace {CHANGE}:2"
    assert extension["questions"] == f"workspace {CHANGE}:3"
    assert extension["change_reason"].startswith("hearing, dropped data/hearings.yaml:")
    assert "opening" not in extension


@pytest.mark.usefixtures("extended")
def test_a_formula_of_letters_on_changes_is_shown_with_what_each_of_them_prints() -> None:
    news = in_process("template", "show", "change_news", ID, "-l", "nb").stdout
    questions = in_process("template", "show", "questions", ID, "-l", "nb").stdout

    assert news.startswith(f"nb, workspace: {CHANGE}:2:\n    Fristen er utsatt.\n")
    assert news.endswith(f"\n\n{ID}, extension, in nb prints:\n    Fristen er utsatt.\n")
    assert "nb, built in: builtin/nb/invitation.md.j2:" in questions
    assert f"nb, workspace: {CHANGE}:3:\n    Spør oss.\n" in questions
    assert questions.endswith(f"{ID}, extension, in nb prints:\n    Spør oss.\n")


def test_check_reports_a_misspelt_block_of_letters_on_changes(extended: Path) -> None:
    text = OWN_CHANGE.replace("block change_news", "block change_newz")
    (extended / CHANGE).write_text(text, "utf-8")

    shown = in_process("template", "check").stdout

    assert shown.startswith(f"{CHANGE}:2:1: HK131 ")
    assert 'no letter prints the block "change_newz"; did you mean "change_news"?' in shown


@pytest.mark.usefixtures("workspace")
def test_the_list_fits_80_columns_and_is_json_for_programs() -> None:
    shown = in_process("template", "list", "--format", "text").stdout.splitlines()
    made = json.loads(in_process("template", "list", "--format", "json").stdout)

    assert max(map(len, shown)) <= 80
    assert [line for line in shown if not line.startswith(" ")] == [
        f"{ID}, letter (nb)",
        f"{ID}, letter (nn)",
    ]
    assert [one for one in made["formulas"] if one["layer"] == "workspace"] == [
        {
            "hearing": ID,
            "letter": "letter",
            "language": "nb",
            "formula": "thanks",
            "layer": "workspace",
            "dropped": False,
            "file": NB,
            "line": 2,
        }
    ]


@pytest.mark.usefixtures("workspace")
def test_a_formula_is_shown_as_its_template_and_as_it_is_printed() -> None:
    shown = in_process("template", "show", "thanks", ID, "-l", "nb").stdout

    assert shown.startswith(
        f"nb, workspace: {NB}:2:\n"
        "    Takk{% if deadline %} for svar{% endif %}.\n"
        "    names in it: deadline\n"
    )
    assert shown.endswith(f"{ID} in nb prints:\n    Takk for svar.\n")


@pytest.mark.usefixtures("workspace")
@pytest.mark.parametrize(
    ("formula", "said"),
    [("opening", "Vi hører."), ("forward", "(nothing)"), ("closing", "Vennlig hilsen")],
)
def test_what_is_printed_is_what_the_letter_says(formula: str, said: str) -> None:
    shown = in_process("template", "show", formula, ID, "-l", "nb").stdout

    assert shown.endswith(f"prints:\n    {said}\n")


@pytest.mark.usefixtures("workspace")
def test_a_template_is_shown_by_the_name_of_its_file() -> None:
    own = in_process("template", "show", "nb/invitation.md.j2").stdout
    built_in = in_process("template", "show", "nn/invitation.md.j2").stdout

    assert own.startswith(f"workspace: {NB}:\n    {{% extends")
    assert built_in.startswith("built in: builtin/nn/invitation.md.j2:\n    {% extends")


@pytest.mark.usefixtures("workspace")
def test_a_name_that_there_is_not_is_one_line() -> None:
    result = in_process("template", "show", "submison")

    assert (result.exit_code, result.stdout) == (2, "")
    assert result.stderr == (
        'error: no formula, phrase or template "submison"; did you mean "submission"?\n'
    )


def test_check_reports_templates_and_wording_and_nothing_else(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    a_workspace(tmp_path, deadline="2026-05-17", wording={"thanks": "<b>Takk</b> for svar"})
    path = tmp_path / NB
    path.parent.mkdir(parents=True)
    path.write_text(f"{OWN}{{% block clossing %}}Hei{{% endblock %}}", "utf-8")
    monkeypatch.chdir(tmp_path)

    every = in_process("validate").stdout.splitlines()
    shown = in_process("template", "check")

    assert [line.split()[1] for line in every if line not in shown.stdout] == ["HK205"]
    assert [line.split()[1] for line in shown.stdout.splitlines()] == ["HK118", "HK131"]
    assert shown.exit_code == 0
    assert in_process("template", "check", "--fail-on", "warning").exit_code == 1
    assert not (tmp_path / "out").exists()


def test_check_is_red_where_a_letter_could_not_be_filled(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    a_workspace(tmp_path, deadline="2026-02-31")
    monkeypatch.chdir(tmp_path)

    result = in_process("template", "check")

    assert result.exit_code == 1
    assert "HK108" in result.stdout


def test_check_writes_the_reports_of_validate(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    a_workspace(tmp_path)
    (tmp_path / NB).parent.mkdir(parents=True)
    (tmp_path / NB).write_text("{% if", "utf-8")
    monkeypatch.chdir(tmp_path)

    result = in_process("template", "check", "--format", "github")

    assert result.stdout.startswith(f"::error file={NB},line=1,col=1,")
    assert result.exit_code == 1
