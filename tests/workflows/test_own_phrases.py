"""Phrases of a workspace's own in ``templates/words``: printed as text, their faults told."""

from pathlib import Path

import pytest
from tests.letters.reading import docx_text, html_text, txt_text
from tests.workspaces import ID, a_workspace, in_process

WORDS = "templates/words/nb.yaml"


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Return a workspace with a hearing in two languages, and a folder for words."""
    recipients = {"placement": "inline", "entries": [{"name": "KS", "email": "ks@ks.example"}]}
    a_workspace(
        tmp_path,
        language=["nb", "nn"],
        recipients=recipients,
        meeting={"starts": "2026-03-04 18:00", "place": "på rådhuset"},
    )
    (tmp_path / WORDS).parent.mkdir(parents=True)
    monkeypatch.chdir(tmp_path)
    return tmp_path


def reported(folder: Path, words: str) -> list[str]:
    """Return what validate says of own phrases."""
    (folder / WORDS).write_text(words, "utf-8")
    lines = in_process("validate").stdout.splitlines()
    return [line for line in lines if line.startswith("templates/")]


def letter(folder: Path, words: str, format_: str = "txt", language: str = "nb") -> bytes:
    """Return a letter of a workspace with own phrases."""
    assert reported(folder, words) == []
    result = in_process("render", "-f", format_, "--force")
    assert result.exit_code == 0, result.stderr
    return (folder / "out" / ID / f"letter-{language}.{format_}").read_bytes()


def test_a_phrase_takes_the_place_of_the_built_in_one_in_its_language(folder: Path) -> None:
    words = "phrases:\n  to: Sendes til\n  date: 'Dato for brevet:'\n"

    own, other = letter(folder, words).decode(), letter(folder, words, language="nn").decode()

    assert "\nSendes til\n\nKS\n" in own
    assert "\nDato for brevet: 02.02.2026\n" in own
    assert "\nTil\n\nKS\n" in other


def test_a_name_of_what_is_heard_may_be_given_alone(folder: Path) -> None:
    words = "phrases:\n  drafts:\n    regulation: {the_draft: forskriften}\n"

    own = letter(folder, words).decode()

    assert "åpent møte om forskriften" in own
    assert "sender med dette" in own


@pytest.mark.parametrize(
    ("format_", "read"), [("docx", docx_text), ("html", html_text), ("txt", txt_text)]
)
def test_a_phrase_is_text_and_never_markup_nor_a_program(
    format_: str, read: object, folder: Path
) -> None:
    given = "<b>til</b> **alle** {{ title }} {% if x %} &amp; [a](https://a.example)"
    words = f"phrases:\n  to: '{given}'\n  drafts: {{regulation: {{the_draft: '{given}'}}}}\n"

    said = read(letter(folder, words, format_))  # type: ignore[operator]

    assert " ".join(said.split()).count(given) == 2


def test_the_names_of_several_kinds_are_no_format_of_python(folder: Path) -> None:
    a_workspace(folder, language="nb", kind=["regulation", "guidance"], title="Prøver")
    given = "{nouns.__class__} {nouns:>9999999999} {x} {"
    words = f"phrases: {{drafts_of_several: {{a_draft: '{given} {{nouns}}'}}}}\n"

    said = " ".join(letter(folder, words).decode().split())

    assert f"{given} forskrift og" in said


def test_a_phrase_stays_on_one_line(folder: Path) -> None:
    words = "phrases:\n  to: |\n    Til\n\n    # alle\n"

    assert "\nTil # alle\n" in letter(folder, words).decode()


def test_another_workspace_has_the_built_in_phrases(folder: Path, tmp_path: Path) -> None:
    letter(folder, "phrases: {to: Sendes til}\n")
    other = a_workspace(tmp_path / "other", recipients={"placement": "inline", "entries": ["KS"]})

    in_process("render", "-f", "txt", "-w", other)

    assert "\nTil\n\nKS\n" in (other / "out" / ID / "letter-nb.txt").read_text("utf-8")


@pytest.mark.parametrize(
    ("words", "found"),
    [
        ("phrases:\n  pagge: S.\n", ':3: HK102 error: unknown key "pagge"; did you mean "page"?'),
        (
            "phrases:\n  drafts: {regulation: {the_drft: x}}\n",
            ':25: HK102 error: unknown key "the_drft"; did you mean "the_draft"?',
        ),
        ("frases:\n  page: S.\n", ':1: HK102 error: unknown key "frases"; did you mean "phrases"?'),
        ("phrases:\n  page: [S.]\n", ":9: HK101 error: expected a text, not a list"),
        ("phrases:\n  page:\n", ':3: HK101 error: "page" has no value; fill it in, or remove'),
        (
            "phrases:\n  drafts: x\n",
            ':11: HK101 error: expected keys with values, not the text "x"',
        ),
        ("phrases:\n  drafts: [x]\n", ":11: HK101 error: expected keys with values, not a list"),
        ("phrases: x\n", ":10: HK101 error: expected keys with values"),
        ("phrases:\n  issuer_line: below\n", ':3: HK102 error: unknown key "issuer_line"'),
        ("phrases: [\n", " HK005 error: "),
    ],
)
def test_what_is_wrong_is_reported_at_its_place(words: str, found: str, folder: Path) -> None:
    (one,) = reported(folder, words)

    assert one.startswith(f"{WORDS}:")
    assert f"{found}" in one


def test_a_letter_with_a_fault_in_its_phrases_is_not_written(folder: Path) -> None:
    (folder / WORDS).write_text("phrases: {pagge: S.}\n", "utf-8")

    result = in_process("render", ID, "-f", "txt")

    assert result.exit_code == 1
    assert "HK102" in result.stderr
    assert not (folder / "out").exists()


@pytest.mark.parametrize("name", ["nb.yml", "NB.yaml", "nb.yaml.yaml"])
def test_a_misspelt_file_of_words_is_reported(name: str, folder: Path) -> None:
    (folder / "templates" / "words" / name).write_text("phrases: {}\n", "utf-8")

    (found,) = reported(folder, "phrases: {}\n")

    assert found == (
        f'templates/words/{name}:1:1: HK131 warning: no letter reads "{name}"; '
        'did you mean "nb.yaml"?'
    )


def test_words_are_not_read_through_a_link_out_of_the_workspace(folder: Path) -> None:
    outside = folder.parent / f"{folder.name}-outside.yaml"
    outside.write_text("phrases: {secret: x}\n", "utf-8")
    (folder / WORDS).symlink_to(outside)

    result = in_process("validate")

    assert "secret" not in result.stdout
    assert f"{WORDS}:1:1: HK001" in result.stdout


def test_a_phrase_is_shown_with_where_it_stands(folder: Path) -> None:
    reported(folder, "phrases:\n  page: Ark\n")

    shown = in_process("template", "show", "page", "-l", "nb", "-l", "nn").stdout

    assert shown == (
        f"nb, workspace: {WORDS}:2:\n    Ark\n\nnn, built in: builtin/words/nn.yaml:\n    Side\n"
    )
