"""Make a hearing's mailing list, or its printed list of recipients."""

from collections.abc import Iterable, Sequence
from pathlib import PurePath

from hearingkit import errors
from hearingkit.dispatch.letter import Letter
from hearingkit.exporters import (
    ALSO,
    ExportFormat,
    ExportOptions,
    LeftOut,
    exporter_for,
    left_out,
)
from hearingkit.frozen import frozen
from hearingkit.language.language import Language
from hearingkit.letters.recipient_list import compose_list
from hearingkit.lists.build import build
from hearingkit.lists.choice import RecipientChoice, chosen, is_under
from hearingkit.lists.columns import COLUMNS
from hearingkit.lists.table import RecipientTable
from hearingkit.workflows.fonts import own_font
from hearingkit.workflows.render import RenderRequest, setting_of, worn
from hearingkit.workflows.selection import Selection
from hearingkit.writers import DocumentFormat, writer_for


@frozen
class MailingList:
    """A mailing list in a format.

    Attributes:
        data: The list.
        left_out: The recipients that the format has no place for.
        chosen: How many recipients were to be listed.
        of_all: How many recipients the hearing has.
    """

    data: bytes
    left_out: LeftOut
    chosen: int
    of_all: int


def mailing_list(
    selection: Selection,
    format_: ExportFormat,
    options: ExportOptions,
    choice: RecipientChoice,
) -> MailingList:
    """Return the mailing list of a selection's only hearing in a format.

    Args:
        selection: The hearing.
        format_: The format of the list.
        options: Options of the format.
        choice: Which recipients are listed.

    Raises:
        HasErrors: If the hearing has errors.
        HearingkitError: If it is a draft, or there are no recipients under one of the headings
            or in one of the groups.
    """
    (case,) = selection.sound()
    if case.hearing.draft:
        raise errors.draft_not_sent(case.id)
    table = build(case)
    for group in choice.groups:
        if not any(is_under(row, group) for row in table.rows):
            raise errors.unknown_group(group, _groups(table))
    listed = chosen(table, choice)
    return MailingList(
        data=exporter_for(format_)(listed, options),
        left_out=left_out(format_, listed),
        chosen=len(listed.rows),
        of_all=len(table.rows),
    )


def _groups(table: RecipientTable) -> set[str]:
    """Return the headings of a list, and the groups of the register that its recipients are in."""
    return {one for row in table.rows for one in (*row.headings, *row.groups)}


def format_for(output: str, asked: ExportFormat | None) -> ExportFormat:
    """Return the format of a mailing list: that asked for, or that of the file's ending.

    Args:
        output: The file to write, or ``-``.
        asked: The format asked for; None for that of the ending, or csv where there is none.

    Raises:
        HearingkitError: If the file ends as another format does, or as none.
    """
    ending = _ending_of(output)
    by_ending = {one.ending: one for one in reversed(ExportFormat)}
    if asked is None:
        if ending and ending not in by_ending:
            raise errors.unknown_ending(output, dict.fromkeys(one.ending for one in ExportFormat))
        return by_ending.get(ending, ExportFormat.CSV)
    refuse_ending(output, asked, asked.ending)
    return asked


def refuse_ending(output: str, format_: str, ending: str) -> None:
    """Refuse a file whose name ends otherwise than with a format's ending.

    Raises:
        HearingkitError: If it does so.
    """
    if _ending_of(output) not in {"", ending}:
        raise errors.wrong_ending(output, format_, ending)


def _ending_of(output: str) -> str:
    ending = PurePath(output).suffix.removeprefix(".").casefold()
    return ALSO.get(ending, ending)


def choice_of(
    languages: Sequence[Language], groups: Sequence[str], where: Iterable[str], *, public: bool
) -> RecipientChoice:
    """Return who is to be listed.

    Args:
        languages: Those who get a letter in one of these languages; empty for all.
        groups: Those under one of these headings; empty for all.
        where: Conditions that all hold, as ``name=*kommune`` or ``email!=``.
        public: Leave out what is personal.

    Raises:
        HearingkitError: If a condition is none, or there is no such column.
    """
    like: list[tuple[str, str]] = []
    unlike: list[tuple[str, str]] = []
    for one in where:
        name, sign, text = one.partition("=")
        if not sign or "," in name:
            raise errors.no_condition(one)
        wanted = unlike if name.endswith("!") else like
        wanted.extend((column, text.strip()) for column in column_names(name.removesuffix("!")))
    return RecipientChoice(tuple(languages), tuple(groups), tuple(like), tuple(unlike), public)


def column_names(given: str) -> tuple[str, ...]:
    """Return the names of columns in a text, parted by commas.

    Raises:
        HearingkitError: If there is no such column.
    """
    names = tuple(name.strip() for name in given.split(","))
    for name in names:
        if name not in COLUMNS:
            raise errors.unknown_column(name, COLUMNS)
    return names


def printed_list(
    selection: Selection,
    format_: DocumentFormat,
    languages: Sequence[Language] = (),
    epoch: int | None = None,
    *,
    alphabetical: bool = False,
) -> bytes:
    """Return the printed list of a selection's only hearing.

    Args:
        selection: The hearing.
        format_: The format of the document.
        languages: The language of the list, at most one; empty for the hearing's first.
        epoch: Seconds since 1970 for the document's properties; None for the hearing's own date.
        alphabetical: Print them from A to Å without headings.

    Raises:
        HasErrors: If the hearing has errors.
        HearingkitError: If the user names several languages, a template can't be filled, or a
            picture or a letterhead can't be used.
    """
    if len(set(languages)) > 1:
        raise errors.several_languages()
    (case,) = selection.sound()
    letter = Letter(case, languages[0] if languages else case.hearing.language[0])
    setting = setting_of(selection.workspace, letter, epoch)
    document = compose_list(letter, setting, alphabetical=alphabetical)
    request = RenderRequest(font=own_font(selection.workspace))
    document, dress = worn(
        document, letter, selection.workspace, request, (format_,), to_somebody=False
    )
    return writer_for(format_)(document, dress)
