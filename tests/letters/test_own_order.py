"""An office orders its letter: formulas stand where the body has a place for them."""

import re
from pathlib import Path
from typing import Any

import pytest

from hearingkit.model.wording import Formula
from hearingkit.workflows.render import RenderRequest
from hearingkit.writers import DocumentFormat
from tests.rendering import findings, render
from tests.workspaces import ID, some_data

MD = RenderRequest(formats=(DocumentFormat.MD,))
SUBMISSION = (
    "Høringsfristen er **mandag 4. mai 2026**. Høringssvar sendes til <svar@etaten.example>."
)
THANKS = "På forhånd takk for innspill."


def letter(folder: Path, **changes: Any) -> str:
    text = render(some_data(**changes), folder, ID, MD)["letter-nb.md"].decode()
    return text.replace("\u00a0", " ")


def test_a_formula_stands_where_the_body_names_it_and_nowhere_else(tmp_path: Path) -> None:
    said = letter(tmp_path, body="Først.\n\n{{ submission }}\n\nSå.\n\n{{ thanks }}\n\nSist.")

    assert f"Først.\n\n{SUBMISSION}\n\nSå.\n\n{THANKS}\n\nSist.\n\n" in said
    assert said.count(SUBMISSION) == said.count(THANKS) == 1


@pytest.mark.parametrize(
    "body",
    [
        "## Svar\n{{ submission }}",
        "## Svar\n\n  {{submission}}  \n \n",
        "- a\n\n  {{ submission }}\n",
    ],
)
def test_a_formula_is_alone_below_a_heading_and_in_an_item_too(body: str, tmp_path: Path) -> None:
    said = letter(tmp_path, body=body)

    assert re.search(rf"^ *{re.escape(SUBMISSION)}$", said, re.MULTILINE)
    assert said.count("Høringsfristen") == 1


def test_a_formula_in_own_words_stands_there_in_these(tmp_path: Path) -> None:
    wording = {
        "submission": "Svar innen {{ deadline }} til {{ submission }}\n\n- snart",
        "thanks": None,
    }

    said = letter(tmp_path, body="{{ submission }}\n\nSå.\n\n{{ thanks }}", wording=wording)

    assert "Svar innen mandag 4. mai 2026 til <svar@etaten.example>\n\n- snart\n\nSå.\n\n" in said
    assert said.count("Svar innen") == 1
    assert THANKS not in said


@pytest.mark.parametrize("formula", [one.value for one in Formula if one.is_prose])
def test_every_formula_of_the_prose_may_stand_in_the_body(formula: str, tmp_path: Path) -> None:
    own = {formula: "Her står det: {{ deadline.date }}, {{ submission }}."}

    said = letter(tmp_path, body=f"Først.\n\n{{{{ {formula} }}}}\n\nSist.", wording=own)

    assert "Først.\n\nHer står det: 4. mai 2026, <svar@etaten.example>.\n\nSist." in said
    assert said.count("Her står det") == 1


def test_a_formula_that_the_hearing_has_no_use_for_leaves_nothing(tmp_path: Path) -> None:
    assert "Først.\n\nSist.\n\n" in letter(tmp_path, body="Først.\n\n{{ meeting }}\n\nSist.")


def test_headings_of_body_answers_and_formulas_fit_each_other(tmp_path: Path) -> None:
    said = letter(tmp_path, body="### A\n\na\n\n#### B\n\nb", wording={"thanks": "#### C\n\nc"})

    headings = re.findall(r"^#+ .*", said, re.MULTILINE)
    assert headings == [
        "# Høring – Forskrift om prøver",
        "## A",
        "### B",
        "## Høringssvar",
        "### C",
    ]


def test_a_formula_of_several_blocks_goes_on_with_its_line(tmp_path: Path) -> None:
    own = {
        "opening": "Første.\n\n- punkt\n\nSiste.",
        "entry_into_force": "I kraft.",
        "answers": "Svar\n\nhit",
        "closing": "Hilsen\n\nfra oss",
        "subject": "Emne\n\n# her",
        "addressees": "Til\n\nalle",
    }

    said = letter(tmp_path, body="# A\n\na", wording=own)

    assert "Første.\n\n- punkt\n\nSiste. I kraft.\n\n## A" in said
    assert "## Svar\n\nhit\n\n" in said
    assert "Hilsen\n\nfra oss\n\n" in said
    assert "# Emne her\n" in said


@pytest.mark.parametrize(
    ("template", "prints"),
    [
        ("**{{ super() }}**", "**Takk!\\\nOg mer.\\\nja**"),
        ("- x {{ super() }}", "- x Takk!\n\n  Og mer.\n\n  - ja"),
        ("| a |\n|---|\n| {{ super() }} |", "| Takk! Og mer. ja |"),
    ],
)
def test_an_own_template_puts_own_words_where_it_likes(
    template: str, prints: str, tmp_path: Path
) -> None:
    folder = tmp_path / "templates" / "letters"
    (folder / "nb").mkdir(parents=True)
    (folder / "nb" / "invitation.md.j2").write_text(
        '{% extends "builtin/nb/invitation.md.j2" %}{% block prose %}'
        + template.replace("super()", "self.thanks()")
        + "\n\n{{ self.submission() }}{% endblock %}",
        "utf-8",
    )

    said = letter(tmp_path, wording={"thanks": "Takk!\n\nOg mer.\n\n- ja"})

    assert prints in said, said


@pytest.mark.parametrize(
    ("block", "missing"),
    [
        ("Svar gjerne.", ["deadline", "address for answers"]),
        ("Svar innen {{ deadline }}.", ["address for answers"]),
        ("Svar innen {{ deadline.numeric }} til {{ submission.each[0].address }}.", []),
        ("{{ super() }}", []),
    ],
)
def test_a_template_that_leaves_out_by_when_or_where_is_found(
    block: str, missing: list[str], tmp_path: Path
) -> None:
    folder = tmp_path / "templates" / "letters"
    (folder / "nb").mkdir(parents=True)
    (folder / "nb" / "invitation.md.j2").write_text(
        '{% extends "builtin/nb/invitation.md.j2" %}{% block submission %}'
        + block
        + "{% endblock %}",
        "utf-8",
    )

    found = findings(some_data(), tmp_path)

    assert [one.code for one in found] == ["HK713"] * len(missing)
    for one, part in zip(found, missing, strict=True):
        assert f"has no {part};" in one.message
        assert one.place.excerpt.strip() == f"{ID}:"


@pytest.mark.parametrize("where", ["body", "wording"])
def test_a_table_keeps_its_alignment_in_a_letter(where: str, tmp_path: Path) -> None:
    table = "| Emne | Sum |\n| :-: | --: |\n| Vann | 2 |"
    given: Any = {"body": table} if where == "body" else {"wording": {"opening": table}}

    (line,) = re.findall(r"^\|.*-\|$|^\|.*-: *\|$", letter(tmp_path, **given), re.MULTILINE)

    assert re.fullmatch(r"\| *:-+: *\| *-+: *\|", line)
