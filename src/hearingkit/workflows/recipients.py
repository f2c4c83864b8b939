"""Make a hearing's mailing list, or its printed list of recipients."""

import dataclasses
from collections.abc import Sequence
from dataclasses import dataclass

from hearingkit import errors
from hearingkit.exporters import ExportFormat, ExportOptions, exporter_for
from hearingkit.exporters.txt import left_out
from hearingkit.language.language import Language
from hearingkit.letters.recipient_list import compose_list
from hearingkit.lists.build import build
from hearingkit.workflows.render import setting_of
from hearingkit.workflows.selection import Selection
from hearingkit.writers import DocumentFormat, writer_for


@dataclass(frozen=True, slots=True)
class MailingList:
    """A mailing list in a format.

    Attributes:
        data: The list.
        left_out: The names of recipients that the format has no place for.
    """

    data: bytes
    left_out: tuple[str, ...]


def mailing_list(
    selection: Selection,
    format_: ExportFormat,
    options: ExportOptions,
    languages: Sequence[Language] = (),
) -> MailingList:
    """Return the mailing list of a selection's only hearing in a format.

    Args:
        selection: The hearing.
        format_: The format of the list.
        options: Options of the format.
        languages: List only recipients of a letter in one of these languages; empty for all.

    Raises:
        HasErrors: If the hearing has errors.
    """
    (case,) = selection.sound()
    table = build(case)
    rows = tuple(row for row in table.rows if not languages or row.language in languages)
    listed = dataclasses.replace(table, rows=rows)
    missing = left_out(listed) if format_ is ExportFormat.TXT else ()
    return MailingList(exporter_for(format_)(listed, options), missing)


def printed_list(
    selection: Selection,
    format_: DocumentFormat,
    languages: Sequence[Language] = (),
    epoch: int | None = None,
) -> bytes:
    """Return the printed list of a selection's only hearing.

    Args:
        selection: The hearing.
        format_: The format of the document.
        languages: The language of the list, at most one; empty for the hearing's first.
        epoch: Seconds since 1970 for the document's properties; None for the hearing's own date.

    Raises:
        HasErrors: If the hearing has errors.
        HearingkitError: If the user names several languages, a template can't be filled, or a
            picture can't be read.
    """
    if len(set(languages)) > 1:
        raise errors.several_languages()
    (case,) = selection.sound()
    language = languages[0] if languages else case.hearing.language[0]
    setting = setting_of(selection.workspace, case, language, epoch)
    return writer_for(format_)(compose_list(case, language, setting))
