"""What an editor shows of a hearing file, by the language server that editors share."""

import itertools
from collections.abc import Iterator
from pathlib import Path
from typing import Final

import pytest
from tests.clients.language_server import LanguageServer, language_server
from tests.clients.node import program
from tests.validation.scalars import SCALAR_TYPES, a_file, spellings_of
from tests.validation.test_schema_and_program import refused_by_the_schema
from tests.workspaces import in_process

MODELINE: Final = "# yaml-language-server: $schema=../hearingkit.schema.json\n"
_NUMBERS: Final = itertools.count()
HEARING: Final = """\
issuers:
  etaten:
    name: Prøveetaten
    country: NO
    kind: state
hearings:
  proever:
    language: nb
    issuer: etaten
    kind: regulation
    title: Forskrift om prøver
    deadline: 2027-05-04
    recipients: [Østre kommune]
    submission: {addresses: [{email: svar@etaten.example}]}
"""


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return the folder of the data of a workspace with the schema."""
    folder = tmp_path_factory.mktemp("workspace")
    schema = in_process("schema").stdout
    (folder / "hearingkit.schema.json").write_text(schema, "utf-8")
    (folder / "data").mkdir()
    return folder / "data"


@pytest.fixture(scope="module")
def server(folder: Path) -> Iterator[LanguageServer]:
    with language_server(program("yaml-language-server"), folder.parent) as running:
        yield running


@pytest.fixture
def file(folder: Path) -> Path:
    """Return a file that was not opened before; it need not be there."""
    return folder / f"{next(_NUMBERS)}.yaml"


def messages(server: LanguageServer, file: Path, text: str) -> list[str]:
    return [one["message"] for one in server.open(file, MODELINE + text)]


def labels(server: LanguageServer, file: Path, text: str) -> set[str]:
    """Return what is proposed at ``^`` in a text."""
    before, _, after = (MODELINE + text).partition("^")
    server.open(file, before + after)
    line, column = before.count("\n"), len(before.rpartition("\n")[2])
    answer = server.at("textDocument/completion", file, line, column)
    return {one["label"] for one in answer["items"]}


def test_a_good_file_has_no_message(server: LanguageServer, file: Path) -> None:
    assert messages(server, file, HEARING) == []


@pytest.mark.parametrize(
    ("good", "bad", "message"),
    [
        (
            "2027-05-04",
            "4. mai 2027",
            "write a day as 2026-05-04, or with a time: 2026-05-04 12:00",
        ),
        ("2027-05-04", "2027", "write a day as 2026-05-04, or with a time: 2026-05-04 12:00"),
        ("    title", "    sent: 4/5\n    title", "write a day as 2026-05-04"),
        ("    title", "    open_to_all: 1\n    title", "write true or false"),
        ("    title", "    open_to_all: ja\n    title", "write true or false"),
        ("svar@etaten.example", "svar@etaten", "write one e-mail address as post@example.org"),
        ("svar@etaten.example", "[a]", "write one e-mail address as post@example.org"),
        ("{email: svar@etaten.example}", "{web: www.a.no}", "write a web address in full, as http"),
        ("  proever:", "  Prøver:", "write lower-case letters a-z, digits and single hyphens"),
        ("  proever:", "  con:", "Windows keeps this name to itself; choose another"),
        ("  proever:", f"  {61 * 'a'}:", "write 60 characters at most, as it names a folder"),
        ("name: Prøveetaten", 'name: " "', "write a text, or remove the key"),
        (
            "    kind: state",
            "    kind: state\n    date_format: dd.MM",
            "write day, month and year as",
        ),
        ("NO", "NOR", 'Value is not accepted. Valid values: "DK", "NO".'),
        ("    title", "    titel: A\n    title", "Property titel is not allowed."),
        ("    issuer: etaten\n", "", 'Missing property "issuer".'),
    ],
)
def test_an_editor_says_what_to_write(
    server: LanguageServer, file: Path, good: str, bad: str, message: str
) -> None:
    assert good in HEARING

    found = messages(server, file, HEARING.replace(good, bad, 1))

    assert found
    assert all(one.startswith(message) for one in found), found


@pytest.mark.parametrize("name", SCALAR_TYPES)
def test_an_editor_takes_what_the_schema_takes(
    server: LanguageServer, file: Path, name: str
) -> None:
    text, spellings = a_file(SCALAR_TYPES[name]), spellings_of(SCALAR_TYPES[name])
    lines = (MODELINE + text).split("\n")

    found = server.open(file, MODELINE + text)

    refused = {
        next(line.strip(" :") for line in lines[number::-1] if line.startswith("  e"))
        for number in (one["range"]["start"]["line"] for one in found)
    }
    by_key = {f"e{number}": spelling for number, spelling in enumerate(spellings)}
    assert {by_key[one] for one in refused ^ refused_by_the_schema(text)} == set()
    assert not any("pattern" in one["message"] for one in found)


def test_an_editor_proposes_keys(server: LanguageServer, file: Path) -> None:
    found = labels(server, file, HEARING + "    ^\n")

    assert {"sent", "body", "enclosures", "signatories", "open_to_all"} <= found
    assert "title" not in found  # it is there already


@pytest.mark.parametrize(
    ("key", "choices"),
    [
        ("kind", {"bill", "regulation", "plan"}),
        ("language", {"da", "nb", "nn"}),
        ("open_to_all", {"true", "false"}),
    ],
)
def test_an_editor_proposes_choices(
    server: LanguageServer, file: Path, key: str, choices: set[str]
) -> None:
    text = f"hearings:\n  proever:\n    {key}: ^\n"

    assert choices <= labels(server, file, text)


def test_an_editor_proposes_no_flag_for_a_text(server: LanguageServer, file: Path) -> None:
    text = "hearings:\n  proever:\n    handled_by: ^\n"

    assert not {"true", "false"} & labels(server, file, text)


@pytest.mark.parametrize(
    ("key", "said"),
    [("deadline", "the last day for answers"), ("country", "whose holidays and rules apply")],
)
def test_an_editor_shows_what_a_key_means(
    server: LanguageServer, file: Path, key: str, said: str
) -> None:
    lines = (MODELINE + HEARING).split("\n")
    server.open(file, "\n".join(lines))
    number = next(n for n, line in enumerate(lines) if line.startswith(f"    {key}:"))

    shown = server.at("textDocument/hover", file, number, 6)

    assert said in shown["contents"]["value"]
