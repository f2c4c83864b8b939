"""Create a workspace, or a hearing in a workspace; existing files are never replaced."""

import datetime as dt
import os
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Final

from hearingkit import assets, errors
from hearingkit.calendars.country import Country
from hearingkit.calendars.languages import usual_language
from hearingkit.calendars.months import months_later
from hearingkit.calendars.seasons import seasons
from hearingkit.calendars.working_days import next_working_day
from hearingkit.config import FILE
from hearingkit.errors import HearingkitError
from hearingkit.findings import Place
from hearingkit.frozen import frozen
from hearingkit.language.language import Language
from hearingkit.language.words import Words
from hearingkit.model.hearing import HearingKind
from hearingkit.validation.book import HearingBook
from hearingkit.validation.schema import schema_text
from hearingkit.validation.validate import id_findings
from hearingkit.workflows.check import check
from hearingkit.workflows.user_files import naming_file
from hearingkit.workflows.workspace import display_path, find_workspace

GITIGNORE: Final = ".gitignore"
_MONTHS: Final = 3  # the usual period of Norwegian state bodies
_FOLDER: Final = "workspace"


@frozen
class NewHearing:
    """The choices for a new hearing.

    Attributes:
        issuer: The id of the issuer; None for the only one.
        kind: The kind of hearing.
        languages: Languages of the letter; empty for the usual language of the issuer's country.
    """

    issuer: str | None = None
    kind: HearingKind = HearingKind.OTHER
    languages: Sequence[Language] = ()


class ExampleWords(Words):
    """The texts of the example hearing in a new workspace."""

    section = "workspace.example"

    issuer: str
    title: str
    heading: str
    first: str
    second: str
    other: str
    signatory: str
    body: str
    points: tuple[str, ...]


def create_workspace(
    folder: Path, country: Country, language: Language, today: dt.date
) -> tuple[Path, ...]:
    """Create a workspace with an example; returns the paths of its files.

    An existing ``.gitignore`` is not changed: most folders under version control have one.

    Raises:
        HearingkitError: If another of its files exists, or a file can't be written; in the
            first case nothing is written.
    """
    example = {
        "country": country,
        "language": language,
        "languages": ", ".join(Language),
        "today": today,
        "words": ExampleWords.of(language),
    }
    files = {
        folder / "data" / "hearings.yaml": _filled(
            "hearings.yaml.j2", deadline=a_deadline(today, country), **example
        ),
        folder / "hearingkit.schema.json": schema_text(),
        folder / FILE: _text(FILE),
    }
    if not os.path.lexists(folder / GITIGNORE):
        files[folder / GITIGNORE] = _text("gitignore")
    write_new({path: text.encode() for path, text in files.items()})
    return tuple(files)


def create_hearing(start: Path, id_: str, new: NewHearing, today: dt.date) -> Path:
    """Create a file with a new hearing in a workspace; returns its path.

    Raises:
        HearingkitError: If there is no workspace, the id is not written as ids are, the id or the
            file exists, a file can't be read and may hold the id, or the issuer is unknown, or
            not named and not the only one.
    """
    _refuse_bad_id(id_)
    workspace = find_workspace(start)
    checked = check(workspace, today=today)
    if id_ in checked.declared:
        raise errors.hearing_exists(id_)
    if not checked.is_complete:
        raise errors.ids_unknown(id_)
    path = workspace.root / "data" / f"{id_}.yaml"
    write_new({path: _hearing(id_, new, checked.book, today).encode()})
    return path


def a_deadline(today: dt.date, country: Country) -> dt.date:
    """Return a deadline: three months ahead, on a working day, outside holiday seasons."""
    day = next_working_day(months_later(today, _MONTHS), country)
    while season := next((one for one in seasons(day, day, country) if day in one), None):
        day = next_working_day(season.last + dt.timedelta(days=1), country)
    return day


def _hearing(id_: str, new: NewHearing, book: HearingBook, today: dt.date) -> str:
    issuer_id = _issuer(new.issuer, book)
    issuer = book.issuers[issuer_id].value
    lists = tuple(id_ for id_, located in book.recipient_lists.items() if located.whole)
    return _filled(
        "hearing.yaml.j2",
        id=id_,
        issuer=issuer_id,
        email=issuer.email,
        kind=new.kind,
        languages=tuple(dict.fromkeys(new.languages)) or (usual_language(issuer.country),),
        lists=lists,
        groups=[one for one, ids in book.resolver.register.groups.items() if ids],
        today=today,
        deadline=a_deadline(today, issuer.country),
    )


def _issuer(given: str | None, book: HearingBook) -> str:
    known = tuple(id_ for id_, located in book.issuers.items() if located.whole)
    if given is None and len(known) == 1:
        return known[0]
    if given is None or given not in known:
        raise errors.unclear_issuer(given, known)
    return given


def _refuse_bad_id(id_: str) -> None:
    for found in id_findings(id_, Place("")):
        raise HearingkitError(found.message)


def _filled(template: str, **facts: object) -> str:
    return assets.page_templates().get_template(f"{_FOLDER}/{template}").render(facts)


def _text(name: str) -> str:
    return (assets.templates_dir() / _FOLDER / name).read_text("utf-8")


def write_new(files: Mapping[Path, bytes]) -> None:
    """Write new files, with their folders.

    Raises:
        HearingkitError: If one of them exists already, then none is written; or the file system
            refuses.
    """
    there = [display_path(path) for path in files if os.path.lexists(path)]
    if there:
        raise errors.files_exist(there)
    for path, data in files.items():
        with naming_file(path):
            path.parent.mkdir(parents=True, exist_ok=True)
            with path.open("xb") as file:
                file.write(data)
