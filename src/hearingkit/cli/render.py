"""``hearingkit render``: write letters, lists of recipients and mailing lists into files."""

from pathlib import Path
from typing import Annotated, TypeAlias

import typer

from hearingkit import errors
from hearingkit.cli import options, streams
from hearingkit.cli.exits import handle_errors
from hearingkit.cli.findings import show_findings_on_stderr
from hearingkit.cli.progress import with_bar
from hearingkit.model.letter_kinds import LetterKind
from hearingkit.reporters.plain import visible
from hearingkit.writers import USUAL_FORMATS, DocumentFormat

DocumentFormatsOption: TypeAlias = Annotated[
    list[DocumentFormat] | None,
    typer.Option(
        "--format", "-f", help="Format of letters; may be repeated. Default: all but pdf."
    ),
]
OutputFolderOption: TypeAlias = Annotated[
    Path | None,
    typer.Option("--output", "-o", metavar="DIR", help="Output folder. Default: out/."),
]
KindOption: TypeAlias = Annotated[
    list[LetterKind] | None,
    typer.Option(
        "--kind",
        metavar="KIND",
        help=f"Letters of this kind, or several. Default: the latest. {', '.join(LetterKind)}.",
    ),
]
EveryKindOption: TypeAlias = Annotated[
    bool, typer.Option("--all", help="Letters of all kinds, from the first to the latest.")
]
PruneOption: TypeAlias = Annotated[
    bool, typer.Option("--prune", help="Take away what was rendered of hearings that are gone.")
]
IndexOption: TypeAlias = Annotated[
    bool, typer.Option("--index", help="Also write index.html, a page that lists all hearings.")
]
LetterheadOption: TypeAlias = Annotated[
    Path | None,
    typer.Option(
        "--letterhead", metavar="FILE", help="A .docx in place of the issuers' letterheads."
    ),
]


@handle_errors()
def command(
    hearings: options.HearingIds = None,
    formats: DocumentFormatsOption = None,
    output: OutputFolderOption = None,
    letterhead: LetterheadOption = None,
    languages: options.LanguageOption = None,
    kinds: KindOption = None,
    every_kind: EveryKindOption = False,
    force: options.ForceOption = False,
    prune: PruneOption = False,
    index: IndexOption = False,
    workspace: options.WorkspaceOption = Path(),
    today: options.TodayOption = None,
    color: options.ColourOption = options.Colour.AUTO,
    quiet: options.QuietOption = False,
) -> None:
    """Write letters and lists into files; print their paths."""
    from hearingkit.workflows.letterheads import letterhead_to_use
    from hearingkit.workflows.render import RenderRequest, render
    from hearingkit.workflows.selection import select
    from hearingkit.workflows.workspace import display_path

    if output and streams.stream_of(str(output)):
        raise errors.no_single_file()
    if index and hearings:
        raise errors.index_of_some()
    day = options.day(today)
    own = letterhead_to_use(letterhead) if letterhead else None
    asked = tuple(LetterKind) if every_kind else kinds or ()
    request = RenderRequest(
        formats or USUAL_FORMATS, languages or (), asked, options.epoch(), day, index, own
    )
    selection = select(workspace, hearings or (), languages or (), day)
    show_findings_on_stderr(selection.report, color, quiet=quiet)
    written = render(selection, request, output, force=force, prune_too=prune, following=with_bar)
    for path in written.paths:
        streams.print_path(display_path(path))
    for path in () if quiet else written.removed:
        streams.say(f"{visible(display_path(path))} is no longer rendered, and was taken away")
    if written.kept or selection.has_errors:
        kept = [display_path(path) for path in written.kept]
        raise errors.unfinished(selection.left_out, kept, has_errors=selection.has_errors)
