"""A hearing's mailing list, or its printed list, as bytes."""

from collections.abc import Sequence

from hearingkit.errors import BadOption
from hearingkit.exporters import ExportFormat, ExportOptions, exporter_for
from hearingkit.language.language import Language
from hearingkit.lists.build import build
from hearingkit.model.book import Case
from hearingkit.workflows.check import Checked
from hearingkit.workflows.render import RECIPIENT_LIST, documents_of
from hearingkit.workflows.workspace import Workspace
from hearingkit.writers import DocumentFormat, writer_for


def only_hearing(checked: Checked) -> str:
    """Return the id of the only hearing there is.

    Raises:
        BadOption: If there are several, or none.
    """
    if len(checked.declared) == 1:
        return next(iter(checked.declared))
    raise BadOption(f"name one hearing: {', '.join(sorted(checked.declared)) or 'there is none'}")


def listed(case: Case, format_: ExportFormat, options: ExportOptions) -> bytes:
    """Return the mailing list of a case in a format."""
    return exporter_for(format_)(build(case), options)


def printed_list(
    workspace: Workspace,
    case: Case,
    format_: DocumentFormat,
    languages: Sequence[Language],
    epoch: int | None,
) -> bytes:
    """Return the printed list of a case: in the language asked for, or the hearing's first.

    Raises:
        BadOption: If the hearing isn't written in the language.
        HearingkitError: If a template can't be filled or a picture can't be read.
    """
    language = languages[0] if languages else case.hearing.language[0]
    if language not in case.hearing.language:
        raise BadOption(f"{case.id} is not written in {language.value}")
    document = documents_of(workspace, case, language, epoch)[RECIPIENT_LIST]
    return writer_for(format_)(document)
