"""``hearingkit render``: write letters, lists of recipients and mailing lists into files."""

from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Final, TypeAlias

import typer

from hearingkit import errors
from hearingkit.cli import options, streams
from hearingkit.cli.exits import handle_errors
from hearingkit.cli.findings import show_findings_on_stderr
from hearingkit.cli.progress import with_bar
from hearingkit.model.letter_kinds import LetterKind
from hearingkit.reporters.plain import visible
from hearingkit.writers import USUAL_FORMATS, USUAL_OF_EACH, DocumentFormat, PdfEngine

if TYPE_CHECKING:
    from hearingkit.workflows.output import Written
    from hearingkit.workflows.render import RenderRequest
    from hearingkit.workflows.selection import Selection

DocumentFormatsOption: TypeAlias = Annotated[
    list[DocumentFormat] | None,
    typer.Option(
        "--format",
        "-f",
        help="Format of letters; may be repeated. Default: all but pdf; to each, docx.",
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
PdfEngineOption: TypeAlias = Annotated[
    PdfEngine | None,
    typer.Option(
        "--pdf-engine",
        help="Also render PDFs, by this program. libreoffice, which must be installed, makes them "
        "of the Word files, in their letterhead. Default: typst.",
    ),
]
EachRecipientOption: TypeAlias = Annotated[
    bool, typer.Option("--each-recipient", help="A letter for each recipient, addressed to it.")
]
NameOption: TypeAlias = Annotated[
    str | None,
    typer.Option(
        "--name",
        metavar="PATTERN",
        help="Names of these letters: {number}, {recipient}, {language}, {hearing}.",
    ),
]
CombinedOption: TypeAlias = Annotated[
    bool, typer.Option("--combined", help="Also these letters together as PDF, to be printed.")
]

_OF_EACH: Final = ("--name", "--combined")
"""The options that letters to each recipient alone take."""
_OF_ALL: Final = ("--prune", "--index")
"""Those that they don't take."""
_LEFT: Final = {
    False: "{} was left as it is; render --each-recipient makes its letters of the same state",
    True: "{} was left as it is; render makes its files of the same state",
}
"""What is reported of a folder that a run left as it was, by whether that was one to each."""


@handle_errors()
def command(
    hearings: options.HearingIds = None,
    formats: DocumentFormatsOption = None,
    output: OutputFolderOption = None,
    letterhead: LetterheadOption = None,
    pdf_engine: PdfEngineOption = None,
    languages: options.LanguageOption = None,
    kinds: KindOption = None,
    every_kind: EveryKindOption = False,
    force: options.ForceOption = False,
    prune: PruneOption = False,
    index: IndexOption = False,
    each_recipient: EachRecipientOption = False,
    name: NameOption = None,
    combined: CombinedOption = False,
    workspace: options.WorkspaceOption = Path(),
    today: options.TodayOption = None,
    color: options.ColourOption = options.Colour.AUTO,
    quiet: options.QuietOption = False,
) -> None:
    """Write letters and lists into files; print their paths."""
    from hearingkit.workflows.letterheads import letterhead_to_use
    from hearingkit.workflows.render import RenderRequest, render
    from hearingkit.workflows.render_each import USUAL_NAME, EachRequest, render_each
    from hearingkit.workflows.selection import select

    if output and streams.stream_of(str(output)):
        raise errors.no_single_file()
    given = {"--name": name, "--combined": combined, "--prune": prune, "--index": index}
    _refuse(given, hearings, each=each_recipient)
    request = RenderRequest(
        formats=_formats(formats, pdf_engine, to_each=each_recipient),
        languages=languages or (),
        kinds=tuple(LetterKind) if every_kind else kinds or (),
        epoch=options.epoch(),
        today=options.day(today),
        with_overview=index,
        letterhead=letterhead_to_use(letterhead) if letterhead else None,
        engine=pdf_engine or PdfEngine.TYPST,
    )
    selection = select(workspace, hearings or (), request.languages, request.today)
    show_findings_on_stderr(selection.report, color, quiet=quiet)
    if each_recipient:
        each = EachRequest(request, name or USUAL_NAME, combined=combined)
        written = render_each(selection, each, output, force=force, following=with_bar)
    else:
        written = render(
            selection, request, output, force=force, prune_too=prune, following=with_bar
        )
    _show(written, selection, request, quiet=quiet, to_each=each_recipient)


def _refuse(given: Mapping[str, object], hearings: Sequence[str] | None, *, each: bool) -> None:
    """Refuse options of letters to all with letters to each, or the reverse; a list of some."""
    if given["--index"] and hearings:
        raise errors.index_of_some()
    for option in _OF_ALL if each else _OF_EACH:
        if given[option]:
            raise errors.other_letters(option, each=each)


def _formats(
    given: Sequence[DocumentFormat] | None, engine: PdfEngine | None, *, to_each: bool
) -> tuple[DocumentFormat, ...]:
    """Return the formats to render: who names what makes PDFs wants them."""
    usual = USUAL_OF_EACH if to_each else USUAL_FORMATS
    also = (DocumentFormat.PDF,) if engine else ()
    return tuple(dict.fromkeys((*(given or usual), *also)))


def _show(
    written: "Written",
    selection: "Selection",
    request: "RenderRequest",
    *,
    quiet: bool,
    to_each: bool,
) -> None:
    """Print the paths of what was written; report what was taken away, left, kept, or is plain."""
    from hearingkit.workflows.leftovers import left_beside
    from hearingkit.workflows.render import lacks_letterhead
    from hearingkit.workflows.workspace import display_path

    if not quiet and lacks_letterhead(selection, request, written):
        streams.say("a PDF has no Word letterhead; --pdf-engine libreoffice makes one that has")
    for path in written.paths:
        streams.print_path(display_path(path))
    for path in () if quiet else written.removed:
        streams.say(f"{visible(display_path(path))} is no longer rendered, and was taken away")
    for path in () if quiet else left_beside(written, to_each=to_each):
        streams.say(_LEFT[to_each].format(visible(display_path(path))))
    if written.kept or selection.has_errors:
        kept = [display_path(path) for path in written.kept]
        raise errors.unfinished(selection.left_out, kept, has_errors=selection.has_errors)
