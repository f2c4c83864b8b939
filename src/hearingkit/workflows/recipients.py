"""A hearing's mailing list, or its printed list, as bytes."""

import dataclasses
from collections.abc import Sequence

from hearingkit.errors import BadOption
from hearingkit.exporters import ExportFormat, ExportOptions, exporter_for
from hearingkit.language.language import Language
from hearingkit.lists.build import build
from hearingkit.workflows.render import RECIPIENT_LIST, documents_of
from hearingkit.workflows.selection import Selection
from hearingkit.writers import DocumentFormat, writer_for


def mailing_list(
    selection: Selection,
    format_: ExportFormat,
    options: ExportOptions,
    languages: Sequence[Language] = (),
) -> bytes:
    """Return the mailing list of a selection's only hearing in a format.

    Args:
        selection: Holds the hearing.
        format_: Of the list.
        options: For the format.
        languages: Only those who get a letter in one of these; empty for all.

    Raises:
        HasErrors: If the hearing has.
    """
    (case,) = selection.sound()
    table = build(case)
    rows = tuple(row for row in table.rows if not languages or row.language in languages)
    return exporter_for(format_)(dataclasses.replace(table, rows=rows), options)


def printed_list(
    selection: Selection,
    format_: DocumentFormat,
    languages: Sequence[Language] = (),
    epoch: int | None = None,
) -> bytes:
    """Return the printed list of a selection's only hearing.

    Args:
        selection: Holds the hearing.
        format_: Of the document.
        languages: The one to print it in; empty for the hearing's first.
        epoch: Seconds since 1970 for the document's properties; None for the hearing's own date.

    Raises:
        BadOption: If several languages are asked for.
        HasErrors: If the hearing has.
        HearingkitError: If a template can't be filled or a picture can't be read.
    """
    if len(set(languages)) > 1:
        raise BadOption("--printed gives one document; name one language with -l")
    (case,) = selection.sound()
    language = languages[0] if languages else case.hearing.language[0]
    document = documents_of(selection.workspace, case, language, epoch)[RECIPIENT_LIST]
    return writer_for(format_)(document)
