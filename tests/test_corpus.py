"""Files with one fault each, and files on the right side of its edge: checked as a user's are."""

import enum
import functools
import re
from collections.abc import Iterator
from pathlib import Path
from typing import Final

import pytest

from hearingkit.calendars.country import Country
from hearingkit.findings import Severity
from hearingkit.language.language import Language
from hearingkit.model.base import Value
from hearingkit.model.changes import ChangeOfUnknownKind, HearingChange
from hearingkit.model.hearing import HearingKind
from hearingkit.model.issuer import IssuerKind
from hearingkit.model.recipient import Order, Placement, TranslatedRecipient
from hearingkit.model.submission import Combination
from hearingkit.model.wording import Formula
from hearingkit.rules.run import all_rules
from hearingkit.source.codes import CODES
from hearingkit.source.reader import read
from hearingkit.validation.faults import CODES as CODES_OF_DATA
from hearingkit.validation.validate import validate
from hearingkit.workflows.check import CheckedWorkspace, check
from hearingkit.workflows.workspace import Workspace, find_workspace
from tests.judging import today_of

CORPUS: Final = Path(__file__).parent / "corpus"
INVALID: Final = sorted(CORPUS.glob("invalid/HK*"))
VALID: Final = sorted(CORPUS.glob("valid/HK*"))
EXISTING: Final = {*CODES, *CODES_OF_DATA, *all_rules()}
OF_OTHER_FILES: Final = {"HK001", "HK002", "HK140"}

Spot = tuple[str, str, int, int]


@functools.cache
def checked(path: Path) -> CheckedWorkspace:
    return check(workspace(path), today=today_of(path))


def workspace(path: Path) -> Workspace:
    """Return the workspace of a file, of a folder of files, or of one with templates of its own."""
    return find_workspace(path) if (path / "data").is_dir() else find_workspace(path.parent, [path])


def expected(path: Path) -> set[Spot]:
    """Return file, code, line and column of all that the first line of each file announces."""
    files = [one for one in sorted(path.rglob("*.*")) if one.is_file()] if path.is_dir() else [path]
    return {
        (file.name, code, int(line), int(column))
        for file in files
        for code, line, column in re.findall(r"(HK\d{3}) (\d+):(\d+)", _first_line(file))
    }


def _first_line(file: Path) -> str:
    line, _, _ = file.read_bytes().partition(b"\n")
    return line.decode() if re.match(rb"\{?# expect", line) else ""


@pytest.mark.parametrize("path", INVALID, ids=lambda path: path.stem)
def test_finds_what_the_file_states_and_nothing_else(path: Path) -> None:
    report = checked(path).report

    found = {
        (Path(one.place.file).name, one.code, one.place.line, one.place.column)
        for one in report.findings
    }
    assert found == expected(path), [one.message for one in report.findings]
    assert path.name[:5] in {code for _, code, _, _ in found}


@pytest.mark.parametrize("path", VALID, ids=lambda path: path.stem)
def test_finds_nothing_in_a_valid_file(path: Path) -> None:
    result = checked(path)

    assert result.report.findings == ()
    assert result.cases.keys() == result.declared


@pytest.mark.parametrize("path", INVALID, ids=lambda path: path.stem)
def test_says_it_as_every_message_is_said(path: Path) -> None:
    for found in checked(path).report.findings:
        assert re.match(r'[a-z0-9"]|HK\d|HTML|U\+', found.message), found.message
        assert not found.message.endswith("."), found.message
        assert len(found.message) < 250, found.message
        assert found.message.isprintable(), found.message


@pytest.mark.parametrize("path", [*INVALID, *VALID], ids=lambda path: path.stem)
def test_judges_a_hearing_alone_as_among_all_others(path: Path) -> None:
    among_all = checked(path)
    for id_ in among_all.book.hearings:
        alone = check(workspace(path), today=today_of(path), ids=[id_])

        assert alone.findings_by_hearing == {id_: among_all.findings_by_hearing[id_]}
        assert (id_ in alone.cases) == (id_ in among_all.cases)
        assert alone.declared == among_all.declared


@pytest.mark.parametrize("code", sorted(EXISTING - OF_OTHER_FILES))
def test_every_code_has_an_invalid_and_a_valid_file(code: str) -> None:
    assert any(path.name.startswith(f"{code}-") for path in INVALID)
    assert any(path.name.startswith(f"{code}-") for path in VALID)


def test_no_code_is_used_that_does_not_exist() -> None:
    used = {path.name[:5] for path in [*INVALID, *VALID]}
    used |= {code for path in INVALID for _, code, _, _ in expected(path)}

    assert used <= EXISTING


def test_no_code_has_two_meanings() -> None:
    assert len(EXISTING) == len(CODES) + len(CODES_OF_DATA) + len(all_rules())


def test_no_error_stays_unseen_behind_a_warning() -> None:
    for path in INVALID:
        result = checked(path)
        errors = any(one.severity is Severity.ERROR for one in result.report.findings)
        assert errors or result.cases.keys() == result.declared, path.name


def test_the_valid_files_use_every_key_of_the_model_and_every_word_of_choice() -> None:
    used: set[tuple[str, str]] = set()
    for path in filter(Path.is_file, VALID):
        source, _ = read(path, path.name)
        book, _ = validate([source] if source else [])
        for section in (book.issuers, book.parties, book.recipient_lists, book.hearings):
            for located in section.values():
                used.update(_used(located.value))

    assert _all_there_is() - used == set()


def _used(value: object) -> Iterator[tuple[str, str]]:
    """Yield the class and name of every field that was given, and of every choice that was made."""
    match value:
        case enum.Enum():
            yield type(value).__name__, value.name
        case Value():
            yield from ((type(value).__name__, name) for name in value.model_fields_set)
            yield from _used([getattr(value, name) for name in value.model_fields_set])
        case dict():
            yield from _used([*value, *value.values()])
        case list() | tuple():
            for one in value:
                yield from _used(one)


def _models(of: type[Value] = Value) -> Iterator[type[Value]]:
    """Yield the models that values are of, without those that others only share their keys with.

    A change is one of no kind only where its kind is at fault; a recipient with a name in each
    language is a party, or a collective that is made of an entry.
    """
    shared = {HearingChange.__name__, ChangeOfUnknownKind.__name__, TranslatedRecipient.__name__}
    for one in of.__subclasses__():
        if not one.__name__.startswith("_") and one.__name__ not in shared:
            yield one
        yield from _models(one)


def _all_there_is() -> set[tuple[str, str]]:
    models = [one for one in _models() if one.__module__.startswith("hearingkit.")]
    choices = (Combination, Country, Formula, HearingKind, IssuerKind, Language, Order, Placement)
    keys = {(one.__name__, name) for one in models for name in one.model_fields}
    return keys | {(one.__name__, choice.name) for one in choices for choice in one}
