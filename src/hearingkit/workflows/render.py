"""Render hearings into files: letters, lists of recipients, mailing lists."""

import datetime as dt
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from hearingkit.exporters import ExportFormat, ExportOptions, exporter_for
from hearingkit.language.language import Language
from hearingkit.letters.compose import Setting, compose
from hearingkit.letters.environment import environment
from hearingkit.letters.recipient_list import compose_list
from hearingkit.lists.build import build
from hearingkit.validation.book import Case
from hearingkit.workflows.output import Output, write_all
from hearingkit.workflows.pictures import logo_of
from hearingkit.workflows.selection import Selection
from hearingkit.workflows.workspace import Workspace
from hearingkit.writers import DocumentFormat, writer_for

LETTER = "letter"
RECIPIENT_LIST = "recipient-list"
RECIPIENTS = "recipients"
_DOCUMENTS = {LETTER: compose, RECIPIENT_LIST: compose_list}
_EXPORTS = (ExportFormat.CSV, ExportFormat.JSON)


@dataclass(frozen=True, slots=True)
class RenderRequest:
    """The formats and languages to render.

    Attributes:
        formats: Formats of letters and printed lists.
        languages: Render only letters in these languages; empty for all.
        epoch: Seconds since 1970 for the documents' properties; None for the hearing's own date.
    """

    formats: Sequence[DocumentFormat] = tuple(DocumentFormat)
    languages: Sequence[Language] = ()
    epoch: int | None = None


def render(
    selection: Selection,
    request: RenderRequest,
    folder: Path | None = None,
    *,
    force: bool = False,
    following: Callable[[Sequence[Case]], Iterable[Case]] = iter,
) -> tuple[Path, ...]:
    """Render hearings into files; returns their paths.

    Args:
        selection: The hearings.
        request: Formats and languages of the files.
        folder: The output folder, with a folder for each hearing; None for ``out`` in the
            workspace.
        force: Also replace files that were changed after they were rendered.
        following: Yields the cases it is given; it may show progress.

    Raises:
        HasErrors: If a hearing has errors; then nothing is written.
        HearingkitError: If a template can't be filled, or a file can't be written.
    """
    cases = selection.sound()
    outputs = (
        output
        for case in following(cases)
        for output in rendered_files(selection.workspace, case, request)
    )
    return write_all(folder or selection.workspace.root / "out", outputs, force=force)


def rendered_files(workspace: Workspace, case: Case, request: RenderRequest) -> Iterator[Output]:
    """Yield all files of a case: the letters, the printed lists and the mailing lists.

    Raises:
        HearingkitError: If a template can't be filled or a picture can't be read.
    """
    for language in case.hearing.language:
        if request.languages and language not in request.languages:
            continue
        setting = setting_of(workspace, case, language, request.epoch)
        for name, composed in _DOCUMENTS.items():
            document = composed(case, language, setting)
            for format_ in request.formats:
                file = f"{name}-{language.value}.{format_.value}"
                yield Output(case.id, file, writer_for(format_)(document))
    table = build(case)
    for export in _EXPORTS:
        data = exporter_for(export)(table, ExportOptions())
        yield Output(case.id, f"{RECIPIENTS}.{export.value}", data)


def setting_of(workspace: Workspace, case: Case, language: Language, epoch: int | None) -> Setting:
    """Return the templates, the date and the logo for the documents of a case.

    Raises:
        HearingkitError: If a picture can't be read.
    """
    return Setting(
        environment(workspace.own_templates),
        creation_time(case, epoch),
        logo_of(case, language, workspace.folder_of(case.issuer_site.source.name)),
    )


def creation_time(case: Case, epoch: int | None) -> dt.datetime:
    """Return the creation time of documents: never from the clock, so that bytes stay the same."""
    if epoch is not None:
        return dt.datetime.fromtimestamp(epoch, dt.UTC)
    day = case.hearing.sent or case.hearing.deadline.day
    return dt.datetime.combine(day, dt.time(), dt.UTC)
