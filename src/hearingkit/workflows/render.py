"""Hearings into files: letters, lists of recipients, mailing lists."""

import datetime as dt
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from hearingkit.documents.blocks import Document
from hearingkit.exporters import ExportFormat, ExportOptions, exporter_for
from hearingkit.language.language import Language
from hearingkit.letters.compose import Setting, compose
from hearingkit.letters.context import letter_names
from hearingkit.letters.environment import environment
from hearingkit.letters.recipient_list import compose_list
from hearingkit.lists.build import build
from hearingkit.validation.book import Case
from hearingkit.workflows.output import Output, write_all
from hearingkit.workflows.pictures import logo_of
from hearingkit.workflows.selection import Selection
from hearingkit.workflows.workspace import Workspace, folder_of
from hearingkit.writers import DocumentFormat, writer_for

LETTER = "letter"
RECIPIENT_LIST = "recipient-list"
RECIPIENTS = "recipients"
_EXPORTS = (ExportFormat.CSV, ExportFormat.JSON)


@dataclass(frozen=True, slots=True)
class Order:
    """What to render.

    Attributes:
        formats: Of letters and printed lists.
        languages: Only these, of those that a hearing is written in; empty for all.
        epoch: Seconds since 1970 for the documents' properties; None for the hearing's own date.
    """

    formats: Sequence[DocumentFormat] = tuple(DocumentFormat)
    languages: Sequence[Language] = ()
    epoch: int | None = None


def render(
    selection: Selection,
    order: Order,
    folder: Path | None = None,
    *,
    force: bool = False,
    following: Callable[[Sequence[Case]], Iterable[Case]] = iter,
) -> tuple[Path, ...]:
    """Render hearings into files; returns their paths.

    Args:
        selection: The hearings.
        order: What to make of them.
        folder: Holds a folder for each; None for ``out`` in the workspace.
        force: Replace also what was changed since it was rendered.
        following: Hands the cases on one by one, and may show how far it has come.

    Raises:
        HasErrors: If a hearing has; then nothing is written.
        HearingkitError: If a template can't be filled, or a file can't be written.
    """
    cases = selection.sound()
    outputs = (
        output for case in following(cases) for output in rendered(selection.workspace, case, order)
    )
    return write_all(folder or selection.workspace.root / "out", outputs, force=force)


def rendered(workspace: Workspace, case: Case, order: Order) -> Iterator[Output]:
    """Yield all files of a case: each letter, each printed list, the mailing list.

    Raises:
        HearingkitError: If a template can't be filled or a picture can't be read.
    """
    for language in case.hearing.language:
        if order.languages and language not in order.languages:
            continue
        documents = documents_of(workspace, case, language, order.epoch)
        for name, document in documents.items():
            for format_ in order.formats:
                file = f"{name}-{language.value}.{format_.value}"
                yield Output(case.id, file, writer_for(format_)(document))
    table = build(case)
    for export in _EXPORTS:
        data = exporter_for(export)(table, ExportOptions())
        yield Output(case.id, f"{RECIPIENTS}.{export.value}", data)


def documents_of(
    workspace: Workspace, case: Case, language: Language, epoch: int | None
) -> dict[str, Document]:
    """Return the letter and the printed list of a case in a language, by name.

    Raises:
        HearingkitError: If a template can't be filled or a picture can't be read.
    """
    setting = Setting(
        environment(workspace.own_templates, letter_names()),
        dated(case, epoch),
        logo_of(case, language, folder_of(workspace, case.issuer_site.source.name)),
    )
    letter = compose(case, language, setting)
    return {LETTER: letter, RECIPIENT_LIST: compose_list(case, language, setting)}


def dated(case: Case, epoch: int | None) -> dt.datetime:
    """Return when a document is said to be made: never the clock, so that bytes stay the same."""
    if epoch is not None:
        return dt.datetime.fromtimestamp(epoch, dt.UTC)
    day = case.hearing.sent or case.hearing.deadline.day
    return dt.datetime.combine(day, dt.time(), dt.UTC)
