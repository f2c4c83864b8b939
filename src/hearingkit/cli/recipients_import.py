"""``hearingkit recipients import``: take over a list as an office keeps it."""

from pathlib import Path
from typing import TYPE_CHECKING, Annotated, TypeAlias

import typer

from hearingkit import errors
from hearingkit.cli import options, streams
from hearingkit.cli.exits import handle_errors
from hearingkit.reporters.plain import one_line

if TYPE_CHECKING:
    from hearingkit.intake.intake import Intake
    from hearingkit.workflows.merge_list import MergedList

IntoOption: TypeAlias = Annotated[
    Path | None,
    typer.Option("--into", metavar="FILE", help="Add who is new to a list in a data file."),
]
RegisterOption: TypeAlias = Annotated[
    bool,
    typer.Option(
        "--register", help="Make each a party of the register, with an id; with --into, who is new."
    ),
]
FillOption: TypeAlias = Annotated[
    bool,
    typer.Option(
        "--fill",
        help="With --into: give those who are there the mailbox, telephone, address or number that "
        "they lack.",
    ),
]


@handle_errors()
def command(
    file: Annotated[
        str,
        typer.Argument(
            metavar="FILE",
            help="A list: .xlsx, .ods, .csv, .vcf, .docx, .txt, .html, .eml; - for standard input.",
        ),
    ],
    output: options.NewFileOption = "-",
    id_: Annotated[
        str | None,
        typer.Option(
            "--id",
            metavar="ID",
            help="Id of the list. Default: as FILE is called.",
        ),
    ] = None,
    into: IntoOption = None,
    register: RegisterOption = False,
    fill: FillOption = False,
    dry_run: Annotated[
        bool, typer.Option("--dry-run", help="Write nothing; only report what would be written.")
    ] = False,
    quiet: options.QuietOption = False,
) -> None:
    """Take over a list of recipients as hearing data.

    Each row becomes one, or is reported with its place.
    """
    from hearingkit.intake.formats import MOST_BYTES
    from hearingkit.workflows import import_recipients, merge_list

    _refuse_misfits(into, output, fill=fill)
    is_stdin = file == "-"
    data = streams.read_stdin(MOST_BYTES) if is_stdin else import_recipients.read_file(Path(file))
    name = "standard input" if is_stdin else file
    taken = import_recipients.import_list(data, name, id_, as_register=register)
    _report(name, taken.intake, quiet=quiet)
    if not taken.data:
        raise errors.cannot_read(name, "nobody is on it")
    if into:
        rows = taken.intake.recipients
        merged = merge_list.merge_into(into, rows, id_, as_register=register, fill=fill)
        _add(merged, into, dry_run=dry_run, quiet=quiet)
    elif not dry_run:
        streams.write_new(output, taken.data)
    if taken.intake.not_read:
        raise errors.rows_not_read(len(taken.intake.not_read))


def _refuse_misfits(into: Path | None, output: str, *, fill: bool) -> None:
    """Refuse options of which one would change nothing."""
    if into and output != "-":
        raise typer.BadParameter("is for a new file; leave it or --into out", param_hint="--output")
    if fill and not into:
        raise typer.BadParameter("is of --into; name a file there", param_hint="--fill")


def _add(merged: "MergedList", path: Path, *, dry_run: bool, quiet: bool) -> None:
    """Show what changes in a file, and write it."""
    from hearingkit.workflows.output import write_file

    typer.echo(streams.for_people(merged.diff), nl=False)
    if not quiet:
        for one in merged.differing:
            streams.say(f"differs: {one_line(one.place)}: {one_line(one.reason)}")
        filled = f", filled in: {merged.filled}" if merged.filled else ""
        counts = f"new: {merged.added}, there already: {merged.there}{filled}"
        streams.say(f"{one_line(str(path))}: {counts}")
    if merged.diff and not dry_run:
        write_file(path, merged.data, force=True)


def _report(name: str, intake: "Intake", *, quiet: bool) -> None:
    """Say what became of each row, and what was left out of those that were read."""
    counts = {
        "recipient": len(intake.recipients),
        "heading": intake.headings,
        "heading over nobody": intake.unused,
        "total": intake.totals,
        "remark": intake.remarks,
        "dropped": intake.dropped,
        "head of columns": intake.heads,
        "part of a recipient": intake.joined,
        "not read": len(intake.not_read),
    }
    counted = ", ".join(f"{what}: {count}" for what, count in counts.items() if count)
    if not quiet:
        streams.say(f"{one_line(name)}: rows: {intake.rows} ({counted})")
        for columns in intake.columns:
            streams.say(f"columns: {one_line(columns)}")
        for one in intake.left_out:
            streams.say(f"left out: {one_line(one.place)}: {one_line(one.reason)}")
    for one in intake.not_read:
        streams.say(f"not read: {one_line(one.place)}: {one_line(one.reason)}")
