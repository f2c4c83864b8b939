"""``hearingkit recipients``: write the mailing list or the printed list of recipients."""

import datetime as dt
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Final, TypeAlias

import typer

from hearingkit import errors
from hearingkit.cli import options, streams
from hearingkit.cli.exits import handle_errors
from hearingkit.cli.findings import show_findings_on_stderr
from hearingkit.cli.lazy import SUMMARIES
from hearingkit.errors import UnknownHearing
from hearingkit.exporters import BATCH, ExportFormat, ExportOptions
from hearingkit.language.language import Language
from hearingkit.lists.columns import COLUMNS
from hearingkit.quoting import nearest
from hearingkit.reporters.plain import one_line
from hearingkit.writers import DocumentFormat

if TYPE_CHECKING:
    from hearingkit.workflows.recipients import MailingList
    from hearingkit.workflows.selection import Selection

FormatOption: TypeAlias = Annotated[
    ExportFormat | None,
    typer.Option(
        "--format",
        "-f",
        metavar="FORMAT",
        help="csv, xlsx, ods, json, vcf; txt: Bcc lines; merge: a csv for mail merge in Word, with "
        "a row an address; eformidling, digitalpost: a csv of numbers; yaml, register: hearing "
        "data. Default: as FILE ends, or csv.",
    ),
]
PrintedOption: TypeAlias = Annotated[
    DocumentFormat | None,
    typer.Option("--printed", help="Write the list to publish, as a document."),
]
AlphabeticalOption: TypeAlias = Annotated[
    bool,
    typer.Option("--alphabetical", help="With --printed: from A to Å, without headings."),
]
OutputOption: TypeAlias = Annotated[
    str, typer.Option("--output", "-o", metavar="FILE", help="Output file; - for standard output.")
]
DelimiterOption: TypeAlias = Annotated[
    options.Delimiter | None,
    typer.Option("--delimiter", help="Separator of cells in a csv. Default: the semicolon."),
]
BatchOption: TypeAlias = Annotated[
    int | None,
    typer.Option("--batch", min=1, help="Highest number of addresses in a Bcc line. Default: 50."),
]
ColumnsOption: TypeAlias = Annotated[
    str | None,
    typer.Option("--columns", metavar="NAMES", help="As heading,name,email. Default: all."),
]
GroupOption: TypeAlias = Annotated[
    list[str] | None,
    typer.Option(
        "--group",
        metavar="NAME",
        help="Only under this heading or in this group of the register; may be repeated.",
    ),
]
WhereOption: TypeAlias = Annotated[
    list[str] | None,
    typer.Option(
        "--where",
        metavar="COLUMN=TEXT",
        help="Only where name=*kommune, email!=, and so on; may be repeated.",
    ),
]
PublicOption: TypeAlias = Annotated[
    bool, typer.Option("--public", help="Leave out persons, their telephones and addresses.")
]
_BEFORE: Final = "recipients "
"""What stands before commands that stand where a hearing may stand too."""


