"""A new workspace, or a new hearing in one: files to be edited, never over others."""

import datetime as dt
import os
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Final

from jinja2 import Environment, FileSystemLoader, StrictUndefined
from pydantic import TypeAdapter, ValidationError

from hearingkit import assets
from hearingkit.calendars.country import Country
from hearingkit.calendars.months import months_later
from hearingkit.calendars.seasons import seasons
from hearingkit.calendars.working_days import next_working_day
from hearingkit.config import FILE
from hearingkit.errors import (
    BadOption,
    CannotWrite,
    FilesThere,
    HearingThere,
    IdUnknowable,
    WhichIssuer,
)
from hearingkit.language.language import Language
from hearingkit.model.hearing import HearingKind
from hearingkit.model.text import Id
from hearingkit.validation.book import HearingBook
from hearingkit.validation.faults import FAULTS
from hearingkit.validation.schema import schema_text
from hearingkit.workflows.check import check
from hearingkit.workflows.workspace import find_workspace, shown

GITIGNORE: Final = ".gitignore"
_MONTHS: Final = 3  # as Norwegian state bodies normally give
_FOLDER: Final = "workspace"


@dataclass(frozen=True, slots=True)
class Wishes:
    """What a new hearing is to be.

    Attributes:
        issuer: The issuer's id; None for the only one.
        kind: What is heard.
        languages: Empty for that of the issuer's country.
    """

    issuer: str | None = None
    kind: HearingKind = HearingKind.OTHER
    languages: Sequence[Language] = ()


def begin_workspace(
    folder: Path, country: Country, language: Language, today: dt.date
) -> tuple[Path, ...]:
    """Write a workspace with an example; returns the paths of its files.

    A ``.gitignore`` that is there is left alone: most folders under version control have one.

    Raises:
        FilesThere: If another of its files is there; then nothing is written.
        CannotWrite: If the file system refuses.
    """
    example = {"country": country, "language": language, "today": today}
    files = {
        folder / "data" / "hearings.yaml": _filled(
            "hearings.yaml.j2", deadline=a_deadline(today, country), **example
        ),
        folder / "hearingkit.schema.json": schema_text(),
        folder / FILE: _text(FILE),
    }
    if not os.path.lexists(folder / GITIGNORE):
        files[folder / GITIGNORE] = _text("gitignore")
    _write(files)
    return tuple(files)


def begin_hearing(start: Path, id_: str, wishes: Wishes, today: dt.date) -> Path:
    """Write a file with a new hearing into a workspace; returns its path.

    Raises:
        BadOption: If the id is not written as ids are.
        HearingThere: If there is a hearing of that id.
        IdUnknowable: If a file can't be read, which may hold one.
        WhichIssuer: If there is no such issuer, or several and none is named.
        FilesThere: If there is a file of that name.
        HearingkitError: If there is no workspace.
    """
    _refuse_bad_id(id_)
    workspace = find_workspace(start)
    checked = check(workspace, today=today)
    if id_ in checked.declared:
        raise HearingThere(id_)
    if not checked.whole:
        raise IdUnknowable(id_)
    path = workspace.root / "data" / f"{id_}.yaml"
    _write({path: _hearing(id_, wishes, checked.book, today)})
    return path


def a_deadline(today: dt.date, country: Country) -> dt.date:
    """Return a good last day for answers: three months ahead, on a working day, in no holidays."""
    day = next_working_day(months_later(today, _MONTHS), country)
    while season := next((one for one in seasons(day, day, country) if day in one), None):
        day = next_working_day(season.last + dt.timedelta(days=1), country)
    return day


def _hearing(id_: str, wishes: Wishes, book: HearingBook, today: dt.date) -> str:
    issuer_id = _issuer(wishes.issuer, book)
    issuer = book.issuers[issuer_id].value
    lists = tuple(id_ for id_, located in book.recipient_lists.items() if located.whole)
    return _filled(
        "hearing.yaml.j2",
        id=id_,
        issuer=issuer_id,
        email=issuer.email,
        kind=wishes.kind,
        languages=tuple(dict.fromkeys(wishes.languages)) or (usual_language(issuer.country),),
        lists=lists if len(lists) == 1 else (),
        today=today,
        deadline=a_deadline(today, issuer.country),
    )


def _issuer(given: str | None, book: HearingBook) -> str:
    known = tuple(id_ for id_, located in book.issuers.items() if located.whole)
    if given is None and len(known) == 1:
        return known[0]
    if given is None or given not in known:
        raise WhichIssuer(given, known)
    return given


def usual_language(country: Country) -> Language:
    """Return the language that most letters of a country are written in."""
    return Language.DA if country is Country.DK else Language.NB


def _refuse_bad_id(id_: str) -> None:
    try:
        TypeAdapter(Id).validate_python(id_)
    except ValidationError as error:
        line = error.errors(include_url=False)[0]
        message = FAULTS[line["type"]].says.format_map(line.get("ctx", {}))
        raise BadOption(message) from None


def _filled(template: str, **facts: object) -> str:
    """Return a template filled; ids and words of choice need no escaping in YAML."""
    folder = assets.templates_dir() / _FOLDER
    environment = Environment(
        loader=FileSystemLoader(folder),
        autoescape=False,  # noqa: S701 (YAML)
        undefined=StrictUndefined,
        trim_blocks=True,
        keep_trailing_newline=True,
    )
    return environment.get_template(template).render(facts)


def _text(name: str) -> str:
    return (assets.templates_dir() / _FOLDER / name).read_text("utf-8")


def _write(files: Mapping[Path, str]) -> None:
    """Write files that aren't there; if one is, none.

    Raises:
        FilesThere: If one is.
        CannotWrite: If the file system refuses.
    """
    there = [shown(path) for path in files if os.path.lexists(path)]
    if there:
        raise FilesThere(there)
    for path, text in files.items():
        try:
            path.parent.mkdir(parents=True, exist_ok=True)
            with path.open("xb") as file:
                file.write(text.encode())
        except OSError as error:
            raise CannotWrite(shown(path), (error.strerror or str(error)).lower()) from None