@handle_errors()
def command(
    hearing: Annotated[
        str | None,
        typer.Argument(metavar="HEARING", help="Id of the hearing. Default: the only one."),
    ] = None,
    format_: FormatOption = None,
    printed: PrintedOption = None,
    alphabetical: AlphabeticalOption = False,
    output: OutputOption = "-",
    delimiter: DelimiterOption = None,
    batch: BatchOption = None,
    columns: ColumnsOption = None,
    groups: GroupOption = None,
    where: WhereOption = None,
    public: PublicOption = False,
    languages: options.LanguageOption = None,
    force: options.ForceOption = False,
    workspace: options.WorkspaceOption = Path(),
    today: options.TodayOption = None,
    color: options.ColourOption = options.Colour.AUTO,
    quiet: options.QuietOption = False,
) -> None:
    """Write the mailing list, or the list to publish."""
    from hearingkit.workflows import recipients
    from hearingkit.workflows.output import refuse_data

    of_columns = {"--columns": columns, "--delimiter": delimiter, "--batch": batch}
    of_lists = {"--group": groups, "--where": where, "--public": public, "--format": format_}
    _refuse_idle({**of_lists, **of_columns}, printed, alphabetical)
    selection = _selected(workspace, hearing, languages or (), options.day(today))
    show_findings_on_stderr(selection.report, color, quiet=quiet)
    if streams.stream_of(output) is None:
        refuse_data(Path(output), selection.workspace.files)
    if printed:
        recipients.refuse_ending(output, printed, printed.value)
        data = recipients.printed_list(
            selection, printed, languages or (), options.epoch(), alphabetical=alphabetical
        )
        _write(output, data, printed, selection, force=force)
        return
    format_ = recipients.format_for(output, format_)
    _refuse_misfits(of_columns, format_)
    names = recipients.column_names(columns) if columns else COLUMNS
    choice = recipients.choice_of(languages or (), groups or (), where or (), public=public)
    wanted = ExportOptions(names, (delimiter or options.Delimiter.SEMICOLON).sign, batch or BATCH)
    listed = recipients.mailing_list(selection, format_, wanted, choice)
    _report_left_out(listed)
    _write(output, listed.data, format_, selection, force=force)


def _selected(
    workspace: Path, hearing: str | None, languages: Sequence[Language], day: dt.date
) -> "Selection":
    """Return the hearing that is meant.

    Raises:
        HearingkitError: If there is none; what is near to a command is answered by that.
    """
    from hearingkit.workflows.selection import select

    ids = [] if hearing is None else [hearing]
    try:
        return select(workspace, ids, languages, day, only_one=True)
    except UnknownHearing as unknown:
        commands = (one.removeprefix(_BEFORE) for one in SUMMARIES if one.startswith(_BEFORE))
        command = nearest(hearing or "", [*commands])
        if not command:
            raise
        raise errors.no_hearing_nor_command(unknown, f"{_BEFORE}{command}") from None


def _refuse_idle(
    of_lists: Mapping[str, object], printed: DocumentFormat | None, alphabetical: bool
) -> None:
    """Refuse an option that would change nothing, so that nobody relies on it."""
    chosen = next((name for name, given in of_lists.items() if given), "")
    if printed and chosen:
        raise typer.BadParameter("is of the mailing list; leave it out", param_hint=chosen)
    if alphabetical and not printed:
        raise typer.BadParameter(
            "is of the printed list; add --printed", param_hint="--alphabetical"
        )


def _refuse_misfits(given: Mapping[str, object], format_: ExportFormat) -> None:
    """Refuse an option that changes nothing in a format."""
    fitting = {
        "--columns": (format_.has_columns, "has no columns to choose from"),
        "--delimiter": (format_.is_csv, "is no csv"),
        "--batch": (format_ is ExportFormat.TXT, "has no Bcc lines; choose txt"),
    }
    for name, (fits, why) in fitting.items():
        if given[name] and not fits:
            raise typer.BadParameter(f"{format_} {why}", param_hint=name)


def _write(
    output: str,
    data: bytes,
    format_: ExportFormat | DocumentFormat,
    selection: "Selection",
    *,
    force: bool,
) -> None:
    from hearingkit.workflows.output import write_file

    stream = streams.stream_of(output)
    if stream is None:
        files = selection.workspace.files
        streams.print_path(write_file(Path(output), data, force=force, never=files))
    else:
        streams.write_to_stream(stream, data, binary=format_.is_binary)


def _report_left_out(listed: "MailingList") -> None:
    """Say who is not on the list, so that a letter is sent instead, whether quiet or not."""
    if listed.of_all and not listed.chosen:
        streams.say(f"nobody is on the list: none of {listed.of_all} recipients is as asked for")
    missing = listed.left_out
    names = missing.names
    if names:
        have = "recipient has" if len(names) == 1 else "recipients have"
        shown = ", ".join(map(one_line, names))
        streams.say(f"{len(names)} {have} no {missing.needed}: {shown}")
